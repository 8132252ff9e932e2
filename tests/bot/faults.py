"""What goes wrong inside: a matcher that throws what it is told to."""

from dataclasses import replace

from faq.finding.match import Finding
from handlers.desk import House
from tests.small_faq import KnownMatcher, small_lookup


class FaultyMatcher(KnownMatcher):
    """Throws for every question that holds a word, a number of times or for ever."""

    def __init__(self, word: str, error: Exception, times: int | None = None) -> None:
        super().__init__()
        self._word = word
        self._error = error
        self.left = times
        self.asked: list[str] = []

    def find(self, question: str, context: str | None = None) -> Finding:
        self.asked.append(question)
        if self._word in question and self.left != 0:
            self.left = None if self.left is None else self.left - 1
            raise self._error
        return super().find(question, context)


def with_matcher(house: House, matcher: FaultyMatcher) -> House:
    """Give the house another matcher."""
    lookup = small_lookup()
    lookup._matcher = matcher
    return replace(house, lookup=lookup)
