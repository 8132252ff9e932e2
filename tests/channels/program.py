"""The real program as a process of its own: `python -m bot …`."""

import asyncio
import os
import re
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from bot.config import Settings

ROOT = Path(__file__).parents[2]
START = 60  # seconds until the slowest machine has loaded the corpus


def environment(database: Path, **settings: str) -> dict[str, str]:
    """Give the environment of an installation: nothing of the developer's own."""
    ours = {name.upper() for name in Settings.model_fields}
    kept = {key: value for key, value in os.environ.items() if key.upper() not in ours}
    return kept | {
        "PYTHONPATH": str(ROOT),
        "PYTHONUNBUFFERED": "1",
        "PYTHONIOENCODING": "utf-8",
        "DATABASE_URL": f"sqlite+aiosqlite:///{database}",
        **settings,
    }


class Program:
    """A running `python -m bot`, in an empty folder, so that no `.env` is read."""

    def __init__(self, folder: Path, *arguments: str, **settings: str) -> None:
        self._folder, self._arguments = folder, arguments
        self._environment = environment(folder / "helpdesk.sqlite3", **settings)
        self.heard = ""
        self._position = 0

    async def __aenter__(self) -> Self:
        self._process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", *self._arguments),
            cwd=self._folder,
            env=self._environment,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._process.returncode is None:
            self._process.terminate()
            rest, _ = await self._process.communicate(b"")
            self.heard += rest.decode()

    async def says(self, line: str) -> None:
        """Type a line."""
        assert self._process.stdin
        self._process.stdin.write(f"{line}\n".encode())
        await self._process.stdin.drain()

    async def hears(self, pattern: str) -> re.Match[str]:
        """Wait until something that fits is printed after what was heard last; return it."""
        assert self._process.stdout
        async with asyncio.timeout(START):
            while not (found := re.compile(pattern).search(self.heard, self._position)):
                more = await self._process.stdout.read(4096)
                assert more, f"ended without {pattern!r}: {self.heard}"
                self.heard += more.decode(errors="replace")
        self._position = found.end()
        return found

    async def ends(self) -> tuple[int, str]:
        """Close the input and wait for the end; return the exit code and all that was printed."""
        async with asyncio.timeout(START):
            rest, _ = await self._process.communicate(b"")
        self.heard += rest.decode()
        assert self._process.returncode is not None
        return self._process.returncode, self.heard


async def run(folder: Path, *arguments: str, given: str = "", **settings: str) -> tuple[int, str]:
    """Run the program on some input; return the exit code and all that was printed."""
    async with Program(folder, *arguments, **settings) as program:
        for line in given.splitlines():
            await program.says(line)
        return await program.ends()
