"""What an editor vouches for: which fields were looked at, which facts hold, what is said twice.

A date of checking is given to what was looked at, field by field, and goes when the field changes.
A figure that one field has struck and another keeps is shown until somebody has looked; a fact
that holds it vouches for nothing any more.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from faq.editing.content import TOLD, is_redirect, label
from faq.editing.figures import Figure, figures
from faq.editing.open_end import OpenEnd, Remedy
from faq.editing.stored import Document
from faq.lint import unfounded

YEAR = timedelta(days=365)  # until a checked entry is looked at again
CHECKED, REVIEW = "geprueft_am", "wiedervorlage_am"
# Where the day stands on which a field was looked at; one that is missing is that of the answer.
STAMPS = {"antwort": CHECKED, "mehr": "mehr_geprueft_am", "einfach": "einfach_geprueft_am"}
STRIKING = (*TOLD, "titel", "gueltig_von", "gueltig_bis")
REPEATING = (*STRIKING, "stichworte", "fragen")
BESIDE = tuple(key for key in REPEATING if key not in TOLD)  # no statements: they are only shown
SENTENCE_END = re.compile(r"(?<=[a-zäöüß)][.!?])\s+|\n")  # „31. Oktober“ ends none


# --- what is said twice -----------------------------------------------------------------------
def struck(
    before: Mapping[str, Any], now: Mapping[str, Any], today: date
) -> dict[str, list[Figure]]:
    """Give the figures that a field said and does not say any more, by the field."""
    found = {}
    for key in STRIKING:
        if now.get(key) and before.get(key) != now[key]:  # a field that is gone denies nothing
            kept = _figures(now, key, today)
            gone = [f for f in _figures(before, key, today) if not _in(f, kept)]
            if gone:
                found[key] = gone
    return found


def repeated(
    before: Mapping[str, Any], now: Mapping[str, Any], today: date
) -> dict[str, list[str]]:
    """Give what a field still says though another has struck it, as it stands there."""
    gone = struck(before, now, today)
    found = {}
    for key in REPEATING:
        others = [f for other, figures_ in gone.items() if other != key for f in figures_]
        said = _figures(before, key, today)
        words = [f.words for f in _figures(now, key, today) if _in(f, others) and _in(f, said)]
        if words:
            found[key] = list(dict.fromkeys(words))
    return found


def vanished(before: Mapping[str, Any], now: Mapping[str, Any], today: date) -> list[Figure]:
    """Give the figures that an entry said and says nowhere any more."""
    kept = [figure for key in STRIKING for figure in _figures(now, key, today)]
    said = [figure for key in STRIKING for figure in _figures(before, key, today)]
    return list(dict.fromkeys(figure for figure in said if not _in(figure, kept)))


def repeating(document: Mapping[str, Any], gone: Iterable[Figure], today: date) -> list[str]:
    """Give what another document says of these figures, as it stands there."""
    listed = list(gone)
    said = (f for key in (*TOLD, "titel", "stichworte") for f in _figures(document, key, today))
    return [f.words for f in said if any(f.repeats(other) for other in listed)]


def standing(facts: Iterable[str], gone: Iterable[Figure], today: date) -> list[str]:
    """Leave out the facts that hold a struck figure."""
    listed = list(gone)
    return [fact for fact in facts if not any(_in(f, listed) for f in figures(fact, today))]


def says(document: Mapping[str, Any], key: str, gone: Iterable[Figure], today: date) -> bool:
    """Tell whether a field says one of these figures."""
    listed = list(gone)
    return any(_in(figure, listed) for figure in _figures(document, key, today))


# --- what was looked at -----------------------------------------------------------------------
def looked_at(document: Mapping[str, Any], key: str) -> str | None:
    """Give the day on which a field was looked at, as the files write it."""
    return document.get(STAMPS[key]) or document.get(CHECKED)


def stamped(document: Document, seen: Mapping[str, str]) -> Document:
    """Write the days of looking into a document: what nobody has looked at keeps its own.

    Args:
        document: what a draft says.
        seen: the fields that were looked at, with the day.

    """
    if is_redirect(document) or not seen:
        return document
    told = [key for key in TOLD if document.get(key)]
    days = {key: seen.get(key) or looked_at(document, key) for key in told}
    stamps = {
        STAMPS[key]: day
        for key, day in days.items()
        if key == "antwort" or day != days.get("antwort")
    }
    found = {k: v for k, v in document.items() if k not in STAMPS.values()}
    found |= {key: day for key, day in stamps.items() if day}
    if set(told) <= set(seen) and document.get(REVIEW, "") <= max(seen.values()):
        found[REVIEW] = (date.fromisoformat(min(seen.values())) + YEAR).isoformat()
    return found


def to_look_at(
    before: Mapping[str, Any], now: Mapping[str, Any], seen: Iterable[str], today: date
) -> list[str]:
    """List the fields that have to be looked at; if nothing has changed, all that were not yet."""
    unseen = [key for key in TOLD if now.get(key) and key not in set(seen)]
    twice = repeated(before, now, today)
    changed = [key for key in TOLD if before.get(key) != now.get(key)]
    if not changed and not twice:
        return unseen
    return [key for key in unseen if key in changed or key in twice]


# --- what is still to clear -------------------------------------------------------------------
def unchecked(
    before: Mapping[str, Any], now: Mapping[str, Any], seen: Iterable[str], today: date
) -> list[OpenEnd]:
    """List what a draft states and nobody vouches for yet.

    Args:
        before: what the entry said until now.
        now: what the draft says.
        seen: the fields that were looked at since they changed.
        today: the day.

    """
    if is_redirect(now):
        return []
    looked, twice = set(seen), repeated(before, now, today)
    found = []
    if any(before.get(key) != now.get(key) for key in TOLD if now.get(key) and key not in looked):
        told = "Die Aussage hat sich geändert. Ist sie heute an der Quelle geprüft worden?"
        found.append(OpenEnd(told, Remedy.CHECK))
    found += [
        OpenEnd(_said_twice(key, words), Remedy.CHECK)
        for key, words in twice.items()
        if key in TOLD and key not in looked
    ]
    return found + unvouched(now, today)


def unvouched(document: Mapping[str, Any], today: date) -> list[OpenEnd]:
    """List the figures without a fact, and a check that is still to come."""
    if is_redirect(document):
        return []
    found = [
        OpenEnd("Das Prüfdatum liegt in der Zukunft.", Remedy.CHECK)
        for key in STAMPS.values()
        if str(document.get(key) or "") > today.isoformat()
    ][:1]
    texts = [str(document.get(key) or "") for key in TOLD]
    for sentence in dict.fromkeys(unfounded(texts, document.get("fakten") or ())):
        found.append(OpenEnd(f"{sentence[:1].upper()}{sentence[1:]}.", Remedy.FACTS))
    return found


def said_twice(
    before: Mapping[str, Any],
    now: Mapping[str, Any],
    today: date,
    keys: Iterable[str] = REPEATING,
) -> list[str]:
    """Say which fields repeat a figure that another has struck."""
    twice = repeated(before, now, today)
    return [_said_twice(key, twice[key]) for key in keys if key in twice]


def sentences(document: Mapping[str, Any], keys: Iterable[str]) -> list[str]:
    """List the sentences of fields, each once."""
    texts = [str(document.get(key) or "") for key in keys]
    parts = [part.strip() for text in texts for part in SENTENCE_END.split(text)]
    return list(dict.fromkeys(filter(None, parts)))


def to_vouch_for(document: Mapping[str, Any], keys: Iterable[str] = TOLD) -> list[str]:
    """List the sentences whose figures the facts do not hold; where there are no facts, all."""
    facts, said = document.get("fakten") or (), sentences(document, keys)
    without = [sentence for sentence in said if next(unfounded([sentence], facts), None)]
    return without if facts or without else said


def _said_twice(key: str, words: Iterable[str]) -> str:
    said = ", ".join(f"„{word}“" for word in words)
    return f"{label(key)}: Da steht noch {said}, anderswo ist es gestrichen. Stimmt es noch?"


def _figures(document: Mapping[str, Any], key: str, today: date) -> tuple[Figure, ...]:
    value = document.get(key) or ""
    return figures(
        "\n".join(map(str, value)) if isinstance(value, list | tuple) else str(value), today
    )


def _in(figure: Figure, others: Iterable[Figure]) -> bool:
    return any(figure.may_repeat(other) for other in others)
