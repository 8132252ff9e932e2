"""SQLite without a change of threads for every statement."""

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

import aiosqlite
from aiosqlite.core import _STOP_RUNNING_SENTINEL

T = TypeVar("T")

BEGIN_WRITING = "BEGIN IMMEDIATE"
PATIENCE = 10_000  # milliseconds to wait for another process that writes


def connect(path: str) -> "Connection":
    """Open a connection, which is to be awaited."""
    return Connection(lambda: sqlite3.connect(path, check_same_thread=False))


class Connection(aiosqlite.Connection):
    """Runs at once what cannot wait, and in its thread what can.

    aiosqlite hands every statement to a thread and back, which costs several times what the
    statement does (bench/README.md). Only two of them ever wait: for the lock that
    begins a writing transaction, while another process holds it, and for the disk that ends it.
    The rest is done in place; but never past something that is still in the thread, left there
    when its caller was cancelled.
    """

    def __init__(self, connector: Callable[[], sqlite3.Connection]) -> None:
        super().__init__(self._open, iter_chunk_size=64)
        self._open_it = connector
        self._opened: sqlite3.Connection | None = None
        self._thread.daemon = True  # as SQLAlchemy does with a connection it opens itself
        self._given = self._done = 0  # what the thread was given, and what it is done with
        self._writing = False

    def _open(self) -> sqlite3.Connection:
        self._opened = self._open_it()
        return self._opened

    def stop(self) -> None:
        """Let the thread close what it has opened, and end; nobody has to wait for that.

        aiosqlite knows the connection only once its caller has it: that of a caller who was
        cancelled meanwhile stayed open for ever. And it lets somebody wait for the thread: for
        ever, if that had ended already; and the thread fails, if nobody is there any more.
        """
        if self._running:
            self._running = False
            self._tx.put_nowait((None, self._end))

    def _end(self) -> object:
        if self._opened:
            self._opened.close()
        return _STOP_RUNNING_SENTINEL

    async def _execute(self, fn: Callable[..., T], *args: object, **kwargs: object) -> T:
        may_wait = self._may_wait(getattr(fn, "__name__", ""), args)
        if self._connection and self._given == self._done:
            if not may_wait:
                return fn(*args, **kwargs)
            if args[:1] == (BEGIN_WRITING,):
                with suppress(sqlite3.OperationalError):  # locked; else the thread will say so
                    return self._without_waiting(fn, *args)

        def counted() -> T:
            try:
                return fn(*args, **kwargs)
            finally:
                self._done += 1

        self._given += 1
        result: T = await super()._execute(counted)  # type: ignore[no-untyped-call]  # aiosqlite's own
        return result

    def _without_waiting(self, fn: Callable[..., T], *args: object) -> T:
        self._conn.execute("PRAGMA busy_timeout=0")
        try:
            return fn(*args)
        finally:
            self._conn.execute(f"PRAGMA busy_timeout={PATIENCE}")

    def _may_wait(self, what: str, args: tuple[object, ...]) -> bool:
        if args[:1] == (BEGIN_WRITING,):
            self._writing = True
            return True
        if what not in ("commit", "rollback"):
            return False
        wrote, self._writing = self._writing, False
        return wrote and what == "commit"
