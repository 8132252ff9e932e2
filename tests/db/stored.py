"""All there is in a database: to be compared, and to be filled up."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Column, Connection, DateTime, MetaData, Table, func, inspect, select, text

from db.engine import Database

Rows = dict[str, list[dict[str, Any]]]

AT = datetime(2026, 11, 22, 11, 0, tzinfo=UTC)


async def rows(database: Database) -> Rows:
    """Read all rows of all tables, by the names of their columns."""
    async with database.engine.connect() as connection:
        return await connection.run_sync(_rows)


def _rows(connection: Connection) -> Rows:
    found: Rows = {}
    for name in inspect(connection).get_table_names():
        read = connection.execute(text(f"SELECT * FROM {name}")).mappings()
        found[name] = sorted((dict(row) for row in read), key=_key)
    return found


def _key(row: dict[str, Any]) -> str:
    return str(sorted((name, str(value)) for name, value in row.items()))


async def fill_up(database: Database) -> None:
    """Put a row into every table that no conversation has filled, whatever its columns are."""
    async with database.engine.begin() as connection:
        await connection.run_sync(_fill_up)


def _fill_up(connection: Connection) -> None:
    metadata = MetaData()
    metadata.reflect(connection)
    for table in metadata.sorted_tables:
        if connection.scalar(select(func.count()).select_from(table)) == 0:
            connection.execute(table.insert().values(_row(connection, table)))


def _row(connection: Connection, table: Table) -> dict[str, Any]:
    return {column.name: _value(connection, column) for column in table.columns}


def _value(connection: Connection, column: Column[Any]) -> object:
    for key in column.foreign_keys:
        return connection.scalar(select(func.min(key.column)))
    if isinstance(column.type, DateTime):
        return AT if connection.dialect.name == "postgresql" else AT.replace(tzinfo=None)
    kind = column.type.python_type
    return {object: {}, bytes: b"x", bool: True, int: 1, float: 1.0, str: "x"}[kind]
