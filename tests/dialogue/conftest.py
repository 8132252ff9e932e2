"""Conversations are many: each gets a copy of one migrated database."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import event

from bot import migrate
from db.engine import Database
from people.person import Role
from tests.dialogue.scenes import give_role, joins, loads_small_faq, opens_ticket
from tests.stage import Person, Theatre


async def _build(path: Path) -> None:
    database = Database(f"sqlite+aiosqlite:///{path}")
    await migrate.upgrade(database)
    await database.close()


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("migrated") / "empty.sqlite3"
    asyncio.run(_build(path))
    return path


@pytest.fixture
async def sqlite_database(migrated: Path, tmp_path: Path) -> AsyncIterator[Database]:
    path = tmp_path / "test.sqlite3"
    shutil.copyfile(migrated, path)
    database = Database(f"sqlite+aiosqlite:///{path}")
    # Conversations are not about power cuts; waiting for the disk would double their time.
    event.listen(
        database.engine.sync_engine, "connect", lambda c, _: c.execute("PRAGMA synchronous=OFF")
    )
    yield database
    await database.close()


@pytest.fixture
def dora(theatre: Theatre) -> Person:
    """Dora advises too, but reads in a private chat; the role is given in the tests."""
    return theatre.person("dora")


@pytest.fixture
async def erik(theatre: Theatre) -> Person:
    """Erik keeps the FAQ; the database holds the small one."""
    await loads_small_faq(theatre)
    await give_role(theatre, "stage:erik", Role.EDITOR)
    return theatre.person("erik")


@pytest.fixture
async def eva(theatre: Theatre) -> Person:
    """Eva keeps the FAQ too."""
    await give_role(theatre, "stage:eva", Role.EDITOR)
    return theatre.person("eva")


@pytest.fixture
async def _ticket(anna: Person, carla: Person) -> None:
    """Anna has asked, Carla is an advisor."""
    await joins(carla)
    await opens_ticket(anna, carla)
