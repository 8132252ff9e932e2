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

Deadline and funding year follow from `almanac.funding`.
"""

import re
from dataclasses import dataclass
from datetime import date

from almanac.funding import deadline, next_funding_year
from almanac.german import german_date

NAMES = ("frist", "foerderjahr", "letzte_frist", "letztes_foerderjahr", "kontakt", "speicherung",
         "wartezeit")  # fmt: skip
SPOT = re.compile(r"\{([^{}]*)\}")


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
