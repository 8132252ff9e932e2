"""Tables of what texts hold, and reading a few of their columns."""

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from faq.german.ngrams import Matrix, Vector

Numbers = NDArray[np.intp]
Pairs = tuple[Numbers, Numbers, Vector]  # row of the answer, column of the table, strength


def columns(matrix: Matrix, pairs: Pairs, count: int) -> NDArray[np.float32]:
    """Say how well each row of a table covers each word: the word's strongest share counts."""
    at, numbers, strengths = pairs
    starts = matrix.indptr[numbers].astype(np.intp)
    counts = matrix.indptr[numbers + 1] - starts
    before = np.cumsum(counts) - counts
    flat = np.arange(int(counts.sum())) + np.repeat(starts - before, counts)
    cells = matrix.indices[flat] + np.repeat(at * matrix.shape[0], counts)
    found = np.zeros((count, matrix.shape[0]), np.float32)
    np.maximum.at(found.reshape(-1), cells, matrix.data[flat] * np.repeat(strengths, counts))
    return found


def holding(rows: Numbers, words: Numbers, shape: tuple[int, int]) -> Matrix:
    """Note which text holds which word."""
    return sparse.csr_matrix((np.ones(len(rows), np.float32), (rows, words)), shape=shape)


def strongest(held: Matrix, of_word: Matrix) -> Matrix:
    """Say how strongly each text holds each share: the strongest of its words counts."""
    rows = of_word.tocsr()
    counts = np.diff(rows.indptr)
    per = counts[held.indices]
    text = np.repeat(np.repeat(np.arange(held.shape[0]), np.diff(held.indptr)), per)
    starts = np.repeat(rows.indptr[held.indices], per)
    steps = np.arange(len(starts)) - np.repeat(np.cumsum(per) - per, per)
    share, strength = rows.indices[starts + steps], rows.data[starts + steps]
    order = np.lexsort((-strength, text, share))
    share, text, strength = share[order], text[order], strength[order]
    first = np.ones(len(share), dtype=bool)
    first[1:] = (share[1:] != share[:-1]) | (text[1:] != text[:-1])
    return sparse.csc_matrix(
        (strength[first], (text[first], share[first])), shape=(held.shape[0], of_word.shape[1])
    )
