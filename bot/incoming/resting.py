"""Chats that are left alone for a while: the database would not have them, or one thinks."""

import asyncio
from collections.abc import Set as AbstractSet
from datetime import datetime, timedelta
from typing import Any

LONGEST = timedelta(seconds=60)


class Resting:
    """Remembers since when a chat's turn fails: the first time it is tried again at once."""

    def __init__(self) -> None:
        self._until: dict[str, datetime] = {}
        self._pause: dict[str, timedelta] = {}
        self._thinking: dict[str, asyncio.Future[Any]] = {}

    @property
    def thoughts(self) -> list[asyncio.Future[Any]]:
        """List what some chats are waiting for."""
        return list(self._thinking.values())

    def until(self, thought: asyncio.Future[Any], chat: str) -> None:
        """Leave a chat alone until something is thought out that its turn needs."""
        self._thinking[chat] = thought

    def begin(self, chat: str, now: datetime) -> None:
        """Leave a chat alone: 0, 1, 2, 4 … seconds, at most a minute."""
        before = self._pause.get(chat)
        pause = timedelta(0) if before is None else max(timedelta(seconds=1), 2 * before)
        self._pause[chat] = min(pause, LONGEST)
        self._until[chat] = now + self._pause[chat]

    def wait(self, chat: str, until: datetime) -> None:
        """Leave a chat alone until a time: more of what was said there may be on its way."""
        self._until[chat] = until

    def over(self, chat: str) -> None:
        """Forget the trouble of a chat: its turn went well."""
        self._until.pop(chat, None)
        self._pause.pop(chat, None)

    def chats(self, now: datetime) -> AbstractSet[str]:
        """List the chats that are not to be tried yet."""
        self._thinking = {
            c: thought for c, thought in self._thinking.items() if not thought.done()
        }
        # What lies further ahead than any pause was written by a clock that was wrong.
        ahead = now + LONGEST
        self._until = {c: until for c, until in self._until.items() if now < until <= ahead}
        return self._until.keys() | self._thinking.keys()
