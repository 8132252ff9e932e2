"""Every migration up, down and up again; and the models are what the migrations build."""

import asyncio
from pathlib import Path

from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from bot import migrate
from db.base import Base
from db.engine import Database


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
    assert await migrate.is_current(empty_database)


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


async def test_two_processes_may_start_at_once(empty_url: str) -> None:
    both = [Database(empty_url) for _ in range(4)]
    await asyncio.gather(*(migrate.upgrade(database) for database in both))
    assert [await migrate.is_current(database) for database in both] == [True] * 4
    await asyncio.gather(*(database.close() for database in both))


async def test_a_newer_database_stays_as_it_is(tmp_path: Path) -> None:
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'twice.sqlite3'}")
    await migrate.upgrade(database)
    await migrate.upgrade(database)
    assert await migrate.is_current(database)
    await database.close()
