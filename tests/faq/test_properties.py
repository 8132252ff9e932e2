"""What must not change a decision."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from faq.corpus import Corpus
from faq.entry import Redirect
from faq.hybrid import HybridMatcher
from faq.lookup import Lookup
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


def test_a_long_message_costs_bounded_work(matcher: HybridMatcher) -> None:
    words = [f"wort{at}x" for at in range(2000)]
    assert len(matcher.read(" ".join(words)).words) <= 120
