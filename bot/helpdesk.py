"""One message = one turn = one transaction."""

import asyncio
import logging
import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection
from sqlalchemy.ext.asyncio import AsyncSession

from bot import moves, outbox
from bot.channels import Channel, Unparsable, decode
from bot.inbox import Inbox, InboxRow, InboxState, claim
from bot.log import alert, place_of
from db.engine import Database
from faq.editing.exchange import LARGEST
from handlers import texts
from handlers.desk import Desk, House
from handlers.dialogue import respond
from handlers.messages import Incoming, Media, Moved, Reply, Text
from handlers.texts import say

log = logging.getLogger(__name__)

# What a database in trouble throws; some of it comes from the driver as it is.
TROUBLE = (DBAPIError, NoConnection, OSError)


class Helpdesk:
    """Handles the open rows of the inbox: one chat in order, chats side by side."""

    CHATS = 8  # at once
    TRIES = 3  # of a turn that two replicas got in each other's way of

    def __init__(
        self, database: Database, house: House, inbox: Inbox, clock: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._house = house
        self._inbox = inbox
        self._clock = clock

    async def work_off(self, channel: Channel) -> None:
        """Handle all open rows of a channel, except those that need another try later."""
        while await self.step(channel):
            pass

    async def step(self, channel: Channel) -> bool:
        """Handle the oldest open row of some chats; tell whether any of them is done now.

        None is, when the database is in trouble or another replica is at work on them.
        """
        heads = await self._inbox.heads(channel.name, self.CHATS, channel.chat)
        return any(await asyncio.gather(*(self._handle(row, channel) for row, _ in heads)))

    async def _handle(self, row_id: int, channel: Channel) -> bool:
        try:
            await self._think_ahead(row_id, channel)
            return await self.turn(row_id, channel)
        except Unparsable as error:
            await self._bury(row_id, error, None)
        except TROUBLE as error:
            log.warning("turn of inbox row %s failed: %s", row_id, _place(error))
            return await self._put_off(row_id, error, channel)
        except Exception as error:  # noqa: BLE001 - a fault of ours must not stop the others
            await self._bury(row_id, error, channel)
        return True

    async def _think_ahead(self, row_id: int, channel: Channel) -> None:
        """Do what is slow, or uses the network, before the transaction begins."""
        async with self._database.read() as session:
            row = await session.get(InboxRow, row_id)
            incoming = channel.parse(decode(row.raw)) if row else None
            wanted = incoming and await self._is_wanted(incoming, session)
        if incoming and isinstance(incoming.body, Media) and wanted:
            await self._house.files.ahead(incoming.body.file)
        if incoming and isinstance(incoming.body, Text) and self._house.lookup.is_slow:
            await asyncio.to_thread(self._house.lookup.prepare, incoming.body.text)

    async def _is_wanted(self, incoming: Incoming, session: AsyncSession) -> bool:
        """Tell whether the file of a message is the one an editor was asked for."""
        if not isinstance(incoming.body, Media) or incoming.body.file.size > LARGEST:
            return False
        desk = Desk(session, self._house, incoming, self._clock())
        talk = await desk.talks.awaited(desk.talker)
        return talk is not None and talk.awaits == "faq_import"

    async def turn(self, row_id: int, channel: Channel) -> bool:
        """Handle one row: what changes, what goes out and "done" are one transaction.

        Returns:
            False if somebody else has the row.

        Raises:
            Unparsable: the row holds no update of this channel.

        """
        async with self._database.write() as session:
            row = await claim(session, row_id)
            if row is None:
                return False
            incoming = channel.parse(decode(row.raw))
            if incoming is not None:
                replies = await self.answer(session, incoming)
                await outbox.put(session, _where_asked(replies, incoming), self._clock())
            # The key alone keeps it from coming twice; the rest may hold a name.
            row.state, row.done_at, row.raw = InboxState.DONE, self._clock(), ""
        return True

    async def answer(self, session: AsyncSession, incoming: Incoming) -> list[Reply]:
        """Let the dialogue answer a message."""
        if isinstance(incoming.body, Moved):
            await moves.record(session, incoming.chat, incoming.body.to)
            await moves.follow(session, self._house)
            return []
        return await respond(incoming, Desk(session, self._house, incoming, self._clock()))

    async def _put_off(self, row_id: int, error: Exception, channel: Channel) -> bool:
        """Keep a row first in line; a fault that stays is not the database's trouble but ours."""
        gone = isinstance(error, DBAPIError) and error.connection_invalidated
        if gone or isinstance(error, OperationalError):
            return False
        async with self._database.write() as session:
            row = await claim(session, row_id)
            if row is None:
                return True
            row.attempts += 1
            if row.attempts < self.TRIES:
                return False
        await self._bury(row_id, error, channel)
        return True

    async def _bury(self, row_id: int, error: Exception, channel: Channel | None) -> None:
        """Lay a row that cannot be handled aside, and say so to whoever wrote it."""
        reference = secrets.token_hex(4)
        async with self._database.write() as session:
            row = await claim(session, row_id)
            if row is None:
                return
            row.state, row.done_at = InboxState.DEAD, self._clock()
            row.error, row.reference = place_of(error)[:200], reference
            incoming = _readable(row, channel) if channel else None
            if incoming:
                apology = say(texts.APOLOGY, reference=reference)
                await outbox.put(session, [Reply(incoming.chat, apology)], self._clock())
        alert.error("dead letter: inbox row %s, %s, %s", row_id, reference, place_of(error))


def _where_asked(replies: list[Reply], incoming: Incoming) -> list[Reply]:
    """Answer in the topic in which something was said; a ticket's own thread is elsewhere."""
    return [
        replace(reply, topic=incoming.topic)
        if reply.to == incoming.chat and not (reply.card or reply.in_thread)
        else reply
        for reply in replies
    ]


def _place(error: Exception) -> str:
    return place_of(error.orig or error) if isinstance(error, DBAPIError) else place_of(error)


def _readable(row: InboxRow, channel: Channel) -> Incoming | None:
    try:
        return channel.parse(decode(row.raw))
    except Unparsable:
        return None
