"""What may wait on SQLite does so in a thread: nobody else is kept waiting with it."""

import asyncio
import sqlite3
from collections.abc import Iterator

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from db import sqlite
from db.engine import Database

INSERT = text("INSERT INTO rounds (name, made_at) VALUES ('x', '2026-01-01 00:00:00+00')")


@pytest.fixture
def elsewhere(sqlite_database: Database) -> Iterator[sqlite3.Connection]:
    """Write from another process, as it were."""
    assert sqlite_database.url.database
    connection = sqlite3.connect(sqlite_database.url.database)
    connection.isolation_level = None
    yield connection
    connection.close()


async def write(database: Database) -> None:
    async with database.write() as session:
        await session.execute(INSERT)


async def test_while_another_process_writes_the_loop_goes_on(
    sqlite_database: Database, elsewhere: sqlite3.Connection
) -> None:
    elsewhere.execute("BEGIN IMMEDIATE")
    waiting = asyncio.ensure_future(write(sqlite_database))
    for _ in range(20):
        await asyncio.sleep(0.01)
    assert not waiting.done()
    elsewhere.execute("COMMIT")
    async with asyncio.timeout(5):
        await waiting
    assert elsewhere.execute("SELECT name FROM rounds").fetchall() == [("x",)]


async def test_whoever_waits_too_long_gives_up_and_may_try_again(
    sqlite_database: Database, elsewhere: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    await write(sqlite_database)
    monkeypatch.setattr(sqlite, "PATIENCE", 50)
    elsewhere.execute("BEGIN IMMEDIATE")
    with pytest.raises(OperationalError, match="locked"):
        await write(sqlite_database)
    elsewhere.execute("DELETE FROM rounds")
    elsewhere.execute("COMMIT")
    await write(sqlite_database)


async def test_who_is_cancelled_while_waiting_leaves_nothing_begun(
    sqlite_database: Database, elsewhere: sqlite3.Connection
) -> None:
    elsewhere.execute("BEGIN IMMEDIATE")
    waiting = asyncio.ensure_future(write(sqlite_database))
    await asyncio.sleep(0.05)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    elsewhere.execute("COMMIT")
    await write(sqlite_database)
    elsewhere.execute("BEGIN IMMEDIATE")  # nobody holds it any more
    elsewhere.execute("ROLLBACK")
