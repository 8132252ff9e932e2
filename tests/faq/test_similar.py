"""Questions that were asked twice, in nearly the same words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faq.finding.similar import SAME, Similar

ASKED = {
    7: "Wie viel Geld bekommen wir im Jahr vom Land?",
    3: "Bis zu welchem Tag müssen wir den Antrag stellen?",
    9: "Dürfen wir von der Förderung eine Küche kaufen?",
    4: "Brauchen unsere Helferinnen ein Führungszeugnis?",
    5: "!?",
}
TEXTS = st.dictionaries(st.integers(1, 99), st.text(max_size=40), max_size=8)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("wieviel geld bekomt man vom land im jahr", 7),
        ("Wie viel Geld gibt es vom Land pro Jahr?", 7),
        ("Hallo, bis zu welchem Tag muessen wir den Antrag stellen? Vielen Dank!", 3),
        ("Darf man von der Förderung Küchen kaufen?", 9),
        ("brauchen unsere helfer ein fuehrungszeugniss", 4),
    ],
)
def test_the_same_in_other_words(text: str, key: int) -> None:
    assert [found for found, _ in Similar(ASKED).nearest(text)] == [key]


@pytest.mark.parametrize(
    "text", ["Wer zahlt mir Elterngeld?", "Wie wird man Familienzentrum?", "", "  ?!", "🙂"]
)
def test_another_question_is_not_the_same(text: str) -> None:
    assert Similar(ASKED).nearest(text) == []


def test_nothing_to_compare_with() -> None:
    assert Similar({}).nearest("Wer zahlt?") == []
    assert Similar({1: "…"}).nearest("Wer zahlt?", at_least=0.0) == []


def test_the_best_come_first_equal_ones_by_key_and_no_more_than_asked_for() -> None:
    similar = Similar({8: "Küche kaufen", 2: "Küche kaufen", 5: "Küchen kaufen?", 1: "Antrag"})
    found = similar.nearest("küche kaufen", limit=3, at_least=0.1)
    assert [key for key, _ in found] == [2, 8, 5]
    assert similar.nearest("küche kaufen", limit=1) == [(2, 1.0)]
    assert similar.nearest("küche kaufen", limit=0) == []


@settings(deadline=None)
@given(TEXTS, st.text(max_size=40), st.integers(0, 9), st.floats(0, 1))
def test_whatever_was_asked(texts: dict[int, str], text: str, limit: int, least: float) -> None:
    found = Similar(texts).nearest(text, limit, least)
    assert found == Similar(dict(reversed(texts.items()))).nearest(text, limit, least)
    assert len(found) <= limit
    assert all(least <= score <= 1 and key in texts for key, score in found)
    assert found == sorted(found, key=lambda near: (-near[1], near[0]))


@settings(deadline=None)
@given(st.sampled_from([7, 3, 9, 4]), st.floats(SAME, 1))
def test_a_text_is_nearest_to_itself(key: int, least: float) -> None:
    assert Similar(ASKED).nearest(ASKED[key], at_least=least) == [(key, 1.0)]
