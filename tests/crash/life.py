"""One life of the bot's process, from its start to its death or until all is quiet."""

import asyncio
from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels import Channel, decode
from bot.helpdesk import Helpdesk
from bot.inbox import Head, Inbox, RawUpdate, take
from bot.outbox import put
from bot.sender import Sender
from handlers.desk import House
from handlers.messages import Reply
from tests.clock import Clock
from tests.crash.messenger import Messenger, SteppedStage
from tests.crash.steps import Died, SteppedDatabase, Steps


class Life:
    """The real inbox, helpdesk and sender on one database, and a poll loop like the channel's."""

    helpdesk = Helpdesk

    def __init__(self, url: str, messenger: Messenger, house: House, clock: Clock) -> None:
        self._url = url
        self._messenger = messenger
        self._house = house
        self._clock = clock

    async def live(self, die_at: int | None = None) -> list[str]:
        """Live until quiet or dead; return the names of the steps taken."""
        steps = Steps(die_at)
        database = SteppedDatabase(self._url, steps)
        try:
            await self._work(database, SteppedStage(self._messenger, steps))
        except Died:
            pass
        finally:
            # Whatever else was going on in this process meets the same end at its next step.
            others = asyncio.all_tasks() - {asyncio.current_task()}
            await asyncio.gather(*others, return_exceptions=True)
            await database.close()
        return steps.names

    async def _work(self, database: SteppedDatabase, stage: SteppedStage) -> None:
        inbox = Inbox(database)
        helpdesk = self.helpdesk(database, self._house, inbox, self._clock)
        sender = Sender(database, stage, self._house, self._clock, self._clock.tick)
        await sender.recover(timedelta(0))
        offset = None
        while True:
            updates = stage.poll(offset)
            offset = await self._store(inbox, stage, updates) or offset
            await helpdesk.work_off(stage)
            while (pause := await sender.drain()) < 3600:
                self._clock.moves(timedelta(seconds=pause))
            if not updates and not self._messenger.pending:
                return

    async def _store(
        self, inbox: Inbox, stage: SteppedStage, updates: list[tuple[int, dict[str, object]]]
    ) -> int | None:
        """Store what came and return the offset that confirms it."""
        raw = [RawUpdate.of(update, key, update["chat"]) for key, update in updates]
        await inbox.store(stage.name, raw, self._clock())
        return max((key + 1 for key, _ in updates), default=None)


class AcknowledgesFirst(Life):
    """A mutant: confirms what it has only in its hands."""

    async def _store(
        self, inbox: Inbox, stage: SteppedStage, updates: list[tuple[int, dict[str, object]]]
    ) -> int | None:
        offset = max((key + 1 for key, _ in updates), default=None)
        if offset:
            stage.poll(offset)
        await super()._store(inbox, stage, updates)
        return offset


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
