"""What an entry says, as a document with the keys of the files, and what may not be published."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from pydantic import ValidationError

from faq.catalogue.corpus import FINDINGS, REDIRECTS, Corpus
from faq.catalogue.entry import Entry, Redirect, Source
from faq.catalogue.placeholders import unknown_placeholders
from faq.editing.open_end import OpenEnd, Remedy
from faq.editing.stored import Document
from faq.german.text import fold
from faq.recognising.disclosure import disclosed

LABELS = {
    "id": "Kennung", "titel": "Titel", "antwort": "Antwort", "mehr": "Mehr dazu",
    "einfach": "In Einfacher Sprache", "fragen": "Formulierungen", "stichworte": "Stichworte",
    "zielgruppe": "Zielgruppe", "verwandt": "Verwandt", "stelle": "Zuständig",
    "quellen": "Quellen", "sicherheit": "Sicherheit", "fakten": "Fakten",
    "kontakte": "Kontakte von Stellen",
    "geprueft_am": "Geprüft am", "mehr_geprueft_am": "Mehr dazu geprüft am",
    "einfach_geprueft_am": "In Einfacher Sprache geprüft am",
    "wiedervorlage_am": "Wiedervorlage am",
    "gueltig_von": "Gültig von", "gueltig_bis": "Gültig bis",
}  # fmt: skip
# Characters; a message holds 4096, and a phone shows a few hundred without scrolling.
LONGEST = {"id": 45, "titel": 60, "antwort": 1000, "mehr": 2500, "einfach": 2000}
LONGEST_LINE = 400  # characters of one question, keyword or fact
MOST_LINES = 80  # questions, keywords or facts of one entry
LISTS = ("fragen", "stichworte", "verwandt", "quellen", "fakten", "kontakte")
TOLD = ("antwort", "mehr", "einfach")  # what states facts: to change it means to check it
REMEDIES = {"geprueft_am": Remedy.CHECK, "fakten": Remedy.FACTS}  # of a field that is missing

MARKUP = re.compile(r"<\s*/?\s*[a-zA-Z!][^>]*>|javascript:", re.IGNORECASE)
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


def is_redirect(document: Mapping[str, Any]) -> bool:
    """Tell whether a document is about what others answer: it needs no source."""
    return str(document.get("id", "")).partition(".")[0] == REDIRECTS


def document_of(entry: Redirect) -> Document:
    """Write an entry as a document; what is empty is left out."""
    return entry.model_dump(mode="json", by_alias=True, exclude_defaults=True)


def entry_of(document: Mapping[str, Any]) -> Redirect:
    """Read a document.

    Raises:
        ValidationError: something is missing, unknown or of the wrong kind.

    """
    kind = Redirect if is_redirect(document) else Entry
    return kind.model_validate(dict(document))


def source_document(source: Source) -> Document:
    """Write a source as a document."""
    return source.model_dump(mode="json", by_alias=True, exclude_defaults=True)


def owners(corpus: Corpus) -> dict[str, str]:
    """Say to which entry each question belongs, folded."""
    return {fold(question): entry.id for entry in corpus.all() for question in entry.questions}


def problems(
    document: Mapping[str, Any], corpus: Corpus, owned: Mapping[str, str] | None = None
) -> list[OpenEnd]:
    """List why a document may not be published.

    Args:
        document: what is to be published.
        corpus: what it is published beside.
        owned: the owners of all questions, if they are known already.

    """
    found = [*_unsafe(document), *_too_long(document)]
    if found:
        return [OpenEnd(sentence) for sentence in found]
    wrong = [OpenEnd(sentence) for sentence in _placeholders(document)]
    wrong += indiscretions(document, corpus.sources)
    try:
        entry = entry_of(document)
    except ValidationError as error:
        return [*(_missing(e["loc"], e["type"], e["msg"]) for e in error.errors()), *wrong]
    if owned is None:
        owned = owners(corpus)
    beside = (*_doubled(entry, owned), *_references(entry, corpus))
    return [*(OpenEnd(sentence) for sentence in beside), *wrong]


def indiscretions(document: Mapping[str, Any], sources: Mapping[str, Source]) -> list[OpenEnd]:
    """List what nobody outside may read: mask words, and what is personal and can be found."""
    found = []
    for one in disclosed(document):
        said = f"{label(one.key)}: {one.sentence}"
        if one.may_be_of_an_office:
            said = f"{said} Bitte streichen, oder als Kontakt einer Stelle bestätigen."
            found.append(OpenEnd(said, Remedy.CONTACT))
        else:
            found.append(OpenEnd(said))
    named = [sources[key] for key in document.get("quellen") or () if key in sources]
    found += [
        OpenEnd(f"Quelle „{source.title}“: {one.sentence}")
        for source in named
        for one in disclosed(source_document(source))
    ]
    return list(dict.fromkeys(found))


@lru_cache(maxsize=2048)
def is_discreet(entry: Redirect) -> bool:
    """Tell whether an entry may be read by everybody; it went live before that was looked at."""
    return not disclosed(document_of(entry))


def _unsafe(document: Mapping[str, Any]) -> Iterator[str]:
    for key, text in _texts(document):
        if MARKUP.search(text):
            yield f"{label(key)}: Bitte ohne HTML und ohne Skripte."
        if CONTROL.search(text):
            yield f"{label(key)}: enthält unsichtbare Steuerzeichen."


def _too_long(document: Mapping[str, Any]) -> Iterator[str]:
    for key, most in LONGEST.items():
        length = len(str(document.get(key) or ""))
        if length > most:
            yield f"{label(key)}: {length} Zeichen, höchstens {most}."
    for key in LISTS:
        lines = document.get(key) or []
        if isinstance(lines, list | tuple):
            if len(lines) > MOST_LINES:
                yield f"{label(key)}: {len(lines)} Zeilen, höchstens {MOST_LINES}."
            if any(len(str(line)) > LONGEST_LINE for line in lines):
                yield f"{label(key)}: Eine Zeile hat mehr als {LONGEST_LINE} Zeichen."


def _texts(document: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key, value in document.items():
        for text in value if isinstance(value, list | tuple) else [value]:
            if isinstance(text, str):
                yield key, text


def _missing(loc: tuple[str | int, ...], kind: str, message: str) -> OpenEnd:
    key = str(loc[0]) if loc else "Eintrag"
    remedy = REMEDIES.get(key, Remedy.WRITE)
    if kind == "missing" or (kind == "too_short" and key in LISTS):
        return OpenEnd(f"{label(key)} fehlt.", remedy)
    return OpenEnd(f"{label(key)}: {FINDINGS.get(kind, message)}.", remedy)


def _placeholders(document: Mapping[str, Any]) -> Iterator[str]:
    for key in TOLD:
        for name in unknown_placeholders(str(document.get(key) or "")):
            yield f"{label(key)}: Den Platzhalter {{{name}}} gibt es nicht."


def _doubled(entry: Redirect, owned: Mapping[str, str]) -> Iterator[str]:
    own = [fold(question) for question in entry.questions]
    for at, question in enumerate(own):
        if not question:
            yield f"Formulierungen: „{entry.questions[at]}“ enthält kein Wort."
        elif question in own[:at]:
            yield f"Formulierungen: „{entry.questions[at]}“ steht zweimal da."
        elif owned.get(question, entry.id) != entry.id:
            yield f"„{entry.questions[at]}“ gehört schon zu {owned[question]}."


def _references(entry: Redirect, corpus: Corpus) -> Iterator[str]:
    if entry.group not in corpus.groups:
        yield f"Das Thema „{entry.group}“ gibt es nicht."
    if not isinstance(entry, Entry):
        return
    for key in entry.sources:
        if key not in corpus.sources:
            yield f"Die Quelle „{key}“ gibt es nicht."
    for name in entry.related:
        if name == entry.id:
            yield "Verwandt: Ein Eintrag ist nicht mit sich selbst verwandt."
    if entry.valid_from and entry.valid_until and entry.valid_from > entry.valid_until:
        yield "„Gültig bis“ liegt vor „Gültig von“."


def label(key: str) -> str:
    """Name a field as people read it."""
    return LABELS.get(key, key)
