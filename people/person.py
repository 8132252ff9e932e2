"""A person: an address that writes to us, and what that address may do."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Key, Moment


class Role(StrEnum):
    """What a person may do; the words are the ones people read."""

    PERSON = "nutzer"
    ADVISOR = "beratung"
    EDITOR = "redaktion"
    ADMIN = "admin"

    def may(self, needed: "Role") -> bool:
        """Tell whether this role allows what `needed` allows; an admin may do everything."""
        return self is needed or self is Role.ADMIN or needed is Role.PERSON


class Person(Base):
    """Somebody who wrote to us, known by the address alone: no phone, no picture.

    Only who works here has a name, the one they go by in the messenger: colleagues have to know
    who took a ticket.
    """

    __tablename__ = "persons"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy's own form

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    address: Mapped[str] = mapped_column(String(100), unique=True)
    role: Mapped[Role] = mapped_column(String(10), default=Role.PERSON)
    # What was given in the chat: this is left when the setting ADMINS no longer names them.
    given: Mapped[Role] = mapped_column(String(10), default=Role.PERSON)
    # Withdrawn by an admin: who is barred is not offered for admission again.
    barred: Mapped[bool] = mapped_column(default=False)
    # An address that was only named to us may be a slip of the finger, and nobody's.
    wrote: Mapped[bool] = mapped_column(default=True)
    name: Mapped[str] = mapped_column(String(60), default="")
    first_seen: Mapped[datetime] = mapped_column(Moment)
    last_seen: Mapped[datetime] = mapped_column(Moment)

    @property
    def called(self) -> str:
        """Give what colleagues call this person."""
        return self.name or self.address
