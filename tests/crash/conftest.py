"""Where the rows of a bot lie that really dies."""

from pathlib import Path

import pytest

from tests.databases import sqlite_url
from tests.postgres import Server

DATABASES = ("sqlite", "postgres")


@pytest.fixture(params=DATABASES)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give the address of an empty database: the first life migrates it."""
    if request.param == "sqlite":
        return sqlite_url(tmp_path / "helpdesk.sqlite3")
    server: Server = request.getfixturevalue("postgres_server")
    return server.new_database()
