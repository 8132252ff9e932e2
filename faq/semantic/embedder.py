"""What turns a text into a vector: a narrow interface."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]


class Embedder(Protocol):
    """Turns texts into vectors of length 1; may be asked by several threads at once."""

    @property
    def name(self) -> str:
        """Tell models apart: vectors of one name may be compared with one another."""
        ...

    @property
    def size(self) -> int:
        """Give the number of numbers in a vector."""
        ...

    def pieces(self, word: str) -> int:
        """Count the pieces in which a word is read: the time of a text grows with them."""
        ...

    def embed(self, texts: Sequence[str]) -> Matrix:
        """Give a row for each text."""
        ...
