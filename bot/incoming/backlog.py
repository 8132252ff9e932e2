"""A messenger that hands over a backlog comes first: what it still holds could be lost."""

import asyncio
import time

FULL = 100  # updates; Telegram gives no more at once, so behind so many there are others
QUIET = 0.25  # seconds after which nothing more seems to come
LONGEST = 10.0  # seconds that people wait for an answer because others' messages come first


class Backlog:
    """Notices a backlog by the size of its portions."""

    def __init__(self) -> None:
        self._since: float | None = None
        self._until = 0.0

    def came(self, updates: int) -> None:
        """Note that so many updates came at once."""
        now = time.monotonic()
        if updates < FULL:
            self._since, self._until = None, 0.0
            return
        self._since = self._since or now
        self._until = min(now + QUIET, self._since + LONGEST)

    async def over(self) -> None:
        """Wait until the backlog is stored, but not for ever."""
        while (left := self._until - time.monotonic()) > 0:  # noqa: ASYNC110 - the end moves
            await asyncio.sleep(left)
