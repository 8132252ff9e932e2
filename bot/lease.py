"""The lease of a process: a row that shows it lives, kept by beating; whoever is dead has none.

What a process is at work on carries the number of its lease: while the row is there, it is left
to that process. Numbers only grow and none comes back, so whoever was taken for dead by mistake
(it stood still, or its way to the database was cut) finds its row gone and has to begin anew.

No clock is asked: a lease has ended when its beat has stood still for as long as we were looking,
which holds on any machine and whatever its clock does.
"""

import asyncio
import logging
import os
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from sqlalchemy import String, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from bot.log import alert, place_of
from bot.pausing import first_of
from db.base import Base, Key
from db.engine import Database

log = logging.getLogger(__name__)

BEAT = 2.0  # seconds from one beat to the next
SILENCE = 8.0  # seconds without a beat after which a process is dead
BLIND = 4.0  # seconds without a look after which we know nothing: then we begin to look anew


class LeaseRow(Base):
    """A process that lives and serves a channel."""

    __tablename__ = "leases"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy's own form

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    channel: Mapped[str] = mapped_column(String(20))
    place: Mapped[str] = mapped_column(String(160))  # the machine, and the process on it
    beat: Mapped[int]


class Lease:
    """The lease of this process on one channel."""

    def __init__(
        self,
        database: Database,
        channel: str,
        ticks: Callable[[], float] = time.monotonic,
        place: str | None = None,
    ) -> None:
        self._database = database
        self._channel = channel
        self._ticks = ticks
        self._place = here() if place is None else place
        self._seen: dict[int, tuple[int, float]] = {}  # of the others: a beat, and since when
        self._looked = float("-inf")
        self.number = 0  # no row has this one
        self.is_first = False  # of all that live and serve this channel we are the oldest

    @asynccontextmanager
    async def held(self) -> AsyncIterator[None]:
        """Beat as long as something runs, and end the lease after it."""
        await self.beat()
        try:
            async with asyncio.TaskGroup() as group:
                beating = group.create_task(self._keep_beating())
                yield
                beating.cancel()
        finally:
            await self.end()

    async def comes_first(self, stop: asyncio.Event) -> bool:
        """Wait until no older process serves the channel; tell whether it came to that."""
        if not self.is_first and not stop.is_set():
            log.warning("another process serves with this database: standing by until it ends")
        while not self.is_first and not stop.is_set():
            await first_of(stop, seconds=BEAT)
        return not stop.is_set()

    async def tell_the_end(self, stop: asyncio.Event, over: asyncio.Event) -> None:
        """Set `over` when told to stop, or when another process has taken our place."""
        while self.is_first and not (stop.is_set() or over.is_set()):
            await first_of(stop, over, seconds=BEAT)
        over.set()

    async def _keep_beating(self) -> None:
        while True:
            await asyncio.sleep(BEAT)
            try:
                await self.beat()
            except Exception as error:  # noqa: BLE001 - a database that is away for a while
                log.warning("lease not kept: %s", place_of(error))

    async def beat(self) -> None:
        """Show that we live, and end the leases of the dead."""
        async with self._database.write() as session:
            number = await self._show(session)
            rows = list(await session.execute(_LOOK))
            now = self._ticks()
            if now - self._looked > BLIND:
                self._seen = {}
            self._looked = now
            others = [row for row in rows if row.id != number]
            self._seen = {row.id: self._since(row.id, row.beat, now) for row in others}
            dead = [
                row
                for row in others
                if is_gone(row.place) or now - self._seen[row.id][1] >= SILENCE
            ]
            for row in dead:
                # Unless it has beaten just now.
                its = delete(LeaseRow).where(LeaseRow.id == row.id, LeaseRow.beat == row.beat)
                await session.execute(its)
        if self.number not in (0, number):
            alert.error("taken for dead by another process: beginning anew")
        self.number = number
        self.is_first = not any(
            row.channel == self._channel and row.id < number for row in others if row not in dead
        )
        if dead:
            log.info("leases ended with their processes: %s", [row.id for row in dead])

    async def _show(self, session: AsyncSession) -> int:
        shown: int | None = await session.scalar(
            update(LeaseRow)
            .where(LeaseRow.id == self.number)
            .values(beat=LeaseRow.beat + 1)
            .returning(LeaseRow.id)
        )
        if shown is None:
            new = insert(LeaseRow).values(channel=self._channel, place=self._place, beat=0)
            shown = await session.scalar(new.returning(LeaseRow.id))
            assert shown is not None
        return shown

    def _since(self, number: int, beat: int, now: float) -> tuple[int, float]:
        known = self._seen.get(number)
        return known if known and known[0] == beat else (beat, now)

    async def end(self) -> None:
        """End it: what we have left half done is anybody's at once."""
        try:
            async with self._database.write() as session:
                await session.execute(delete(LeaseRow).where(LeaseRow.id == self.number))
        except Exception as error:  # noqa: BLE001 - then it ends when our silence is noticed
            log.warning("lease not ended: %s", place_of(error))
        self.number, self.is_first = 0, False


_LOOK = select(LeaseRow.id, LeaseRow.channel, LeaseRow.place, LeaseRow.beat)


def here() -> str:
    """Name this process so that others on this machine can tell whether it lives.

    Empty where the system does not say; then its silence alone tells.
    """
    try:
        return f"{_machine()} {os.getpid()} {_life(os.getpid())[1]}"
    except (OSError, IndexError):
        return ""


def is_gone(place: str) -> bool:
    """Tell whether a process of this machine has ended for sure; of others nobody knows."""
    try:
        machine, pid, born = place.rsplit(" ", 2)
        if machine != _machine():
            return False
        os.kill(int(pid), 0)  # asks only, also about somebody else's
        state, began = _life(int(pid))
    except ProcessLookupError:
        return True
    except (OSError, ValueError, IndexError):
        return False
    return state in "ZX" or began != born


def _machine() -> str:
    """Name the machine since its last start, and the container: where a number is one process."""
    boot = Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    return f"{boot} {Path('/proc/self/ns/pid').readlink()}"


def _life(pid: int) -> tuple[str, str]:
    """Give the state of a process and the moment it was born: numbers are used again."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2].split()
    return fields[0], fields[19]
