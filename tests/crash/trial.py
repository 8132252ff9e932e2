"""One bot that dies or is stopped again and again while people go on writing."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.crash import processes
from tests.crash.books import Books
from tests.crash.messages import Writers
from tests.crash.processes import Bot, bot_of, serving
from tests.crash.tally import unanswered

OPERATORS_START = 10  # every tenth life is `python -m bot run` itself
MOST_SENDS = 20  # in one life, before it ends


@dataclass(frozen=True)
class Plan:
    """How many lives, and how many messages spread over them."""

    kills: int
    messages: int
    seed: int


@dataclass
class Trial:
    """One bot, one server, many lives."""

    server: processes.Server
    bot: Bot
    books: Books
    chance: random.Random
    writers: Writers
    plan: Plan
    kills: int = 0  # or stops
    in_flight: int = 0  # kills that left something half done, stops that met some work
    sent: int = 0  # up to the last of them

    async def write(self) -> None:
        """Let people write all the time, also while the bot is dead; never far ahead of it."""
        await self.server.slow_down("sendMessage", 0.03)
        await self.server.inject([self.writers.advisor()])
        while self.writers.count < self.plan.messages:
            all_of_them = self.plan.messages
            so_far = min(all_of_them, all_of_them * (self.kills + 1) // self.plan.kills)
            due = so_far - self.writers.count
            if due > 0:
                await self.server.inject(self.writers.some(due))
            await asyncio.sleep(self.chance.uniform(0.01, 0.08))

    async def kill_again(self) -> None:
        """Start it, let it come to work or not, and kill it."""
        before = await self.server.state()
        if self.kills % OPERATORS_START == OPERATORS_START - 1:
            async with self.bot.as_an_operator_starts_it() as running:
                await self._at_work(before)
                running.kill()
                await running.wait()
        else:
            await self.bot.start()
            if self.chance.random() < 0.9:
                await self._at_work(before)
            else:
                await asyncio.sleep(self.chance.uniform(0, 0.3))
            await self.bot.kill()
        await self._count(busy=bool(await self._open_rows()))

    async def stop_again(self) -> float:
        """Start it, let it come to work, and stop it in order; return the seconds that took."""
        before = await self.server.state()
        await self.bot.start()
        await self._at_work(before)
        busy = await self._busy()
        seconds = await self.bot.stop()
        await self._count(busy=busy)
        return seconds

    async def _count(self, *, busy: bool) -> None:
        self.kills += 1
        self.in_flight += busy
        self.sent = (await self.server.state())["sent"]

    async def _at_work(self, before: dict[str, Any]) -> None:
        """Wait until it polls, let it send a few messages, and then a moment longer."""
        # Not more than are written for one life: waiting for others would kill an idle bot.
        most = min(MOST_SENDS, self.plan.messages // self.plan.kills)
        sends = before["sent"] + self.chance.randint(0, most)
        async with asyncio.timeout(60):
            await self._reached("polls", before["polls"] + 1)
        with suppress(TimeoutError):
            async with asyncio.timeout(1.5):
                await self._reached("sent", sends)
        # Somebody writes just then, so that death meets the way in as often as the way out.
        if self.writers.count < self.plan.messages:
            await self.server.inject(self.writers.some(1))
        await asyncio.sleep(self.chance.uniform(0, 0.03))

    async def _reached(self, count: str, number: int) -> None:
        while (await self.server.state())[count] < number:  # noqa: ASYNC110 - another process
            await asyncio.sleep(0.01)

    async def broken(self) -> str:
        """Tell what is wrong right after a death, before anything could be mended."""
        confirmed = (await self.server.state())["confirmed"]
        stored = await self.books.number("SELECT count(*) FROM inbox")
        silent = await unanswered(self.books)
        if confirmed > stored:
            return f"{confirmed} updates confirmed, {stored} stored"
        return f"{silent} messages without a reply" if silent else ""

    async def settle(self) -> float:
        """Let a last bot work until all is quiet; return the seconds its end took."""
        await self.bot.start()
        await self.quiet()
        return await self.bot.stop()

    async def quiet(self) -> None:
        """Wait until all is handled and sent."""
        async with asyncio.timeout(120 + self.plan.kills):
            while await self._busy():  # noqa: ASYNC110 - another process
                await asyncio.sleep(0.1)

    async def _busy(self) -> bool:
        return bool((await self.server.state())["queued"] or await self._open_rows())

    async def _open_rows(self) -> int:
        return await self.books.number(
            "SELECT (SELECT count(*) FROM inbox WHERE state = 'new')"
            " + (SELECT count(*) FROM outbox WHERE state IN ('new', 'sending'))"
        )


@asynccontextmanager
async def trial(
    folder: Path, url: str, library: str, plan: Plan, mutant: str = "", **settings: str
) -> AsyncIterator[Trial]:
    """Put everything up."""
    chance = random.Random(plan.seed)
    async with (
        serving(folder / "sent.jsonl") as server,
        bot_of(server, url, library, mutant, **settings) as bot,
    ):
        yield Trial(server, bot, Books(url), chance, Writers(chance), plan)
