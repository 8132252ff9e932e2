"""A single question has no transaction around it; whatever follows on the connection has."""

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from db.engine import Database


async def is_bound(connection: AsyncConnection) -> bool:
    """Ask the driver whether a transaction is open after a statement."""
    await connection.execute(text("SELECT 1"))
    driver = (await connection.get_raw_connection()).driver_connection
    assert driver
    return bool(
        driver.in_transaction
        if connection.dialect.name == "sqlite"
        else driver.is_in_transaction()
    )


async def test_a_look_begins_nothing_and_leaves_nothing_behind(database: Database) -> None:
    for _ in range(2):
        async with database.look() as connection:
            assert not await is_bound(connection)
        async with database.read() as session:
            assert await is_bound(await session.connection())
        async with database.write() as session:
            assert await is_bound(await session.connection())
