"""Pictures of confidence: the numbers behind them, and that they are drawn."""

from pathlib import Path

import pytest

from faq.finding.match import Band, Candidate, Finding
from faq.measuring.charts import draw, judge, reliability, risk_and_coverage
from faq.measuring.evaluate import Case

JUDGED = [(0.95, True), (0.9, True), (0.6, False), (0.1, False)]


def test_risk_rises_with_coverage() -> None:
    coverage, risk = risk_and_coverage(JUDGED)
    assert coverage == [0.25, 0.5, 0.75, 1.0]
    assert risk == pytest.approx([0, 0, 1 / 3, 0.5])


def test_reliability_compares_promise_and_truth() -> None:
    promised, true, counts = zip(*reliability(JUDGED), strict=True)
    assert promised == pytest.approx((0.1, 0.6, 0.925))
    assert true == (0.0, 0.0, 1.0)
    assert counts == (1, 1, 2)


def test_outside_the_field_nothing_of_ours_is_right() -> None:
    def find(text: str, _context: str | None) -> Finding:
        return Finding(Band.ANSWER, (Candidate(text, 90.0),), 0.9)

    cases = [
        Case("a.x", "kurz", (("a.x",),), None),
        Case("a.y", "nah", (), "nah"),
        Case("abgrenzung.z", "nah", (), "nah"),
        Case("hallo", "smalltalk", (), "smalltalk"),
    ]
    assert judge(cases, find) == [(0.9, True), (0.9, False)]


def test_both_pictures_are_drawn(tmp_path: Path) -> None:
    for path in draw(JUDGED, tmp_path):
        assert path.read_bytes().startswith(b"\x89PNG")
