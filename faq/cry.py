"""A message of one word: a cry for help only if it is listed, "Polizei" but not "Auto".

What was learned from sentences says little about a single word: "Baby", "Essen" and "Wohnung"
stand in many an emergency, and in many a question typed in a hurry.
"""

import re
from collections.abc import Iterable

from rapidfuzz.distance import OSA

from faq.background import is_german
from faq.text import fold

DRAWN_OUT = re.compile(r"(.)\1{2,}")  # "hilfeeee"
SLIPPED = 6  # letters from which one slip of the finger is forgiven


class Cries:
    """The listed words."""

    def __init__(self, listed: Iterable[str]) -> None:
        self._known = frozenset(map(fold, listed))
        self._long = tuple(sorted(word for word in self._known if len(word) >= SLIPPED))

    def among(self, said: list[str]) -> bool:
        """Tell whether a message is one of these words and no other, however often."""
        if len(set(said)) != 1:
            return False
        word = DRAWN_OUT.sub(r"\1", said[0])
        if word in self._known:
            return True
        if len(word) < SLIPPED - 1 or is_german(word):
            return False
        return any(OSA.distance(word, known, score_cutoff=1) <= 1 for known in self._long)
