"""One life of the bot's process, from its start to its death or until all is quiet."""

import asyncio
from datetime import timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels import Channel, decode
from bot.helpdesk import Helpdesk
from bot.incoming.inbox import Head, RawUpdate, take
from bot.outgoing.outbox import OutboxRow, put
from bot.outgoing.sender import Sender
from bot.running.service import Service
from handlers.desk import House
from handlers.messages import Reply
from tests.clock import Clock
from tests.crash.messenger import Line, Messenger
from tests.crash.steps import Died, SteppedDatabase, Steps
from tests.lives import live


class Collecting(Sender):
    """Sends what was claimed in the turns after them: so that a life always goes the same way."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.begun: list[OutboxRow] = []

    def begin(self, claimed: list[OutboxRow]) -> None:
        """Keep rows for later."""
        self.begun += claimed


class Life:
    """The real service on one database and one messenger, its parts at work in turns."""

    helpdesk = Helpdesk

    def __init__(self, url: str, messenger: Messenger, house: House, clock: Clock) -> None:
        self._url = url
        self._messenger = messenger
        self._house = house
        self._clock = clock

    async def live(self, die_at: int | None = None) -> list[str]:
        """Live until quiet or dead; return the names of the steps taken."""
        before = asyncio.all_tasks()
        steps = Steps(die_at)
        database = SteppedDatabase(self._url, steps)
        line = self._messenger.line(steps)
        try:
            await self._work(database, line)
        except Died:
            pass
        finally:
            steps.over.set()
            await line.close()
            # Whatever else was going on in this process meets the same end at its next step.
            others = asyncio.all_tasks() - before - self._messenger.parting
            await asyncio.gather(*others, return_exceptions=True)
            await database.close()
        return steps.names

    async def _work(self, database: SteppedDatabase, line: Line) -> None:
        service = Service(database, line.channel, self._house, self._clock)
        sender = service.sender = Collecting(
            database, line.channel, self._house, self._clock, self._clock.tick
        )
        helpdesk = self.helpdesk(database, self._house, service.inbox, self._clock, sender)

        async def store(updates: list[RawUpdate]) -> None:
            await self.store(service, line, updates)

        sender.lease = await live(database, line.channel.name, self._clock)
        await service.start()
        await line.open()
        came = True
        while came or not self._messenger.is_quiet:
            came = await line.fetch(store)
            await helpdesk.work_off(line.channel)
            leaving, sender.begun = sender.begun, []
            await asyncio.gather(*(sender._deliver(row) for row in leaving))
            while (pause := await sender.drain()) < 3600:
                self._clock.moves(timedelta(seconds=pause))

    async def store(self, service: Service, _line: Line, updates: list[RawUpdate]) -> None:
        """Store what came."""
        await service.store(updates)


class AcknowledgesFirst(Life):
    """A mutant: confirms what it has only in its hands."""

    async def store(self, service: Service, line: Line, updates: list[RawUpdate]) -> None:
        await line.confirm(updates)
        await super().store(service, line, updates)


class Mutant(Helpdesk):
    """What both halves have in common."""

    async def answers(
        self, session: AsyncSession, heads: list[Head], mine: set[int], channel: Channel
    ) -> list[Reply]:
        """Answer the rows that are ours."""
        replies: list[Reply] = []
        for head in heads:
            incoming = channel.parse(decode(head.raw))
            if incoming and head.id in mine:
                replies += await self.answer(session, incoming)
        return replies


class TwoTransactions(Mutant):
    """A mutant's half: what changed is committed before what goes out is written."""

    async def turn(self, heads: list[Head], channel: Channel) -> bool:
        async with self._database.write() as session:
            mine = await take(session, [head.id for head in heads], self._clock())
            replies = await self.answers(session, heads, mine, channel)
        async with self._database.write() as session:
            await put(session, replies, self._clock())
        return True


class SplitsTheTurn(Life):
    """A mutant: domain and outbox are two transactions."""

    helpdesk = TwoTransactions


class TwoTransactionsLater(Mutant):
    """The other way to split: a death between makes the same message be handled again."""

    async def turn(self, heads: list[Head], channel: Channel) -> bool:
        ids = [head.id for head in heads]
        async with self._database.write() as session:
            replies = await self.answers(session, heads, set(ids), channel)
        async with self._database.write() as session:
            await take(session, ids, self._clock())
            await put(session, replies, self._clock())
        return True


class MarksDoneLater(Life):
    """A mutant: the domain is committed before the row counts as done."""

    helpdesk = TwoTransactionsLater
