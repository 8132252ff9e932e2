"""Who is next in the outbox: in order in each chat, one message of each chat at a time."""

from collections.abc import Collection
from datetime import datetime
from functools import cache

from sqlalchemy import ColumnElement, Select, bindparam, func, or_, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession
from sqlalchemy.orm import aliased

from bot.clock import TOLERANCE
from bot.lease import LeaseRow
from bot.outgoing.outbox import OPEN, OutboxRow, OutboxState
from db.base import in_state


@cache
def _of_heads(*, of_one_chat: bool) -> Select[OutboxRow]:
    """Select the first open row of each chat: only that one may go out; notices come last.

    Put together once: it is asked all the time.
    """
    earlier = aliased(OutboxRow)
    before = tuple_(earlier.notice, earlier.id) < tuple_(OutboxRow.notice, OutboxRow.id)
    of_this_chat = select(earlier.id).where(
        earlier.channel == OutboxRow.channel, earlier.chat == OutboxRow.chat
    )
    query = select(OutboxRow).where(
        OutboxRow.channel == bindparam("channel"),
        in_state(OutboxRow.state, OutboxState.NEW),
        ~of_this_chat.where(in_state(earlier.state, OutboxState.NEW), before).exists(),
        ~of_this_chat.where(in_state(earlier.state, OutboxState.SENDING)).exists(),
    )
    return query.where(OutboxRow.chat == bindparam("chat")) if of_one_chat else query


@cache
def _due(*, of_one_chat: bool) -> Select[OutboxRow]:
    return (
        _of_heads(of_one_chat=of_one_chat)
        # As a function of it, so that SQLite walks the line in its order and stops at the limit
        # instead of finding and sorting all that is due.
        .where(func.coalesce(OutboxRow.not_before, bindparam("now")) <= bindparam("now"))
        .order_by(OutboxRow.notice, OutboxRow.id)
        .limit(bindparam("limit"))
        .with_for_update(skip_locked=True)
    )


@cache
def _next_due(*, of_one_chat: bool) -> Select[datetime]:
    return (
        _of_heads(of_one_chat=of_one_chat)
        .with_only_columns(OutboxRow.not_before)
        .order_by(OutboxRow.not_before)
        .limit(1)
    )


async def due(
    session: AsyncSession, channel: str, chat: str | None, now: datetime, limit: int
) -> list[OutboxRow]:
    """Lock the rows that may go out now, at most one of each chat."""
    given = {"channel": channel, "chat": chat, "now": now, "limit": limit}
    return list(await session.scalars(_due(of_one_chat=chat is not None), given))


async def next_due(connection: AsyncConnection, channel: str, chat: str | None) -> datetime | None:
    """Tell when the next row may go out."""
    given = {"channel": channel, "chat": chat}
    found: datetime | None = await connection.scalar(
        _next_due(of_one_chat=chat is not None), given
    )
    return found


async def is_open(
    connection: AsyncConnection, channel: str, chat: str | None, now: datetime
) -> bool:
    """Tell whether a row is being sent, or may be sent now."""
    query = select(OutboxRow.id).where(
        OutboxRow.channel == channel, OutboxRow.state.in_(OPEN), OutboxRow.not_before <= now
    )
    if chat is not None:
        query = query.where(OutboxRow.chat == chat)
    return await connection.scalar(query.limit(1)) is not None


async def left_behind(
    connection: AsyncConnection, channel: str, chat: str | None, owner: int
) -> tuple[set[int], set[int]]:
    """List the rows that are being sent by a process that is dead, and those by us."""
    query = select(OutboxRow.id, OutboxRow.owner).where(*_forsaken(channel, chat, owner))
    rows = list(await connection.execute(query))
    ours = {row.id for row in rows if row.owner == owner}
    return {row.id for row in rows} - ours, ours


async def lock(session: AsyncSession, ids: Collection[int], owner: int) -> list[OutboxRow]:
    """Lock the rows of these that are still left behind."""
    return list(
        await session.scalars(
            select(OutboxRow)
            .where(OutboxRow.id.in_(ids), *_forsaken(None, None, owner))
            .order_by(OutboxRow.id)
            .with_for_update(skip_locked=True)
        )
    )


def _forsaken(channel: str | None, chat: str | None, owner: int) -> list[ColumnElement[bool]]:
    living = select(LeaseRow.id)
    forsaken = or_(
        OutboxRow.owner == owner, OutboxRow.owner.is_(None), OutboxRow.owner.not_in(living)
    )
    return [in_state(OutboxRow.state, OutboxState.SENDING), forsaken, *_place(channel, chat)]


def _place(channel: str | None, chat: str | None) -> list[ColumnElement[bool]]:
    given = ((OutboxRow.channel, channel), (OutboxRow.chat, chat))
    return [column == value for column, value in given if value is not None]


async def is_postponed(
    connection: AsyncConnection, channel: str, chat: str | None, now: datetime
) -> bool:
    """Tell whether a row waits for a moment that a clock gave which was ahead of ours."""
    query = select(OutboxRow.id).where(*_postponed(channel, chat, now)).limit(1)
    return await connection.scalar(query) is not None


async def bring_forward(
    session: AsyncSession, channel: str, chat: str | None, now: datetime
) -> None:
    """Let such rows go out now: nobody meant them to wait for so long."""
    rows = update(OutboxRow).where(*_postponed(channel, chat, now))
    connection = await session.connection()
    await connection.execute(rows.values(not_before=now, changed_at=now))


def _postponed(channel: str, chat: str | None, now: datetime) -> list[ColumnElement[bool]]:
    future = now + TOLERANCE
    ahead = (OutboxRow.not_before > future, OutboxRow.changed_at > future)
    return [in_state(OutboxRow.state, OutboxState.NEW), *ahead, *_place(channel, chat)]
