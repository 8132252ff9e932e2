"""A matcher that can be asked one of its own questions as if it did not know it."""

from faq.catalogue.entry import Redirect
from faq.finding.hybrid import HybridMatcher
from faq.finding.match import Finding
from faq.insight.nearby import Asked


class LeavingOut(HybridMatcher):
    """Finds by letters and words; used by one thread at a time, never for serving."""

    def __init__(self, entries: list[Redirect]) -> None:
        super().__init__(entries)
        # A remembered answer would ignore what is left out.
        self._measured = self._measure  # type: ignore[assignment]  # its cache, elsewhere
        self._number = {entry.id: at for at, entry in enumerate(self.entries)}

    def find_without(self, asked: Asked) -> Finding:
        """Rank the entries; if the question is a variant of one of them, without that text."""
        self._pool.without = self._text_of(asked)
        try:
            return self.glance(asked.text)
        finally:
            self._pool.without = None

    def _text_of(self, asked: Asked) -> int | None:
        number = self._number.get(asked.variant_of)
        if number is None:
            return None
        questions = self.entries[number].questions
        if asked.text not in questions or len(questions) == 1:
            return None
        return int(self._pool.starts[number]) + questions.index(asked.text)
