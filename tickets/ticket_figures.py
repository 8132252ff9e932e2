"""The numbers of a period: how many questions went to a human, and how long that took."""

from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from tickets.ticket import Ticket


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

    async def half_answered(self, since: datetime, until: datetime) -> timedelta | None:
        """Give the time after which half of a period's tickets had their first answer; None: less.

        Those without an answer count too, or a desk that answers the easy ones looks fast.
        """
        rows = await self._session.execute(
            select(Ticket.opened_at, Ticket.answered_at).where(
                Ticket.opened_at >= since, Ticket.opened_at < until
            )
        )
        opened = list(rows)
        waits = sorted(answered - asked for asked, answered in opened if answered)
        half = -(-len(opened) // 2)  # rounded up
        return waits[half - 1] if 0 < half <= len(waits) else None
