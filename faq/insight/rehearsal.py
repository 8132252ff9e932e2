"""The Gegenprobe: stored questions are asked before and after a change, all of it in memory.

Letters and words alone decide here; meaning would take minutes. A variant of the corpus is asked
as if its entry did not know it. Only the questions nearest to what changes are asked, and of a
large corpus only the entries around them are read: a change hardly moves the others.
"""

import asyncio
import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from faq.catalogue.corpus import Corpus
from faq.catalogue.entry import Entry, Redirect
from faq.finding.match import Band, Finding
from faq.german.vocabulary import Vocabulary
from faq.german.wording import plain
from faq.insight.leaving_out import LeavingOut
from faq.insight.nearby import Asked, Nearby, changed_texts
from faq.measuring.evaluate import Case

NEAREST = 120  # questions; at 500 entries all of it stays under two seconds
OWN = 40  # variants of a changed entry
OFFERED = 3
WHOLE = 300  # entries up to which the whole corpus is read; of more only the neighbourhood
AROUND = 120  # entries of a neighbourhood
RIVALS = 4  # questions looked at around each of the nearest, to find who else could answer it

MOST_UNDERWAY = 3  # besides the one just begun; what nobody has asked for again is let go

# What each entry says after the change; None: it is archived.
Changes = Mapping[str, Redirect | None]
_Wanted = tuple[Corpus, dict[str, Redirect | None], tuple[Asked, ...]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What somebody who asks would get: one entry, or some suggestions, or nothing."""

    answer: str = ""
    offered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Turned:
    """A question that would get something else."""

    asked: Asked
    before: Outcome
    after: Outcome


@dataclass(frozen=True, slots=True)
class Result:
    """What the Gegenprobe found."""

    turned: tuple[Turned, ...]  # another answer, or the right one no longer
    gained: int  # questions that find their answer only now
    asked: int
    stored: int


class Underway(Exception):  # noqa: N818 - reads as what is going on
    """Raised where a Gegenprobe takes longer than a transaction may: ask again once it is done."""

    def __init__(self, future: "asyncio.Future[Result]") -> None:
        super().__init__()
        self.future = future


class Rehearsal:
    """Rehearses changes; remembers what it has read of the corpus that is served."""

    def __init__(self, cases: Sequence[Case] = ()) -> None:
        self._cases = tuple(
            Asked(case.text, case.gold[0], "Prüffrage")
            for case in cases
            if len(case.gold) == 1 and not case.context
        )
        self._lock = threading.Lock()
        self._served: _Served | None = None
        self._underway: list[tuple[_Wanted, asyncio.Future[Result]]] = []

    def result(self, corpus: Corpus, changes: Changes, praised: Iterable[Asked] = ()) -> Result:
        """Give what comparing before and after has found, once.

        Args:
            corpus: what is served.
            changes: the entries that would change.
            praised: questions that got a thumbs-up.

        Raises:
            Underway: it is being compared in a thread. Asked for anything else than before, be
                it one praise more, it begins anew: nothing is decided on what is no longer so.

        """
        wanted = (corpus, dict(changes), tuple(praised))
        for at, (known, future) in enumerate(self._underway):
            if known[0] is corpus and known[1:] == wanted[1:]:
                if not future.done():
                    raise Underway(future)
                del self._underway[at]
                return future.result()
        future = asyncio.get_running_loop().run_in_executor(None, self.compare, *wanted)
        self._underway = [*self._underway[-MOST_UNDERWAY:], (wanted, future)]
        raise Underway(future)

    def warm(self, corpus: Corpus) -> None:
        """Read the served corpus beforehand, in a thread: the Gegenprobe then takes half."""
        threading.Thread(target=self._reading, args=(corpus,), daemon=True).start()

    def compare(self, corpus: Corpus, changes: Changes, praised: tuple[Asked, ...] = ()) -> Result:
        """Ask the questions that the change may touch, before and after it."""
        with self._lock:
            served = self._read(corpus)
            pairs = [(corpus.find(entry_id), new) for entry_id, new in changes.items()]
            texts = [text for pair in pairs for text in changed_texts(*pair)]
            others = Nearby((*praised, *self._cases), served.vocabulary)
            near = [*others.nearest(texts, NEAREST), *served.stored.nearest(texts, NEAREST)]
            near.sort(key=lambda pair: -pair[0])
            own = [asked for pair in pairs for asked in _own(*pair)]
            questions = list(dict.fromkeys((*own, *(asked for _, asked in near[:NEAREST]))))
            before, after = served.both(changes, questions)
            turned, gained = [], 0
            for asked in questions:
                now = _outcome(after.find_without(asked))
                if asked.variant_of and now.answer in asked.right:
                    continue  # as it should be, whatever it was
                then = _outcome(before.find_without(asked))
                if now.answer in asked.right:
                    gained += then.answer not in asked.right
                elif _is_worse(asked, then, now):
                    turned.append(Turned(asked, then, now))
        size = len(served.stored.asked) + len(others.asked)
        return Result(tuple(turned), gained, len(questions), size)

    def _reading(self, corpus: Corpus) -> None:
        with self._lock:
            self._read(corpus)

    def _read(self, corpus: Corpus) -> "_Served":
        if self._served is None or self._served.corpus is not corpus:
            self._served = _Served(corpus)
        return self._served


class _Served:
    """What is kept of the corpus that is served, from one Gegenprobe to the next."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        entries = list(corpus.all())
        self._whole = LeavingOut(entries) if len(entries) <= WHOLE else None
        texts = [t.split() for e in entries for t in map(plain, (*e.questions, e.title, e.answer))]
        self.vocabulary = self._whole.vocabulary if self._whole else Vocabulary(texts)
        self.stored = Nearby(_variants(corpus), self.vocabulary)

    def both(self, changes: Changes, questions: Sequence[Asked]) -> tuple[LeavingOut, LeavingOut]:
        """Give what finds before and after a change, good for these questions."""
        corpus = self.corpus
        if not self._whole:
            corpus = self._neighbourhood(changes, questions)
        after = LeavingOut(list(changed(corpus, changes).all()))
        return self._whole or LeavingOut(list(corpus.all())), after

    def _neighbourhood(self, changes: Changes, questions: Sequence[Asked]) -> Corpus:
        rivals = self.stored.nearest_to_each([asked.text for asked in questions], RIVALS)
        wanted = [*changes, *(i for asked in questions for i in asked.right)]
        wanted += [asked.variant_of for asked in rivals]
        inside = set(list(dict.fromkeys(wanted))[:AROUND])
        return replace(
            self.corpus,
            entries={i: e for i, e in self.corpus.entries.items() if i in inside},
            redirects={i: e for i, e in self.corpus.redirects.items() if i in inside},
        )


def changed(corpus: Corpus, changes: Changes) -> Corpus:
    """Give the corpus as it would be after a change."""
    entries = {e.id: e for e in corpus.all()} | {i: e for i, e in changes.items() if e}
    kept = [entry for entry_id, entry in entries.items() if changes.get(entry_id, entry)]
    return replace(
        corpus,
        entries={e.id: e for e in kept if isinstance(e, Entry)},
        redirects={e.id: e for e in kept if not isinstance(e, Entry)},
    )


def _variants(corpus: Corpus) -> list[Asked]:
    return [
        Asked(question, (entry.id,), "Formulierung", entry.id)
        for entry in corpus.all()
        for question in entry.questions
    ]


def _own(old: Redirect | None, new: Redirect | None) -> list[Asked]:
    """List a changed entry's own variants; one that it loses is still asked for it."""
    if old is None or new is None:
        return []
    lost = [
        Asked(question, (new.id,), "gestrichene Formulierung")
        for question in old.questions
        if question not in new.questions
    ]
    kept = [
        Asked(question, (new.id,), "Formulierung", new.id)
        for question in old.questions
        if question in new.questions
    ]
    return [*lost, *kept[:OWN]]


def _outcome(found: Finding) -> Outcome:
    ids = tuple(candidate.entry_id for candidate in found.ranked)
    if not ids or found.band is Band.NONE:
        return Outcome()
    return Outcome(ids[0]) if found.band is Band.ANSWER else Outcome(offered=ids[:OFFERED])


def _is_worse(asked: Asked, then: Outcome, now: Outcome) -> bool:
    """Tell whether the right entry is lost, or a wrong one is given that was not given before."""
    right = set(asked.right)
    if then.answer in right or (now.answer and now.answer != then.answer):
        return True
    return bool(right & set(then.offered)) and not right & set(now.offered)
