"""All there is in a database, to be compared."""

from typing import Any

from sqlalchemy import inspect, text

from db.engine import Database


async def rows(database: Database) -> dict[str, list[dict[str, Any]]]:
    """Read all rows of all tables, by the names of their columns."""
    async with database.engine.connect() as connection:
        names = await connection.run_sync(lambda c: inspect(c).get_table_names())
        return {
            name: sorted(
                (
                    dict(row)
                    for row in (await connection.execute(text(f"SELECT * FROM {name}"))).mappings()
                ),
                key=str,
            )
            for name in names
        }
