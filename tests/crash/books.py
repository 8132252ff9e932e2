"""Reading the rows of a database past the program, as somebody else would."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import Any

import asyncpg
from sqlalchemy import make_url


@dataclass(frozen=True)
class Books:
    """A database by its address, of either kind."""

    url: str

    async def rows(self, query: str) -> list[tuple[Any, ...]]:
        """Ask in plain SQL; where there is no such table yet, there are no rows."""
        url = make_url(self.url)
        if url.get_backend_name() == "sqlite":
            with closing(sqlite3.connect(str(url.database))) as database:
                try:
                    return database.execute(query).fetchall()
                except sqlite3.OperationalError:
                    return []
        connection = await asyncpg.connect(
            host=str(url.query["host"]), user=url.username, database=url.database
        )
        try:
            return [tuple(row) for row in await connection.fetch(query)]
        except asyncpg.UndefinedTableError:
            return []
        finally:
            await connection.close()

    async def number(self, query: str) -> int:
        """Ask for one number."""
        rows = await self.rows(query)
        return int(rows[0][0]) if rows else 0

    async def integrity(self) -> str:
        """Tell `ok`, or what the dead have left: a broken file, or a transaction nobody ends."""
        if make_url(self.url).get_backend_name() == "sqlite":
            return str((await self.rows("PRAGMA integrity_check"))[0][0])
        hanging = await self.number(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
            "AND pid <> pg_backend_pid() AND xact_start IS NOT NULL"
        )
        return f"{hanging} transactions left open" if hanging else "ok"
