"""A ticket: one question of one person to the advisors, as a thread of typed messages."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from almanac.berlin import berlin_day
from db.base import Base, Key, Moment
from tickets.file import TicketFile
from tickets.life import State, Step, after


class Forbidden(Exception):  # noqa: N818 - reads as what happened
    """Raised when a step does not fit the state of the ticket."""

    def __init__(self, ticket: "Ticket", step: Step) -> None:
        super().__init__(f"{ticket.state} forbids {step}")
        self.ticket = ticket
        self.step = step


class Kind(StrEnum):
    """What a message in a ticket's thread is; of an advisor's, an answer alone is seen outside."""

    QUESTION = "question"
    ANSWER = "answer"
    NOTE = "note"
    EVENT = "event"
    WITHDRAWN = "withdrawn"  # it was an answer; the person has it no more, or knows better
    UNDECIDED = "undecided"  # an advisor's words; nobody has said yet whether they are to go out


class Ticket(Base):
    """A question that a human answers."""

    __tablename__ = "tickets"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy's own form

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    asker: Mapped[str] = mapped_column(String(100), index=True)
    # One question makes one ticket, however often the button is pressed.
    question_id: Mapped[int] = mapped_column(ForeignKey("asked_questions.id"), unique=True)
    reason: Mapped[str] = mapped_column(String(40))  # why it was handed over, for the editors
    # What it is about in the words of our own FAQ: never the person's words, which may hold names.
    subject: Mapped[str] = mapped_column(String(80), default="")
    state: Mapped[State] = mapped_column(String(20), default=State.OPEN, index=True)
    owner: Mapped[str | None] = mapped_column(String(100), index=True)  # an advisor's address
    opened_at: Mapped[datetime] = mapped_column(Moment)
    changed_at: Mapped[datetime] = mapped_column(Moment)  # when it came into its state
    waiting_since: Mapped[datetime | None] = mapped_column(Moment)  # of the person, for an answer
    due_at: Mapped[datetime | None] = mapped_column(Moment)
    snoozed_until: Mapped[datetime | None] = mapped_column(Moment)
    answered_at: Mapped[datetime | None] = mapped_column(Moment)  # by a human, the first time
    reminded_at: Mapped[datetime | None] = mapped_column(Moment)  # the advisors, that it is due
    warned_at: Mapped[datetime | None] = mapped_column(Moment)  # the person, that it will close
    helped: Mapped[bool | None]
    # Something in it sounds like an acute emergency, and the person has not said it is none.
    alarming: Mapped[bool] = mapped_column(default=False)
    messages: Mapped[list["TicketMessage"]] = relationship(
        order_by="TicketMessage.id", lazy="selectin"
    )

    @property
    def number(self) -> str:
        """Give the number people read, such as FZ-2026-0042; 42 alone finds it too."""
        return f"FZ-{berlin_day(self.opened_at).year}-{self.id:04d}"

    @property
    def is_waiting(self) -> bool:
        """Tell whether the person waits for an advisor."""
        return self.state in (State.OPEN, State.TAKEN, State.SNOOZED)

    @property
    def title(self) -> str:
        """Name it where strangers may look on: by number and our own word for the subject."""
        return f"{self.number} {self.subject}".strip()

    def take(self, step: Step, now: datetime) -> None:
        """Move to the state that a step leads to.

        Raises:
            Forbidden: the step is not in the table of transitions.

        """
        to = after(State(self.state), step, owned=self.owner is not None)
        if to is None:
            raise Forbidden(self, step)
        # Who adds something while waiting keeps the place in the queue.
        if to != self.state:
            self.state, self.changed_at = to, now
        self.snoozed_until = None if to is not State.SNOOZED else self.snoozed_until
        self.warned_at = None
        if not self.is_waiting:
            self.waiting_since = self.due_at = self.reminded_at = None
        elif self.waiting_since is None:
            self.waiting_since = now


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
    # Where it was written: its edit is found by that, and the receipt goes there.
    source: Mapped[str | None] = mapped_column(String(100), index=True)
    source_message: Mapped[str | None] = mapped_column(String(40))
    album: Mapped[str | None] = mapped_column(String(60))
    # " 13 14 ": the messages that were written as one with it.
    pieces: Mapped[str | None] = mapped_column(Text)
    delivered_at: Mapped[datetime | None] = mapped_column(Moment)
    trouble: Mapped[str | None] = mapped_column(String(120))  # why it did not arrive
    files: Mapped[list[TicketFile]] = relationship(order_by=TicketFile.id, lazy="selectin")

    @property
    def written_as(self) -> list[str]:
        """Give the messenger's ids of the messages that it was written as."""
        first = [self.source_message] if self.source_message else []
        return list(dict.fromkeys([*first, *(self.pieces or "").split()]))

    def has_piece(self, message: str | None) -> bool:
        """Tell whether a message was only a piece of it, and says not all of it."""
        return message in (self.pieces or "").split()
