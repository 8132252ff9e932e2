"""Letters that meet: character n-grams against each entry as a whole and its best questions."""

from collections.abc import Sequence

import numpy as np
from scipy import sparse

from faq.finding.signals.pool import Pool
from faq.finding.signals.seen_question import Reading
from faq.german.ngrams import NgramSpace, Vector, lengths


class Chars:
    """TF-IDF of character n-grams: the entry's centre, its best question, its best three."""

    names = ("zeichen_mitte", "zeichen_beste", "zeichen_drei")

    def __init__(self, folded: Sequence[str], pool: Pool) -> None:
        self._pool = pool
        self._space = NgramSpace(folded)
        member = sparse.csr_matrix(
            (np.ones(len(folded), np.float32), (pool.owner, np.arange(len(folded)))),
            shape=(pool.size, len(folded)),
        )
        self._lengths = lengths(member @ self._space.rows)
        self._texts = self._space.by_gram()

    def scores(self, reading: Reading) -> list[Vector]:
        """Give each entry three similarities from 0 to 1."""
        alike = self._space.alike(reading.folded, self._texts)
        # The centre is the sum of an entry's texts, made 1 long: so is what it has in common.
        centre = (np.add.reduceat(alike, self._pool.starts) / self._lengths).astype(np.float32)
        return [centre, self._pool.best(alike), self._pool.best_three(alike)]


class AnswerChars:
    """The same against the answer's text and keywords: words no question variant has used."""

    names = ("antwort_zeichen",)

    def __init__(self, folded: Sequence[str]) -> None:
        self._space = NgramSpace(folded)
        self._texts = self._space.by_gram()

    def scores(self, reading: Reading) -> list[Vector]:
        """Give each entry one similarity from 0 to 1; only words that say something count."""
        telling = " ".join(w.repaired or w.text for w in reading.words if w.weight > TELLING)
        return [self._space.alike(telling or reading.folded, self._texts)]


TELLING = 0.15
