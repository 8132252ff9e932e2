import pytest

from faq.finding.caution import NEVER, bearable, cautious, threshold
from faq.finding.fusion import Weights

BOTH = pytest.mark.parametrize("name", ["weights", "weights_semantic"])


@pytest.mark.parametrize(
    "text",
    ["höchstens 3 % falsche Antworten", "Höchstens 3 Prozent", "maximal 3%", "3 %", "max. 3,0 %",
     " hoechstens 3 % falsche Antworten. "],
)  # fmt: skip
def test_a_share_in_words(text: str) -> None:
    assert bearable(text) == pytest.approx(0.03)


@pytest.mark.parametrize("text", ["", "  "])
def test_nothing_said_is_no_share(text: str) -> None:
    assert bearable(text) is None


@pytest.mark.parametrize(
    "text", ["wenige", "mindestens 3 %", "3", "0 %", "-1 %", "höchstens drei %", "300 %", "3 % ja"]
)
def test_anything_else_is_refused_in_german(text: str) -> None:
    with pytest.raises(ValueError, match="höchstens 3 % falsche Antworten"):
        bearable(text)


@BOTH
def test_fewer_wrong_answers_need_a_higher_threshold(name: str) -> None:
    found = [threshold(name, share) for share in (0.08, 0.05, 0.03, 0.02, 0.01)]
    assert found == sorted(found)
    assert 0 < found[0] < found[-1] <= NEVER


@BOTH
def test_below_what_was_measured_nothing_is_answered(name: str) -> None:
    assert threshold(name, 0.0001) == NEVER


@BOTH
def test_without_a_share_the_threshold_stays_as_learned(name: str) -> None:
    assert cautious(name, None) == Weights.load(name)
    assert cautious(name, 0.05).sure == threshold(name, 0.05)
