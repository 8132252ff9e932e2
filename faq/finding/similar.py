"""Questions that ask the same in nearly the same words, by their letter groups.

From SAME on, two questions count as the same in other words. `python -m bench.similar` takes each
of the corpus's 4855 questions out and looks for it among the others: of those found from 0.6 on,
80 % belong to the same entry (in pools of 500: 81 %), and 15 % (3 %) of the questions that have
a sister find one. The corpus is a hard judge: its editors phrase an entry's questions as
differently as they can, and neighbouring entries differ in one word. So this finds what was asked
twice, with slips and other endings; what is only meant alike is the matcher's business.
"""

from collections.abc import Mapping

from faq.german.ngrams import NgramSpace
from faq.german.politeness import without_politeness
from faq.german.wording import plain

SAME = 0.6  # for editors, who look at what they merge


class Similar:
    """Finds among texts those near a new one; greetings and thanks do not count."""

    def __init__(self, texts: Mapping[int, str]) -> None:
        folded = {key: _bare(text) for key, text in texts.items()}
        self._keys = sorted(key for key, text in folded.items() if text)
        if self._keys:
            self._space = NgramSpace([folded[key] for key in self._keys])
            self._by_gram = self._space.by_gram()

    def nearest(
        self, text: str, limit: int = 5, at_least: float = SAME
    ) -> list[tuple[int, float]]:
        """Give the keys of the nearest texts and their nearness from 0 to 1, best first."""
        bare = _bare(text)
        if not bare or not self._keys:
            return []
        near = self._space.alike(bare, self._by_gram)
        scored = [
            (key, min(1.0, round(float(score), 4)))
            for key, score in zip(self._keys, near, strict=True)
        ]
        found = sorted((-score, key) for key, score in scored if score >= at_least)
        return [(key, -score) for score, key in found[:limit]]


def _bare(text: str) -> str:
    return without_politeness(plain(text))
