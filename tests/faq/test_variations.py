"""No change that keeps the meaning changes a decision: asked of every question of the corpus."""

from pathlib import Path

import pytest

from faq.catalogue.corpus import Corpus
from faq.german.message import message
from faq.german.wording import plain
from faq.lookup import Lookup, Verdict
from faq.measuring.evaluate import read_cases
from faq.measuring.variations import KINDS, variations
from tests.faq.conftest import TODAY

OWN = Path(__file__).parents[2] / "bench" / "data" / "eigene.jsonl"
SHARES, EACH = 4, 3  # several processes take part; `python -m bench.variations` decides about all


@pytest.fixture(scope="session")
def questions(corpus: Corpus) -> list[str]:
    asked = [question for entry in corpus.all() for question in entry.questions]
    return [*asked, *(case.text for case in read_cases(OWN))]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_occurs(kind: str, questions: list[str]) -> None:
    assert sum(bool(variations(kind, text)) for text in questions) > 100


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_read_alike(kind: str, questions: list[str]) -> None:
    wrong = [
        (text, changed)
        for at, text in enumerate(questions)
        for changed in _one(variations(kind, text), at)
        if plain(message(changed)) != plain(message(text))
    ]
    assert wrong == []


@pytest.mark.parametrize("share", range(SHARES))
def test_it_is_decided_alike(share: int, questions: list[str], lookup: Lookup) -> None:
    """Decide about a question, and about the same with all kinds of changes at once."""
    wrong = [
        (text, changed)
        for at, text in list(enumerate(questions))[share * EACH :: SHARES * EACH]
        for changed in [_all(text, at)]
        if _first(lookup, changed) != _first(lookup, text)
    ]
    assert wrong == []


def _one(changed: list[str], at: int) -> list[str]:
    return [changed[at % len(changed)]] if changed else []


def _all(text: str, at: int) -> str:
    for kind in KINDS:
        text = next(iter(_one(variations(kind, text), at)), text)
    return text


def _first(lookup: Lookup, text: str) -> tuple[str, ...]:
    found: Verdict = lookup.decide(text, TODAY)
    return (found.decision, *found.answers, *found.suggestions[:1])
