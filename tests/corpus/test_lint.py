"""The linter: what it must find, and that the shipped corpus has nothing of it."""

from datetime import date

import pytest

from faq.catalogue.corpus import Corpus, load
from faq.lint import lint, report
from faq.recognising.glossary import Glossary, load_glossary

TODAY = date(2026, 11, 22)


def test_the_shipped_corpus_is_clean() -> None:
    assert list(lint(load(), load_glossary(), TODAY)) == []


def test_the_report_counts_every_entry() -> None:
    lines = list(report(load(), TODAY))
    counts = [
        int(line.split()[1])
        for line in lines[1:]
        if line and line[0].isalpha() and ":" not in line
    ]
    corpus = load()
    assert sum(counts) == len(corpus.entries) + len(corpus.redirects)


def changed(**change: object) -> Corpus:
    corpus = load()
    entry = corpus.entries["foerderung.hoehe"].model_copy(update=change)
    return Corpus(
        corpus.entries | {entry.id: entry}, corpus.redirects, corpus.sources, corpus.groups
    )


@pytest.mark.parametrize(
    ("change", "finding"),
    [
        ({"answer": "x" * 401}, "antwort hat 401 Zeichen"),
        ({"answer": "Bis zu 19.000 Euro."}, "die Zahl 19.000 steht nicht in fakten"),
        (
            {"answer": "Schreiben Sie an info@amt.example"},
            "info@amt.example steht nicht in fakten",
        ),
        ({"more": "Rufen Sie 0561 106 an."}, "die Zahl 0561 steht nicht in fakten"),
        ({"simple": None}, "einfach fehlt"),
        ({"simple": "Wort " * 13 + "."}, "mehr als 12 Wörter"),
        ({"review_on": TODAY}, "wiedervorlage_am 2026-11-22 ist erreicht"),
        ({"checked_on": date(2026, 11, 23)}, "liegt in der Zukunft"),
        ({"questions": ("Eine Frage",)}, "1 Formulierungen, mindestens 20"),
    ],
)
def test_the_linter_finds(change: dict[str, object], finding: str) -> None:
    found = list(lint(changed(**change), load_glossary(), TODAY))
    assert any(f.startswith("foerderung.hoehe: ") and finding in f for f in found), found


def test_variants_that_are_only_a_typo_of_each_other_are_found() -> None:
    entry = load().entries["foerderung.hoehe"]
    doubled = (*entry.questions, entry.questions[0] + "n")
    assert any(
        "fast gleich" in f for f in lint(changed(questions=doubled), load_glossary(), TODAY)
    )


def test_a_missing_topic_and_a_thin_glossary_are_found() -> None:
    corpus = load()
    del corpus.entries["bot.ki"]
    found = list(lint(corpus, Glossary(), TODAY))
    assert "bot.ki: fehlt im Katalog" in found
    assert any(f.startswith("glossar: nur 0") for f in found)
