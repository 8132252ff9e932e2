"""What has to go out: rows written in the turn's transaction, sent after its commit."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, TypeVar

from markupsafe import Markup
from sqlalchemy import JSON, Index, Select, String, delete, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, aliased, mapped_column

from bot.channels import Outgoing
from db.base import Base, Key, Moment
from handlers.messages import Button, Delivery, Reply
from handlers.rich import cut

Column = TypeVar("Column")

KEEP_SENT = timedelta(days=7)
# Telegram's limit is 4,096; some room is left for the "perhaps twice" of a repeat.
PIECE = 3_900


class OutboxState(StrEnum):
    """How far a message has come."""

    NEW = "new"
    SENDING = "sending"
    SENT = "sent"
    DEAD = "dead"
    UNCLEAR = "unclear"


OPEN = (OutboxState.NEW, OutboxState.SENDING)


class OutboxRow(Base):
    """One message on its way out."""

    __tablename__ = "outbox"
    __table_args__ = (
        Index(
            "ix_outbox_open",
            "channel",
            "chat",
            "id",
            sqlite_where=text("state IN ('new', 'sending')"),
            postgresql_where=text("state IN ('new', 'sending')"),
        ),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    channel: Mapped[str] = mapped_column(String(20))
    chat: Mapped[str] = mapped_column(String(60))
    body: Mapped[dict[str, Any]] = mapped_column(JSON)
    delivery: Mapped[Delivery] = mapped_column(String(14))
    ticket_id: Mapped[int | None]
    state: Mapped[OutboxState] = mapped_column(String(8), default=OutboxState.NEW)
    attempts: Mapped[int] = mapped_column(default=0)
    repeated: Mapped[bool] = mapped_column(default=False)
    plain: Mapped[bool] = mapped_column(default=False)
    not_before: Mapped[datetime] = mapped_column(Moment)
    claimed_at: Mapped[datetime | None] = mapped_column(Moment)
    sent_at: Mapped[datetime | None] = mapped_column(Moment)
    message: Mapped[str | None] = mapped_column(String(40))


def to_json(text: Markup, buttons: tuple[tuple[Button, ...], ...]) -> dict[str, Any]:
    """Write text and buttons as the row keeps them."""
    rows = [[[b.label, b.action, b.value] for b in row] for row in buttons]
    return {"text": str(text), "buttons": rows}


def from_json(chat: str, body: dict[str, Any]) -> Outgoing:
    """Read a row's body."""
    rows = tuple(tuple(Button(*button) for button in row) for row in body["buttons"])
    return Outgoing(chat, Markup(body["text"]), rows)  # noqa: S704 - our own


def put(session: AsyncSession, replies: Iterable[Reply], now: datetime) -> None:
    """Lay replies into the outbox; long ones in several pieces, the last with the buttons."""
    for reply in replies:
        pieces = cut(reply.text, PIECE)
        for number, piece in enumerate(pieces, 1):
            buttons = reply.buttons if number == len(pieces) else ()
            session.add(
                OutboxRow(
                    channel=reply.to.channel,
                    chat=reply.to.chat,
                    body=to_json(piece, buttons),
                    delivery=reply.delivery,
                    ticket_id=reply.ticket,
                    not_before=now,
                )
            )


def _of_heads(query: Select[Column], channel: str, chat: str | None) -> Select[Column]:
    """Keep the oldest open row of each chat: only that one may go out."""
    earlier = aliased(OutboxRow)
    query = query.where(
        OutboxRow.channel == channel,
        OutboxRow.state == OutboxState.NEW,
        ~select(earlier.id)
        .where(
            earlier.channel == OutboxRow.channel,
            earlier.chat == OutboxRow.chat,
            earlier.state.in_(OPEN),
            earlier.id < OutboxRow.id,
        )
        .exists(),
    )
    return query if chat is None else query.where(OutboxRow.chat == chat)


async def due(
    session: AsyncSession, channel: str, chat: str | None, now: datetime, limit: int
) -> list[OutboxRow]:
    """Lock the rows that may go out now, at most one of each chat."""
    query = _of_heads(select(OutboxRow), channel, chat)
    found = await session.scalars(
        query.where(OutboxRow.not_before <= now)
        .order_by(OutboxRow.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return list(found)


async def next_due(session: AsyncSession, channel: str, chat: str | None) -> datetime | None:
    """Tell when the next row may go out."""
    query = _of_heads(select(OutboxRow.not_before), channel, chat)
    found: datetime | None = await session.scalar(query.order_by(OutboxRow.not_before).limit(1))
    return found


async def is_open(session: AsyncSession, channel: str, chat: str | None, now: datetime) -> bool:
    """Tell whether a row is being sent, or may be sent now."""
    query = select(OutboxRow.id).where(
        OutboxRow.channel == channel, OutboxRow.state.in_(OPEN), OutboxRow.not_before <= now
    )
    if chat is not None:
        query = query.where(OutboxRow.chat == chat)
    return await session.scalar(query.limit(1)) is not None


async def orphans(
    session: AsyncSession, channel: str, chat: str | None, claimed_before: datetime
) -> list[OutboxRow]:
    """List the rows whose sending was begun and never ended: its process died."""
    query = (
        select(OutboxRow)
        .where(
            OutboxRow.channel == channel,
            OutboxRow.state == OutboxState.SENDING,
            OutboxRow.claimed_at <= claimed_before,
        )
        .order_by(OutboxRow.id)
        .with_for_update(skip_locked=True)
    )
    if chat is not None:
        query = query.where(OutboxRow.chat == chat)
    return list(await session.scalars(query))


async def forget(session: AsyncSession, now: datetime) -> None:
    """Delete what was sent a week ago, and empty what will never be."""
    ended = (OutboxState.DEAD, OutboxState.UNCLEAR)
    await session.execute(
        delete(OutboxRow).where(
            OutboxRow.state == OutboxState.SENT, OutboxRow.sent_at < now - KEEP_SENT
        )
    )
    await session.execute(
        update(OutboxRow)
        .where(OutboxRow.state.in_(ended), OutboxRow.not_before < now - 4 * KEEP_SENT)
        .values(body={"text": "", "buttons": []})
    )
