"""A clock that stands still until a test moves it."""

from datetime import UTC, datetime, timedelta


class Clock:
    """22 November 2026, 12:00 in Berlin, a Sunday, until told otherwise."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 22, 11, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        """Give the time, as the program asks for it."""
        return self.now

    def tick(self) -> float:
        """Give the time in seconds, as pacing asks for it."""
        return self.now.timestamp()

    def moves(self, by: timedelta) -> None:
        """Let time pass."""
        self.now += by
