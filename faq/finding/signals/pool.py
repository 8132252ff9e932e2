"""The texts of all entries in one line, and pooling their scores into scores of entries."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float32]


class Pool:
    """Knows which texts belong to which entry; texts of an entry stand side by side."""

    def __init__(self, sizes: Sequence[int]) -> None:
        self.size = len(sizes)
        self.without: int | None = None  # a text that does not count, for asking it itself
        self.starts = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.int64)
        self.owner = np.repeat(np.arange(len(sizes)), sizes)
        widest = max(sizes, default=0)
        total = int(sum(sizes))
        spots = self.starts[:, None] + np.arange(widest)[None, :]
        self._spots = np.where(np.arange(widest)[None, :] < np.array(sizes)[:, None], spots, total)

    def best(self, scores: Vector) -> Vector:
        """Give each entry the score of its best text."""
        pooled: Vector = np.maximum.reduceat(self._counted(scores), self.starts)
        return pooled

    def best_three(self, scores: Vector) -> Vector:
        """Give each entry the mean of its three best texts: one lucky text is not enough."""
        padded = np.append(self._counted(scores), np.float32(0))[self._spots]
        if padded.shape[1] > 3:  # noqa: PLR2004 - three
            padded = np.partition(padded, padded.shape[1] - 3, axis=1)[:, -3:]
        pooled: Vector = padded.sum(axis=1) / np.float32(padded.shape[1])
        return pooled

    def _counted(self, scores: Vector) -> Vector:
        if self.without is None:
            return scores
        counted = scores.copy()
        counted[self.without] = 0
        return counted
