"""Where a ticket is shown: how replies find their way back, and what is changed in place."""

from sqlalchemy import ForeignKey, String, UniqueConstraint, delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Key
from tickets.life import State


class TicketPost(Base):
    """A message in a messenger that belongs to a ticket."""

    __tablename__ = "ticket_posts"
    __table_args__ = (UniqueConstraint("address", "message"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    address: Mapped[str] = mapped_column(String(100))
    message: Mapped[str] = mapped_column(String(40))
    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id"), index=True)
    part: Mapped[int | None] = mapped_column(ForeignKey("ticket_messages.id"), index=True)
    card: Mapped[bool] = mapped_column(default=False)


class TicketTopic(Base):
    """The topic of a group in which a ticket is talked about."""

    __tablename__ = "ticket_topics"
    __table_args__ = (
        UniqueConstraint("address", "topic"),
        UniqueConstraint("ticket_id", "address", name="uq_ticket_topics_ticket"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id"))
    address: Mapped[str] = mapped_column(String(100))
    topic: Mapped[str] = mapped_column(String(40))
    title: Mapped[str] = mapped_column(String(128))
    state: Mapped[State] = mapped_column(String(20))


class PostStore:
    """Posts and topics of one transaction."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def put(
        self, ticket: int, address: str, message: str, part: int | None, *, card: bool
    ) -> None:
        """Remember that a message in a messenger shows this ticket; the same again is fine."""
        known = await self._session.scalar(
            select(TicketPost).where(TicketPost.address == address, TicketPost.message == message)
        )
        if known is None:
            self._session.add(
                TicketPost(
                    ticket_id=ticket, address=address, message=message, part=part, card=card
                )
            )
            await self._session.flush()

    async def card(self, ticket: int, address: str) -> str | None:
        """Name the message that is the ticket's card."""
        found: str | None = await self._session.scalar(
            select(TicketPost.message)
            .where(TicketPost.ticket_id == ticket, TicketPost.address == address, TicketPost.card)
            .order_by(TicketPost.id.desc())
            .limit(1)
        )
        return found

    async def carrying(self, part: int, address: str) -> list[str]:
        """Name the messages that carry a message of the thread: several, where it was long."""
        found = await self._session.scalars(
            select(TicketPost.message)
            .where(TicketPost.part == part, TicketPost.address == address)
            .order_by(TicketPost.id)
        )
        return list(found)

    async def topic(self, ticket: int, address: str) -> TicketTopic | None:
        """Return the topic of a ticket."""
        found: TicketTopic | None = await self._session.scalar(
            select(TicketTopic).where(
                TicketTopic.ticket_id == ticket, TicketTopic.address == address
            )
        )
        return found

    async def open_topic(
        self, ticket: int, address: str, topic: str, title: str, state: State
    ) -> None:
        """Remember the topic of a ticket."""
        self._session.add(
            TicketTopic(ticket_id=ticket, address=address, topic=topic, title=title, state=state)
        )
        await self._session.flush()

    async def forget_topic(self, ticket: int, address: str) -> None:
        """Forget a topic that somebody deleted, and the card that lay in it."""
        await self._session.execute(
            delete(TicketTopic).where(
                TicketTopic.ticket_id == ticket, TicketTopic.address == address
            )
        )
        await self._session.execute(
            delete(TicketPost).where(
                TicketPost.ticket_id == ticket, TicketPost.address == address, TicketPost.card
            )
        )

    async def forget(self, address: str, message: str) -> None:
        """Forget a message that is not there any more."""
        await self._session.execute(
            delete(TicketPost).where(TicketPost.address == address, TicketPost.message == message)
        )
