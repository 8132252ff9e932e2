"""Dying at the n-th step of what a process does to the world outside."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy.ext.asyncio import AsyncSession

from db.engine import Database
from tests.databases import share


class Died(BaseException):
    """The process is gone: nothing catches this, nothing happens after it."""


class Steps:
    """Counts the steps of one life, and ends it at one of them."""

    def __init__(self, die_at: int | None = None) -> None:
        self.names: list[str] = []
        self.over = asyncio.Event()  # this life
        self._die_at = die_at
        self._dead = False

    def __call__(self, name: str) -> None:
        """Take a step."""
        self.names.append(name)
        if self._dead or len(self.names) == self._die_at:
            self._dead = True
            self.over.set()
            raise Died(name)


class SteppedDatabase(Database):
    """A database whose commits are steps: one may die just before and just after."""

    def __init__(self, url: str, steps: Steps) -> None:
        super().__init__(url)
        self._steps = steps
        share(self)

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncSession]:
        async with super().write() as session:
            yield session
            self._steps("before commit")
        self._steps("after commit")
