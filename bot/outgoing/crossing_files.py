"""Files that cross over: the channel they came through fetches what another has to send."""

import logging
from contextlib import suppress

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels import Channel, TryLater, Unclear, Undeliverable
from bot.log import alert
from db.engine import Database
from handlers.messages import File
from tickets.file import LARGEST, TicketFile

log = logging.getLogger(__name__)

AT_ONCE = 5


class Fetched:
    """The files that a turn may read: fetched before it, since a turn does not use the network."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._contents: dict[str, bytes] = {}

    async def ahead(self, file: File) -> None:
        """Fetch a file for the turn that follows; one that cannot be fetched is not there."""
        with suppress(TryLater, Unclear, Undeliverable):
            if file.channel == self._channel.name and file.size <= LARGEST:
                self._contents[file.ref] = await self._channel.fetch(file.ref)

    async def read(self, file: File) -> bytes | None:
        """Hand over what was fetched, once."""
        return self._contents.pop(file.ref, None)


async def fetch_wanted(database: Database, channel: Channel) -> None:
    """Fetch what another channel is waiting for; a file that is gone becomes an empty one."""
    async with database.read() as session:
        rows = await session.scalars(
            select(TicketFile)
            .where(
                TicketFile.wanted,
                TicketFile.content.is_(None),
                TicketFile.channel == channel.name,
            )
            .order_by(TicketFile.id)
            .limit(AT_ONCE)
        )
        wanted = [(row.id, row.ref) for row in rows]
    for key, ref in wanted:
        try:
            content = await channel.fetch(ref)
        except (TryLater, Unclear) as error:
            log.warning("file %s not fetched: %s", key, type(error).__name__)
            continue
        except Undeliverable:
            alert.error("file %s cannot be fetched", key)
            content = b""
        async with database.write() as session:
            await session.execute(
                update(TicketFile).where(TicketFile.id == key).values(content=content[:LARGEST])
            )


async def forget_contents(session: AsyncSession, files: tuple[File, ...]) -> None:
    """Drop the content of files that have arrived: they lie with their messenger."""
    keys = [file.key for file in files if file.key]
    if keys:
        await session.execute(
            update(TicketFile).where(TicketFile.id.in_(keys)).values(content=None, wanted=False)
        )
