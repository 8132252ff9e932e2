"""The audit log: who changed what, in the order it happened; rows are only ever added."""

from datetime import datetime

from sqlalchemy import String, Text, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Key, Moment


class AuditEntry(Base):
    """One change."""

    __tablename__ = "audit_log"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy's own form

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    at: Mapped[datetime] = mapped_column(Moment)
    actor: Mapped[str] = mapped_column(String(100))
    action: Mapped[str] = mapped_column(String(40))
    target: Mapped[str] = mapped_column(String(100))
    detail: Mapped[str] = mapped_column(Text)


class AuditLog:
    """The log in one transaction."""

    def __init__(self, session: AsyncSession, now: datetime) -> None:
        self._session = session
        self._now = now

    def note(self, actor: str, action: str, target: str, detail: str = "") -> None:
        """Add a change."""
        self._session.add(
            AuditEntry(at=self._now, actor=actor, action=action, target=target, detail=detail)
        )

    async def latest(self, count: int) -> list[AuditEntry]:
        """List the latest changes, the newest first."""
        found = await self._session.scalars(
            select(AuditEntry).order_by(AuditEntry.id.desc()).limit(count)
        )
        return list(found)
