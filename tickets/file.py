"""Files in a ticket: where they lie, and their content where another messenger needs it."""

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, deferred, mapped_column

from db.base import Base, Key

# What a bot may read from Telegram (core.telegram.org/bots/api#getfile); so for everybody.
LARGEST = 20 * 1024 * 1024  # bytes


class TicketFile(Base):
    """One file of one message."""

    __tablename__ = "ticket_files"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy's own form

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    message_id: Mapped[int] = mapped_column(ForeignKey("ticket_messages.id"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(String(200))
    size: Mapped[int]  # bytes; 0: not known
    channel: Mapped[str] = mapped_column(String(20))
    ref: Mapped[str] = mapped_column(String(300))  # the channel's own key
    # Set when another channel has to show it: then its own channel fetches the content.
    wanted: Mapped[bool] = mapped_column(default=False)
    content: Mapped[bytes | None] = deferred(mapped_column(LargeBinary))
