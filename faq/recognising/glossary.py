"""Official terms, one plain sentence each, and where they occur."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter

from documents.strict_yaml import Lined
from faq.german.text import fold
from faq.recognising.smalltalk import FOLDER

# "was bedeutet Mittelabruf", "was heißt denn BEP?", "Mittelabruf bedeutet was"
FILLING = "denn|eigentlich|genau|bitte|bei ihnen|hier|das wort|der begriff|ein|eine|der|die|das"
ASKED = (
    re.compile(
        rf"(?:bitte )?was (?:bedeutet|heisst|meint man mit|versteht man unter|soll|ist mit)"
        rf"(?: (?:{FILLING}))* (?P<term>.+?)(?: heissen| bedeuten| gemeint| (?:{FILLING}))*"
    ),
    re.compile(r"(?:das wort |der begriff )?(?P<term>.+?) (?:bedeutet|heisst) was"),
    re.compile(r"bedeutung (?:von |des begriffs |des wortes )?(?P<term>.+)"),
)


class Term(BaseModel):
    """A term, the other forms it occurs in, and what it means."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    begriff: str
    auch: tuple[str, ...] = ()
    erklaerung: str
    anbieten: bool = True  # under answers; false for words that stand under nearly every one


class Glossary:
    """Knows the terms by every form of theirs."""

    def __init__(self, terms: Iterable[Term] = ()) -> None:
        self.terms = {fold(term.begriff): term for term in terms}
        self._forms = {
            fold(form): key
            for key, term in self.terms.items()
            for form in (*term.auch, term.begriff)
        }

    def find(self, key: str) -> Term | None:
        """Return a term by any of its forms."""
        return self.terms.get(self._forms.get(fold(key), ""))

    def asked_for(self, text: str) -> Term | None:
        """Return the term that a question such as „Was bedeutet …?“ asks for."""
        folded = fold(text)
        for pattern in ASKED:
            if (found := pattern.fullmatch(folded)) and (term := self.find(found["term"])):
                return term
        return None

    def occurring(self, text: str) -> Iterator[Term]:
        """Go through the terms that a text uses by name, the longest first: each once."""
        folded = f" {fold(text)} "
        for key in sorted(self.terms, key=len, reverse=True):
            if f" {key} " in folded:
                folded = folded.replace(f" {key} ", " | ")  # a part of it is no term of its own
                yield self.terms[key]


def load_glossary(folder: Path = FOLDER) -> Glossary:
    """Read glossar.yaml."""
    content = Lined(folder / "glossar.yaml").content
    return Glossary(TypeAdapter(tuple[Term, ...]).validate_python(content["begriffe"]))
