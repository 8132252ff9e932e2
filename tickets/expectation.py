"""What people may expect: how long the last answers took, counted and not promised."""

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


def expectation(spans: Sequence[int]) -> Expectation | None:
    """Derive it from the working days that answers took, the latest last; none from too few."""
    counted = sorted(spans[-LATEST:])
    if len(counted) < FEWEST:
        return None
    needed = -(-len(counted) * MOST_OF_TEN // 10)  # rounded up
    days = counted[needed - 1]
    return Expectation(days, sum(span <= days for span in counted) * 10 // len(counted))
