"""An update is stored once per channel and key, however often a messenger delivers it."""

import pytest

from bot.incoming.inbox import Inbox, RawUpdate
from db.engine import Database
from faq.question import AskedQuestion
from tests.bot.rows import count, inbox
from tests.clock import Clock
from tests.stage import Theatre

QUESTION = {"chat": "anna", "sender": "anna", "text": "Dürfen wir Hühner halten?"}


async def test_the_same_update_three_times_is_one_question(play: Theatre) -> None:
    for _ in range(3):
        await play.deliver(QUESTION, key=7)
    assert await count(play.database, AskedQuestion) == 1
    assert len(play.stage.sent) == 1


async def test_the_same_update_three_times_in_one_batch(play: Theatre) -> None:
    raw = RawUpdate.of(QUESTION, 7, "anna")
    await play.inbox.store("stage", [raw, raw, raw], play.clock())
    await play.settle()
    assert await count(play.database, AskedQuestion) == 1


async def test_one_press_delivered_three_times_is_one_ticket(play: Theatre) -> None:
    anna = play.person("anna")
    await anna.says("Dürfen wir Hühner halten?")
    press = {"chat": "anna", "sender": "anna", "press": play.stage.sent[0][1].buttons[0].data}
    for _ in range(3):
        await play.deliver(press, key=8)
    cards = [heard for chat, heard in play.stage.sent if chat == "-100"]
    assert [card.text.count("FZ-2026-0001") for card in cards] == [1]


async def test_channels_count_for_themselves(database: Database, clock: Clock) -> None:
    box = Inbox(database)
    raw = RawUpdate.of(QUESTION, 7, "anna")
    await box.store("stage", [raw], clock())
    await box.store("other", [raw], clock())
    assert [row.channel for row in await inbox(database)] == ["stage", "other"]


@pytest.mark.parametrize("key", [None, "", True, 1.5, [], "x" * 64, "\0", "\ud800"])
def test_without_a_usable_key_the_content_is_the_key(key: object) -> None:
    first, again, other = (RawUpdate.of({"n": n}, key, "anna") for n in (1, 1, 2))
    assert first.key == again.key != other.key
    assert first.key.startswith("sha256:")


@pytest.mark.parametrize("key", [7, 0, -1, 2**70, "7", "a-b", "x" * 63])
def test_a_usable_key_is_kept(key: object) -> None:
    assert RawUpdate.of({}, key, "anna").key == str(key)


async def test_what_a_database_does_not_take_holds_up_no_batch(play: Theatre) -> None:
    odd: list[object] = ["a\0b", "\ud83d", {"id": "\0"}, 2**70, [], "ü" * 100]
    batch = [RawUpdate.of({"poison": "\0\ud800"}, f"k{n}", chat) for n, chat in enumerate(odd)]
    await play.inbox.store("stage", [*batch, RawUpdate.of(QUESTION, 7, "anna")], play.clock())
    await play.settle()
    assert len(play.stage.sent) == 1
    assert len(await play.inbox.dead()) == len(odd)


async def test_nothing_to_store_opens_no_transaction(play: Theatre) -> None:
    await play.inbox.store("stage", [], play.clock())
    assert not play.inbox.arrived.is_set()
