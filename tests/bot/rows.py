"""Looking into inbox and outbox."""

from sqlalchemy import func, select

from bot.incoming.inbox import InboxRow
from bot.outgoing.outbox import OutboxRow
from db.base import Base
from db.engine import Database


async def inbox(database: Database) -> list[InboxRow]:
    async with database.read() as session:
        return list(await session.scalars(select(InboxRow).order_by(InboxRow.id)))


async def outbox(database: Database) -> list[OutboxRow]:
    async with database.read() as session:
        return list(await session.scalars(select(OutboxRow).order_by(OutboxRow.id)))


async def count(database: Database, model: type[Base]) -> int:
    async with database.read() as session:
        return int(await session.scalar(select(func.count()).select_from(model)) or 0)
