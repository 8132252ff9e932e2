"""What is done with is forgotten, a portion at a time: nobody waits for more than one of them."""

from datetime import datetime, timedelta

from sqlalchemy import Delete, String, Update, cast, delete, literal, select, true, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.incoming.inbox import InboxRow, InboxState
from bot.outgoing.outbox import OutboxRow, OutboxState
from db.engine import Database

# Telegram keeps an update for 24 hours; later nothing can come twice. Keeping keys for ever
# would lose messages: after a quiet week Telegram counts on from a random number.
KEEP_DONE = timedelta(days=2)
KEEP_DEAD = timedelta(days=30)
KEEP_SENT = timedelta(days=7)
KEEP_UNSENT = timedelta(days=28)
PORTION = 1_000  # rows; on SQLite nothing else runs while a statement does

Forgetting = tuple[Delete | Update, ...]


async def forget(database: Database, now: datetime) -> None:
    """Delete what is done with, and empty what will never be; each portion is a transaction."""
    for rows, statements in ((InboxRow, _of_inbox(now)), (OutboxRow, _of_outbox(now))):
        after: int | None = 0
        while after is not None:
            async with database.write() as session:
                after = await _portion(session, rows, statements, after)


async def _portion(
    session: AsyncSession, rows: type[InboxRow | OutboxRow], statements: Forgetting, after: int
) -> int | None:
    """Go through the next rows by their keys; give the last one, if there may be more."""
    following = select(rows.id).where(rows.id > after).order_by(rows.id)
    last: int | None = await session.scalar(following.offset(PORTION - 1).limit(1))
    for statement in statements:
        up_to = rows.id <= last if last is not None else true()
        await session.execute(statement.where(rows.id > after, up_to))
    return last


def _of_inbox(now: datetime) -> Forgetting:
    done, dead = InboxRow.state == InboxState.DONE, InboxRow.state == InboxState.DEAD
    too_old_to_come_twice = InboxRow.done_at < now - KEEP_DONE
    freed = literal("dead:") + cast(InboxRow.id, String)
    return (
        delete(InboxRow).where(done, too_old_to_come_twice),
        delete(InboxRow).where(dead, InboxRow.done_at < now - KEEP_DEAD),
        update(InboxRow).where(dead, too_old_to_come_twice).values(update_key=freed),
    )


def _of_outbox(now: datetime) -> Forgetting:
    sent = OutboxRow.state == OutboxState.SENT
    never = OutboxRow.state.in_((OutboxState.DEAD, OutboxState.UNCLEAR))
    too_old = OutboxRow.not_before < now - KEEP_UNSENT
    return (
        delete(OutboxRow).where(sent, OutboxRow.sent_at < now - KEEP_SENT),
        update(OutboxRow).where(never, too_old).values(body={"text": ""}),
    )
