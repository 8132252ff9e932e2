"""The whole way of a message on both databases, with a messenger made of lists."""

import shutil
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from sqlalchemy import make_url

from bot import migrate
from db.engine import Database
from handlers.desk import House
from tests.bot.moody import MoodyStage
from tests.clock import Clock
from tests.stage import Stage, Theatre

Open = Callable[..., Theatre]
MIGRATED: dict[str, str] = {}  # a database of each kind to copy: quicker than migrating each


async def migrated(kind: str, url: str) -> str:
    """Migrate the first database of a kind; return its address."""
    if kind not in MIGRATED:
        database = Database(url)
        await migrate.upgrade(database)
        await database.close()
        MIGRATED[kind] = url
    return MIGRATED[kind]


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.slow)])
async def database(
    request: pytest.FixtureRequest, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Database]:
    """Give an empty, migrated database, once of each kind."""
    if request.param == "sqlite":
        first = tmp_path_factory.mktemp("migrated") / "first.sqlite3"
        like = await migrated("sqlite", f"sqlite+aiosqlite:///{first}")
        shutil.copy(str(make_url(like).database), tmp_path / "test.sqlite3")
        url = f"sqlite+aiosqlite:///{tmp_path / 'test.sqlite3'}"
    else:
        server = request.getfixturevalue("postgres_server")
        like = MIGRATED.get("postgres") or await migrated("postgres", server.new_database())
        url = server.new_database(like)
    database = Database(url)
    yield database
    await database.close()


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
    database = Database(play.database.url.render_as_string(hide_password=False))
    yield Theatre(database, play.house, play.clock)
    await database.close()
