"""The clock jumps two days ahead and back: what it wrote there holds nothing up afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest

from bot.channels import TryLater
from bot.channels.pace import Limits, Pace
from bot.incoming.resting import Resting
from bot.outgoing.alarm import Alarm, Part
from bot.upkeep.clockwork import EVERY, is_new_week, links_seen
from guide.plan import Member, Plan, Reminder
from guide.reminders import ReminderStore
from handlers.desk import Stores
from handlers.messages import Reply
from handlers.rounds import make_rounds
from people.person import Role
from people.store import PersonStore
from tests.bot.conftest import Open
from tests.bot.letters import GROUP, letter, open_ticket, put
from tests.bot.moody import MoodyStage
from tests.stage import Theatre
from tickets.life import Step
from tickets.ticket import Ticket

AHEAD = timedelta(days=2)
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@contextmanager
def ahead(play: Theatre, by: timedelta = AHEAD) -> Iterator[None]:
    """Let the clock be ahead for a while."""
    play.clock.moves(by)
    yield
    play.clock.moves(-by)


async def rounds(play: Theatre) -> list[Reply]:
    """Do what is due now, without the clockwork's own memory."""
    async with play.database.write() as session:
        return await make_rounds(Stores(session, play.house, play.clock()))


def heard(stage: MoodyStage, words: str) -> int:
    return sum(words in text for text in stage.texts(GROUP))


async def test_rounds_go_on(play: Theatre, stage: MoodyStage) -> None:
    await open_ticket(play)  # on Sunday; due on Wednesday morning
    play.clock.now = datetime(2026, 11, 24, 23, 0, tzinfo=UTC)  # at night nothing is said
    with ahead(play):
        await play.time_passes()
    await play.time_passes(hours=10)
    assert heard(stage, "davon überfällig: 1") == 1


async def test_rounds_go_on_after_a_restart(
    play: Theatre, stage: MoodyStage, open_theatre: Open
) -> None:
    await open_ticket(play)
    play.clock.now = datetime(2026, 11, 24, 23, 0, tzinfo=UTC)
    with ahead(play):
        await play.time_passes()
    play.clock.moves(timedelta(hours=10))
    again = open_theatre(stage=stage)
    await again.time_passes()
    assert heard(stage, "davon überfällig: 1") == 1


async def test_every_morning_has_its_list(play: Theatre, stage: MoodyStage) -> None:
    await open_ticket(play)
    play.clock.now = MONDAY
    await play.time_passes()
    with ahead(play):
        await play.time_passes()
    before = heard(stage, "Guten Morgen")
    play.clock.moves(timedelta(days=1))
    await play.time_passes()
    assert heard(stage, "Guten Morgen") == before + 1


async def test_every_week_has_its_card_and_its_links(play: Theatre, stage: MoodyStage) -> None:
    async with play.database.write() as session:
        await PersonStore(session).grant("stage:erik", Role.EDITOR, play.clock())
    play.clock.now = MONDAY - AHEAD + timedelta(hours=4)  # Saturday
    with ahead(play):
        async with play.database.write() as session:
            await links_seen(session, play.clock())
        await play.time_passes()
    cards = len(stage.texts("erik"))
    play.clock.now = MONDAY
    async with play.database.write() as session:
        assert await is_new_week(session, play.house, play.clock())
    await play.time_passes()
    assert len(stage.texts("erik")) == cards + 1


async def test_a_429_silences_no_chat(play: Theatre, stage: MoodyStage) -> None:
    stage.moods["anna"] = [TryLater(17)]
    with ahead(play):
        await put(play, letter("anna", "1"), letter("anna", "2"))
        await play.sender.drain()
    assert stage.texts("anna") == []
    await play.sender.recover()
    assert await play.sender.drain() == 3600
    assert stage.texts("anna") == ["1", "2"]


async def test_nor_after_a_restart(play: Theatre, stage: MoodyStage, open_theatre: Open) -> None:
    stage.moods[GROUP] = [TryLater()]
    with ahead(play):
        await put(play, letter(GROUP, "Karte"))
        await play.sender.drain()
    again = open_theatre(stage=stage)
    await again.sender.recover()
    assert await again.sender.drain() == 3600
    assert stage.texts(GROUP) == ["Karte"]


async def test_what_was_not_tried_yet_goes_out(play: Theatre, stage: MoodyStage) -> None:
    with ahead(play):
        await put(play, letter("anna", "1"))
    await play.sender.recover()
    await play.sender.drain()
    assert stage.texts("anna") == ["1"]


async def test_nor_is_anybody_silenced_by_the_pace(play: Theatre, stage: MoodyStage) -> None:
    stage.pace = Pace(Limits())
    play.sender._ticks = lambda: 0.0  # of another clock, which never jumps
    with ahead(play):
        await put(play, letter("anna", "1"), letter("anna", "2"))
        await play.sender.drain()
    play.sender._ticks = lambda: 2.0
    await play.sender.recover()
    await play.sender.drain()
    assert stage.texts("anna") == ["1", "2"]


async def test_a_pause_that_was_asked_for_is_kept(play: Theatre, stage: MoodyStage) -> None:
    stage.moods["anna"] = [TryLater(7200)]
    await put(play, letter("anna", "1"))
    await play.sender.drain()
    await play.sender.recover()
    assert await play.sender.drain() == pytest.approx(7200)


async def test_nor_by_a_jump_between_the_try_and_its_failure(
    play: Theatre, stage: MoodyStage
) -> None:
    stage.moods["anna"] = [TryLater(17)]
    await put(play, letter("anna", "1"))
    (row,) = await play.sender._claim()
    with ahead(play):
        await play.sender._deliver(row)
    await play.sender.recover()
    await play.sender.drain()
    assert stage.texts("anna") == ["1"]


def test_a_chat_in_trouble_rests_no_longer_than_it_may() -> None:
    clock, resting = datetime(2026, 11, 22, tzinfo=UTC), Resting()
    for _ in range(9):
        resting.begin("anna", clock + AHEAD)
    assert resting.chats(clock) == set()
    resting.begin("anna", clock)
    assert resting.chats(clock) == {"anna"}


async def test_what_failed_while_it_was_ahead_lasts_no_longer(play: Theatre) -> None:
    alarm = Alarm(play.database, play.stage, play.house, play.clock)
    with ahead(play):
        alarm.struck(Part.INBOX, OSError())
    await alarm.ring()
    assert alarm._spells == {}


async def ticket_of(play: Theatre) -> Ticket:
    async with play.database.read() as session:
        return await session.get_one(Ticket, 1)


async def test_a_reminder_comes_when_it_is_due(play: Theatre) -> None:
    await open_ticket(play)
    play.clock.now = MONDAY
    with ahead(play, timedelta(days=3)):
        assert len(await rounds(play)) > 0  # overdue, it seems
    play.clock.moves(timedelta(days=2, hours=1))  # now it really is
    assert any("überfällig" in reply.text for reply in await rounds(play))
    assert not await rounds(play)


async def test_who_asks_while_it_is_ahead_waits_no_longer(play: Theatre) -> None:
    with ahead(play):
        await open_ticket(play)
    await rounds(play)
    ticket = await ticket_of(play)
    assert ticket.waiting_since == play.clock()
    assert ticket.due_at == play.house.hours.due(play.clock(), play.house.response_days)


async def test_the_notice_before_closing_comes_in_time(play: Theatre) -> None:
    await open_ticket(play)
    play.clock.now = MONDAY
    async with play.database.write() as session:
        ticket = await session.get_one(Ticket, 1)
        ticket.take(Step.ANSWER, play.clock())
    play.clock.moves(timedelta(days=9, hours=1))
    with ahead(play):
        assert len(await rounds(play)) == 1  # too early
    assert not await rounds(play)
    play.clock.moves(AHEAD - timedelta(minutes=1))
    assert [reply.to.chat for reply in await rounds(play)] == ["anna"]
    assert (await ticket_of(play)).warned_at == play.clock()


async def test_a_wished_reminder_comes_when_it_is_due(play: Theatre) -> None:
    now = play.clock()
    async with play.database.write() as session:
        plan = Plan(
            name="Haus", owner="stage:anna", answers={}, visited=[], begun_at=now, moved_at=now
        )
        session.add(plan)
        await session.flush()
        member = Member(plan_id=plan.id, address="stage:anna", label="A", joined_at=now)
        session.add(member)
        await session.flush()
        session.add(Reminder(member_id=member.id, year=2028, days=3, due_at=now + EVERY))
    sent = []
    for by in (AHEAD, -AHEAD, 2 * EVERY, EVERY):
        play.clock.moves(by)
        async with play.database.write() as session:
            store = ReminderStore(session, play.clock())
            due = [reminder for reminder, _, _ in await store.due()]
            store.sent(due)
        sent.append(len(due))
    assert sent == [1, 0, 1, 0]
