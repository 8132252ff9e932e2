"""What a person sent that has not found its ticket: held until they say, or until time is up."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Key, Moment


class HeldPiece(Base):
    """One message that is held: its words are a question's, its files are listed here."""

    __tablename__ = "held_pieces"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy's own form

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    asker: Mapped[str] = mapped_column(String(100), index=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("asked_questions.id"), unique=True)
    # The ticket it was asked about: there it goes at last. None: a file that nobody waits for.
    ticket_id: Mapped[int | None] = mapped_column(ForeignKey("tickets.id"), index=True)
    files: Mapped[list[list[Any]]] = mapped_column(JSON)
    album: Mapped[str | None] = mapped_column(String(60))
    held_at: Mapped[datetime] = mapped_column(Moment, index=True)


class HeldStore:
    """What is held, in one transaction."""

    def __init__(self, session: AsyncSession, now: datetime) -> None:
        self._session = session
        self._now = now

    async def hold(
        self,
        asker: str,
        question: int,
        ticket: int | None,
        files: Iterable[list[Any]] = (),
        album: str | None = None,
    ) -> None:
        """Hold a message until it is known where it belongs."""
        self._session.add(
            HeldPiece(
                asker=asker,
                question_id=question,
                ticket_id=ticket,
                files=list(files),
                album=album,
                held_at=self._now,
            )
        )
        await self._session.flush()

    async def of_asker(self, asker: str) -> list[HeldPiece]:
        """List what is held of a person, in the order it came."""
        # Locked: a press and the clock may be after the same piece.
        found = await self._session.scalars(
            select(HeldPiece)
            .where(HeldPiece.asker == asker)
            .order_by(HeldPiece.id)
            .with_for_update()
        )
        return list(found)

    async def about(self, asker: str, ticket: int) -> list[HeldPiece]:
        """List what is held of a person because it may belong to a ticket."""
        return [piece for piece in await self.of_asker(asker) if piece.ticket_id == ticket]

    async def asked_with(self, asker: str, question: int) -> list[HeldPiece]:
        """List what the person was asked about together with a question: itself comes last."""
        own = await self.of_question(asker, question)
        held = await self.of_asker(asker) if own else []
        return [p for p in held if own and p.ticket_id == own.ticket_id and p.id <= own.id]

    async def of_question(self, asker: str, question: int) -> HeldPiece | None:
        """Return what is held with these words."""
        held = await self.of_asker(asker)
        return next((piece for piece in held if piece.question_id == question), None)

    async def overdue(self, since: datetime) -> list[tuple[str, int | None]]:
        """Name the persons of whom nothing more was held since then, and what it was about."""
        found = await self._session.execute(
            select(HeldPiece.asker, HeldPiece.ticket_id)
            .group_by(HeldPiece.asker, HeldPiece.ticket_id)
            .having(func.max(HeldPiece.held_at) <= since)
        )
        return [(asker, ticket) for asker, ticket in found]

    async def let_go(self, pieces: Sequence[HeldPiece]) -> None:
        """Hold these no more: they have found their place."""
        for piece in pieces:
            await self._session.delete(piece)
        await self._session.flush()
