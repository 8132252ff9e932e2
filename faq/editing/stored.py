"""The tables of the FAQ: entries and their versions, drafts, sources, and a counter."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Key, Moment
from faq.editing.entry_life import State

# What an entry or a source says, with the keys of the YAML files.
Document = dict[str, Any]


class FaqEntry(Base):
    """An entry: where it stands, and which of its versions is served."""

    __tablename__ = "faq_entries"

    id: Mapped[str] = mapped_column(String(80), primary_key=True)
    state: Mapped[State] = mapped_column(String(16))
    version: Mapped[int]
    position: Mapped[int]  # in the order of the files; what the chat adds comes last
    # What the file said when it was last taken over; None: the entry was made in the chat.
    base: Mapped[Document | None] = mapped_column(JSON(none_as_null=True))


class FaqVersion(Base):
    """What an entry said from some moment on: never changed, never deleted."""

    __tablename__ = "faq_versions"
    __table_args__ = (UniqueConstraint("entry_id", "number"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    entry_id: Mapped[str] = mapped_column(ForeignKey("faq_entries.id"))
    number: Mapped[int]
    author: Mapped[str] = mapped_column(String(100))  # an address, or FILES
    at: Mapped[datetime] = mapped_column(Moment)
    note: Mapped[str] = mapped_column(Text)
    content: Mapped[Document] = mapped_column(JSON)


class FaqDraft(Base):
    """A change that is not live yet: an edit, a new entry, a restored version, an archiving."""

    __tablename__ = "faq_drafts"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy's own form

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    entry_id: Mapped[str] = mapped_column(String(80), index=True)  # "" until a title names it
    base: Mapped[int]  # the version it started from; 0: a new entry
    author: Mapped[str] = mapped_column(String(100), index=True)
    state: Mapped[State] = mapped_column(String(16), default=State.DRAFT)
    content: Mapped[Document] = mapped_column(JSON)
    removes: Mapped[bool] = mapped_column(default=False)  # publishing it archives the entry
    revision: Mapped[int] = mapped_column(default=1)  # counts every change
    rehearsed: Mapped[int] = mapped_column(default=0)  # the revision the Gegenprobe has seen
    note: Mapped[str] = mapped_column(Text, default="")
    # The fields that an editor has looked at since they last changed, with the day.
    seen: Mapped[dict[str, str]] = mapped_column(JSON)
    asked: Mapped[list[int]] = mapped_column(JSON)  # the questions it grew from
    changed_at: Mapped[datetime] = mapped_column(Moment)


class FaqSource(Base):
    """A source that entries name by its key."""

    __tablename__ = "faq_sources"

    key: Mapped[str] = mapped_column(String(40), primary_key=True)
    content: Mapped[Document] = mapped_column(JSON)
    base: Mapped[Document | None] = mapped_column(JSON(none_as_null=True))


class FaqCounter(Base):
    """One row: goes up with every change of what is served, so that processes notice it."""

    __tablename__ = "faq_counter"

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int]


class FaqExclusion(Base):
    """A question that an entry must never answer."""

    __tablename__ = "faq_exclusions"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy's own form

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    entry_id: Mapped[str] = mapped_column(String(80))
    question: Mapped[str] = mapped_column(Text)  # folded, without politeness
    author: Mapped[str] = mapped_column(String(100))
    at: Mapped[datetime] = mapped_column(Moment)
