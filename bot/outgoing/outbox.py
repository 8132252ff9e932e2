"""What has to go out: rows written in the turn's transaction, sent after its commit."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from markupsafe import Markup
from sqlalchemy import JSON, BigInteger, String, bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from bot.outgoing import stored_reply as written
from db.base import Base, Key, Moment, open_rows
from db.plainly import into
from handlers.messages import Address, Delivery, Reply
from handlers.rich import cut

Row = dict[str, Any]

# Telegram's limit is 4,096; some room is left for the "perhaps twice" of a repeat.
PIECE = 3_900
# Pictures chosen together come one by one; so long the first of them waits for the others.
ALBUM_GATHERS = timedelta(seconds=1.5)
LARGEST_ALBUM = 10


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
        # By chat: what is first there, and whether something is being sent. In line: what is next.
        open_rows("ix_outbox_open", "channel", "chat", "notice", "id"),
        open_rows("ix_outbox_line", "channel", "notice", "id"),
        open_rows("ix_outbox_due", "channel", "not_before"),
        open_rows("ix_outbox_sending", "channel", "chat", "id", state="sending"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    channel: Mapped[str] = mapped_column(String(20))
    chat: Mapped[str] = mapped_column(String(60))
    body: Mapped[dict[str, Any]] = mapped_column(JSON)
    delivery: Mapped[Delivery] = mapped_column(String(14))
    ticket_id: Mapped[int | None]
    card: Mapped[bool] = mapped_column(default=False)
    # One of many alike, for which everything else need not wait.
    notice: Mapped[bool] = mapped_column(default=False)
    state: Mapped[OutboxState] = mapped_column(String(8), default=OutboxState.NEW)
    attempts: Mapped[int] = mapped_column(default=0)
    repeated: Mapped[bool] = mapped_column(default=False)
    plain: Mapped[bool] = mapped_column(default=False)
    not_before: Mapped[datetime] = mapped_column(Moment)
    changed_at: Mapped[datetime | None] = mapped_column(Moment)  # its state, or `not_before`
    owner: Mapped[int | None] = mapped_column(BigInteger)  # whose lease holds it while it is sent
    sent_at: Mapped[datetime | None] = mapped_column(Moment)
    message: Mapped[str | None] = mapped_column(String(40))

    @property
    def reply(self) -> Reply:
        """Give back what was to be said."""
        return written.read(
            self.body,
            Reply(
                Address(self.channel, self.chat),
                Markup(),
                delivery=self.delivery,
                ticket=self.ticket_id,
                card=self.card,
                notice=self.notice,
            ),
        )


async def put(session: AsyncSession, replies: Iterable[Reply], now: datetime) -> None:
    """Lay replies into the outbox; long ones in several pieces, the last with the buttons."""
    rows: list[Row] = []
    for reply in replies:
        if reply.card or reply.album or reply.withdraws:  # these look at what lies there already
            await _insert(session, rows)
            rows = []
        if reply.withdraws:
            await _keep_back(session, reply)
        if reply.card and await _replace_unseen(session, reply):
            continue
        if reply.album and await _join_album(session, reply):
            continue
        pieces = cut(reply.text, PIECE)
        for number, piece in enumerate(pieces, 1):
            last = number == len(pieces)
            part = replace(
                reply,
                text=piece,
                more=not last,
                buttons=reply.buttons if last else (),
                files=reply.files if number == 1 else (),
                made=reply.made if last else (),
                corrects=reply.corrects and len(pieces) == 1,
            )
            rows.append(_row(part, now))
    await _insert(session, rows)


def _row(reply: Reply, now: datetime) -> Row:
    return {
        "channel": reply.to.channel,
        "chat": reply.to.chat,
        "body": written.write(reply),
        "delivery": reply.delivery,
        "ticket_id": reply.ticket,
        "card": reply.card,
        "notice": reply.notice,
        "state": OutboxState.NEW,
        "attempts": 0,
        "repeated": False,
        "plain": False,
        "not_before": now + ALBUM_GATHERS if reply.album else now,
        "changed_at": now,
    }


async def _insert(session: AsyncSession, rows: list[Row]) -> None:
    """Lay rows down in one statement."""
    if rows:
        await session.execute(_LAY, rows)


_LAY = into(OutboxRow)


async def _keep_back(session: AsyncSession, withdrawal: Reply) -> None:
    """Let nothing leave any more that is withdrawn before it did."""
    waiting = await session.scalars(
        select(OutboxRow)
        .where(
            OutboxRow.channel == withdrawal.to.channel,
            OutboxRow.chat == withdrawal.to.chat,
            OutboxRow.ticket_id == withdrawal.ticket,
            OutboxRow.state == OutboxState.NEW,
        )
        .with_for_update()
    )
    for row in waiting:
        if row.reply.part == withdrawal.part:
            # Of what was in doubt before, something may be there.
            row.state = OutboxState.UNCLEAR if row.repeated else OutboxState.DEAD


async def _replace_unseen(session: AsyncSession, card: Reply) -> bool:
    """Let a card that nobody has seen yet show the later state; tell whether there was one."""
    waiting = await session.scalar(
        select(OutboxRow)
        .where(
            OutboxRow.channel == card.to.channel,
            OutboxRow.chat == card.to.chat,
            OutboxRow.ticket_id == card.ticket,
            OutboxRow.card,
            OutboxRow.state == OutboxState.NEW,
            OutboxRow.attempts == 0,
        )
        .order_by(OutboxRow.id.desc())
        .limit(1)
        .with_for_update()
    )
    if waiting is None:
        return False
    waiting.body = written.write(card)
    return True


async def _join_album(session: AsyncSession, reply: Reply) -> bool:
    """Put a picture to its neighbours that have not left yet; tell whether there were any."""
    rows = await session.scalars(
        select(OutboxRow)
        .where(
            OutboxRow.channel == reply.to.channel,
            OutboxRow.chat == reply.to.chat,
            OutboxRow.ticket_id == reply.ticket,
            OutboxRow.state == OutboxState.NEW,
            OutboxRow.attempts == 0,
        )
        .with_for_update()
    )
    for row in rows:
        known = row.reply
        if known.album == reply.album and len(known.files) < LARGEST_ALBUM:
            text = known.text + "\n" + reply.text if reply.text and known.text else known.text
            both = replace(known, files=known.files + reply.files, text=text or reply.text)
            row.body = written.write(both)
            return True
    return False


async def mark_sent(
    session: AsyncSession, messages: Mapping[int, str | None], now: datetime
) -> None:
    """Mark rows as sent, by id, each with the messenger's id of its (last) message."""
    connection = await session.connection()  # the ORM would refuse a row that is gone meanwhile
    await connection.execute(
        update(OutboxRow)
        .where(OutboxRow.id == bindparam("row"))
        .values(state=OutboxState.SENT, sent_at=now, message=bindparam("said")),
        [{"row": row_id, "said": message} for row_id, message in messages.items()],
    )
