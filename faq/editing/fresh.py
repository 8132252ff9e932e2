"""What a new entry gets by itself: a title, an id, and what its neighbours have."""

import re
from collections.abc import Iterable
from textwrap import shorten

from faq.catalogue.corpus import Corpus
from faq.catalogue.entry import Certainty, Office
from faq.editing.content import LONGEST, is_redirect
from faq.editing.stored import Document
from faq.german.text import words


def heading(question: str) -> str:
    """Take the sentence that asks, or the first one, cut between words."""
    sentences = [s for s in re.split(r"(?<=[.!?])\s+|\n", question) if s.strip()] or [question]
    asking = [s for s in sentences if s.endswith("?")] or sentences
    return shorten(asking[0], LONGEST["titel"], placeholder="…")


def name_of(title: str, group: str, taken: Iterable[str]) -> str:
    """Make an id from a title: `foerderung.antrag-online`."""
    room = LONGEST["id"] - len(group) - 4
    slug = ""
    for word in words(title):
        if not re.fullmatch(r"[a-z0-9]+", word):
            continue
        longer = f"{slug}-{word}" if slug else word[:room]
        if len(longer) > room:
            break
        slug = longer
    name = f"{group}.{slug or 'eintrag'}"
    known = set(taken)
    return next(n for n in (name, *(f"{name}-{at}" for at in range(2, 1000))) if n not in known)


def completed(document: Document, corpus: Corpus) -> Document:
    """Fill in what an editor need not decide: like its neighbours."""
    if is_redirect(document):
        return document
    group = str(document.get("id", "")).partition(".")[0]
    offices = [e.office for e in corpus.entries.values() if e.group == group]
    usual = {
        "zielgruppe": "alle",
        "stelle": max(set(offices), key=offices.count) if offices else Office.OTHER,
        "sicherheit": Certainty.PROVEN,
    }
    given = {key: str(value) for key, value in usual.items() if key not in document}
    return {**document, **given}
