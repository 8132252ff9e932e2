"""Days as people write them: „morgen“, „Montag“, „3.12.“, „in 3 Tagen“."""

import re
from datetime import date, timedelta

from almanac.german import WEEKDAYS
from faq.german.text import fold

NAMES = tuple(fold(name) for name in WEEKDAYS)
WRITTEN = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.?\s?(\d{4}|\d{2})?")
DISTANCE = re.compile(r"(?:in )?(\d{1,3}) (tag|woche|monat)\w*")
LENGTHS = {"tag": 1, "woche": 7, "monat": 30}  # days
WORDS = {"heute": 0, "morgen": 1, "uebermorgen": 2, "naechste woche": 7}
CENTURY = 2000


def parse_day(text: str, today: date) -> date | None:
    """Read a day from today on; None where the text names none, or one that is gone."""
    written = WRITTEN.fullmatch(text.strip())
    if written:
        return _written(written, today)
    said = fold(text)
    if said in WORDS:
        return today + timedelta(days=WORDS[said])
    if said in NAMES:
        return today + timedelta(days=(NAMES.index(said) - today.weekday() - 1) % 7 + 1)
    distance = DISTANCE.fullmatch(said)
    return today + timedelta(days=int(distance[1]) * LENGTHS[distance[2]]) if distance else None


def _written(found: re.Match[str], today: date) -> date | None:
    day, month = int(found[1]), int(found[2])
    year = int(found[3]) if found[3] else today.year
    year += CENTURY if found[3] and year < CENTURY else 0
    try:
        named = date(year, month, day)
        if named < today and not found[3]:
            named = date(year + 1, month, day)  # „3.1.“ said in December
    except ValueError:
        return None
    return named if named >= today else None
