"""What a rebuild would lose: Alembic copies columns, and SQLite's counter of keys is none.

A table whose counter is lost gives the number of an erased row to the next one: a reply to an
old ticket would then find its way into another person's.
"""

from typing import Any

from sqlalchemy import Connection, Table, event, text

COPY = "_alembic_tmp_"  # what Alembic calls a table while it is built anew

COUNTS = text(
    "SELECT 1 FROM sqlite_master"
    " WHERE type = 'table' AND name = :name AND sql LIKE '%AUTOINCREMENT%'"
)
GO_ON = text(
    "INSERT INTO sqlite_sequence (name, seq)"
    " SELECT :copy, seq FROM sqlite_sequence WHERE name = :name"
)


def counts(connection: Connection, table: str) -> bool:
    """Tell whether a table of SQLite never gives a key twice."""
    return connection.scalar(COUNTS, {"name": table}) is not None


def _is_copy(table: Table, connection: Connection) -> bool:
    return connection.dialect.name == "sqlite" and table.name.startswith(COPY)


@event.listens_for(Table, "before_create")
def _keep_counting(table: Table, connection: Connection, **_: Any) -> None:  # noqa: ANN401 - theirs
    if _is_copy(table, connection) and counts(connection, table.name.removeprefix(COPY)):
        table.dialect_options["sqlite"]["autoincrement"] = True


@event.listens_for(Table, "after_create")
def _go_on_counting(table: Table, connection: Connection, **_: Any) -> None:  # noqa: ANN401 - theirs
    if _is_copy(table, connection) and table.dialect_options["sqlite"]["autoincrement"]:
        name = table.name.removeprefix(COPY)
        connection.execute(GO_ON, {"copy": table.name, "name": name})
