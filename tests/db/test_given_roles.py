"""An installation of today keeps its people, and learns where each role came from."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import bindparam, select, text

from bot.running import appointed
from bot.upkeep import migrate
from db.base import Moment
from db.engine import Database
from handlers.desk import House
from people.person import Person, Role
from tests.clock import Clock
from tests.db.stored import rows

BEFORE = "0006"
PERSON = text(
    "INSERT INTO persons (address, role, barred, name, first_seen, last_seen)"
    " VALUES (:address, :role, :barred, :name, :first, :last)"
).bindparams(bindparam("first", type_=Moment()), bindparam("last", type_=Moment()))
ENTRY = text(
    "INSERT INTO audit_log (at, actor, action, target, detail)"
    " VALUES (:at, :actor, 'Rolle', :target, :detail)"
).bindparams(bindparam("at", type_=Moment()))
# Of each: role, barred, name, and after the step: the role given in the chat, and whether she
# has ever written.
PEOPLE: dict[str, tuple[str, bool, str, str, bool]] = {
    "t:setting": ("admin", False, "Root", "nutzer", True),
    "t:setting-unnamed": ("admin", False, "", "nutzer", True),
    "t:code": ("admin", False, "", "admin", True),
    "t:by-code-and-back": ("beratung", False, "B", "beratung", True),
    "t:chat": ("admin", False, "Chat", "admin", True),
    "t:typo": ("admin", False, "", "admin", False),
    "t:advisor-then-setting": ("admin", False, "A", "beratung", True),
    "t:withdrawn-then-setting": ("admin", False, "W", "nutzer", True),
    "t:editor": ("redaktion", False, "E", "redaktion", True),
    "t:admitted": ("beratung", False, "J", "beratung", True),
    "t:barred-unseen": ("nutzer", True, "", "nutzer", False),
    "t:asks": ("nutzer", False, "", "nutzer", True),
    "console:admin": ("admin", False, "", "admin", True),
    "console:beratung": ("beratung", False, "", "beratung", True),
}
LOG = [
    ("t:code", "t:code", "admin, mit dem Code vom Start"),
    ("t:code", "t:by-code-and-back", "nutzer → admin"),
    ("t:code", "t:by-code-and-back", "admin → beratung"),
    ("t:setting", "t:chat", "nutzer → admin"),
    ("t:setting", "t:typo", "nutzer → admin"),
    ("t:setting", "t:advisor-then-setting", "nutzer → beratung"),
    ("t:setting", "t:withdrawn-then-setting", "beratung → nutzer"),
    ("t:setting", "t:editor", "nutzer → redaktion"),
    ("t:setting", "t:barred-unseen", "nutzer → nutzer"),
]


async def fill(database: Database, now: datetime) -> None:
    """Write down an installation of the revision before."""
    async with database.write() as session:
        for address, (role, barred, name, _, _) in PEOPLE.items():
            values = {"address": address, "role": role, "barred": barred, "name": name}
            await session.execute(PERSON, values | {"first": now, "last": now})
        for number, (actor, target, detail) in enumerate(LOG):
            at = now + timedelta(minutes=number)
            values = {"at": at, "actor": actor, "target": target, "detail": detail}
            await session.execute(ENTRY, values)


async def test_where_a_role_came_from_is_read_from_the_log(
    empty_database: Database, clock: Clock
) -> None:
    await migrate.upgrade(empty_database, BEFORE)
    await fill(empty_database, clock())
    before = await rows(empty_database)
    for _ in range(2):
        await migrate.upgrade(empty_database)
        async with empty_database.read() as session:
            known = list(await session.scalars(select(Person)))
        assert {p.address: (p.role, p.barred, p.name, p.given, p.wrote) for p in known} == PEOPLE
        await migrate.downgrade(empty_database, BEFORE)
        assert await rows(empty_database) == before


async def test_the_first_start_leaves_admin_whom_setting_or_chat_named(
    empty_database: Database, clock: Clock, house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    await migrate.upgrade(empty_database, BEFORE)
    await fill(empty_database, clock())
    await migrate.upgrade(empty_database)
    house.admins = frozenset(["t:setting", "t:withdrawn-then-setting", "t:new"])
    await appointed.follow(empty_database, house, clock())
    gone = {"t:setting-unnamed": Role.PERSON, "t:advisor-then-setting": Role.ADVISOR}
    async with empty_database.read() as session:
        known = {p.address: p.role for p in await session.scalars(select(Person))}
    expected: dict[str, Any] = {address: row[0] for address, row in PEOPLE.items()} | gone
    assert known == expected
    said = capsys.readouterr().out
    assert [address for address in PEOPLE if f"{address} ist nicht mehr Admin" in said] == [*gone]
