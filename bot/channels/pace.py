"""Telegram's sending limits: 30 a second, one a second per chat, 20 a minute per group."""

import sys
from collections import defaultdict, deque
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """How fast we send; Telegram's limits (core.telegram.org/bots/faq) less what jitter needs."""

    overall: int = 25  # messages a second, of 30
    per_chat: float = 1.05  # seconds between two messages, of 1
    per_group: int = 18  # messages a minute, of 20


class Pace:
    """Remembers what was sent when, and says how long to wait. Times are seconds, monotonic."""

    def __init__(self, limits: Limits | None) -> None:
        self._limits = limits
        self._all: deque[float] = deque()
        self._chats: dict[str, float] = {}
        self._groups: dict[str, deque[float]] = defaultdict(deque)

    def wait(self, chat: str, now: float, *, group: bool) -> float:
        """Tell how many seconds a message to this chat has to wait."""
        limits = self._limits
        if limits is None:
            return 0.0
        waits = [self._chats.get(chat, now - limits.per_chat) + limits.per_chat - now]
        waits.append(_until_free(self._all, limits.overall, 1.0, now))
        if group:
            waits.append(_until_free(self._groups[chat], limits.per_group, 60.0, now))
        return max(0.0, *waits)

    def room(self, now: float) -> int:
        """Tell how many messages may go out now, whomever they are for."""
        if self._limits is None:
            return sys.maxsize
        _until_free(self._all, self._limits.overall, 1.0, now)
        return self._limits.overall - len(self._all)

    def next_room(self, now: float) -> float:
        """Tell in how many seconds any message may go out."""
        return _until_free(self._all, self._limits.overall, 1.0, now) if self._limits else 0.0

    def arrived(self, chat: str, now: float) -> None:
        """Count a chat's pause from the end of the sending: a slow one must not shorten it."""
        if self._limits is not None:
            self._chats[chat] = now

    def note(self, chat: str, now: float, *, group: bool) -> None:
        """Count a message that is being sent now."""
        if self._limits is None:
            return
        self._chats[chat] = now
        self._all.append(now)
        if group:
            self._groups[chat].append(now)
        if len(self._chats) > 10_000:  # noqa: PLR2004 - a second later nobody needs them
            self._chats = {c: t for c, t in self._chats.items() if t > now - 60}


def _until_free(sent: deque[float], most: int, span: float, now: float) -> float:
    while sent and sent[0] <= now - span:
        sent.popleft()
    return sent[0] + span - now if len(sent) >= most else 0.0
