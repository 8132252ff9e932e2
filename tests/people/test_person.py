"""Roles and what the bot waits for, as the stores keep them."""

from datetime import timedelta

import pytest

from db.engine import Database
from people.conversation import ConversationStore
from people.person import Role
from people.store import PersonStore
from tests.clock import Clock

MAY = {
    Role.PERSON: {Role.PERSON},
    Role.ADVISOR: {Role.PERSON, Role.ADVISOR},
    Role.EDITOR: {Role.PERSON, Role.EDITOR},
    Role.ADMIN: set(Role),
}


@pytest.mark.parametrize("role", list(Role))
def test_what_a_role_includes(role: Role) -> None:
    assert {needed for needed in Role if role.may(needed)} == MAY[role]


async def test_somebody_is_met_once(sqlite_database: Database, clock: Clock) -> None:
    async with sqlite_database.write() as session:
        people = PersonStore(session)
        assert await people.find("stage:anna") is None
        anna = await people.meet("stage:anna", clock())
        first = clock()
        clock.moves(timedelta(days=1))
        assert await people.meet("stage:anna", clock()) is anna
        assert (anna.first_seen, anna.last_seen) == (first, clock())
        assert (anna.role, anna.barred) == (Role.PERSON, False)


async def test_a_withdrawal_bars_however_often_it_is_said(
    sqlite_database: Database, clock: Clock
) -> None:
    async with sqlite_database.write() as session:
        people = PersonStore(session)
        for role, barred in (
            (Role.ADVISOR, False),
            (Role.PERSON, True),
            (Role.PERSON, True),
            (Role.EDITOR, False),
        ):
            anna = await people.grant("stage:anna", role, clock())
            assert (anna.role, anna.barred) == (role, barred)


async def test_only_who_may_more_is_listed(sqlite_database: Database, clock: Clock) -> None:
    async with sqlite_database.write() as session:
        people = PersonStore(session)
        for name, role in (("c", Role.ADMIN), ("a", Role.PERSON), ("b", Role.ADVISOR)):
            await people.grant(f"stage:{name}", role, clock())
        assert [p.address for p in await people.with_roles()] == ["stage:c", "stage:b"]


async def test_what_is_awaited_ends_at_its_time_and_outlives_a_restart(
    sqlite_database: Database, clock: Clock
) -> None:
    async with sqlite_database.write() as session:
        talks = ConversationStore(session, clock())
        await talks.await_("stage:anna", "adding", timedelta(minutes=30), ticket=3)
        await talks.await_("stage:anna", "adding", timedelta(minutes=30), ticket=4)
    clock.moves(timedelta(minutes=30) - timedelta(microseconds=1))
    async with sqlite_database.write() as session:
        awaited = await ConversationStore(session, clock()).awaited("stage:anna")
        assert awaited is not None
        assert (awaited.awaits, awaited.details) == ("adding", {"ticket": 4})
        assert await ConversationStore(session, clock()).awaited("stage:bert") is None
    clock.moves(timedelta(microseconds=1))
    async with sqlite_database.write() as session:
        talks = ConversationStore(session, clock())
        assert await talks.awaited("stage:anna") is None
        assert await talks.end("stage:anna") is False  # there is nothing left to cancel


async def test_what_is_awaited_can_be_ended(sqlite_database: Database, clock: Clock) -> None:
    async with sqlite_database.write() as session:
        talks = ConversationStore(session, clock())
        await talks.await_("stage:anna", "request", timedelta(minutes=30))
        assert await talks.end("stage:anna") is True
        assert await talks.end("stage:anna") is False
        assert await talks.awaited("stage:anna") is None
