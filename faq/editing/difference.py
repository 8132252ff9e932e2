"""What changed between two documents, field by field, for people."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from faq.editing.content import LABELS, label

DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")

# Pieces of a text: the words, and whether they are new ("+"), gone ("-") or the same ("").
Piece = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Changed:
    """One field: its pieces if it is a text, what came and went if it is a list."""

    label: str
    pieces: tuple[Piece, ...] = ()
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


def changes(before: Mapping[str, Any], now: Mapping[str, Any]) -> list[Changed]:
    """List the fields that differ, in the order of the files."""
    keys = [key for key in LABELS if before.get(key) != now.get(key)]
    return [_field(key, before.get(key), now.get(key)) for key in keys]


def summary(before: Mapping[str, Any], now: Mapping[str, Any]) -> str:
    """Name the changed fields in a line, for the list of versions."""
    return ", ".join(changed.label for changed in changes(before, now)) or "nichts"


def _field(key: str, before: object, now: object) -> Changed:
    if isinstance(before, list | tuple) or isinstance(now, list | tuple):
        old = tuple(map(str, before)) if isinstance(before, list | tuple) else ()
        new = tuple(map(str, now)) if isinstance(now, list | tuple) else ()
        return Changed(
            label(key),
            added=tuple(line for line in new if line not in old),
            removed=tuple(line for line in old if line not in new),
        )
    return Changed(label(key), pieces=tuple(_pieces(_words(before), _words(now))))


def _words(value: object) -> str:
    """Write a value as people read it: a date of the files as a German one."""
    text = str(value or "")
    parts = DATE.fullmatch(text)
    return f"{parts[3]}.{parts[2]}.{parts[1]}" if parts else text


def _pieces(before: str, now: str) -> list[Piece]:
    old, new = before.split(" "), now.split(" ")
    found: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(("", " ".join(old[a:b])))
            continue
        if old[a:b] and " ".join(old[a:b]):
            found.append(("-", " ".join(old[a:b])))
        if new[c:d] and " ".join(new[c:d]):
            found.append(("+", " ".join(new[c:d])))
    return found
