"""Many tasks read a number and write it back, one higher: not one step may be lost.

The engine without our transactions is the test of this test: it must lose some.
"""

import asyncio
from pathlib import Path
from typing import Any

from sqlalchemy import event, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncSession

from db.engine import Database, _begin, _set_pragmas

TASKS, ROUNDS = 20, 25


class DriversOwn(Database):
    """A mutant: transactions begin when and how the driver likes."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self._turnstile = None
        event.remove(self.engine.sync_engine, "connect", _set_pragmas)
        event.remove(self.engine.sync_engine, "begin", _begin)
        event.listen(self.engine.sync_engine, "connect", _wal_only)


class PlainBegin(Database):
    """A mutant: transactions begin as readers and want to become writers later."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self._turnstile = None
        self.engine = self._reading


class ManyProcesses(Database):
    """Ours without the queue inside the process: as if every task were a process of its own."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self._turnstile = None


def _wal_only(connection: Any, _record: object) -> None:
    connection.cursor().execute("PRAGMA journal_mode=WAL")


async def count(database: Database) -> tuple[int, int]:
    """Let all tasks count; return the number reached and the errors on the way."""
    async with database.write() as session:
        await session.execute(text("CREATE TABLE counter (value INTEGER)"))
        await session.execute(text("INSERT INTO counter VALUES (0)"))
    errors = 0

    async def one() -> None:
        nonlocal errors
        for _ in range(ROUNDS):
            try:
                async with database.write() as session:
                    await _step(session)
            except OperationalError:
                errors += 1

    try:
        await asyncio.gather(*(one() for _ in range(TASKS)))
        async with database.read() as session:
            return int(await session.scalar(text("SELECT value FROM counter")) or 0), errors
    finally:
        await database.close()


async def _step(session: AsyncSession) -> None:
    value = await session.scalar(text("SELECT value FROM counter"))
    await asyncio.sleep(0)  # the others get their turn between reading and writing
    await session.execute(text("UPDATE counter SET value = :value"), {"value": int(value) + 1})


def url(folder: Path) -> str:
    return f"sqlite+aiosqlite:///{folder / 'counter.sqlite3'}"


async def test_no_step_is_lost(tmp_path: Path) -> None:
    assert await count(Database(url(tmp_path))) == (500, 0)


async def test_no_step_is_lost_between_processes(tmp_path: Path) -> None:
    assert await count(ManyProcesses(url(tmp_path))) == (500, 0)


async def test_the_drivers_own_transactions_lose_steps(tmp_path: Path) -> None:
    reached, _ = await count(DriversOwn(url(tmp_path)))
    assert reached < 500


async def test_a_plain_begin_fails(tmp_path: Path) -> None:
    reached, errors = await count(PlainBegin(url(tmp_path)))
    assert errors > 0
    assert reached + errors == 500
