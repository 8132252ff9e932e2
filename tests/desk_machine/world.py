"""The running bot on one SQLite file: updates in, deaths and restarts at any step."""

import asyncio
import shutil
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.incoming.inbox import RawUpdate
from bot.running.assembling import follow_moves
from bot.upkeep import clockwork as rounds
from faq.catalogue.placeholders import Facts
from handlers import texts
from handlers.desk import House
from handlers.messages import Address
from people.person import Role
from people.store import PersonStore
from tests.clock import Clock
from tests.crash.steps import Died, SteppedDatabase, Steps
from tests.desk_machine.ledger import Look, look
from tests.desk_machine.messenger import Messenger
from tests.lives import live
from tests.small_faq import small_lookup
from tests.stage import Theatre, Topic

GROUP = "-100"
ADVISORS = ("carla", "dora")  # dora in a private chat, carla in the group
QUIET = 3600.0  # seconds: what the sender says when nothing waits


class World:
    """One bot, one messenger, one clock."""

    def __init__(self, folder: Path, empty: Path, *, topics: bool, reacts: bool) -> None:
        self._file = folder / "world.sqlite3"
        for old in folder.glob("world.sqlite3*"):
            old.unlink()
        shutil.copyfile(empty, self._file)
        self.clock = Clock()
        self.clock.moves(timedelta(hours=22))  # Monday, ten o'clock
        self.stage = Messenger()
        self.stage.reacts = reacts
        self.stage.topics = dict[str, Topic]() if topics else None
        self.sending = True
        self.deaths = 0
        self.deleted: dict[str, str] = {}  # cards that somebody deleted, by number: their state

    async def open(self) -> None:
        """Start the process."""
        self.stage.steps = Steps()
        database = SteppedDatabase(f"sqlite+aiosqlite:///{self._file}", self.stage.steps)
        house = House(
            lookup=small_lookup(),
            advisors=Address("stage", GROUP),
            admins=frozenset(["stage:root"]),
            facts=Facts(storage=texts.STORAGE, waiting=texts.WAITING),
        )
        await follow_moves(database, house)
        self.theatre = Theatre(database, house, self.clock, self.stage)
        self.theatre.sender.lease = await live(database, "stage", self.clock)
        await self.theatre.sender.recover()

    async def close(self) -> None:
        """End the process, in order or not: what was not committed is gone."""
        others = asyncio.all_tasks() - {asyncio.current_task()}
        await asyncio.gather(*others, return_exceptions=True)
        await self.theatre.database.close()

    async def restart(self) -> None:
        """Be another process on the same file."""
        await self.close()
        await self.open()

    async def employ(self) -> None:
        """Give the advisors their role."""
        async with self.theatre.database.write() as session:
            for name in ADVISORS:
                person = await PersonStore(session).grant(
                    f"stage:{name}", Role.ADVISOR, self.clock()
                )
                person.name = name.capitalize()

    @property
    def is_calm(self) -> bool:
        """Tell whether nothing stands in the way of the next message."""
        return self.sending and not any(self.stage.moods.values())

    async def survive(self, action: Callable[[], Awaitable[None]], die_after: int) -> None:
        """Do something, with a death after so many steps if any; then it is done once more."""
        if die_after:
            self.stage.steps._die_at = len(self.stage.steps.names) + die_after
        try:
            await action()
        except Died:
            self.deaths += 1
            await self.restart()
            await action()
        finally:
            self.stage.steps._die_at = None

    async def take_in(self, updates: Sequence[tuple[str, dict[str, Any]]]) -> None:
        """Take updates in as the messenger hands them out, and answer them."""
        raw = [RawUpdate.of(update, key, update["chat"]) for key, update in updates]
        await self.theatre.inbox.store("stage", raw, self.clock())
        await self.theatre.work_off()
        await self.send()

    async def send(self) -> None:
        """Send all that waits, however long the pauses are, unless the network is away."""
        if not self.sending:
            return
        while (pause := await self.theatre.sender.drain()) < QUIET:
            self.clock.moves(timedelta(seconds=pause))

    async def make_rounds(self) -> None:
        """Do what is due by the clock."""
        async with self.theatre.database.write() as session:
            await rounds.make(session, self.theatre.house, self.clock())
        await self.send()

    async def look(self) -> dict[int, Look]:
        """Read all tickets."""
        return await look(self.theatre.database)
