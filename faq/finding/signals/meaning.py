"""What a question means: the semantic extra, behind a narrow interface."""

import logging
from typing import Protocol

from faq.german.ngrams import Vector

log = logging.getLogger(__name__)


class Nearness(Protocol):
    """Numbers from 0 to 1 for each entry."""

    @property
    def best(self) -> Vector:
        """Give the nearness of the nearest question."""
        ...

    @property
    def several(self) -> Vector:
        """Give the mean of the nearest few."""
        ...

    @property
    def learned(self) -> Vector:
        """Give what all questions of the corpus say together."""
        ...


class Meaning(Protocol):
    """What `faq.semantic` offers; tests put a double here."""

    @property
    def model(self) -> str:
        """Name the language model."""
        ...

    def nearness(self, question: str) -> Nearness | None:
        """Compare a question with every entry; none while nothing is ready."""
        ...

    def vector(self, question: str) -> Vector:
        """Give a question's vector, of length 1."""
        ...

    def pieces(self, word: str) -> int:
        """Count the pieces in which the model reads a word."""
        ...


NAMES = ("sinn_beste", "sinn_mehrere", "sinn_gelernt")


def measure(meaning: Meaning, spelled: str) -> dict[str, Vector]:
    """Give each entry three numbers from 0 to 1, or nothing at all."""
    try:
        near = meaning.nearness(spelled)
    except Exception as error:  # noqa: BLE001 - an engine's fault must not cost an answer
        log.error("no meaning: %s", type(error).__name__)  # noqa: TRY400 - its text may be a person's
        return {}
    if near is None:
        return {}
    return dict(zip(NAMES, (near.best, near.several, near.learned), strict=True))


def sense(meaning: Meaning, spelled: str, model: str) -> Vector | None:
    """Give a question's vector by one language model; none from another or a broken one."""
    try:
        return meaning.vector(spelled) if spelled and meaning.model == model else None
    except Exception as error:  # noqa: BLE001 - as above
        log.error("no vector: %s", type(error).__name__)  # noqa: TRY400 - as above
        return None


def pieces(meaning: Meaning | None, word: str) -> int:
    """Count the pieces in which the language model reads a word; without a working one, one."""
    try:
        return meaning.pieces(word) if meaning else 1
    except Exception as error:  # noqa: BLE001 - as above
        log.error("no pieces: %s", type(error).__name__)  # noqa: TRY400 - as above
        return 1
