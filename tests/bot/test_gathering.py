"""What comes in pieces waits until it is whole, and is handled or laid aside as a whole."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from bot.incoming.gathering import QUIET
from bot.incoming.inbox import InboxState, RawUpdate
from handlers.messages import Incoming, Media, Reply
from tests.bot.moody import MoodyStage
from tests.bot.rows import inbox
from tests.stage import Theatre

LITTLE = timedelta(seconds=0.5)


@pytest.fixture
def seen(play: Theatre, monkeypatch: pytest.MonkeyPatch) -> list[Incoming]:
    """List what is handled; a caption that says "oh" goes wrong."""
    handled: list[Incoming] = []

    async def answer(session: AsyncSession, incoming: Incoming) -> list[Reply]:
        del session
        if isinstance(incoming.body, Media) and "oh" in incoming.body.text:
            raise RuntimeError
        handled.append(incoming)
        return []

    monkeypatch.setattr(play.helpdesk, "answer", answer)
    return handled


async def comes(play: Theatre, name: str, **more: Any) -> None:
    """Let a picture come in."""
    file = ("Bild", name, 10, name)
    update = {"chat": "anna", "sender": "anna", "file": file, "album": "a1", "text": "", **more}
    raw = RawUpdate.of(update, name, update["chat"])
    await play.inbox.store("stage", [raw], play.clock())


def names(incoming: Incoming) -> list[str]:
    assert isinstance(incoming.body, Media)
    return [file.name for file in incoming.body.files]


async def test_it_waits_until_nothing_more_comes(play: Theatre, seen: list[Incoming]) -> None:
    for name in ("1", "2", "3"):
        await comes(play, name)
        play.clock.moves(LITTLE * 2)
        assert not await play.helpdesk.step(play.stage)
    play.clock.moves(LITTLE)
    assert await play.helpdesk.step(play.stage)
    assert [names(each) for each in seen] == [["1", "2", "3"]]
    assert [row.state for row in await inbox(play.database)] == [InboxState.DONE] * 3


async def test_others_do_not_wait_with_it(play: Theatre, seen: list[Incoming]) -> None:
    await comes(play, "1")
    raw = RawUpdate.of({"chat": "bert", "sender": "bert", "text": "Hallo"}, "t", "bert")
    await play.inbox.store("stage", [raw], play.clock())
    assert await play.helpdesk.step(play.stage)
    assert [each.chat.chat for each in seen] == ["bert"]


async def test_a_channel_whose_clients_do_not_split_waits_for_nothing(
    play: Theatre, seen: list[Incoming]
) -> None:
    play.stage.splits = False
    await comes(play, "1")
    await comes(play, "2")
    assert await play.helpdesk.step(play.stage)
    assert [names(each) for each in seen] == [["1"]]


async def test_what_came_in_by_a_clock_that_was_ahead_waits_for_nothing(
    play: Theatre, seen: list[Incoming]
) -> None:
    play.clock.moves(timedelta(days=2))
    await comes(play, "1")
    play.clock.moves(-timedelta(days=2))
    assert await play.helpdesk.step(play.stage)
    assert [names(each) for each in seen] == [["1"]]


async def test_a_clock_that_goes_back_while_it_waits_holds_nothing_up(
    play: Theatre, seen: list[Incoming]
) -> None:
    await comes(play, "1")
    assert not await play.helpdesk.step(play.stage)
    play.clock.moves(-timedelta(days=2))
    assert await play.helpdesk.step(play.stage)
    assert len(seen) == 1


async def test_a_fault_lays_all_of_it_aside(
    play: Theatre, seen: list[Incoming], stage: MoodyStage
) -> None:
    await comes(play, "1")
    await comes(play, "2", text="oh")
    await comes(play, "3")
    play.clock.moves(QUIET)
    await play.helpdesk.work_off(play.stage)
    assert [row.state for row in await inbox(play.database)] == [InboxState.DEAD] * 3
    assert seen == []
    await play.sender.drain()
    assert len(stage.texts("anna")) == 1  # one apology for all of it


async def test_another_replica_gets_no_half_of_it(
    play: Theatre, seen: list[Incoming], replica: Theatre, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replica.helpdesk, "answer", play.helpdesk.answer)
    await comes(play, "1")
    await comes(play, "2")
    play.clock.moves(QUIET)
    both = (theatre.helpdesk.work_off(theatre.stage) for theatre in (play, replica))
    await asyncio.gather(*both)
    assert [names(each) for each in seen] == [["1", "2"]]
