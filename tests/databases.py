"""Databases for tests: there are thousands, all alike, and each should cost next to nothing."""

from pathlib import Path

from sqlalchemy import Dialect, text

from bot.upkeep import migrate
from db.engine import Database

# Back to what the migrations leave, in one go: no new files as for TRUNCATE or for a copy, which
# take ten times as long, and seconds to remove in the end. As a replica nobody asks for the order
# of foreign keys. Only the migrations write into the tables left out or filled again.
EMPTY = text("""
DO $$ DECLARE name text; BEGIN
  SET LOCAL session_replication_role = replica;
  FOR name IN SELECT quote_ident(tablename) FROM pg_tables
      WHERE schemaname = 'public' AND tablename <> 'alembic_version' LOOP
    EXECUTE 'DELETE FROM ' || name;
  END LOOP;
  INSERT INTO faq_counter (id, number) VALUES (1, 0);
  PERFORM setval(quote_ident(sequencename)::regclass, 1, false) FROM pg_sequences;
END $$
""")
# A connection that a test has left would hold on to its rows.
ALONE = text(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
)

COMPILED: dict[object, object] = {}
DIALECTS: dict[str, Dialect] = {}


def share(database: Database) -> None:
    """Let a database use the SQL compiled for others of its kind: half the work of a short life.

    SQLAlchemy keeps compiled SQL by dialect, so they have to share that too; the first one must
    have been connected before the next one is shared.
    """
    kind = database.url.get_backend_name()
    for name in ("engine", "_reading"):
        engine = getattr(database, name).execution_options(compiled_cache=COMPILED)
        engine.sync_engine.dialect = DIALECTS.setdefault(kind, engine.sync_engine.dialect)
        setattr(database, name, engine)


def shared(url: str) -> Database:
    """Open a database that shares."""
    database = Database(url)
    share(database)
    return database


def sqlite_url(file: Path) -> str:
    """Give the address of a file."""
    return f"sqlite+aiosqlite:///{file}"


async def migrated(url: str) -> str:
    """Migrate an empty database; return its address."""
    database = shared(url)
    await migrate.upgrade(database)
    await database.close()
    return url


async def empty(database: Database) -> None:
    """Empty a migrated PostgreSQL database, as if it were new."""
    async with database.write() as session:
        await session.execute(EMPTY)


async def emptied(url: str) -> str:
    """Empty one that somebody else has used; return its address."""
    database = shared(url)
    async with database.read() as session:
        await session.execute(ALONE)
    await empty(database)
    await database.close()
    return url
