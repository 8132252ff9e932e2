"""SQLite's settings hold per connection, so every connection must have them."""

import asyncio
from contextlib import AsyncExitStack

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from db.engine import Database

FULL, ON, WAL = 2, 1, "wal"


async def settings(connection: AsyncConnection) -> tuple[object, ...]:
    names = ("journal_mode", "synchronous", "busy_timeout", "foreign_keys", "secure_delete")
    return tuple([await connection.scalar(text(f"PRAGMA {name}")) for name in names])


async def test_every_connection_has_them(sqlite_database: Database) -> None:
    async with AsyncExitStack() as stack:
        # Readers, because several of them can be open at once; the pool makes new ones.
        opened = [
            await stack.enter_async_context(sqlite_database._reading.connect()) for _ in range(8)
        ]
        found = await asyncio.gather(*(settings(connection) for connection in opened))
    assert found == [(WAL, FULL, 10_000, ON, ON)] * 8


async def test_foreign_keys_are_enforced(sqlite_database: Database) -> None:
    statement = text(
        "INSERT INTO ticket_posts (address, message, ticket_id) VALUES ('a:b', '1', 99)"
    )
    with pytest.raises(IntegrityError):
        async with sqlite_database.write() as session:
            await session.execute(statement)


async def test_a_reader_does_not_wait_for_a_writer(sqlite_database: Database) -> None:
    count = text("SELECT count(*) FROM inbox")
    async with sqlite_database.write() as writing:
        await writing.execute(text("DELETE FROM inbox"))
        async with asyncio.timeout(2), sqlite_database.read() as reading:
            assert await reading.scalar(count) == 0


async def test_an_error_undoes_everything(database: Database) -> None:
    insert = text("INSERT INTO conversations VALUES ('a:b', 'x', '{}', '2026-01-01 00:00:00+00')")

    async def fail() -> None:
        async with database.write() as session:
            await session.execute(insert)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()
    async with database.read() as session:
        assert await session.scalar(text("SELECT count(*) FROM conversations")) == 0
