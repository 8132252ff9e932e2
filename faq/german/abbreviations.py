"""Abbreviations of the glossary, read as what they stand for: "VN", "EFZ", "ÜL"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from faq.german.text import stem, words

FILE = Path(__file__).parent.parent / "phrases" / "glossar.yaml"
SHORT = re.compile(r"(?=(?:.*[A-ZÄÖÜ]){2})[A-Za-zÄÖÜäöü]{2,6}\.?")  # "VN", "eFZ", "StAnz."

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """What is read as what: forms as they are written, and forms by their stems."""

    short: dict[Words, Words]
    bent: dict[Words, Words]


@cache
def load_abbreviations(file: Path = FILE) -> Abbreviations:
    """Read the terms of the glossary that have an abbreviation, or are one."""
    terms: list[dict[str, Any]] = yaml.safe_load(file.read_text(encoding="utf-8"))["begriffe"]
    read = Abbreviations({}, {})
    for term in terms:
        name, forms = str(term["begriff"]), [str(form) for form in term.get("auch", ())]
        full = tuple(words(name))
        short = dict(pair for form in forms for pair in _short(form, full))
        read.short.update(short)
        spelled = [form for form in forms if _spells_out(form, name)]
        for form in [name, *spelled] if short or spelled else []:
            read.bent[stems(words(form))] = full
    return read


def stems(said: Sequence[str]) -> Words:
    """Reduce words to what their bendings have in common."""
    return tuple(map(stem, said))


def _short(form: str, full: Words) -> Iterator[tuple[Words, Words]]:
    """Give the abbreviations in a form, also those that only part of a compound has."""
    head, hyphen, tail = form.partition("-")
    if not SHORT.fullmatch(head):
        return
    said, rest = tuple(words(head)), "".join(words(tail))
    if not hyphen:
        yield said, full
        yield (said[0].removesuffix("s") + "s",), full  # "die MGHs"
    elif full[-1].endswith(rest) and full[-1] != rest:  # "ÜL-Pauschale": "ÜL" as well
        yield (*said, rest), full
        yield said, (*full[:-1], full[-1].removesuffix(rest))


def _spells_out(form: str, name: str) -> bool:
    """Tell whether a form holds the letters of an abbreviation in their order."""
    first = name.split(maxsplit=1)[0]
    if not SHORT.fullmatch(first) or SHORT.fullmatch(form):
        return False
    folded = "".join(words(form))
    # "HMFG" is Hesse's "Ministerium für Familie, Gesundheit".
    for letters in {first.lower(), first.lower().removeprefix("h")}:
        left = iter(folded)
        if folded[:1] == letters[:1] and all(letter in left for letter in letters):
            return True
    return False
