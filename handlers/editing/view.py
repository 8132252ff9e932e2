"""What the editors' handlers share: dates, names, ways back, and differences in words."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from markupsafe import Markup

from almanac.german import numeric_date
from faq.editing.content import document_of
from faq.editing.difference import Changed, changes
from faq.editing.stored import Document
from faq.exchange.shipped import FILES
from handlers import texts
from handlers.desk import Desk, Stores
from handlers.messages import PRESS_BYTES, Button, Delivery, Reply
from handlers.rich import one_line
from handlers.texts import say

Row = tuple[Button, ...]
EDITING = timedelta(days=1)  # how long the next message belongs to what was asked for
SHOWN = 700  # characters of one text in a difference
LINES = 12  # of a list in a difference
NOTHING = Markup()


def day(value: object) -> str:
    """Write a day of a document as people read it."""
    try:
        return numeric_date(date.fromisoformat(str(value)))
    except ValueError:
        return "–"


def who(address: str) -> str:
    """Name an author: the files, or an address; names are not stored."""
    return texts.editors.FROM_FILES if address == FILES else address


def way_back(action: str, value: str = "") -> Row:
    """Give the way back and the way out, which every step has."""
    return (Button("Zurück", action, value), Button("Abbrechen", "faq_stop"))


def fits(action: str, value: str) -> bool:
    """Tell whether a button can carry this: an id of a file may be longer than any of ours."""
    return len(f"{action}:{value}".encode()) <= PRESS_BYTES


def receipt(text: Markup, desk: Desk, *rows: Row) -> list[Reply]:
    """Say something to the editor that may be lost."""
    return [Reply(desk.here, text, rows, delivery=Delivery.AT_MOST_ONCE)]


def tell(text: Markup, desk: Desk, *rows: Row) -> list[Reply]:
    """Say something to the editor."""
    return [Reply(desk.here, text, rows)]


async def latest(entry_id: str, desk: Desk) -> Document | None:
    """Give what an entry says in its latest version; none if there is no such entry."""
    row = await desk.entries.find(entry_id)
    version = await desk.entries.version(entry_id, row.version) if row else None
    return version.content if version else None


def served(entry_id: str, desk: Desk) -> Document | None:
    """Give what is served at the moment."""
    entry = desk.house.lookup.corpus.find(entry_id)
    return document_of(entry) if entry else None


def title_of(entry_id: str, desk: Stores) -> str:
    """Name an entry by its title, or by its id if it is not served."""
    entry = desk.house.lookup.corpus.find(entry_id)
    return entry.title if entry else entry_id


def difference(before: Mapping[str, Any], now: Mapping[str, Any]) -> Markup:
    """Write what changed so that it can be read on a phone."""
    return Markup("\n\n").join(_changed(one) for one in changes(before, now))


def bullets(lines: Iterable[str]) -> Markup:
    """Write lines under each other."""
    return Markup("\n").join(say("• {line}", line=line) for line in lines)


def people(count: int) -> str:
    """Count people in words."""
    return "1 Person" if count == 1 else f"{count} Personen"


def _changed(one: Changed) -> Markup:
    lines = [say("<b>{label}</b>", label=one.label)]
    if one.pieces:
        old = [(sign, text) for sign, text in one.pieces if sign != "+"]
        new = [(sign, text) for sign, text in one.pieces if sign != "-"]
        if any(text for _, text in old):
            lines.append(say("bisher: ") + _marked(old))
        lines.append(say("neu: ") + (_marked(new) if new else say(texts.editors.NOTHING_YET)))
    lines += [say("+ {line}", line=line) for line in one.added[:LINES]]
    lines += [say("− {line}", line=line) for line in one.removed[:LINES]]
    rest = max(len(one.added) - LINES, 0) + max(len(one.removed) - LINES, 0)
    if rest:
        lines.append(say("… und {rest} weitere", rest=rest))
    return Markup("\n").join(lines)


def _marked(pieces: list[tuple[str, str]]) -> Markup:
    """Mark what differs in bold; long stretches that are the same are left out."""
    words = []
    for sign, text in pieces:
        if sign:
            words.append(say("<b>{text}</b>", text=one_line(text, SHOWN)))
        elif len(text) > 160:  # noqa: PLR2004 - two lines on a phone
            words.append(say("{start} … {end}", start=text[:70], end=text[-70:]))
        elif text:
            words.append(say("{text}", text=text))
    return Markup(" ").join(words)
