"""Absence: until when an advisor takes no tickets."""

from datetime import datetime

from sqlalchemy import String, delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Moment


class Absence(Base):
    """Somebody is away until a moment."""

    __tablename__ = "absences"

    address: Mapped[str] = mapped_column(String(100), primary_key=True)
    until: Mapped[datetime] = mapped_column(Moment)


class AbsenceStore:
    """Absences of one transaction."""

    def __init__(self, session: AsyncSession, now: datetime) -> None:
        self._session = session
        self._now = now

    async def until(self, address: str) -> datetime | None:
        """Tell until when somebody is away."""
        found = await self._session.get(Absence, address)
        return found.until if found and found.until > self._now else None

    async def leave(self, address: str, until: datetime) -> None:
        """Be away until a moment."""
        await self._session.merge(Absence(address=address, until=until))
        await self._session.flush()

    async def come_back(self, address: str) -> None:
        """Be there again."""
        await self._session.execute(delete(Absence).where(Absence.address == address))

    async def away(self) -> set[str]:
        """List who is away."""
        found = await self._session.scalars(
            select(Absence.address).where(Absence.until > self._now)
        )
        return set(found)
