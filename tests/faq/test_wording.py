"""One wording for what can be written in several ways."""

import pytest

from faq.catalogue.corpus import Corpus
from faq.german.wording import plain


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("wieviel geld gibts vom land pro jahr", "Wie viel Geld gibt es von dem Land pro Jahr?"),
        ("Wieviele Helfer sind zuviel?", "wie viele Helfer sind zu viel"),
        ("Aufgrund dessen, sodass wir zuhause", "auf Grund dessen, so dass wir zu Hause"),
        ("zur Zeit nochmal garnicht", "zurzeit noch einmal gar nicht"),
        ("gibt's das? gibt’s das? gibt 's das", "gibt es das gibts das gibt es das"),
        ("ich habs, kanns aber nicht", "ich habe es, kann es aber nicht"),
        (
            "fürn Verein ne Förderung mit nem Antrag",
            "für einen Verein eine Förderung mit einem Antrag",
        ),
        ("da is nix drin, hab nich", "da ist nichts darin, habe nicht"),
    ],
)
def test_spelling_and_contractions(written: str, read: str) -> None:
    assert plain(written) == plain(read)


@pytest.mark.parametrize(
    "written",
    ["Helferinnen", "Helfer*innen", "Helfer:innen", "Helfer_innen", "HelferInnen", "Helfer/innen",
     "Helfer/-innen", "Helfer(innen)", "Helfer·innen", "Helferinnen und Helfer",
     "Helfer oder Helferinnen"],
)  # fmt: skip
def test_people_of_all_genders(written: str) -> None:
    assert plain(f"Brauchen {written} ein Zeugnis?") == "brauchen helfer ein zeugnis"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("jede:r", "jeder"),
        ("eine/n Ehrenamtliche*n", "einen ehrenamtlichen"),
        ("Koordinator*innen", "koordinatoren"),
        ("unsere Kollegin", "unsere kollege"),
        ("Kinderärztin", "kinderarzt"),
    ],
)
def test_one_of_any_gender(written: str, read: str) -> None:
    assert plain(written) == read


@pytest.mark.parametrize(
    "untouched",
    ["kurze frage in welchem amt", "termin in berlin", "worin", "beginnen und gewinnen", "medizin",
     "und so weiter und so fort"],
)  # fmt: skip
def test_words_that_only_look_like_it(untouched: str) -> None:
    assert plain(untouched.replace("frage in", "Frage:in")) == untouched


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("VN", "Verwendungsnachweis"),
        ("vn", "Verwendungsnachweises"),
        ("eFZ", "erweitertes Führungszeugnis"),
        ("EFZ", "erweiterten Führungszeugnis"),
        ("ÜL", "Übungsleiter"),
        ("ÜL-Pauschale", "Übungsleiterpauschale"),
        ("MGHs", "Mehrgenerationenhäuser"),
        ("LSS", "Landesservicestelle"),
        ("DSGVO", "Datenschutz-Grundverordnung"),
        ("QM", "Qualitätsentwicklung"),
        ("DSEE", "Deutsche Stiftung für Engagement und Ehrenamt"),
    ],
)
def test_abbreviations_of_the_glossary(short: str, full: str) -> None:
    assert plain(f"Was ist mit {short}?") == plain(f"was ist mit {full}")


@pytest.mark.parametrize("text", ["50 qm", "wie viele qm"])
def test_a_unit_is_no_abbreviation(text: str) -> None:
    assert plain(text) == text


@pytest.mark.parametrize("sign", ["\u00ad", "\u200b", "\u200d", "\u2060", "\ufeff"])
def test_signs_nobody_sees(sign: str) -> None:
    assert plain(f"För{sign}der{sign}ung") == "foerderung"


def test_what_is_in_one_wording_stays_so(corpus: Corpus) -> None:
    texts = {t for e in corpus.all() for t in (*e.questions, e.title, e.answer)}
    assert [text for text in texts if plain(plain(text)) != plain(text)] == []
