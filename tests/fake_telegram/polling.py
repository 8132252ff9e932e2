"""The method getUpdates: long polls, one at a time."""

import asyncio
import time

from .updates import UpdateQueue
from .wire import ApiError, Json

MAX_LIMIT = 100
MAX_TIMEOUT = 50
OTHER_POLL = (
    "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running"
)
SET_WEBHOOK = "Conflict: terminated by setWebhook request"


class Polling:
    """Answers polls from the queue; a new poll ends the one that waits."""

    def __init__(self, queue: UpdateQueue, *, repeat_guard: bool = False) -> None:
        self.queue = queue
        self.polls = 0
        self._repeat_guard = repeat_guard
        self._waiter: asyncio.Future[None] | None = None
        self._last_offset: int | None = None
        self._last_start = self._last_end = float("-inf")
        queue.listeners.append(self._on_arrival)

    @property
    def is_waiting(self) -> bool:
        """Tell whether a poll waits for updates."""
        return self._waiter is not None and not self._waiter.done()

    async def get_updates(self, offset: int, limit: int, seconds: int) -> list[Json]:
        """Return a batch as soon as there is one, or nothing after the timeout."""
        self.polls += 1
        self.end_waiting(OTHER_POLL)
        limit = min(max(limit, 1), MAX_LIMIT)
        seconds = min(max(seconds, 0), MAX_TIMEOUT)
        limit, seconds = self._guarded(offset, limit, seconds)
        batch = self.queue.batch(offset, limit)
        if not batch and seconds:
            await self._wait(seconds)
            batch = self.queue.batch(offset, limit)
        self._last_end = time.monotonic()
        return batch

    async def _wait(self, seconds: int) -> None:
        """Wait for an update; end with an error if another poll or a webhook comes."""
        waiter = self._waiter = asyncio.get_running_loop().create_future()
        try:
            await asyncio.wait([waiter], timeout=seconds)
        finally:
            # A client that hangs up cancels this; its poll must not linger.
            if self._waiter is waiter:
                self._waiter = None
        if waiter.done():
            waiter.result()

    def end_waiting(self, reason: str) -> None:
        """End the poll that waits, if there is one, with the error 409."""
        waiter, self._waiter = self._waiter, None
        if waiter is not None and not waiter.done():
            waiter.set_exception(ApiError(409, reason))

    def release(self) -> None:
        """Answer the poll that waits with what there is."""
        waiter, self._waiter = self._waiter, None
        if waiter is not None and not waiter.done():
            waiter.set_result(None)

    def _on_arrival(self, _lane: str) -> None:
        self.release()

    def _guarded(self, offset: int, limit: int, seconds: int) -> tuple[int, int]:
        """Slow down who asks for the same again and again, as the real server does."""
        now = time.monotonic()
        repeated = self._repeat_guard and offset == self._last_offset
        if repeated and now < self._last_start + 3.0:
            seconds = max(seconds, 3)
        if repeated and now < self._last_end + 0.5:
            limit = 1
        self._last_offset, self._last_start = offset, now
        return limit, seconds
