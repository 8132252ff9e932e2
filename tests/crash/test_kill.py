"""Real processes, killed at random moments while people go on writing.

With each library on each database. `KILLS=200` makes it longer: so many kills over all four,
10,000 messages, and three seeds for each.
"""

import asyncio
import math
import os
import random
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import make_url

from tests.crash import processes
from tests.crash.books import Books
from tests.crash.messages import Writers
from tests.crash.mutants import MUTANTS
from tests.crash.processes import Bot, bot_of, serving
from tests.crash.tally import tally, unanswered
from tests.databases import sqlite_url
from tests.postgres import Server

LIBRARIES = ("aiogram", "ptb")
DATABASES = ("sqlite", "postgres")
KILLS_IN_ALL = int(os.environ.get("KILLS", "40"))
LONG = 200  # kills from which on it is the long run
SEEDS = (20261122, 7, 4711) if KILLS_IN_ALL >= LONG else (20261122,)
MESSAGES_IN_ALL = int(os.environ.get("MESSAGES", "10000" if KILLS_IN_ALL >= LONG else "500"))
# Dealt out evenly.
TRIALS = len(LIBRARIES) * len(DATABASES) * len(SEEDS)
KILLS = math.ceil(KILLS_IN_ALL / TRIALS)
MESSAGES = math.ceil(MESSAGES_IN_ALL / TRIALS)
OPERATORS_START = 10  # every tenth life is `python -m bot run` itself
MOST_SENDS = 20  # in one life, before it is killed

pytestmark = [pytest.mark.slow, pytest.mark.timeout(120 + 10 * max(KILLS, 40))]


@dataclass(frozen=True)
class Plan:
    """How many deaths, and how many messages spread over them."""

    kills: int = KILLS
    messages: int = MESSAGES
    seed: int = SEEDS[0]


@dataclass
class Trial:
    """One bot, one server, many deaths."""

    server: processes.Server
    bot: Bot
    books: Books
    chance: random.Random
    writers: Writers
    plan: Plan
    kills: int = 0
    in_flight: int = 0  # kills that left something half done
    sent: int = 0  # up to the last kill

    async def write(self) -> None:
        """Let people write all the time, also while the bot is dead; never far ahead of it."""
        await self.server.slow_down("sendMessage", 0.03)
        await self.server.inject([self.writers.advisor()])
        while self.writers.count < self.plan.messages:
            all_of_them = self.plan.messages
            so_far = min(all_of_them, all_of_them * (self.kills + 1) // self.plan.kills)
            due = so_far - self.writers.count
            if due > 0:
                await self.server.inject(self.writers.some(due))
            await asyncio.sleep(self.chance.uniform(0.01, 0.08))

    async def kill_again(self) -> None:
        """Start it, let it come to work or not, and kill it."""
        before = await self.server.state()
        if self.kills % OPERATORS_START == OPERATORS_START - 1:
            async with self.bot.as_an_operator_starts_it() as running:
                await self._at_work(before)
                running.kill()
                await running.wait()
        else:
            await self.bot.start()
            if self.chance.random() < 0.9:
                await self._at_work(before)
            else:
                await asyncio.sleep(self.chance.uniform(0, 0.3))
            await self.bot.kill()
        self.kills += 1
        self.in_flight += bool(await self._open_rows())
        self.sent = (await self.server.state())["sent"]

    async def _at_work(self, before: dict[str, Any]) -> None:
        """Wait until it polls, let it send a few messages, and then a moment longer."""
        # Not more than are written for one life: waiting for others would kill an idle bot.
        most = min(MOST_SENDS, self.plan.messages // self.plan.kills)
        sends = before["sent"] + self.chance.randint(0, most)
        async with asyncio.timeout(60):
            await self._reached("polls", before["polls"] + 1)
        with suppress(TimeoutError):
            async with asyncio.timeout(1.5):
                await self._reached("sent", sends)
        # Somebody writes just then, so that death meets the way in as often as the way out.
        if self.writers.count < self.plan.messages:
            await self.server.inject(self.writers.some(1))
        await asyncio.sleep(self.chance.uniform(0, 0.03))

    async def _reached(self, count: str, number: int) -> None:
        while (await self.server.state())[count] < number:  # noqa: ASYNC110 - another process
            await asyncio.sleep(0.01)

    async def broken(self) -> str:
        """Tell what is wrong right after a death, before anything could be mended."""
        confirmed = (await self.server.state())["confirmed"]
        stored = await self.books.number("SELECT count(*) FROM inbox")
        silent = await unanswered(self.books)
        if confirmed > stored:
            return f"{confirmed} updates confirmed, {stored} stored"
        return f"{silent} messages without a reply" if silent else ""

    async def settle(self) -> float:
        """Let a last bot work until all is quiet; return the seconds its end took."""
        await self.bot.start()
        async with asyncio.timeout(60 + self.plan.kills):
            while await self._busy():  # noqa: ASYNC110 - as above
                await asyncio.sleep(0.1)
        return await self.bot.stop()

    async def _busy(self) -> bool:
        return bool((await self.server.state())["queued"] or await self._open_rows())

    async def _open_rows(self) -> int:
        return await self.books.number(
            "SELECT (SELECT count(*) FROM inbox WHERE state = 'new')"
            " + (SELECT count(*) FROM outbox WHERE state IN ('new', 'sending'))"
        )


@asynccontextmanager
async def trial(
    folder: Path, url: str, library: str, plan: Plan, mutant: str = ""
) -> AsyncIterator[Trial]:
    """Put everything up."""
    chance = random.Random(plan.seed)
    async with (
        serving(folder / "sent.jsonl") as server,
        bot_of(server, url, library, mutant) as bot,
    ):
        yield Trial(server, bot, Books(url), chance, Writers(chance), plan)


@pytest.fixture(params=DATABASES)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give the address of an empty database: the first life migrates it."""
    if request.param == "sqlite":
        return sqlite_url(tmp_path / "helpdesk.sqlite3")
    server: Server = request.getfixturevalue("postgres_server")
    return server.new_database()


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("library", LIBRARIES)
async def test_sigkill_loses_and_doubles_nothing(
    tmp_path: Path, url: str, library: str, seed: int
) -> None:
    async with trial(tmp_path, url, library, Plan(seed=seed)) as running:
        began = time.monotonic()
        writing = asyncio.ensure_future(running.write())
        while running.kills < KILLS:
            await running.kill_again()
            assert not await running.broken()
        await writing
        killed = time.monotonic() - began
        seconds = await running.settle()
        state = await running.server.state()
    found = await tally(running.books, tmp_path / "sent.jsonl", running.writers.written)
    print(  # noqa: T201 - the figures are the result
        f"\n{library} {make_url(url).get_backend_name()} seed={seed} kills={running.kills} "
        f"in_flight={running.in_flight} messages={running.writers.count} lost={found.lost} "
        f"doubled={found.doubled} out_of_order={found.out_of_order} "
        f"unanswered={found.unanswered} missing={found.missing} unmarked={found.unmarked} "
        f"repeated={found.repeated} unclear={found.unclear} integrity={found.integrity} "
        f"sent={running.sent}+{state['sent'] - running.sent} stop={seconds:.1f}s "
        f"killing={killed:.0f}s in_all={time.monotonic() - began:.0f}s"
    )
    assert running.writers.count == MESSAGES
    assert found.holds
    assert running.in_flight >= 0.5 * KILLS
    assert state["violations"] == []
    assert seconds < 10


@pytest.mark.parametrize("mutant", MUTANTS)
async def test_a_mutant_is_found(tmp_path: Path, mutant: str) -> None:
    url = sqlite_url(tmp_path / "helpdesk.sqlite3")
    # People write until the last of these deaths: one that nobody writes to proves nothing.
    plan = Plan(kills=40, messages=1_000)
    async with trial(tmp_path, url, LIBRARIES[0], plan, mutant) as running:
        writing = asyncio.ensure_future(running.write())
        broken = ""
        while not broken and running.kills < plan.kills:
            await running.kill_again()
            broken = await running.broken()
        writing.cancel()
    print(f"\n{mutant}: found after {running.kills} kills: {broken}")  # noqa: T201
    assert broken
