"""The clockwork: rounds are made by one process at a time, and remembered in the database."""

from datetime import datetime, timedelta

from sqlalchemy import String
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from bot import outbox
from db.base import Base, Moment
from handlers.desk import House, Stores
from handlers.rounds import make_rounds, morning
from tickets.ticket import BERLIN

EVERY = timedelta(minutes=1)


class Round(Base):
    """When a round was made last."""

    __tablename__ = "rounds"

    name: Mapped[str] = mapped_column(String(20), primary_key=True)
    made_at: Mapped[datetime] = mapped_column(Moment)


async def make(session: AsyncSession, house: House, now: datetime) -> None:
    """Do what is due by the clock, unless another process has just done it."""
    stores = Stores(session, house, now)
    last = await _last(session, "tickets")
    if last and now - last < EVERY:
        return
    await _made(session, "tickets", now)
    await outbox.put(session, await make_rounds(stores), now)
    before = await _last(session, "morning")
    new_day = before is None or before.astimezone(BERLIN).date() < stores.today
    if new_day and house.hours.is_open(now):
        await _made(session, "morning", now)
        await outbox.put(session, await morning(stores), now)


async def _last(session: AsyncSession, name: str) -> datetime | None:
    row = await session.get(Round, name, with_for_update=True)
    return row.made_at if row else None


async def _made(session: AsyncSession, name: str, now: datetime) -> None:
    await session.merge(Round(name=name, made_at=now))
    await session.flush()
