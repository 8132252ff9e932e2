"""An embedder whose every vector is known, and a corpus it understands."""

from collections.abc import Sequence

import numpy as np

from faq.catalogue.entry import Redirect
from faq.semantic.embedder import Matrix

MEANINGS = {"geld": 0, "knete": 0, "zuschuss": 0, "frist": 1, "wann": 1, "raum": 2, "zimmer": 2}


class Meanings:
    """Counts the meanings of the words it knows; remembers what it was asked."""

    name = "meanings"
    size = 4

    def __init__(self) -> None:
        self.asked: list[str] = []

    def pieces(self, word: str) -> int:
        return len(word) // 4 + 1

    def embed(self, texts: Sequence[str]) -> Matrix:
        self.asked += texts
        rows = np.zeros((len(texts), self.size), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            row[3] = 0.2
            for word in text.lower().split():
                if word in MEANINGS:
                    row[MEANINGS[word]] += 1
        found: Matrix = rows / np.linalg.norm(rows, axis=1, keepdims=True)
        return found


def entry(entry_id: str, *questions: str) -> Redirect:
    return Redirect(id=entry_id, title=questions[0], answer="Ja.", questions=questions)


CORPUS = (
    entry("a.geld", "Geld", "Zuschuss", "Geld Zuschuss"),
    entry("a.frist", "Frist", "Wann"),
    entry("a.raum", "Raum", "Raum Zimmer"),
)
