import pytest

from faq.german.politeness import without_politeness
from faq.german.spelling import Spelling
from faq.german.text import fold, stem


def test_case_umlauts_and_signs_vanish() -> None:
    assert fold("Förder-HÖHE?!  Straße") == fold("foerder hoehe strasse")


def test_a_paragraph_sign_is_a_word() -> None:
    assert fold("§16 SGB VIII") == "§ 16 sgb viii"


@pytest.mark.parametrize(
    ("one", "other"),
    [("Häuser", "Hauses"), ("Anträge", "Antrag"), ("Kinder", "Kindern"), ("Gelder", "Geld")],
)
def test_bent_words_share_a_stem(one: str, other: str) -> None:
    assert stem(fold(one)) == stem(fold(other))


@pytest.mark.parametrize(
    "said",
    [
        "Hallo, kurze Frage: Wie hoch ist der Zuschuss? Danke!",
        "guten tag ich habe eine frage wie hoch ist der zuschuss vielen dank im voraus",
        "Wie hoch ist der Zuschuss? Mit freundlichen Grüßen",
    ],
)
def test_politeness_is_stripped(said: str) -> None:
    assert without_politeness(fold(said)) == "wie hoch ist der zuschuss"


def test_nothing_but_politeness_stays() -> None:
    assert without_politeness("hallo") == "hallo"


def test_the_corpus_decides_how_a_word_is_spelled() -> None:
    spelling = Spelling(["Die neue Förderung für Häuser"])
    assert spelling.spell(["neue", "foerderung", "fuer", "kuechen"]) == [
        "neue",
        "förderung",
        "für",
        "küchen",
    ]
