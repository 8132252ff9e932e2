"""Databases for tests: there are thousands, all alike, and each should cost next to nothing."""

from pathlib import Path

from sqlalchemy import Dialect

from bot import migrate
from db.engine import Database

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
