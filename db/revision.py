"""Whether a database has the newest shape: asked without Alembic, which only changing it needs."""

from pathlib import Path
from typing import Literal

from sqlalchemy import select, text
from sqlalchemy.exc import DatabaseError, DBAPIError

from db.base import Base
from db.engine import Database
from db.trouble import Trouble, Unfit, of

# Migrations are numbered: „0005_open_rows.py“ makes revision 0005.
NEWEST = max(
    path.name.partition("_")[0]
    for path in (Path(__file__).parent / "migrations" / "versions").glob("[0-9]*.py")
)

Way = Literal["upgrade", "downgrade"]


class StepFailed(Exception):  # noqa: N818 - reads as what happened
    """Raised when a migration fails; the database stays as it was before the first of them."""

    def __init__(self, way: Way, revision: str) -> None:
        super().__init__(f"{way} {revision}")
        self.way = way
        self.revision = revision


async def is_newest(database: Database) -> bool:
    """Tell whether every migration has been applied; an empty database has none."""
    try:
        async with database.read() as session:
            applied = await session.scalar(text("SELECT version_num FROM alembic_version"))
    except DatabaseError:  # no such table, or no server: migrating finds out which
        return False
    return bool(applied == NEWEST)


async def check_shape(database: Database) -> None:
    """Ask each table for its columns, and for no row: what is missing shows before it is needed.

    Raises:
        Unfit: a table or column is missing.

    """
    async with database.read() as session:
        for table in Base.metadata.sorted_tables:
            try:
                await session.execute(select(table).limit(0))
            except DBAPIError as error:
                if of(error) is Trouble.SHAPE:
                    raise Unfit(Trouble.SHAPE, table.name) from error
                raise
