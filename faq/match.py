"""Finding the entry a question asks for: the interface, and a first, purely fuzzy matcher."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from rapidfuzz import fuzz, process

from faq.entry import Redirect
from faq.text import fold


class Band(StrEnum):
    """How sure a matcher is."""

    ANSWER = "answer"
    SUGGEST = "suggest"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that may answer the question, with a score from 0 to 100."""

    entry_id: str
    score: float


@dataclass(frozen=True, slots=True)
class Finding:
    """What a matcher found, best first, and how sure it is."""

    band: Band
    ranked: tuple[Candidate, ...]


class Matcher(Protocol):
    """Finds entries for a question; says honestly when it does not know."""

    def find(self, question: str, context: str | None = None) -> Finding:
        """Rank the entries for a freely typed question."""
        ...


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Where the bands begin, in points of score.

    Chosen on half of the development questions so that at most 3 % of the answers given with
    confidence are wrong: `python -m bot evaluate` shows the figures.
    """

    sure: float = 88.0  # enough confidence to answer
    ahead: float = 7.0  # enough distance to the second entry
    maybe: float = 62.0  # enough to suggest


class FuzzyMatcher:
    """RapidFuzz over the variants: words in any order, words together, and their letters."""

    # token_set alone cannot abstain (any subset of words scores 100); token_sort counts what is
    # missing; the joined letters forgive compounds written apart or together.
    WEIGHTS = (0.40, 0.40, 0.20)
    TOP = 3

    def __init__(self, entries: Iterable[Redirect], thresholds: Thresholds | None = None) -> None:
        self._thresholds = thresholds or Thresholds()
        self._texts: list[str] = []
        self._owners: list[str] = []
        for entry in entries:
            for text in (*entry.questions, entry.title):
                self._texts.append(fold(text))
                self._owners.append(entry.id)
        self._joined = [text.replace(" ", "") for text in self._texts]

    def find(self, question: str, context: str | None = None) -> Finding:
        """Rank the entries by their best variant."""
        folded = fold(question)
        if not folded:
            return Finding(Band.NONE, ())
        best: dict[str, float] = {}
        for owner, score in zip(self._owners, self._scores(folded), strict=True):
            if score > best.get(owner, 0.0):
                best[owner] = score
        ranked = sorted(best.items(), key=lambda item: (-item[1], item[0]))[: self.TOP + 1]
        candidates = tuple(Candidate(*item) for item in ranked)
        return Finding(self._band(candidates), candidates[: self.TOP])

    def _scores(self, folded: str) -> list[float]:
        columns = [
            _column(folded, self._texts, fuzz.token_set_ratio),
            _column(folded, self._texts, fuzz.token_sort_ratio),
            _column(folded.replace(" ", ""), self._joined, fuzz.ratio),
        ]
        return [
            sum(w * s for w, s in zip(self.WEIGHTS, row, strict=True))
            for row in zip(*columns, strict=True)
        ]

    def _band(self, ranked: tuple[Candidate, ...]) -> Band:
        if not ranked or ranked[0].score < self._thresholds.maybe:
            return Band.NONE
        second = ranked[1].score if len(ranked) > 1 else 0.0
        if (
            ranked[0].score >= self._thresholds.sure
            and ranked[0].score - second >= self._thresholds.ahead
        ):
            return Band.ANSWER
        return Band.SUGGEST


def _column(query: str, texts: list[str], scorer: object) -> list[float]:
    found = process.extract(query, texts, scorer=scorer, processor=None, limit=None)  # type: ignore[call-overload]
    column = [0.0] * len(texts)
    for _, score, index in found:
        column[index] = score
    return column
