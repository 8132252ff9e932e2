"""The bot as a process that is quickly there: imports once, forks for every life.

Reads orders line by line: `start`, `kill` (SIGKILL) or `stop` (SIGTERM); answers each with a
line when it is done, an end with its seconds and the exit code. A child runs what
`python -m bot run` runs, but with the small FAQ and without Telegram's pace, so that the test
ends before the day does; and on a slow disk, so that there is something to interrupt.
"""

import asyncio
import os
import signal
import sys
import time
from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.engine import Engine
from sqlalchemy.util import await_only

from bot import clock, log
from bot.channels.pace import Pace
from bot.channels.telegram.channel import TelegramChannel
from bot.config import Settings
from bot.running import telegram as telegram_run
from bot.running.assembling import build_house
from bot.running.served import Serving
from db.engine import Database
from handlers.desk import House
from tests.crash.mutants import MUTANTS
from tests.small_faq import small_lookup

COMMIT_SECONDS = 0.005
# Loaded once, before the first life, as everything else is.
telegram_run.library(Settings().telegram_library)
READY_HOUSE = build_house(Settings(), small_lookup())


async def _house(_: Settings, database: Database) -> tuple[House, Serving]:
    return READY_HOUSE, Serving(database, READY_HOUSE, lambda _: READY_HOUSE.lookup, clock.now)


class Unhurried(TelegramChannel):
    """Telegram without its limits."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.pace = Pace(None)


def _slowly(_: Connection) -> None:
    await_only(asyncio.sleep(COMMIT_SECONDS))


def live() -> None:
    """Be the bot until somebody ends it."""
    for name, other in (("open_house", _house), ("TelegramChannel", Unhurried)):
        assert hasattr(telegram_run, name)
        setattr(telegram_run, name, other)
    event.listen(Engine, "commit", _slowly)
    if mutant := os.environ.get("MUTANT"):
        MUTANTS[mutant]()
    settings = Settings()
    log.set_up(settings.log_level)
    asyncio.run(telegram_run.run(settings))


def main() -> None:
    """Carry out orders."""
    print("ready", flush=True)  # noqa: T201
    child = 0
    for line in sys.stdin:
        order = line.strip()
        if order == "start":
            child = os.fork()
            if child == 0:
                os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a bot prints is no answer
                live()
                os._exit(0)
            print(child, flush=True)  # noqa: T201
            continue
        began = time.monotonic()
        os.kill(child, signal.SIGKILL if order == "kill" else signal.SIGTERM)
        _, status = os.waitpid(child, 0)
        code = os.waitstatus_to_exitcode(status)
        print(f"{time.monotonic() - began:.3f} {code}", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
