"""Emergencies: recognised in words nobody listed, and not where words only sound like one.

notfall.txt and harmlos.txt here were written after the fitting and are no part of it.
"""

from pathlib import Path

import pytest

from faq.corpus import load
from faq.emergency import FAINT, SURE, Emergency, load_emergency

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def emergency() -> Emergency:
    return load_emergency()


def lines(name: str) -> list[str]:
    return (HERE / name).read_text(encoding="utf-8").splitlines()


def test_new_emergencies_are_recognised(emergency: Emergency) -> None:
    said = lines("notfall.txt")
    missed = [text for text in said if emergency.alarm(text) < FAINT]
    assert len(missed) <= 0.08 * len(said), missed


def test_new_look_alikes_are_not(emergency: Emergency) -> None:
    said = lines("harmlos.txt")
    false = [text for text in said if emergency.alarm(text) >= SURE]
    assert len(false) <= 0.06 * len(said), false


def test_hardly_a_question_of_the_corpus_is_one(emergency: Emergency) -> None:
    asked = [(e.id, q) for e in load().all() for q in e.questions]
    false = {entry_id for entry_id, text in asked if emergency.alarm(text) >= SURE}
    assert false <= {"recht.kinderschutz", "abgrenzung.frauenhaus"}


@pytest.mark.parametrize(
    "text",
    ["Ich will nicht mehr leben!", "ICH WILL NICHT MEHR LEBEN", "ich  will nicht mehr\nleben...",
     "He wants to kill me", "мене вбити хоче", "زوجي يضربني"],
)  # fmt: skip
def test_a_listed_phrase_leaves_no_doubt(emergency: Emergency, text: str) -> None:
    assert emergency.alarm(text) == 1.0


@pytest.mark.parametrize("text", ["", "   ", "!!!", "😀", "a" * 4096, "mich schlägt " * 341])
def test_odd_texts_are_taken(emergency: Emergency, text: str) -> None:
    assert 0.0 <= emergency.alarm(text) < SURE


def test_a_listed_phrase_is_a_run_of_words_that_begin_so() -> None:
    listed = Emergency(["atmet nicht"])
    assert listed.alarm("Das Kind atmet nicht richtig") == 1.0
    assert listed.alarm("Das Kind atmet ruhig, nicht laut") == 0.0


def test_an_alarm_can_be_explained(emergency: Emergency) -> None:
    assert emergency.explain("Mein Baby atmet nicht mehr, Hilfe")[0] == "atmet nicht"
    assert emergency.explain("")[:1] == []
