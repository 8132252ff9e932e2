"""The Gegenprobe: what a change takes away is found, what it does not touch is left alone."""

from dataclasses import replace

import pytest

from faq.catalogue.corpus import Corpus
from faq.finding.match import Band
from faq.insight import rehearsal
from faq.insight.leaving_out import LeavingOut
from faq.insight.nearby import Asked
from faq.insight.rehearsal import Changes, Rehearsal, Underway, changed
from faq.measuring.evaluate import Case

QUESTION = "Bis wann muss der Antrag auf Förderung gestellt sein?"
DEADLINE, AMOUNT = "foerderung.frist", "foerderung.hoehe"


@pytest.fixture(scope="module")
def ready(corpus: Corpus) -> Rehearsal:
    rehearsal = Rehearsal()
    rehearsal.compare(corpus, {})
    return rehearsal


def with_questions(corpus: Corpus, entry_id: str, *questions: str) -> Changes:
    entry = corpus.entries[entry_id]
    return {entry_id: entry.model_copy(update={"questions": (*entry.questions, *questions)})}


def test_nothing_changed_turns_nothing(corpus: Corpus, ready: Rehearsal) -> None:
    entry = corpus.entries[AMOUNT]
    result = ready.compare(corpus, {AMOUNT: entry})
    assert result.turned == ()
    assert result.asked >= len(entry.questions)
    assert result.stored == sum(len(e.questions) for e in corpus.all())


def test_stolen_questions_are_shown_with_before_and_after(
    corpus: Corpus, ready: Rehearsal
) -> None:
    stolen = corpus.entries[DEADLINE].questions[:12]
    changes = with_questions(corpus, AMOUNT, *(f"{question} bitte" for question in stolen))
    result = ready.compare(corpus, changes, (Asked(QUESTION, (DEADLINE,), "hat geholfen"),))
    lost = [one for one in result.turned if DEADLINE in one.asked.right]
    assert len(lost) >= 5
    assert any(one.before.answer == DEADLINE and one.after.answer == AMOUNT for one in lost)


def test_a_praised_question_whose_entry_is_archived_is_lost(
    corpus: Corpus, ready: Rehearsal
) -> None:
    praised = (Asked(QUESTION, (DEADLINE,), "hat geholfen"),)
    assert ready.compare(corpus, {}, praised).turned == ()
    result = ready.compare(corpus, {DEADLINE: None}, praised)
    turned = {one.asked.text: one for one in result.turned}
    assert turned[QUESTION].before.answer == DEADLINE
    assert turned[QUESTION].after.answer != DEADLINE


def test_questions_of_the_evaluation_are_asked_too(corpus: Corpus) -> None:
    cases = [
        Case(QUESTION, "amtlich", ((DEADLINE,),), None),
        Case("Und wann?", "folge", ((DEADLINE,),), None, context=QUESTION),
        Case("Wetter?", "fern", (), "fern"),
    ]
    result = Rehearsal(cases).compare(corpus, {DEADLINE: None})
    assert [t.asked.text for t in result.turned if t.asked.origin == "Prüffrage"] == [QUESTION]


def test_a_question_that_finds_its_answer_only_now_is_counted(
    corpus: Corpus, ready: Rehearsal
) -> None:
    text = "Quietscheentchen Obergrenze pro Nase"
    praised = (Asked(text, (AMOUNT,), "hat geholfen"),)
    assert ready.compare(corpus, {}, praised).gained == 0
    assert ready.compare(corpus, with_questions(corpus, AMOUNT, text), praised).gained == 1


def test_a_struck_variant_is_still_asked(corpus: Corpus, ready: Rehearsal) -> None:
    entry = corpus.entries[AMOUNT]
    fewer = entry.model_copy(update={"questions": entry.questions[:1]})
    result = ready.compare(corpus, {AMOUNT: fewer})
    assert "gestrichene Formulierung" in {one.asked.origin for one in result.turned}


def test_a_variant_is_asked_as_if_its_entry_did_not_know_it(corpus: Corpus) -> None:
    matcher = LeavingOut(list(corpus.all()))
    known = without = 0
    for entry in list(corpus.entries.values())[:20]:
        for question in entry.questions:
            asked = Asked(question, (entry.id,), "Formulierung")
            known += matcher.find_without(asked).band is Band.ANSWER
            left = replace(asked, variant_of=entry.id)
            without += matcher.find_without(left).band is Band.ANSWER
    assert 0 < without < known


def test_of_a_large_corpus_the_neighbourhood_says_the_same(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    praised = (Asked(QUESTION, (DEADLINE,), "hat geholfen"),)
    monkeypatch.setattr(rehearsal, "WHOLE", 100)
    result = Rehearsal().compare(corpus, {DEADLINE: None}, praised)
    assert QUESTION in {one.asked.text for one in result.turned}
    assert Rehearsal().compare(corpus, {AMOUNT: corpus.entries[AMOUNT]}, praised).turned == ()


def test_a_change_is_put_into_the_corpus(corpus: Corpus) -> None:
    entry = corpus.entries[AMOUNT].model_copy(update={"title": "Neu"})
    after = changed(corpus, {AMOUNT: entry, DEADLINE: None})
    assert after.entries[AMOUNT].title == "Neu"
    assert DEADLINE not in after.entries
    assert list(after.redirects) == list(corpus.redirects)


async def test_it_runs_beside_the_conversation(corpus: Corpus, ready: Rehearsal) -> None:
    changes = {AMOUNT: corpus.entries[AMOUNT]}
    with pytest.raises(Underway) as begun:
        ready.result(corpus, changes)
    with pytest.raises(Underway) as asked_again:
        ready.result(corpus, dict(changes))
    assert asked_again.value.future is begun.value.future
    await begun.value.future
    assert ready.result(corpus, changes).turned == ()


async def test_a_result_is_good_for_what_it_was_made_of_and_once(
    corpus: Corpus, ready: Rehearsal
) -> None:
    changes: Changes = {AMOUNT: corpus.entries[AMOUNT]}
    praise = (Asked("Wie viel?", (AMOUNT,), "hat geholfen"),)
    with pytest.raises(Underway) as begun:
        ready.result(corpus, changes)
    await begun.value.future
    for other in ((replace(corpus), changes), (corpus, {AMOUNT: None}), (corpus, changes, praise)):
        with pytest.raises(Underway) as anew:
            ready.result(*other)
        await anew.value.future
    ready.result(corpus, changes)
    with pytest.raises(Underway) as anew:
        ready.result(corpus, changes)
    await anew.value.future
