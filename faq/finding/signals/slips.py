"""Slips: the words of the corpus that a mistyped word may be."""

from collections.abc import Iterable

import numpy as np
from rapidfuzz import fuzz, process

ALIKE = 74  # RapidFuzz ratio from which two words may be the same, mistyped
NEAREST = 3
LONGER = 3  # letters a mistyped word may be longer or shorter
SHORTEST = 4  # letters


class Slips:
    """Compares a mistyped word with all words that could be meant."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = sorted((word for word in known if len(word) >= SHORTEST), key=len)
        self._lengths = np.array([len(word) for word in self._known], np.int64)
        self._letters = np.array([_letters(word) for word in self._known], np.uint64)

    def nearest(self, word: str) -> list[tuple[str, float]]:
        """List the nearest words, at most three, and how near they are, from 0.74 to 1."""
        low = int(np.searchsorted(self._lengths, len(word) - LONGER))
        high = int(np.searchsorted(self._lengths, len(word) + LONGER, side="right"))
        lengths, theirs = self._lengths[low:high], self._letters[low:high]
        # A letter that only one of the two holds is no common one: few words can be near enough.
        own = np.uint64(_letters(word))
        common = np.minimum(
            len(word) - np.bitwise_count(own & ~theirs).astype(np.int64),
            lengths - np.bitwise_count(theirs & ~own),
        )
        possible = low + np.flatnonzero(200 * common >= ALIKE * (len(word) + lengths))
        if not len(possible):
            return []
        words = [self._known[at] for at in possible]
        row = process.cdist([word], words, scorer=fuzz.ratio, score_cutoff=ALIKE, dtype=np.uint8)[
            0
        ]
        hits = np.nonzero(row)[0]
        best = hits[np.argsort(-row[hits].astype(int), kind="stable")[:NEAREST]]
        return [(words[at], int(row[at]) / 100) for at in best]


def _letters(word: str) -> int:
    """Note which letters a word holds, one bit each; rare ones share a bit."""
    held = 0
    for letter in set(word):
        held |= 1 << (ord(letter) & 63)
    return held
