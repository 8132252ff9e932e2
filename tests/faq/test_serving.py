"""What is not valid today, or meant for others, is never given as the one sure answer."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from faq.catalogue.corpus import Corpus
from faq.catalogue.entry import Audience, Entry
from faq.finding.hybrid import HybridMatcher
from faq.lookup import Decision, Lookup
from faq.recognising.emergency import Emergency
from faq.recognising.smalltalk import Smalltalk
from tests.faq.conftest import TODAY

QUESTION = "Bis wann muss der Förderantrag da sein?"
FIRST = "foerderung.frist"


def lookup_with(corpus: Corpus, matcher: HybridMatcher, **changes: object) -> Lookup:
    entry = corpus.entries[FIRST].model_copy(update=changes)
    return Lookup(
        replace(corpus, entries={**corpus.entries, FIRST: entry}), matcher, Smalltalk([]),
        Emergency([]),
    )  # fmt: skip


def test_the_question_has_a_sure_answer(corpus: Corpus, matcher: HybridMatcher) -> None:
    verdict = lookup_with(corpus, matcher).decide(QUESTION, TODAY)
    assert (verdict.decision, verdict.answers) == (Decision.ANSWER, (FIRST,))


@pytest.mark.parametrize(
    "changes",
    [
        {"valid_until": TODAY - timedelta(days=1)},
        {"valid_from": TODAY + timedelta(days=1)},
    ],
)
def test_what_does_not_hold_today_is_neither_answered_nor_suggested(
    corpus: Corpus, matcher: HybridMatcher, changes: dict[str, date]
) -> None:
    verdict = lookup_with(corpus, matcher, **changes).decide(QUESTION, TODAY)
    # Not something else instead either: the bot says that this very answer is being checked.
    assert (verdict.decision, verdict.expired) == (Decision.NONE, FIRST)
    assert FIRST not in (*verdict.answers, *verdict.suggestions)


def test_on_its_last_day_it_still_holds(corpus: Corpus, matcher: HybridMatcher) -> None:
    lookup = lookup_with(corpus, matcher, valid_from=TODAY, valid_until=TODAY)
    assert lookup.decide(QUESTION, TODAY).answers == (FIRST,)


def test_an_expired_neighbour_costs_no_answer(corpus: Corpus, matcher: HybridMatcher) -> None:
    third = matcher.find(QUESTION).ranked[2].entry_id
    old = corpus.find(third)
    assert isinstance(old, Entry)
    gone = old.model_copy(update={"valid_until": TODAY - timedelta(days=1)})
    lookup = lookup_with(corpus, matcher)
    lookup.corpus = replace(corpus, entries={**corpus.entries, third: gone})
    verdict = lookup.decide(QUESTION, TODAY)
    assert verdict.answers == (FIRST,)
    assert third not in verdict.suggestions


def test_what_is_meant_for_others_is_suggested_last(
    corpus: Corpus, matcher: HybridMatcher
) -> None:
    lookup = lookup_with(corpus, matcher, audience=Audience.CENTRES)
    verdict = lookup.decide(QUESTION, TODAY, audience=Audience.FUTURE)
    assert verdict.decision is Decision.SUGGEST
    assert verdict.suggestions[-1] == FIRST


@pytest.mark.parametrize("asking", [None, Audience.CENTRES])
def test_who_it_is_meant_for_gets_the_answer(
    corpus: Corpus, matcher: HybridMatcher, asking: Audience | None
) -> None:
    lookup = lookup_with(corpus, matcher, audience=Audience.CENTRES)
    assert lookup.decide(QUESTION, TODAY, audience=asking).answers == (FIRST,)
