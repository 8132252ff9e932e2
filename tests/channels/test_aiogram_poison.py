"""Updates that are not what Telegram promises: kept, laid aside, and nobody else waits."""

import json
from typing import Any

import pytest

from bot.channels import Unparsable, decode
from bot.channels.telegram import raw_update
from bot.channels.telegram_aiogram import AiogramChannel
from bot.inbox import InboxState
from tests.channels.office import TOKEN, Office
from tests.fake_telegram import FakeTelegram, Person

CANARY = "Kanarienvogel"
STRANGER = {"id": 77, "is_bot": False, "first_name": "Mallory"}
CHAT = {"id": 77, "type": "private", "first_name": "Mallory"}


def message(**fields: Any) -> dict[str, Any]:
    """Write a message with some fields put wrong; None leaves a field out."""
    sound = {"message_id": 5, "date": 1_795_000_000, "chat": CHAT, "from": STRANGER}
    whole = sound | {"text": CANARY} | fields
    return {"message": {key: value for key, value in whole.items() if value is not None}}


HIDDEN_USER = {"type": "hidden_user", "date": 1_795_000_000}
POISON = {
    "hidden user without a name": message(forward_origin=HIDDEN_USER),  # aiogram#1840
    "unknown origin": message(forward_origin={"type": "Mond", "date": 1}),
    "no message id": message(message_id=None),
    "message id in words": message(message_id="fünf"),
    "date in words": message(date="gestern"),
    "date out of this world": message(date=10**20),
    "no date": message(date=None),
    "no chat": message(chat=None),
    "chat without id": message(chat={"type": "private"}),
    "chat is a list": message(chat=[1]),
    "sender without a name": message(**{"from": {"id": 77, "is_bot": False}}),
    "sender is a word": message(**{"from": "Mallory"}),
    "text is a number": message(text=7),
    "text is a thing": message(text={"a": CANARY}),
    "entities are a word": message(entities="fett"),
    "entity without a place": message(entities=[{"type": "bold"}]),
    "reply to a word": message(reply_to_message=CANARY),
    "sticker without a file": message(text=None, sticker={"emoji": "x"}),
    "photo is a word": message(text=None, photo=CANARY),
    "message is a list": {"message": []},
    "message is a word": {"message": CANARY},
    "edited message is a number": {"edited_message": 7},
    "press without a sender": {"callback_query": {"id": "1", "chat_instance": "1", "data": "x"}},
    "press on a word": {
        "callback_query": {"id": "1", "from": STRANGER, "chat_instance": "1", "message": CANARY}
    },
    "press without an id": {"callback_query": {"from": STRANGER, "chat_instance": "1"}},
}
HARMLESS: dict[str, dict[str, Any]] = {
    "unknown type": {"hologramm": {"text": CANARY}},
    "unknown type beside nothing": {"hologramm": None},
    "empty": {},
    "a post in a channel": {
        "channel_post": {"message_id": 1, "date": 1, "chat": {"id": -9, "type": "channel"}}
    },
    "message is nothing": {"message": None},
    "press far from any message": {
        "callback_query": {"id": "1", "from": STRANGER, "chat_instance": "1", "data": "helped:1"}
    },
}


@pytest.fixture(scope="module")
def channel() -> AiogramChannel:
    return AiogramChannel(TOKEN, "http://127.0.0.1:1")  # reads only, and calls nobody


@pytest.mark.parametrize("update", POISON.values(), ids=POISON.keys())
def test_poison_cannot_be_read(update: dict[str, Any], channel: AiogramChannel) -> None:
    with pytest.raises(Unparsable):
        channel.parse(decode(raw_update({"update_id": 1} | update).raw))


@pytest.mark.parametrize("update", HARMLESS.values(), ids=HARMLESS.keys())
def test_some_updates_say_nothing_to_us(update: dict[str, Any], channel: AiogramChannel) -> None:
    assert channel.parse(decode(raw_update({"update_id": 1} | update).raw)) is None


async def test_nobody_waits_behind_poison(
    server: FakeTelegram, office: Office, anna: Person, caplog: pytest.LogCaptureFixture
) -> None:
    await anna.writes("Davor")
    for update in [*POISON.values(), *HARMLESS.values()]:
        server.inject(update)
    await anna.writes("Danach")
    async with office:
        await office.settled()
    assert len(anna.catches_up()) == 2
    states = [row.state for row in await office.stored()]
    assert states.count(InboxState.DEAD) == len(POISON)
    assert states.count(InboxState.DONE) == len(HARMLESS) + 2
    alerts = [r.getMessage() for r in caplog.records if r.name == "helpdesk.alert"]
    assert len(alerts) == len(POISON)
    assert all(row.reference for row in await office.stored() if row.state == InboxState.DEAD)
    assert CANARY not in caplog.text
    assert "Mallory" not in caplog.text


async def test_things_that_are_no_updates_at_all(
    server: FakeTelegram, office: Office, anna: Person
) -> None:
    await anna.writes("Ich bin echt")
    real = next(iter(server.updates.pending.values())).update
    batch: list[Any] = [
        None,
        7,
        "Quatsch",
        [],
        True,
        {},
        real,
        {"update_id": "acht"},
        {"update_id": True},
    ]
    server.fail_next("getUpdates", body=json.dumps({"ok": True, "result": batch}))
    async with office:
        await office.settled()
    assert "keine geprüfte Antwort" in (await anna.hears()).text
    states = [row.state for row in await office.stored()]
    assert states.count(InboxState.DEAD) == 7
    assert states.count(InboxState.DONE) == 2  # Anna's, and an empty update


@pytest.mark.parametrize("text", ["NUL \0 mittendrin", "halbes Zeichen \ud800", "x" * 4096])
async def test_odd_texts_are_answered(text: str, office: Office, server: FakeTelegram) -> None:
    server.inject(message(text=text) | {"update_id": 730_000_500})
    async with office:
        await office.settled()
    assert "keine geprüfte Antwort" in server.sent[-1].text
    (row,) = await office.stored()
    assert (row.state, row.raw) == (InboxState.DONE, "")
