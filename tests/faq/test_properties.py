"""What must not change a decision."""

import unicodedata
from collections.abc import Callable, Sequence
from typing import Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from faq.catalogue.corpus import Corpus
from faq.catalogue.entry import Redirect
from faq.finding.hybrid import HybridMatcher
from faq.finding.match import Finding
from faq.finding.signals.seen_question import Word
from faq.finding.signals.tokens import MOST_TYPOS, MOST_WORDS
from faq.finding.split import MOST
from faq.lookup import Lookup
from faq.recognising.emergency import load_emergency
from faq.recognising.smalltalk import load_smalltalk
from tests.faq.conftest import TODAY

QUESTIONS = (
    "Wie viel Geld bekommen wir im Jahr vom Land?",
    "Bis zu welchem Tag müssen wir den Antrag stellen?",
    "Dürfen wir von der Förderung eine Küche kaufen?",
    "Brauchen unsere Helferinnen ein Führungszeugnis?",
    "Wer zahlt mir Elterngeld?",
    "Wie werde ich Feuerwehrfrau?",
)
question = st.sampled_from(QUESTIONS)
quick = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@quick
@given(question, st.integers(0, 2**32))
def test_case(lookup: Lookup, text: str, seed: int) -> None:
    mixed = "".join(c.upper() if seed >> (at % 32) & 1 else c.lower() for at, c in enumerate(text))
    assert lookup.decide(mixed, TODAY) == lookup.decide(text, TODAY)


@quick
@given(question)
def test_umlaut_spelling(lookup: Lookup, text: str) -> None:
    plain = text
    for umlaut, letters in {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}.items():
        plain = plain.replace(umlaut, letters)
    assert lookup.decide(plain, TODAY) == lookup.decide(text, TODAY)


@quick
@given(question, st.sampled_from(["", "!", "??", "...", " :)", " ?!"]))
def test_punctuation(lookup: Lookup, text: str, end: str) -> None:
    assert lookup.decide(text.rstrip("?") + end, TODAY) == lookup.decide(text, TODAY)


@quick
@given(
    question,
    st.sampled_from(["", "Hallo, ", "Guten Tag! ", "Hallo, kurze Frage: "]),
    st.sampled_from(["", " Danke!", " Vielen Dank im Voraus!", " Danke, liebe Grüße", " LG"]),
)
def test_politeness(lookup: Lookup, text: str, before: str, after: str) -> None:
    assert lookup.decide(before + text + after, TODAY) == lookup.decide(text, TODAY)


@quick
@given(st.sampled_from(QUESTIONS[:4]), st.sampled_from(["NFD", "NFKC", "NFKD"]))
def test_letters_put_together_in_another_way(
    lookup: Lookup, text: str, form: Literal["NFD", "NFKC", "NFKD"]
) -> None:
    other = unicodedata.normalize(form, text)
    assert lookup.decide(other, TODAY) == lookup.decide(text, TODAY)


@quick
@given(question, st.integers(1, 5), st.sampled_from([" ", "  ", "\n", "\t "]))
def test_blanks(lookup: Lookup, text: str, often: int, blank: str) -> None:
    wide = blank * often + text.replace(" ", " " * often) + blank
    assert lookup.decide(wide, TODAY) == lookup.decide(text, TODAY)


def test_an_unrelated_entry_changes_no_answer(corpus: Corpus, matcher: HybridMatcher) -> None:
    stranger = Redirect(
        id="abgrenzung.zzz",
        title="Segelflugzeuge",
        answer="Dafür ist der Luftsportverband da.",
        questions=("Welcher Segelflugschein gilt?", "thermik am hang", "Wer prüft den Flieger?"),
    )
    more = HybridMatcher([*corpus.all(), stranger])
    for text in QUESTIONS:
        assert more.find(text).band is matcher.find(text).band
        assert more.find(text).ranked[0].entry_id == matcher.find(text).ranked[0].entry_id


@quick
@given(st.text(max_size=300))
def test_anything_may_be_typed(lookup: Lookup, text: str) -> None:
    lookup.decide(text, TODAY)


def test_an_endless_word_is_not_taken_apart(matcher: HybridMatcher) -> None:
    assert matcher.vocabulary.parts("antrag" * 700) == []


LONGEST = 4096
LONG: dict[str, Callable[[], str]] = {
    "slips": lambda: " ".join(f"wrot{at}x" for at in range(2000)),
    "one word": lambda: "antrag" * 700,
    "questions": lambda: "Wie hoch ist die Förderung und wer bekommt sie? " * 90,
    "signs": lambda: "?!" * 2048,
    "another script": lambda: "Де знаходиться центр? " * 190,
    "marks": lambda: "a\u0301" * 2048,
    "lines": lambda: "Wie viel Geld\n" * 300,
}


@pytest.mark.parametrize("kind", LONG)
def test_a_long_message_costs_bounded_work(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    """Count the work: words that are read and slips that are compared, over a whole decision."""
    matcher = HybridMatcher(corpus.all())
    read, repaired = [0], [0]
    index = matcher._index
    whole, near = index.read, index._slips.nearest

    def counting_read(said: Sequence[str]) -> list[Word]:
        found = whole(said)
        read[0] += len(found)
        return found

    def counting_near(word: str) -> list[tuple[str, float]]:
        repaired[0] += 1
        return near(word)

    monkeypatch.setattr(index, "read", counting_read)
    monkeypatch.setattr(index._slips, "nearest", counting_near)
    lookup = Lookup(corpus, matcher, load_smalltalk(), load_emergency())
    lookup.decide(LONG[kind]()[:LONGEST], TODAY)
    assert read[0] <= MOST_WORDS
    assert repaired[0] <= MOST_TYPOS


def test_a_message_with_many_questions_is_ranked_a_few_times(
    lookup: Lookup, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    matcher = lookup._matcher
    assert isinstance(matcher, HybridMatcher)
    glance = matcher.glance

    def counting(question: str, context: str | None = None) -> Finding:
        asked.append(question)
        return glance(question, context)

    monkeypatch.setattr(matcher, "glance", counting)
    lookup.decide("Wie hoch ist die Förderung und wer bekommt sie und was gilt? " * 6, TODAY)
    assert len(asked) <= 2 * MOST
