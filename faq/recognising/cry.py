"""A message with one telling word: a cry for help only if it is listed, "Polizei" but not "Auto".

What was learned from sentences says little about a single word: "Baby", "Essen" and "Wohnung"
stand in many an emergency, and in many a question typed in a hurry.
"""

import re
from collections.abc import Iterable

from rapidfuzz.distance import OSA

from faq.finding.followup import BARE
from faq.german.rarity import is_german
from faq.german.text import fold

DRAWN_OUT = re.compile(r"(.)\1{2,}")  # "hilfeeee"
# What stands around one word and says nothing: "und strom" is as little a cry as "Strom".
ASIDE = BARE | frozenset(["ein", "eine", "einen", "einem", "einer", "der", "die", "den", "dem",
                          "hier", "ist", "sind", "mal", "sie", "ihr", "ihm", "ihn", "mein",
                          "meine", "meinen", "unser", "unsere"])  # fmt: skip
SLIPPED = 6  # letters from which one slip of the finger is forgiven


class Cries:
    """The listed words."""

    def __init__(self, listed: Iterable[str]) -> None:
        self._known = frozenset(map(fold, listed))
        self._long = tuple(sorted(word for word in self._known if len(word) >= SLIPPED))

    def alone(self, said: list[str]) -> bool | None:
        """Tell whether the only word of a message is one of these; None if there are more."""
        telling = set(said) - ASIDE
        if len(telling) > 1:
            return None
        return any(map(self._is_one, telling))

    def _is_one(self, typed: str) -> bool:
        word = DRAWN_OUT.sub(r"\1", typed)
        if word in self._known:
            return True
        if len(word) < SLIPPED - 1 or is_german(word):
            return False
        return any(OSA.distance(word, known, score_cutoff=1) <= 1 for known in self._long)
