"""Points in time: aware going in, UTC and aware coming out, on both databases."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import select
from sqlalchemy.exc import StatementError

from bot.incoming.inbox import InboxRow, InboxState
from db.engine import Database

BERLIN_SUMMER = timezone(timedelta(hours=2))


def row(at: datetime) -> InboxRow:
    return InboxRow(
        channel="stage",
        update_key="1",
        chat="anna",
        raw="{}",
        state=InboxState.NEW,
        received_at=at,
    )


async def test_a_time_comes_back_as_utc(database: Database) -> None:
    at = datetime(2026, 7, 1, 14, 30, 15, 123456, tzinfo=BERLIN_SUMMER)
    async with database.write() as session:
        session.add(row(at))
    async with database.read() as session:
        back = await session.scalar(select(InboxRow.received_at))
    assert back == at
    assert back.tzinfo is UTC or back.utcoffset() == timedelta(0)
    assert (back.hour, back.microsecond) == (12, 123456)


async def test_a_time_is_found_from_any_zone(database: Database) -> None:
    async with database.write() as session:
        session.add(row(datetime(2026, 7, 1, 12, 0, tzinfo=UTC)))
    just_before = datetime(2026, 7, 1, 13, 59, tzinfo=BERLIN_SUMMER)
    async with database.read() as session:
        query = select(InboxRow.id)
        assert await session.scalar(query.where(InboxRow.received_at > just_before))
        assert not await session.scalar(query.where(InboxRow.received_at < just_before))


async def test_no_time_stays_none(database: Database) -> None:
    async with database.write() as session:
        session.add(row(datetime(2026, 7, 1, tzinfo=UTC)))
    async with database.read() as session:
        assert (await session.scalars(select(InboxRow.done_at))).all() == [None]


async def test_a_time_without_zone_is_refused(database: Database) -> None:
    naive = datetime(2026, 7, 1, 12, 0)  # noqa: DTZ001 - the mistake under test
    with pytest.raises(StatementError, match="needs a zone"):
        async with database.write() as session:
            session.add(row(naive))
