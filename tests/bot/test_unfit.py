"""A start that cannot succeed says in German why: each reason has a sentence of its own."""

import asyncio
import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from bot import __main__ as program
from bot.commands import complaints
from bot.config import Settings
from bot.running.assembling import open_database
from db.engine import Database
from db.revision import NEWEST
from db.trouble import Trouble
from handlers.texts.trouble import WHY
from tests.bot.ailing import scribbled
from tests.databases import sqlite_url
from tests.postgres import Server

LATER = f"{int(NEWEST) + 1:04d}"


def says(statement: str) -> Callable[[Path], None]:
    def change(file: Path) -> None:
        connection = sqlite3.connect(file)
        connection.execute(statement)
        connection.commit()
        connection.close()

    return change


def holds_on(file: Path) -> None:
    """Let SQLite find a database of somebody else's, with tables that are not ours."""
    file.unlink()
    says("CREATE TABLE songs (title TEXT)")(file)


def is_a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def is_on_a_full_disk(file: Path) -> None:
    file.unlink()
    file.symlink_to("/dev/full")


def has_no_folder(file: Path) -> None:
    file.parent.rename(file.parent.with_name("moved"))
    file.parent.write_text("a file where the folder was")


# What somebody or something has done to the file, and what the start then says.
FILES = {
    "a missing column": (
        says("ALTER TABLE absences RENAME COLUMN until TO gone"),
        Trouble.SHAPE,
        "SQLITE_ERROR",
    ),
    "a missing table": (says("DROP TABLE faq_counter"), Trouble.SHAPE, "faq_counter"),
    "a later version": (
        says(f"UPDATE alembic_version SET version_num = '{LATER}'"),
        Trouble.NEWER,
        LATER,
    ),
    "another program's": (
        says("UPDATE alembic_version SET version_num = 'a1b2c3'"),
        Trouble.FOREIGN,
        "a1b2c3",
    ),
    "other tables": (holds_on, Trouble.FOREIGN, ""),
    "a letter": (lambda file: file.write_text("Guten Tag! " * 999), Trouble.FOREIGN, "NOTADB"),
    "damaged": (
        lambda file: file.write_bytes(scribbled(file.read_bytes())),
        Trouble.DAMAGED,
        "SQLITE_CORRUPT",
    ),
    "a folder": (is_a_folder, Trouble.NO_PLACE, "SQLITE_CANTOPEN"),
    "no folder": (has_no_folder, Trouble.NO_PLACE, "EEXIST"),
    "a full disk": (is_on_a_full_disk, Trouble.FULL, "SQLITE_FULL"),
}


async def starts(url: str) -> int:
    """Start over a database; give the exit code."""
    try:
        database = await open_database(Settings(_env_file=None, database_url=url))
    except Exception as error:  # noqa: BLE001 - as the program does
        return complaints.about(error)
    await database.close()
    return 0


@pytest.mark.parametrize("case", FILES)
async def test_a_file(
    case: str, migrated: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change, trouble, code = FILES[case]
    (tmp_path / "data").mkdir()
    file = tmp_path / "data" / "test.sqlite3"
    shutil.copy(migrated, file)
    assert await starts(sqlite_url(file)) == 0
    change(file)
    assert await starts(sqlite_url(file)) == 1
    told = capsys.readouterr().err
    assert told.startswith(WHY[trouble])
    assert code in told
    assert told.count("\n") == 1


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody without rights")
async def test_a_folder_that_may_only_be_read(
    migrated: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever may do everything has to give that up first."""
    for path in (tmp_path, *tmp_path.parents[:2]):
        path.chmod(0o755)
    shutil.copy(migrated, tmp_path / "test.sqlite3")
    nobody = 65534
    os.seteuid(nobody)
    try:
        assert await starts(sqlite_url(tmp_path / "test.sqlite3")) == 1
    finally:
        os.seteuid(0)
    assert capsys.readouterr().err.startswith(WHY[Trouble.READ_ONLY])


SERVERS: dict[str, tuple[Callable[[str], str], str, Trouble]] = {
    "no such database": (lambda url: url.replace("@/test", "@/nosuch"), "", Trouble.NO_DATABASE),
    "no such name": (lambda url: url.replace("test@", "nobody@"), "", Trouble.NOT_ADMITTED),
    "nobody there": (
        lambda _: "postgresql+asyncpg://test@127.0.0.1:1/test",
        "",
        Trouble.AWAY,
    ),
    "a missing column": (
        lambda url: url,
        "ALTER TABLE absences DROP COLUMN until",
        Trouble.SHAPE,
    ),
    "a later version": (
        lambda url: url,
        f"UPDATE alembic_version SET version_num = '{LATER}'",
        Trouble.NEWER,
    ),
    "another program's": (
        lambda url: url,
        "DROP TABLE alembic_version",
        Trouble.FOREIGN,
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("case", SERVERS)
async def test_a_server(
    case: str, postgres_server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    address, statement, trouble = SERVERS[case]
    url = postgres_server.new_database()
    if statement:
        assert await starts(url) == 0
        database = Database(url)
        async with database.engine.begin() as connection:
            await connection.execute(text(statement))
        await database.close()
    assert await starts(address(url)) == 1
    assert capsys.readouterr().err.startswith(WHY[trouble])


ADDRESSES = {
    "sqlite:///var/helpdesk.sqlite3": "erwartet wird sqlite+aiosqlite://… oder",
    "postgresql://a@localhost/b": "postgresql+asyncpg://…",
    "mysql+aiomysql://a@localhost/b": "erwartet wird",
    "var/helpdesk.sqlite3": "erwartet wird",
    "postgresql+asyncpg:kaputt": "keine vollständige Adresse",
    "postgresql+asyncpg://a@host:tor/b": "keine vollständige Adresse",
}


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_without_a_driver(
    address: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", address)
    assert program.main(["db", "upgrade"]) == 2
    told = capsys.readouterr().err
    assert told.startswith("Einstellung DATABASE_URL: ")
    assert ADDRESSES[address] in told


def test_a_step_that_fails_is_named(
    migrated: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    file = tmp_path / "test.sqlite3"
    shutil.copy(migrated, file)
    monkeypatch.setenv("DATABASE_URL", sqlite_url(file))
    assert program.main(["db", "downgrade", "0003"]) == 0
    says("CREATE TABLE faq_links (mine TEXT)")(file)
    assert program.main(["db", "upgrade"]) == 1
    told = capsys.readouterr().err
    assert "Schritt 0004 ist gescheitert. Geändert wurde nichts." in told
    assert asyncio.run(starts(sqlite_url(file))) == 1
