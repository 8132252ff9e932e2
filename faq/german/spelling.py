"""Canonical spelling: one form of a question, however it was typed, for the language model."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from faq.german.text import WORD, fold

# "fuer" becomes "für", but "neue", "quer" and "bauen" stay.
LONG = re.compile(r"(?<![aeiouqy])(ae|oe|ue)(?![aeiou])")
SHORT = {"ae": "ä", "oe": "ö", "ue": "ü"}


class Spelling:
    """Knows how the corpus spells its words."""

    def __init__(self, texts: Iterable[str]) -> None:
        written = Counter(
            word
            for text in texts
            for word in WORD.findall(unicodedata.normalize("NFKC", text).lower())
        )
        counts: dict[str, Counter[str]] = {}
        for word, count in written.items():
            counts.setdefault(fold(word), Counter())[word] = count
        self._forms = {
            folded: found.most_common(1)[0][0]
            for folded, found in counts.items()
            if found.most_common(1)[0][0] != folded
        }
        self._known = set(counts)

    def spell(self, folded_words: Iterable[str]) -> list[str]:
        """Write folded words as the corpus would."""
        return [self._word(word) for word in folded_words]

    def _word(self, word: str) -> str:
        if word in self._known:
            return self._forms.get(word, word)
        return LONG.sub(lambda found: SHORT[found[1]], word)
