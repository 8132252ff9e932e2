"""What is open is found through its index, however much is done and however long the line."""

from typing import Any

import pytest
from sqlalchemy import Select, event

from bot.incoming import inbox
from bot.outgoing import line as outbox_line
from db.engine import Database
from tests.clock import Clock

NOW = {"now": Clock()(), "limit": 16}
ALL = {"channel": "telegram"} | NOW
ONE = {"channel": "telegram", "chat": "1"} | NOW
QUERIES = {
    "heads": (inbox._heads(of_one_chat=False, without_some=False), ALL),
    "heads of a chat": (inbox._heads(of_one_chat=True, without_some=False), ONE),
    "due": (outbox_line._due(of_one_chat=False), ALL),
    "next due": (outbox_line._next_due(of_one_chat=False), ALL),
    "due in a chat": (outbox_line._due(of_one_chat=True), ONE),
}


@pytest.mark.parametrize("name", QUERIES)
async def test_no_row_that_is_done_is_looked_at_and_nothing_sorted(
    sqlite_database: Database, name: str
) -> None:
    query, given = QUERIES[name]
    steps = await _plan(sqlite_database, query, given)
    assert any("ix_" in step for step in steps)
    assert [step for step in steps if step.startswith("SCAN") or "TEMP B-TREE" in step] == []


async def _plan(
    database: Database, query: Select[*tuple[Any, ...]], given: dict[str, Any]
) -> list[str]:
    said: list[tuple[str, Any]] = []

    def listen(_: Any, __: Any, statement: str, parameters: Any, *___: Any) -> None:
        said.append((statement, parameters))

    async with database.read() as session:
        connection = await session.connection()
        event.listen(connection.sync_connection, "before_cursor_execute", listen)
        await session.execute(query, given)
        statement, parameters = said[-1]
        plan = await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        return [row[-1] for row in plan]
