"""Letters laid into the outbox directly."""

from collections.abc import Callable
from datetime import datetime

from markupsafe import Markup

from bot.outgoing.outbox import put
from db.engine import Database
from handlers.messages import Address, Reply


async def lay(database: Database, now: Callable[[], datetime], *chats: int) -> None:
    """Lay one letter for each of these chats on Telegram."""
    replies = [Reply(Address("telegram", str(chat)), Markup("Guten Tag")) for chat in chats]
    async with database.write() as session:
        await put(session, replies, now())
