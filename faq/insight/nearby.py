"""Which stored questions a change of the corpus may touch: those that share its words."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from faq.catalogue.entry import Entry, Redirect
from faq.german.ngrams import Vector
from faq.german.rarity import weight
from faq.german.vocabulary import Vocabulary
from faq.german.wording import plain_words


@dataclass(frozen=True, slots=True)
class Asked:
    """A stored question, and the entries that are right for it."""

    text: str
    right: tuple[str, ...]
    origin: str  # as people read it
    variant_of: str = ""  # the entry whose variant it is


class Nearby:
    """Stored questions by the words they share with others: stems, parts, synonyms."""

    def __init__(self, asked: Sequence[Asked], vocabulary: Vocabulary) -> None:
        self.asked = tuple(asked)
        self._vocabulary = vocabulary
        self._word: dict[str, int] = {}
        self._share: dict[str, int] = {}
        spots = []
        for row, question in enumerate(self.asked):
            said = set(plain_words(question.text))
            total = sum(map(weight, said)) or 1.0
            spots += [
                (row, self._word.setdefault(w, len(self._word)), weight(w) / total) for w in said
            ]
        shares = [
            (at, self._share.setdefault(share, len(self._share)), 1.0)
            for word, at in self._word.items()
            for share in vocabulary.shares(word)
        ]
        self._of_question = _matrix(spots, len(self.asked), len(self._word))
        self._of_word = _matrix(shares, len(self._word), len(self._share))

    def nearest(self, texts: Sequence[str], count: int) -> list[tuple[float, Asked]]:
        """Give the questions that one of the texts covers best, each with its share of words."""
        if not texts or not self.asked:
            return []
        # Rounded: a set has no order, and so no last digit.
        covered: Vector = self._covered(texts).max(axis=1).round(4)
        order = np.argsort(-covered, kind="stable")[:count]
        return [(float(covered[at]), self.asked[at]) for at in order if covered[at] > 0]

    def nearest_to_each(self, texts: Sequence[str], count: int) -> list[Asked]:
        """Give the few questions that each text covers best, the best of all texts first."""
        if not texts or len(self.asked) <= count:
            return list(self.asked)
        covered = self._covered(texts)
        best = np.argpartition(-covered, count, axis=0)[:count]
        return [self.asked[at] for row in best for at in row]

    def _covered(self, texts: Sequence[str]) -> Vector:
        """Give the share of each question (down) that each text (across) covers."""
        spots = [
            (self._share[share], at, 1.0)
            for at, text in enumerate(texts)
            for word in set(plain_words(text))
            for share in self._vocabulary.shares(word)
            if share in self._share
        ]
        met = self._of_word @ _matrix(spots, len(self._share), len(texts))
        met.data[:] = 1.0
        covered: Vector = (self._of_question @ met).toarray()
        return covered


def changed_texts(old: Redirect | None, new: Redirect | None) -> list[str]:
    """List what an entry says only before or only after: questions, and words of the answer."""
    before, after = _texts(old), _texts(new)
    told = set(plain_words(_answer(old))) ^ set(plain_words(_answer(new)))
    return [*sorted(before ^ after), *([" ".join(sorted(told))] if told else [])]


def _texts(entry: Redirect | None) -> set[str]:
    return {*entry.questions, entry.title} if entry else set()


def _answer(entry: Redirect | None) -> str:
    if entry is None:
        return ""
    more = entry.more or "" if isinstance(entry, Entry) else ""
    return " ".join([entry.answer, more, *entry.keywords])


def _matrix(spots: Sequence[tuple[int, int, float]], rows: int, columns: int) -> sparse.csr_matrix:
    data = np.array([value for *_, value in spots], np.float32)
    at = ([row for row, *_ in spots], [column for _, column, _ in spots])
    return sparse.csr_matrix((data, at), shape=(rows, max(columns, 1)))
