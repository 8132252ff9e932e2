"""From answers to a way: total, explained, and blind to what the data no longer knows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.check import combinations
from guide.load import shipped
from guide.typed_answer import seems_answer, understand
from guide.way import items, next_open, paper_item, partner_item, partners, way

GUIDE = shipped()


def test_every_combination_of_answers_leads_somewhere() -> None:
    ways = [way(GUIDE, answers) for answers in combinations(GUIDE)]
    assert len(ways) == 7 * 6 * 4 * 3
    for found in ways:
        assert found.question is None
        assert bool(found.ending) != bool(found.steps)
        assert all(why for _, why in found.left_out)


@given(
    answers=st.dictionaries(
        st.sampled_from(["haus", "traeger", "stand", "start", "ort", "farbe", ""]),
        st.sampled_from(
            ["kita", "mgh", "gewerblich", "keiner", "idee", "bald", "land", "rot", ""]
        ),
    )
)
def test_no_answers_whatever_break_it(answers: dict[str, str]) -> None:
    found = way(GUIDE, answers)
    on, off = {s.id for s in found.steps}, {s.id for s, _ in found.left_out}
    assert not on & off
    assert found.ending or on | off == {step.id for step in GUIDE.steps}
    assert found.beside(None, 1) is None
    assert partners(GUIDE, answers)


def test_back_and_forth_ends_at_both_ends() -> None:
    found = way(GUIDE, {"haus": "kita"})
    first, last = found.steps[0], found.steps[-1]
    assert found.beside(first.id, -1) is None
    assert found.beside(last.id, 1) is None
    assert found.beside(first.id, 1) == found.steps[1]
    assert found.beside("unbekannt", 1) is None


def test_the_next_step_is_the_first_not_done() -> None:
    found = way(GUIDE, {"haus": "kita", "traeger": "kommunal", "stand": "idee", "start": "bald"})
    first, second = found.steps[:2]
    papers = frozenset(paper_item(first.id, paper.id) for paper in first.papers)
    assert next_open(found, frozenset()) == first
    assert next_open(found, frozenset(list(papers)[:1])) == first
    assert next_open(found, papers) == second
    assert next_open(found, frozenset([first.id])) == second
    assert next_open(found, frozenset(step.id for step in found.steps)) is None


def test_no_two_things_share_a_tick() -> None:
    named = items(GUIDE)
    expected = sum(1 + len(step.papers) for step in GUIDE.steps) + 3 * len(GUIDE.partners)
    assert len(named) == expected
    assert partner_item("sport", "gefragt") in named
    assert all(len(key) <= 60 for key in named)  # as wide as the column


@pytest.mark.parametrize(
    ("question", "said", "option"),
    [
        ("haus", "wir sind ein Kindergarten", "kita"),
        ("haus", "Verein.", "verein"),
        ("haus", "1", "kita"),
        ("haus", "8", None),
        ("haus", "0", None),
        ("haus", "9" * 5000, None),
        ("haus", "Zirkus", None),
        ("haus", "", None),
        ("traeger", "gGmbH", "gemeinnuetzig"),
        ("traeger", "eine GmbH", "gewerblich"),
        ("traeger", "Wir haben noch keinen Träger", "keiner"),
        ("start", "Das ist noch offen", "offen"),
        ("ort", "auf dem Land", "land"),
        ("traeger", "weis nich", "unklar"),
    ],
)
def test_typed_answers_are_understood(question: str, said: str, option: str | None) -> None:
    asked = GUIDE.question(question)
    assert asked
    found = understand(asked, said)
    assert (found.id if found else None) == option


def test_a_question_in_between_is_no_answer() -> None:
    assert seems_answer("ein Zirkus")
    assert not seems_answer("Zirkus?")
    assert not seems_answer("Ich wüsste gern mehr über die Höhe der Förderung")
