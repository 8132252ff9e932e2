"""Chats that are left alone for a while, because the database would not have them."""

from collections.abc import Set as AbstractSet
from datetime import datetime, timedelta

LONGEST = timedelta(seconds=60)


class Resting:
    """Remembers since when a chat's turn fails: the first time it is tried again at once."""

    def __init__(self) -> None:
        self._until: dict[str, datetime] = {}
        self._pause: dict[str, timedelta] = {}

    def begin(self, chat: str, now: datetime) -> None:
        """Leave a chat alone: 0, 1, 2, 4 … seconds, at most a minute."""
        before = self._pause.get(chat)
        pause = timedelta(0) if before is None else max(timedelta(seconds=1), 2 * before)
        self._pause[chat] = min(pause, LONGEST)
        self._until[chat] = now + self._pause[chat]

    def over(self, chat: str) -> None:
        """Forget the trouble of a chat: its turn went well."""
        self._until.pop(chat, None)
        self._pause.pop(chat, None)

    def chats(self, now: datetime) -> AbstractSet[str]:
        """List the chats that are not to be tried yet."""
        return {chat for chat, until in self._until.items() if until > now}
