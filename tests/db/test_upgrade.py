"""Every step, up and down, over filled databases: nothing is lost, and nothing refers to nothing.

A new migration is tested here without a line of its own. What it changes in the rows that are
there goes into FILLED_IN, and its own filled database comes from `python -m tests.db.filling`.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import text

from bot.upkeep import migrate
from db.engine import Database, dangling
from handlers.desk import House
from tests.clock import Clock
from tests.db import dumps
from tests.db.stored import Rows, fill_up, rows
from tests.db.test_migrations import revisions
from tests.stage import Person, Theatre

# What a migration puts into columns that were empty.
FILLED_IN = {
    "tickets": {"waiting_since", "due_at", "answered_at"},
    "outbox": {"claimed_at"},
}
# What an older revision has no word for.
UNSAYABLE = {"0001": {"tickets": {"state"}}}


def lost(before: Rows, after: Rows, down_to: str = "") -> Iterator[str]:
    """List what is not any more as it was, as far as both have a place for it."""
    unsayable = UNSAYABLE.get(down_to, {})
    for name in (before.keys() & after.keys()) - {"alembic_version"}:
        if len(before[name]) != len(after[name]):
            yield f"{name}: {len(before[name])} rows, then {len(after[name])}"
            continue
        have = (next(iter(side[name]), {}).keys() for side in (before, after))
        columns = sorted(set.intersection(*map(set, have)) - unsayable.get(name, set()))
        keys = [c for c in columns if c not in FILLED_IN.get(name, ())]
        both = (sorted(side[name], key=lambda row: _of(row, keys)) for side in (before, after))
        for old, new in zip(*both, strict=True):
            yield from (
                f"{name}.{c}: {old[c]!r}, then {new[c]!r}"
                for c in columns
                if old[c] != new[c] and (old[c] is not None or c in keys)
            )


def _of(row: dict[str, Any], columns: list[str]) -> str:
    return str([str(row[column]) for column in columns])


async def hangs(database: Database) -> list[str]:
    async with database.engine.connect() as connection:
        return await connection.run_sync(dangling)


ONE: Rows = {"tickets": [{"id": 1, "state": "offen", "due_at": None}]}
CHANGED: dict[str, Rows] = {
    "no row": {"tickets": []},
    "one more": {"tickets": ONE["tickets"] * 2},
    "another state": {"tickets": [{"id": 1, "state": "beantwortet", "due_at": None}]},
    "another key": {"tickets": [{"id": 2, "state": "offen", "due_at": None}]},
}


@pytest.mark.parametrize("change", CHANGED)
def test_what_is_lost_would_be_noticed(change: str) -> None:
    assert list(lost(ONE, CHANGED[change])) != []
    assert list(lost(ONE, {"tickets": [{"id": 1, "state": "offen", "due_at": "soon"}]})) == []


def test_each_revision_has_a_filled_database() -> None:
    assert revisions() == dumps.REVISIONS, "python -m tests.db.filling"


@pytest.mark.parametrize("revision", revisions())
async def test_nothing_is_lost_on_the_way_up_and_down(
    empty_database: Database, revision: str
) -> None:
    await dumps.load(empty_database, max(r for r in dumps.REVISIONS if r <= revision))
    await migrate.upgrade(empty_database, revision)
    await fill_up(empty_database)
    before = await rows(empty_database)
    assert [name for name, read in before.items() if not read] == []
    await migrate.upgrade(empty_database)
    assert await hangs(empty_database) == []
    assert await migrate.differences(empty_database) == []
    newest = await rows(empty_database)
    assert list(lost(before, newest)) == []
    await migrate.downgrade(empty_database, revision)
    assert await hangs(empty_database) == []
    assert list(lost(before, await rows(empty_database))) == []
    await migrate.upgrade(empty_database)
    assert list(lost(before, await rows(empty_database))) == []


@pytest.mark.parametrize("revision", revisions()[1:])
async def test_each_step_alone(empty_database: Database, revision: str) -> None:
    await dumps.load(empty_database, max(r for r in dumps.REVISIONS if r <= revision))
    await migrate.upgrade(empty_database, revision)
    await fill_up(empty_database)
    before = await rows(empty_database)
    await migrate.downgrade(empty_database, "-1")
    between = await rows(empty_database)
    assert list(lost(before, between, down_to=revisions()[revisions().index(revision) - 1])) == []
    await migrate.upgrade(empty_database, "+1")
    assert list(lost(between, await rows(empty_database))) == []
    assert await hangs(empty_database) == []


async def test_old_tickets_wait_and_become_due(empty_database: Database) -> None:
    await dumps.load(empty_database, "0001")
    await migrate.upgrade(empty_database)
    async with empty_database.read() as session:
        found = await session.execute(
            text("SELECT id, waiting_since, due_at, answered_at FROM tickets ORDER BY id")
        )
        times = {row[0]: [_minute(moment) for moment in row[1:]] for row in found}
    assert times == {
        1: ["2026-11-22 11:00", "2026-11-24 11:00", None],
        2: [None, None, "2026-11-22 11:20"],
        3: ["2026-11-22 11:55", "2026-11-24 11:55", "2026-11-22 11:35"],
        4: [None, None, None],
    }


def _minute(moment: datetime | str | None) -> str | None:
    return None if moment is None else str(moment)[:16]


async def test_after_the_upgrade_old_tickets_are_reminded_of(
    empty_database: Database, house: House
) -> None:
    await dumps.load(empty_database, "0001")
    await migrate.upgrade(empty_database)
    theatre = Theatre(empty_database, house, Clock())
    carla = Person(theatre, chat="-100", name="carla")
    await theatre.time_passes(days=3)
    told = "\n".join(heard.text for _, heard in carla._all())
    assert "FZ-2026-0001" in told
    assert "überfällig: 2" in told
    anna = theatre.person("anna")
    await anna.says("/meine_anfragen")
    assert "FZ-2026-0001" in anna._all()[-1][1].text
    await carla.says("/antwort 1 Drei gehen.")
    assert "Drei gehen." in anna._all()[-1][1].text
