"""Updates that are not what Telegram promises: kept, laid aside, and nobody else waits."""

import json
from typing import Any

import pytest

from bot.channels import Unparsable, decode
from bot.channels.telegram.reading import raw_update, read
from bot.incoming.inbox import InboxState
from handlers.messages import Address, Incoming, Other, Press, Text
from tests.channels.office import Office
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
PRESS = {"id": "1", "from": STRANGER, "chat_instance": "1", "data": "helped:1"}
SHOWN = {"message_id": 5, "date": 0, "chat": CHAT}


def press(**fields: Any) -> dict[str, Any]:
    """Write the press of a button with some fields put wrong; None leaves a field out."""
    whole = PRESS | {"message": SHOWN} | fields
    return {"callback_query": {key: value for key, value in whole.items() if value is not None}}


POISON = {
    "no message id": message(message_id=None),
    "message id in words": message(message_id="fünf"),
    "message id is a truth": message(message_id=True),
    "no chat": message(chat=None),
    "chat without id": message(chat={"type": "private"}),
    "chat id in words": message(chat={"id": "siebenundsiebzig", "type": "private"}),
    "chat is a list": message(chat=[1]),
    "sender is a word": message(**{"from": "Mallory"}),
    "sender without an id": message(**{"from": {"is_bot": False, "first_name": "Mallory"}}),
    "speaks for a word": message(sender_chat=CANARY),
    "text is a number": message(text=7),
    "text is a thing": message(text={"a": CANARY}),
    "reply to a word": message(reply_to_message=CANARY),
    "reply to a message without id": message(reply_to_message={"text": CANARY}),
    "topic without a number": message(is_topic_message=True),
    "photo is a word": message(text=None, photo=CANARY),
    "photo of words": message(text=None, photo=[CANARY]),
    "photo without a file": message(text=None, photo=[{"width": 1, "height": 1}]),
    "document without a file": message(text=None, document={"file_name": CANARY}),
    "voice is a number": message(text=None, voice=7),
    "caption is a list": message(text=None, voice={"file_id": "v"}, caption=[CANARY]),
    "moved to a word": message(text=None, migrate_to_chat_id=CANARY),
    "message is a list": {"message": []},
    "message is a word": {"message": CANARY},
    "edited message is a number": {"edited_message": 7},
    "press without a sender": press(**{"from": None}),
    "press of a nobody": press(**{"from": {"is_bot": False, "first_name": "Mallory"}}),
    "press on a word": press(message=CANARY),
    "press without a place": press(message={"message_id": 5, "date": 0}),
    "press with a number": press(data=7),
}
# Both libraries refuse most of these; the first stops their own polling for a day (aiogram#1840).
ODD = {
    "hidden user without a name": message(forward_origin=HIDDEN_USER),
    "unknown origin": message(forward_origin={"type": "Mond", "date": 1}),
    "origin is a word": message(forward_origin=CANARY),
    "date in words": message(date="gestern"),
    "date out of this world": message(date=10**20),
    "no date": message(date=None),
    "chat without a type": message(chat={"id": 77}),
    "chat of an unknown type": message(chat={"id": 77, "type": "Hologramm"}),
    "sender without a name": message(**{"from": {"id": 77, "is_bot": False}}),
    "entities are a word": message(entities="fett"),
    "entity without a place": message(entities=[{"type": "bold"}]),
    "unknown entity": message(entities=[{"type": "Blinken", "offset": 0, "length": 1}]),
    "unknown field": message(hologramm={"tiefe": 3}),
    "quote is a number": message(quote=7),
    "sticker without a file": message(text=None, sticker={"emoji": "x"}),
    "poll without options": message(text=None, poll={"question": CANARY}),
    "press without an id": press(id=None),
    "press without data": press(data=None),
    "press with an endless word": press(data=CANARY * 100),
}
HARMLESS: dict[str, dict[str, Any]] = {
    "unknown type": {"hologramm": {"text": CANARY}},
    "unknown type beside nothing": {"hologramm": None},
    "empty": {},
    "a post in a channel": {
        "channel_post": {"message_id": 1, "date": 1, "chat": {"id": -9, "type": "channel"}}
    },
    "message is nothing": {"message": None},
    "press far from any message": {"callback_query": PRESS},
}


def parse(update: dict[str, Any]) -> Incoming | None:
    stored = raw_update({"update_id": 1} | update).raw
    return read(decode(stored), bot_id=424242, bot_name="amt_test_bot")


@pytest.mark.parametrize("update", POISON.values(), ids=POISON.keys())
def test_poison_cannot_be_read(update: dict[str, Any]) -> None:
    with pytest.raises(Unparsable):
        parse(update)


@pytest.mark.parametrize("update", ODD.values(), ids=ODD.keys())
def test_what_is_odd_where_we_do_not_look_is_read_all_the_same(update: dict[str, Any]) -> None:
    incoming = parse(update)
    assert incoming
    assert incoming.chat == incoming.sender == Address("telegram", "77")
    assert isinstance(incoming.body, Text | Other | Press)


@pytest.mark.parametrize("update", HARMLESS.values(), ids=HARMLESS.keys())
def test_some_updates_say_nothing_to_us(update: dict[str, Any]) -> None:
    assert parse(update) is None


async def test_nobody_waits_behind_poison(
    server: FakeTelegram, office: Office, anna: Person, caplog: pytest.LogCaptureFixture
) -> None:
    await anna.writes("Davor")
    for update in [*POISON.values(), *HARMLESS.values(), *ODD.values()]:
        server.inject(update)
    await anna.writes("Danach")
    async with office:
        await office.settled()
    assert len(anna.catches_up()) == 2
    assert len(POISON) + len(HARMLESS) + len(ODD) >= 50
    states = [row.state for row in await office.stored()]
    assert states.count(InboxState.DEAD) == len(POISON)
    assert states.count(InboxState.DONE) == len(HARMLESS) + len(ODD) + 2
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
    assert states.count(InboxState.DEAD) == 5
    assert states.count(InboxState.DONE) == 4  # Anna's, and updates that say nothing


@pytest.mark.parametrize("text", ["NUL \0 mittendrin", "halbes Zeichen \ud800", "x" * 4096])
async def test_odd_texts_are_answered(text: str, office: Office, server: FakeTelegram) -> None:
    server.inject(message(text=text) | {"update_id": 730_000_500})
    async with office:
        await office.settled()
    assert "keine geprüfte Antwort" in server.sent[-1].text
    (row,) = await office.stored()
    assert (row.state, row.raw) == (InboxState.DONE, "")
