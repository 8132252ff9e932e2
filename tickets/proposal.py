"""Drafts and templates: words for an answer that nobody has sent yet."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text, delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Key, Moment


class Draft(Base):
    """An answer proposed to an advisor; it goes out only when a human sends it."""

    __tablename__ = "ticket_drafts"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy's own form

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id"), index=True)
    text: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(Moment)


class Template(Base):
    """A text that advisors use again and again, with {places} to be filled."""

    __tablename__ = "templates"

    name: Mapped[str] = mapped_column(String(30), primary_key=True)
    text: Mapped[str] = mapped_column(Text)
    author: Mapped[str] = mapped_column(String(100))
    changed_at: Mapped[datetime] = mapped_column(Moment)


class ProposalStore:
    """Drafts and templates of one transaction."""

    def __init__(self, session: AsyncSession, now: datetime) -> None:
        self._session = session
        self._now = now

    async def propose(self, ticket_id: int, text: str) -> Draft:
        """Keep a proposed answer."""
        draft = Draft(ticket_id=ticket_id, text=text, at=self._now)
        self._session.add(draft)
        await self._session.flush()
        return draft

    async def get(self, draft_id: int) -> Draft | None:
        """Return a draft, unless it was sent or thrown away."""
        return await self._session.get(Draft, draft_id) if 0 < draft_id < 2**63 else None

    async def drop(self, draft: Draft) -> None:
        """Throw a draft away: sent, or not wanted."""
        await self._session.delete(draft)
        await self._session.flush()

    async def templates(self) -> list[Template]:
        """List the templates by name."""
        return list(await self._session.scalars(select(Template).order_by(Template.name)))

    async def template(self, name: str) -> Template | None:
        """Return a template."""
        return await self._session.get(Template, name)

    async def keep_template(self, name: str, text: str, author: str) -> None:
        """Write a template, or write it anew."""
        await self._session.merge(
            Template(name=name, text=text, author=author, changed_at=self._now)
        )
        await self._session.flush()

    async def drop_template(self, name: str) -> bool:
        """Delete a template; tell whether there was one."""
        found = await self._session.execute(delete(Template).where(Template.name == name))
        return bool(found.rowcount)  # type: ignore[attr-defined]  # a cursor's result
