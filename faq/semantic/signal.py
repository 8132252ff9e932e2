"""How near a question is in meaning to each entry."""

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from faq.catalogue.entry import Redirect
from faq.semantic.embedder import Matrix
from faq.semantic.learned import MOST, Learned, alike, learn, learn_at_once
from faq.semantic.vectors import Vectors

Vector = NDArray[np.float32]
Repair = Callable[[str], str]

LONGEST = 400  # characters of a question that are read: time grows with them, meaning hardly
REPEATED = 512  # questions whose vectors are remembered: 1.5 KB each
FLOOR = 0.75  # E5 puts any two texts above 0.7: what lies below says nothing
SEVERAL = 4  # best questions of an entry that count together


@dataclass(frozen=True, slots=True)
class Nearness:
    """Numbers from 0 to 1 for each entry."""

    best: Vector  # its nearest question
    several: Vector  # the mean of its nearest four
    learned: Vector  # all questions of the corpus together, weighted by what it teaches


@dataclass(frozen=True, slots=True)
class _Index:
    """All that a question is compared with; replaced whole, never changed."""

    texts: Matrix
    owner: NDArray[np.int64]  # number of the entry of each text; in order
    starts: NDArray[np.int64]  # first text of each entry
    present: NDArray[np.bool_]  # entries of which at least one vector is there
    rows: NDArray[np.int64]  # where the texts with a vector stand among all
    weights: Matrix | None  # entries by texts


def texts_of(entry: Redirect) -> tuple[str, ...]:
    """List what an entry is compared by."""
    return tuple(dict.fromkeys((*entry.questions, entry.title)))


class Semantic:
    """Compares a question with the questions of all entries; may be used by several threads."""

    def __init__(
        self,
        entries: Iterable[Redirect],
        vectors: Vectors,
        learned: Learned,
        repair: Repair | None = None,
    ) -> None:
        """Take the vectors and weights that are there; `complete` makes the others.

        Args:
            entries: in the order of the numbers given back.
            vectors: of the shipped corpus and of what was made since.
            learned: weights, likewise.
            repair: sets mistyped words right, which E5 does not understand.

        """
        pairs = [(entry.id, text) for entry in entries for text in texts_of(entry)]
        self.ids = list(dict.fromkeys(entry_id for entry_id, _ in pairs))
        self._pairs = pairs
        self._texts = [text for _, text in pairs]
        number = {entry_id: at for at, entry_id in enumerate(self.ids)}
        self._owner = np.array([number[entry_id] for entry_id, _ in pairs], dtype=np.int64)
        self._vectors = vectors
        self._learned = learned
        self._repair = repair
        self._making = threading.Lock()
        self._vector = lru_cache(maxsize=REPEATED)(self._embed)
        self._teachable = len(pairs) * len(self.ids) <= MOST
        weights, self._final = None, True
        if self._teachable:
            weights, self._final = learned.load(pairs, self.ids)
        self._index = self._build(weights)

    @property
    def ready(self) -> bool:
        """Tell whether nothing is left for `complete` to do."""
        return self._final and not self._vectors.missing(self._texts)

    def complete(self, *, at_once: bool = False) -> int:
        """Make the missing vectors and weights, then use them. Count the vectors.

        Slow (30 ms a vector, seconds for the weights of an edited corpus, a minute for those of a
        new one), so call it in a thread. `at_once` learns in seconds, but takes 200 MB meanwhile:
        for building and measuring.
        """
        with self._making:
            made = self._vectors.make(self._texts)
            if made or not self._final:
                # Any weights are a start; those of texts and entries that are gone fall away.
                self._index = self._build(self._teach(at_once=at_once))
                self._final = True
            return made

    def scores(self, question: str) -> Vector | None:
        """Give each entry one number from 0 to 1, the best of the three; none without vectors."""
        near = self.nearness(question)
        return near.learned if near else None

    def nearness(self, question: str) -> Nearness | None:
        """Compare a question with every entry; none while there are no vectors.

        Takes some 20 ms, the first time: call it in a thread. An entry whose vectors are still
        being made gets what the others have on average, which speaks neither for nor against it.
        """
        index = self._index
        if not question[:LONGEST].strip() or not len(index.rows):
            return None
        vector = self.vector(question)
        # Not by matrix product: BLAS wakes all cores for it, and busy ones let it wait 30 ms.
        cosines = np.einsum("ij,j->i", index.texts, vector)
        scaled = np.clip((cosines - np.float32(FLOOR)) / np.float32(1 - FLOOR), 0, 1)
        several = self._spread(index, _best(scaled, index.starts, SEVERAL))
        learned = several  # a corpus too large to learn from
        if index.weights is not None:
            spoken = np.einsum("ij,j->i", index.weights, alike(cosines))
            learned = np.clip(spoken, 0, 1).astype(np.float32)
        return Nearness(self._spread(index, _best(scaled, index.starts, 1)), several, learned)

    @property
    def model(self) -> str:
        """Name the language model."""
        return self._vectors.embedder.name

    def vector(self, question: str) -> Vector:
        """Give a question's vector; takes some 20 ms the first time."""
        text = " ".join(question[:LONGEST].split())
        return self._vector(self._repair(text) if self._repair else text)

    def pieces(self, word: str) -> int:
        """Count the pieces in which the model reads a word, at once."""
        return self._vectors.embedder.pieces(word)

    def _embed(self, text: str) -> Vector:
        vector: Vector = self._vectors.embedder.embed([text])[0]
        vector.flags.writeable = False  # it is handed out again and again
        return vector

    def _build(self, weights: Matrix | None) -> _Index:
        texts, known = self._vectors.rows(self._texts)
        rows = np.flatnonzero(known)
        owner = self._owner[rows]
        present = np.zeros(len(self.ids), dtype=np.bool_)
        present[owner] = True
        starts = np.flatnonzero(np.diff(owner, prepend=-1))
        if weights is not None:
            weights = np.ascontiguousarray(weights[rows].T)
        return _Index(texts[rows], owner, starts, present, rows, weights)

    def _teach(self, *, at_once: bool) -> Matrix | None:
        if not self._teachable:
            return None
        texts, _ = self._vectors.rows(self._texts)
        if at_once:
            weights = learn_at_once(texts, self._owner, len(self.ids))
        else:
            start, _ = self._learned.load(self._pairs, self.ids)
            weights = learn(texts, self._owner, start)
        self._learned.save(self._pairs, self.ids, weights)
        return weights

    def _spread(self, index: _Index, found: Vector) -> Vector:
        if index.present.all():
            return found
        spread = np.full(len(self.ids), found.mean(), dtype=np.float32)
        spread[index.present] = found
        return spread


def _best(scores: Vector, starts: NDArray[np.int64], count: int) -> Vector:
    """Give each entry the mean of its best scores, fewer where it has fewer."""
    if count == 1:
        highest: Vector = np.maximum.reduceat(scores, starts)
        return highest
    sizes = np.diff(starts, append=len(scores))
    widest = int(sizes.max())
    spots = starts[:, None] + np.arange(widest)[None, :]
    inside = np.arange(widest)[None, :] < sizes[:, None]
    ordered = np.where(inside, scores[np.minimum(spots, len(scores) - 1)], np.float32(0))
    ordered = -np.sort(-ordered, axis=1)[:, :count]
    mean: Vector = (ordered.sum(axis=1) / np.minimum(sizes, count)).astype(np.float32)
    return mean
