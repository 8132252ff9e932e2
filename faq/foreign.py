"""Messages that are not German: recognised by script and by the small words of a language."""

import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from faq.text import fold

FILE = Path(__file__).parent / "data" / "languages.yaml"
GERMAN = frozenset(["ich", "und", "der", "die", "das", "ist", "wie", "wir", "nicht", "ein", "eine",
                    "fuer", "kann", "gibt", "was", "mit", "auf", "haben", "man", "wo", "wer",
                    "den", "dem", "zu", "im", "auch", "wann", "muss", "bei", "von"])  # fmt: skip
# German words that other languages have as well.
SHARED = frozenset(["in", "an", "is", "am", "sie", "familie", "will", "ne", "da", "do", "es", "al",
                    "si", "na", "de", "la", "los", "el", "on", "per", "le", "un", "une", "so", "a",
                    "des", "du", "mi", "ben", "e", "i", "ja", "ca", "se", "i", "z", "o", "it",
                    "family", "var", "ve", "mit", "pas", "des", "est"])  # fmt: skip
ENOUGH = 2  # small words of a language that make a message foreign


@cache
def _languages() -> dict[str, dict[str, Any]]:
    given: dict[str, dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return given


def language(text: str) -> str | None:
    """Tell the language of a message that is not German, by its code (en, tr, uk …)."""
    letters = [c for c in text.lower() if c.isalpha()]
    if not letters:
        return None
    for code, given in _languages().items():
        low, high = given.get("schrift", (0, 0))
        strange = sum(int(low) <= ord(c) <= int(high) for c in letters)
        if high and strange / len(letters) > 0.3:  # noqa: PLR2004 - a third of the letters
            typical = given.get("buchstaben", "")
            if not typical or any(c in typical for c in text.lower()):
                return code
    said = set(fold(text).split())
    marked = unicodedata.normalize("NFC", text).lower().split()
    german = len(said & GERMAN)
    best, most = None, 0
    for code, given in _languages().items():
        small = set(str(given.get("woerter", "")).split()) - SHARED
        letters_of = str(given.get("zeichen", ""))
        count = len(said & small) + sum(any(c in letters_of for c in word) for word in marked)
        if count > most:
            best, most = code, count
    return best if most >= ENOUGH and most > german else None


def polite_word(text: str) -> str | None:
    """Give a sentence in the language of a message that is not German."""
    code = language(text)
    return str(_languages()[code]["satz"]) if code else None
