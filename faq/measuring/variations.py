"""Changes that keep the meaning of a question: none of them may change what is decided."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FAQ = Path(__file__).parent.parent
SIGNATURES = (
    " LG Anna",
    "\nLiebe Grüße\nSabine Müller",
    "\n\nMit freundlichen Grüßen\n\nErika Mustermann\nFamilienzentrum Sonnenblume\n06421 123",
    " Viele Grüße aus Kassel, Ihre Petra",
    ", vg tom",
)
INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060"  # soft hyphen, blanks and joiners without width
WOMEN = re.compile(r"\b(\w{3,}(?:er|or|ist|ent|ant|eut|log|gog|leg|ef|und|zt))(in|innen)\b")
SIGNS = ("*", ":", "_", "/", "/-", "·")
# People of whom a question may be asked by the word for men.
MEN = re.compile(
    r"\b(Mitarbeiter|Helfer|Erzieher|Besucher|Leiter|Koordinator|Teilnehmer|Übungsleiter|Trainer|"
    r"Berater|Träger|Referent|Nutzer|Elternbegleiter|Partner|Vertreter|Rentner|Antragsteller)\b"
)
AFTER_VERB = re.compile(
    r"\b(gibt|geht|kann|hat|ist|muss|darf|wird|läuft|kostet|gilt|reicht|braucht|steht) es\b",
    re.IGNORECASE,
)


def spelled(text: str) -> Iterator[str]:
    """Write one word as two, two as one, in short or as it is spoken."""
    for pattern, forms in _spellings():
        if found := pattern.search(text):
            for form in forms:
                if form.lower() != found[0].lower():
                    yield text[: found.start()] + form + text[found.end() :]


def contracted(text: str) -> Iterator[str]:
    """Draw "es" to its verb."""
    for end in ("s", "'s", "’s", " 's"):
        yield AFTER_VERB.sub(rf"\g<1>{end}", text)


def abbreviated(text: str) -> Iterator[str]:
    """Put an abbreviation of the glossary for its words, and the words for it."""
    for full, short in _abbreviations():
        for one, other in ((full, short), (short, full)):
            yield re.sub(rf"(?<!\w){re.escape(one)}(?!\w)", other, text)


def gendered(text: str) -> Iterator[str]:
    """Write people of all genders in the ways there are."""
    for sign in SIGNS:
        yield WOMEN.sub(rf"\g<1>{sign}\g<2>", text)
        yield MEN.sub(rf"\g<1>{sign}innen", text)
    yield WOMEN.sub(lambda found: found[1] + found[2].capitalize(), text)
    yield MEN.sub(r"\g<1>Innen", text)
    yield MEN.sub(r"\g<1>(innen)", text)
    yield MEN.sub(r"\g<1>innen und \g<1>", text)


def invisible(text: str) -> Iterator[str]:
    """Put signs nobody sees into long words."""
    for sign in INVISIBLE:
        yield re.sub(r"(?<=\w{3})(?=\w{3})", sign, text)


def decomposed(text: str) -> Iterator[str]:
    """Write letters and their dots apart, as some telephones do."""
    yield unicodedata.normalize("NFD", text)


def signed(text: str) -> Iterator[str]:
    """Sign."""
    for signature in SIGNATURES:
        yield text + signature


def broken(text: str) -> Iterator[str]:
    """Break the line in the middle, and at every blank."""
    said = text.split(" ")
    for at in range(1, len(said)):
        yield " ".join(said[:at]) + "\n" + " ".join(said[at:])
    yield "\n".join(said)


KINDS: dict[str, Callable[[str], Iterator[str]]] = {
    "Schreibung": spelled,
    "Verschmelzung": contracted,
    "Abkürzung": abbreviated,
    "Geschlecht": gendered,
    "Unsichtbares": invisible,
    "NFD": decomposed,
    "Unterschrift": signed,
    "Zeilenumbruch": broken,
}


def variations(kind: str, text: str) -> list[str]:
    """List what a question looks like after a kind of change, where it looks otherwise."""
    return [changed for changed in dict.fromkeys(KINDS[kind](text)) if changed != text]


@cache
def _spellings() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    groups: list[str] = _read("data/wording.yaml")["gleich"]
    read = (tuple(form.strip() for form in group.split(",")) for group in groups)
    return tuple(
        (re.compile(rf"(?<!\w){re.escape(form)}(?!\w)", re.IGNORECASE), forms)
        for forms in read
        for form in forms
    )


@cache
def _abbreviations() -> tuple[tuple[str, str], ...]:
    terms: list[dict[str, Any]] = _read("phrases/glossar.yaml")["begriffe"]
    pairs = [(term["begriff"], form) for term in terms for form in term.get("auch", ())]
    short = re.compile(r"(?=(?:.*[A-ZÄÖÜ]){2})\w{2,6}")
    known = [(full, form) for full, form in pairs if short.fullmatch(form)]
    return (*known, ("Übungsleiterpauschale", "ÜL-Pauschale"), ("Übungsleiter", "ÜL"))


def _read(name: str) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load((FAQ / name).read_text(encoding="utf-8"))
    return content
