"""The real aiogram talks to the server as it would to Telegram."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramConflictError,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    LinkPreviewOptions,
    Message,
    ReplyParameters,
)

from .person import Person
from .server import FakeTelegram
from .updates import FIRST_ID

KEYS = InlineKeyboardMarkup(
    inline_keyboard=[[InlineKeyboardButton(text="Ja", callback_data="ja")]]
)


def aiogram_bot(server: FakeTelegram, token: str) -> Bot:
    session = AiohttpSession(api=TelegramAPIServer.from_base(server.url))
    return Bot(token, session=session)


@pytest.fixture
async def aio(server: FakeTelegram) -> AsyncIterator[Bot]:
    bot = aiogram_bot(server, server.token)
    yield bot
    await bot.session.close()


async def test_aiogram_polls_sends_and_hears_a_press(
    server: FakeTelegram, aio: Bot, anna: Person
) -> None:
    await anna.writes("/start")
    updates = await aio.get_updates(timeout=5, allowed_updates=["message", "callback_query"])
    assert updates[0].message is not None
    question = updates[0].message
    await aio.send_message(
        question.chat.id,
        "<b>Guten Tag</b>, passt das?",
        parse_mode="HTML",
        reply_markup=KEYS,
        reply_parameters=ReplyParameters(message_id=question.message_id),
        link_preview_options=LinkPreviewOptions(is_disabled=True),
        disable_notification=True,
    )
    heard = await anna.hears()
    assert (heard.text, heard.buttons) == ("Guten Tag, passt das?", ["Ja"])
    press = await anna.presses("Ja", heard)
    query = (await aio.get_updates(offset=FIRST_ID + 1, timeout=5))[0].callback_query
    assert query is not None
    await aio.answer_callback_query(query.id, text="Danke", show_alert=True)
    assert (await press.answered())["show_alert"] is True
    await aio.edit_message_text("Erledigt", chat_id=anna.id, message_id=heard.message_id)
    assert (await anna.sees_edit()).text == "Erledigt"
    assert server.violations == []


async def test_aiogram_sends_files_and_sets_its_menu(
    server: FakeTelegram, aio: Bot, anna: Person
) -> None:
    photo = BufferedInputFile(b"jpeg", "bild.jpg")
    sent = await aio.send_photo(anna.id, photo, caption="Bild")
    assert sent.photo is not None
    file = await aio.get_file(sent.photo[-1].file_id)
    assert file.file_path is not None
    downloaded = await aio.download_file(file.file_path)
    assert downloaded is not None
    assert downloaded.read() == b"jpeg"
    album = await aio.send_media_group(anna.id, [InputMediaPhoto(media=photo)] * 2)
    assert len(album) == 2
    await aio.set_my_commands([BotCommand(command="hilfe", description="Hilfe")])
    assert server.state.profile["setMyCommands"]["commands"][0]["command"] == "hilfe"
    assert server.violations == []


async def test_aiogram_sees_the_right_errors(server: FakeTelegram, aio: Bot, anna: Person) -> None:
    with pytest.raises(TelegramBadRequest, match="can't parse entities"):
        await aio.send_message(anna.id, "<b>x", parse_mode="HTML")
    server.fail_next("sendMessage", status=429, retry_after=7)
    with pytest.raises(TelegramRetryAfter) as caught:
        await aio.send_message(anna.id, "x")
    assert caught.value.retry_after == 7
    anna.blocks_bot()
    with pytest.raises(TelegramForbiddenError):
        await aio.send_message(anna.id, "x")
    server.fail_next("getMe", status=500)
    with pytest.raises(TelegramServerError):
        await aio.get_me()
    server.fail_next("getMe", drop_answer=True)
    with pytest.raises(TelegramNetworkError):
        await aio.get_me()
    server.fail_next("getUpdates", status=409)
    with pytest.raises(TelegramConflictError):
        await aio.get_updates()


async def test_aiogram_with_a_wrong_token(server: FakeTelegram) -> None:
    bot = aiogram_bot(server, "1:WRONG")
    with pytest.raises(TelegramUnauthorizedError):
        await bot.get_me()
    await bot.session.close()


async def test_aiogram_dispatcher_answers(server: FakeTelegram, aio: Bot) -> None:
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def echo(message: Message) -> None:
        await message.answer(f"Echo: {message.text}")

    polling = asyncio.ensure_future(dispatcher.start_polling(aio, handle_signals=False))
    anna, ben = server.person("Anna"), server.person("Ben")
    await anna.writes("a")
    await ben.writes("b")
    assert (await anna.hears()).text == "Echo: a"
    assert (await ben.hears()).text == "Echo: b"
    await dispatcher.stop_polling()
    await polling
    assert server.violations == server.pace_violations == []
