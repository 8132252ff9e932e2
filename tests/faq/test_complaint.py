"""A bare complaint names no matter; what names one is no bare complaint."""

import pytest

from bench.fit_emergency import lines
from faq.catalogue.corpus import Corpus
from faq.lookup import Decision, Lookup
from faq.recognising.complaint import is_complaint
from tests.faq.conftest import TODAY

COMPLAINTS = (
    "falscher bescheid", "stimmt nicht", "Das ist falsch!", "veraltet", "das stimmt so nicht",
    "Das kann doch nicht stimmen", "ist nicht mehr aktuell", "nein, das ist längst überholt",
    "die Antwort passt nicht", "das war nicht meine Frage", "stimt nicht", "Blödsinn",
    "hilft mir überhaupt nicht weiter", "total am Thema vorbei", "👎 falsch",
)  # fmt: skip

# Whose questions are complaints themselves: "antwort falsch".
ABOUT_COMPLAINTS = "bot.fehler-melden"


@pytest.mark.parametrize("text", COMPLAINTS)
def test_a_complaint_is_known_and_never_answered_for_sure(lookup: Lookup, text: str) -> None:
    assert is_complaint(text)
    assert not lookup.is_emergency(text)
    verdict = lookup.decide(text, TODAY, "Wie hoch ist die Förderung?")
    assert verdict.decision in {Decision.SUGGEST, Decision.NONE, Decision.SMALLTALK}
    assert not verdict.answers


@pytest.mark.parametrize(
    "text",
    ["das stimmt", "nicht falsch", "Der Bescheid ist falsch, was nun?", "ist das noch aktuell",
     "falsch abgerechnet", "das ist richtig", "Antrag veraltet", "und dann?", "", "🙂",
     "Der Link stimmt nicht", "Die Höhe der Förderung stimmt nicht"],
)  # fmt: skip
def test_what_names_a_matter_is_no_complaint(text: str) -> None:
    assert not is_complaint(text)


def test_no_question_of_the_corpus_is_a_complaint(corpus: Corpus) -> None:
    for entry in corpus.all():
        for text in (*entry.questions, entry.title):
            assert entry.id == ABOUT_COMPLAINTS or not is_complaint(text), text


def test_a_cry_for_help_made_of_a_complaints_words_is_one(lookup: Lookup) -> None:
    text = "ich kann nicht mehr sein"
    assert is_complaint(text)
    assert lookup.is_emergency(text)
    assert lookup.decide(text, TODAY).decision is Decision.EMERGENCY


def test_no_cry_for_help_is_a_complaint() -> None:
    assert not [text for text in lines("notfall.txt") if is_complaint(text)]
