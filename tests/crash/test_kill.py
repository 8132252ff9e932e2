"""Real processes, killed at random moments while people go on writing.

`KILLS=200` makes it longer: so many kills, 10,000 messages and three seeds, with each library.
"""

import asyncio
import math
import os
import random
import sqlite3
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.crash.messages import Writers
from tests.crash.mutants import MUTANTS
from tests.crash.processes import Bot, Server, bot_of, serving
from tests.crash.tally import Tally, tally, unanswered

LIBRARIES = ("aiogram", "ptb")
KILLS_IN_ALL = int(os.environ.get("KILLS", "40"))
LONG = 200  # kills from which on it is the long run
SEEDS = (20261122, 7, 4711) if KILLS_IN_ALL >= LONG else (20261122,)
MESSAGES_IN_ALL = int(os.environ.get("MESSAGES", "10000" if KILLS_IN_ALL >= LONG else "500"))
# Dealt out evenly.
KILLS = math.ceil(KILLS_IN_ALL / len(LIBRARIES) / len(SEEDS))
MESSAGES = math.ceil(MESSAGES_IN_ALL / len(LIBRARIES) / len(SEEDS))
OPERATORS_START = 10  # every tenth life is `python -m bot run` itself
MOST_SENDS = 20  # in one life, before it is killed

pytestmark = [pytest.mark.slow, pytest.mark.timeout(120 + 10 * max(KILLS, 40))]


@dataclass
class Trial:
    """One bot, one server, many deaths."""

    server: Server
    bot: Bot
    file: Path
    chance: random.Random
    writers: Writers
    kills: int = 0
    in_flight: int = 0  # kills that left something half done
    sent: int = 0  # up to the last kill

    async def write(self) -> None:
        """Let people write all the time, also while the bot is dead; never far ahead of it."""
        await self.server.slow_down("sendMessage", 0.03)
        await self.server.inject([self.writers.advisor()])
        while self.writers.count < MESSAGES:
            due = min(MESSAGES, MESSAGES * (self.kills + 1) // KILLS) - self.writers.count
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
        self.in_flight += bool(self._open_rows())
        self.sent = (await self.server.state())["sent"]

    async def _at_work(self, before: dict[str, Any]) -> None:
        """Wait until it polls, let it send a few messages, and then a moment longer."""
        sends = before["sent"] + self.chance.randint(0, MOST_SENDS)
        async with asyncio.timeout(60):
            await self._reached("polls", before["polls"] + 1)
        with suppress(TimeoutError):
            async with asyncio.timeout(1.5):
                await self._reached("sent", sends)
        # Somebody writes just then, so that death meets the way in as often as the way out.
        if self.writers.count < MESSAGES:
            await self.server.inject(self.writers.some(1))
        await asyncio.sleep(self.chance.uniform(0, 0.03))

    async def _reached(self, count: str, number: int) -> None:
        while (await self.server.state())[count] < number:  # noqa: ASYNC110 - another process
            await asyncio.sleep(0.01)

    async def broken(self) -> str:
        """Tell what is wrong right after a death, before anything could be mended."""
        confirmed = (await self.server.state())["confirmed"]
        with closing(sqlite3.connect(self.file)) as database:
            stored = database.execute("SELECT count(*) FROM inbox").fetchone()[0]
            silent = unanswered(database)
        if confirmed > stored:
            return f"{confirmed} updates confirmed, {stored} stored"
        return f"{silent} messages without a reply" if silent else ""

    async def settle(self) -> float:
        """Let a last bot work until all is quiet; return the seconds its end took."""
        await self.bot.start()
        async with asyncio.timeout(60 + KILLS):
            while await self._busy():  # noqa: ASYNC110 - as above
                await asyncio.sleep(0.1)
        return await self.bot.stop()

    async def _busy(self) -> bool:
        return bool((await self.server.state())["queued"] or self._open_rows())

    def _open_rows(self) -> int:
        query = (
            "SELECT (SELECT count(*) FROM inbox WHERE state = 'new')"
            " + (SELECT count(*) FROM outbox WHERE state IN ('new', 'sending'))"
        )
        try:
            with closing(sqlite3.connect(self.file)) as database:
                return int(database.execute(query).fetchone()[0])
        except sqlite3.OperationalError:
            return 0  # killed before there were any tables


@asynccontextmanager
async def trial(
    folder: Path, library: str, seed: int = SEEDS[0], mutant: str = ""
) -> AsyncIterator[Trial]:
    """Put everything up."""
    chance, file = random.Random(seed), folder / "helpdesk.sqlite3"
    async with (
        serving(folder / "sent.jsonl") as server,
        bot_of(server, file, library, mutant) as bot,
    ):
        yield Trial(server, bot, file, chance, Writers(chance))


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("library", LIBRARIES)
async def test_sigkill_loses_and_doubles_nothing(tmp_path: Path, library: str, seed: int) -> None:
    async with trial(tmp_path, library, seed) as running:
        began = time.monotonic()
        writing = asyncio.ensure_future(running.write())
        while running.kills < KILLS:
            await running.kill_again()
            assert not await running.broken()
        await writing
        killed = time.monotonic() - began
        seconds = await running.settle()
        state = await running.server.state()
    found: Tally = tally(running.file, tmp_path / "sent.jsonl", running.writers.written)
    print(  # noqa: T201 - the figures are the result
        f"\n{library} seed={seed} kills={running.kills} in_flight={running.in_flight} "
        f"messages={running.writers.count} sent={running.sent}+{state['sent'] - running.sent} "
        f"stop={seconds:.1f}s "
        f"killing={killed:.0f}s in_all={time.monotonic() - began:.0f}s\n{found}"
    )
    assert running.writers.count == MESSAGES
    assert found.holds
    assert running.in_flight >= 0.5 * KILLS
    assert state["violations"] == []
    assert seconds < 10


@pytest.mark.parametrize("mutant", MUTANTS)
async def test_a_mutant_is_found(tmp_path: Path, mutant: str) -> None:
    async with trial(tmp_path, LIBRARIES[0], mutant=mutant) as running:
        writing = asyncio.ensure_future(running.write())
        broken = ""
        while not broken and running.kills < 40:
            await running.kill_again()
            broken = await running.broken()
        writing.cancel()
    print(f"\n{mutant}: found after {running.kills} kills: {broken}")  # noqa: T201
    assert broken
