"""What an entry says, as a document with the keys of the files, and what may not be published."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from pydantic import ValidationError

from faq.catalogue.corpus import FINDINGS, REDIRECTS, Corpus
from faq.catalogue.entry import Entry, Redirect, Source
from faq.catalogue.placeholders import unknown_placeholders
from faq.editing.stored import Document
from faq.german.text import fold
from faq.lint import unfounded

LABELS = {
    "id": "Kennung", "titel": "Titel", "antwort": "Antwort", "mehr": "Mehr dazu",
    "einfach": "In Einfacher Sprache", "fragen": "Formulierungen", "stichworte": "Stichworte",
    "zielgruppe": "Zielgruppe", "verwandt": "Verwandt", "stelle": "Zuständig",
    "quellen": "Quellen", "sicherheit": "Sicherheit", "fakten": "Fakten",
    "geprueft_am": "Geprüft am", "wiedervorlage_am": "Wiedervorlage am",
    "gueltig_von": "Gültig von", "gueltig_bis": "Gültig bis",
}  # fmt: skip
# Characters; a message holds 4096, and a phone shows a few hundred without scrolling.
LONGEST = {"id": 45, "titel": 60, "antwort": 1000, "mehr": 2500, "einfach": 2000}
LONGEST_LINE = 400  # characters of one question, keyword or fact
MOST_LINES = 80  # questions, keywords or facts of one entry
LISTS = ("fragen", "stichworte", "verwandt", "quellen", "fakten")
TOLD = ("antwort", "mehr", "einfach")  # what states facts: to change it means to check it

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
) -> list[str]:
    """List, in sentences, why a document may not be published.

    Args:
        document: what is to be published.
        corpus: what it is published beside.
        owned: the owners of all questions, if they are known already.

    """
    found = [*_unsafe(document), *_too_long(document)]
    if found:
        return found
    try:
        entry = entry_of(document)
    except ValidationError as error:
        return [_sentence(e["loc"], e["type"], e["msg"]) for e in error.errors()]
    if owned is None:
        owned = owners(corpus)
    return [*_placeholders(document), *_doubled(entry, owned), *_references(entry, corpus)]


def unchecked(before: Mapping[str, Any], document: Mapping[str, Any], today: date) -> list[str]:
    """List what is stated and not yet vouched for: the check, and figures without a fact."""
    if is_redirect(document):
        return []
    found = []
    told = any(before.get(key) != document.get(key) for key in TOLD)
    if told and document.get("geprueft_am") != today.isoformat():
        found.append("Die Aussage hat sich geändert. Ist sie heute an der Quelle geprüft worden?")
    try:
        entry = entry_of(document)
    except ValidationError:
        return found
    if isinstance(entry, Entry):
        if entry.checked_on > today:
            found.append("Das Prüfdatum liegt in der Zukunft.")
        found += [f"{sentence[:1].upper()}{sentence[1:]}." for sentence in unfounded(entry)]
    return found


def sentences_with_figures(document: Mapping[str, Any]) -> list[str]:
    """List the sentences whose figures or addresses the facts do not hold yet."""
    entry = entry_of(document)
    if not isinstance(entry, Entry):
        return []
    wanted = {
        finding.removeprefix("die Zahl ").removesuffix(" steht nicht in fakten")
        for finding in unfounded(entry)
    }
    texts = [text for text in (entry.answer, entry.more, entry.simple) if text]
    # "31. Oktober" ends no sentence: a full stop does, before a capital and after a letter.
    parts = [p for text in texts for p in re.split(r"(?<=[a-zäöüß)][.!?])\s+|\n", text)]
    return list(dict.fromkeys(p.strip() for p in parts if any(w in p for w in wanted)))


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


def _sentence(loc: tuple[str | int, ...], kind: str, message: str) -> str:
    key = str(loc[0]) if loc else "Eintrag"
    if kind == "missing" or (kind == "too_short" and key in LISTS):
        return f"{label(key)} fehlt."
    return f"{label(key)}: {FINDINGS.get(kind, message)}."


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
