"""Opening, finding and continuing tickets."""

import re
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, bindparam, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from tickets.file import TicketFile
from tickets.life import State, Step
from tickets.post import TicketPost, TicketTopic
from tickets.ticket import Kind, Ticket, TicketMessage

UNFINISHED = (State.OPEN, State.TAKEN, State.WAITING, State.SNOOZED)
NUMBER = re.compile(r"(?:fz-\d{4}-)?0*(\d{1,12})", re.IGNORECASE | re.ASCII)


def parse_number(text: str) -> int | None:
    """Read a ticket number as people type it: 12, #12, fz-2026-0012."""
    found = NUMBER.fullmatch(text.strip().lstrip("#").rstrip(":.,"))
    return int(found[1]) if found else None


@dataclass(frozen=True, slots=True)
class Written:
    """What somebody wrote into a ticket, and where."""

    author: str | None
    text: str
    source: str | None = None  # the address of the chat it was written in
    message: str | None = None  # the messenger's id of it there
    album: str | None = None
    pieces: tuple[str, ...] = ()  # its ids of the others that were written as one with it


def is_unfinished(asker: str) -> ColumnElement[bool]:
    """Ask within a statement, with a parameter of this name, whether a ticket of theirs waits."""
    return select(Ticket.id).where(*_unfinished(asker)).exists()


def _unfinished(asker: str) -> tuple[ColumnElement[bool], ...]:
    return Ticket.asker == bindparam(asker), Ticket.state.in_(UNFINISHED)


# Locked, as in `TicketStore._first`.
_UNFINISHED = (
    select(Ticket)
    .where(*_unfinished("asker"))
    .order_by(Ticket.id.desc())
    .limit(1)
    .with_for_update(of=Ticket)
)


class TicketStore:
    """Tickets of one transaction."""

    def __init__(self, session: AsyncSession, now: datetime) -> None:
        self._session = session
        self._now = now

    async def open(
        self, question_id: int, written: Written, reason: str, subject: str = ""
    ) -> Ticket:
        """Open a ticket with the question as its first message."""
        assert written.author
        ticket = Ticket(
            asker=written.author,
            question_id=question_id,
            reason=reason,
            subject=subject,
            state=State.OPEN,
            opened_at=self._now,
            changed_at=self._now,
            waiting_since=self._now,
        )
        self._session.add(ticket)
        ticket.messages.append(self._message(Kind.QUESTION, written))
        await self._session.flush()
        return ticket

    async def get(self, ticket_id: int) -> Ticket | None:
        """Return a ticket by its number alone."""
        # Beyond 63 bits no database holds a key; such a number is simply unknown.
        if not 0 < ticket_id < 2**63:
            return None
        return await self._first(select(Ticket).where(Ticket.id == ticket_id))

    async def of_question(self, question_id: int) -> Ticket | None:
        """Return the ticket that a question has become."""
        return await self._first(select(Ticket).where(Ticket.question_id == question_id))

    async def of_post(self, address: str, message: str) -> Ticket | None:
        """Return the ticket that a message in a messenger shows."""
        return await self._first(
            select(Ticket)
            .join(TicketPost)
            .where(TicketPost.address == address, TicketPost.message == message)
        )

    async def of_topic(self, address: str, topic: str) -> Ticket | None:
        """Return the ticket that a topic of a group is about."""
        return await self._first(
            select(Ticket)
            .join(TicketTopic)
            .where(TicketTopic.address == address, TicketTopic.topic == topic)
        )

    async def of_own(self, source: str, message: str, author: str) -> Ticket | None:
        """Return the ticket into which somebody's own message went, the first of several."""
        said = await self.of_source(source, message, author)
        return said[0][0] if said else None

    async def of_album(self, source: str, album: str, author: str) -> Ticket | None:
        """Return the ticket into which somebody's pictures chosen together went."""
        return await self._first(
            select(Ticket)
            .join(TicketMessage)
            .where(
                TicketMessage.source == source,
                TicketMessage.album == album,
                TicketMessage.author == author,
            )
            .order_by(TicketMessage.id.desc())
            .limit(1)
        )

    async def said_since(self, source: str, author: str, since: datetime) -> list[TicketMessage]:
        """List what somebody said lately in a chat that went into tickets, the latest first."""
        found = await self._session.scalars(
            select(TicketMessage)
            .where(
                TicketMessage.source == source,
                TicketMessage.author == author,
                TicketMessage.at >= since,
            )
            .order_by(TicketMessage.id.desc())
        )
        return list(found)

    async def of_source(
        self, source: str, message: str, author: str
    ) -> list[tuple[Ticket, TicketMessage]]:
        """List what one message of somebody has put into tickets: one answer may go into many."""
        found = await self._session.scalars(
            select(TicketMessage)
            .where(
                TicketMessage.source == source,
                or_(
                    TicketMessage.source_message == message,
                    TicketMessage.pieces.contains(f" {message} ", autoescape=True),
                ),
                TicketMessage.author == author,
                TicketMessage.kind != Kind.EVENT,  # taken out again
            )
            .order_by(TicketMessage.id)
        )
        pairs = [(await self.get(part.ticket_id), part) for part in found]
        return [(ticket, part) for ticket, part in pairs if ticket]

    async def of_asker(self, asker: str, limit: int = 20) -> list[Ticket]:
        """List a person's tickets, newest first."""
        found = await self._session.scalars(
            select(Ticket).where(Ticket.asker == asker).order_by(Ticket.id.desc()).limit(limit)
        )
        return list(found)

    async def unfinished(self, asker: str) -> Ticket | None:
        """Return a person's newest ticket that waits for somebody."""
        found: Ticket | None = await self._session.scalar(_UNFINISHED, {"asker": asker})
        return found

    async def asked_back(self, asker: str) -> list[Ticket]:
        """List the tickets that wait for a person to say something, the latest asked first."""
        found = await self._session.scalars(
            select(Ticket)
            .where(Ticket.asker == asker, Ticket.state == State.WAITING)
            .order_by(Ticket.changed_at.desc(), Ticket.id.desc())
            .with_for_update(of=Ticket)
        )
        return list(found)

    async def part(self, part_id: int) -> TicketMessage | None:
        """Return one message of a thread."""
        return await self._session.get(TicketMessage, part_id) if 0 < part_id < 2**63 else None

    async def holding(self, part_id: int) -> Ticket | None:
        """Return the ticket in whose thread a message stands."""
        if not 0 < part_id < 2**63:
            return None
        # Only the number: the message itself is to be read when the ticket is locked.
        found = await self._session.scalar(
            select(TicketMessage.ticket_id).where(TicketMessage.id == part_id)
        )
        return await self.get(found) if found else None

    async def continue_(
        self, ticket: Ticket, step: Step, kind: Kind, written: Written
    ) -> TicketMessage:
        """Take a step and put a message into the thread.

        Raises:
            Forbidden: the step does not fit the state of the ticket.

        """
        ticket.take(step, self._now)
        return await self.note(ticket, kind, written)

    async def note(self, ticket: Ticket, kind: Kind, written: Written) -> TicketMessage:
        """Put a message into the thread without moving the ticket."""
        message = self._message(kind, written)
        ticket.messages.append(message)
        await self._session.flush()
        return message

    async def remove(self, ticket: Ticket, message: TicketMessage) -> None:
        """Take a message that nobody outside has seen out of the thread, with its files."""
        for file in message.files:
            await self._session.delete(file)
        await self._session.delete(message)
        await self._session.flush()
        await self._session.refresh(ticket, ["messages"])

    async def event(self, ticket: Ticket, author: str | None, text: str) -> None:
        """Put into the thread what happened."""
        await self.note(ticket, Kind.EVENT, Written(author, text))

    async def take_out(self, part: TicketMessage) -> None:
        """Let a message count no more: what it said stays as an event, its files go."""
        part.kind, part.text = Kind.EVENT, f"von der Person herausgenommen: {part.text}"
        for file in part.files:
            await self._session.delete(file)
        await self._session.flush()
        await self._session.refresh(part, ["files"])

    async def attach(self, message: TicketMessage, file: TicketFile) -> int:
        """Put a file to a message and return its key."""
        message.files.append(file)
        await self._session.flush()
        return file.id

    def _message(self, kind: Kind, written: Written) -> TicketMessage:
        return TicketMessage(
            kind=kind,
            author=written.author,
            text=written.text,
            at=self._now,
            source=written.source,
            source_message=written.message,
            album=written.album,
            pieces=f" {' '.join(written.pieces)} " if written.pieces else None,
            files=[],
        )

    async def _first(self, query: Select[Ticket]) -> Ticket | None:
        # Locked, so that two who press at once are handled one after the other.
        found: Ticket | None = await self._session.scalar(query.with_for_update(of=Ticket))
        return found
