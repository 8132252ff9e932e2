"""What a message is, before anybody answers it: the one decision everything else follows."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from faq.corpus import Corpus, load
from faq.entry import Entry
from faq.match import Band, FuzzyMatcher, Matcher
from faq.phrases import Emergency, Smalltalk, load_emergency, load_smalltalk


class Decision(StrEnum):
    """What the bot does with a message."""

    ANSWER = "answer"
    SUGGEST = "suggest"
    NONE = "none"
    REDIRECT = "redirect"
    SMALLTALK = "smalltalk"
    EMERGENCY = "emergency"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The decision, and the entries or the word that go with it."""

    decision: Decision
    answers: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    word: str = ""  # the friendly word of smalltalk


class Lookup:
    """Decides about messages; knows the corpus, no database and no messenger."""

    def __init__(
        self, corpus: Corpus, matcher: Matcher, smalltalk: Smalltalk, emergency: Emergency
    ) -> None:
        self.corpus = corpus
        self._matcher = matcher
        self._smalltalk = smalltalk
        self._emergency = emergency

    def decide(self, text: str, today: date, context: str | None = None) -> Verdict:
        """Decide what a message is: emergency first, ranking last.

        Args:
            text: the message.
            today: entries that do not hold today are not served.
            context: the question asked before, for a follow-up such as "Und bis wann?".

        """
        if self._emergency.recognise(text):
            return Verdict(Decision.EMERGENCY)
        if word := self._smalltalk.reply(text):
            return Verdict(Decision.SMALLTALK, word=word)
        found = self._matcher.find(text, context)
        ids = tuple(c.entry_id for c in found.ranked if self._may_be_served(c.entry_id, today))
        if not ids or found.band is Band.NONE:
            return Verdict(Decision.NONE)
        if found.band is Band.SUGGEST:
            return Verdict(Decision.SUGGEST, suggestions=ids)
        if ids[0] in self.corpus.redirects:
            return Verdict(Decision.REDIRECT, answers=ids[:1])
        return Verdict(Decision.ANSWER, answers=ids[:1], suggestions=ids[1:])

    def smalltalk(self, text: str) -> str | None:
        """Return the friendly word for a message that is nothing but smalltalk."""
        return self._smalltalk.reply(text)

    def is_emergency(self, text: str) -> bool:
        """Tell whether a message hints at an acute emergency."""
        return self._emergency.recognise(text) is not None

    def _may_be_served(self, entry_id: str, today: date) -> bool:
        entry = self.corpus.find(entry_id)
        return entry is not None and (not isinstance(entry, Entry) or entry.is_valid(today))


def load_lookup(corpus: Corpus | None = None) -> Lookup:
    """Build the lookup over the shipped corpus."""
    corpus = corpus or load()
    return Lookup(corpus, FuzzyMatcher(corpus.all()), load_smalltalk(), load_emergency())
