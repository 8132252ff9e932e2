"""Groups that got a new address: Telegram gives one when a group becomes a supergroup."""

from datetime import datetime

from sqlalchemy import String, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from bot.log import alert
from bot.outgoing.outbox import OPEN, OutboxRow
from db.base import Base
from handlers.desk import House
from handlers.messages import Address
from people.audit import AuditLog


class MovedChat(Base):
    """An address that is not valid any more, and the one instead."""

    __tablename__ = "moved_chats"

    old: Mapped[str] = mapped_column(String(100), primary_key=True)
    new: Mapped[str] = mapped_column(String(100))


async def move(
    session: AsyncSession, house: House, old: Address, new: Address, now: datetime
) -> None:
    """Go on at the new address; that the advisors have another one now stands in the log."""
    await record(session, old, new)
    before = house.advisors
    await follow(session, house)
    if house.advisors != before:
        log = AuditLog(session, now)
        log.note(new.channel, "Gruppe umgezogen", str(house.advisors), f"vorher {before}")


async def record(session: AsyncSession, old: Address, new: Address) -> None:
    """Remember a new address, and send there what was to go to the old one."""
    await session.merge(MovedChat(old=str(old), new=str(new)))
    await session.execute(
        update(OutboxRow)
        .where(
            OutboxRow.channel == old.channel,
            OutboxRow.chat == old.chat,
            OutboxRow.state.in_(OPEN),
        )
        .values(channel=new.channel, chat=new.chat)
    )
    alert.error("a group has a new address: %s instead of %s", new, old)


async def follow(session: AsyncSession, house: House) -> None:
    """Take the advisors' chat where it is now."""
    seen = set()
    while (old := str(house.advisors)) not in seen:
        seen.add(old)
        new = await session.scalar(select(MovedChat.new).where(MovedChat.old == old))
        if new:
            house.advisors = Address.parse(new)
