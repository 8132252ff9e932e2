"""Where the worlds of the crash test lie: a fresh one for every schedule, on either database."""

import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Protocol

from db.engine import Database
from tests.databases import empty, migrated, shared, sqlite_url
from tests.postgres import Server

Furnish = Callable[[Database], Awaitable[None]]


class Place(Protocol):
    """Gives an empty, furnished database again and again."""

    async def fresh(self) -> str:
        """Return its address."""
        ...


class OnSqlite:
    """A file, copied from an empty one."""

    def __init__(self, folder: Path, furnish: Furnish) -> None:
        self._folder, self._furnish = folder, furnish
        self._empty = folder / "empty.sqlite3"

    def __str__(self) -> str:
        return "SQLite"

    async def fresh(self) -> str:
        """Copy the empty file."""
        if not self._empty.exists():
            database = shared(await migrated(sqlite_url(self._empty)))
            await self._furnish(database)
            await database.close()
        for old in self._folder.glob("world.sqlite3*"):
            old.unlink()
        shutil.copy(self._empty, self._folder / "world.sqlite3")
        return sqlite_url(self._folder / "world.sqlite3")


class OnPostgres:
    """One database, emptied."""

    def __init__(self, server: Server, furnish: Furnish) -> None:
        self._server, self._furnish = server, furnish
        self._database: Database | None = None

    def __str__(self) -> str:
        return "PostgreSQL"

    async def fresh(self) -> str:
        """Empty all tables."""
        if self._database is None:
            self._database = shared(await migrated(self._server.new_database()))
        await empty(self._database)
        await self._furnish(self._database)
        return self._database.url.render_as_string(hide_password=False)

    async def close(self) -> None:
        """Close the connection that empties."""
        if self._database:
            await self._database.close()
