"""Words that meet: exactly, in the stem, in a part, as synonyms, or but for a typing error."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from faq.finding.signals.held import Numbers, Pairs, columns, holding, strongest
from faq.finding.signals.pool import Pool
from faq.finding.signals.seen_question import Coverage, Reading, Word
from faq.finding.signals.slips import SHORTEST, Slips
from faq.german.ngrams import Vector
from faq.german.rarity import FLOOR, weight
from faq.german.vocabulary import Vocabulary

MOST_WORDS = 120  # of a long message; what matters stands at both ends
MOST_TYPOS = 24
REMEMBERED = 4096  # words as they were understood


class TokenIndex:
    """Which text holds which word; reads questions and measures how far words cover texts."""

    def __init__(
        self,
        texts: Sequence[list[str]],
        pool: Pool,
        vocabulary: Vocabulary,
        answers: Sequence[list[str]] = (),
    ) -> None:
        """Read the texts.

        Args:
            texts: the words of every question.
            pool: tells which question belongs to which entry.
            vocabulary: knows all words of questions and answers.
            answers: the words of every entry's answer.

        """
        self._pool = pool
        self.vocabulary = vocabulary
        known = vocabulary.number
        rows, held_words = _pairs_of(texts, known)
        held = holding(rows, held_words, (len(texts), len(known)))
        per_entry = holding(pool.owner[rows], held_words, (pool.size, len(known)))
        per_entry.sum_duplicates()
        answered = holding(*_pairs_of(answers, known), (len(answers), len(known)))
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
        # One below the other, for they are asked for the same words.
        self._of_all = sparse.vstack(
            [strongest(rows, self._of_word) for rows in (held, per_entry, answered)]
        ).tocsc()
        self._parts = (len(texts), len(texts) + pool.size)
        self._slips = Slips(known)
        self._understood = lru_cache(maxsize=REMEMBERED)(self._understand)

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
        slips = [w for w in said if len(w) >= SHORTEST and self.vocabulary.is_typo(w)]
        mistyped = set(slips[:MOST_TYPOS])
        read = [self._understood(word, word in mistyped) for word in said]
        for at, (word, following) in enumerate(pairwise(said)):
            if (whole := word + following) in self.vocabulary.number:  # "los legen"
                for side in (at, at + 1):
                    shares = read[side].shares | self.vocabulary.shares(whole)
                    read[side] = replace(read[side], shares=shares)
        return read

    def _understand(self, word: str, mistyped: bool) -> Word:  # noqa: FBT001 - behind the memory
        shares, best = self.vocabulary.shares(word), ""
        for near, ratio in self._slips.nearest(word) if mistyped else ():
            best = best or near
            lent = {share: own * ratio for share, own in self.vocabulary.shares(near).items()}
            shares = {key: max(shares.get(key, 0.0), lent.get(key, 0.0)) for key in shares | lent}
        return Word(word, self.weigh(best or word), shares, best, weight(best or word))

    def cover(self, read: Sequence[Word]) -> Coverage:
        """Measure how far question and texts cover each other."""
        pairs = self._pairs(read)
        covered = columns(self._of_all, pairs, len(read))
        share = _weighed(read, covered)
        met = columns(self._of_word, (np.zeros_like(pairs[0]), *pairs[1:]), 1)[0]
        texts, entries = self._parts
        return Coverage(
            question=share[:texts],
            text=self._in_text @ met,
            words=covered[:, texts:entries],
            answer=share[entries:],
        )

    def _pairs(self, read: Sequence[Word]) -> Pairs:
        """List what each word shares: number of the word, of the share, and how strongly."""
        found = [
            (at, number, strength)
            for at, word in enumerate(read)
            for share, strength in word.shares.items()
            if (number := self._share.get(share)) is not None
        ]
        at, numbers, strengths = zip(*found, strict=True) if found else ((), (), ())
        return np.array(at, np.intp), np.array(numbers, np.intp), np.array(strengths, np.float32)


def _pairs_of(texts: Sequence[list[str]], known: dict[str, int]) -> tuple[Numbers, Numbers]:
    """List the words of each text once: number of the text, number of the word."""
    said = [set(text) for text in texts]
    rows = np.repeat(np.arange(len(said)), np.array([len(own) for own in said], np.intp))
    found = (known[word] for own in said for word in own)
    return rows, np.fromiter(found, np.intp, len(rows))


def _weighed(read: Sequence[Word], covered: NDArray[np.float32]) -> Vector:
    weights = np.array([word.weight for word in read], np.float32)
    # Not by matrix product: BLAS would wake all cores for it.
    share: Vector = np.einsum("i,ij->j", weights / (weights.sum() or 1.0), covered)
    return share


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

    def scores(self, reading: Reading) -> list[Vector]:
        """Give each entry one share from 0 to 1."""
        return [reading.coverage.answer]
