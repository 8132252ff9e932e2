"""What a text discloses that nobody outside may read, before it goes to the public.

Mask words go no further: an entry with „[Name]“ in it is unfinished. Nor does what is personal and
can be found. Numbers and addresses of offices look like those of people; an entry names the ones
it may show („kontakte“), and only where answers stand: no question needs them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from faq.recognising.personal import Kind, find_masks, find_personal

OF_OFFICES = frozenset((Kind.PHONE, Kind.EMAIL, Kind.ADDRESS))
MAY_NAME_OFFICES = frozenset(("antwort", "mehr", "einfach", "fakten", "kontakte"))
NO_TEXT = frozenset(("id", "verwandt", "quellen", "url"))  # keys and addresses of pages


@dataclass(frozen=True, slots=True)
class Disclosed:
    """Where something stands that must not go out: a mask, or what is personal."""

    key: str  # of the field
    words: str
    kind: Kind | None  # None: a mask

    @property
    def may_be_of_an_office(self) -> bool:
        """Tell whether somebody may say that it belongs to an office and to no person."""
        return self.kind in OF_OFFICES and self.key in MAY_NAME_OFFICES

    @property
    def sentence(self) -> str:
        """Say it to whoever wants to let it out."""
        if self.kind is None:
            return f"„{self.words}“ steht noch da. Bitte ausschreiben oder streichen."
        return f"„{self.words}“ sieht nach einer persönlichen Angabe aus ({self.kind})."


def disclosed(document: Mapping[str, Any]) -> list[Disclosed]:
    """List what an entry, a source or a template discloses.

    Args:
        document: its texts by the keys of the files, single or in lists.

    """
    contacts = [_plain(contact) for contact in document.get("kontakte") or ()]
    return [
        one
        for key, text in _texts(document)
        for one in _in(key, text)
        if not one.may_be_of_an_office or not any(_plain(one.words) in c for c in contacts)
    ]


def _in(key: str, text: str) -> Iterator[Disclosed]:
    for masked in find_masks(text):
        yield Disclosed(key, masked, None)
    for finding in find_personal(text):
        yield Disclosed(key, text[finding.start : finding.end], finding.kind)


def _texts(document: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key, value in document.items():
        for text in value if isinstance(value, list | tuple) else [value]:
            if isinstance(text, str) and key not in NO_TEXT:
                yield key, text


def _plain(text: object) -> str:
    return " ".join(str(text).split())
