"""Counting backwards from the application deadline. Days are Berlin's, moments are UTC.

The deadline follows from one rule, kept in the data: 31 October of the year before the funding
(Regierungspräsidium Kassel, as of October 2024). The day itself still counts.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from guide.step import START, Guide, Step

BERLIN = ZoneInfo("Europe/Berlin")
REMIND_BEFORE = (60, 14, 3)  # days
MORNING = time(9)  # in Berlin, when a reminder is sent
SHORT = ("Jan.", "Feb.", "März", "April", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.",
         "Dez.")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Due:
    """A day by which something should be done."""

    key: str
    title: str
    day: date


def berlin_day(moment: datetime) -> date:
    """Give the day that people in Hesse have at a moment."""
    return moment.astimezone(BERLIN).date()


def short_date(day: date) -> str:
    """Write a date so that it fits into a line on a phone."""
    return f"{day.day}. {SHORT[day.month - 1]} {day.year}"


def deadline(guide: Guide, year: int) -> date:
    """Give the last day to apply for a funding year."""
    return date(year - 1, guide.deadline.month, guide.deadline.day)


def next_year(guide: Guide, today: date) -> int:
    """Give the first funding year one can still apply for."""
    return today.year + 1 if today <= deadline(guide, today.year + 1) else today.year + 2


def year_of(guide: Guide, option: str, today: date) -> int | None:
    """Give the funding year an answer to "when do you want to start" means today; None: open."""
    question = guide.question(START)
    chosen = question.option(option) if question else None
    if chosen is None or chosen.years is None:
        return None
    return next_year(guide, today) + chosen.years


def target_year(guide: Guide, wanted: int | None, today: date) -> int:
    """Give the year a plan works towards: the wanted one, unless its deadline has passed."""
    return max(wanted or 0, next_year(guide, today))


def due_days(guide: Guide, steps: Iterable[Step], year: int) -> list[Due]:
    """Count backwards: a day for each step that should be done before the deadline, in order."""
    last = deadline(guide, year)
    dues = [
        Due(step.id, step.title, last - timedelta(weeks=step.weeks_before))
        for step in steps
        if step.weeks_before is not None
    ]
    return [*sorted(dues, key=lambda due: due.day), Due("frist", f"Antragsschluss {year}", last)]


def reminder_moments(last: date) -> dict[int, datetime]:
    """Give the moments to remind of a deadline: days before, and nine in the morning, as UTC."""
    return {
        days: datetime.combine(last - timedelta(days=days), MORNING, BERLIN).astimezone(UTC)
        for days in REMIND_BEFORE
    }
