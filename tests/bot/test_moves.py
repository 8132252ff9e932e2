"""A group gets a new address: what was to go to the old one goes to the new one."""

from dataclasses import replace

from bot.channels import GroupMoved
from bot.outgoing import moved_groups as moves
from bot.running.assembling import follow_moves
from handlers.desk import House
from handlers.messages import Address
from tests.bot.conftest import Open
from tests.bot.letters import GROUP, letter, open_ticket, put
from tests.bot.moody import MoodyStage
from tests.bot.rows import outbox
from tests.stage import Theatre

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


async def test_addresses_in_a_circle_end(play: Theatre) -> None:
    async with play.database.write() as session:
        await moves.record(session, address(GROUP), address(NEW))
        await moves.record(session, address(NEW), address(GROUP))
        await moves.follow(session, play.house)
    assert play.house.advisors == address(GROUP)
