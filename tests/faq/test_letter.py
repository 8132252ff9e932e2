"""Proposals: the letter around a question goes, the question stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faq.catalogue.corpus import Corpus
from faq.recognising.letter import proposable, without_letter


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Dürfen Hühner in den Hof? LG Petra Kunz, 0611 123456", "Dürfen Hühner in den Hof?"),
        ("Hallo, ich bin Petra Kunz. Dürfen wir das?", "Dürfen wir das?"),
        ("Guten Tag Frau Weber, mein Name ist Ali Öz und ich leite es.", "Ich leite es."),
        ("Sehr geehrte Damen und Herren,\n\nwer zahlt?\n\nMfG\nPetra Müller\nLeitung\nHauptstr. 5",
         "Wer zahlt?"),
        ("Hallo Frau Kunz dürfen wir Hühner halten", "Dürfen wir Hühner halten"),
        ("Liebe Frau Weber, ja, das geht. Viele Grüße, Carla", "Ja, das geht."),
        ("Ich bin Lena vom Familienzentrum Mitte, wann ist die Frist?", "Wann ist die Frist?"),
        ("ich heiße anna und suche einen platz", "suche einen platz"),
        ("Dürfen wir Hühner halten?\nPetra Kunz", "Dürfen wir Hühner halten?"),
        ("Wann kommt das Geld? Vielen Dank und liebe Grüße Sabine", "Wann kommt das Geld?"),
        ("Moin, ich bin die Inci aus Ulm und wir sind neu. Geht das?", "Wir sind neu. Geht das?"),
        ("Hier ist die Petra, darf unsere Tochter Lena mit?", "Darf unsere Tochter [Name] mit?"),
        ("Hallo zusammen, hallo Team, wer zahlt?", "Wer zahlt?"),
        ("Gilt das? Mit freundlichen Grüßen i. A. Petra Kern", "Gilt das?"),
    ],
)  # fmt: skip
def test_names_go_with_what_they_stand_in(said: str, kept: str) -> None:
    assert proposable(said) == kept


@pytest.mark.parametrize(
    "said",
    [
        "Hallo wir sind ein Verein, und suchen Geld",
        "Ich bin Leiterin und möchte wissen, ob es Geld gibt?",
        "Liebe Eltern fragen uns nach Geld. Gibt es das?",
        "Das LG Darmstadt hat entschieden. Gilt das?",
        "Was heißt VG in Hessen?",
        "Wer dankt den Ehrenamtlichen?",
    ],
)
def test_what_only_looks_like_a_letter_stays(said: str) -> None:
    assert proposable(said) == said


def test_nothing_but_a_letter_stays_and_is_masked() -> None:
    assert proposable("LG Petra") == "LG [Name]"


def test_hardly_a_question_of_the_corpus_loses_a_word(corpus: Corpus) -> None:
    asked = [question for entry in corpus.all() for question in entry.questions]
    cut = [question for question in asked if without_letter(question) != question]
    assert [q for q in cut if len(without_letter(q).split()) < len(q.split()) - 4] == []


@given(st.text(max_size=200))
def test_whatever_is_written(text: str) -> None:
    assert len(without_letter(text)) <= len(text) + 1  # „ß“ becomes „SS“
