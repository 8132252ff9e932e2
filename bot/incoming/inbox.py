"""What came in: stored raw before it is acknowledged, then handled one row at a time."""

import asyncio
import hashlib
import json
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Select, String, Text, UniqueConstraint, bindparam, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, aliased, mapped_column

from db.base import Base, Key, Moment, in_state, open_rows
from db.engine import Database

LONGEST_KEY = 64  # characters


class InboxState(StrEnum):
    """How far an update has come."""

    NEW = "new"
    DONE = "done"
    DEAD = "dead"


class InboxRow(Base):
    """One update as a messenger gave it."""

    __tablename__ = "inbox"
    __table_args__ = (
        UniqueConstraint("channel", "update_key"),
        open_rows("ix_inbox_open", "channel", "chat", "id"),
        open_rows("ix_inbox_line", "channel", "id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    channel: Mapped[str] = mapped_column(String(20))
    update_key: Mapped[str] = mapped_column(String(80))
    chat: Mapped[str] = mapped_column(String(60))
    raw: Mapped[str] = mapped_column(Text)
    state: Mapped[InboxState] = mapped_column(String(4), default=InboxState.NEW)
    attempts: Mapped[int] = mapped_column(default=0)
    error: Mapped[str | None] = mapped_column(String(200))
    reference: Mapped[str | None] = mapped_column(String(12))
    received_at: Mapped[datetime] = mapped_column(Moment)
    done_at: Mapped[datetime | None] = mapped_column(Moment)


@dataclass(frozen=True, slots=True)
class RawUpdate:
    """An update nobody has parsed yet: its key, the chat it belongs to, its JSON."""

    key: str
    chat: str
    raw: str

    @classmethod
    def of(cls, update: dict[str, Any], key: object, chat: object) -> "RawUpdate":
        """Wrap a decoded update; without a usable key its own content is the key."""
        # ASCII, so that NUL and lone surrogates stay escapes and every database takes them.
        raw = json.dumps(update)
        usable = (
            isinstance(key, int | str)
            and not isinstance(key, bool)
            and 0 < len(str(key)) < LONGEST_KEY
            and str(key) == _storable(str(key))
        )
        return cls(str(key) if usable else _digest(raw), _storable(str(chat or ""))[:60], raw)

    @classmethod
    def unreadable(cls, body: bytes) -> "RawUpdate":
        """Keep a body that is no JSON object for the dead letters."""
        raw = json.dumps({"unreadable": body[:65_536].decode(errors="replace")})
        return cls(_digest(raw), "", raw)


def _storable(text: str) -> str:
    """Leave out what no database takes: one such update must not keep back its whole batch."""
    return text.replace("\0", "").encode("ascii", "ignore").decode()


def _digest(raw: str) -> str:
    return "sha256:" + hashlib.sha256(raw.encode()).hexdigest()


class Head(NamedTuple):
    """The oldest open row of a chat."""

    id: int
    chat: str
    raw: str


class InLine(NamedTuple):
    """An open row of a chat, and when it came."""

    id: int
    raw: str
    received_at: datetime


class Inbox:
    """The rows that wait to be handled."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.arrived = asyncio.Event()

    async def store(self, channel: str, updates: Iterable[RawUpdate], now: datetime) -> None:
        """Commit updates; only after this may the messenger be told that we have them."""
        rows = [
            {
                "channel": channel,
                "update_key": update.key,
                "chat": update.chat,
                "raw": update.raw,
                "state": InboxState.NEW,
                "attempts": 0,
                "received_at": now,
            }
            for update in updates
        ]
        if not rows:
            return
        dialect = sqlite if self._database.is_sqlite else postgresql
        async with self._database.write() as session:
            connection = await session.connection()
            await connection.execute(dialect.insert(InboxRow).on_conflict_do_nothing(), rows)
        self.arrived.set()

    async def heads(
        self,
        channel: str,
        limit: int,
        chat: str | None = None,
        without: AbstractSet[str] = frozenset(),
    ) -> list[Head]:
        """List the oldest open row of each chat, except of some chats."""
        query = _heads(of_one_chat=chat is not None, without_some=bool(without))
        given = {"channel": channel, "limit": limit, "chat": chat, "without": list(without)}
        async with self._database.look() as connection:
            found = await connection.execute(query, given)
            return [Head(row.id, row.chat, row.raw) for row in found]

    async def line(self, row_id: int) -> list[InLine]:
        """List an open row and those that stand behind it in its chat."""
        async with self._database.look() as connection:
            found = await connection.execute(_LINE, {"row": row_id})
            return [InLine(*row) for row in found]

    async def dead(self) -> list[InboxRow]:
        """List the dead letters."""
        async with self._database.read() as session:
            found = await session.scalars(
                select(InboxRow).where(InboxRow.state == InboxState.DEAD).order_by(InboxRow.id)
            )
            return list(found)

    async def retry(self, row_id: int) -> bool:
        """Put a dead letter back among the open rows."""
        async with self._database.write() as session:
            found = await session.execute(
                update(InboxRow)
                .where(InboxRow.id == row_id, InboxRow.state == InboxState.DEAD)
                .values(state=InboxState.NEW, error=None)
                .returning(InboxRow.id)
            )
            return found.first() is not None


@cache
def _heads(*, of_one_chat: bool, without_some: bool) -> Select[int, str, str]:
    """Put the query together, once: it is asked all the time."""
    earlier = aliased(InboxRow)
    query = (
        select(InboxRow.id, InboxRow.chat, InboxRow.raw)
        .where(
            InboxRow.channel == bindparam("channel"),
            in_state(InboxRow.state, InboxState.NEW),
            ~select(earlier.id)
            .where(
                earlier.channel == InboxRow.channel,
                earlier.chat == InboxRow.chat,
                in_state(earlier.state, InboxState.NEW),
                earlier.id < InboxRow.id,
            )
            .exists(),
        )
        .order_by(InboxRow.id)
        .limit(bindparam("limit"))
    )
    if of_one_chat:
        query = query.where(InboxRow.chat == bindparam("chat"))
    if without_some:
        query = query.where(InboxRow.chat.not_in(bindparam("without", expanding=True)))
    return query


_FIRST = aliased(InboxRow)
_LINE = (
    select(InboxRow.id, InboxRow.raw, InboxRow.received_at)
    .join(_FIRST, (_FIRST.channel == InboxRow.channel) & (_FIRST.chat == InboxRow.chat))
    .where(
        _FIRST.id == bindparam("row"),
        InboxRow.id >= bindparam("row"),
        in_state(InboxRow.state, InboxState.NEW),
    )
    .order_by(InboxRow.id)
    .limit(100)
)
_FREE = (
    select(InboxRow.id)
    .where(
        InboxRow.id.in_(bindparam("ids", expanding=True)),
        in_state(InboxRow.state, InboxState.NEW),
    )
    .with_for_update(skip_locked=True)
)
# Put together once, too.
_TAKE = (
    update(InboxRow)
    .where(InboxRow.id.in_(_FREE))
    .values(state=InboxState.DONE, done_at=bindparam("now"), raw="")
    .returning(InboxRow.id)
)


async def take(session: AsyncSession, ids: list[int], now: datetime) -> set[int]:
    """Mark open rows as done, as this transaction will make true; tell which are ours to handle.

    The key alone keeps them from coming twice; their raw text may hold a name, so it goes.
    """
    connection = await session.connection()
    return set(await connection.scalars(_TAKE, {"ids": ids, "now": now}))


async def claim(session: AsyncSession, row_id: int) -> InboxRow | None:
    """Lock an open row for this transaction; None if somebody else has it or it is done."""
    row: InboxRow | None = await session.scalar(
        select(InboxRow)
        .where(InboxRow.id == row_id, InboxRow.state == InboxState.NEW)
        .with_for_update(skip_locked=True)
    )
    return row
