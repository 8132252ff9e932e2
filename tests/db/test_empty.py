"""The tests' own way to an empty PostgreSQL database gives what the migrations give."""

import pytest
from sqlalchemy import text

from bot.upkeep import migrate
from db.engine import Database
from faq.editing.entries import EntryStore
from faq.exchange.shipped import take_in
from tests.clock import Clock
from tests.databases import empty
from tests.small_faq import small_corpus

TABLES = text("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
COUNTERS = text("SELECT sequencename, last_value FROM pg_sequences ORDER BY 1")


async def contents(database: Database) -> dict[str, object]:
    """Read all rows, and where the counters of keys stand."""
    async with database.read() as session:
        found: dict[str, object] = {}
        for name in list(await session.scalars(TABLES)):
            found[name] = (await session.execute(text(f'SELECT * FROM "{name}"'))).all()
        return found | {"counters": (await session.execute(COUNTERS)).all()}


@pytest.mark.slow
@pytest.mark.parametrize("empty_url", ["postgres"], indirect=True)
async def test_emptied_is_as_good_as_new(empty_database: Database) -> None:
    await migrate.upgrade(empty_database)
    new = await contents(empty_database)
    async with empty_database.write() as session:
        store = EntryStore(session, Clock()())
        await take_in(session, small_corpus(), store)
    used = await contents(empty_database)
    assert used["faq_counter"] != new["faq_counter"]
    assert used["counters"] != new["counters"]
    await empty(empty_database)
    assert await contents(empty_database) == new
