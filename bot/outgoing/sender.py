"""Sends what the outbox holds: in order per chat, within the limits, honest about doubt."""

import asyncio
import logging
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels import (
    BadMarkup,
    Channel,
    GroupMoved,
    MessageGone,
    Outgoing,
    TopicGone,
    TryLater,
    Unclear,
    Undeliverable,
)
from bot.lease import BEAT, Lease
from bot.log import alert, place_of
from bot.outgoing import line as outbox_line
from bot.outgoing.outbox import OutboxRow, OutboxState
from bot.outgoing.outcome import Outcome, Overtaken
from bot.outgoing.placing import place
from bot.outgoing.withdrawing import is_withdrawn
from db.engine import Database
from handlers.desk import House

log = logging.getLogger(__name__)


class Sender:
    """Sends for one channel."""

    BATCH = 30

    def __init__(
        self,
        database: Database,
        channel: Channel,
        house: House,
        clock: Callable[[], datetime],
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        self._database = database
        self._channel = channel
        self._outcome = Outcome(database, house, clock)
        self._clock = clock
        self._ticks = ticks
        self.lease = Lease(database, channel.name, ticks)
        self._begun: set[int] = set()  # rows that are being sent in this process
        self._missed: set[int] = set()  # ours by what the database says, and nobody sends them
        self.filled = asyncio.Event()
        self.crew: asyncio.TaskGroup  # where what is begun goes on; whoever lets us run gives it

    async def recover(self) -> None:
        """Decide about messages that nobody sends any more, or that wait for no good reason.

        What a dead process has left is decided at once. A row of our own may be on its way to
        `begin` just now; if nobody sends it at the second look either, its outcome was lost.
        """
        place, now = (self._channel.name, self._channel.chat), self._clock()
        async with self._database.look() as connection:
            dead, ours = await outbox_line.left_behind(connection, *place, self.lease.number)
            postponed = await outbox_line.is_postponed(connection, *place, now)
        missed = ours - self._begun
        lost = (dead - self._begun) | (missed & self._missed)
        self._missed = missed
        if not lost and not postponed:
            return
        async with self._database.write() as session:
            for row in await outbox_line.lock(session, lost, self.lease.number):
                await self._outcome.orphaned(session, row)
            await outbox_line.bring_forward(session, *place, now)
        self.filled.set()

    async def drain(self) -> float:
        """Send all that may go out now; return the seconds until there may be more."""
        while rows := await self._claim():
            await asyncio.gather(*(self._deliver(row) for row in rows))
        return await self._pause()

    async def run(self, stop: asyncio.Event, look_again: float) -> None:
        """Send until told to stop; what is being sent then is still brought to its end.

        Args:
            stop: set when the process should end.
            look_again: seconds after which to look for rows that another process wrote.

        """
        looked = self._ticks()
        while not stop.is_set():
            self.filled.clear()
            if self._ticks() - looked >= BEAT:
                looked = self._ticks()
                await self.recover()
            pause = await self._pause()
            if rows := await self._claim() if pause <= 0 else []:
                self.begin(rows)
            else:  # after some there are often more; they wake us anyway
                with suppress(TimeoutError):
                    pause = min(max(pause, 0.01), look_again)
                    await asyncio.wait_for(self.filled.wait(), pause)

    def begin(self, claimed: list[OutboxRow]) -> None:
        """Send what was claimed in a transaction that is committed now."""
        if not claimed:
            self.filled.set()  # something may lie there that has to wait; else its end wakes us
        for row in claimed:
            self._begun.add(row.id)
            self.crew.create_task(self._deliver_and_wake(row))

    async def _deliver_and_wake(self, row: OutboxRow) -> None:
        try:
            await self._deliver(row)
        except Overtaken:
            log.info("outbox row %s is somebody else's by now", row.id)
        except Exception as error:  # noqa: BLE001 - one row's fault must not cut off the others
            # The database did not take the outcome: then the row is found in doubt.
            alert.error("outcome not recorded: outbox row %s, %s", row.id, place_of(error))
        finally:
            self._begun.discard(row.id)
        self.filled.set()

    async def is_busy(self) -> bool:
        """Tell whether a message is being sent or may be sent now."""
        async with self._database.look() as connection:
            return await outbox_line.is_open(
                connection, self._channel.name, self._channel.chat, self._clock()
            )

    async def _pause(self) -> float:
        async with self._database.look() as connection:
            at = await outbox_line.next_due(connection, self._channel.name, self._channel.chat)
        if at is None:
            return 3600.0
        due = (at - self._clock()).total_seconds()
        return max(0.0, due, self._channel.pace.next_room(self._ticks()))

    def _room(self) -> int:
        """Tell how many rows may be claimed now."""
        # Without room they stay as they are: to put off each of thousands would take longer.
        return max(0, min(self.BATCH, self._channel.pace.room(self._ticks())))

    async def _claim(self) -> list[OutboxRow]:
        if not self._room():
            return []
        async with self._database.write() as session:
            return await self.claim(session)

    async def claim(self, session: AsyncSession) -> list[OutboxRow]:
        """Mark rows as being sent; a crash after the commit of that leaves a trace."""
        now, tick = self._clock(), self._ticks()
        claimed: list[OutboxRow] = []
        if not (room := self._room()):
            return claimed
        for row in await outbox_line.due(
            session, self._channel.name, self._channel.chat, now, room
        ):
            group = self._channel.is_group(row.chat)
            wait = self._channel.pace.wait(row.chat, tick, group=group)
            row.changed_at = now
            if wait > 0:
                row.not_before = now + timedelta(seconds=wait)
                continue
            self._channel.pace.note(row.chat, tick, group=group)
            row.state = OutboxState.SENDING
            row.owner = self.lease.number
            row.attempts += 1
            claimed.append(row)
        return claimed

    async def _deliver(self, row: OutboxRow) -> None:
        outcome = self._outcome
        try:
            messages = await self._say(row)
        except TryLater as error:
            await outcome.again(row, error.seconds)
        except MessageGone:
            await outcome.without_message(row)
        except TopicGone:
            await outcome.without_topic(row)
        except GroupMoved as error:
            await outcome.moved(row, error.chat)
        except BadMarkup as error:
            await (outcome.refused(row, error) if row.plain else outcome.plainly(row))
        except Undeliverable as error:
            await outcome.refused(row, error)
        except Unclear:
            await outcome.unclear(row)
        except Exception as error:  # noqa: BLE001 - whatever a library throws, the row stays true
            alert.error("sending failed: row %s, %s", row.id, place_of(error))
            await outcome.unclear(row)
        else:
            await outcome.sent(row, messages)

    async def _say(self, row: OutboxRow) -> tuple[str, ...]:
        reply, channel = row.reply, self._channel
        try:
            if reply.receipt and channel.reacts:
                with suppress(Undeliverable):  # a sign under a message that is gone
                    await channel.react(row.chat, reply.receipt)
                return ()
            if not (reply.text or reply.files or reply.made):
                return ()
            if reply.withdraws and await is_withdrawn(self._database, channel, reply):
                return ()
            if row.repeated:  # that happens once: not while nobody would hear us, or we them
                await channel.reach()
            outgoing = await place(
                self._database,
                channel,
                reply,
                repeated=row.repeated,
                plain=row.plain,
                tries=row.attempts,
            )
            return await self._act(outgoing)
        finally:
            channel.pace.arrived(row.chat, self._ticks())

    async def _act(self, outgoing: Outgoing) -> tuple[str, ...]:
        if outgoing.edits:
            await self._channel.edit(outgoing)
            return ()
        return await self._channel.send(outgoing)
