"""What is measured: processor time, delays, a backlog, the start."""

import asyncio
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from bench.way.api import Api
from bench.way.bot import Bot
from bench.way.questions import questions
from tests.postgres import Server

WARM, MESSAGES, BACKLOG = 300, 1_000, 10_000
SECONDS = 10  # of a paced run
MS = 1000
MEANING = "ohne Bedeutung"


class Kind(NamedTuple):
    """One bot: an echo, or ours with a library and a database."""

    name: str
    library: str = ""
    database: str = ""
    without: str = ""  # what is switched off that is shipped switched on

    def __str__(self) -> str:
        return " ".join(part for part in self if part)


class Bench:
    """One run over all bots."""

    def __init__(self, server: Server | None, folder: Path, core: int) -> None:
        self._server = server
        self._folder = folder
        self._core = core
        self._questions = questions()
        self._texts: list[str] = []

    def texts(self, number: int, after: int = 0) -> list[str]:
        """Give so many questions after the first ones, the same to each bot and none twice."""
        missing = after + number - len(self._texts)
        self._texts += islice(self._questions, max(0, missing))
        return self._texts[after : after + number]

    def kinds(self) -> Iterator[Kind]:
        """List the bots."""
        yield from (Kind("aiogram"), Kind("tuned"), Kind("ptb"))
        for library in ("aiogram", "ptb"):
            for database in ("sqlite", *(["postgresql"] if self._server else [])):
                yield Kind("ours", library, database)
                yield Kind("ours", library, database, MEANING)

    @contextmanager
    def bot(self, kind: Kind, url: str) -> Iterator[Bot]:
        """Start a bot with an empty database."""
        where = ""
        if kind.database == "postgresql":
            assert self._server
            where = self._server.new_database()
        elif kind.database:
            made = Path(tempfile.mkdtemp(dir=self._folder))
            where = f"sqlite+aiosqlite:///{made / 'bench.sqlite3'}"
        with Bot(
            kind.name, url, self._core, where, kind.library, without=kind.without == MEANING
        ) as bot:
            yield bot

    async def processor_time(self, kind: Kind) -> float:
        """Measure milliseconds of processor time per message, saturated."""
        async with Api() as api:
            with self.bot(kind, api.url) as bot:
                api.give(self.texts(WARM))
                await api.all_answered()
                before = bot.seconds()
                api.give(self.texts(MESSAGES, WARM))
                await api.all_answered()
                await asyncio.sleep(0.2)  # what is still written down belongs to it
                return (bot.seconds() - before) * MS / MESSAGES

    async def paced(self, kind: Kind, rate: int) -> tuple[float, float, float, float]:
        """Measure p50 and p99 from update to answer, longest stall (ms), processor time (ms)."""
        async with Api() as api:
            with self.bot(kind, api.url) as bot:
                api.give(self.texts(WARM))
                await api.all_answered()
                if kind.name == "ours":
                    bot.watch()
                before = bot.seconds()
                began = time.monotonic()
                for number, text in enumerate(self.texts(rate * SECONDS, WARM)):
                    await asyncio.sleep(max(0.0, began + number / rate - time.monotonic()))
                    api.give([text])
                delays = await api.all_answered()
                spent = (bot.seconds() - before) * MS / len(delays)
                stall = bot.stall() * MS if kind.name == "ours" else 0.0
                cuts = statistics.quantiles(delays, n=100)
                return cuts[49] * MS, cuts[98] * MS, stall, spent

    async def backlog(self, kind: Kind) -> tuple[float, float, float]:
        """Measure seconds until a backlog is stored and answered, and the peak of memory (MB)."""
        async with Api() as api:
            with self.bot(kind, api.url) as bot:
                api.give(self.texts(1))
                await api.all_answered()
                began = time.monotonic()
                api.give(self.texts(BACKLOG, 1))
                stored = await api.all_stored() - began
                await api.all_answered()
                return stored, time.monotonic() - began, bot.memory(peak=True)

    async def start(self, kind: Kind) -> tuple[float, float]:
        """Measure seconds from start to the first answer, and memory at rest (MB)."""
        async with Api() as api:
            with self.bot(kind, api.url):
                api.give(self.texts(1))  # creates the database, which only the first start does
                await api.all_answered()
            api.give(self.texts(1, 1))
            began = time.monotonic()
            with self.bot(kind, api.url) as bot:
                await api.all_answered()
                first = time.monotonic() - began
                await asyncio.sleep(3)
                return first, bot.memory()
