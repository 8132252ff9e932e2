"""A bot under measurement: its process, its processor time, its memory. Linux only."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from bench.way.api import TOKEN

TICK = os.sysconf("SC_CLK_TCK")
KB_PER_MB = 1024


class Bot:
    """One bot in a process of its own, on a core of its own where there are several."""

    def __init__(  # noqa: D417 - the others say it by their names
        self,
        kind: str,
        url: str,
        core: int,
        database: str = "",
        library: str = "",
        *,
        without: bool = False,
    ) -> None:
        """Start a bot, as shipped unless it is to go without meaning.

        Args:
            without: leave the meaning of questions out, which is shipped switched on.

        """
        given = {
            "DATABASE_URL": database,
            "TELEGRAM_TOKEN": TOKEN,
            "TELEGRAM_API_BASE": url,
            "TELEGRAM_LIBRARY": library or "aiogram",
            "ADVISOR_CHAT": "telegram:-1001",
            "LOG_LEVEL": "ERROR",
        } | ({"SEMANTIC": "aus"} if without else {})
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-m", "bench.way.bots", kind, url],
            env=os.environ | given,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL if kind == "ptb" else None,
            text=True,
        )
        os.sched_setaffinity(self._process.pid, {core})
        self._place = Path(f"/proc/{self._process.pid}")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.terminate()
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def seconds(self) -> float:
        """Tell how much processor time all its threads have taken, in seconds."""
        fields = (self._place / "stat").read_text().rpartition(") ")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICK

    def memory(self, *, peak: bool = False) -> float:
        """Tell how much memory it holds, or has held at most, in MB."""
        name = "VmHWM:" if peak else "VmRSS:"
        for line in (self._place / "status").read_text().splitlines():
            if line.startswith(name):
                return int(line.split()[1]) / KB_PER_MB
        raise RuntimeError("no such process")

    def watch(self) -> None:
        """Let it begin to look how long its loop keeps others waiting."""
        self._process.send_signal(signal.SIGUSR2)

    def stall(self) -> float:
        """Tell the longest such wait since the last look, in seconds."""
        self._process.send_signal(signal.SIGUSR1)
        assert self._process.stdout
        told = next(line for line in self._process.stdout if line.startswith("{"))
        return float(json.loads(told)["stall"])
