"""What of the found entries may be shown: today, and to the one who asks."""

from dataclasses import dataclass, replace
from datetime import date

from faq.catalogue.corpus import Corpus
from faq.catalogue.entry import Audience, Entry, Redirect
from faq.finding.match import Band, Finding


@dataclass(frozen=True, slots=True)
class Serving:
    """What may be shown today, and to whom."""

    corpus: Corpus
    today: date
    audience: Audience | None
    never: frozenset[str] = frozenset()  # what editors have excluded from this very question

    def of(self, found: Finding) -> Finding:
        """Leave out what does not hold today; put last what is meant for others."""
        kept = [c for c in found.ranked if self._may_be_served(c.entry_id)]
        kept.sort(key=lambda c: self._is_for_others(self.corpus.find(c.entry_id)))
        ranked = tuple(kept)
        if not ranked:
            return replace(found, band=Band.NONE, ranked=())
        first = ranked[0] == found.ranked[0]
        if found.band is Band.ANSWER and (
            not first or self._is_for_others(self.corpus.find(ranked[0].entry_id))
        ):
            return replace(found, band=Band.SUGGEST, ranked=ranked)
        return replace(found, ranked=ranked)

    def expired(self, found: Finding) -> str:
        """Name the entry that would answer, if it is ours and does not hold today."""
        if found.band is not Band.ANSWER:
            return ""
        first = found.ranked[0].entry_id
        known = self.corpus.find(first) is not None and first not in self.never
        return first if known and not self._may_be_served(first) else ""

    def _may_be_served(self, entry_id: str) -> bool:
        return entry_id not in self.never and self._holds(self.corpus.find(entry_id))

    def _holds(self, entry: Redirect | None) -> bool:
        return entry is not None and (not isinstance(entry, Entry) or entry.is_valid(self.today))

    def _is_for_others(self, entry: Redirect | None) -> bool:
        if self.audience is None or not isinstance(entry, Entry):
            return False
        return entry.audience not in (Audience.EVERYONE, self.audience)
