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
from bot.outgoing.telling import tell_admins, tell_advisors, tell_of_doubt
from db.engine import Database
from handlers import texts
from handlers.desk import House, Stores
from handlers.messages import Address, Delivery, Mark, Receipt, Reply
from handlers.texts import say
from handlers.thread.ticket_card import say_in_thread
from tickets.ticket import Kind, TicketMessage

log = logging.getLogger(__name__)

# On PostgreSQL two transactions can lock each other out; what could not be noted at last is found
# in doubt.
NOTING_TRIES = 3
# 2, 4, 8 … seconds, at most five minutes; twelve tries are a good half hour.
FIRST_PAUSE, LONGEST_PAUSE, TRIES = 2.0, 300.0, 12
# The advisors' chat is never given up: the tickets wait until it is reachable again.
ADVISORS_PAUSE = 600.0


class Overtaken(Exception):  # noqa: N818 - reads as what happened
    """Raised when a row is not ours any more: we were taken for dead, or it was erased."""


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
        stores = self._stores(session)
        if reply.withdraws:
            await self._withdrawn(session, row, messages)
            return
        for message in messages:
            await stores.posts.put(
                row.ticket_id, str(reply.to), message, reply.part, card=reply.card
            )
        part = await stores.tickets.part(reply.part) if reply.part else None
        # In a chat one leaves after the other: whatever did not arrive before has left its mark.
        if part and not reply.more and not part.trouble:
            await self._tell_author(session, part)

    async def _withdrawn(
        self, session: AsyncSession, row: OutboxRow, said: tuple[str, ...]
    ) -> None:
        """Forget what is deleted; tell the advisors of what could not be."""
        stores, reply = self._stores(session), row.reply
        for message in await stores.posts.carrying(reply.part or 0, str(reply.to)):
            await stores.posts.forget(str(reply.to), message)
        ticket = await stores.tickets.get(row.ticket_id or 0)
        if ticket and said:
            for message in said:
                await stores.posts.put(ticket.id, str(reply.to), message, None, card=False)
            told = say(texts.advisors.NOT_DELETED, number=ticket.number)
            await outbox.put(session, [say_in_thread(ticket, told, stores)], self._clock())

    async def _tell_author(self, session: AsyncSession, part: TicketMessage) -> None:
        """Show who wrote it that it has arrived."""
        part.delivered_at = self._clock()
        signs = [
            Reply(
                Address.parse(part.source),
                say(""),
                delivery=Delivery.AT_MOST_ONCE,
                receipt=Receipt(message, Mark.DELIVERED),
            )
            for message in part.written_as
            if part.source
        ]
        await outbox.put(session, signs, self._clock())

    async def again(self, claimed: OutboxRow, seconds: float | None) -> None:
        """Try again what did not arrive, in so many seconds if the messenger says so."""
        async with self._row(claimed) as (session, row):
            if seconds is None and row.attempts >= TRIES and not self._for_advisors(row):
                await self._give_up(session, row, texts.advisors.UNREACHABLE)
                return
            if seconds is not None:
                row.attempts -= 1  # the messenger asked for the pause: that is no failed try
            self._later(row, seconds if seconds is not None else _growing(row.attempts))

    async def without_message(self, claimed: OutboxRow) -> None:
        """Say anew what was to be changed and is gone."""
        async with self._row(claimed) as (session, row):
            stores = self._stores(session)
            reply = row.reply
            if reply.card and reply.ticket:
                message = await stores.posts.card(reply.ticket, str(reply.to))
                carrying = [message] if message else []
            else:
                carrying = await stores.posts.carrying(reply.part or 0, str(reply.to))
            for message in carrying:
                await stores.posts.forget(str(reply.to), message)
            self._later(row, 0.0)

    async def without_topic(self, claimed: OutboxRow) -> None:
        """Do without a topic that is gone: for a ticket's the next try opens another."""
        async with self._row(claimed) as (session, row):
            reply = row.reply
            if reply.topic:  # said where somebody had asked: then in the group at large
                row.body = {k: v for k, v in row.body.items() if k != "topic"}
            elif reply.ticket:
                stores = self._stores(session)
                await stores.posts.forget_topic(reply.ticket, str(reply.to))
            if row.attempts >= TRIES and not self._for_advisors(row):
                await self._give_up(session, row, texts.advisors.REFUSED)
                return
            # The tries may have been spent on other troubles; a new topic is opened at once, but
            # not without end in a group that takes none.
            self._later(row, 0.0 if row.attempts < 2 * TRIES else ADVISORS_PAUSE)

    async def moved(self, claimed: OutboxRow, chat: str) -> None:
        """Send everything to the new address of a group."""
        async with self._row(claimed) as (session, row):
            self._later(row, 0.0)
            await session.flush()
            old = Address(row.channel, row.chat)
            new = Address(row.channel, chat)
            await moves.move(session, self._house, old, new, self._clock())

    async def plainly(self, claimed: OutboxRow) -> None:
        """Try once more without the markup, which the messenger did not take."""
        async with self._row(claimed) as (_, row):
            row.plain = True
            self._later(row, 0.0)

    async def unclear(self, claimed: OutboxRow) -> None:
        """Deal with what may have arrived or not."""
        async with self._row(claimed) as (session, row):
            await self._doubt(session, row)

    async def orphaned(self, session: AsyncSession, row: OutboxRow) -> None:
        """Deal with what a process was sending when it ended."""
        await self._doubt(session, row, died=True)

    async def refused(self, claimed: OutboxRow, error: Undeliverable) -> None:
        """Note that it will never arrive."""
        async with self._row(claimed) as (session, row):
            if self._for_advisors(row) and isinstance(error, Blocked):
                alert.error("the advisors' chat cannot be reached; its messages wait")
                if row.attempts == 1:  # the first of what waits now; the others stand behind it
                    await tell_admins(session, self._stores(session), row)
                self._later(row, ADVISORS_PAUSE)
                return
            texts_ = texts.advisors
            why = texts_.REFUSED if isinstance(error, Refused) else texts_.BLOCKED
            await self._give_up(session, row, why)

    async def _doubt(self, session: AsyncSession, row: OutboxRow, *, died: bool = False) -> None:
        """Repeat once, marked, what must arrive; then show a human what may be missing.

        The advisors' chat alone is tried without end, as long as it is the network that fails: a
        card there twice does no harm, and one that nobody sees does.
        """
        once_more = not row.repeated or (self._for_advisors(row) and not died)
        if row.delivery == Delivery.AT_LEAST_ONCE and once_more:
            row.repeated = True
            # The end of a process says nothing about the network: no longer pauses for that.
            self._later(row, FIRST_PAUSE if died else _growing(row.attempts))
            return
        row.state, row.changed_at = OutboxState.UNCLEAR, self._clock()
        log.warning("delivery unclear: outbox row %s", row.id)
        if self._for_advisors(row) or row.ticket_id is None:
            await tell_of_doubt(session, self._stores(session), row)
        else:
            await self._tell_advisors(session, row, texts.advisors.UNCLEAR, "Zustellung unklar")

    async def _give_up(self, session: AsyncSession, row: OutboxRow, why: str) -> None:
        row.state, row.changed_at = OutboxState.DEAD, self._clock()
        alert.error("not delivered: outbox row %s, %s", row.id, why)
        await self._tell_advisors(session, row, texts.advisors.UNDELIVERED, why)

    async def _tell_advisors(
        self, session: AsyncSession, row: OutboxRow, template: str, why: str
    ) -> None:
        part = await self._stores(session).tickets.part(row.reply.part or 0)
        inside = self._for_advisors(row)
        asked = inside and part is not None and part.kind == Kind.QUESTION
        if asked or not inside:
            shown = texts.advisors.NOT_SHOWN if asked else template
            await tell_advisors(session, self._stores(session), row, shown, why)

    def _later(self, row: OutboxRow, seconds: float) -> None:
        row.state, row.changed_at = OutboxState.NEW, self._clock()
        row.not_before = row.changed_at + timedelta(seconds=seconds)

    def _for_advisors(self, row: OutboxRow) -> bool:
        return Address(row.channel, row.chat) == self._house.advisors

    def _stores(self, session: AsyncSession) -> Stores:
        return Stores(session, self._house, self._clock())

    @asynccontextmanager
    async def _row(self, claimed: OutboxRow) -> AsyncIterator[tuple[AsyncSession, OutboxRow]]:
        """Lock a row whose sending has ended.

        Raises:
            Overtaken: somebody else has decided about it.

        """
        async with self._database.write() as session:
            row = await session.get(OutboxRow, claimed.id, with_for_update=True)
            if row is None or _try_of(row) != _try_of(claimed):
                raise Overtaken
            yield session, row


def _try_of(row: OutboxRow) -> tuple[OutboxState, int | None, int]:
    return row.state, row.owner, row.attempts


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
