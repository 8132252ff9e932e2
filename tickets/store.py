"""Opening, finding and continuing tickets."""

import re
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from tickets.ticket import Kind, State, Step, Ticket, TicketMessage, TicketPost

NUMBER = re.compile(r"(?:fz-\d{4}-)?0*(\d{1,12})", re.IGNORECASE | re.ASCII)


def parse_number(text: str) -> int | None:
    """Read a ticket number as people type it: 12, #12, fz-2026-0012."""
    found = NUMBER.fullmatch(text.strip().lstrip("#").rstrip(":.,"))
    return int(found[1]) if found else None


class TicketStore:
    """Tickets of one transaction."""

    def __init__(self, session: AsyncSession, now: datetime) -> None:
        self._session = session
        self._now = now

    async def open(self, asker: str, question_id: int, text: str, reason: str) -> Ticket:
        """Open a ticket with the question as its first message."""
        ticket = Ticket(
            asker=asker,
            question_id=question_id,
            reason=reason,
            state=State.OPEN,
            opened_at=self._now,
            changed_at=self._now,
            messages=[
                TicketMessage(kind=Kind.QUESTION, author=asker, text=text, at=self._now),
            ],
        )
        self._session.add(ticket)
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

    async def of_asker(self, asker: str, limit: int = 20) -> list[Ticket]:
        """List a person's tickets, newest first."""
        found = await self._session.scalars(
            select(Ticket).where(Ticket.asker == asker).order_by(Ticket.id.desc()).limit(limit)
        )
        return list(found)

    async def unanswered(self, limit: int) -> list[Ticket]:
        """List the tickets that wait for an advisor, longest first."""
        found = await self._session.scalars(
            select(Ticket)
            .where(Ticket.state == State.OPEN)
            .order_by(Ticket.changed_at, Ticket.id)
            .limit(limit)
        )
        return list(found)

    async def continue_(
        self, ticket: Ticket, step: Step, kind: Kind, author: str | None, text: str
    ) -> TicketMessage:
        """Take a step and put a message into the thread.

        Raises:
            Forbidden: the step does not fit the state of the ticket.

        """
        ticket.take(step, self._now)
        return await self.note(ticket, kind, author, text)

    async def note(
        self, ticket: Ticket, kind: Kind, author: str | None, text: str
    ) -> TicketMessage:
        """Put a message into the thread without moving the ticket."""
        message = TicketMessage(
            ticket_id=ticket.id, kind=kind, author=author, text=text, at=self._now
        )
        ticket.messages.append(message)
        await self._session.flush()
        return message

    async def posted(self, ticket_id: int, address: str, message: str) -> None:
        """Remember that a message in a messenger shows this ticket."""
        self._session.add(TicketPost(ticket_id=ticket_id, address=address, message=message))
        await self._session.flush()

    async def _first(self, query: Select[Ticket]) -> Ticket | None:
        # Locked, so that two who press at once are handled one after the other.
        found: Ticket | None = await self._session.scalar(query.with_for_update(of=Ticket))
        return found
