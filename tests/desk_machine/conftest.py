"""Each life gets a copy of one migrated database, on a disk that nobody waits for."""

import asyncio
from pathlib import Path

import pytest

from bot import migrate
from db import engine
from db.engine import Database


async def _build(path: Path) -> None:
    database = Database(f"sqlite+aiosqlite:///{path}")
    await migrate.upgrade(database)
    await database.close()


@pytest.fixture
def migrated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    fast = tuple(p for p in engine.PRAGMAS if "synchronous" not in p)
    monkeypatch.setattr(engine, "PRAGMAS", (*fast, "synchronous=OFF"))
    path = tmp_path / "empty.sqlite3"
    asyncio.run(_build(path))
    return path
