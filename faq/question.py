"""A question somebody asked, and what became of it."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text, bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, make_transient_to_detached, mapped_column

from db.base import Base, Key, Moment
from db.plainly import into, write


class AskedQuestion(Base):
    """A question as it was typed, what the bot decided, and whether it helped."""

    __tablename__ = "asked_questions"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy's own form

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    asker: Mapped[str] = mapped_column(String(100), index=True)
    text: Mapped[str] = mapped_column(Text)
    decision: Mapped[str] = mapped_column(String(12))
    entries: Mapped[list[str]] = mapped_column(JSON)  # shown or suggested, in that order
    chosen: Mapped[str | None] = mapped_column(String(80))  # the suggestion that was pressed
    helped: Mapped[bool | None]
    # The messenger's id of the message it was typed in: what becomes a ticket keeps it.
    message: Mapped[str | None] = mapped_column(String(40))
    # The question whose answer it was a reply to: what it leans on, whatever was asked since.
    follows: Mapped[int | None] = mapped_column(Key)
    asked_at: Mapped[datetime] = mapped_column(Moment)


class QuestionCopy(Base):
    """A message in a messenger that answers a question, or asks about it."""

    __tablename__ = "question_copies"
    __table_args__ = (
        Index("ix_question_copies_message", "address", "message"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    address: Mapped[str] = mapped_column(String(100))
    message: Mapped[str] = mapped_column(String(40))
    question_id: Mapped[int] = mapped_column(ForeignKey("asked_questions.id"), index=True)
    entry: Mapped[str] = mapped_column(String(80), default="")  # the one it shows


# No questions: what went into a ticket or may go into one, and what nobody is to hear of.
TAKEN = ("added", "pending", "emergency")
_RECORD = into(AskedQuestion)
_SHOW = into(QuestionCopy)
# Put together once: every question asks for the one before.
_LATEST = (
    select(AskedQuestion)
    .where(AskedQuestion.asker == bindparam("asker"))
    .where(AskedQuestion.asked_at >= bindparam("since"))
    .order_by(AskedQuestion.id.desc())
    .limit(1)
)


class QuestionStore:
    """Questions of one transaction."""

    def __init__(self, session: AsyncSession, now: datetime, message: str | None = None) -> None:
        self._session = session
        self._now = now
        self.message = message  # in which is typed what is kept
        self.follows: int | None = None  # the question whose answer is replied to

    async def record(
        self, asker: str, text: str, decision: str, entries: tuple[str, ...] = ()
    ) -> AskedQuestion:
        """Keep a question."""
        values: dict[str, Any] = {  # all of them: what is left out would be read again
            "asker": asker,
            "text": text,
            "decision": decision,
            "entries": list(entries),
            "chosen": None,
            "helped": None,
            "message": self.message,
            "follows": self.follows,
            "asked_at": self._now,
        }
        question_id = await write(self._session, _RECORD, values)
        question = AskedQuestion(id=question_id, **values)
        make_transient_to_detached(question)  # it is in the database: nothing is to be written
        self._session.add(question)
        return question

    async def of(self, asker: str, question_id: int) -> AskedQuestion | None:
        """Return a question to the one who asked it, and to nobody else."""
        if not 0 < question_id < 2**63:
            return None
        question = await self._session.get(AskedQuestion, question_id)
        return question if question and question.asker == asker else None

    async def get(self, question_id: int) -> AskedQuestion | None:
        """Return a question to those who work on its ticket."""
        return await self._session.get(AskedQuestion, question_id)

    async def show(self, copies: list[dict[str, Any]]) -> None:
        """Remember which messages are about which questions; in one statement."""
        if copies:
            await self._session.execute(_SHOW, copies)

    async def of_copy(self, asker: str, message: str) -> tuple[AskedQuestion, str] | None:
        """Return the question a message in this chat is about, and the entry it shows."""
        found = await self._session.execute(
            select(AskedQuestion, QuestionCopy.entry)
            .join(QuestionCopy, QuestionCopy.question_id == AskedQuestion.id)
            .where(QuestionCopy.address == asker, QuestionCopy.message == message)
            .where(AskedQuestion.asker == asker)
            .order_by(QuestionCopy.id.desc())
            .limit(1)
        )
        row = found.first()
        return (row[0], row[1]) if row else None

    async def of_message(self, asker: str, message: str) -> AskedQuestion | None:
        """Return the question that was typed in a message of the person's own."""
        found: AskedQuestion | None = await self._session.scalar(
            select(AskedQuestion)
            .where(AskedQuestion.asker == asker, AskedQuestion.message == message)
            .order_by(AskedQuestion.id.desc())
            .limit(1)
        )
        return found

    async def latest(self, asker: str, since: datetime) -> AskedQuestion | None:
        """Return what a person asked last, unless that is too long ago."""
        found: AskedQuestion | None = await self._session.scalar(
            _LATEST, {"asker": asker, "since": since}
        )
        return found

    async def before(self, question: AskedQuestion, within: timedelta) -> AskedQuestion | None:
        """Return what a question replied to, or what was asked last before it, unless long."""
        asked = AskedQuestion
        if question.follows:
            return await self.get(question.follows)
        found: AskedQuestion | None = await self._session.scalar(
            select(asked)
            .where(asked.asker == question.asker, asked.id < question.id)
            .where(asked.asked_at >= question.asked_at - within, asked.text != question.text)
            .where(asked.decision.not_in(TAKEN))
            .order_by(asked.id.desc())
            .limit(1)
        )
        return found
