"""Messages that certainly did not arrive are sent again: later, and in order."""

from datetime import timedelta

import pytest

from bot.channels import TryLater
from bot.outgoing.outcome import TRIES
from db.engine import Database
from handlers.messages import Delivery
from tests.bot.letters import letter, open_ticket, put
from tests.bot.moody import MoodyStage
from tests.bot.rows import outbox
from tests.stage import Theatre


@pytest.fixture
def database(sqlite_database: Database) -> Database:
    """Use one kind of database: this file is about pauses, not about SQL."""
    return sqlite_database


async def test_429_pauses_only_that_chat(play: Theatre, stage: MoodyStage) -> None:
    stage.moods["anna"] = [TryLater(17)]
    both = [letter(chat, f"{n}") for n in (1, 2) for chat in ("anna", "bert")]
    await put(play, *both)
    assert await play.sender.drain() == pytest.approx(17)
    assert stage.texts("bert") == ["1", "2"]
    assert stage.texts("anna") == []
    play.clock.moves(timedelta(seconds=16))
    await play.sender.drain()
    assert stage.texts("anna") == []
    play.clock.moves(timedelta(seconds=1))
    await play.sender.drain()
    assert stage.texts("anna") == ["1", "2"]


async def test_the_pauses_grow(play: Theatre, stage: MoodyStage) -> None:
    stage.moods["anna"] = [TryLater()] * 10
    await put(play, letter("anna", "1"))
    pauses = []
    while (pause := await play.sender.drain()) < 3600:
        pauses.append(round(pause))
        play.clock.moves(timedelta(seconds=pause))
    assert pauses == [2, 4, 8, 16, 32, 64, 128, 256, 300, 300]
    assert stage.texts("anna") == ["1"]


@pytest.mark.parametrize("delivery", Delivery)
async def test_both_classes_are_sent_again_unmarked(
    play: Theatre, stage: MoodyStage, delivery: Delivery
) -> None:
    stage.moods["anna"] = [TryLater(), TryLater(1)]
    await put(play, letter("anna", "1", delivery))
    await play.settle()
    assert stage.texts("anna") == ["1"]
    assert len(stage.attempts) == 3


async def test_an_outage_without_end_is_told_to_the_advisors(
    play: Theatre, stage: MoodyStage, caplog: pytest.LogCaptureFixture
) -> None:
    ticket = await open_ticket(play)
    stage.moods["anna"] = [TryLater()] * TRIES
    await put(play, letter("anna", "Antwort", ticket=ticket), letter("anna", "danach"))
    await play.settle()
    assert stage.texts("anna") == ["danach"]
    assert stage.texts("-100") == [
        "FZ-2026-0001 · Nicht zugestellt: Der Messenger war zu lange nicht erreichbar."
    ]
    assert "not delivered" in caplog.text


async def test_the_advisors_chat_is_never_given_up(play: Theatre, stage: MoodyStage) -> None:
    stage.moods["-100"] = [TryLater()] * (3 * TRIES)
    await put(play, letter("-100", "Karte"))
    await play.settle()
    assert stage.texts("-100") == ["Karte"]


async def test_asked_pauses_are_no_tries(play: Theatre, stage: MoodyStage) -> None:
    stage.moods["anna"] += [TryLater(5)] * (2 * TRIES)
    stage.moods["anna"].append(TryLater())
    await put(play, letter("anna", "1"))
    await play.settle()
    assert stage.texts("anna") == ["1"]
    assert [row.state for row in await outbox(play.database)] == ["sent"]
