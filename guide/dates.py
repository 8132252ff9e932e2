"""Counting backwards from the application deadline. Days are Berlin's, moments are UTC."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from almanac.berlin import at
from almanac.funding import deadline, next_funding_year
from guide.step import START, Guide, Step

REMIND_BEFORE = (60, 14, 3)  # days
MORNING = time(9)  # in Berlin, when a reminder is sent


@dataclass(frozen=True, slots=True)
class Due:
    """A day by which something should be done."""

    key: str
    title: str
    day: date


def year_of(guide: Guide, option: str, today: date) -> int | None:
    """Give the funding year an answer to "when do you want to start" means today; None: open."""
    question = guide.question(START)
    chosen = question.option(option) if question else None
    if chosen is None or chosen.years is None:
        return None
    return next_funding_year(today) + chosen.years


def target_year(wanted: int | None, today: date) -> int:
    """Give the year a plan works towards: the wanted one, unless its deadline has passed."""
    return max(wanted or 0, next_funding_year(today))


def due_days(steps: Iterable[Step], year: int) -> list[Due]:
    """Count backwards: a day for each step that should be done before the deadline, in order."""
    last = deadline(year)
    dues = [
        Due(step.id, step.title, last - timedelta(weeks=step.weeks_before))
        for step in steps
        if step.weeks_before is not None
    ]
    return [*sorted(dues, key=lambda due: due.day), Due("frist", f"Antragsschluss {year}", last)]


def reminder_moments(last: date) -> dict[int, datetime]:
    """Give the moments to remind of a deadline: days before, and nine in the morning, as UTC."""
    return {days: at(last - timedelta(days=days), MORNING) for days in REMIND_BEFORE}
