"""Who lives: leases are kept by beating, and end with their process."""

import asyncio
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from sqlalchemy import select

from bot import lease as leases
from bot.lease import BEAT, BLIND, SILENCE, Lease, LeaseRow, here, is_gone
from db.engine import Database

ELSEWHERE = "another-machine 1 1"


class Ticks:
    """Seconds that pass when told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def ticks() -> Ticks:
    return Ticks()


class Two:
    """Two processes on two machines."""

    def __init__(self, database: Database, ticks: Ticks) -> None:
        self.ticks = ticks
        self.database = database
        self.one, self.other = (Lease(database, "stage", ticks, ELSEWHERE) for _ in range(2))

    async def pass_(self, seconds: float, *beating: Lease) -> None:
        """Let time pass while some of them beat."""
        for _ in range(int(seconds / BEAT)):
            self.ticks.now += BEAT
            for lease in beating:
                await lease.beat()


@pytest.fixture
async def two(database: Database, ticks: Ticks) -> Two:
    both = Two(database, ticks)
    for lease in (both.one, both.other, both.one):
        await lease.beat()
    return both


async def living(database: Database) -> set[int]:
    async with database.read() as session:
        return set(await session.scalars(select(LeaseRow.id)))


async def test_who_beats_lives(two: Two) -> None:
    await two.pass_(600, two.one, two.other)
    assert await living(two.database) == {two.one.number, two.other.number}


async def test_who_is_silent_for_long_is_dead_and_not_before(two: Two) -> None:
    await two.pass_(SILENCE - BEAT, two.one)
    assert two.other.number in await living(two.database)
    await two.pass_(BEAT, two.one)
    assert await living(two.database) == {two.one.number}


async def test_the_first_look_shows_nobody_dead(two: Two) -> None:
    two.ticks.now += 3600
    new = Lease(two.database, "stage", two.ticks, ELSEWHERE)
    await new.beat()
    assert len(await living(two.database)) == 3


async def test_while_nobody_could_look_nobody_died(two: Two) -> None:
    """The database was away, or the machine slept: the others could not beat either."""
    await two.pass_(SILENCE - BEAT, two.one)
    two.ticks.now += 60 * BLIND
    await two.one.beat()
    assert two.other.number in await living(two.database)
    await two.other.beat()
    await two.pass_(SILENCE, two.one, two.other)
    assert two.other.number in await living(two.database)


async def test_who_was_taken_for_dead_begins_anew(
    two: Two, caplog: pytest.LogCaptureFixture
) -> None:
    former = two.other.number
    await two.pass_(SILENCE, two.one)
    await two.other.beat()
    assert two.other.number > former
    assert await living(two.database) == {two.one.number, two.other.number}
    assert "taken for dead" in caplog.text


async def test_who_beats_just_now_is_spared(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (LeaseRow.beat - 1).label("beat")  # as it was when we looked
    stale = select(LeaseRow.id, LeaseRow.channel, LeaseRow.place, before)
    monkeypatch.setattr(leases, "_LOOK", stale)
    await two.pass_(2 * SILENCE, two.one)
    assert two.other.number in await living(two.database)


async def test_the_oldest_comes_first_and_the_next_one_after_it(two: Two) -> None:
    assert two.one.is_first
    assert not two.other.is_first
    await two.one.end()
    await two.other.beat()
    assert two.other.is_first
    await two.one.beat()  # and comes back
    assert not two.one.is_first


async def test_in_another_channel_everybody_is_first(two: Two) -> None:
    web = Lease(two.database, "web", two.ticks, ELSEWHERE)
    await web.beat()
    assert web.is_first


async def test_who_was_first_and_stood_still_has_to_stand_back(two: Two) -> None:
    await two.pass_(SILENCE + BEAT, two.other)
    assert two.other.is_first
    await two.one.beat()
    assert not two.one.is_first
    stop, over = asyncio.Event(), asyncio.Event()
    await two.one.tell_the_end(stop, over)
    assert over.is_set()


async def test_standing_by_ends_when_it_is_ones_turn(
    two: Two, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leases, "BEAT", 0.001)
    stop = asyncio.Event()
    waiting = asyncio.ensure_future(two.other.comes_first(stop))
    await two.pass_(SILENCE + BEAT, two.other)
    assert await waiting


async def test_standing_by_ends_when_told_to_stop(two: Two) -> None:
    stop = asyncio.Event()
    asyncio.get_running_loop().call_soon(stop.set)
    assert not await two.other.comes_first(stop)


async def test_it_is_held_as_long_as_something_runs(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leases, "BEAT", 0.001)
    lease, beats, beaten = Lease(database, "stage"), 0, asyncio.Event()
    beat = lease.beat

    async def counted() -> None:
        nonlocal beats
        beats += 1
        if beats == 3:
            raise OSError("the database is away")  # no reason to end
        await beat()
        if beats == 5:
            beaten.set()

    monkeypatch.setattr(lease, "beat", counted)
    async with asyncio.timeout(20), lease.held():
        await beaten.wait()
        assert await living(database) == {lease.number}
    assert await living(database) == set()


@asynccontextmanager
async def process() -> AsyncIterator[tuple[asyncio.subprocess.Process, str]]:
    """Run a process that says what its place is called, and waits."""
    program = "from bot.lease import here; print(here(), flush=True); input()"
    pipe = asyncio.subprocess.PIPE
    running = await asyncio.create_subprocess_exec(
        sys.executable, "-c", program, stdin=pipe, stdout=pipe, cwd=Path(__file__).parents[2]
    )
    assert running.stdout
    try:
        yield running, (await running.stdout.readline()).decode().strip()
    finally:
        if running.returncode is None:
            running.kill()
            await running.wait()


@pytest.mark.slow
async def test_on_the_same_machine_death_is_seen_at_once(database: Database, ticks: Ticks) -> None:
    one = Lease(database, "stage", ticks)
    async with process() as (running, place):
        other = Lease(database, "stage", ticks, place)
        await other.beat()
        await one.beat()
        assert await living(database) == {one.number, other.number}
        running.send_signal(signal.SIGKILL)
        await running.wait()
        await one.beat()
        assert await living(database) == {one.number}


def test_places_of_which_nothing_is_known_are_not_gone() -> None:
    machine, pid, born = here().rsplit(" ", 2)
    assert not is_gone(here())
    assert is_gone(f"{machine} {pid} {born}0")  # the number was given to another process
    assert is_gone(f"{machine} 4194305 {born}")  # larger than any
    assert not is_gone(f"{machine} 1 {born}") or pid != "1"
    for unknown in ("", "x", "a b", "a b c d", ELSEWHERE, f"elsewhere {pid} 1", f"{machine} x 1"):
        assert not is_gone(unknown)


def test_where_the_system_tells_nothing_a_place_has_no_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    place = here()

    def fails() -> str:
        raise FileNotFoundError

    monkeypatch.setattr(leases, "_machine", fails)
    assert here() == ""
    assert not is_gone(place)
