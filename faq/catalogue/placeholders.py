"""Placeholders: what an answer says that moves with the calendar or the installation.

| placeholder | says, on 22 November 2026 |
|---|---|
| `{frist}` | 31. Oktober 2027, the next application deadline |
| `{foerderjahr}` | 2028, the year that deadline is for |
| `{letzte_frist}` | 31. Oktober 2026, the deadline that passed last |
| `{letztes_foerderjahr}` | 2027, the year that one was for |
| `{kontakt}` | a sentence with phone and e-mail of the service office, or nothing |
| `{speicherung}` | what this installation stores |
| `{wartezeit}` | how long the advisors usually take, or that nobody can say |

The deadline follows from one rule: 31 October of the year before (Regierungspräsidium Kassel,
as of October 2024). The day itself still counts.
"""

import re
from dataclasses import dataclass
from datetime import date

MONTHS = ("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
          "Oktober", "November", "Dezember")  # fmt: skip
NAMES = ("frist", "foerderjahr", "letzte_frist", "letztes_foerderjahr", "kontakt", "speicherung",
         "wartezeit")  # fmt: skip
SPOT = re.compile(r"\{([^{}]*)\}")


def german_date(day: date) -> str:
    """Write a date as people read it."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def german_as_of(text: str) -> str:
    """Write a source's date (2024-10, 2020-12-09, free words) as people read it."""
    parts = text.split("-")
    if not all(part.isdigit() for part in parts) or len(parts) == 1:
        return text
    numbers = [int(part) for part in parts]
    if len(numbers) == 2:  # noqa: PLR2004 - year and month
        return f"{MONTHS[numbers[1] - 1]} {numbers[0]}"
    return german_date(date(*numbers))


def deadline(year: int) -> date:
    """Give the last day to apply for the funding of a year."""
    return date(year - 1, 10, 31)


def next_funding_year(today: date) -> int:
    """Give the first year one can still apply for."""
    return today.year + 1 if today <= deadline(today.year + 1) else today.year + 2


@dataclass(frozen=True, slots=True)
class Facts:
    """What the placeholders of one installation say."""

    contact: str = ""
    storage: str = ""
    waiting: str = ""

    def fill(self, text: str, today: date) -> str:
        """Put every placeholder's words in; empty ones leave no gap."""
        year = next_funding_year(today)
        values = {
            "frist": german_date(deadline(year)),
            "foerderjahr": str(year),
            "letzte_frist": german_date(deadline(year - 1)),
            "letztes_foerderjahr": str(year - 1),
            "kontakt": self.contact,
            "speicherung": self.storage,
            "wartezeit": self.waiting,
        }
        filled = SPOT.sub(lambda spot: values[spot[1]], text)
        return re.sub(r"[ ]{2,}", " ", filled).strip()


def unknown_placeholders(text: str) -> list[str]:
    """List what stands in braces and is no placeholder."""
    return [name for name in SPOT.findall(text) if name not in NAMES]
