"""Taking back what was sent: deleted where the messenger still allows it."""

from sqlalchemy import select

from bot.channels import Channel, Undeliverable
from bot.outgoing.outbox import OutboxRow, OutboxState
from db.engine import Database
from handlers.messages import Reply
from tickets.post import PostStore


async def is_withdrawn(database: Database, channel: Channel, reply: Reply) -> bool:
    """Delete what carried a part; tell whether nothing of it can be left at the person.

    Raises:
        TryLater, Unclear: it may be tried again; what is deleted stays so.

    """
    part, address = reply.part or 0, str(reply.to)
    async with database.read() as session:
        carrying = await PostStore(session).carrying(part, address)
        rows = await session.scalars(
            select(OutboxRow).where(
                OutboxRow.channel == reply.to.channel,
                OutboxRow.chat == reply.to.chat,
                OutboxRow.ticket_id == reply.ticket,
            )
        )
        # A copy of which nobody knows whether it arrived has no number by which to delete it.
        gone = not any(
            row.reply.part == part and (row.repeated or row.state == OutboxState.UNCLEAR)
            for row in rows
            if not row.reply.withdraws
        )
    for message in carrying:
        try:
            await channel.delete(reply.to.chat, message)
        except Undeliverable:
            gone = False
    return gone
