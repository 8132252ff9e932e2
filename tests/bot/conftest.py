"""The whole way of a message on both databases, with a messenger made of lists."""

from collections.abc import AsyncIterator, Callable

import pytest

from db.engine import Database
from handlers.desk import House
from tests.bot.moody import MoodyStage
from tests.clock import Clock
from tests.databases import shared
from tests.stage import Stage, Theatre

Open = Callable[..., Theatre]


@pytest.fixture
def open_theatre(database: Database, house: House, clock: Clock) -> Open:
    """Build a theatre on the database; a second one there is what a restarted process is."""

    def build(other: House | None = None, stage: Stage | None = None) -> Theatre:
        return Theatre(database, other or house, clock, stage or Stage())

    return build


@pytest.fixture
def stage() -> MoodyStage:
    return MoodyStage()


@pytest.fixture
def play(open_theatre: Open, stage: MoodyStage) -> Theatre:
    return open_theatre(stage=stage)


@pytest.fixture
async def replica(play: Theatre) -> AsyncIterator[Theatre]:
    """Open the same database a second time, as another process does."""
    database = shared(play.database.url.render_as_string(hide_password=False))
    yield Theatre(database, play.house, play.clock)
    await database.close()
