"""One message = one turn, whole or not at all: it shares a transaction, and never halves it."""

import asyncio
import logging
import secrets
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection
from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels import Channel, Unparsable, decode
from bot.incoming.gathering import QUIET, Whole, gather
from bot.incoming.inbox import Head, Inbox, InboxState, claim, take
from bot.incoming.resting import Resting
from bot.log import alert, place_of
from bot.outgoing import moved_groups as moves
from bot.outgoing import outbox
from bot.outgoing.alarm import Alarm, Part
from bot.outgoing.sender import Sender
from db.engine import Database
from db.trouble import Trouble, of
from faq.exchange.document import LARGEST
from faq.insight.rehearsal import Underway
from handlers import texts
from handlers.desk import Desk, House
from handlers.dialogue import respond
from handlers.messages import Command, Incoming, Media, Moved, Reply, Text
from handlers.reading.pieces import sign_each
from handlers.texts import say

log = logging.getLogger(__name__)

# What a database in trouble throws; some of it comes from the driver as it is.
TROUBLE = (DBAPIError, NoConnection, OSError)


class Helpdesk:
    """Handles the open rows of the inbox: each chat in order, several chats in one go."""

    CHATS = 16  # whose messages share a transaction; what a commit costs is paid once
    SLOW_CHATS = 4  # where the language model takes its time over each
    TRIES = 3  # of a turn that two replicas got in each other's way of

    def __init__(
        self,
        database: Database,
        house: House,
        inbox: Inbox,
        clock: Callable[[], datetime],
        sender: Sender | None = None,
        *,
        alarm: Alarm | None = None,
    ) -> None:
        """Set up the desk.

        Args:
            database: of inbox, outbox and all the rest.
            house: what stays the same from turn to turn.
            inbox: what waits.
            clock: gives the time.
            sender: begins to send in the turn's own transaction, which saves another one before
                the answer leaves; without one the answers wait in the outbox.
            alarm: is told of turns that fail through no fault of theirs.

        """
        self._database = database
        self._house = house
        self._inbox = inbox
        self._clock = clock
        self._resting = Resting()
        self._alarm = alarm
        self._sender = sender

    async def work_off(self, channel: Channel) -> None:
        """Handle all open rows of a channel, except those that need another try later."""
        while await self.step(channel) or self._resting.thoughts:
            await asyncio.gather(*self._resting.thoughts, return_exceptions=True)

    async def step(self, channel: Channel) -> bool:
        """Handle the oldest open row of some chats; tell whether any of them is done now.

        None is, when the database is in trouble or another replica is at work on them.
        """
        chats = self.SLOW_CHATS if self._house.lookup.is_slow else self.CHATS
        resting = self._resting.chats(self._clock())
        heads = await self._inbox.heads(channel.name, chats, channel.chat, resting)
        if len(heads) > 1 and await self._together(heads, channel):
            return True
        return any(await asyncio.gather(*(self._alone(head, channel) for head in heads)))

    async def _together(self, heads: list[Head], channel: Channel) -> bool:
        """Handle rows in one transaction; with a fault in one of them none is handled."""
        try:
            return await self.turn(heads, channel)
        except Exception as error:  # noqa: BLE001 - each alone will show whose fault it is
            log.info("turn of %s inbox rows parted: %s", len(heads), _place(error))
            return False

    async def _alone(self, head: Head, channel: Channel) -> bool:
        try:
            handled = await self.turn([head], channel)
        except Unparsable as error:
            await self._bury([head.id], error, None)
        except Underway as thinking:
            self._resting.until(thinking.future, head.chat)
            thinking.future.add_done_callback(lambda _: self._inbox.arrived.set())
            return False
        except TROUBLE as error:
            log.warning("turn of inbox row %s failed: %s", head.id, _place(error))
            return await self._put_off(head, error, channel)
        except Exception as error:  # noqa: BLE001 - a fault of ours must not stop the others
            await self._bury(await self._rows(head, channel), error, channel)
        else:
            if handled:
                self._resting.over(head.chat)
            return handled
        return True

    async def _whole(self, head: Head, channel: Channel) -> Whole:
        """Read a row, with what goes on with it."""
        said = channel.parse(decode(head.raw))
        if not channel.splits:
            return Whole(said, (head.id,))
        return await gather(self._inbox, head.id, said, lambda raw: _readable(raw, channel))

    async def _rows(self, head: Head, channel: Channel) -> Sequence[int]:
        """Name the rows that one fault lays aside: without its head, the rest means another."""
        try:
            return (await self._whole(head, channel)).rows
        except Exception:  # noqa: BLE001 - then it is the reading that fails
            return [head.id]

    async def _ready(self, heads: list[Head], channel: Channel) -> list[Whole]:
        """Read the rows with what goes on with each; leave alone where more may be on its way."""
        now, ready = self._clock(), []
        for head in heads:
            whole = await self._whole(head, channel)
            # Further ahead than that it is the time of a clock that was wrong.
            if whole.ready_at and now < whole.ready_at <= now + QUIET:
                self._resting.wait(head.chat, whole.ready_at)
            else:
                ready.append(whole)
        return ready

    async def turn(self, heads: list[Head], channel: Channel) -> bool:
        """Handle one message of each chat: all that changes and goes out is one transaction.

        Returns:
            False if somebody else has the rows, or more of the same may be on its way.

        Raises:
            Unparsable: a row holds no update of this channel.

        """
        wholes = {whole.rows[0]: whole for whole in await self._ready(heads, channel)}
        if not wholes:
            return False
        await asyncio.gather(*(self._think_ahead(w.said) for w in wholes.values() if w.said))
        async with self._database.write() as session:
            mine = await take(session, list(wholes), self._clock())
            # Only who has the first row of a whole may have the others.
            rest = [row for first in mine for row in wholes[first].rows[1:]]
            if rest:
                await take(session, rest, self._clock())
            replies: list[Reply] = []
            for row_id in sorted(mine):
                said = wholes[row_id].said
                if said is not None:
                    told = sign_each(await self.answer(session, said), said)
                    replies += _where_asked(told, said)
                    await asyncio.sleep(0)  # whoever polls or sends is not kept waiting for all
            await outbox.put(session, replies, self._clock())
            leaving = await self._sender.claim(session) if self._sender else []
        if self._sender:
            self._sender.begin(leaving)
        return bool(mine)

    async def _think_ahead(self, incoming: Incoming) -> None:
        """Do what is slow, or uses the network, before the transaction begins."""
        match incoming.body:
            case Media(file) if file.size <= LARGEST and await self._is_wanted(incoming):
                await self._house.files.ahead(file)
            case Text(text) | Command(rest=text) | Media(text=text) if text:
                if self._house.lookup.is_slow:
                    await asyncio.to_thread(self._house.lookup.prepare, text)

    async def _is_wanted(self, incoming: Incoming) -> bool:
        """Tell whether the file of a message is the one an editor was asked for."""
        async with self._database.read() as session:
            desk = Desk(session, self._house, incoming, self._clock())
            talk = await desk.talks.awaited(desk.talker)
            return talk is not None and talk.awaits == "faq_import"

    async def answer(self, session: AsyncSession, incoming: Incoming) -> list[Reply]:
        """Let the dialogue answer a message."""
        if isinstance(incoming.body, Moved):
            old, new = incoming.chat, incoming.body.to
            await moves.move(session, self._house, old, new, self._clock())
            return []
        if incoming.group and incoming.chat != self._house.advisors:
            await moves.follow(session, self._house)  # it may have moved just now
        return await respond(incoming, Desk(session, self._house, incoming, self._clock()))

    async def _put_off(self, head: Head, error: Exception, channel: Channel) -> bool:
        """Keep a row first in line; a fault that stays is not the database's trouble but ours."""
        gone = isinstance(error, DBAPIError) and error.connection_invalidated
        if gone or isinstance(error, OperationalError) or of(error) is not Trouble.UNKNOWN:
            self._resting.begin(head.chat, self._clock())
            if self._alarm:
                self._alarm.struck(Part.INBOX, error)
            return False
        async with self._database.write() as session:
            row = await claim(session, head.id)
            if row is None:
                return True
            row.attempts += 1
            if row.attempts < self.TRIES:
                return False
        await self._bury(await self._rows(head, channel), error, channel)
        return True

    async def _bury(self, rows: Sequence[int], error: Exception, channel: Channel | None) -> None:
        """Lay what cannot be handled aside as a whole, and say so to whoever wrote it."""
        reference = secrets.token_hex(4)
        async with self._database.write() as session:
            claimed = [await claim(session, row_id) for row_id in rows]
            if claimed[0] is None:
                return
            for row in filter(None, claimed):
                row.state, row.done_at = InboxState.DEAD, self._clock()
                row.error, row.reference = place_of(error)[:200], reference
            incoming = _readable(claimed[0].raw, channel) if channel else None
            if incoming:
                apology = say(texts.APOLOGY, reference=reference)
                await outbox.put(session, [Reply(incoming.chat, apology)], self._clock())
        if self._sender:
            self._sender.filled.set()  # nobody has claimed the apology
        alert.error("dead letter: inbox row %s, %s, %s", rows[0], reference, place_of(error))


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


def _readable(raw: str, channel: Channel) -> Incoming | None:
    try:
        return channel.parse(decode(raw))
    except Unparsable:
        return None
