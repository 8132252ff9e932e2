"""Finding the entry a question asks for: what every matcher gives."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol, runtime_checkable


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
class Explanation:
    """Why an entry stands where it stands, for editors."""

    parts: dict[str, dict[str, float]] = field(default_factory=dict)  # entry, signal, points
    repaired: dict[str, str] = field(default_factory=dict)  # typed word, word of the corpus
    split: dict[str, tuple[str, ...]] = field(default_factory=dict)  # compound, its known parts
    confidence: float = 0.0
    words: tuple[str, ...] = ()  # as they were read: folded, without politeness
    ranked: tuple[Candidate, ...] = ()  # more of them than are ever suggested
    sure: float = 0.0  # confidence from which an answer is given
    maybe: float = 0.0  # and from which suggestions are made


@dataclass(frozen=True, slots=True)
class Finding:
    """What a matcher found, best first, and how sure it is."""

    band: Band
    ranked: tuple[Candidate, ...]
    confidence: float = 0.0  # calibrated probability that the first is right
    leaned: bool = False  # understood from the question before


class Matcher(Protocol):
    """Finds entries for a question; says honestly when it does not know."""

    def find(self, question: str, context: str | None = None) -> Finding:
        """Rank the entries for a freely typed question.

        Args:
            question: what was typed.
            context: the question asked before, for a follow-up such as "Und bis wann?".

        """
        ...


@runtime_checkable
class ThoroughMatcher(Matcher, Protocol):
    """A matcher that can also say why, do what is slow beforehand, and do without it."""

    @property
    def is_slow(self) -> bool:
        """Tell whether there is something slow to prepare."""
        ...

    def glance(self, question: str, context: str | None = None) -> Finding:
        """Rank without what is slow: for a part of a message, or one of several."""
        ...

    def explain(self, question: str, context: str | None = None) -> Explanation:
        """Say why the entries stand where they stand."""
        ...

    def prepare(self, question: str) -> None:
        """Do beforehand what is slow."""
        ...
