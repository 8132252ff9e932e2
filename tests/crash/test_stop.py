"""Stopped in order in the middle of the work, as a supervisor does it.

After a SIGKILL nobody knows whether the message just on its way arrived; after a SIGTERM it is
known of each: nothing is lost, and nothing is said twice or left in doubt.
"""

import asyncio
import os
from pathlib import Path

import pytest

from tests.crash.tally import tally
from tests.crash.trial import Plan, Trial, trial
from tests.databases import sqlite_url

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


@pytest.mark.parametrize("library", ["aiogram", "ptb"])
@pytest.mark.parametrize("method", ["getMe", "setMyCommands", "getUpdates", "sendMessage"])
async def test_sigterm_while_a_call_has_no_answer(
    tmp_path: Path, library: str, method: str
) -> None:
    """Whatever hangs, at the start or at work: the process ends in order and in time."""
    url = sqlite_url(tmp_path / "helpdesk.sqlite3")
    async with trial(tmp_path, url, library, Plan(1, 20, 20261122)) as running:
        server = running.server
        await server.inject(running.writers.some(5))
        await server.fall_silent(method, times=1)
        await running.bot.start()
        async with asyncio.timeout(60):
            while (await server.state())["faults"]:  # noqa: ASYNC110 - another process
                await asyncio.sleep(0.01)
        await _ends_in_time(running, tmp_path)


@pytest.mark.parametrize("library", ["aiogram", "ptb"])
async def test_sigterm_while_the_messenger_does_not_answer_at_all(
    tmp_path: Path, url: str, library: str
) -> None:
    async with trial(tmp_path, url, library, Plan(1, 20, 20261122)) as running:
        server = running.server
        await running.bot.start()
        async with asyncio.timeout(60):
            while not (await server.state())["polls"]:  # noqa: ASYNC110 - as above
                await asyncio.sleep(0.01)
            await server.fall_silent("*", times=None)
            await server.inject(running.writers.some(5))
            while not (await server.state())["sent"]:  # noqa: ASYNC110 - as above
                await asyncio.sleep(0.01)
        await _ends_in_time(running, tmp_path)


async def _ends_in_time(running: Trial, folder: Path) -> None:
    assert await running.bot.stop() < LONGEST
    await running.server.heal()
    await running.settle()
    found = await tally(running.books, folder / "sent.jsonl", running.writers.written)
    assert found.holds
    assert found.repeated + found.unclear <= running.writers.count  # what was on its way
    assert (await running.server.state())["violations"] == []
