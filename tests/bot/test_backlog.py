"""While a messenger hands over a backlog, storing comes first."""

import asyncio
import time

import pytest

from bot.incoming import backlog
from bot.incoming.backlog import FULL, Backlog


async def _waits(line: Backlog) -> float:
    before = time.monotonic()
    async with asyncio.timeout(5):
        await line.over()
    return time.monotonic() - before


async def test_a_full_portion_keeps_the_turns_back_until_it_is_quiet() -> None:
    line = Backlog()
    assert await _waits(line) < 0.1
    line.came(FULL)
    assert await _waits(line) >= backlog.QUIET - 0.05
    assert await _waits(line) < 0.1


async def test_the_last_portion_ends_it() -> None:
    line = Backlog()
    line.came(FULL)
    line.came(FULL - 1)
    assert await _waits(line) < 0.1


async def test_a_flood_without_an_end_does_not_stop_the_answers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(backlog, "LONGEST", 0.2)
    line = Backlog()
    waited = 0.0
    for _ in range(5):
        line.came(FULL)
        waited += await _waits(line)
    assert waited < 1.0  # without an end to it, five times QUIET
