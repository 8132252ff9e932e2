"""Vectors kept on disk: those that ship with the project, and those made since.

A vector is kept as whole numbers from -127 to 127, a quarter of its size: a cosine changes by
0.001 at most. It is found by a hash of embedder and text, so a changed text or another model
never meets a stale vector.
"""

import logging
import threading
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from faq.semantic.array_files import read_arrays, write_arrays
from faq.semantic.embedder import Embedder, Matrix

logger = logging.getLogger(__name__)

SHIPPED = Path(__file__).parent / "vectors.npz"
KEY = 8  # bytes of the hash: far more than some ten thousand texts need
STEPS = 127
BATCH = 16  # texts made at a time

Codes = NDArray[np.int8]


class Vectors:
    """What is known of one embedder's vectors; may be used by several threads."""

    def __init__(
        self, embedder: Embedder, *, shipped: Path | None = SHIPPED, cache: Path | None
    ) -> None:
        """Read what there is.

        Args:
            embedder: makes what is missing.
            shipped: the project's own file, never written here.
            cache: the file for what is made later; none keeps it in memory only.

        """
        self.embedder = embedder
        self._cache = cache
        self._lock = threading.Lock()
        self._shipped = _read(shipped, embedder.size)
        self._made = _read(cache, embedder.size)

    def missing(self, texts: Iterable[str]) -> list[str]:
        """List the texts without a vector, each once."""
        with self._lock:
            return [text for text in dict.fromkeys(texts) if self._find(text) is None]

    def rows(self, texts: Sequence[str]) -> tuple[Matrix, NDArray[np.bool_]]:
        """Give a row for each text, zeros where there is none, and say which are known."""
        matrix = np.zeros((len(texts), self.embedder.size), dtype=np.float32)
        known = np.zeros(len(texts), dtype=np.bool_)
        with self._lock:
            for at, text in enumerate(texts):
                if (code := self._find(text)) is not None:
                    matrix[at] = code
                    known[at] = True
        # Every vector has length 1, so no scale needs to be kept.
        lengths = np.linalg.norm(matrix, axis=1, keepdims=True)
        return matrix / np.maximum(lengths, np.float32(1e-12)), known

    def make(self, texts: Iterable[str]) -> int:
        """Embed what is missing and keep it on disk; slow, so call it in a thread. Count it.

        The cache then holds what these texts need beyond the shipped file and nothing else: what
        editors have changed or deleted does not pile up.
        """
        wanted = list(dict.fromkeys(texts))
        new = self.missing(wanted)
        for start in range(0, len(new), BATCH):
            some = new[start : start + BATCH]
            codes = _quantise(self.embedder.embed(some))
            with self._lock:
                self._made.update(zip(map(self._key, some), codes, strict=True))
        if new and self._cache:
            keys = {self._key(text) for text in wanted}
            with self._lock:
                self._made = {key: code for key, code in self._made.items() if key in keys}
                made = dict(self._made)
            try:
                _write(self._cache, made, self.embedder.size)
            except OSError:
                logger.warning("Vektoren nicht gespeichert: %s", self._cache, exc_info=True)
        return len(new)

    def _find(self, text: str) -> Codes | None:
        key = self._key(text)
        shipped = self._shipped.get(key)
        return self._made.get(key) if shipped is None else shipped

    def _key(self, text: str) -> bytes:
        named = f"{self.embedder.name}\0{text}".encode()
        return blake2b(named, digest_size=KEY).digest()


def _quantise(rows: Matrix) -> Codes:
    largest = np.maximum(np.abs(rows).max(axis=1, keepdims=True), np.float32(1e-12))
    codes: Codes = np.rint(rows / largest * STEPS).astype(np.int8)
    return codes


def _read(path: Path | None, size: int) -> dict[bytes, Codes]:
    arrays: dict[str, NDArray[Any]] | None = read_arrays(path, "keys", "codes") if path else None
    if arrays is None:
        return {}
    keys, codes = arrays["keys"], arrays["codes"]
    if keys.shape != (len(codes), KEY) or codes.shape != (len(codes), size):
        return {}  # made by another model
    return {key.tobytes(): code for key, code in zip(keys, codes, strict=True)}


def _write(path: Path, vectors: dict[bytes, Codes], size: int) -> None:
    keys = sorted(vectors)
    codes = np.zeros((len(keys), size), dtype=np.int8)
    for at, key in enumerate(keys):
        codes[at] = vectors[key]
    numbers = np.frombuffer(b"".join(keys), dtype=np.uint8).reshape(len(keys), KEY)
    write_arrays(path, keys=numbers, codes=codes)
