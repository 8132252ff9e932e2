"""What is done in a plan: ticks, notes, and the advisors' remarks."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from guide.plan import Member, Note, Plan, Tick

LARGEST = 2**63  # beyond it no database holds a key


class WorkStore:
    """Ticks and notes of one transaction."""

    def __init__(self, session: AsyncSession, now: datetime) -> None:
        self._session = session
        self._now = now

    async def ticks(self, plan: Plan) -> dict[str, tuple[Tick, Member]]:
        """Give everything ticked, by its key, with who ticked it."""
        rows = await self._session.execute(
            select(Tick, Member)
            .join(Member, Member.id == Tick.member_id)
            .where(Tick.plan_id == plan.id)
            .order_by(Tick.id)
        )
        return {tick.item: (tick, member) for tick, member in rows}

    async def tick(self, plan: Plan, member: Member, item: str, title: str) -> None:
        """Tick something; who ticked it first stays."""
        plan.moved_at = self._now
        if await self._tick(plan, item) is None:
            self._session.add(
                Tick(plan_id=plan.id, item=item, title=title[:100], member_id=member.id,
                     at=self._now)
            )  # fmt: skip
            await self._session.flush()

    async def untick(self, plan: Plan, item: str) -> None:
        """Take a tick back."""
        plan.moved_at = self._now
        if tick := await self._tick(plan, item):
            await self._session.delete(tick)
            await self._session.flush()

    async def note(self, plan: Plan, step: str, member: Member | None, text: str) -> Note:
        """Keep a note of a member, or without one a remark of the advisors."""
        note = Note(plan_id=plan.id, step=step, member_id=member and member.id, text=text,
                    at=self._now)  # fmt: skip
        self._session.add(note)
        await self._session.flush()
        return note

    async def notes(self, plan: Plan, step: str | None = None) -> list[tuple[Note, Member | None]]:
        """List notes and remarks, the oldest first; of one step or of all."""
        query = (
            select(Note, Member)
            .outerjoin(Member, Member.id == Note.member_id)
            .where(Note.plan_id == plan.id)
            .order_by(Note.id)
        )
        if step is not None:
            query = query.where(Note.step == step)
        return [(note, member) for note, member in await self._session.execute(query)]

    async def drop_note(self, plan: Plan, note_id: int) -> Note | None:
        """Erase a note of the house; the advisors' remarks stay."""
        note = await self._session.get(Note, note_id) if 0 < note_id < LARGEST else None
        if note is None or note.plan_id != plan.id or note.member_id is None:
            return None
        await self._session.delete(note)
        await self._session.flush()
        return note

    async def _tick(self, plan: Plan, item: str) -> Tick | None:
        found: Tick | None = await self._session.scalar(
            select(Tick).where(Tick.plan_id == plan.id, Tick.item == item)
        )
        return found
