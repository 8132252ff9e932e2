"""How far a house has come: plans, who shares them, and what was ticked by whom and when.

Ticks are keyed by what the data calls a step, a paper or a partner, not by rows of it: whatever
editors change, no tick is lost.
"""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Key, Moment


class Plan(Base):
    """The Fahrplan of one house."""

    __tablename__ = "guide_plans"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy's own form

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    name: Mapped[str] = mapped_column(String(40))
    owner: Mapped[str] = mapped_column(String(100))
    answers: Mapped[dict[str, str]] = mapped_column(JSON)
    year: Mapped[int | None]  # the funding year wanted; None: still open
    place: Mapped[str] = mapped_column(String(60), default="")
    visited: Mapped[list[str]] = mapped_column(JSON)  # steps looked at, each counted once
    # With this short code a colleague joins; old codes stop working.
    code: Mapped[str | None] = mapped_column(String(8), unique=True)
    code_until: Mapped[datetime | None] = mapped_column(Moment)
    consented_at: Mapped[datetime | None] = mapped_column(Moment)  # the advisors may look
    begun_at: Mapped[datetime] = mapped_column(Moment)
    moved_at: Mapped[datetime] = mapped_column(Moment)


class Member(Base):
    """Somebody who works on a plan. Who left stays as a name beside what they ticked."""

    __tablename__ = "guide_members"
    __table_args__ = (UniqueConstraint("plan_id", "address"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("guide_plans.id"), index=True)
    address: Mapped[str] = mapped_column(String(100), index=True)
    label: Mapped[str] = mapped_column(String(20))  # self-chosen, seen by the others
    step: Mapped[str | None] = mapped_column(String(20))  # where this person is
    inside_until: Mapped[datetime | None] = mapped_column(Moment)  # a question now is about it
    wants_reminders: Mapped[bool] = mapped_column(default=False)
    joined_at: Mapped[datetime] = mapped_column(Moment)
    gone_at: Mapped[datetime | None] = mapped_column(Moment)


class Tick(Base):
    """Something done: a paper, a step as a whole, or a stage with a partner."""

    __tablename__ = "guide_ticks"
    __table_args__ = (UniqueConstraint("plan_id", "item"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("guide_plans.id"), index=True)
    item: Mapped[str] = mapped_column(String(60))
    title: Mapped[str] = mapped_column(String(100))  # as it was called then
    member_id: Mapped[int] = mapped_column(ForeignKey("guide_members.id"), index=True)
    at: Mapped[datetime] = mapped_column(Moment)


class Note(Base):
    """A note of the house on a step; or, from an advisor, a remark."""

    __tablename__ = "guide_notes"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy's own form

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("guide_plans.id"), index=True)
    step: Mapped[str] = mapped_column(String(20))
    # None: a remark of the advisors, who are one voice here.
    member_id: Mapped[int | None] = mapped_column(ForeignKey("guide_members.id"), index=True)
    text: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(Moment)


class Reminder(Base):
    """A reminder somebody wished for: so many days before the deadline of a year."""

    __tablename__ = "guide_reminders"
    __table_args__ = (
        UniqueConstraint("member_id", "year", "days"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("guide_members.id"), index=True)
    year: Mapped[int]
    days: Mapped[int]
    due_at: Mapped[datetime] = mapped_column(Moment, index=True)
    sent_at: Mapped[datetime | None] = mapped_column(Moment)


class StepCount(Base):
    """How many houses came to a step and how often somebody stopped there; names nobody."""

    __tablename__ = "guide_counts"

    step: Mapped[str] = mapped_column(String(20), primary_key=True)
    reached: Mapped[int] = mapped_column(default=0)
    stopped: Mapped[int] = mapped_column(default=0)
