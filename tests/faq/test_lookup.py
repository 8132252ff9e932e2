from pathlib import Path

import pytest
import yaml

from faq.finding.split import cuts
from faq.german.foreign import language
from faq.lookup import Decision, Lookup
from tests.faq.conftest import TODAY

DATA = Path(__file__).parent / "daten"
FLOOR_FIRST = 0.9
FLOOR_THREE = 0.95


def test_own_questions_find_their_entries(lookup: Lookup) -> None:
    expected: dict[str, str] = yaml.safe_load((DATA / "fragen.yaml").read_text(encoding="utf-8"))
    first = three = 0
    for text, entry_id in expected.items():
        verdict = lookup.decide(text, TODAY)
        shown = verdict.answers + verdict.suggestions
        first += shown[:1] == (entry_id,)
        three += entry_id in shown[:3]
    assert first / len(expected) >= FLOOR_FIRST
    assert three / len(expected) >= FLOOR_THREE


# Whose questions may describe an emergency themselves.
NEAR = ("recht.kinderschutz", "abgrenzung.frauenhaus")


def test_no_question_of_the_corpus_is_an_emergency_or_smalltalk(lookup: Lookup) -> None:
    for entry in lookup.corpus.all():
        for text in entry.questions:
            assert entry.id in NEAR or not lookup.is_emergency(text), text
            assert not lookup.smalltalk(text), text


@pytest.mark.parametrize("text", ["Hallo zusammen!", "vielen dank auch", "hallöchen, wie gehts?"])
def test_smalltalk(lookup: Lookup, text: str) -> None:
    verdict = lookup.decide(text, TODAY)
    assert verdict.decision is Decision.SMALLTALK
    assert verdict.word


@pytest.mark.parametrize("text", ["wie koche ich marmelade ein", "Wer ist Weltmeister im Schach?"])
def test_other_fields_get_no_answer(lookup: Lookup, text: str) -> None:
    assert lookup.decide(text, TODAY).decision in {Decision.NONE, Decision.SUGGEST}


def test_a_neighbouring_field_is_redirected(lookup: Lookup) -> None:
    verdict = lookup.decide("Wo kann ich Elterngeld beantragen?", TODAY)
    assert verdict.decision is Decision.REDIRECT
    assert verdict.answers == ("abgrenzung.elterngeld",)


def test_two_questions_are_both_found(lookup: Lookup) -> None:
    verdict = lookup.decide(
        "Wie hoch ist die Förderung im Jahr und bis wann muss der Antrag gestellt sein?", TODAY
    )
    shown = verdict.answers + verdict.suggestions
    assert {"foerderung.hoehe", "foerderung.frist"} <= set(shown)


def test_a_situation_is_not_torn_apart() -> None:
    told = "Wir sind ein kleiner Verein. Die Stadt hilft uns und der Pfarrer auch. Reicht das?"
    assert all(cut.left.endswith("?") for cut in cuts(told))


def test_a_word_cut_short_before_und_is_no_end_of_a_question() -> None:
    assert not cuts("Darf man Übungsleiter- und Ehrenamtspauschale verbinden?")


@pytest.mark.parametrize("text", ["wann ist die frist", "frist", "Frist?"])
def test_the_plain_word_finds_the_plain_entry(lookup: Lookup, text: str) -> None:
    verdict = lookup.decide(text, TODAY)
    assert (verdict.answers + verdict.suggestions)[0] == "foerderung.frist"


def test_a_follow_up_leans_on_the_question_before(lookup: Lookup) -> None:
    verdict = lookup.decide("Und bis wann?", TODAY, "Wie beantragen wir die Förderung?")
    assert "foerderung.frist" in verdict.answers + verdict.suggestions


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("How much money can we get for our centre?", "en"),
        ("Bu merkezde çocuklar için ne var?", "tr"),
        ("Де знаходиться найближчий центр і чи є курси?", "uk"),
        ("Где находится ближайший центр?", "ru"),
        ("أين يوجد المركز؟", "ar"),
        ("Wie hoch ist die Förderung?", None),
        ("newsletter", None),
        ("gibt es in wetzlar was", None),
    ],
)
def test_languages(text: str, code: str | None) -> None:
    assert language(text) == code


def test_a_foreign_question_is_met_politely(lookup: Lookup) -> None:
    verdict = lookup.decide("What is the opening time of your office on Monday?", TODAY)
    assert verdict.decision in {Decision.NONE, Decision.SUGGEST}
    assert "German" in verdict.word


def test_an_explanation_names_signals_and_repairs(lookup: Lookup) -> None:
    given = lookup.explain("wie hoch ist die förrderung")
    assert next(iter(given.parts)).startswith("foerderung.")
    assert given.repaired == {"foerrderung": "foerderung"}
    assert 0 < given.confidence < 1


def test_no_german_question_of_the_corpus_counts_as_foreign(lookup: Lookup) -> None:
    foreign = [q for e in lookup.corpus.all() for q in e.questions if language(q)]
    assert [q for q in foreign if "English" not in q] == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Wo stelle ich den Antrag auf Elterngeld?", "abgrenzung.elterngeld"),
        ("krieg ich da elterngeld", "abgrenzung.elterngeld"),
        ("antrag kindergeld zweites kind", "abgrenzung.kindergeld"),
        ("Unsere Miete steigt. Wo beantragt man Wohngeld?", "abgrenzung.wohngeld"),
        ("reisepass für mein baby", "abgrenzung.ausweis"),
    ],
)
def test_what_others_answer_is_sent_there(lookup: Lookup, text: str, wanted: str) -> None:
    verdict = lookup.decide(text, TODAY)
    assert (verdict.decision, verdict.answers) == (Decision.REDIRECT, (wanted,))


def test_it_is_sent_there_whatever_was_asked_before(lookup: Lookup) -> None:
    verdict = lookup.decide("krieg ich da elterngeld", TODAY, "Was ist ein Mittelabruf?")
    assert verdict.decision is Decision.REDIRECT


@pytest.mark.parametrize("text", ["5", "2027?", "12 3", "18.000 €", "15%", "31.10."])
@pytest.mark.parametrize("before", [None, "Wie viel Geld gibt es vom Land im Jahr?"])
def test_a_number_alone_is_never_answered(lookup: Lookup, text: str, before: str | None) -> None:
    verdict = lookup.decide(text, TODAY, before)
    assert (verdict.decision, verdict.answers) == (Decision.NONE, ())
    assert not lookup.is_emergency(text)


@pytest.mark.parametrize("text", ["112", "110!"])
def test_who_types_the_emergency_call_gets_the_card(lookup: Lookup, text: str) -> None:
    assert lookup.decide(text, TODAY).decision is Decision.EMERGENCY
