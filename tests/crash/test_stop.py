"""Stopped in order in the middle of the work, as a supervisor does it.

After a SIGKILL nobody knows whether the message just on its way arrived; after a SIGTERM it is
known of each: nothing is lost, and nothing is said twice or left in doubt.
"""

import asyncio
import os
from pathlib import Path

import pytest

from tests.crash.tally import tally
from tests.crash.trial import Plan, trial

STOPS_IN_ALL = 50 if int(os.environ.get("KILLS", "40")) >= 200 else 20
STOPS = -(-STOPS_IN_ALL // 4)  # two libraries on two databases
LONGEST = 10  # seconds that a container is given before it is killed

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


@pytest.mark.parametrize("library", ["aiogram", "ptb"])
async def test_sigterm_loses_and_repeats_nothing(tmp_path: Path, url: str, library: str) -> None:
    async with trial(tmp_path, url, library, Plan(STOPS, STOPS * 20, 20261122)) as running:
        writing = asyncio.ensure_future(running.write())
        while running.kills < STOPS:
            assert await running.stop_again() < LONGEST
            assert not await running.broken()
        await writing
        await running.settle()
        state = await running.server.state()
    found = await tally(running.books, tmp_path / "sent.jsonl", running.writers.written)
    assert found.holds
    assert (found.repeated, found.unclear) == (0, 0)
    # There was something to lose.
    assert running.in_flight >= 0.5 * STOPS
    assert state["violations"] == []
