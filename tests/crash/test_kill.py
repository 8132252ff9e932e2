"""Real processes, killed at random moments while people go on writing.

With each library on each database. `KILLS=200` makes it longer: so many kills over all four,
10,000 messages, and three seeds for each.
"""

import asyncio
import math
import os
import time
from pathlib import Path

import pytest
from sqlalchemy import make_url

from tests.crash.conftest import DATABASES
from tests.crash.mutants import MUTANTS
from tests.crash.tally import tally
from tests.crash.trial import Plan, trial
from tests.databases import sqlite_url

LIBRARIES = ("aiogram", "ptb")
KILLS_IN_ALL = int(os.environ.get("KILLS", "40"))
LONG = 200  # kills from which on it is the long run
SEEDS = (20261122, 7, 4711) if KILLS_IN_ALL >= LONG else (20261122,)
MESSAGES_IN_ALL = int(os.environ.get("MESSAGES", "10000" if KILLS_IN_ALL >= LONG else "500"))
# Dealt out evenly.
TRIALS = len(LIBRARIES) * len(DATABASES) * len(SEEDS)
KILLS = math.ceil(KILLS_IN_ALL / TRIALS)
MESSAGES = math.ceil(MESSAGES_IN_ALL / TRIALS)

pytestmark = [pytest.mark.slow, pytest.mark.timeout(120 + 10 * max(KILLS, 40))]


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("library", LIBRARIES)
async def test_sigkill_loses_and_doubles_nothing(
    tmp_path: Path, url: str, library: str, seed: int
) -> None:
    async with trial(tmp_path, url, library, Plan(KILLS, MESSAGES, seed)) as running:
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
    plan = Plan(40, 1_000, SEEDS[0])
    async with trial(tmp_path, url, LIBRARIES[0], plan, mutant) as running:
        writing = asyncio.ensure_future(running.write())
        broken = ""
        while not broken and running.kills < plan.kills:
            await running.kill_again()
            broken = await running.broken()
        writing.cancel()
    print(f"\n{mutant}: found after {running.kills} kills: {broken}")  # noqa: T201
    assert broken
