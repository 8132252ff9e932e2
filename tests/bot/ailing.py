"""Databases that ail in earnest: the codes are SQLite's and PostgreSQL's own."""

import os
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from sqlalchemy import event, text

from db.engine import Database
from db.trouble import Trouble

Ailing = Callable[[Database], Awaitable[None]]


async def _says(database: Database, *statements: str) -> None:
    async with database.engine.begin() as connection:
        for statement in statements:
            await connection.execute(text(statement))
    await database.close()  # whoever comes next meets what has changed


async def without_a_column(database: Database) -> None:
    """Take away what every turn reads."""
    await _says(database, "ALTER TABLE persons RENAME COLUMN barred TO gone")


async def whole_again(database: Database) -> None:
    await _says(database, "ALTER TABLE persons RENAME COLUMN gone TO barred")


def _each_time(*pragmas: str) -> Ailing:
    """Let every connection to SQLite be in this state from now on."""

    async def ail(database: Database) -> None:
        await database.close()
        event.listen(database.engine.sync_engine, "connect", set_pragmas)

    def set_pragmas(connection: Any, _record: object) -> None:
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")

    return ail


async def mended(database: Database) -> None:
    """Let connections be as they were."""
    await database.close()
    listeners = database.engine.sync_engine.pool.dispatch.connect.listeners
    for listener in list(listeners):
        if listener.__name__ == "set_pragmas":
            event.remove(database.engine.sync_engine, "connect", listener)


async def full(database: Database) -> None:
    """Let the next message find no room: SQLite itself says when its file may not grow."""
    await _says(
        database,
        "CREATE TABLE heap (content BLOB)",
        "CREATE TRIGGER heaped AFTER INSERT ON outbox BEGIN"
        " INSERT INTO heap VALUES (zeroblob(1000000)); END",
    )
    await _each_time("max_page_count=1")(database)


async def room(database: Database) -> None:
    await mended(database)
    await _says(database, "DROP TRIGGER heaped", "DROP TABLE heap")


def _raises(code: str) -> Ailing:
    """Let PostgreSQL refuse every answer with a code of its own."""

    async def ail(database: Database) -> None:
        await _says(
            database,
            "CREATE FUNCTION ail() RETURNS trigger LANGUAGE plpgsql AS"
            f" $$ BEGIN RAISE EXCEPTION 'ailing' USING ERRCODE = '{code}'; END $$",
            "CREATE TRIGGER ailing BEFORE INSERT ON outbox EXECUTE FUNCTION ail()",
        )

    return ail


async def cured(database: Database) -> None:
    await _says(database, "DROP TRIGGER ailing ON outbox", "DROP FUNCTION ail()")


def _file(database: Database) -> Path:
    return Path(str(database.url.database))


def scribbled(content: bytes) -> bytes:
    """Damage all pages of a database but the first."""
    return content[:4096] + os.urandom(len(content) - 4096)


def _overwritten(write: Callable[[bytes], bytes]) -> Ailing:
    async def ail(database: Database) -> None:
        await database.close()
        file = _file(database)
        file.rename(file.with_suffix(".saved"))
        file.write_bytes(write(file.with_suffix(".saved").read_bytes()))

    return ail


async def restored(database: Database) -> None:
    """Play the saved copy back."""
    await database.close()
    _file(database).with_suffix(".saved").rename(_file(database))


# What it is, the code, and how it comes and goes while the program runs.
RUNNING = {
    "sqlite": {
        "column": (Trouble.SHAPE, "SQLITE_ERROR", without_a_column, whole_again),
        "full": (Trouble.FULL, "SQLITE_FULL", full, room),
        "read-only": (Trouble.READ_ONLY, "SQLITE_READONLY", _each_time("query_only=ON"), mended),
        "damaged": (Trouble.DAMAGED, "SQLITE_CORRUPT", _overwritten(scribbled), restored),
        "no database": (
            Trouble.FOREIGN,
            "SQLITE_NOTADB",
            _overwritten(lambda content: b"ein Brief " * len(content)),
            restored,
        ),
    },
    "postgres": {
        "column": (Trouble.SHAPE, "42703", without_a_column, whole_again),
        "full": (Trouble.FULL, "53100", _raises("53100"), cured),
        "read-only": (Trouble.READ_ONLY, "25006", _raises("25006"), cured),
        "damaged": (Trouble.DAMAGED, "XX001", _raises("XX001"), cured),
        "disk": (Trouble.DISK, "58030", _raises("58030"), cured),
    },
}
