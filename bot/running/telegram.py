"""Serving Telegram until stopped, by polling or by webhook."""

import asyncio
import gc
import logging
from collections.abc import Callable
from functools import partial

from bot import clock
from bot.channels.telegram.api import NAME, TelegramApi
from bot.channels.telegram.channel import TelegramChannel, bot_id
from bot.channels.telegram.reading import raw_update
from bot.config import Misconfigured, Settings
from bot.outgoing.alarm import Part
from bot.outgoing.crossing_files import Fetched
from bot.pausing import first_of
from bot.running import first_admin
from bot.running.assembling import open_database, open_house
from bot.running.service import LOOK_AGAIN, Service
from bot.running.stopping import in_time, stop_on_signals, until
from handlers.desk import House
from handlers.messages import Address

log = logging.getLogger(__name__)


async def run(settings: Settings) -> None:
    """Serve Telegram."""
    await serve_telegram(settings, build_channel(settings))


async def serve_telegram(settings: Settings, channel: TelegramChannel) -> None:
    """Serve Telegram over a channel, which is closed in the end."""
    database = await open_database(settings)
    house, serving = await open_house(settings, database)
    house.files = Fetched(channel)
    spare_the_collector()
    service = Service(database, channel, house, serving=serving)
    stop = asyncio.Event()
    stop_on_signals(stop)
    if house.advisors.channel != NAME:
        log.warning("ADVISOR_CHAT names no Telegram group: answer with `bot chat --as advisor`")
    await first_admin.offer(database, house, clock.now())
    try:
        await in_time(stop, _serve(settings, channel, service, house, stop))
    finally:
        await channel.close()
        await database.close()


async def _serve(
    settings: Settings,
    channel: TelegramChannel,
    service: Service,
    house: House,
    stop: asyncio.Event,
) -> None:
    async with service.lease.held():
        if settings.telegram_mode == "webhook":
            await service.start()
            async with asyncio.TaskGroup() as group:
                group.create_task(_work(service, channel, house, stop))
                await _deliver(settings, channel, service, stop)
        else:
            await poll_in_turn(channel, service, house, stop)


async def poll_in_turn(
    channel: TelegramChannel, service: Service, house: House, stop: asyncio.Event
) -> None:
    """Serve by polling as long as we are the oldest process that serves; stand by until then.

    Telegram lets only one process poll, and its limits on sending hold for all together.
    """
    while await service.lease.comes_first(stop):
        await service.start()
        over = asyncio.Event()
        log.info("polling Telegram")
        poll = partial(channel.receiver.poll, service.store)
        async with asyncio.TaskGroup() as group:
            group.create_task(service.lease.tell_the_end(stop, over))
            group.create_task(_work(service, channel, house, over))
            await until(over, service.keep(Part.RECEIVING, poll, over))


def spare_the_collector() -> None:
    """Keep the garbage collector from walking corpus and libraries again and again.

    What is there now stays, with a megabyte of garbage that a search of a third of a second would
    find; and each message leaves so much behind that Python's usual threshold would start a
    search several times a message (bench/README.md).
    """
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
    gc.enable()  # it rests while everything is loaded


def build_channel(settings: Settings) -> TelegramChannel:
    """Build the channel; here, so that the terminal trial needs no Telegram library.

    Raises:
        Misconfigured: no token is set, or it has not the form of one, or the library is missing.

    """
    if settings.telegram_token is None:
        raise Misconfigured("TELEGRAM_TOKEN fehlt")
    token = settings.telegram_token.get_secret_value()
    own_id = bot_id(token)
    return TelegramChannel(
        library(settings.telegram_library)(token, settings.telegram_api_base),
        own_id,
        link_previews=settings.telegram_link_previews,
    )


def library(name: str) -> Callable[..., TelegramApi]:
    """Load the one library that is used; no other need be installed.

    Raises:
        Misconfigured: it is missing.

    """
    try:
        if name == "ptb":
            from bot.channels.telegram.through_ptb import PtbApi

            return PtbApi
        from bot.channels.telegram.through_aiogram import AiogramApi
    except ModuleNotFoundError as error:
        wanted = f"TELEGRAM_LIBRARY={name}: {error.name} ist nicht installiert"
        raise Misconfigured(f"{wanted} (pip install '.[{name}]')") from error
    return AiogramApi


async def _work(
    service: Service, channel: TelegramChannel, house: House, stop: asyncio.Event
) -> None:
    await channel.learn_name(stop)
    async with asyncio.TaskGroup() as group:
        group.create_task(_keep_menus(channel, house, stop))
        group.create_task(service.work(stop))


async def _keep_menus(channel: TelegramChannel, house: House, stop: asyncio.Event) -> None:
    """Put up the command menus, and once more where the advisors' group has moved to."""
    shown: Address | None = None
    while not stop.is_set():
        if shown != house.advisors:
            shown = house.advisors
            await channel.put_up_menus(shown)
        await first_of(stop, seconds=LOOK_AGAIN)


async def _deliver(
    settings: Settings, channel: TelegramChannel, service: Service, stop: asyncio.Event
) -> None:
    """Listen first, then tell Telegram where: so no delivery meets a closed door."""
    from bot.incoming.webhook import application, serve

    assert settings.webhook_url
    assert settings.webhook_secret
    secret = settings.webhook_secret.get_secret_value()
    app = application(
        settings.webhook_url,
        secret,
        service.store,
        raw_update,
        channel.receiver.acknowledge_presses,
    )
    runner = await serve(app, settings.webhook_listen)
    log.info("webhook listening on %s", settings.webhook_listen)
    try:
        await channel.receiver.register_webhook(settings.webhook_url, secret, stop)
        await stop.wait()
    finally:
        await runner.cleanup()
