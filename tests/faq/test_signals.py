import numpy as np
import pytest
from rapidfuzz import fuzz, process

from faq.finding.signals.chars import AnswerChars, Chars
from faq.finding.signals.pool import Pool
from faq.finding.signals.seen_question import Reading
from faq.finding.signals.slips import Slips
from faq.finding.signals.tokens import AnswerTokens, TokenIndex, Tokens
from faq.german.ngrams import NgramSpace, counted
from faq.german.vocabulary import Vocabulary

TEXTS = [
    "wie hoch ist der zuschuss",
    "wie viel geld gibt es im jahr",
    "bis wann muss der foerderantrag da sein",
    "welche unterlagen gehoeren zum antrag",
]
POOL = Pool([2, 1, 1])


def index() -> TokenIndex:
    said = [text.split() for text in TEXTS]
    return TokenIndex(said, POOL, Vocabulary(said))


def reading(text: str) -> Reading:
    tokens = index()
    words = tuple(tokens.read(text.split()))
    return Reading(text, text, words, tokens.cover(words))


def best(scores: np.ndarray) -> int:
    return int(np.argmax(scores))


def test_the_pool_takes_the_best_and_the_best_three() -> None:
    scores = np.array([0.2, 0.8, 0.5, 0.1], np.float32)
    assert POOL.best(scores).tolist() == pytest.approx([0.8, 0.5, 0.1])
    assert POOL.best_three(scores)[1] == pytest.approx(0.5 / 2)


@pytest.mark.parametrize("numbers", [[], [7], [7, 7], [3, 1, 3, 2, 1, 3]])
def test_numbers_are_counted_as_numpy_does(numbers: list[int]) -> None:
    given = np.array(numbers, np.int32)
    once, times = counted(given)
    expected, often = np.unique(given, return_counts=True)
    assert (once.tolist(), times.tolist()) == (expected.tolist(), often.tolist())


def test_an_n_gram_space_gives_a_text_itself_as_nearest() -> None:
    space = NgramSpace(TEXTS)
    alike = space.alike(TEXTS[2], space.rows.tocsc())
    assert best(alike) == 2
    assert alike[2] == pytest.approx(1.0, abs=1e-4)


def test_an_unknown_text_is_like_nothing() -> None:
    space = NgramSpace(TEXTS)
    assert space.alike("xyz", space.rows.tocsc()).max() < 0.1


def test_letters_forgive_a_slip() -> None:
    centre, one, three = Chars(TEXTS, POOL).scores(reading("foerderantarg wann"))
    assert best(centre) == best(one) == best(three) == 1


@pytest.mark.parametrize(
    ("typed", "entry"),
    [
        ("zuschuesse", 0),  # the stem
        ("antragsunterlagen", 2),  # parts of a compound
        ("foerderantraag wann", 1),  # a slip
        ("foerder antrag wann", 1),  # a compound written apart
        ("kohle", 0),  # a synonym
    ],
)
def test_words_meet_in_many_ways(typed: str, entry: int) -> None:
    for scores in Tokens(POOL).scores(reading(typed)):
        assert best(scores) == entry


def test_a_slip_is_reported() -> None:
    (word,) = reading("foerderantraag").words
    assert word.repaired == "foerderantrag"


@pytest.mark.parametrize("typed", ["foerderantarg", "zuschus", "antrg", "unterlgaen", "xyzzy"])
def test_no_near_word_is_passed_over(typed: str) -> None:
    known = sorted({word for text in TEXTS for word in text.split() if len(word) > 3}, key=len)
    near = [word for word in known if abs(len(word) - len(typed)) <= 3]
    best = process.extract(typed, near, scorer=fuzz.ratio, score_cutoff=74, limit=3)
    assert [word for word, _ in Slips(known).nearest(typed)] == [word for word, *_ in best]


def test_a_german_word_is_no_slip() -> None:
    (word,) = reading("wanne").words
    assert not word.repaired


def test_answers_help_where_no_question_has_the_word() -> None:
    answers = ["bis zu 18000 euro", "am 31 oktober", "konzept und finanzplan"]
    held = [answer.split() for answer in answers]
    said = [text.split() for text in TEXTS]
    vocabulary = Vocabulary([*said, *held])
    tokens = TokenIndex(said, POOL, vocabulary, held)
    words = tuple(tokens.read(["finanzplan"]))
    asked = Reading("finanzplan", "finanzplan", words, tokens.cover(words))
    (letters,) = AnswerChars(answers).scores(asked)
    (covered,) = AnswerTokens().scores(asked)
    assert best(letters) == best(covered) == 2
