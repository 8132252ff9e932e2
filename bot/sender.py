"""Sends what the outbox holds: in order per chat, within the limits, honest about doubt."""

import asyncio
import logging
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from bot import outbox
from bot.channels import (
    BadMarkup,
    Blocked,
    Channel,
    Outgoing,
    Refused,
    TryLater,
    Unclear,
    Undeliverable,
)
from bot.log import alert, place_of
from bot.outbox import OutboxRow, OutboxState
from db.engine import Database
from handlers import texts
from handlers.messages import Address, Delivery, Reply
from handlers.texts import say
from tickets.store import TicketStore
from tickets.ticket import Kind

log = logging.getLogger(__name__)

# A request times out after 30 seconds; who has been sending for longer is dead.
LEASE = timedelta(seconds=90)
# 2, 4, 8 … seconds, at most five minutes; twelve tries are a good half hour.
FIRST_PAUSE, LONGEST_PAUSE, TRIES = 2.0, 300.0, 12
# The advisors' chat is never given up: the tickets wait until it is reachable again.
ADVISORS_PAUSE = 600.0


class Sender:
    """Sends for one channel."""

    BATCH = 30

    def __init__(
        self,
        database: Database,
        channel: Channel,
        advisors: Address,
        clock: Callable[[], datetime],
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        self._database = database
        self._channel = channel
        self._advisors = advisors
        self._clock = clock
        self._ticks = ticks
        self.filled = asyncio.Event()

    async def recover(self, lease: timedelta = LEASE) -> None:
        """Decide about messages whose sending was cut off by the end of a process."""
        async with self._database.write() as session:
            for row in await outbox.orphans(
                session, self._channel.name, self._channel.chat, self._clock() - lease
            ):
                # The end of a process says nothing about the network: no longer pauses for that.
                await self._doubt(session, row, FIRST_PAUSE)

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
        async with asyncio.TaskGroup() as sending:
            looked = self._ticks()
            while not stop.is_set():
                self.filled.clear()
                if self._ticks() - looked > LEASE.total_seconds() / 3:
                    looked = self._ticks()
                    await self.recover()
                pause = await self._pause()
                if pause <= 0:
                    for row in await self._claim():
                        sending.create_task(self._deliver_and_wake(row))
                    pause = await self._pause()
                pause = min(max(pause, 0.01), look_again)
                with suppress(TimeoutError):
                    await asyncio.wait_for(self.filled.wait(), pause)

    async def _deliver_and_wake(self, row: OutboxRow) -> None:
        try:
            await self._deliver(row)
        except Exception as error:  # noqa: BLE001 - one row's fault must not cut off the others
            # The database did not take the outcome; when the lease ends, the row is in doubt.
            alert.error("outcome not recorded: outbox row %s, %s", row.id, place_of(error))
        self.filled.set()

    async def is_busy(self) -> bool:
        """Tell whether a message is being sent or may be sent now."""
        async with self._database.read() as session:
            return await outbox.is_open(
                session, self._channel.name, self._channel.chat, self._clock()
            )

    async def _pause(self) -> float:
        async with self._database.read() as session:
            at = await outbox.next_due(session, self._channel.name, self._channel.chat)
        return 3600.0 if at is None else max(0.0, (at - self._clock()).total_seconds())

    async def _claim(self) -> list[OutboxRow]:
        """Mark rows as being sent, and commit that: a crash from here on leaves a trace."""
        now, tick = self._clock(), self._ticks()
        claimed = []
        async with self._database.write() as session:
            for row in await outbox.due(
                session, self._channel.name, self._channel.chat, now, self.BATCH
            ):
                group = self._channel.is_group(row.chat)
                wait = self._channel.pace.wait(row.chat, tick, group=group)
                if wait > 0:
                    row.not_before = now + timedelta(seconds=wait)
                    continue
                self._channel.pace.note(row.chat, tick, group=group)
                row.state = OutboxState.SENDING
                row.claimed_at = now
                row.attempts += 1
                claimed.append(row)
        return claimed

    async def _deliver(self, row: OutboxRow) -> None:
        try:
            message = await self._send(row)
        except TryLater as error:
            await self._again(row.id, error.seconds)
        except Unclear:
            await self._settle(row.id, self._doubt)
        except BadMarkup as error:
            await self._settle(row.id, _retry_plain if not row.plain else self._bury(error))
        except Undeliverable as error:
            await self._settle(row.id, self._bury(error))
        except Exception as error:  # noqa: BLE001 - whatever a library throws, the row stays true
            alert.error("sending failed: row %s, %s", row.id, place_of(error))
            await self._settle(row.id, self._doubt)
        else:
            await self._sent(row.id, message)

    async def _send(self, row: OutboxRow) -> str:
        try:
            return (await self._channel.send(_outgoing(row)))[-1]
        finally:
            self._channel.pace.arrived(row.chat, self._ticks())

    async def _sent(self, row_id: int, message: str) -> None:
        async with self._database.write() as session:
            row = await session.get_one(OutboxRow, row_id)
            row.state, row.message, row.sent_at = OutboxState.SENT, message, self._clock()
            if row.ticket_id is not None:
                address = str(Address(row.channel, row.chat))
                store = TicketStore(session, self._clock())
                await store.posted(row.ticket_id, address, message)

    async def _settle(
        self, row_id: int, how: "Callable[[AsyncSession, OutboxRow], object]"
    ) -> None:
        async with self._database.write() as session:
            result = how(session, await session.get_one(OutboxRow, row_id))
            if asyncio.iscoroutine(result):
                await result

    async def _again(self, row_id: int, seconds: float | None) -> None:
        async with self._database.write() as session:
            row = await session.get_one(OutboxRow, row_id)
            if seconds is None and row.attempts >= TRIES and not self._for_advisors(row):
                await self._give_up(session, row, texts.advisors.UNREACHABLE)
                return
            if seconds is not None:
                row.attempts -= 1  # the messenger asked for the pause: that is no failed try
            row.state = OutboxState.NEW
            row.not_before = self._clock() + timedelta(seconds=seconds or _growing(row.attempts))

    async def _doubt(
        self, session: AsyncSession, row: OutboxRow, pause: float | None = None
    ) -> None:
        """Repeat what must arrive, marked; show a human what may be missing."""
        tries_left = row.attempts < TRIES or self._for_advisors(row)
        if row.delivery == Delivery.AT_LEAST_ONCE and tries_left:
            row.state, row.repeated = OutboxState.NEW, True
            row.not_before = self._clock() + timedelta(seconds=pause or _growing(row.attempts))
            return
        row.state = OutboxState.UNCLEAR
        log.warning("delivery unclear: outbox row %s", row.id)
        await self._tell_advisors(session, row, texts.advisors.UNCLEAR)

    def _bury(self, error: Undeliverable) -> "Callable[[AsyncSession, OutboxRow], object]":
        async def bury(session: AsyncSession, row: OutboxRow) -> None:
            if self._for_advisors(row) and isinstance(error, Blocked):
                alert.error("the advisors' chat cannot be reached; its messages wait")
                row.state = OutboxState.NEW
                row.not_before = self._clock() + timedelta(seconds=ADVISORS_PAUSE)
                return
            why = texts.advisors.REFUSED if isinstance(error, Refused) else texts.advisors.BLOCKED
            await self._give_up(session, row, why)

        return bury

    async def _give_up(self, session: AsyncSession, row: OutboxRow, why: str) -> None:
        row.state = OutboxState.DEAD
        alert.error("not delivered: outbox row %s, %s", row.id, why)
        await self._tell_advisors(session, row, texts.advisors.UNDELIVERED, why)

    async def _tell_advisors(
        self, session: AsyncSession, row: OutboxRow, template: str, why: str = ""
    ) -> None:
        if row.ticket_id is None or self._for_advisors(row):
            return
        store = TicketStore(session, self._clock())
        ticket = await store.get(row.ticket_id)
        if ticket is None:
            return
        note = say(template, number=ticket.number, why=why)
        await store.note(ticket, Kind.EVENT, None, why or "Zustellung unklar")
        reply = Reply(self._advisors, note, ticket=ticket.id)
        outbox.put(session, [reply], self._clock())

    def _for_advisors(self, row: OutboxRow) -> bool:
        return Address(row.channel, row.chat) == self._advisors


def _growing(attempts: int) -> float:
    return float(min(FIRST_PAUSE * 2 ** (attempts - 1), LONGEST_PAUSE))


def _outgoing(row: OutboxRow) -> Outgoing:
    outgoing = outbox.from_json(row.chat, row.body)
    if row.repeated:
        outgoing = replace(outgoing, text=say(texts.PERHAPS_TWICE) + outgoing.text)
    return replace(outgoing, plain=row.plain)


def _retry_plain(_session: AsyncSession, row: OutboxRow) -> None:
    row.plain, row.state = True, OutboxState.NEW
