"""What the program keeps on a machine is for its own account: no other reads it."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.channels.program import Program, run

pytestmark = pytest.mark.slow
HERE = "sqlite+aiosqlite:///var/helpdesk.sqlite3"  # as shipped


@pytest.fixture(autouse=True)
def _careless_machine() -> Iterator[None]:
    """Let a machine give every new file to everybody."""
    before = os.umask(0)
    yield
    os.umask(before)


def open_to_others(folder: Path) -> dict[str, str]:
    """List what others than the owner may touch."""
    modes = {path: path.lstat().st_mode for path in [folder, *folder.rglob("*")]}
    return {
        path.relative_to(folder.parent).as_posix(): oct(stat.S_IMODE(mode))
        for path, mode in modes.items()
        if not stat.S_ISLNK(mode) and mode & 0o077
    }


async def test_a_new_installation_is_closed_while_it_runs_and_afterwards(tmp_path: Path) -> None:
    var = tmp_path / "var"
    async with Program(tmp_path, "chat", "--as", "admin", DATABASE_URL=HERE) as admin:
        await admin.says("/faq_export yaml")
        await admin.hears(r"dateien/\w+-faq-")
        names = {path.name for path in var.rglob("*") if path.is_file()}
        assert {"helpdesk.sqlite3", "helpdesk.sqlite3-wal", "helpdesk.sqlite3-shm"} < names
        assert [name for name in names if name.endswith(".yaml")]  # received by the terminal
        assert open_to_others(var) == {}
        assert (await admin.ends())[0] == 0
    assert open_to_others(var) == {}


async def test_an_installation_of_today_is_closed_at_the_next_start(tmp_path: Path) -> None:
    var = tmp_path / "var"
    code, said = await run(tmp_path, "db", "upgrade", DATABASE_URL=HERE)
    assert code == 0, said
    theirs = tmp_path / "anderes.txt"
    theirs.write_text("gehört nicht uns")
    (var / "dateien").mkdir()
    (var / "dateien" / "brief.pdf").write_bytes(b"x")
    (var / "dateien" / "verweis").symlink_to(theirs)
    (var / "helpdesk.sqlite3.sicherung").write_bytes(b"x")
    for path in [var, *var.rglob("*")]:
        path.chmod(0o777 if path.is_dir() else 0o666)
    code, said = await run(tmp_path, "db", "upgrade", DATABASE_URL=HERE)
    assert code == 0, said
    assert open_to_others(var) == {}
    assert stat.S_IMODE(theirs.stat().st_mode) == 0o666


async def test_elsewhere_the_database_is_closed_and_the_folder_is_whose_it_was(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "srv"
    folder.mkdir(mode=0o755)
    names = ["hilfe.db", "hilfe.db-wal", "hilfe.db-shm", "hilfe.db-journal", "fremd.db"]
    for name in names:
        (folder / name).touch(0o644)
    (folder / "dateien").mkdir(0o755)
    (folder / "dateien" / "brief.pdf").touch(0o644)
    url = f"sqlite+aiosqlite:///{folder / 'hilfe.db'}"
    code, said = await run(tmp_path, "db", "upgrade", DATABASE_URL=url)
    assert code == 0, said
    assert open_to_others(folder) == {"srv": "0o755", "srv/fremd.db": "0o644"}


async def test_a_folder_the_program_makes_for_the_database_is_closed(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path / 'tief' / 'unten' / 'hilfe.db'}"
    code, said = await run(tmp_path, "chat", given="/start\n", DATABASE_URL=url)
    assert code == 0, said
    assert open_to_others(tmp_path / "tief") == {}


async def test_a_folder_of_ours_that_lies_elsewhere_is_closed_there(tmp_path: Path) -> None:
    disk = tmp_path / "platte"
    disk.mkdir(mode=0o755)
    (disk / "helpdesk.sqlite3").touch(0o644)
    (tmp_path / "var").symlink_to(disk)
    code, said = await run(tmp_path, "db", "upgrade", DATABASE_URL=HERE)
    assert code == 0, said
    assert open_to_others(disk) == {}
