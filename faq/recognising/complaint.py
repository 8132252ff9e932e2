"""Bare complaints about the answer just given, such as „Das stimmt doch gar nicht!“.

Such a message names no matter of its own: nothing can be looked up for it.
"""

from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict
from rapidfuzz import process
from rapidfuzz.distance import OSA

from documents.strict_yaml import Lined
from faq.german.rarity import is_german
from faq.german.wording import plain_words
from faq.recognising.smalltalk import FOLDER

LONGEST = 12  # words; who writes more says what is wrong
SLIP, MISTYPED = 1, 5  # slips of the finger, in words of so many letters


class Phrases(BaseModel):
    """What complaints consist of."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kerne: tuple[str, ...]
    beiwerk: tuple[str, ...]


class Complaints:
    """Recognises messages that complain and say nothing else."""

    def __init__(self, phrases: Phrases) -> None:
        self._cores = {tuple(plain_words(core)) for core in phrases.kerne}
        fillers = map(plain_words, phrases.beiwerk)
        self._fillers = frozenset(word for filler in fillers for word in filler)
        self._known = sorted(self._fillers.union(*self._cores))

    def has(self, text: str) -> bool:
        """Tell whether a message is nothing but complaints."""
        said = plain_words(text)
        if not 0 < len(said) <= LONGEST:
            return False
        spelled = [self._spelled(word) for word in said]
        return self._made_of_cores(tuple(w for w in spelled if w not in self._fillers))

    def _made_of_cores(self, said: tuple[str, ...]) -> bool:
        return said in self._cores or any(
            said[: len(core)] == core and self._made_of_cores(said[len(core) :])
            for core in self._cores
        )

    def _spelled(self, word: str) -> str:
        """Mend a slip of the finger; a German word is none."""
        if word in self._known or len(word) < MISTYPED or is_german(word):
            return word
        near = process.extractOne(word, self._known, scorer=OSA.distance, score_cutoff=SLIP)
        return near[0] if near else word


def load_complaints(folder: Path = FOLDER) -> Complaints:
    """Read widerspruch.yaml."""
    return Complaints(Phrases.model_validate(Lined(folder / "widerspruch.yaml").content))


@cache
def _shipped() -> Complaints:
    return load_complaints()


def is_complaint(text: str) -> bool:
    """Tell whether a message only contradicts the answer before it."""
    return _shipped().has(text)
