"""What the bot waits for in a chat: a row, so that a restart forgets nothing."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import JSON, ColumnElement, String, bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Moment


class Conversation(Base):
    """The one thing a chat is in the middle of."""

    __tablename__ = "conversations"

    address: Mapped[str] = mapped_column(String(100), primary_key=True)
    awaits: Mapped[str] = mapped_column(String(20))
    details: Mapped[dict[str, Any]] = mapped_column(JSON)
    until: Mapped[datetime] = mapped_column(Moment)


def is_awaited(address: str, now: str) -> ColumnElement[bool]:
    """Ask within a statement, with parameters of these names, whether something is going on."""
    mine = select(Conversation.address).where(Conversation.address == bindparam(address))
    return mine.where(Conversation.until > bindparam(now)).exists()


class ConversationStore:
    """Conversations of one transaction."""

    def __init__(self, session: AsyncSession, now: datetime) -> None:
        self._session = session
        self._now = now

    async def awaited(self, address: str) -> Conversation | None:
        """Return what this chat is in the middle of, unless that is too long ago."""
        found = await self._session.get(Conversation, address)
        return found if found and found.until > self._now else None

    async def await_(self, address: str, what: str, lasting: timedelta, **details: object) -> None:
        """Remember what the next message of this chat belongs to."""
        await self._session.merge(
            Conversation(address=address, awaits=what, details=details, until=self._now + lasting)
        )

    async def lapsed(self, address: str) -> bool:
        """Tell, once, whether what this chat was in the middle of has run out meanwhile."""
        found = await self._session.get(Conversation, address)
        if found is None or found.until > self._now:
            return False
        await self._session.delete(found)
        await self._session.flush()
        return True

    async def end(self, address: str) -> bool:
        """Forget what this chat was in the middle of; tell whether there was something."""
        found = await self._session.get(Conversation, address)
        if found is None:
            return False
        await self._session.delete(found)
        await self._session.flush()
        return found.until > self._now
