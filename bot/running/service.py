"""The running helpdesk: one channel's way in, the turns, the way out, all until stopped."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime

from bot import clock
from bot.channels import Channel
from bot.helpdesk import Helpdesk
from bot.incoming.backlog import Backlog
from bot.incoming.inbox import Inbox, RawUpdate
from bot.lease import Lease
from bot.log import place_of
from bot.outgoing import crossing_files as files
from bot.outgoing import moved_groups as moves
from bot.outgoing.alarm import Alarm, Part
from bot.outgoing.sender import Sender
from bot.pausing import first_of
from bot.running.served import Serving
from bot.upkeep import clockwork as rounds
from bot.upkeep import forgetting
from bot.upkeep import link_check as links
from db.engine import Database
from handlers.desk import House

log = logging.getLogger(__name__)

LOOK_AGAIN = 1.0  # seconds until rows of another process are noticed
AFTER_FAULT = 2.0  # seconds to leave a database in trouble alone
SETTLE = 0.02  # seconds
WATCH_EVERY = 20.0  # seconds
FORGET_EVERY = 3600.0  # seconds


class Service:
    """Everything one channel needs to run."""

    def __init__(
        self,
        database: Database,
        channel: Channel,
        house: House,
        now: Callable[[], datetime] = clock.now,
        *,
        serving: Serving | None = None,
    ) -> None:
        self._database = database
        self._serving = serving
        self._channel = channel
        self._house = house
        self._now = now
        self.inbox = Inbox(database)
        self._backlog = Backlog()
        self.alarm = Alarm(database, channel, house, now)
        self.sender = Sender(database, channel, house, now)
        self.helpdesk = Helpdesk(database, house, self.inbox, now, self.sender, alarm=self.alarm)

    @property
    def lease(self) -> Lease:
        """Give the lease under which this process sends."""
        return self.sender.lease

    async def store(self, updates: list[RawUpdate]) -> None:
        """Commit raw updates of this channel."""
        try:
            await self.inbox.store(self._channel.name, updates, self._now())
        except Exception as error:
            self.alarm.struck(Part.RECEIVING, error)
            raise
        self._backlog.came(len(updates))

    async def start(self) -> None:
        """Decide about what an earlier process left half sent."""
        await self.sender.recover()

    async def work(self, stop: asyncio.Event) -> None:
        """Handle what comes in and send what goes out, until told to stop."""
        async with asyncio.TaskGroup() as group:
            self.sender.crew = group
            group.create_task(self.keep(Part.INBOX, self._handle, stop))
            group.create_task(self.keep(Part.OUTBOX, self._send, stop))
            group.create_task(self.keep(Part.FORGETTING, self._forget, stop))
            group.create_task(self.keep(Part.ROUNDS, self._make_rounds, stop))
            group.create_task(self.keep(Part.FILES, self._fetch, stop))
            group.create_task(self.keep(Part.SERVING, self._follow_editors, stop))
            group.create_task(self.keep(Part.SERVING, self._follow_moves, stop))
            group.create_task(self.keep(Part.ALARM, self._watch, stop))

    async def keep(
        self, part: Part, work: Callable[[asyncio.Event], Awaitable[None]], stop: asyncio.Event
    ) -> None:
        """Begin again after a fault: a database that was away for a while ends nothing."""
        while not stop.is_set():
            try:
                await work(stop)
            except Exception as error:  # noqa: BLE001 - any fault, so that the others go on
                log.error("%s failed, goes on: %s", part, place_of(error))  # noqa: TRY400
                self.alarm.struck(part, error)
                await first_of(stop, seconds=AFTER_FAULT)

    async def settled(self) -> None:
        """Wait until all that came in is handled, replied to, and served if it changed that."""
        while (  # noqa: ASYNC110 - another process may be the one that settles it
            await self.inbox.heads(self._channel.name, 1, self._channel.chat)
            or await self.sender.is_busy()
        ):
            await asyncio.sleep(SETTLE)
        if self._serving:
            await self._serving.look()

    async def _handle(self, stop: asyncio.Event) -> None:
        while not stop.is_set():
            self.inbox.arrived.clear()
            await self._backlog.over()
            while not stop.is_set() and await self.helpdesk.step(self._channel):
                await asyncio.sleep(0)  # what is said leaves first
                await self._backlog.over()
            await first_of(stop, self.inbox.arrived, seconds=LOOK_AGAIN)

    async def _send(self, stop: asyncio.Event) -> None:
        await self.sender.run(stop, LOOK_AGAIN)

    async def _make_rounds(self, stop: asyncio.Event) -> None:
        while not stop.is_set():
            await self._look_at_links()
            async with self._database.write() as session:
                await rounds.make(session, self._house, self._now())
            self.sender.filled.set()
            await first_of(stop, seconds=rounds.EVERY.total_seconds())

    async def _look_at_links(self) -> None:
        """See once a week, before the editors' card is written, which sources are gone."""
        async with self._database.read() as session:
            if not await rounds.is_new_week(session, self._house, self._now()):
                return
        async with self._database.write() as session:
            await rounds.links_seen(session, self._now())
        await links.look(self._database, self._house.lookup.corpus, self._now())

    async def _fetch(self, stop: asyncio.Event) -> None:
        while not stop.is_set():
            await files.fetch_wanted(self._database, self._channel)
            await first_of(stop, seconds=LOOK_AGAIN)

    async def _follow_editors(self, stop: asyncio.Event) -> None:
        while not stop.is_set():
            if self._serving:
                await self._serving.look()
            await first_of(stop, seconds=LOOK_AGAIN)

    async def _watch(self, stop: asyncio.Event) -> None:
        while not stop.is_set():
            try:
                await self.alarm.learn()
            except Exception as error:  # noqa: BLE001 - what fails here fails the others as well
                log.info("admins not read: %s", place_of(error))
            await self.alarm.ring()
            await first_of(stop, seconds=WATCH_EVERY)

    async def _follow_moves(self, stop: asyncio.Event) -> None:
        while not stop.is_set():
            async with self._database.read() as session:
                await moves.follow(session, self._house)
            await first_of(stop, seconds=LOOK_AGAIN)

    async def _forget(self, stop: asyncio.Event) -> None:
        while not stop.is_set():
            await forgetting.forget(self._database, self._now())
            await first_of(stop, seconds=FORGET_EVERY)
