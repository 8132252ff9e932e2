"""Plans of one transaction: found only through membership, never by a number alone."""

import secrets
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Select, bindparam, delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from guide.plan import Member, Note, Plan, Reminder, StepCount, Tick

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # none that is read as another
CODE_LENGTH = 8
CODE_LASTS = timedelta(days=14)
INSIDE = timedelta(hours=1)  # how long a question is about the step last looked at
LARGEST = 2**63  # beyond it no database holds a key


def is_inside(address: str, now: str) -> ColumnElement[bool]:
    """Ask within a statement, with parameters of these names, whether somebody is in a plan."""
    return select(Member.id).where(*_inside(address, now)).exists()


def _inside(address: str, now: str) -> tuple[ColumnElement[bool], ...]:
    until = Member.inside_until > bindparam(now)
    return Member.address == bindparam(address), Member.gone_at.is_(None), until


_INSIDE = (
    select(Member)
    .where(*_inside("address", "now"))
    .order_by(Member.inside_until.desc(), Member.id.desc())
    .limit(1)
)


class PlanStore:
    """Plans, who works on them, and where everybody is."""

    def __init__(self, session: AsyncSession, now: datetime) -> None:
        self._session = session
        self._now = now

    # --- plans and who shares them ---

    async def start(self, owner: str, name: str) -> tuple[Plan, Member]:
        """Begin a plan."""
        plan = Plan(
            name=name, owner=owner, answers={}, place="", visited=[],
            begun_at=self._now, moved_at=self._now,
        )  # fmt: skip
        self._session.add(plan)
        await self._session.flush()
        return plan, await self._enter(plan, owner)

    async def of(self, address: str) -> list[tuple[Plan, Member]]:
        """List the plans somebody works on, the one moved last first."""
        rows = await self._session.execute(
            select(Plan, Member)
            .join(Member, Member.plan_id == Plan.id)
            .where(Member.address == address, Member.gone_at.is_(None))
            .order_by(Plan.moved_at.desc(), Plan.id.desc())
        )
        return [(plan, member) for plan, member in rows]

    async def get(self, plan_id: int, address: str) -> tuple[Plan, Member] | None:
        """Return a plan to somebody who works on it, and to nobody else."""
        plan = await self._locked(select(Plan).where(Plan.id == plan_id), plan_id)
        member = await self._member(plan, address) if plan else None
        return (plan, member) if plan and member and member.gone_at is None else None

    async def inside(self, address: str) -> tuple[Plan, Member] | None:
        """Return the plan somebody is inside of just now."""
        given = {"address": address, "now": self._now}
        member: Member | None = await self._session.scalar(_INSIDE, given)
        return (await self._session.get_one(Plan, member.plan_id), member) if member else None

    async def members(self, plan: Plan, *, gone: bool = False) -> list[Member]:
        """List who works on a plan, in the order they came; with those who left, if asked."""
        query = select(Member).where(Member.plan_id == plan.id).order_by(Member.id)
        if not gone:
            query = query.where(Member.gone_at.is_(None))
        return list(await self._session.scalars(query))

    async def share(self, plan: Plan) -> str:
        """Give a new code to join with; the one before stops working."""
        plan.code = "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))
        plan.code_until = self._now + CODE_LASTS
        await self._session.flush()
        return plan.code

    async def join(self, code: str, address: str) -> tuple[Plan, Member, bool] | None:
        """Let somebody in who has the code; tell whether they are new to the plan."""
        wanted = code.upper().replace("-", "").replace(" ", "")
        plan = await self._locked(
            select(Plan).where(Plan.code == wanted, Plan.code_until > self._now), 1
        )
        if plan is None:
            return None
        member = await self._member(plan, address)
        if member and member.gone_at is None:
            return plan, member, False
        return plan, await self._enter(plan, address, member), True

    async def leave(self, plan: Plan, member: Member) -> None:
        """Take somebody off a plan; the code they may know stops working."""
        member.gone_at, member.step, member.inside_until = self._now, None, None
        member.wants_reminders = False
        plan.code = plan.code_until = None
        await self._session.execute(delete(Reminder).where(Reminder.member_id == member.id))
        await self._session.flush()

    async def erase(self, plan: Plan) -> None:
        """Erase a plan with everything in it; the counts hold no names and stay."""
        members = select(Member.id).where(Member.plan_id == plan.id)
        await self._session.execute(delete(Reminder).where(Reminder.member_id.in_(members)))
        for model in (Note, Tick, Member):
            await self._session.execute(delete(model).where(model.plan_id == plan.id))
        await self._session.delete(plan)
        await self._session.flush()

    async def forget(self, address: str) -> None:
        """Forget somebody: plans of their own are erased, from shared ones the address goes.

        What they ticked stays for the others; where they were responsible, the next one is.
        """
        found = await self._session.scalars(select(Member).where(Member.address == address))
        for member in found.all():
            plan = await self._session.get_one(Plan, member.plan_id)
            others = [m for m in await self.members(plan) if m.id != member.id]
            if not others:
                await self.erase(plan)
                continue
            if plan.owner == address:
                plan.owner = others[0].address
            await self.leave(plan, member)
            member.address, member.label = f"-:{member.id}", "Ehemalig"
        await self._session.flush()

    # --- being somewhere ---

    async def enter(self, plan: Plan, member: Member, step: str) -> None:
        """Take note that somebody looks at a step."""
        await self.look(member)
        member.step = step
        plan.moved_at = self._now
        if step not in plan.visited:
            plan.visited = [*plan.visited, step]
            (await self._count(step)).reached += 1
        await self._session.flush()

    async def look(self, member: Member) -> None:
        """Take note that somebody looks at a plan: what they ask now is about it."""
        await self.leave_all(member.address)
        member.inside_until = self._now + INSIDE

    async def leave_all(self, address: str) -> bool:
        """Take note that somebody is in no plan any more; tell whether they were."""
        found = await self._session.scalars(
            select(Member).where(Member.address == address, Member.inside_until > self._now)
        )
        inside = list(found)
        for member in inside:
            member.inside_until = None
        await self._session.flush()
        return bool(inside)

    async def stop(self, step: str) -> None:
        """Count that somebody stopped at a step."""
        (await self._count(step)).stopped += 1
        await self._session.flush()

    # --- what advisors and the report see ---

    async def consented(self, plan_id: int | None = None) -> list[Plan]:
        """List the plans whose house agreed that the advisors look; or that one of them."""
        query = select(Plan).where(Plan.consented_at.is_not(None)).order_by(Plan.moved_at.desc())
        if plan_id is not None:
            if not 0 < plan_id < LARGEST:
                return []
            query = query.where(Plan.id == plan_id)
        return list(await self._session.scalars(query))

    async def counts(self) -> dict[str, StepCount]:
        """Give the counts by step."""
        return {count.step: count for count in await self._session.scalars(select(StepCount))}

    async def all_plans(self) -> list[Plan]:
        """List every plan, for counting."""
        return list(await self._session.scalars(select(Plan).order_by(Plan.id)))

    # --- inside ---

    async def _enter(self, plan: Plan, address: str, back: Member | None = None) -> Member:
        if back is not None:
            back.gone_at = None
            await self._session.flush()
            return back
        number = await self._session.scalar(
            select(func.count(Member.id)).where(Member.plan_id == plan.id)
        )
        member = Member(
            plan_id=plan.id, address=address, label=f"Person {(number or 0) + 1}",
            wants_reminders=False, joined_at=self._now,
        )  # fmt: skip
        self._session.add(member)
        await self._session.flush()
        return member

    async def _member(self, plan: Plan, address: str) -> Member | None:
        found: Member | None = await self._session.scalar(
            select(Member).where(Member.plan_id == plan.id, Member.address == address)
        )
        return found

    async def _locked(self, query: Select[Plan], key: int) -> Plan | None:
        # Locked, so that two colleagues who press at once are handled one after the other.
        if not 0 < key < LARGEST:
            return None
        found: Plan | None = await self._session.scalar(query.with_for_update(of=Plan))
        return found

    async def _count(self, step: str) -> StepCount:
        count = await self._session.get(StepCount, step)
        if count is None:
            count = StepCount(step=step, reached=0, stopped=0)
            self._session.add(count)
        return count
