"""The processes of the crash test: a Bot API server that lives, and a bot that dies."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import aiohttp

from tests.crash.messages import GROUP
from tests.fake_telegram import DEFAULT_TOKEN

ROOT = Path(__file__).parents[2]


@asynccontextmanager
async def process(*arguments: str, **environment: str) -> AsyncIterator[Process]:
    """Run a Python program in the project's folder; kill it in the end."""
    running = await asyncio.create_subprocess_exec(
        sys.executable,
        *arguments,
        cwd=ROOT,
        env=os.environ | environment,
        stdin=PIPE,
        stdout=PIPE,
        start_new_session=True,
    )
    try:
        yield running
    finally:
        # With its children: one that lives on would hold its output open for ever.
        with suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)
        await running.wait()


async def line_of(running: Process) -> str:
    """Read one line of what a process says."""
    assert running.stdout
    async with asyncio.timeout(30):
        return (await running.stdout.readline()).decode().strip()


class Server:
    """The fake Bot API server, by its control endpoint."""

    def __init__(self, url: str, session: aiohttp.ClientSession) -> None:
        self.url = url
        self._session = session

    async def inject(self, updates: list[dict[str, Any]]) -> None:
        async with self._session.post(f"{self.url}/control/inject", json=updates) as response:
            response.raise_for_status()

    async def slow_down(self, method: str, seconds: float) -> None:
        """Answer later than things happen, as real networks do."""
        fault = {"method": method, "delay": seconds, "times": None}
        async with self._session.post(f"{self.url}/control/fault", json=fault) as response:
            response.raise_for_status()

    async def fall_silent(self, method: str, times: int | None = 1) -> None:
        """Do what is asked, and keep the answer for longer than anybody waits."""
        fault = {"method": method, "delay": 300.0, "times": times}
        async with self._session.post(f"{self.url}/control/fault", json=fault) as response:
            response.raise_for_status()

    async def heal(self) -> None:
        """Answer again."""
        async with self._session.post(f"{self.url}/control/fault", json={}) as response:
            response.raise_for_status()

    async def state(self) -> dict[str, Any]:
        async with self._session.get(f"{self.url}/control/state") as response:
            found: dict[str, Any] = await response.json()
            return found


@asynccontextmanager
async def serving(journal: Path) -> AsyncIterator[Server]:
    """Run the server, with everything it receives in a journal."""
    program = "-m", "tests.fake_telegram.standalone", "--journal", str(journal)
    async with process(*program) as running, aiohttp.ClientSession() as session:
        yield Server((await line_of(running)).split()[1], session)


class Bot:
    """The bot that is killed and started again."""

    def __init__(self, forks: Process, settings: dict[str, str]) -> None:
        self._forks = forks
        self._settings = settings

    async def start(self) -> None:
        await self._order("start")

    async def kill(self) -> None:
        await self._order("kill")

    async def stop(self) -> float:
        """End it in order; return the seconds that took."""
        seconds, code = (await self._order("stop")).split()
        assert code == "0", f"stopped with {code}"
        return float(seconds)

    @asynccontextmanager
    async def as_an_operator_starts_it(self) -> AsyncIterator[Process]:
        """Run `python -m bot run` itself: slow to import, so only now and then."""
        async with process("-m", "bot", "run", **self._settings) as running:
            yield running

    async def _order(self, order: str) -> str:
        assert self._forks.stdin
        self._forks.stdin.write(f"{order}\n".encode())
        return await line_of(self._forks)


@asynccontextmanager
async def bot_of(
    server: Server, url: str, library: str, mutant: str = "", **more: str
) -> AsyncIterator[Bot]:
    """Make a bot ready, that talks to the server and keeps its rows in a database."""
    settings = {
        "DATABASE_URL": url,
        "TELEGRAM_TOKEN": DEFAULT_TOKEN,
        "TELEGRAM_API_BASE": server.url,
        "TELEGRAM_LIBRARY": library,
        "TELEGRAM_MODE": "polling",
        "TELEGRAM_LINK_PREVIEWS": "true",
        "ADVISOR_CHAT": f"telegram:{GROUP}",
        "ADMINS": "telegram:1",
        "LOG_LEVEL": "ERROR",
        "MUTANT": mutant,
    }
    async with process("-m", "tests.crash.run_bot", **settings | more) as forks:
        assert await line_of(forks) == "ready"
        yield Bot(forks, settings)
