"""Whether a database has the newest shape: asked without Alembic, which only changing it needs."""

from pathlib import Path

from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from db.engine import Database

# Migrations are numbered: „0005_open_rows.py“ makes revision 0005.
NEWEST = max(
    path.name.partition("_")[0]
    for path in (Path(__file__).parent / "migrations" / "versions").glob("[0-9]*.py")
)


async def is_newest(database: Database) -> bool:
    """Tell whether every migration has been applied; an empty database has none."""
    try:
        async with database.read() as session:
            applied = await session.scalar(text("SELECT version_num FROM alembic_version"))
    except DatabaseError:  # no such table, or no server: migrating finds out which
        return False
    return bool(applied == NEWEST)
