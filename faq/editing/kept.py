"""The tables beside the FAQ: what was shown, sent, settled, imported and checked."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Key, Moment


class ShownAnswer(Base):
    """Which version of which entry somebody was shown, and when."""

    __tablename__ = "faq_shown"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy's own form

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    asker: Mapped[str] = mapped_column(String(100), index=True)
    entry_id: Mapped[str] = mapped_column(String(80), index=True)
    version: Mapped[int]
    at: Mapped[datetime] = mapped_column(Moment)


class SettledQuestion(Base):
    """A wording that editors have dealt with: it is no gap any more. Holds no text."""

    __tablename__ = "faq_settled"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)  # of the folded text
    at: Mapped[datetime] = mapped_column(Moment)


class ImportState(StrEnum):
    """What became of an import."""

    OPEN = "offen"
    DONE = "uebernommen"
    UNDONE = "zurueckgenommen"
    DROPPED = "verworfen"


class FaqImport(Base):
    """A file that was read: what it would change, what was chosen, what it did."""

    __tablename__ = "faq_imports"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy's own form

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    author: Mapped[str] = mapped_column(String(100))
    name: Mapped[str] = mapped_column(String(100))
    at: Mapped[datetime] = mapped_column(Moment)
    state: Mapped[ImportState] = mapped_column(String(16), default=ImportState.OPEN)
    # A row: id, content, base (version compared with), kind, take (None: not asked yet).
    rows: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    sources: Mapped[dict[str, Any]] = mapped_column(JSON)  # new ones, by key
    done: Mapped[list[list[Any]]] = mapped_column(JSON)  # entry, version before and after, served


class FaqNotice(Base):
    """A correction that was told to those who had been shown an older version."""

    __tablename__ = "faq_notices"
    __table_args__ = (UniqueConstraint("entry_id", "version"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    entry_id: Mapped[str] = mapped_column(String(80))
    version: Mapped[int]
    author: Mapped[str] = mapped_column(String(100))
    reached: Mapped[int]
    at: Mapped[datetime] = mapped_column(Moment)


class NoNotices(Base):
    """Somebody who wants no corrections and no thanks."""

    __tablename__ = "faq_no_notices"

    address: Mapped[str] = mapped_column(String(100), primary_key=True)
    at: Mapped[datetime] = mapped_column(Moment)


class Thanked(Base):
    """Somebody who was told that their question has become an entry: once."""

    __tablename__ = "faq_thanked"

    address: Mapped[str] = mapped_column(String(100), primary_key=True)
    entry_id: Mapped[str] = mapped_column(String(80), primary_key=True)
    at: Mapped[datetime] = mapped_column(Moment)


class CheckedLink(Base):
    """What became of a source's address when it was last asked for."""

    __tablename__ = "faq_links"

    url: Mapped[str] = mapped_column(String(1000), primary_key=True)
    fault: Mapped[str] = mapped_column(String(60))  # empty: it is there
    at: Mapped[datetime] = mapped_column(Moment)


class SentCard(Base):
    """The Monday card of a week, sent once."""

    __tablename__ = "faq_cards"

    week: Mapped[str] = mapped_column(String(8), primary_key=True)  # 2026-W48
    at: Mapped[datetime] = mapped_column(Moment)
