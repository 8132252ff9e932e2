"""Dates, amounts and other figures of a text, whatever way they are written.

„18.000 Euro“ is „18000 €“, „31. Oktober“ is „31.10.“, „zwei Raten“ are „2 Raten“; a placeholder
says what it stands for. A date counts as its day, its month and its year: „Ende Oktober“ repeats
part of „31. Oktober 2026“.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum, auto
from functools import lru_cache

from faq.catalogue.placeholders import NAMES, SPOT, Facts

LARGE = 100  # a number from which it says enough without the word behind it


class Kind(Enum):
    """What a figure is."""

    DAY = auto()
    MONTH = auto()
    NUMBER = auto()
    PAGE = auto()  # or a mail address


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: what it says, and how it stands in the text."""

    kind: Kind
    value: str
    words: str = field(compare=False, default="")
    unit: str = field(compare=False, default="")  # the beginning of the word behind it

    def may_repeat(self, other: "Figure") -> bool:
        """Tell whether it can mean the same as another: 2 Raten are not 2 Kinder."""
        return self == other and (
            self.is_large or self.unit == other.unit or not (self.unit and other.unit)
        )

    def repeats(self, other: "Figure") -> bool:
        """Tell whether it surely means the same: small numbers stand everywhere."""
        return self == other and (self.is_large or (bool(self.unit) and self.unit == other.unit))

    @property
    def is_large(self) -> bool:
        """Tell whether it says enough without the word behind it."""
        return self.kind is not Kind.NUMBER or Decimal(self.value) >= LARGE


@lru_cache(maxsize=4096)
def figures(text: str, today: date) -> tuple[Figure, ...]:
    """List the figures of a text in their order.

    Args:
        text: as editors write it.
        today: the day on which its placeholders are filled.

    """
    plain = unicodedata.normalize("NFKC", SPOT.sub(lambda spot: _filled(spot, today), text))
    plain = "".join(sign for sign in plain if unicodedata.category(sign) != "Cf")
    return tuple(figure for match in PIECE.finditer(plain) for figure in _read(match, plain))


def _filled(spot: re.Match[str], today: date) -> str:
    return Facts().fill(spot[0], today) if spot[1] in NAMES else ""


# --- how they are written ---------------------------------------------------------------------
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
MONTH = (
    r"(?:Jan(?:uar)?|Feb(?:ruar)?|M(?:ä|ae)rz?|Apr(?:il)?|Mai|Juni?|Juli?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Okt(?:ober)?|Nov(?:ember)?|Dez(?:ember)?)(?:s\b|\b\.?)"
)
BEGINNINGS: tuple[str | tuple[str, ...], ...] = (
    "jan",
    "feb",
    ("mä", "mae"),
    "apr",
    "mai",
    "jun",
    "jul",
    "aug",
    "sep",
    "okt",
    "nov",
    "dez",
)
DIGITS = {"ein": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8,
          "neun": 9}  # fmt: skip
TEENS = {"zehn": 10, "elf": 11, "zwölf": 12, "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15,
         "sechzehn": 16, "siebzehn": 17, "achtzehn": 18, "neunzehn": 19}  # fmt: skip
TENS = {"zwanzig": 20, "dreißig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60,
        "siebzig": 70, "achtzig": 80, "neunzig": 90}  # fmt: skip
BETWEEN = {f"{one}und{ten}": a + b for one, a in DIGITS.items() for ten, b in TENS.items()}
WORDS = DIGITS | TEENS | TENS | BETWEEN
SCALES = {"tausend": 1000, "tsd": 1000, "mio": 10**6, "million": 10**6, "millionen": 10**6,
          "mrd": 10**9, "milliarde": 10**9, "milliarden": 10**9}  # fmt: skip
SPELLED = "|".join(sorted((*WORDS, "hundert", "tausend"), key=len, reverse=True))
ENDING = r"(?:(?:jährig|monatig|wöchig|tägig|stündig|mal|fach)\w{0,2})?"
PIECE = re.compile(
    rf"(?P<page>(?<!\S)\S{{1,64}}@\S{{1,200}}\w|(?:https?:|www\.)\S*\w)"
    rf"|\b(?P<iso>\d{{4}}-\d\d-\d\d)\b"
    rf"|(?<![\d.,])(?P<day>{DAY})\.\s?(?P<numbered>0?[1-9]|1[0-2])\.(?:\s?(?P<y1>(?:19|20)?\d\d)\b)?"
    rf"|(?<![\d.,])(?P<named_day>{DAY})\.?\s?(?P<named>{MONTH})(?:\s(?P<y2>\d{{4}})\b)?"
    rf"|\b(?P<month>{MONTH})(?:\s(?P<y3>\d{{4}})\b)?"
    rf"|(?P<number>\d{{1,3}}(?:[.\s'’]\d{{3}}(?!\d))+(?:,\d+)?|\d+(?:,\d+)?)"
    rf"(?:\s?(?P<scale>{'|'.join(SCALES)})\b\.?)?"
    rf"|\b(?P<spelled>(?:{SPELLED})++){ENDING}\b",
    re.IGNORECASE,
)
UNIT = re.compile(r"[\s-]*([^\W\d_]{2,}|[€%])")
UNIT_LETTERS = 4
PLAIN = str.maketrans("äöü", "aou")  # Platz, Plätze
SAME_UNITS = {"€": "euro", "eur": "euro", "%": "proz"}


def _read(match: re.Match[str], text: str) -> Iterator[Figure]:
    words = match[0].strip()
    words = words.rstrip(".") if words[-2:-1].isalpha() else words  # „31.10.“ keeps its own
    if page := match["page"]:
        yield Figure(Kind.PAGE, page.strip("/.,;:()<>„“").casefold(), words)
    elif match["iso"]:
        year, month, day = match["iso"].split("-")
        yield from _date(int(day), int(month), year, words)
    elif match["day"]:
        yield from _date(int(match["day"]), int(match["numbered"]), match["y1"], words)
    elif match["named_day"]:
        yield from _date(
            int(match["named_day"]), _month(match["named"]), match["y2"], words.rstrip(".")
        )
    elif match["month"]:
        yield from _date(None, _month(match["month"]), match["y3"], words)
    else:
        value = _value(match)
        if value is not None:
            behind = UNIT.match(text, match.end())
            unit = behind[1].casefold().translate(PLAIN)[:UNIT_LETTERS] if behind else ""
            yield Figure(Kind.NUMBER, value, words, SAME_UNITS.get(unit, unit))


def _date(day: int | None, month: int, year: str | None, words: str) -> Iterator[Figure]:
    if day:
        yield Figure(Kind.DAY, f"{month}-{day}", words)
    yield Figure(Kind.MONTH, str(month), words)
    if year:
        yield Figure(Kind.NUMBER, year if len(year) > 2 else f"20{year}", words)  # noqa: PLR2004 - „26“


def _month(name: str) -> int:
    lowered = name.casefold()
    return next(n for n, begins in enumerate(BEGINNINGS, 1) if lowered.startswith(begins))


def _value(match: re.Match[str]) -> str | None:
    if spelled := match["spelled"]:
        number = _spelled(spelled.casefold().replace("ss", "ß"))
        return str(number) if number and number > 1 else None  # „ein“ is an article
    plain = re.sub(r"[.\s'’]", "", match["number"]).replace(",", ".")
    scaled = Decimal(plain) * SCALES.get((match["scale"] or "").casefold(), 1)
    return f"{scaled.normalize():f}"


def _spelled(word: str) -> int | None:
    for name, worth in (("tausend", 1000), ("hundert", 100)):
        before, found, after = word.partition(name)
        if found:
            times = _spelled(before) if before else 1
            rest = _spelled(after.removeprefix("und")) if after else 0
            return None if times is None or rest is None else times * worth + rest
    return WORDS.get(word)
