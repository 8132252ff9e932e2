"""The advisors' queue: what is waiting, for whom, and what was said before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.sql.elements import ColumnElement

from tickets.life import State
from tickets.store import UNFINISHED
from tickets.ticket import Kind, Ticket, TicketMessage

WAITING = (State.OPEN, State.TAKEN)
UNANSWERED = (*WAITING, State.SNOOZED)
# How many of the latest tickets say how long an answer takes, beside those that still wait.
LATEST = 50


@dataclass(frozen=True, slots=True)
class Wait:
    """How long somebody waited for the first word of a human: until then, or in vain until now."""

    since: datetime
    until: datetime
    answered: bool


class QueueStore:
    """The queue, as one transaction sees it."""

    def __init__(self, session: AsyncSession, now: datetime) -> None:
        self._session = session
        self._now = now

    async def free(self, limit: int) -> list[Ticket]:
        """List what nobody has taken, the one due first."""
        return await self._list(_waiting().where(Ticket.owner.is_(None)), limit)

    async def of(self, owner: str, limit: int) -> list[Ticket]:
        """List an advisor's own tickets that are not done, the one due first."""
        query = select(Ticket).where(Ticket.owner == owner, Ticket.state.in_(UNFINISHED))
        return await self._list(query, limit)

    async def overdue(self, limit: int) -> list[Ticket]:
        """List what should have been answered by now."""
        return await self._list(_waiting().where(Ticket.due_at <= self._now), limit)

    async def next(self, owner: str) -> Ticket | None:
        """Return the ticket to be answered next by somebody: due first, others' left out."""
        mine = or_(Ticket.owner.is_(None), Ticket.owner == owner)
        found = await self._list(_waiting().where(mine), 1)
        return found[0] if found else None

    async def waiting(self, limit: int) -> list[Ticket]:
        """List all that waits for an advisor, the one due first."""
        return await self._list(_waiting(), limit)

    async def search(self, words: Sequence[str], limit: int) -> list[Ticket]:
        """List tickets in whose threads all words occur, newest first; notes count too."""
        query = select(Ticket)
        for word in words:
            holding = select(TicketMessage.ticket_id).where(_holds(TicketMessage.text, word))
            query = query.where(or_(Ticket.id.in_(holding), _holds(Ticket.subject, word)))
        found = await self._session.scalars(query.order_by(Ticket.id.desc()).limit(limit))
        return list(found)

    async def answered(self, limit: int) -> list[Ticket]:
        """List tickets a human has answered, newest first."""
        found = await self._session.scalars(
            select(Ticket)
            .where(Ticket.answered_at.is_not(None))
            .order_by(Ticket.answered_at.desc(), Ticket.id.desc())
            .limit(limit)
        )
        return list(found)

    async def waits(self) -> list[Wait]:
        """List how long the latest tickets waited that are done, and all that still wait."""
        ended = func.coalesce(Ticket.answered_at, Ticket.changed_at)
        done = or_(Ticket.answered_at.is_not(None), Ticket.state == State.CLOSED)
        latest = await self._session.execute(
            select(Ticket.opened_at, ended, Ticket.answered_at.is_not(None))
            .where(done)
            .order_by(ended.desc(), Ticket.id.desc())
            .limit(LATEST)
        )
        waiting = await self._session.scalars(
            select(Ticket.opened_at).where(
                Ticket.answered_at.is_(None), Ticket.state.in_(UNANSWERED)
            )
        )
        return [
            *(Wait(opened, until, answered) for opened, until, answered in latest),
            *(Wait(opened, self._now, answered=False) for opened in waiting),
        ]

    async def to_wake(self) -> list[Ticket]:
        """List what was put back until now."""
        return await self._list(
            select(Ticket).where(Ticket.state == State.SNOOZED, Ticket.snoozed_until <= self._now),
            100,
        )

    async def to_remind(self) -> list[Ticket]:
        """List what is overdue and was not yet reminded of."""
        overdue = _waiting().where(Ticket.due_at <= self._now)
        return await self._list(overdue.where(self._is_not_done(Ticket.reminded_at)), 100)

    async def waiting_from_later(self) -> list[Ticket]:
        """List what began to wait while the clock was ahead."""
        return await self._list(_waiting().where(Ticket.waiting_since > self._now), 100)

    async def silent_since(self, moment: datetime, *, warned: bool) -> list[Ticket]:
        """List what waits for a person who has said nothing since.

        Args:
            moment: the last state change, or the notice, was before it.
            warned: list those who got the notice; else those who did not yet.

        """
        last = Ticket.warned_at if warned else Ticket.changed_at
        query = select(Ticket).where(
            Ticket.state.in_((State.ANSWERED, State.WAITING)), last <= moment
        )
        if not warned:
            query = query.where(self._is_not_done(Ticket.warned_at))
        return await self._list(query, 100)

    async def count(self) -> dict[State, int]:
        """Count the tickets of each state."""
        found = await self._session.execute(
            select(Ticket.state, func.count()).group_by(Ticket.state)
        )
        return {State(state): number for state, number in found}

    def _is_not_done(self, noted: InstrumentedAttribute[datetime | None]) -> ColumnElement[bool]:
        """Take what a clock noted that was ahead for not done: it was done too early."""
        return or_(noted.is_(None), noted > self._now)

    async def _list(self, query: Select[Ticket], limit: int) -> list[Ticket]:
        found = await self._session.scalars(
            query.order_by(func.coalesce(Ticket.due_at, Ticket.changed_at), Ticket.id).limit(limit)
        )
        return list(found)


def questions_of(ticket: Ticket) -> str:
    """Give what the person wrote, as one text."""
    return "\n".join(m.text for m in ticket.messages if m.kind == Kind.QUESTION)


def _waiting() -> Select[Ticket]:
    return select(Ticket).where(Ticket.state.in_(WAITING))


def _holds(column: InstrumentedAttribute[str], word: str) -> ColumnElement[bool]:
    escaped = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return column.ilike(f"%{escaped}%", escape="\\")
