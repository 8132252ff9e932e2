"""Whoever is cancelled leaves no connection to SQLite open behind, whenever that happens."""

import asyncio
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from db import engine, sqlite
from db.engine import Database
from tests.databases import sqlite_url


class Watched:
    """Remembers what the engine opens, and the threads it does so in."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.raw: list[sqlite3.Connection] = []
        self._given: list[sqlite.Connection] = []
        self.begun, self.gate = threading.Event(), threading.Event()
        self.gate.set()
        self._really = sqlite3.connect
        monkeypatch.setattr(sqlite3, "connect", self._opens)
        monkeypatch.setattr(engine, "connect", self._connects)

    def _connects(self, path: str) -> sqlite.Connection:
        self._given.append(sqlite.connect(path))
        return self._given[-1]

    def _opens(self, path: str, *, check_same_thread: bool) -> sqlite3.Connection:
        self.begun.set()
        assert self.gate.wait(timeout=10)
        self.raw.append(self._really(path, check_same_thread=check_same_thread))
        return self.raw[-1]

    def elsewhere(self, path: str | None) -> sqlite3.Connection:
        """Open one as another process would."""
        return self._really(str(path), isolation_level=None)

    def left_open(self) -> list[sqlite3.Connection]:
        """List what is open once the threads have ended."""
        for connection in self._given:
            if connection._thread.ident:
                connection._thread.join(timeout=10)
                assert not connection._thread.is_alive()
        return [raw for raw in self.raw if _is_open(raw)]


def _is_open(raw: sqlite3.Connection) -> bool:
    try:
        raw.execute("SELECT 1")
    except sqlite3.ProgrammingError:
        return False
    return True


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> Watched:
    return Watched(monkeypatch)


@pytest.fixture
def url(tmp_path: Path) -> str:
    return sqlite_url(tmp_path / "leaving.sqlite3")


async def writes(database: Database) -> None:
    async with database.write() as session:
        await session.execute(text("CREATE TABLE IF NOT EXISTS seen (id INTEGER)"))


async def reads(database: Database) -> None:
    async with database.read() as session:
        await session.execute(text("SELECT 1"))


async def looks(database: Database) -> None:
    async with database.look() as connection:
        await connection.execute(text("SELECT 1"))


async def rebuilds(database: Database) -> None:
    async with database.rebuild() as connection:
        await connection.execute(text("CREATE TABLE IF NOT EXISTS seen (id INTEGER)"))


@pytest.mark.parametrize("does", [writes, reads, looks, rebuilds])
@pytest.mark.parametrize("turns", range(8))
async def test_cancelled_at_any_moment(
    watched: Watched, url: str, does: Callable[[Database], asyncio.Future[None]], turns: int
) -> None:
    database = Database(url)
    working = asyncio.ensure_future(does(database))
    for _ in range(turns):
        await asyncio.sleep(0)
    working.cancel()
    await asyncio.gather(working, return_exceptions=True)
    await database.close()
    assert watched.left_open() == []


async def test_cancelled_while_it_opens(watched: Watched, url: str) -> None:
    watched.gate.clear()
    database = Database(url)
    working = asyncio.ensure_future(reads(database))
    await asyncio.to_thread(watched.begun.wait, 10)
    working.cancel()
    with pytest.raises(asyncio.CancelledError):
        await working
    watched.gate.set()
    await database.close()
    assert watched.left_open() == []
    assert len(watched.raw) == 1


@pytest.mark.parametrize("times", [1, 2, 3])
async def test_cancelled_while_it_waits_for_another_writer(
    watched: Watched, url: str, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    database = Database(url)
    await writes(database)
    elsewhere = watched.elsewhere(database.url.database)
    elsewhere.execute("BEGIN IMMEDIATE")
    monkeypatch.setattr(sqlite, "PATIENCE", 50)
    working = asyncio.ensure_future(writes(database))
    for _ in range(times):
        for _ in range(20):
            await asyncio.sleep(0)
        working.cancel()
    await asyncio.gather(working, return_exceptions=True)
    elsewhere.execute("COMMIT")
    elsewhere.close()
    await reads(database)
    await database.close()
    left = asyncio.all_tasks() - {asyncio.current_task()}
    await asyncio.wait_for(asyncio.gather(*left), 10)  # nobody waits for a thread that is gone
    assert watched.left_open() == []
