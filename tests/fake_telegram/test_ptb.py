"""The real python-telegram-bot talks to the server as it would to Telegram."""

from collections.abc import AsyncIterator

import pytest
import telegram
import telegram.error

from .person import Person
from .server import FakeTelegram
from .updates import FIRST_ID


@pytest.fixture
async def ptb(server: FakeTelegram) -> AsyncIterator[telegram.Bot]:
    bot = telegram.Bot(
        server.token,
        base_url=f"{server.url}/bot",
        base_file_url=f"{server.url}/file/bot",
    )
    async with bot:
        yield bot


async def test_ptb_polls_sends_and_hears_a_press(
    server: FakeTelegram, ptb: telegram.Bot, anna: Person
) -> None:
    await anna.writes("Hallo")
    updates = await ptb.get_updates(timeout=5, allowed_updates=["message", "callback_query"])
    assert updates[0].message is not None
    assert updates[0].message.text == "Hallo"
    button = telegram.InlineKeyboardButton("Ja", callback_data="ja")
    await ptb.send_message(
        anna.id,
        "<i>Passt das?</i>",
        parse_mode="HTML",
        reply_markup=telegram.InlineKeyboardMarkup([[button]]),
        reply_parameters=telegram.ReplyParameters(1),
        disable_notification=True,
    )
    heard = await anna.hears()
    press = await anna.presses("Ja")
    updates = await ptb.get_updates(offset=FIRST_ID + 1, timeout=5)
    assert updates[0].callback_query is not None
    await updates[0].callback_query.answer("Danke")
    assert (await press.answered())["text"] == "Danke"
    await ptb.edit_message_text("Erledigt", anna.id, heard.message_id)
    assert (await anna.sees_edit()).text == "Erledigt"
    assert server.violations == []


async def test_ptb_sends_files_and_sets_its_menu(
    server: FakeTelegram, ptb: telegram.Bot, anna: Person
) -> None:
    sent = await ptb.send_document(anna.id, b"%PDF", filename="antrag.pdf", caption="Antrag")
    assert sent.document is not None
    assert sent.document.file_name == "antrag.pdf"
    file = await ptb.get_file(sent.document.file_id)
    assert bytes(await file.download_as_bytearray()) == b"%PDF"
    album = await ptb.send_media_group(anna.id, [telegram.InputMediaPhoto(b"1")] * 2)
    assert len(album) == 2
    await ptb.set_my_commands([("hilfe", "Hilfe")])
    assert server.violations == []


async def test_ptb_sees_the_right_errors(
    server: FakeTelegram, ptb: telegram.Bot, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Without it PTB warns of a future change whenever it is told to wait.
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    with pytest.raises(telegram.error.BadRequest, match="Message text is empty"):
        await ptb.send_message(anna.id, "")
    server.fail_next("sendMessage", status=429, retry_after=7)
    with pytest.raises(telegram.error.RetryAfter):
        await ptb.send_message(anna.id, "x")
    anna.blocks_bot()
    with pytest.raises(telegram.error.Forbidden):
        await ptb.send_message(anna.id, "x")
    server.fail_next("getMe", status=502)
    with pytest.raises(telegram.error.NetworkError):
        await ptb.get_me()
