"""Messages that are not German: recognised by script and by the small words of a language."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from faq.german.text import words

FILE = Path(__file__).parent.parent / "data" / "languages.yaml"
GERMAN = frozenset(["ich", "und", "der", "die", "das", "ist", "wie", "wir", "nicht", "ein", "eine",
                    "fuer", "kann", "gibt", "was", "mit", "auf", "haben", "man", "wo", "wer",
                    "den", "dem", "zu", "im", "auch", "wann", "muss", "bei", "von"])  # fmt: skip
# German words that other languages have as well.
SHARED = frozenset(["in", "an", "is", "am", "sie", "familie", "will", "ne", "da", "do", "es", "al",
                    "si", "na", "de", "la", "los", "el", "on", "per", "le", "un", "une", "so", "a",
                    "des", "du", "mi", "ben", "e", "i", "ja", "ca", "se", "i", "z", "o", "it",
                    "family", "var", "ve", "mit", "pas", "des", "est"])  # fmt: skip
ENOUGH = 2  # small words of a language that make a message foreign
OWN = re.compile(r"[\x00-\x7fäöüß]+")  # what needs no second look
SCRIPT = 0.3  # share of the letters


@dataclass(frozen=True, slots=True)
class Language:
    """How a language is recognised, and what the bot says in it."""

    code: str
    script: range  # code points
    letters: str  # of which one must occur, to tell languages of one script apart
    small: frozenset[str]
    marks: frozenset[str]  # letters German lacks
    sentence: str


@cache
def _languages() -> dict[str, Language]:
    given: dict[str, dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return {
        code: Language(
            code,
            range(int(own["schrift"][0]), int(own["schrift"][1]) + 1)
            if "schrift" in own
            else range(0),
            str(own.get("buchstaben", "")),
            frozenset(str(own.get("woerter", "")).split()) - SHARED,
            frozenset(str(own.get("zeichen", ""))),
            str(own["satz"]),
        )
        for code, own in given.items()
    }


@cache
def _small() -> frozenset[str]:
    return frozenset[str]().union(*(own.small for own in _languages().values()))


def language(text: str) -> str | None:
    """Tell the language of a message that is not German, by its code (en, tr, uk …)."""
    lowered = text.lower()
    strange = OWN.sub("", lowered)
    if strange and (code := _by_script(lowered, strange)):
        return code
    said = set(words(text))
    if not said:
        return None
    german = len(said & GERMAN)
    marked = [
        w for w in unicodedata.normalize("NFC", lowered).split() if strange and OWN.sub("", w)
    ]
    if len(said & _small()) + len(marked) < ENOUGH:
        return None  # as of nearly every message
    best, most = None, 0
    for code, own in _languages().items():
        count = len(said & own.small) + sum(not own.marks.isdisjoint(w) for w in marked)
        if count > most:
            best, most = code, count
    return best if most >= ENOUGH and most > german else None


def polite_word(text: str) -> str | None:
    """Give a sentence in the language of a message that is not German."""
    code = language(text)
    return _languages()[code].sentence if code else None


def _by_script(lowered: str, strange: str) -> str | None:
    letters = sum(c.isalpha() for c in lowered)
    points = [ord(c) for c in strange if c.isalpha()]
    for code, own in _languages().items():
        found = sum(point in own.script for point in points)
        typical = not own.letters or any(c in lowered for c in own.letters)
        if found and typical and found / letters > SCRIPT:
            return code
    return None
