"""The clock; everything that needs the time gets one handed in."""

from datetime import UTC, datetime, timedelta

# By so much the clocks of two machines may differ.
TOLERANCE = timedelta(minutes=1)


def now() -> datetime:
    """Give the present moment, in UTC and aware."""
    return datetime.now(UTC)


def was_ahead(noted: datetime, now: datetime) -> bool:
    """Tell whether a clock was ahead of ours when it noted something as happening just then."""
    return noted > now + TOLERANCE
