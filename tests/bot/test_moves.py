"""A group gets a new address: what was to go to the old one goes to the new one."""

import asyncio
import itertools
from dataclasses import replace

import pytest

from bot.channels import GroupMoved
from bot.outgoing import moved_groups as moves
from bot.running import service as serve
from bot.running.assembling import follow_moves
from bot.running.service import Service
from handlers.desk import House
from handlers.messages import Address
from tests.bot.conftest import Open
from tests.bot.letters import GROUP, letter, open_ticket, put
from tests.bot.moody import MoodyStage
from tests.bot.rows import outbox
from tests.stage import Stage, Theatre

NEW = "-200"
MOVED = {"chat": GROUP, "moved": NEW}


def address(chat: str) -> Address:
    return Address("stage", chat)


async def test_the_messenger_says_so(play: Theatre, stage: MoodyStage) -> None:
    await put(play, letter(GROUP, "wartet"), letter("anna", "auch"))
    await play.deliver(MOVED)
    assert play.house.advisors == address(NEW)
    assert stage.texts(NEW) == ["wartet"]
    assert stage.texts(GROUP) == []
    assert stage.texts("anna") == ["auch"]


async def test_a_message_finds_out(play: Theatre, stage: MoodyStage) -> None:
    stage.moods[GROUP] = [GroupMoved(NEW)]
    await put(play, letter(GROUP, "1"), letter(GROUP, "2"))
    await play.settle()
    assert stage.texts(NEW) == ["1", "2"]
    assert play.house.advisors == address(NEW)


async def test_what_was_sent_stays_with_the_old_address(play: Theatre) -> None:
    await put(play, letter(GROUP, "damals"))
    await play.settle()
    await play.deliver(MOVED)
    assert [row.chat for row in await outbox(play.database)] == [GROUP]


async def test_new_tickets_are_shown_at_the_new_address(play: Theatre, stage: MoodyStage) -> None:
    await play.deliver(MOVED)
    await play.person("anna").says("/anfrage Wer haftet?")
    assert len(stage.texts(NEW)) == 1


async def test_a_card_is_posted_anew_where_the_group_is_now(
    play: Theatre, stage: MoodyStage
) -> None:
    await open_ticket(play)
    await play.deliver(MOVED)
    await play.deliver({"chat": NEW, "sender": "root", "text": "/schliessen 1"})
    assert [text.split("\n")[0] for text in stage.texts(NEW) if "·" in text] == [
        "FZ-2026-0001 · geschlossen"
    ]


async def test_a_restart_knows_of_it(play: Theatre, open_theatre: Open, house: House) -> None:
    before = replace(house)
    await play.deliver(MOVED)
    await play.deliver({"chat": NEW, "moved": "-300"})
    later = open_theatre(before)
    assert later.house.advisors == address(GROUP)
    await follow_moves(later.database, later.house)
    assert later.house.advisors == address("-300")


def elsewhere(replica: Theatre, house: House, stage: Stage | None = None) -> Theatre:
    """Give a replica what it knows by itself, and updates of its own."""
    other = Theatre(replica.database, replace(house), replica.clock, stage or Stage())
    other._keys = itertools.count(1000)
    return other


async def test_another_replica_is_not_deaf(play: Theatre, replica: Theatre, house: House) -> None:
    """What is said in the group meanwhile is understood by whoever fetches it."""
    other = elsewhere(replica, house)
    await play.person("anna").says("/anfrage Wer haftet?")
    await play.deliver(MOVED)
    assert other.house.advisors == address(GROUP)
    await other.deliver({"chat": NEW, "sender": "root", "text": "/antwort 1 Die Stadt."})
    assert any("Die Stadt." in heard.text for chat, heard in other.stage.sent if chat == "anna")


async def test_a_running_replica_follows_by_itself(
    play: Theatre, replica: Theatre, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where nothing is said in the group: new cards go where it is now."""
    assert serve.LOOK_AGAIN <= 2
    monkeypatch.setattr(serve, "LOOK_AGAIN", 0.01)
    other, stop = replace(house), asyncio.Event()
    service = Service(replica.database, replica.stage, other)
    async with asyncio.timeout(20), asyncio.TaskGroup() as group:
        group.create_task(service.work(stop))
        await play.deliver(MOVED)
        while other.advisors != address(NEW):  # noqa: ASYNC110 - it tells nobody
            await asyncio.sleep(0.01)
        stop.set()


async def test_a_replica_that_does_not_know_yet_learns_it_from_the_refusal(
    play: Theatre, replica: Theatre, house: House
) -> None:
    stage = MoodyStage()
    stage.moods[GROUP] = [GroupMoved(NEW)]
    late = elsewhere(replica, house, stage)
    await play.deliver(MOVED)
    await late.person("anna").says("/anfrage Wer haftet?")
    assert len(stage.texts(NEW)) == 1
    assert late.house.advisors == address(NEW)


async def test_an_address_that_two_replicas_note_at_once(play: Theatre, replica: Theatre) -> None:
    async def note(theatre: Theatre) -> None:
        async with theatre.database.write() as session:
            await moves.record(session, address(GROUP), address(NEW))

    await asyncio.gather(note(play), note(replica), return_exceptions=True)
    async with replica.database.read() as session:
        await moves.follow(session, replica.house)
    assert replica.house.advisors == address(NEW)


async def test_addresses_in_a_circle_end(play: Theatre) -> None:
    async with play.database.write() as session:
        await moves.record(session, address(GROUP), address(NEW))
        await moves.record(session, address(NEW), address(GROUP))
        await moves.follow(session, play.house)
    assert play.house.advisors == address(GROUP)
