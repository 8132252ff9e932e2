"""The base of every model, and the column types all of them share."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    DateTime,
    Dialect,
    Index,
    Integer,
    MetaData,
    literal_column,
    text,
)
from sqlalchemy.ext.asyncio import AsyncAttrs
from sqlalchemy.orm import DeclarativeBase, InstrumentedAttribute
from sqlalchemy.types import TypeDecorator

# Named constraints, so that a migration on SQLite can find and change them.
NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}

# A counting key: 64 bits wide; SQLite counts only in a column of its type INTEGER.
Key = BigInteger().with_variant(Integer, "sqlite")


class Base(AsyncAttrs, DeclarativeBase):
    """Parent of all models; its metadata is what the migrations are compared with."""

    metadata = MetaData(naming_convention=NAMES)


def open_rows(name: str, *columns: str, state: str = "new") -> Index:
    """Index only the rows in a state: few, however many are done with."""
    where = text(f"state = '{state}'")
    return Index(name, *columns, sqlite_where=where, postgresql_where=where)


def in_state(column: InstrumentedAttribute[Any], state: str) -> ColumnElement[bool]:
    """Compare with a state that stands in the statement itself.

    Of a parameter a database does not know whether it is the one that an index is made for.
    """
    return column == literal_column(f"'{state}'")


class Moment(TypeDecorator[datetime]):
    """A point in time: UTC and aware in Python, also on SQLite, which forgets the zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a time without zone: it would be read back as another moment."""
        del dialect
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a stored time needs a zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give back the zone that SQLite dropped."""
        del dialect
        return value if value is None or value.tzinfo else value.replace(tzinfo=UTC)
