"""Die at every single step, start again, go on: nothing is lost, nothing happens twice.

A step is: just before and just after each commit, each message sent, each poll. The mutants
are the two classic mistakes (one of them in both its forms); the same check must find them.
"""

import os
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from db.engine import Database
from handlers.desk import House
from people.person import Role
from people.store import PersonStore
from tests.clock import Clock
from tests.crash.life import AcknowledgesFirst, Life, MarksDoneLater, SplitsTheTurn
from tests.crash.messenger import Messenger
from tests.crash.places import OnPostgres, OnSqlite, Place
from tests.crash.script import long_script, short_script
from tests.crash.verdict import Verdict, judge
from tests.crash.world import World, look
from tests.postgres import Server

pytestmark = pytest.mark.timeout(600)  # PostgreSQL takes a second for each schedule
AT_ONCE = 3  # chats in which a message may be on its way at the same time


@dataclass
class Schedules:
    """Plays a script again and again, each time with other deaths in it."""

    place: Place
    house: House
    script: Callable[[], Messenger] = long_script
    life: type[Life] = Life
    steps: list[str] = field(default_factory=list)  # of the last life

    async def play(self, *deaths: int) -> World:
        """Let one process after the other die, the last one of them live."""
        url = await self.place.fresh()
        messenger, clock = self.script(), Clock()
        for die_at in (*deaths, None):
            life = self.life(url, messenger, self.house, clock)
            self.steps = await life.live(die_at)
        return await look(url, messenger)


async def furnish(database: Database) -> None:
    """Let Carla be an advisor from the beginning."""
    async with database.write() as session:
        await PersonStore(session).grant("stage:carla", Role.ADVISOR, Clock()())


@pytest.fixture
def on_sqlite(tmp_path: Path) -> OnSqlite:
    return OnSqlite(tmp_path, furnish)


@pytest.fixture
async def on_postgres(postgres_server: Server) -> AsyncIterator[OnPostgres]:
    place = OnPostgres(postgres_server, furnish)
    yield place
    await place.close()


@pytest.fixture(params=["on_sqlite"])
def schedules(request: pytest.FixtureRequest, house: House) -> Schedules:
    place: Place = request.getfixturevalue(request.param)
    return Schedules(place, house)


on_both = pytest.mark.parametrize("schedules", ["on_sqlite", "on_postgres"], indirect=True)


def report(what: str, verdicts: list[Verdict]) -> list[str]:
    """Print a summary; return the faults."""
    faults = [f"{n}: {fault}" for n, verdict in enumerate(verdicts, 1) for fault in verdict.faults]
    bad = sum(bool(verdict.faults) for verdict in verdicts)
    repeated = sum(verdict.repeated for verdict in verdicts)
    unclear = sum(verdict.unclear for verdict in verdicts)
    print(  # noqa: T201 - the figures are the result
        f"\n{what}: {len(verdicts)} schedules, {bad} with something lost or doubled, "
        f"{repeated} repeated and marked, {unclear} unclear and shown",
        *faults,
        sep="\n",
    )
    return faults


@on_both
async def test_without_a_death_all_is_as_the_script_says(schedules: Schedules) -> None:
    calm = await schedules.play()
    assert len(calm.inbox) == 5
    assert calm.tickets == 1
    assert len(calm.thread) == 3
    assert len(calm.letters) == len(calm.screens) == 7
    assert len(calm.cards) == 1
    assert judge(calm, calm) == Verdict()


@pytest.mark.slow
@on_both
async def test_one_death_at_every_step(schedules: Schedules) -> None:
    calm = await schedules.play()
    number = len(schedules.steps)
    assert number > 60
    verdicts = [judge(calm, await schedules.play(k)) for k in range(1, number + 1)]
    assert report("one death", verdicts) == []
    # One death leaves in doubt what was being sent just then, and nothing else.
    assert any(verdict.repeated for verdict in verdicts)
    assert any(verdict.unclear for verdict in verdicts)
    assert max(verdict.repeated + verdict.unclear for verdict in verdicts) <= AT_ONCE


@pytest.mark.slow
@on_both
async def test_two_deaths_at_pairs_of_steps(schedules: Schedules) -> None:
    """Every third pair finds as much as all; `make crash` (PAIRS=all) plays every one."""
    stride = 1 if os.environ.get("PAIRS") == "all" else 3
    schedules.script = short_script
    calm = await schedules.play()
    verdicts = []
    for first in range(1, len(schedules.steps) + 1):
        await schedules.play(first)
        for second in range(1 + first % stride, len(schedules.steps) + 1, stride):
            verdicts.append(judge(calm, await schedules.play(first, second)))  # noqa: PERF401
    assert len(verdicts) > 300 // stride
    assert report("two deaths", verdicts) == []


@pytest.mark.slow
@pytest.mark.parametrize("mutant", [AcknowledgesFirst, SplitsTheTurn, MarksDoneLater])
async def test_a_mutant_is_found(schedules: Schedules, mutant: type[Life]) -> None:
    calm = await schedules.play()
    schedules.life = mutant
    assert judge(calm, await schedules.play()).faults == []  # undisturbed it seems to work
    verdicts = []
    for k in range(1, len(schedules.steps) + 1):
        verdicts.append(judge(calm, await schedules.play(k)))
        if verdicts[-1].faults:
            break
    assert report(mutant.__name__, verdicts) != []
