"""A script played again and again, each time with other deaths in it, over any messenger."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import partial

from db.engine import Database
from handlers.desk import House
from handlers.messages import Address
from people.person import Role
from people.store import PersonStore
from tests.clock import Clock
from tests.crash.life import Life
from tests.crash.messenger import GROUP, Messenger
from tests.crash.places import Place
from tests.crash.stage import StageMessenger
from tests.crash.telegram import LIBRARIES, PEOPLE, TelegramMessenger
from tests.crash.world import World, look

STAGE = "stage"
RESTART = timedelta(seconds=2)  # until a supervisor has the next process running

Opened = Callable[[Clock], AbstractAsyncContextManager[Messenger]]


async def furnish(database: Database) -> None:
    """Let Carla be an advisor from the beginning, wherever she writes."""
    async with database.write() as session:
        for carla in ("stage:carla", f"telegram:{PEOPLE['carla']}"):
            await PersonStore(session).grant(carla, Role.ADVISOR, Clock()())


@asynccontextmanager
async def on_stage(_clock: Clock) -> AsyncIterator[Messenger]:
    """Open a messenger in this process."""
    yield StageMessenger()


@asynccontextmanager
async def on_telegram(library: str, clock: Clock) -> AsyncIterator[Messenger]:
    """Open a Bot API server."""
    messenger = TelegramMessenger(library, clock.tick)
    async with messenger.server:
        yield messenger


MESSENGERS: dict[str, Opened] = {
    STAGE: on_stage,
    **{library: partial(on_telegram, library) for library in LIBRARIES},
}


@dataclass
class Schedules:
    """Plays a script again and again, each time with other deaths in it."""

    messenger: str  # one of `MESSENGERS`
    place: Place
    house: House
    script: Callable[[Messenger], Awaitable[None]]
    life: type[Life] = Life
    steps: list[str] = field(default_factory=list)  # of the last life
    reached: bool = True  # all the deaths that were planned for the last play

    @property
    def on_stage(self) -> bool:
        """Tell whether no library is on the way."""
        return self.messenger == STAGE

    def __str__(self) -> str:
        return f"{self.messenger}, {self.place}"

    async def play(self, *deaths: int) -> World:
        """Let one process after the other die, the last one of them live."""
        url, clock = await self.place.fresh(), Clock()
        async with MESSENGERS[self.messenger](clock) as messenger:
            house = replace(self.house, advisors=Address(messenger.name, GROUP))
            await self.script(messenger)
            self.reached = True
            for die_at in (*deaths, None):
                self.steps = await self.life(url, messenger, house, clock).live(die_at)
                self.reached = self.reached and len(self.steps) >= (die_at or 0)
                clock.moves(RESTART)
            return await look(url, messenger)
