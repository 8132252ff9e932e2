"""The helpdesk in this process, served over the fake Telegram."""

import asyncio
import time
from datetime import UTC, datetime
from functools import partial
from types import TracebackType
from typing import Any, Self

from sqlalchemy import select

from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.receiving import Store
from bot.config import Settings
from bot.incoming.inbox import InboxRow, InboxState, RawUpdate
from bot.outgoing.alarm import Part
from bot.outgoing.outbox import OPEN, OutboxRow, OutboxState
from bot.running.service import Service
from bot.running.stopping import until
from bot.running.telegram import _work, build_channel
from db.engine import Database
from handlers.desk import House
from tests.bot.rows import inbox, outbox
from tests.fake_telegram import FakeTelegram

SPEED = 10
START = datetime(2026, 11, 22, 11, 0, tzinfo=UTC).timestamp()
# It has the form of a real one, so that the log can recognise it.
SECRET_PART = "AAF-canary_0123456789abcdefghijk"
TOKEN = f"424242:{SECRET_PART}"
PATIENCE = 20  # seconds
LEAST_SKIP, MOST_SKIP = 0.5, 3600.0  # seconds of the hurrying clock


class Hurry:
    """Time that runs ten times as fast, so that Telegram's pace holds up no test."""

    def __init__(self) -> None:
        self._began = time.monotonic()

    def seconds(self) -> float:
        """Give the time as Telegram and pacing ask for it."""
        return START + (time.monotonic() - self._began) * SPEED

    def jump(self, seconds: float) -> None:
        """Let time pass at once."""
        self._began -= seconds / SPEED

    def now(self) -> datetime:
        """Give the time as the program asks for it."""
        return datetime.fromtimestamp(self.seconds(), UTC)


def telegram(server: FakeTelegram, library: str = "aiogram", **more: Any) -> TelegramChannel:
    """Give a channel to a server."""
    known: dict[str, Any] = {"telegram_token": server.token, "telegram_api_base": server.url}
    return build_channel(Settings(_env_file=None, telegram_library=library, **known | more))


class Office:
    """Polls, handles and sends until left: ``async with Office(…) as office``."""

    def __init__(
        self,
        server: FakeTelegram,
        database: Database,
        house: House,
        hurry: Hurry,
        channel: TelegramChannel,
    ) -> None:
        self.server, self.database, self.house = server, database, house
        self.channel = channel
        self._hurry = hurry
        self.service = Service(database, channel, house, hurry.now)
        self.service.sender._ticks = hurry.seconds
        self.store: Store = self.service.store
        self.stop = asyncio.Event()

    async def __aenter__(self) -> Self:
        self._running = asyncio.ensure_future(self._serve())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop.set()
        await self._running
        await self.channel.close()

    async def _serve(self) -> None:
        async with asyncio.TaskGroup() as group:
            group.create_task(_work(self.service, self.channel, self.house, self.stop))
            await self._receive()

    async def _receive(self) -> None:
        async def store(updates: list[RawUpdate]) -> None:
            await self.store(updates)  # a test may put another one in its place at any time

        poll = partial(self.channel.receiver.poll, store)
        await until(self.stop, self.service.keep(Part.RECEIVING, poll, self.stop))

    async def settled(self, *, skips: bool = False) -> None:
        """Wait until Telegram's queue is empty, all is handled and all is sent.

        Args:
            skips: let the time pass at once in which nothing may be sent.

        """
        updates = self.server.updates
        async with asyncio.timeout(PATIENCE):
            while updates.pending or updates.again or await is_busy(self.database):
                await asyncio.sleep(0.01)
                if skips and not await is_at_work(self.database):
                    await self._skip()

    async def _skip(self) -> None:
        """Jump to where the next message may go out; not so near that one might leave just now."""
        pause = await self.service.sender._pause()
        if LEAST_SKIP < pause < MOST_SKIP:
            self._hurry.jump(pause)
            self.service.sender.filled.set()

    async def in_ten_minutes(self) -> None:
        """Let all be due that was put off for that long."""
        self._hurry.jump(601)
        self.service.sender.filled.set()

    async def stored(self) -> list[InboxRow]:
        """List what came in."""
        return await inbox(self.database)

    async def outgoing(self) -> list[OutboxRow]:
        """List what goes out."""
        return await outbox(self.database)


async def is_at_work(database: Database) -> bool:
    """Tell whether anything is to be handled, or is being sent now."""
    waiting = select(InboxRow.id).where(InboxRow.state == InboxState.NEW).limit(1)
    leaving = select(OutboxRow.id).where(OutboxRow.state == OutboxState.SENDING).limit(1)
    async with database.read() as session:
        return bool(await session.scalar(waiting) or await session.scalar(leaving))


async def is_busy(database: Database) -> bool:
    """Tell whether anything waits to be handled or to be sent."""
    waiting = select(InboxRow.id).where(InboxRow.state == InboxState.NEW).limit(1)
    leaving = select(OutboxRow.id).where(OutboxRow.state.in_(OPEN)).limit(1)
    async with database.read() as session:
        return bool(await session.scalar(waiting) or await session.scalar(leaving))
