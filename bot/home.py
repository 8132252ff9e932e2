"""Where an installation keeps its things on the machine, closed to every other account there."""

import logging
import os
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import make_url

log = logging.getLogger(__name__)

OURS = Path("var")  # the one folder that is ours by its name, whatever lies in it
OTHERS = 0o077  # what an umask keeps from everybody but the owner
# SQLite keeps these beside its file, with the same rights as that.
BESIDE = ("", "-wal", "-shm", "-journal")


def write_for_us_alone() -> None:
    """Give every file of this process from now on to its own account: copies and papers too."""
    os.umask(OTHERS)


def received(database_url: str) -> Path:
    """Name the folder for files that a terminal receives: beside the database's own file."""
    file = _file(database_url)
    return (file.parent if file else OURS) / "dateien"


def close(database_url: str) -> None:
    """Take from others what an earlier start, with looser rights, has left open to them.

    A folder that somebody else chose for the database stays as it is: it may hold more than ours.
    """
    for path in _ours(database_url):
        try:
            mode = path.stat().st_mode
            if mode & OTHERS:
                path.chmod(mode & ~OTHERS)
        except FileNotFoundError:
            continue
        except OSError as error:
            # Not which: what somebody sent may be called by their name.
            log.warning("something stays open to other accounts: %s", type(error).__name__)


def _ours(database_url: str) -> Iterator[Path]:
    for folder in dict.fromkeys([OURS, received(database_url)]):
        yield folder
        # What a link leads to from within may be anybody's.
        yield from (path for path in folder.rglob("*") if not path.is_symlink())
    if file := _file(database_url):
        yield from (file.with_name(file.name + ending) for ending in BESIDE)


def _file(database_url: str) -> Path | None:
    url = make_url(database_url)
    is_file = url.get_backend_name() == "sqlite" and url.database not in (None, "", ":memory:")
    return Path(str(url.database)) if is_file else None
