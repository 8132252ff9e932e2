"""What a message is, before anybody answers it: the one decision everything else follows."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from faq.catalogue.corpus import Corpus, load
from faq.catalogue.entry import Audience
from faq.finding.hybrid import HybridMatcher
from faq.finding.match import Band, Explanation, Finding, Matcher, ThoroughMatcher
from faq.finding.showable import Serving
from faq.finding.signals.meaning import Meaning
from faq.finding.split import cuts
from faq.german.foreign import polite_word
from faq.german.message import message
from faq.german.politeness import without_politeness
from faq.german.text import is_worded
from faq.german.wording import plain
from faq.recognising.complaint import is_complaint
from faq.recognising.emergency import FAINT, SURE, Alarm, Emergency, load_emergency
from faq.recognising.smalltalk import Smalltalk, load_smalltalk


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
    word: str = ""  # the friendly word of smalltalk, or a sentence in a foreign language
    unanswered: str = ""  # of two questions the one without a sure answer
    leaned: bool = False  # understood from the question before: say so
    expired: str = ""  # the entry that would have answered, but does not hold today


class Lookup:
    """Decides about messages; knows the corpus, no database and no messenger."""

    MOST = 3  # suggestions

    def __init__(
        self, corpus: Corpus, matcher: Matcher, smalltalk: Smalltalk, emergency: Emergency
    ) -> None:
        self.corpus = corpus
        self._matcher = matcher
        self._thorough = matcher if isinstance(matcher, ThoroughMatcher) else None
        self._smalltalk = smalltalk
        self._emergency = emergency

    def decide(
        self,
        text: str,
        today: date,
        context: str | None = None,
        audience: Audience | None = None,
    ) -> Verdict:
        """Decide what a message is: emergency first, ranking last; see `answer`."""
        if self.is_emergency(text):
            return Verdict(Decision.EMERGENCY)
        return self.answer(text, today, context, audience)

    def answer(  # noqa: PLR0911 - one kind of message after the other, in their order
        self,
        text: str,
        today: date,
        context: str | None = None,
        audience: Audience | None = None,
    ) -> Verdict:
        """Decide about a message as one that is no emergency, whatever it sounds like.

        Args:
            text: the message.
            today: entries that do not hold today are not served.
            context: the question asked before, for a follow-up such as "Und bis wann?".
            audience: who asks, if known; what is meant for others is only suggested, last.

        """
        serving = Serving(self.corpus, today, audience, self._never(text))
        text = message(text)  # a cry for help is looked for in all of it
        if word := self._smalltalk.reply(text):
            return Verdict(Decision.SMALLTALK, word=word)
        if not is_worded(text):
            return Verdict(Decision.NONE)
        whole = self._matcher.find(text, context)
        found = serving.of(whole)
        if is_complaint(text):
            return self._guess(found)
        unsure = found.band is not Band.ANSWER and not found.leaned
        if unsure and (word := self._smalltalk.similar(text)):
            return Verdict(Decision.SMALLTALK, word=word)
        if (word := polite_word(text)) and found.band is not Band.ANSWER:
            return self._foreign(word, found)
        if both := self._two_questions(text, serving, found):
            return both
        if expired := serving.expired(whole):
            return Verdict(Decision.NONE, expired=expired, leaned=whole.leaned)
        return self._single(found)

    @property
    def is_slow(self) -> bool:
        """Tell whether a thorough matcher is at work, for which `prepare` is worth a thread."""
        return self._thorough is not None and self._thorough.is_slow

    def prepare(self, text: str) -> None:
        """Do the slow part of `decide` beforehand; call it in a thread, outside transactions."""
        self._emergency.alarm(text)
        if self._thorough:
            self._thorough.prepare(text)

    def find(self, text: str, context: str | None = None) -> Finding:
        """Rank the entries, whatever kind of message it is: for measuring."""
        return self._matcher.find(text, context)

    def leans(self, text: str, context: str | None) -> bool:
        """Tell whether a message is understood only from the question before it."""
        return self._glance(text, context).leaned

    def explain(self, text: str, context: str | None = None) -> Explanation:
        """Say for editors why an entry stands where it stands."""
        return self._thorough.explain(text, context) if self._thorough else Explanation()

    def smalltalk(self, text: str) -> str | None:
        """Return the friendly word for a message that is nothing but smalltalk."""
        return self._smalltalk.reply(message(text))

    def is_emergency(self, text: str) -> bool:
        """Tell whether a message hints at an acute emergency."""
        return self.alarm(text) is not Alarm.NONE

    def alarm(self, text: str) -> Alarm:
        """Tell how loudly a message hints at an acute emergency.

        A mere complaint, smalltalk, and what an answer is sure to fit must be one for sure.
        """
        said = message(text)
        # A signature hides no cry for help, and what looks like a signature may be one.
        chance = max(map(self._emergency.alarm, {said, text}))
        if chance >= SURE:
            return Alarm.SURE
        if chance < FAINT or is_complaint(said) or self._smalltalk.reply(said):
            return Alarm.NONE
        return Alarm.NONE if self._glance(text).band is Band.ANSWER else Alarm.FAINT

    def _guess(self, found: Finding) -> Verdict:
        """Suggest at most: who merely complains has named no matter of their own."""
        ids = () if found.band is Band.NONE else _ids(found)
        if not ids:
            return Verdict(Decision.NONE)
        return Verdict(Decision.SUGGEST, suggestions=ids[: self.MOST])

    def _single(self, found: Finding) -> Verdict:
        ids = _ids(found)
        if not ids or found.band is Band.NONE:
            return Verdict(Decision.NONE)
        if found.band is Band.SUGGEST:
            return Verdict(Decision.SUGGEST, suggestions=ids[: self.MOST], leaned=found.leaned)
        if ids[0] in self.corpus.redirects:
            return Verdict(Decision.REDIRECT, answers=ids[:1], leaned=found.leaned)
        return Verdict(Decision.ANSWER, ids[:1], ids[1 : self.MOST], leaned=found.leaned)

    def _foreign(self, word: str, found: Finding) -> Verdict:
        ids = _ids(found)
        if not ids or found.band is Band.NONE:
            return Verdict(Decision.NONE, word=word)
        return Verdict(Decision.SUGGEST, suggestions=ids[: self.MOST], word=word)

    def _two_questions(self, text: str, serving: Serving, whole: Finding) -> Verdict | None:
        """Cut a message in two where both halves find something of their own."""
        best: tuple[float, str, Finding, str, Finding] | None = None
        for cut in cuts(text):
            first = serving.of(self._glance(cut.left))
            least = BESIDE if cut.clear else max(LEAST, WORTH * whole.confidence)
            if first.confidence < least or (best and first.confidence <= best[0]):
                continue  # whatever the second half is
            second = serving.of(self._glance(cut.right, cut.left))
            if not self._are_two(first, second, whole, clear=cut.clear):
                continue
            worth = first.confidence * second.confidence
            if best is None or worth > best[0]:
                best = (worth, cut.left, first, cut.right, second)
        return self._both(*best[1:]) if best else None

    def _are_two(self, first: Finding, second: Finding, whole: Finding, *, clear: bool) -> bool:
        if not first.ranked or not second.ranked or _ids(first)[0] == _ids(second)[0]:
            return False
        chances = sorted((first.confidence, second.confidence))
        if chances[0] >= LEAST:
            return chances[0] * chances[1] >= WORTH * whole.confidence
        # One half is sure: the other may be shown beside it, for its answer stays the same.
        return clear and chances[0] >= BESIDE and (self._answers(first) or self._answers(second))

    def _both(self, left: str, first: Finding, right: str, second: Finding) -> Verdict:
        halves = ((left, first), (right, second))
        sure = [found for _, found in halves if self._answers(found)]
        if len(sure) == len(halves):
            return Verdict(Decision.ANSWER, answers=(_ids(first)[0], _ids(second)[0]))
        mixed = [i for pair in zip(_ids(first), _ids(second), strict=False) for i in pair]
        if not sure:
            return Verdict(Decision.SUGGEST, suggestions=tuple(dict.fromkeys(mixed))[: self.MOST])
        answer = _ids(sure[0])[0]
        text, other = next(half for half in halves if half[1] is not sure[0])
        rest = tuple(i for i in _ids(other) if i != answer)[: self.MOST]
        return Verdict(Decision.ANSWER, (answer,), rest, unanswered=text)

    def _answers(self, found: Finding) -> bool:
        return found.band is Band.ANSWER and _ids(found)[0] not in self.corpus.redirects

    def _glance(self, text: str, context: str | None = None) -> Finding:
        """Find as quickly as possible: halves are short, and there are several ways to cut."""
        if self._thorough:
            return self._thorough.glance(text, context)
        return self._matcher.find(text, context)

    def _never(self, text: str) -> frozenset[str]:
        if not self.corpus.never:
            return frozenset()
        return self.corpus.never.get(exclusion_key(text), frozenset())


def exclusion_key(text: str) -> str:
    """Reduce a question to that by which editors exclude it from an entry."""
    folded = plain(message(text))
    return without_politeness(folded) or folded


BESIDE = 0.15  # confidence of a question beside a sure one
LEAST = 0.35  # confidence each half of a message needs, to be a question of its own
WORTH = 0.5  # and what both together need, measured against the message as a whole


def _ids(found: Finding) -> tuple[str, ...]:
    return tuple(candidate.entry_id for candidate in found.ranked)


def load_lookup(
    corpus: Corpus | None = None, meaning: Meaning | None = None, bearable: float | None = None
) -> Lookup:
    """Build the lookup over the shipped corpus; the semantic signal is an extra."""
    corpus = corpus or load()
    matcher = HybridMatcher(corpus.all(), meaning=meaning, bearable=bearable)
    return Lookup(corpus, matcher, load_smalltalk(), load_emergency(sense=matcher.sense))
