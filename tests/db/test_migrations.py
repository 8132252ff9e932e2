"""Every migration up, down and up again; and the models are what the migrations build."""

import asyncio
import os
import sys
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from bot.upkeep import migrate
from db.base import Base
from db.engine import Database
from db.revision import NEWEST, is_newest

ROOT = Path(__file__).parents[2]


def revisions() -> list[str]:
    """List all revisions, the oldest first."""
    scripts = ScriptDirectory.from_config(migrate._config())
    return [script.revision for script in scripts.walk_revisions()][::-1]


async def tables(database: Database) -> set[str]:
    async with database.engine.connect() as connection:
        return set(await connection.run_sync(lambda c: inspect(c).get_table_names()))


async def test_each_step_of_the_stairway_can_be_taken_back(empty_database: Database) -> None:
    for revision in revisions():
        await migrate.upgrade(empty_database, revision)
        await migrate.downgrade(empty_database, "-1")
        await migrate.upgrade(empty_database, revision)
    assert await is_newest(empty_database)


async def test_the_newest_is_known_without_alembic(empty_database: Database) -> None:
    assert revisions()[-1] == NEWEST
    assert not await is_newest(empty_database)
    await migrate.upgrade(empty_database, revisions()[-2])
    assert not await is_newest(empty_database)
    await migrate.upgrade(empty_database)
    assert await is_newest(empty_database)


async def test_the_way_down_leaves_nothing(empty_database: Database) -> None:
    await migrate.upgrade(empty_database)
    assert await tables(empty_database) >= set(Base.metadata.tables)
    await migrate.downgrade(empty_database, "base")
    assert await tables(empty_database) == {"alembic_version"}


async def test_models_and_migrations_agree(empty_database: Database) -> None:
    await migrate.upgrade(empty_database)
    assert await migrate.differences(empty_database) == []


async def test_a_missing_column_would_be_noticed(empty_database: Database) -> None:
    await migrate.upgrade(empty_database)
    async with empty_database.engine.begin() as connection:
        await connection.execute(text("ALTER TABLE persons ADD COLUMN extra INTEGER"))
    assert await migrate.differences(empty_database) != []


async def test_several_may_start_at_once(empty_url: str) -> None:
    both = [Database(empty_url) for _ in range(4)]
    await asyncio.gather(*(migrate.upgrade(database) for database in both))
    assert [await is_newest(database) for database in both] == [True] * 4
    await asyncio.gather(*(database.close() for database in both))


@pytest.mark.slow
async def test_real_processes_may_start_at_once(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path / 'shared.sqlite3'}"
    command = sys.executable, "-m", "bot", "db", "upgrade"
    environment = os.environ | {"DATABASE_URL": url}
    both = [
        await asyncio.create_subprocess_exec(*command, cwd=ROOT, env=environment) for _ in range(3)
    ]
    assert [await process.wait() for process in both] == [0, 0, 0]
    database = Database(url)
    assert await is_newest(database)
    await database.close()


async def test_a_newer_database_stays_as_it_is(tmp_path: Path) -> None:
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'twice.sqlite3'}")
    await migrate.upgrade(database)
    await migrate.upgrade(database)
    assert await is_newest(database)
    await database.close()
