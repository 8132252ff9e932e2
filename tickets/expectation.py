"""What people may expect: how long the last answers took, counted and not promised.

Who still waits counts too: against every span they have outlived already. About longer ones they
say nothing yet.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

FEWEST = 10  # answers below which nothing can be said
LATEST = 50  # older ones say little about today
MOST_OF_TEN = 8  # in so many cases of ten the number named must hold
NUMBERS = ("null", "einem", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun",
           "zehn", "elf", "zwölf")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Expectation:
    """Within how many working days, and in how many of ten cases, rounded down."""

    days: int
    of_ten: int

    @property
    def sentence(self) -> str:
        """Say it in German, to stand behind „Eine Antwort kommt“."""
        if self.days == 0:
            when = "noch am selben Arbeitstag"
        elif self.days == 1:
            when = "bis zum nächsten Arbeitstag"
        else:
            number = NUMBERS[self.days] if self.days < len(NUMBERS) else str(self.days)
            when = f"innerhalb von {number} Arbeitstagen"
        return f"meist {when}, in {self.of_ten} von 10 Fällen"


def expectation(answered: Sequence[int], unanswered: Sequence[int] = ()) -> Expectation | None:
    """Derive it from working days; none where too few were answered, or too many still wait.

    Args:
        answered: how long each answer took, the latest last.
        unanswered: how long others have waited for one, or did wait until they gave up.

    """
    took, waits = sorted(answered[-LATEST:]), sorted(unanswered)
    if len(took) < FEWEST:
        return None
    for days in took:
        held = bisect_right(took, days)
        known = len(took) + len(waits) - bisect_right(waits, days)
        if held * 10 >= known * MOST_OF_TEN:
            return Expectation(days, held * 10 // known)
    return None  # those who wait have outlived all that was answered
