"""Checks of the corpus beyond its form: complete, short, honest and well phrased."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations

from pydantic import BaseModel
from rapidfuzz import fuzz

from faq.catalogue.corpus import FOLDER, Corpus
from faq.catalogue.entry import Entry
from faq.catalogue.placeholders import Facts
from faq.german.text import fold
from faq.recognising.disclosure import disclosed
from faq.recognising.glossary import Glossary

CORE = frozenset(("grundlagen", "werden", "foerderung", "lss"))
IN_SIMPLE_GERMAN = CORE | {"bot"}
ANSWER = 400  # characters
REDIRECT = 260  # characters: one line
VARIANTS, VARIANTS_CORE, VARIANTS_REDIRECT = 14, 20, 5
ALIKE = 90.0  # token_sort_ratio from which one variant is only a typo or a shuffle of another
WORDS = 12  # in a sentence of Einfache Sprache
REDIRECTS, TERMS = 40, 40

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
MAIL_OR_LINK = re.compile(r"\S+@\S+|https?:\S+|\bwww\.\S+")


def lint(corpus: Corpus, glossary: Glossary, today: date) -> Iterator[str]:
    """Go through everything that an editor should mend, a line each."""
    wanted = (FOLDER / "themen.txt").read_text(encoding="utf-8").split()
    for missing in (name for name in wanted if name not in corpus.entries):
        yield f"{missing}: fehlt im Katalog"
    if len(corpus.redirects) < REDIRECTS:
        yield f"abgrenzung: nur {len(corpus.redirects)} Themen, nötig sind {REDIRECTS}"
    if len(glossary.terms) < TERMS:
        yield f"glossar: nur {len(glossary.terms)} Begriffe, nötig sind {TERMS}"
    for redirect in corpus.redirects.values():
        if len(redirect.answer) > REDIRECT:
            yield f"{redirect.id}: antwort hat mehr als {REDIRECT} Zeichen"
        if len(redirect.questions) < VARIANTS_REDIRECT:
            yield f"{redirect.id}: weniger als {VARIANTS_REDIRECT} Formulierungen"
        yield from _alike(redirect.id, redirect.questions)
        yield from _disclosed(redirect.id, redirect)
    for entry in corpus.entries.values():
        yield from (f"{entry.id}: {finding}" for finding in _entry(entry, today))
        yield from _alike(entry.id, entry.questions)
        yield from _disclosed(entry.id, entry)
    for key, source in corpus.sources.items():
        yield from _disclosed(f"Quelle {key}", source)


def _entry(entry: Entry, today: date) -> Iterator[str]:
    length = len(Facts().fill(entry.answer, today))
    if length > ANSWER:
        yield f"antwort hat {length} Zeichen, höchstens {ANSWER}"
    enough = VARIANTS_CORE if entry.group in CORE else VARIANTS
    if len(entry.questions) < enough:
        yield f"{len(entry.questions)} Formulierungen, mindestens {enough}"
    if entry.review_on <= today:
        yield f"wiedervorlage_am {entry.review_on} ist erreicht"
    for checked in (entry.checked_on, entry.more_checked_on, entry.simple_checked_on):
        if checked and checked > today:
            yield f"geprueft_am {checked} liegt in der Zukunft"
    if entry.simple is None and entry.group in IN_SIMPLE_GERMAN:
        yield "einfach fehlt"
    yield from unfounded((entry.answer, entry.more or "", entry.simple or ""), entry.facts)
    for sentence in _sentences(entry.simple or ""):
        if len(sentence.split()) > WORDS:
            yield f"einfach: mehr als {WORDS} Wörter: {sentence}"


def unfounded(texts: Iterable[str], facts: Iterable[str]) -> Iterator[str]:
    """Find figures and addresses in texts that the declared facts do not hold."""
    known = " ".join(facts)
    for text in texts:
        for number in NUMBER.findall(text):
            if not re.search(rf"(?<!\d){re.escape(number)}(?!\d)", known):
                yield f"die Zahl {number} steht nicht in fakten"
        for found in MAIL_OR_LINK.findall(text):
            if found not in known:
                yield f"{found} steht nicht in fakten"


def _sentences(text: str) -> list[str]:
    # "31. Oktober" and "z. B." end no sentence.
    joined = re.sub(r"(\b\d{1,2}|\b[A-Za-z])\. ", r"\1.", text.replace("\n", " \n"))
    return [s for s in re.split(r"(?<=[.!?])\s+|\n", joined) if s.strip()]


def _alike(entry_id: str, questions: tuple[str, ...]) -> Iterator[str]:
    folded = {question: fold(question) for question in questions}
    for one, other in combinations(questions, 2):
        if fuzz.token_sort_ratio(folded[one], folded[other], score_cutoff=ALIKE):
            yield f"{entry_id}: fast gleich: „{one}“ und „{other}“"


def _disclosed(where: str, said: BaseModel) -> Iterator[str]:
    for one in disclosed(said.model_dump(by_alias=True)):
        yield f"{where}: {one.key}: {one.sentence}"


def report(corpus: Corpus, today: date) -> Iterator[str]:
    """Sum the corpus up: entries per group and certainty, what falls due, the longest answers."""
    yield f"{'Gruppe':<14}{'Einträge':>9}{'Fragen':>8}{'belegt':>8}{'abgel.':>8}{'offen':>7}"
    for name in corpus.groups:
        entries = [e for e in corpus.entries.values() if e.group == name]
        if not entries:
            continue
        variants = sum(len(e.questions) for e in entries)
        kinds = [sum(e.certainty == kind for e in entries) for kind in
                 ("belegt", "abgeleitet", "offen")]  # fmt: skip
        yield f"{name:<14}{len(entries):>9}{variants:>8}{kinds[0]:>8}{kinds[1]:>8}{kinds[2]:>7}"
    redirects = corpus.redirects.values()
    yield f"{'abgrenzung':<14}{len(redirects):>9}{sum(len(r.questions) for r in redirects):>8}"
    yield "\nAls Nächstes zur Wiedervorlage:"
    for entry in sorted(corpus.entries.values(), key=lambda e: (e.review_on, e.id))[:10]:
        yield f"  {entry.review_on}  {entry.id}"
    yield "\nDie längsten Antworten (Zeichen):"
    lengths = {e.id: len(Facts().fill(e.answer, today)) for e in corpus.entries.values()}
    for entry_id in sorted(lengths, key=lambda i: -lengths[i])[:5]:
        yield f"  {lengths[entry_id]}  {entry_id}"
