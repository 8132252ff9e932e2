"""One wording for what can be written in several ways: "wieviel gibts" as "wie viel gibt es".

Questions of the corpus and of people go the same way, so how something is spelled changes no
decision. What is read as what stands in data/wording.yaml and, for abbreviations, in the glossary;
gender forms and apostrophes follow a rule.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

from faq.german.abbreviations import Abbreviations, Words, load_abbreviations, stems
from faq.german.genders import Generic, without_signs
from faq.german.text import LONGEST, stem, without_invisible, words

FILE = Path(__file__).parent.parent / "data" / "wording.yaml"
APOSTROPHE = re.compile(r"(?<=\w)['’‘`´ʼ](?=\w)")  # "gibt's"
BOTH = frozenset(["und", "oder", "bzw", "beziehungsweise", "sowie"])
COUNTED = frozenset(["viel", "viele", "vielen"])  # in front of a unit, as numbers are
PASSES = 2  # one for what stands in one word, one for what comes out of it
SHORTEST_TWICE = 5  # letters: "Helferinnen und Helfer", but "und und und"


class Forms(BaseModel):
    """The file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    gleich: tuple[str, ...]
    mit_es: tuple[str, ...]
    einheiten: str
    weiblich: tuple[str, ...]


class Wording:
    """Knows what is read as what."""

    def __init__(self, forms: Forms, abbreviations: Abbreviations) -> None:
        self._units = frozenset(words(forms.einheiten))
        self._generic = Generic(dict(map(words, forms.weiblich)))
        runs: dict[Words, Words] = {}
        for line in forms.gleich:
            first, *others = (tuple(words(form)) for form in line.split(","))
            runs.update(dict.fromkeys(others, first))
        for word in words(" ".join(forms.mit_es)):
            for form in ((word + "s",), (word.removesuffix("e") + "s",), (word, "s")):
                runs[form] = (word, "es")
        runs |= abbreviations.short
        self._runs = runs
        self._bent = abbreviations.bent
        self._longest = _longest(runs)
        self._longest_bent = _longest(self._bent)

    def of(self, said: Sequence[str]) -> list[str]:
        """Put folded words in one wording."""
        read = list(said)
        for _ in range(PASSES):
            read = _replaced(read, self._keys(read), self._runs, self._longest)
        read = _once([self._generic.word(word) for word in read])
        return _replaced(read, stems(read), self._bent, self._longest_bent)

    def _keys(self, said: list[str]) -> list[str]:
        """Give each word, but none for a unit that counts."""
        if self._units.isdisjoint(said):
            return said
        return [
            "" if word in self._units and (before.isdigit() or before in COUNTED) else word
            for before, word in pairwise(["", *said])
        ]


def _longest(runs: Iterable[Words]) -> dict[str, int]:
    """Note how long the longest run is that begins with a word."""
    found: dict[str, int] = {}
    for run in runs:
        found[run[0]] = max(found.get(run[0], 0), len(run))
    return found


def _replaced(
    said: list[str], keys: Sequence[str], runs: Mapping[Words, Words], longest: Mapping[str, int]
) -> list[str]:
    """Replace runs of words, the longest first, known by a key for each word."""
    if longest.keys().isdisjoint(keys):
        return said  # as in nearly every text
    found: list[str] = []
    at = 0
    while at < len(said):
        for length in range(longest.get(keys[at], 0), 0, -1):
            if meant := runs.get(tuple(keys[at : at + length])):
                found += meant
                at += length
                break
        else:
            found.append(said[at])
            at += 1
    return found


def _once(said: list[str]) -> list[str]:
    """Say once what is said of women and of men: "Helfer und Helfer"."""
    if BOTH.isdisjoint(said):
        return said
    kept: list[str] = []
    for word in said:
        twice = len(kept) > 1 and kept[-1] in BOTH and len(word) >= SHORTEST_TWICE
        if twice and stem(kept[-2]) == stem(word):
            kept.pop()
        else:
            kept.append(word)
    return kept


@cache
def load_wording(file: Path = FILE) -> Wording:
    """Read the file and the abbreviations of the glossary."""
    forms = Forms.model_validate(yaml.safe_load(file.read_text(encoding="utf-8")))
    return Wording(forms, load_abbreviations())


@lru_cache(maxsize=50_000)  # a corpus that is edited is read again and again
def plain(text: str) -> str:
    """Fold a text, in one wording."""
    return " ".join(plain_words(text))


def plain_words(text: str) -> list[str]:
    """Split a text into folded words, in one wording."""
    return list(_plain_words(text[:LONGEST]))


@lru_cache(maxsize=8)  # smalltalk, complaints and ranking ask for the same message
def _plain_words(text: str) -> Words:
    seen = without_invisible(text)
    lowered = APOSTROPHE.sub("", unicodedata.normalize("NFKC", seen).lower())
    return tuple(load_wording().of(words(without_signs(lowered))))
