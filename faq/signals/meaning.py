"""What a question means: the semantic extra, behind a narrow interface."""

from typing import Protocol

from faq.ngrams import Vector
from faq.reading import Reading


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

    def nearness(self, question: str) -> Nearness | None:
        """Compare a question with every entry; none while nothing is ready."""
        ...


NAMES = ("sinn_beste", "sinn_mehrere", "sinn_gelernt")


def measure(meaning: Meaning, reading: Reading) -> dict[str, Vector]:
    """Give each entry three numbers from 0 to 1, or nothing at all."""
    near = meaning.nearness(reading.spelled)
    if near is None:
        return {}
    return dict(zip(NAMES, (near.best, near.several, near.learned), strict=True))
