"""Character n-grams inside words, weighted by TF-IDF: forgiving about endings and slips."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import count
from math import log, sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

Vector = NDArray[np.float32]
Numbers = NDArray[np.int32]
Matrix = Any  # scipy.sparse.csr_matrix, whose types differ from release to release

SIZES = (2, 3, 4, 5)
REMEMBERED = 20_000  # words of strangers must not fill the memory: 0.3 KB each
AT_ONCE = 128  # words of a message: questions, answers and emergencies ask for the same
LONGEST_WORD = 60  # letters that are read; longer ones are no words
STRANGE = 0.15  # how much an n-gram nobody has written yet lowers the similarity


@lru_cache(maxsize=AT_ONCE)
def grams(word: str) -> tuple[str, ...]:
    """List the n-grams of a word; they may begin or end with the blank around it."""
    padded = f" {word[:LONGEST_WORD]} "
    return tuple(padded[at : at + size] for size in SIZES for at in range(len(padded) - size + 1))


def lengths(matrix: Matrix) -> Vector:
    """Measure every row; an empty one counts as nearly nothing."""
    squares = np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel()
    found: Vector = np.maximum(np.sqrt(squares), 1e-9).astype(np.float32)
    return found


def counted(numbers: NDArray[Any]) -> tuple[NDArray[Any], NDArray[np.int64]]:
    """Give the numbers in order, each once, and how often each occurs: a quick `np.unique`."""
    ordered = np.sort(numbers)
    begins = np.ones(len(ordered) + 1, np.bool_)  # the last one stands for the end
    np.not_equal(ordered[1:], ordered[:-1], out=begins[1:-1])
    at = np.flatnonzero(begins)
    return ordered[at[:-1]], np.diff(at)


class NgramSpace:
    """The n-grams of a set of texts: turns a text into a sparse row."""

    def __init__(self, folded: Sequence[str]) -> None:
        said = [text.split() for text in folded]
        number: dict[str, int] = defaultdict(count().__next__)
        of_word = {
            word: np.array([number[gram] for gram in grams(word)], np.int32)
            for word in dict.fromkeys(word for text in said for word in text)
        }
        self._number = dict(number)
        in_text = [np.concatenate([NONE, *(of_word[word] for word in text)]) for text in said]
        column = np.concatenate([NONE, *in_text])
        counts = sparse.csr_matrix(
            (
                np.ones(len(column), np.float32),
                column,
                np.cumsum([0, *(len(found) for found in in_text)]),
            ),
            shape=(len(folded), len(self._number)),
        )
        counts.sum_duplicates()
        frequency = np.bincount(counts.indices, minlength=len(self._number))
        self._rarity = (np.log((1 + len(folded)) / (1 + frequency)) + 1).astype(np.float32)
        counts.data = (1 + np.log(counts.data)) * self._rarity[counts.indices]
        counts.data *= np.repeat(1 / lengths(counts), np.diff(counts.indptr))  # in place: millions
        self.rows: Matrix = counts
        self._rarest = float(self._rarity.max(initial=1.0))
        self._remembered = lru_cache(maxsize=REMEMBERED)(self._look_up)

    def by_gram(self) -> Matrix:
        """Hand over the texts, by n-gram: of them only the question's are read."""
        turned = self.rows.tocsc()
        self.rows = None  # not needed twice
        return turned

    def alike(self, folded: str, by_gram: Matrix) -> Vector:
        """Compare a text with all texts: cosines, unknown n-grams count as distance."""
        places, weights = self.place(folded)
        # A few columns times a vector: a third of the time of a product of sparse matrices.
        cosines: Vector = by_gram[:, places] @ weights
        return cosines

    def place(self, folded: str) -> tuple[Numbers, Vector]:
        """Turn a text into a vector of length 1: the n-grams that are known, and their weight."""
        # Word by word, for most words have been read before.
        read = [self._remembered(word[:LONGEST_WORD]) for word in folded.split()]
        known, times = counted(np.concatenate([NONE, *(numbers for numbers, _ in read)]))
        weights = (1 + np.log(times)).astype(np.float32) * self._rarity[known]
        strange = [gram for _, unknown in read for gram in unknown]
        beside = sum((1 + log(count)) ** 2 for count in Counter(strange).values())
        length = sqrt(float(weights @ weights) + STRANGE * beside * self._rarest**2)
        return known, weights / np.float32(max(length, 1e-9))

    def _look_up(self, word: str) -> tuple[Numbers, tuple[str, ...]]:
        """Give the numbers of the known n-grams of a word, and its unknown ones."""
        known, strange = [], []
        for gram in grams(word):
            number = self._number.get(gram)
            if number is None:
                strange.append(gram)
            else:
                known.append(number)
        return np.array(known, np.int32), tuple(strange)


NONE = np.zeros(0, np.int32)
