"""A question as the signals see it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the question: what it shares with the corpus, and how much it says."""

    text: str
    weight: float
    shares: dict[str, float]
    repaired: str = ""  # the word of the corpus it was taken for
    plain: float = 1.0  # how much it says in everyday German, whatever the corpus


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far a question and the texts of the corpus cover each other."""

    question: Vector  # share of the question that each text covers
    text: Vector  # share of each text that the question covers
    words: NDArray[np.float32]  # how well each entry covers each word of the question
    answer: Vector  # share of the question that each entry's answer covers


@dataclass(frozen=True, slots=True)
class Reading:
    """A question without politeness, folded, and its words understood."""

    text: str
    folded: str
    words: tuple[Word, ...]
    coverage: Coverage
