"""Words that meet: exactly, in the stem, in a part, as synonyms, or but for a typing error."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process
from scipy import sparse

from faq.background import FLOOR, weight
from faq.ngrams import Matrix, Vector
from faq.pool import Pool
from faq.reading import Coverage, Reading, Word
from faq.vocabulary import Vocabulary

ALIKE = 74  # RapidFuzz ratio from which two words may be the same, mistyped
NEAREST = 3
LONGER = 3  # letters a mistyped word may be longer or shorter
MOST_WORDS = 120  # of a long message; what matters stands at both ends
MOST_TYPOS = 24
SHORTEST_TYPO = 4


class TokenIndex:
    """Which text holds which word; reads questions and measures how far words cover texts."""

    def __init__(self, texts: Sequence[list[str]], pool: Pool, vocabulary: Vocabulary) -> None:
        self._pool = pool
        self.vocabulary = vocabulary
        known = vocabulary.number
        pairs = [(at, known[word]) for at, text in enumerate(texts) for word in set(text)]
        shape = (len(texts), len(known))
        held = _matrix(pairs, np.ones(len(pairs), np.float32), shape)
        per_entry = sparse.csr_matrix(
            (np.ones(len(pairs), np.float32),
             ([int(pool.owner[at]) for at, _ in pairs], [word for _, word in pairs])),
            shape=(pool.size, len(known)),
        )  # fmt: skip
        per_entry.sum_duplicates()
        entries_with = np.bincount(per_entry.indices, minlength=len(known))
        self._rarity = np.log((1 + pool.size) / (1 + entries_with)) / np.log(1 + pool.size)
        self._rarest = float(np.log((1 + pool.size) / 1.5) / np.log(1 + pool.size))
        self._weights = np.array([self.weigh(word) for word in known] or [1.0], dtype=np.float32)[
            : len(known)
        ]
        self._in_text = held
        self._in_text.data = self._weights[held.indices]
        sums = np.maximum(np.asarray(self._in_text.sum(axis=1)).ravel(), 1e-6)
        self._in_text = (sparse.diags_array(1 / sums, dtype=np.float32) @ self._in_text).tocsr()
        self._share: dict[str, int] = {}
        triples = [
            (number, self._share.setdefault(share, len(self._share)), strength)
            for word, number in known.items()
            for share, strength in vocabulary.shares(word).items()
        ]
        self._of_word = sparse.csc_matrix(
            ([s for *_, s in triples], ([n for n, *_ in triples], [k for _, k, _ in triples])),
            shape=(len(known), max(len(self._share), 1)), dtype=np.float32,
        )  # fmt: skip
        self._of_text = _strongest(held, self._of_word)
        self._typed = sorted((w for w in known if len(w) >= SHORTEST_TYPO), key=len)
        self._lengths = np.array([len(word) for word in self._typed])

    def weigh(self, word: str) -> float:
        """Tell how much a word says: rare in German and in few entries."""
        number = self.vocabulary.number.get(word)
        rarity = self._rarest if number is None else float(self._rarity[number])
        return max(FLOOR, weight(word) * max(rarity, 0.1))

    def read(self, said: Sequence[str]) -> list[Word]:
        """Understand the words of a question; mistyped ones are taken for the nearest."""
        said = list(dict.fromkeys(said))
        if len(said) > MOST_WORDS:
            said = said[: MOST_WORDS // 2] + said[-MOST_WORDS // 2 :]
        shares = [dict(self.vocabulary.shares(word)) for word in said]
        for at, (word, following) in enumerate(pairwise(said)):
            if (whole := word + following) in self.vocabulary.number:  # "los legen"
                for side in (at, at + 1):
                    shares[side] |= self.vocabulary.shares(whole)
        repaired = self._repair(
            [w for w in said if len(w) >= SHORTEST_TYPO and self.vocabulary.is_typo(w)]
        )
        read = []
        for word, own in zip(said, shares, strict=True):
            best = ""
            for near, ratio in repaired.get(word, ()):
                best = best or near
                for share, strength in self.vocabulary.shares(near).items():
                    own[share] = max(own.get(share, 0.0), strength * ratio)
            read.append(Word(word, self.weigh(best or word), own, best, weight(best or word)))
        return read

    def _repair(self, strange: list[str]) -> dict[str, list[tuple[str, float]]]:
        found = {}
        for word in strange[:MOST_TYPOS]:
            low = int(np.searchsorted(self._lengths, len(word) - LONGER))
            high = int(np.searchsorted(self._lengths, len(word) + LONGER, side="right"))
            if low == high:
                continue
            row = process.cdist(
                [word], self._typed[low:high], scorer=fuzz.ratio, score_cutoff=ALIKE,
                dtype=np.uint8,
            )[0]  # fmt: skip
            hits = np.nonzero(row)[0]
            best = hits[np.argsort(-row[hits].astype(int), kind="stable")[:NEAREST]]
            found[word] = [(self._typed[low + int(at)], int(row[at]) / 100) for at in best]
        return found

    def cover(self, read: Sequence[Word]) -> Coverage:
        """Measure how far question and texts cover each other."""
        question = np.zeros(self._in_text.shape[0], np.float32)
        column = np.zeros_like(question)
        by_entry = np.zeros((len(read), self._pool.size), np.float32)
        strongest: dict[int, float] = {}
        total = sum(word.weight for word in read) or 1.0
        for at, word in enumerate(read):
            column[:] = 0
            for share, strength in word.shares.items():
                number = self._share.get(share)
                if number is None:
                    continue
                strongest[number] = max(strongest.get(number, 0.0), strength)
                rows, data = _column(self._of_text, number)
                column[rows] = np.maximum(column[rows], data * np.float32(strength))
            question += column * np.float32(word.weight / total)
            by_entry[at] = self._pool.best(column)
        met = np.zeros(len(self._weights), np.float32)
        for number, strength in strongest.items():
            rows, data = _column(self._of_word, number)
            met[rows] = np.maximum(met[rows], data * np.float32(strength))
        return Coverage(question, self._in_text @ met, by_entry)


def _matrix(
    pairs: Sequence[tuple[int, int]], data: NDArray[np.float32], shape: tuple[int, int]
) -> Matrix:
    rows = np.array([row for row, _ in pairs], dtype=np.int64)
    columns = np.array([column for _, column in pairs], dtype=np.int64)
    return sparse.csr_matrix((data, (rows, columns)), shape=shape)


def _column(matrix: Matrix, number: int) -> tuple[NDArray[np.int32], Vector]:
    part = slice(matrix.indptr[number], matrix.indptr[number + 1])
    return matrix.indices[part], matrix.data[part]


def _strongest(held: Matrix, of_word: Matrix) -> Matrix:
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


class Tokens:
    """Covered words: harmonic mean over the best text, the best three, and the whole entry."""

    names = ("woerter_beste", "woerter_drei", "woerter_eintrag")

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    def scores(self, reading: Reading) -> list[Vector]:
        """Give each entry three shares from 0 to 1."""
        question, text = reading.coverage.question, reading.coverage.text
        both = 2 * question * text / np.maximum(question + text, 1e-6)
        weights = np.array([word.weight for word in reading.words], np.float32)
        whole = weights @ reading.coverage.words / max(float(weights.sum()), 1e-6)
        return [self._pool.best(both), self._pool.best_three(both), whole]


class AnswerTokens:
    """The share of the question's words that the answer or its keywords hold."""

    names = ("antwort_woerter",)

    def __init__(self, index: TokenIndex) -> None:
        self._index = index

    def scores(self, reading: Reading) -> list[Vector]:
        """Give each entry one share from 0 to 1."""
        return [self._index.cover(reading.words).question]
