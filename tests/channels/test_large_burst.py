"""Telegram's limits, counted by the fake: a thousand ask at once, two thousand are told."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from markupsafe import Markup

from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.reading import raw_update
from bot.helpdesk import Helpdesk
from bot.incoming.inbox import Inbox
from bot.outgoing import outbox
from bot.outgoing.sender import Sender
from db.engine import Database
from handlers.desk import House
from handlers.messages import Address, Reply
from tests.channels.office import telegram
from tests.clock import Clock
from tests.fake_telegram import FakeTelegram, Person

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]
QUESTIONS, PEOPLE = 1_000, 2_000
OVERALL = 25  # messages a second, as we send them at most


@pytest.fixture
async def server(clock: Clock) -> AsyncIterator[FakeTelegram]:
    """Count without any tolerance: here time passes only when it is told to."""
    async with FakeTelegram(clock=clock.tick, pace_tolerance=0.0) as server:
        yield server
    assert server.violations == []
    assert server.pace_violations == []


@pytest.fixture
async def channel(server: FakeTelegram, library: str) -> AsyncIterator[TelegramChannel]:
    channel = telegram(server, library)
    yield channel
    await channel.close()


@pytest.fixture
def sender(
    sqlite_database: Database, channel: TelegramChannel, house: House, clock: Clock
) -> Sender:
    return Sender(sqlite_database, channel, house, clock, clock.tick)


async def lay(database: Database, clock: Clock, *people: Person, notice: bool) -> None:
    """Lay one message for each of these people into the outbox."""
    words = Markup("Neue Richtlinie") if notice else Markup("Ihre Antwort")
    replies = [Reply(Address("telegram", str(p.id)), words, notice=notice) for p in people]
    async with database.write() as session:
        await outbox.put(session, replies, clock())


async def drained(sender: Sender, clock: Clock, most: float = 3600.0) -> float:
    """Send until nothing is left, or for so many seconds; return how long it took."""
    began = clock.tick()
    while (pause := await sender.drain()) < 3600 and clock.tick() - began < most:
        clock.moves(timedelta(seconds=pause))
    return clock.tick() - began


@pytest.fixture
def inbox(sqlite_database: Database) -> Inbox:
    return Inbox(sqlite_database)


@pytest.fixture
def helpdesk(sqlite_database: Database, house: House, inbox: Inbox, clock: Clock) -> Helpdesk:
    return Helpdesk(sqlite_database, house, inbox, clock)


async def test_a_thousand_questions_at_once(  # noqa: PLR0917 - the parts of the bot
    server: FakeTelegram,
    channel: TelegramChannel,
    sender: Sender,
    inbox: Inbox,
    helpdesk: Helpdesk,
    clock: Clock,
) -> None:
    people = [server.person(f"P{number}") for number in range(QUESTIONS)]
    for person in people:
        await person.writes("Wie viel bekommen wir im Jahr?")
    waiting = [raw_update(pending.update) for pending in server.updates.pending.values()]
    await inbox.store(channel.name, waiting, clock())
    await helpdesk.work_off(channel)
    seconds = await drained(sender, clock)
    assert all("18.000 Euro" in person.catches_up()[0].text for person in people)
    assert seconds <= len(server.sent) / OVERALL + 1  # as fast as it may


# How fast and in which order is the sender's matter, whatever the library; and it takes a while.
@pytest.mark.parametrize("library", ["aiogram"])
async def test_an_answer_overtakes_a_notice_to_two_thousand(
    server: FakeTelegram, sender: Sender, sqlite_database: Database, clock: Clock
) -> None:
    people = [server.person(f"P{number}") for number in range(PEOPLE)]
    anna = server.person("Anna")
    await lay(sqlite_database, clock, *people, notice=True)
    await drained(sender, clock, most=10)
    told = len(server.sent)
    assert told < PEOPLE / 2
    await lay(sqlite_database, clock, anna, people[0], notice=False)
    asked = clock.tick()
    await drained(sender, clock)
    assert len(server.sent) == PEOPLE + 2
    for answered in (anna, people[0]):
        (answer,) = [s for s in answered.catches_up() if s.text == "Ihre Antwort"]
        assert answer.at - asked <= 1.1
    assert all(len(person.catches_up()) == 1 for person in people[1:])
