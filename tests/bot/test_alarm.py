"""What fails for a lasting reason is not tried in silence for ever: the admins hear of it."""

import asyncio
import logging
from datetime import timedelta

import pytest

from bot.channels import TryLater
from bot.incoming.inbox import RawUpdate
from bot.outgoing.alarm import Part
from bot.running.service import Service
from db.engine import Database
from db.trouble import Trouble, Unfit
from handlers import texts
from handlers.desk import House
from handlers.messages import Address
from people.person import Role
from tests.bot.ailing import RUNNING
from tests.bot.moody import MoodyStage
from tests.bot.rows import inbox
from tests.clock import Clock
from tests.dialogue.scenes import give_role
from tests.stage import Person, Theatre

CASES = [(kind, name) for kind, cases in RUNNING.items() for name in cases]
FULL = Unfit(Trouble.FULL)


class Watched:
    """A running service and its people; time goes on in steps, as the service's own loops do."""

    def __init__(self, database: Database, house: House, clock: Clock) -> None:
        self.stage = MoodyStage()
        self.play = Theatre(database, house, clock, self.stage)
        self._service = Service(database, self.stage, house, clock)
        self.alarm = self._service.alarm

    async def goes_on(self, minutes: float) -> None:
        for _ in range(int(minutes * 2)):
            await self._service.keep(Part.INBOX, self._step, asyncio.Event())
            await self.alarm.ring()
            self.play.clock.moves(timedelta(seconds=30))

    async def _step(self, stop: asyncio.Event) -> None:
        stop.set()
        await self._service.helpdesk.step(self.stage)


@pytest.fixture
def watched(sqlite_database: Database, house: House, clock: Clock) -> Watched:
    return Watched(sqlite_database, house, clock)


@pytest.fixture
def root(watched: Watched) -> Person:
    return watched.play.person("root")


@pytest.mark.parametrize(
    ("database_url", "name"), CASES, indirect=["database_url"], ids=lambda case: case
)
async def test_a_turn_that_cannot_be_handled_waits_and_the_admins_hear_of_it(
    database: Database,
    house: House,
    clock: Clock,
    name: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    trouble, code, ails, mends = RUNNING["sqlite" if database.is_sqlite else "postgres"][name]
    watched = Watched(database, house, clock)
    anna, root = (watched.play.person(who) for who in ("anna", "root"))
    raw = RawUpdate.of({"chat": "anna", "sender": "anna", "text": "Wie viel?"}, "1", "anna")
    await watched.play.inbox.store("stage", [raw], clock())
    await ails(database)
    caplog.set_level(logging.WARNING)
    await watched.goes_on(minutes=5)
    root.hears_nothing()
    assert f"{code} at" in caplog.text
    await watched.goes_on(minutes=1)
    root.hears("Störung seit So 22.11., 12:00", texts.trouble.WHY[trouble], f"({code})",
               "das Beantworten")  # fmt: skip
    assert f"failing since So 22.11., 12:00: inbox, {trouble} {code}" in caplog.text
    await watched.goes_on(minutes=60)
    root.hears_nothing()
    await mends(database)
    assert [row.state for row in await inbox(database)] == ["new"]
    clock.moves(timedelta(minutes=1))
    await watched.play.settle()
    anna.hears("18.000 Euro")
    await watched.goes_on(minutes=2)
    root.hears("Störung seit So 22.11., 12:00 ist vorbei", "das Beantworten")
    root.hears_nothing()


async def fails(watched: Watched, minutes: float, error: Exception = FULL) -> None:
    """Let a round fail every half minute."""
    for _ in range(int(minutes * 2)):
        watched.alarm.struck(Part.ROUNDS, error)
        await watched.goes_on(minutes=0.5)


@pytest.mark.parametrize("error", [FULL, KeyError("a bug"), ConnectionRefusedError()])
async def test_a_part_that_fails_for_whatever_reason(
    watched: Watched, root: Person, error: Exception
) -> None:
    await fails(watched, 6, error)
    root.hears("Störung seit", "Erinnern, Wiedervorlegen und Schließen")
    root.hears_nothing()


async def test_a_fault_that_passes_is_no_alarm(watched: Watched, root: Person) -> None:
    await fails(watched, 4)
    await watched.goes_on(minutes=10)
    await fails(watched, 4)
    await watched.goes_on(minutes=10)
    root.hears_nothing()


async def test_it_is_said_again_after_hours(watched: Watched, root: Person) -> None:
    await fails(watched, 6 * 60 + 4)
    root.hears("Störung seit")
    root.hears_nothing()
    await fails(watched, 2)
    root.hears("Störung seit")


async def test_one_message_names_all_that_fails_for_one_reason(
    watched: Watched, root: Person
) -> None:
    for _ in range(12):
        for part in (Part.ROUNDS, Part.OUTBOX, Part.FORGETTING):
            watched.alarm.struck(part, FULL)
        await watched.goes_on(minutes=0.5)
    root.hears("Erinnern, Wiedervorlegen und Schließen, das Senden, das Löschen nach")
    root.hears_nothing()


async def test_while_the_messenger_is_away_it_is_tried_on(
    watched: Watched, root: Person, caplog: pytest.LogCaptureFixture
) -> None:
    watched.stage.faults = [TryLater(), TryLater()]
    await fails(watched, 8)
    root.hears("Störung seit")
    root.hears_nothing()
    assert caplog.text.count("failing since") == 1


async def test_who_became_admin_in_the_chat_is_told_without_the_database(
    watched: Watched, root: Person
) -> None:
    await give_role(watched.play, "stage:dora", Role.ADMIN)
    await give_role(watched.play, "console:erna", Role.ADMIN)
    await watched.alarm.learn()
    await fails(watched, 6)
    root.hears("Störung")
    watched.play.person("dora").hears("Störung")
    assert len(watched.stage.sent) == 2


async def test_without_an_admin_here_the_advisors_are_told(
    sqlite_database: Database, house: House, clock: Clock
) -> None:
    house.admins = frozenset(["console:root"])
    watched = Watched(sqlite_database, house, clock)
    await fails(watched, 6)
    assert [chat for chat, _ in watched.stage.sent] == ["-100"]
    house.advisors = Address("console", "beratung")
    other = Watched(sqlite_database, house, clock)
    await fails(other, 6)
    assert other.stage.sent == []


def test_every_part_and_every_trouble_has_its_own_words() -> None:
    assert set(texts.trouble.PARTS) == set(Part)
    assert set(texts.trouble.WHY) == set(Trouble)
    for words in (texts.trouble.PARTS.values(), texts.trouble.WHY.values()):
        assert len(set(words)) == len(words)
