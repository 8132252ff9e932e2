"""Days and moments as people in Hesse write and read them."""

from datetime import date, datetime

from almanac.berlin import BERLIN

MONTHS = ("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
          "Oktober", "November", "Dezember")  # fmt: skip
SHORT_MONTHS = ("Jan.", "Feb.", "März", "April", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.",
                "Nov.", "Dez.")  # fmt: skip
WEEKDAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
SHORT_WEEKDAYS = tuple(name[:2] for name in WEEKDAYS)


def german_date(day: date) -> str:
    """Write a day in a sentence: „22. November 2026“."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """Write a day so that it fits into a line on a phone: „22. Nov. 2026“."""
    return f"{day.day}. {SHORT_MONTHS[day.month - 1]} {day.year}"


def numeric_date(day: date) -> str:
    """Write a day in a list or a form: „22.11.2026“."""
    return f"{day:%d.%m.%Y}"


def german_as_of(text: str) -> str:
    """Write a source's date (2024-10, 2020-12-09, free words) as people read it."""
    parts = text.split("-")
    if not all(part.isdigit() for part in parts) or len(parts) == 1:
        return text
    numbers = [int(part) for part in parts]
    if len(numbers) == 2:  # noqa: PLR2004 - year and month
        return f"{MONTHS[numbers[1] - 1]} {numbers[0]}"
    return german_date(date(*numbers))


def moment(at: datetime) -> str:
    """Write a moment of these weeks, with the day of the week: „Mo 23.11., 10:05“."""
    local = at.astimezone(BERLIN)
    return f"{SHORT_WEEKDAYS[local.weekday()]} {local:%d.%m., %H:%M}"


def dated_moment(at: datetime) -> str:
    """Write a moment that may be years ago: „23.11.2026, 10:05 Uhr“."""
    return f"{at.astimezone(BERLIN):%d.%m.%Y, %H:%M} Uhr"
