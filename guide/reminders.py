"""Reminders of the deadline that somebody wished for."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import ColumnElement, delete, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from guide.plan import Member, Plan, Reminder


class ReminderStore:
    """Reminders of one transaction."""

    def __init__(self, session: AsyncSession, now: datetime) -> None:
        self._session = session
        self._now = now

    async def schedule(self, member: Member, year: int, moments: Mapping[int, datetime]) -> None:
        """Let the reminders of one year wait, and no other; past ones are not made up for.

        Args:
            member: who is to be reminded.
            year: the funding year.
            moments: when, by days before the deadline.

        """
        await self._session.execute(
            delete(Reminder).where(
                Reminder.member_id == member.id,
                self._waits(),
                Reminder.year != year,
            )
        )
        there = set(
            await self._session.scalars(
                select(Reminder.days).where(Reminder.member_id == member.id, Reminder.year == year)
            )
        )
        for days, moment in moments.items():
            if days not in there and moment > self._now:
                self._session.add(
                    Reminder(member_id=member.id, year=year, days=days, due_at=moment)
                )
        await self._session.flush()

    async def unschedule(self, member: Member) -> None:
        """Forget the reminders that wait."""
        await self._session.execute(
            delete(Reminder).where(Reminder.member_id == member.id, self._waits())
        )

    async def due(self) -> list[tuple[Reminder, Member, Plan]]:
        """List the reminders whose time has come and that were not sent, the oldest first."""
        rows = await self._session.execute(
            select(Reminder, Member, Plan)
            .join(Member, Member.id == Reminder.member_id)
            .join(Plan, Plan.id == Member.plan_id)
            .where(self._waits(), Reminder.due_at <= self._now)
            .order_by(Reminder.due_at, Reminder.id)
        )
        return [(reminder, member, plan) for reminder, member, plan in rows]

    async def waiting(self, member: Member) -> list[Reminder]:
        """List the reminders somebody will still get."""
        found = await self._session.scalars(
            select(Reminder)
            .where(Reminder.member_id == member.id, self._waits())
            .order_by(Reminder.due_at)
        )
        return list(found)

    def _waits(self) -> ColumnElement[bool]:
        """Take what a clock sent that was ahead for not sent: it came too early."""
        return or_(Reminder.sent_at.is_(None), Reminder.sent_at > self._now)

    def sent(self, reminders: Iterable[Reminder]) -> None:
        """Mark reminders as sent."""
        for reminder in reminders:
            reminder.sent_at = self._now
