"""What the people of the machine have written, for whom it was meant, and what is in the rows."""

import re
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from db.engine import Database
from tickets.life import State
from tickets.ticket import Kind, Ticket

TAG = re.compile(r"\[(\d+)\]")


@dataclass
class Said:
    """One text somebody wrote; its tag stands in it and finds it again wherever it goes."""

    tag: int
    author: str
    update: dict[str, Any]
    kind: Kind = Kind.QUESTION
    meant: set[int] = field(default_factory=set)  # the tickets an advisor wrote it for
    before: "Said | None" = None  # what this one changed


@dataclass
class Ledger:
    """Everything that was said."""

    said: dict[int, Said] = field(default_factory=dict)
    again: int = 0  # presses of „Noch einmal senden“
    undecided: set[int] = field(default_factory=set)  # tags of words somebody had to decide about
    fresh: set[str] = field(default_factory=set)  # questions called new ones, by their keys

    def note(self, author: str, words: str, update: dict[str, Any], **more: Any) -> Said:
        """Tag a text, write it into its update, and remember it."""
        tag = len(self.said) + 1
        message = update.get("message", f"m{tag}")
        full = {**update, "text": f"{words} [{tag}]", "message": message}
        self.said[tag] = Said(tag, author, full, **more)
        return self.said[tag]

    def changed(self, said: Said, words: str) -> Said:
        """Write down that somebody changed what they had said."""
        update = {**said.update, "edited": True}
        return self.note(said.author, words, update, kind=said.kind, meant=said.meant, before=said)

    def of(self, author: str) -> list[Said]:
        """List what somebody said."""
        return [said for said in self.said.values() if said.author == author]


def tags(text: str) -> set[int]:
    """Find the tags in a text."""
    return {int(found) for found in TAG.findall(text)}


@dataclass(frozen=True)
class Part:
    """One message of a thread."""

    id: int
    kind: Kind
    author: str | None
    text: str
    source_message: str | None
    arrived: bool
    trouble: str | None


@dataclass(frozen=True)
class Look:
    """One ticket as its rows have it."""

    id: int
    number: str
    asker: str
    state: State
    owner: str | None
    parts: tuple[Part, ...]

    @property
    def chat(self) -> str:
        """Give the asker's chat."""
        return self.asker.removeprefix("stage:")

    def of_kind(self, *kinds: Kind) -> list[Part]:
        """List messages of these kinds."""
        return [part for part in self.parts if part.kind in kinds]


async def look(database: Database) -> dict[int, Look]:
    """Read all tickets."""
    async with database.read() as session:
        found = await session.scalars(select(Ticket).order_by(Ticket.id))
        return {t.id: _of(t) for t in found}


def _of(ticket: Ticket) -> Look:
    parts = tuple(
        Part(
            m.id,
            Kind(m.kind),
            m.author,
            m.text,
            m.source_message,
            m.delivered_at is not None,
            m.trouble,
        )
        for m in ticket.messages
    )
    return Look(ticket.id, ticket.number, ticket.asker, State(ticket.state), ticket.owner, parts)
