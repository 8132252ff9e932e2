"""The matcher: several signals, one sum, one honest probability."""

from collections.abc import Iterable
from functools import lru_cache, partial
from textwrap import shorten
from typing import Protocol

import numpy as np

from faq.catalogue.entry import Entry, Redirect
from faq.finding.caution import cautious
from faq.finding.followup import Context, Neighbours, is_follow_up
from faq.finding.fusion import Weights, clues, fuse, probability, shares
from faq.finding.gist import LONGEST, gist
from faq.finding.match import Band, Candidate, Explanation, Finding
from faq.finding.signals.chars import AnswerChars, Chars
from faq.finding.signals.meaning import NAMES, Meaning, measure, pieces, sense
from faq.finding.signals.pool import Pool
from faq.finding.signals.seen_question import Reading
from faq.finding.signals.tokens import AnswerTokens, TokenIndex, Tokens
from faq.german.foreign import language
from faq.german.message import message
from faq.german.ngrams import Vector
from faq.german.politeness import without_politeness
from faq.german.spelling import Spelling
from faq.german.vocabulary import Vocabulary
from faq.german.wording import plain
from faq.german.years import without_years

REMEMBERED = 16  # questions whose signals are kept
REMEMBERED_WORDS = 4096  # words whose pieces for the language model have been counted

Weighed = tuple[Finding, Reading, dict[str, Vector]]


# The confidence is about entries of ours. What others answer is clear by its distance from all of
# them: on the development questions about 32 of 40 near our field, at most 1 of 25 far from it,
# at most 1 of 290 inside.
ELSEWHERE_AHEAD = 3.0  # points
ELSEWHERE_SHARE = 0.85
# In another language only the meaning is understood: its three numbers count alike. Of 32 foreign
# questions of our field the best sum was at least 0.85, of 14 about the weather and the like 13
# stayed below this.
FOREIGN = dict.fromkeys(NAMES, 1.0)
FOREIGN_LEAST = 0.8


class Signal(Protocol):
    """Something that speaks for entries."""

    @property
    def names(self) -> tuple[str, ...]:
        """Name its numbers."""
        ...

    def scores(self, reading: Reading) -> list[Vector]:
        """Give each entry a number from 0 to 1, for each name."""
        ...


class HybridMatcher:
    """Finds entries by letters, words and answer texts together."""

    TOP = 3
    EXPLAINED = 5

    def __init__(
        self,
        entries: Iterable[Redirect],
        weights: Weights | None = None,
        meaning: Meaning | None = None,
        bearable: float | None = None,
    ) -> None:
        """Read the entries.

        Args:
            entries: of the corpus.
            weights: other ones than those in the files.
            meaning: the semantic signal.
            bearable: the share of wrong answers the threshold keeps to; else as learned.

        """
        self.entries = list(entries)
        self.lexical = weights or cautious("weights", bearable)
        both = meaning and not weights
        self.semantic = cautious("weights_semantic", bearable) if both else None
        self.meaning = meaning
        self._redirect = np.array([not isinstance(entry, Entry) for entry in self.entries])
        texts = [
            [_bare(text) for text in (*entry.questions, entry.title)] for entry in self.entries
        ]
        self._pool = Pool([len(own) for own in texts])
        questions = [text for own in texts for text in own]
        self._spelling = Spelling(
            text for entry in self.entries for text in (*entry.questions, _answer(entry))
        )
        said = [text.split() for text in questions]
        answers = [plain(_answer(entry)) for entry in self.entries]
        answered = [text.split() for text in answers]
        self.vocabulary = Vocabulary([*said, *answered])
        self._index = TokenIndex(said, self._pool, self.vocabulary, answered)
        self._neighbours = Neighbours(self.entries)
        # The halves of a message, and the question before, are asked for more than once.
        self._measured = lru_cache(maxsize=REMEMBERED)(self._measure)
        self._pieces = lru_cache(maxsize=REMEMBERED_WORDS)(partial(pieces, meaning))
        self._signals: tuple[Signal, ...] = (
            Chars(questions, self._pool),
            Tokens(self._pool),
            AnswerChars(answers),
            AnswerTokens(),
        )

    def read(self, question: str) -> Reading:
        """Normalise a question and understand its words."""
        text = message(question)
        folded = _bare(text)
        read = tuple(self._index.read(folded.split()))
        return Reading(text, folded, read, self._index.cover(read))

    def sense(self, question: str, model: str) -> Vector | None:
        """Give a question's vector by a language model, where that is at work."""
        if not self.meaning:
            return None
        reading, _ = self._measured(question, thorough=False)
        return sense(self.meaning, self.spelled(reading), model)

    def spelled(self, reading: Reading) -> str:
        """Write a question for the language model: no slips, and not too long."""
        # Words of another language must not be taken for mistyped German ones.
        if language(reading.text):
            return shorten(reading.text, width=LONGEST, placeholder="")
        spelled = self._spelling.spell(word.repaired or word.text for word in reading.words)
        return gist(reading.text, reading.words, spelled, self._pieces)

    def measure(self, reading: Reading) -> dict[str, Vector]:
        """Ask every signal about every entry."""
        measured = self._quick(reading)
        if self.meaning:
            measured |= measure(self.meaning, self.spelled(reading))
        return measured

    def _quick(self, reading: Reading) -> dict[str, Vector]:
        return {
            name: scores
            for signal in self._signals
            for name, scores in zip(signal.names, signal.scores(reading), strict=True)
        }

    def weights_for(self, signals: dict[str, Vector]) -> Weights:
        """Choose the weights fitted with or without meaning, by what there is."""
        if self.semantic and NAMES[0] in signals:
            return self.semantic
        return self.lexical

    @property
    def is_slow(self) -> bool:
        """Tell whether meaning is asked for, which takes tens of milliseconds."""
        return self.meaning is not None

    def prepare(self, question: str) -> None:
        """Compute what is slow and remembered, so that `find` is quick; call it in a thread."""
        self.find(question)

    def find(self, question: str, context: str | None = None) -> Finding:
        """Rank the entries; a short follow-up is understood from the question before it."""
        return self._weigh(question, context, thorough=True)[0]

    def glance(self, question: str, context: str | None = None) -> Finding:
        """Rank by letters and words alone, in a few milliseconds."""
        return self._weigh(question, context)[0]

    def explain(self, question: str, context: str | None = None) -> Explanation:
        """Say which signal gave how many points, and which words were repaired or split."""
        finding, reading, signals = self._weigh(
            question, context, thorough=True, top=self.EXPLAINED
        )
        weights = self.weights_for(signals)
        number = {entry.id: at for at, entry in enumerate(self.entries)}
        parts = {
            candidate.entry_id: {
                name: round(float(signals[name][number[candidate.entry_id]]) * weight, 2)
                for name, weight in weights.rank.items()
                if name in signals
            }
            for candidate in finding.ranked
        }
        halves = {word.text: tuple(self.vocabulary.parts(word.text)) for word in reading.words}
        return Explanation(
            parts,
            {word.text: word.repaired for word in reading.words if word.repaired},
            {word: found for word, found in halves.items() if found},
            finding.confidence,
            tuple(word.text for word in reading.words),
            finding.ranked,
            weights.sure,
            weights.maybe,
        )

    def _weigh(
        self, question: str, context: str | None, *, thorough: bool = False, top: int = TOP
    ) -> Weighed:
        reading, signals = self._measured(question, thorough=thorough)
        if not signals:
            return Finding(Band.NONE, ()), reading, {}
        weights = self.weights_for(signals)
        if NAMES[0] in signals and language(reading.text):
            return self._foreign(signals, top), reading, signals
        points = fuse(signals, weights.rank)
        sure = self._chance(reading, signals, points, weights)
        clear = sure >= weights.sure or self._elsewhere(points) > 0
        follows = bool(context) and is_follow_up(reading, sure=clear)
        before = self._context(context) if context and follows else None
        leaned = before is not None
        if before:
            # So few words mean little by themselves: letters and words do without a third vote.
            weights, (_, signals) = self.lexical, self._measured(question, thorough=False)
            points = fuse(signals, weights.rank) + self._neighbours.carried(before)
            sure = self._chance(reading, signals, points, weights)
        order = np.argsort(-points, kind="stable")[:top]
        best = max(float(points[order[0]]), 1e-6)
        ranked = tuple(
            Candidate(self.entries[at].id, round(100 * sure * float(points[at]) / best, 1))
            for at in order
        )
        if elsewhere := self._elsewhere(points):
            return Finding(Band.ANSWER, ranked, elsewhere, leaned), reading, signals
        return Finding(_band(sure, weights), ranked, sure, leaned), reading, signals

    def _foreign(self, signals: dict[str, Vector], top: int) -> Finding:
        """Suggest by meaning alone, never answer: the probability is made for German."""
        points = fuse(signals, FOREIGN)
        order = np.argsort(-points, kind="stable")[:top]
        band = Band.SUGGEST if points[order[0]] >= FOREIGN_LEAST else Band.NONE
        ranked = tuple(
            Candidate(self.entries[at].id, round(100 / 3 * float(points[at]), 1)) for at in order
        )
        return Finding(band, ranked)

    def _elsewhere(self, points: Vector) -> float:
        """Tell how clearly a question is one that others answer; 0 if it may be ours."""
        top = int(np.argmax(points))
        if not self._redirect[top] or self._redirect.all():
            return 0.0
        ahead = float(points[top] - points[~self._redirect].max())
        share = float(shares(points)[top])
        return share if ahead >= ELSEWHERE_AHEAD and share >= ELSEWHERE_SHARE else 0.0

    def _measure(
        self,
        question: str,
        thorough: bool,  # noqa: FBT001 - behind the memory
    ) -> tuple[Reading, dict[str, Vector]]:
        if thorough and self.meaning:
            reading, quick = self._measured(question, thorough=False)
            return reading, quick | measure(self.meaning, self.spelled(reading))
        reading = self.read(question)
        if not (reading.words and self.entries):
            return reading, {}
        return reading, self._quick(reading)

    def _chance(
        self, reading: Reading, signals: dict[str, Vector], points: Vector, weights: Weights
    ) -> float:
        given = clues(reading, signals, points, self._redirect)
        return probability(given, weights.confidence)

    def _context(self, question: str) -> Context | None:
        # The question before is only a hint; letters and words are enough for it.
        _, signals = self._measured(question, thorough=False)
        if not signals:
            return None
        return Context(fuse(signals, self.weights_for(signals).rank))


def _band(sure: float, weights: Weights) -> Band:
    if sure >= weights.sure:
        return Band.ANSWER
    return Band.SUGGEST if sure >= weights.maybe else Band.NONE


def _bare(text: str) -> str:
    """Leave of a question what it is about."""
    return without_years(without_politeness(plain(text)))


def _answer(entry: Redirect) -> str:
    more = entry.more or "" if isinstance(entry, Entry) else ""
    return " ".join([*entry.keywords, entry.title, entry.answer, more])
