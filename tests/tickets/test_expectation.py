"""The honest sentence: a number of days that really held in eight of ten cases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tickets.expectation import FEWEST, LATEST, Expectation, expectation

SPANS = st.lists(st.integers(0, 30), min_size=FEWEST, max_size=120)


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([], None),
        ([0] * 9, None),
        ([0] * 10, Expectation(0, 10)),
        ([0] * 8 + [5] * 2, Expectation(0, 8)),
        ([0] * 7 + [1] * 2 + [9], Expectation(1, 9)),
        ([0] * 7 + [3] * 3, Expectation(3, 10)),
        ([0] * 9 + [2] * 2, Expectation(0, 8)),  # 9 of 11 are 81 %
        ([0] * 8 + [2] * 3, Expectation(2, 10)),  # 8 of 11 are only 72 %
        ([1] * 49 + [2], Expectation(1, 9)),  # 98 % are not ten of ten
        ([30] * 70 + [0] * 50, Expectation(0, 10)),  # the latest fifty count
        ([0] * 70 + [30] * 50, Expectation(30, 10)),
    ],
)
def test_expectation(spans: list[int], expected: Expectation | None) -> None:
    assert expectation(spans) == expected


@pytest.mark.parametrize(
    ("answered", "unanswered", "expected"),
    [
        ([0] * 9, [20] * 6, None),
        ([0] * 12, [20] * 3, Expectation(0, 8)),
        ([0] * 12, [20] * 4, None),  # 12 of 16 are 75 %
        ([0] * 12, [0] * 30, Expectation(0, 10)),  # asked today: nobody knows yet
        ([0] * 10 + [5] * 6, [4] * 4, Expectation(5, 10)),  # their five days are not over
        ([0] * 10 + [5] * 6, [6] * 4, Expectation(5, 8)),
        ([0] * 10 + [5] * 6, [6] * 5, None),
    ],
)
def test_who_waits_counts_against_what_they_have_outlived(
    answered: list[int], unanswered: list[int], expected: Expectation | None
) -> None:
    assert expectation(answered, unanswered) == expected


@pytest.mark.parametrize(
    ("days", "of_ten", "sentence"),
    [
        (0, 8, "meist noch am selben Arbeitstag, in 8 von 10 Fällen"),
        (1, 9, "meist bis zum nächsten Arbeitstag, in 9 von 10 Fällen"),
        (2, 8, "meist innerhalb von zwei Arbeitstagen, in 8 von 10 Fällen"),
        (12, 10, "meist innerhalb von zwölf Arbeitstagen, in 10 von 10 Fällen"),
        (13, 8, "meist innerhalb von 13 Arbeitstagen, in 8 von 10 Fällen"),
    ],
)
def test_sentence(days: int, of_ten: int, sentence: str) -> None:
    assert Expectation(days, of_ten).sentence == sentence


@given(SPANS)
def test_it_promises_no_more_than_held_and_no_less(spans: list[int]) -> None:
    said = expectation(spans)
    assert said is not None
    latest = spans[-LATEST:]
    held = sum(span <= said.days for span in latest) / len(latest)
    assert 8 <= said.of_ten <= held * 10 < said.of_ten + 1
    assert sum(span < said.days for span in latest) / len(latest) < 0.8


@given(SPANS, st.integers(0, 20))
def test_slower_answers_never_make_it_sound_faster(spans: list[int], more: int) -> None:
    before, after = expectation(spans), expectation([span + more for span in spans])
    assert before is not None
    assert after is not None
    assert after == Expectation(before.days + more, before.of_ten)


@given(st.lists(st.integers(0, 30), min_size=FEWEST, max_size=LATEST))
def test_the_order_of_the_latest_does_not_matter(spans: list[int]) -> None:
    assert expectation(sorted(spans)) == expectation(spans)


@given(SPANS, st.lists(st.integers(0, 30), max_size=60), st.integers(0, 30))
def test_one_more_who_waits_never_makes_it_sound_faster(
    spans: list[int], waiting: list[int], one: int
) -> None:
    before, after = expectation(spans, waiting), expectation(spans, [*waiting, one])
    if after:
        assert before is not None
        assert (before.days, -before.of_ten) <= (after.days, -after.of_ten)
