"""The numbers of a period: how many questions went to a human, and how long that took."""

from datetime import datetime, timedelta
from statistics import median

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from tickets.ticket import Kind, Ticket, TicketMessage


class TicketFigures:
    """Counting in one transaction; nothing in here names a person."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def opened(self, since: datetime, until: datetime) -> int:
        """Count the tickets opened in a period."""
        found = await self._session.scalar(
            select(func.count(Ticket.id)).where(
                Ticket.opened_at >= since, Ticket.opened_at < until
            )
        )
        return found or 0

    async def median_wait(self, since: datetime, until: datetime) -> timedelta | None:
        """Give the median time until the first answer of the tickets opened in a period."""
        first = (
            select(TicketMessage.ticket_id, func.min(TicketMessage.id).label("message"))
            .where(TicketMessage.kind == Kind.ANSWER)
            .group_by(TicketMessage.ticket_id)
            .subquery()
        )
        rows = await self._session.execute(
            select(Ticket.opened_at, TicketMessage.at)
            .join(first, first.c.ticket_id == Ticket.id)
            .join(TicketMessage, TicketMessage.id == first.c.message)
            .where(Ticket.opened_at >= since, Ticket.opened_at < until)
        )
        waits = [answered - opened for opened, answered in rows]
        seconds = [wait.total_seconds() for wait in waits]
        return timedelta(seconds=median(seconds)) if seconds else None
