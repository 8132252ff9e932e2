"""A ticket: one question of one person to the advisors, as a thread of typed messages."""

from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.base import Base, Key, Moment

BERLIN = ZoneInfo("Europe/Berlin")


class State(StrEnum):
    """Where a ticket stands; the words are the ones people read."""

    OPEN = "offen"
    ANSWERED = "beantwortet"
    CLOSED = "geschlossen"


class Step(StrEnum):
    """What may happen to a ticket."""

    WRITE = "schreiben"  # the person writes into it
    ANSWER = "antworten"  # an advisor answers
    CLOSE = "schließen"
    REOPEN = "wieder öffnen"


# The life of a ticket in one table: what is not in here is refused.
TRANSITIONS: dict[tuple[State, Step], State] = {
    (State.OPEN, Step.WRITE): State.OPEN,
    (State.OPEN, Step.ANSWER): State.ANSWERED,
    (State.OPEN, Step.CLOSE): State.CLOSED,
    (State.ANSWERED, Step.WRITE): State.OPEN,
    (State.ANSWERED, Step.ANSWER): State.ANSWERED,
    (State.ANSWERED, Step.CLOSE): State.CLOSED,
    (State.CLOSED, Step.WRITE): State.OPEN,
    (State.CLOSED, Step.REOPEN): State.OPEN,
}


class Forbidden(Exception):  # noqa: N818 - reads as what happened
    """Raised when a step does not fit the state of the ticket."""

    def __init__(self, ticket: "Ticket", step: Step) -> None:
        super().__init__(f"{ticket.state} forbids {step}")
        self.ticket = ticket
        self.step = step


class Kind(StrEnum):
    """What a message in a ticket's thread is; a note is seen by no one outside."""

    QUESTION = "question"
    ANSWER = "answer"
    NOTE = "note"
    EVENT = "event"


class Ticket(Base):
    """A question that a human answers."""

    __tablename__ = "tickets"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy's own form

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    asker: Mapped[str] = mapped_column(String(100), index=True)
    # One question makes one ticket, however often the button is pressed.
    question_id: Mapped[int] = mapped_column(ForeignKey("asked_questions.id"), unique=True)
    reason: Mapped[str] = mapped_column(String(20))
    state: Mapped[State] = mapped_column(String(12), default=State.OPEN, index=True)
    opened_at: Mapped[datetime] = mapped_column(Moment)
    changed_at: Mapped[datetime] = mapped_column(Moment)  # when it came into its state
    messages: Mapped[list["TicketMessage"]] = relationship(
        order_by="TicketMessage.id", lazy="selectin"
    )

    @property
    def number(self) -> str:
        """Give the number people read, such as FZ-2026-0042; 42 alone finds it too."""
        return f"FZ-{self.opened_at.astimezone(BERLIN).year}-{self.id:04d}"

    def take(self, step: Step, now: datetime) -> None:
        """Move to the state that a step leads to.

        Raises:
            Forbidden: the step is not in the table of transitions.

        """
        after = TRANSITIONS.get((State(self.state), step))
        if after is None:
            raise Forbidden(self, step)
        # Who adds something while waiting keeps the place in the queue.
        if after != self.state:
            self.state, self.changed_at = after, now


class TicketMessage(Base):
    """One message in the thread of a ticket."""

    __tablename__ = "ticket_messages"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy's own form

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id"), index=True)
    kind: Mapped[Kind] = mapped_column(String(10))
    author: Mapped[str | None] = mapped_column(String(100))
    text: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(Moment)


class TicketPost(Base):
    """Which message in a messenger shows a ticket: how a reply finds its way back."""

    __tablename__ = "ticket_posts"
    __table_args__ = (UniqueConstraint("address", "message"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    address: Mapped[str] = mapped_column(String(100))
    message: Mapped[str] = mapped_column(String(40))
    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id"), index=True)
