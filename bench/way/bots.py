"""The bots that are measured, each a process of its own: `python -m bench.way.bots KIND URL`."""

import asyncio
import gc
import json
import signal
import sys
import time

from bench.way.api import TOKEN

LOOK = 0.002  # seconds between two looks at the clock


def main() -> None:
    """Run one bot until it is told to stop."""
    kind, url = sys.argv[1:3]
    {"aiogram": echo_aiogram, "tuned": echo_tuned, "ptb": echo_ptb}.get(kind, ours)(url)


def echo_aiogram(url: str) -> None:
    """Echo with aiogram as its documentation begins."""
    from aiogram import Bot, Dispatcher
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer
    from aiogram.types import Message

    dispatcher = Dispatcher()

    @dispatcher.message()
    async def echo(message: Message) -> None:
        await message.answer(message.text or "")

    session = AiohttpSession(api=TelegramAPIServer.from_base(url))
    asyncio.run(dispatcher.start_polling(Bot(TOKEN, session=session)))


def echo_tuned(url: str) -> None:
    """Echo with aiogram, the garbage collector kept away from its models."""
    from aiogram.methods.base import Response
    from aiogram.types import Message, Update

    held = [Response[list[Update]], Response[Message]]
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 50, 50)
    echo_aiogram(url)
    del held


def echo_ptb(url: str) -> None:
    """Echo with python-telegram-bot as its documentation begins."""
    from telegram import Update
    from telegram.ext import Application, ContextTypes, MessageHandler, filters

    async def echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.message
        await update.message.reply_text(update.message.text or "")

    application = Application.builder().token(TOKEN).base_url(f"{url}/bot").build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling()


def ours(_: str) -> None:
    """Run the helpdesk as it is, only without Telegram's limits on sending."""
    gc.disable()  # as `python -m bot run` does
    from bot.channels.pace import Pace
    from bot.config import Settings
    from bot.running.telegram import build_channel, serve_telegram

    settings = Settings()
    channel = build_channel(settings)
    channel.pace = Pace(None)

    async def run() -> None:
        async with asyncio.TaskGroup() as group:
            watching = group.create_task(_watch())
            await serve_telegram(settings, channel)
            watching.cancel()

    asyncio.run(run())


async def _watch() -> None:
    """Note how long the loop kept others waiting; tell and begin anew on SIGUSR1."""
    longest = 0.0

    def tell() -> None:
        nonlocal longest
        print(json.dumps({"stall": longest}), flush=True)
        longest = 0.0

    asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, tell)
    watch = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGUSR2, watch.set)
    await watch.wait()  # looking costs something, so only when it is asked for
    while True:
        before = time.monotonic()
        await asyncio.sleep(LOOK)
        longest = max(longest, time.monotonic() - before - LOOK)


if __name__ == "__main__":
    main()
