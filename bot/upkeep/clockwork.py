"""The clockwork: rounds are made by one process at a time, and remembered in the database."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import String
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from almanac.berlin import berlin_day
from bot.clock import was_ahead
from bot.outgoing import outbox
from db.base import Base, Moment
from handlers.desk import House, Stores
from handlers.insight.weekly import monday_card
from handlers.rounds import make_rounds, morning

EVERY = timedelta(minutes=1)
NEVER = datetime(1970, 1, 1, tzinfo=UTC)


class Round(Base):
    """When a round was made last."""

    __tablename__ = "rounds"

    name: Mapped[str] = mapped_column(String(20), primary_key=True)
    made_at: Mapped[datetime] = mapped_column(Moment)


async def make(session: AsyncSession, house: House, now: datetime) -> None:
    """Do what is due by the clock, unless another process has just done it."""
    stores = Stores(session, house, now)
    last = await _last(session, "tickets", now)
    if now - last < EVERY:
        return
    await _made(session, "tickets", now)
    before = await _last(session, "morning", now)
    new_day = berlin_day(before) < stores.today
    if new_day and house.hours.is_open(now):
        await _made(session, "morning", now)
        await outbox.put(session, await morning(stores), now)
    await outbox.put(session, await make_rounds(stores), now)
    if house.hours.is_open(now):
        await outbox.put(session, await monday_card(stores, now), now)


async def is_new_week(session: AsyncSession, house: House, now: datetime) -> bool:
    """Tell whether the editors have not yet got this week's card: then links are looked at."""
    known = await session.get(Round, "links")
    monday = berlin_day(now) - timedelta(days=berlin_day(now).weekday())
    last = known.made_at if known and not was_ahead(known.made_at, now) else NEVER
    if berlin_day(last) >= monday:
        return False
    return house.hours.is_open(now)


async def links_seen(session: AsyncSession, now: datetime) -> None:
    """Note that this week's links were looked at."""
    await _made(session, "links", now)


async def _last(session: AsyncSession, name: str, now: datetime) -> datetime:
    """Tell when it was made last; whoever asks at the same time waits for this transaction.

    What a clock has noted that was ahead of ours counts as never: else nothing would be done
    until that moment comes.
    """
    dialect = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    never = dialect.insert(Round).values(name=name, made_at=NEVER).on_conflict_do_nothing()
    await session.execute(never)
    row = await session.get_one(Round, name, with_for_update=True)
    return NEVER if was_ahead(row.made_at, now) else row.made_at


async def _made(session: AsyncSession, name: str, now: datetime) -> None:
    await session.merge(Round(name=name, made_at=now))
    await session.flush()
