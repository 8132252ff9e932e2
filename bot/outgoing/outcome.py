"""What a sending came to, written down: sent, once more, in doubt, or never."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels import Blocked, Refused, Undeliverable
from bot.log import alert, place_of
from bot.outgoing import moved_groups as moves
from bot.outgoing import outbox
from bot.outgoing.crossing_files import forget_contents
from bot.outgoing.outbox import OutboxRow, OutboxState
from db.engine import Database
from handlers import texts
from handlers.desk import House, Stores
from handlers.messages import Address, Delivery, Mark, Receipt, Reply
from handlers.texts import say
from handlers.thread.ticket_card import card, say_in_thread
from people.person import Role
from tickets.ticket import Kind, TicketMessage

log = logging.getLogger(__name__)

# On PostgreSQL two transactions can lock each other out; what could not be noted at last is found
# in doubt when the lease ends.
NOTING_TRIES = 3
# 2, 4, 8 … seconds, at most five minutes; twelve tries are a good half hour.
FIRST_PAUSE, LONGEST_PAUSE, TRIES = 2.0, 300.0, 12
# The advisors' chat is never given up: the tickets wait until it is reachable again.
ADVISORS_PAUSE = 600.0

Arrival = tuple[OutboxRow, tuple[str, ...]]  # what was sent, and as which messages


class Outcome:
    """Writes down what became of rows that were being sent."""

    def __init__(self, database: Database, house: House, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._house = house
        self._clock = clock
        self._noting = asyncio.Lock()
        self._arrived: list[Arrival] = []

    async def sent(self, row: OutboxRow, messages: tuple[str, ...]) -> None:
        """Note that it arrived, as these messages; whatever arrived meanwhile with it."""
        self._arrived.append((row, messages))
        async with self._noting:
            together, self._arrived = self._arrived, []
            # Empty, if somebody before us has taken ours along.
            if len(together) > 1 and await self._is_noted(together):
                return
            for each in together:
                await self._note_alone(each)

    async def _note_alone(self, arrival: Arrival) -> None:
        for _ in range(NOTING_TRIES):
            if await self._is_noted([arrival]):
                return
        alert.error("outcome not recorded: outbox row %s", arrival[0].id)

    async def _is_noted(self, together: list[Arrival]) -> bool:
        try:
            await self._note(together)
        except Exception as error:  # noqa: BLE001 - one row's fault must not cut off the others
            rows = [row.id for row, _ in together]
            log.warning("outcome of outbox rows %s not recorded: %s", rows, place_of(error))
            return False
        return True

    async def _note(self, together: list[Arrival]) -> None:
        async with self._database.write() as session:
            last = {row.id: said[-1] if said else None for row, said in together}
            await outbox.mark_sent(session, last, self._clock())
            await Stores(session, self._house, self._clock()).questions.show(_copies(together))
            for row, said in together:
                await self._follow(session, row, said)

    async def _follow(
        self, session: AsyncSession, row: OutboxRow, messages: tuple[str, ...]
    ) -> None:
        """Note what follows from an arrival: for the ticket, its files, its author."""
        reply = row.reply
        await forget_contents(session, reply.files)
        if row.ticket_id is None:
            return
        stores = Stores(session, self._house, self._clock())
        for message in messages:
            await stores.posts.put(
                row.ticket_id, str(reply.to), message, reply.part, card=reply.card
            )
        part = await stores.tickets.part(reply.part) if reply.part else None
        if part:
            await self._tell_author(session, part)

    async def _tell_author(self, session: AsyncSession, part: TicketMessage) -> None:
        """Show who wrote it that it has arrived."""
        part.delivered_at, part.trouble = self._clock(), None
        if part.source and part.source_message:
            receipt = Receipt(part.source_message, Mark.DELIVERED)
            sign = Reply(
                Address.parse(part.source),
                say(""),
                delivery=Delivery.AT_MOST_ONCE,
                receipt=receipt,
            )
            await outbox.put(session, [sign], self._clock())

    async def again(self, row_id: int, seconds: float | None) -> None:
        """Try again what did not arrive, in so many seconds if the messenger says so."""
        async with self._row(row_id) as (session, row):
            if seconds is None and row.attempts >= TRIES and not self._for_advisors(row):
                await self._give_up(session, row, texts.advisors.UNREACHABLE)
                return
            if seconds is not None:
                row.attempts -= 1  # the messenger asked for the pause: that is no failed try
            self._later(row, seconds if seconds is not None else _growing(row.attempts))

    async def without_message(self, row_id: int) -> None:
        """Say anew what was to be changed and is gone."""
        async with self._row(row_id) as (session, row):
            stores = Stores(session, self._house, self._clock())
            reply = row.reply
            if reply.card and reply.ticket:
                message = await stores.posts.card(reply.ticket, str(reply.to))
                carrying = [message] if message else []
            else:
                carrying = await stores.posts.carrying(reply.part or 0, str(reply.to))
            for message in carrying:
                await stores.posts.forget(str(reply.to), message)
            self._later(row, 0.0)

    async def without_topic(self, row_id: int) -> None:
        """Do without a topic that is gone: for a ticket's the next try opens another."""
        async with self._row(row_id) as (session, row):
            reply = row.reply
            if reply.topic:  # said where somebody had asked: then in the group at large
                row.body = {k: v for k, v in row.body.items() if k != "topic"}
            elif reply.ticket:
                stores = Stores(session, self._house, self._clock())
                await stores.posts.forget_topic(reply.ticket, str(reply.to))
            if row.attempts >= TRIES and not self._for_advisors(row):
                await self._give_up(session, row, texts.advisors.REFUSED)
                return
            # The tries may have been spent on other troubles; a new topic is opened at once, but
            # not without end in a group that takes none.
            self._later(row, 0.0 if row.attempts < 2 * TRIES else ADVISORS_PAUSE)

    async def moved(self, row_id: int, chat: str) -> None:
        """Send everything to the new address of a group."""
        async with self._row(row_id) as (session, row):
            self._later(row, 0.0)
            await session.flush()
            old = Address(row.channel, row.chat)
            new = Address(row.channel, chat)
            await moves.move(session, self._house, old, new, self._clock())

    async def plainly(self, row_id: int) -> None:
        """Try once more without the markup, which the messenger did not take."""
        async with self._row(row_id) as (_, row):
            row.plain = True
            self._later(row, 0.0)

    async def unclear(self, row_id: int) -> None:
        """Deal with what may have arrived or not."""
        async with self._row(row_id) as (session, row):
            await self._doubt(session, row)

    async def orphaned(self, session: AsyncSession, row: OutboxRow) -> None:
        """Deal with what a process was sending when it ended."""
        # The end of a process says nothing about the network: no longer pauses for that.
        await self._doubt(session, row, FIRST_PAUSE)

    async def refused(self, row_id: int, error: Undeliverable) -> None:
        """Note that it will never arrive."""
        async with self._row(row_id) as (session, row):
            if self._for_advisors(row) and isinstance(error, Blocked):
                alert.error("the advisors' chat cannot be reached; its messages wait")
                if row.attempts == 1:  # the first of what waits now; the others stand behind it
                    await self._tell_admins(session, row)
                self._later(row, ADVISORS_PAUSE)
                return
            texts_ = texts.advisors
            why = texts_.REFUSED if isinstance(error, Refused) else texts_.BLOCKED
            await self._give_up(session, row, why)

    async def _doubt(
        self, session: AsyncSession, row: OutboxRow, pause: float | None = None
    ) -> None:
        """Repeat what must arrive, marked; show a human what may be missing."""
        tries_left = row.attempts < TRIES or self._for_advisors(row)
        if row.delivery == Delivery.AT_LEAST_ONCE and tries_left:
            row.repeated = True
            self._later(row, pause or _growing(row.attempts))
            return
        row.state = OutboxState.UNCLEAR
        log.warning("delivery unclear: outbox row %s", row.id)
        await self._tell_advisors(session, row, texts.advisors.UNCLEAR, "Zustellung unklar")

    async def _give_up(self, session: AsyncSession, row: OutboxRow, why: str) -> None:
        row.state = OutboxState.DEAD
        alert.error("not delivered: outbox row %s, %s", row.id, why)
        await self._tell_advisors(session, row, texts.advisors.UNDELIVERED, why)

    async def _tell_advisors(
        self, session: AsyncSession, row: OutboxRow, template: str, why: str
    ) -> None:
        if row.ticket_id is None or self._for_advisors(row) or row.reply.receipt:
            return
        stores = Stores(session, self._house, self._clock())
        ticket = await stores.tickets.get(row.ticket_id)
        if ticket is None:
            return
        part = await stores.tickets.part(row.reply.part or 0)
        if part and part.kind == Kind.ANSWER:
            part.trouble = why
        await stores.tickets.event(ticket, None, why)
        told = say_in_thread(ticket, say(template, number=ticket.number, why=why), stores)
        await outbox.put(session, [told, await card(ticket, stores)], self._clock())

    async def _tell_admins(self, session: AsyncSession, row: OutboxRow) -> None:
        stores = Stores(session, self._house, self._clock())
        known = {p.address for p in await stores.people.with_roles() if p.role == Role.ADMIN}
        text = say(texts.advisors.GROUP_UNREACHABLE, address=f"{row.channel}:{row.chat}")
        replies = [Reply(Address.parse(a), text) for a in sorted(known | self._house.admins)]
        await outbox.put(session, replies, self._clock())

    def _later(self, row: OutboxRow, seconds: float) -> None:
        row.state = OutboxState.NEW
        row.not_before = self._clock() + timedelta(seconds=seconds)

    def _for_advisors(self, row: OutboxRow) -> bool:
        return Address(row.channel, row.chat) == self._house.advisors

    @asynccontextmanager
    async def _row(self, row_id: int) -> AsyncIterator[tuple[AsyncSession, OutboxRow]]:
        async with self._database.write() as session:
            yield session, await session.get_one(OutboxRow, row_id)


def _copies(together: list[Arrival]) -> list[dict[str, Any]]:
    """List the messages that arrived about questions: a reply to them is about those."""
    return [
        {
            "address": str(row.reply.to),
            "message": message,
            "question_id": row.body["question"],
            "entry": row.body.get("entry", ""),
        }
        for row, messages in together
        if "question" in row.body
        for message in messages
    ]


def _growing(attempts: int) -> float:
    return float(min(FIRST_PAUSE * 2 ** (attempts - 1), LONGEST_PAUSE))
