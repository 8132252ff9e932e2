"""Count how fast the bot sends, and put on record where Telegram would slow it down."""

import math
from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from .wire import ApiError


@dataclass(frozen=True)
class Limit:
    """So many messages are allowed in so many seconds."""

    messages: int
    seconds: float


OVERALL = Limit(30, 1.0)
PRIVATE_CHAT = Limit(1, 1.0)
GROUP = Limit(20, 60.0)


@dataclass
class Pace:
    """Sliding windows over the messages sent, one for all and one for each chat.

    Every window is shorter by the tolerance, because a bot that keeps to the limit exactly
    is measured here with the jitter of two event loops and a socket between them.
    """

    clock: Callable[[], float]
    tolerance: float = 0.1
    violations: list[str] = field(default_factory=list)
    _sent: dict[int | None, deque[float]] = field(default_factory=lambda: defaultdict(deque))

    def require(self, chat_id: int, *, private: bool) -> None:
        """Raise the error 429 if one more message now would be too many."""
        for key, limit in self._windows(chat_id, private=private):
            times = self._recent(key, limit)
            if len(times) >= limit.messages:
                wait = math.ceil(times[-limit.messages] + limit.seconds - self.clock())
                wait = max(1, wait)
                raise ApiError(429, f"Too Many Requests: retry after {wait}", retry_after=wait)

    def note(self, chat_id: int, *, private: bool) -> None:
        """Count one message."""
        for key, limit in self._windows(chat_id, private=private):
            times = self._recent(key, limit)
            times.append(self.clock())
            if len(times) > limit.messages:
                who = "overall" if key is None else f"chat {key}"
                self.violations.append(
                    f"{who}: {len(times)} messages within {times[-1] - times[0]:.2f} s, "
                    f"at most {limit.messages} in {limit.seconds:g} s are allowed"
                )

    def _windows(self, chat_id: int, *, private: bool) -> Iterator[tuple[int | None, Limit]]:
        yield None, OVERALL
        yield chat_id, PRIVATE_CHAT if private else GROUP

    def _recent(self, key: int | None, limit: Limit) -> deque[float]:
        times = self._sent[key]
        start = self.clock() - limit.seconds + self.tolerance
        while times and times[0] <= start:
            times.popleft()
        return times
