"""The clock; everything that needs the time gets one handed in."""

from datetime import UTC, datetime


def now() -> datetime:
    """Give the present moment, in UTC and aware."""
    return datetime.now(UTC)
