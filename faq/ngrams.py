"""Character n-grams inside words, weighted by TF-IDF: forgiving about endings and slips."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

Vector = NDArray[np.float32]
Codes = NDArray[np.int64]
Matrix = Any  # scipy.sparse.csr_matrix, whose types differ from release to release

SIZES = (2, 3, 4, 5)
BITS = 6  # a letter fits into six bits: a to z, digits, blank, and a remainder for the rest
BLANK = 37


def _letters() -> NDArray[np.int64]:
    table = np.array([38 + code % 25 for code in range(0x3000)], dtype=np.int64)
    table[ord("a") : ord("z") + 1] = np.arange(1, 27)
    table[ord("0") : ord("9") + 1] = np.arange(27, 37)
    table[ord(" ")] = BLANK
    return table


LETTERS = _letters()


def codes(folded: str) -> tuple[Codes, NDArray[np.int64]]:
    """Give numbers to all n-grams of a folded text, and say where each starts.

    An n-gram may begin or end with a blank but never holds one inside.
    """
    padded = f" {folded} "
    points = np.frombuffer(padded.encode("utf-32-le"), dtype=np.uint32) % len(LETTERS)
    line = LETTERS[points]
    blank = line == BLANK
    found, places = [], []
    for size in SIZES:
        count = len(line) - size + 1
        if count <= 0:
            continue
        code = np.zeros(count, dtype=np.int64)
        inner = np.zeros(count, dtype=bool)
        for at in range(size):
            code = (code << BITS) | line[at : at + count]
            if 0 < at < size - 1:
                inner |= blank[at : at + count]
        starts = np.nonzero(~inner)[0]
        found.append(code[starts])
        places.append(starts)
    if not found:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    return np.concatenate(found), np.concatenate(places)


def unit(matrix: Matrix) -> Matrix:
    """Give every row the length 1."""
    return sparse.diags_array(1 / lengths(matrix), dtype=np.float32) @ matrix


def lengths(matrix: Matrix) -> Vector:
    """Measure every row; an empty one counts as nearly nothing."""
    squares = np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel()
    found: Vector = np.maximum(np.sqrt(squares), 1e-9).astype(np.float32)
    return found


class NgramSpace:
    """The n-grams of a set of texts: turns a text into a sparse row."""

    def __init__(self, folded: Sequence[str]) -> None:
        # All texts in one line: one pass of numpy instead of a million small strings.
        codes_of_all, places = codes(" ".join(folded))
        ends = np.cumsum([len(text) + 1 for text in folded])
        owner = np.searchsorted(ends, places, side="right").clip(max=len(folded) - 1)
        self._known, column = np.unique(codes_of_all, return_inverse=True)
        counts = sparse.csr_matrix(
            (np.ones(len(column), np.float32), (owner, column)),
            shape=(len(folded), len(self._known)),
        )
        counts.sum_duplicates()
        frequency = np.bincount(counts.indices, minlength=len(self._known))
        self._rarity = (np.log((1 + len(folded)) / (1 + frequency)) + 1).astype(np.float32)
        counts.data = (1 + np.log(counts.data)) * self._rarity[counts.indices]
        self.rows: Matrix = unit(counts).tocsr()

    def by_gram(self) -> Matrix:
        """Hand over the texts, by n-gram: of them only the question's are read."""
        turned = self.rows.T.tocsr()
        self.rows = None  # not needed twice
        return turned

    def alike(self, folded: str, by_gram: Matrix) -> Vector:
        """Compare a text with all texts: cosines, unknown n-grams count as distance."""
        places, weights = self.place(folded)
        # A few rows times a vector: a third of the time of a product of sparse matrices.
        cosines: Vector = by_gram[places].T @ weights
        return cosines

    def place(self, folded: str) -> tuple[NDArray[np.intp], Vector]:
        """Turn a text into a vector of length 1: the n-grams that are known, and their weight."""
        found, numbers = np.unique(codes(folded)[0], return_counts=True)
        at = np.searchsorted(self._known, found).clip(max=len(self._known) - 1)
        known = self._known[at] == found
        weights = (1 + np.log(numbers)).astype(np.float32)
        strange = weights[~known] * self._rarity.max(initial=1.0)
        weights = weights[known] * self._rarity[at[known]]
        length = float(np.sqrt((weights**2).sum() + STRANGE * (strange**2).sum()))
        return at[known], weights / np.float32(max(length, 1e-9))


STRANGE = 0.15  # how much an n-gram nobody has written yet lowers the similarity
