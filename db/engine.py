"""One database, spoken to in short transactions: SQLite or PostgreSQL."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, event, make_url
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession, create_async_engine

from db.sqlite import BEGIN_WRITING, PATIENCE, connect

# Per connection. FULL, because an update is acknowledged to the messenger after the commit
# and NORMAL may roll a committed transaction back on power loss (sqlite.org/pragma.html).
# secure_delete, because what a person has erased must be gone from the file.
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    f"busy_timeout={PATIENCE}",
    "foreign_keys=ON",
    "secure_delete=ON",
)

UNBOUND = "no_transaction"  # an execution option of ours, for SQLite


class Database:
    """Opens transactions; whoever opens one decides by leaving it: commit, or all undone."""

    def __init__(self, url: str) -> None:
        self.url = make_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        options: dict[str, Any] = {}
        if self.is_sqlite:
            if self.url.database:
                Path(self.url.database).parent.mkdir(parents=True, exist_ok=True)
            # SQLite has one writer anyway: waiting in line here is fair and costs no busy polling.
            self._turnstile: asyncio.Lock | None = asyncio.Lock()
            options = {"async_creator": partial(connect, self.url.database or ":memory:")}
        else:
            self._turnstile = None
            options = {"pool_pre_ping": True, "pool_size": 10}
        self.engine = create_async_engine(self.url, **options)
        self._reading = self.engine.execution_options(read_only=True)
        self._looking = self.engine.execution_options(
            **{UNBOUND: True} if self.is_sqlite else {"isolation_level": "AUTOCOMMIT"}
        )
        if self.is_sqlite:
            event.listen(self.engine.sync_engine, "connect", _set_pragmas)
            event.listen(self.engine.sync_engine, "begin", _begin)

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncSession]:
        """Open a transaction that may write; it commits when left without an error."""
        async with (
            self._turnstile or nullcontext(),
            AsyncSession(self.engine, expire_on_commit=False) as session,
            session.begin(),
        ):
            yield session

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncSession]:
        """Open a transaction that only reads and waits for no writer."""
        async with AsyncSession(self._reading, expire_on_commit=False) as session, session.begin():
            yield session

    @asynccontextmanager
    async def look(self) -> AsyncIterator[AsyncConnection]:
        """Ask a single question, for which nothing has to be begun and ended."""
        async with self._looking.connect() as connection:
            yield connection

    @asynccontextmanager
    async def rebuild(self) -> AsyncIterator[AsyncConnection]:
        """Open a transaction that may rebuild tables, whatever refers to them.

        SQLite rebuilds a table by dropping it; while it keeps watch over references, that fails
        as soon as one row refers to it. The watch can only be set before the transaction
        (sqlite.org/lang_altertable.html, „Making Other Kinds Of Table Schema Changes“): whoever
        rebuilds has to ask for `dangling` in the end.
        """
        async with self._turnstile or nullcontext(), self.engine.connect() as connection:
            await self._watch_references("OFF", connection)
            try:
                async with connection.begin():
                    yield connection
            finally:
                await self._watch_references("ON", connection)

    async def _watch_references(self, switch: str, connection: AsyncConnection) -> None:
        if self.is_sqlite:
            driver = (await connection.get_raw_connection()).driver_connection
            assert driver
            await (await driver.execute(f"PRAGMA foreign_keys={switch}")).close()

    async def close(self) -> None:
        """Close all connections."""
        await self.engine.dispose()


def dangling(connection: Connection) -> list[str]:
    """Name the tables with rows that refer to nothing; PostgreSQL itself lets none be."""
    if connection.dialect.name != "sqlite":
        return []
    found = connection.exec_driver_sql("PRAGMA foreign_key_check")
    return sorted({f"{row.table} -> {row.parent}" for row in found})


def _set_pragmas(connection: Any, _record: object) -> None:  # noqa: ANN401 - any DBAPI's
    # Without this the driver begins transactions by itself, too late: 457 of 500 concurrent
    # read-then-write transactions were lost without an error (docs/decisions/0003).
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
    # SQLite's own knows no umlauts: searching for „öffnung“ would not find „Öffnung“.
    connection.create_function("lower", 1, _lower, deterministic=True)


def _lower(text: object) -> str | None:
    return None if text is None else str(text).lower()


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    if options.get(UNBOUND):
        return
    read_only = options.get("read_only", False)
    connection.exec_driver_sql("BEGIN" if read_only else BEGIN_WRITING)
