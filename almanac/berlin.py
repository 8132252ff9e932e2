"""Berlin's clock: what is stored is UTC, what people read and mean is Berlin's."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

BERLIN = ZoneInfo("Europe/Berlin")


def berlin_day(moment: datetime) -> date:
    """Give the day that people in Hesse have at a moment."""
    return moment.astimezone(BERLIN).date()


def at(day: date, clock: time) -> datetime:
    """Give the moment, as UTC, at which a clock in Berlin shows that time on that day."""
    return datetime.combine(day, clock, BERLIN).astimezone(UTC)


def start_of(day: date) -> datetime:
    """Give the beginning of a day in Berlin."""
    return at(day, time())


def end_of(day: date) -> datetime:
    """Give the end of a day in Berlin: the beginning of the next."""
    return start_of(day + timedelta(days=1))
