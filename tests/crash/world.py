"""What is left of the world when all is quiet: rows and screens."""

import re
from dataclasses import dataclass

from markupsafe import Markup
from sqlalchemy import select

from bot.inbox import InboxRow
from bot.outbox import OutboxRow
from faq.question import AskedQuestion
from handlers.messages import Delivery
from handlers.rich import plain
from tests.crash.messenger import Messenger
from tests.crash.steps import SteppedDatabase, Steps
from tickets.ticket import Ticket, TicketMessage

UNCLEAR_NOTE = "Zustellung unklar"


@dataclass(frozen=True)
class World:
    """Domain rows, letters and screens, free of ids and times."""

    questions: list[tuple[str, str]]  # who asked what, in this order
    tickets: int
    thread: list[str]  # of all tickets
    inbox: list[str]  # states
    letters: list[tuple[str, str, Delivery, str]]  # chat, text, class, state
    screens: list[tuple[str, str]]  # chat and text, in this order, but for the cards
    cards: list[str]  # as they stand in the end
    unhandled: int  # updates that the messenger still has


async def look(url: str, messenger: Messenger) -> World:
    """Read everything."""
    database = SteppedDatabase(url, Steps())
    async with database.read() as session:
        asked = await session.execute(
            select(AskedQuestion.asker, AskedQuestion.text).order_by(AskedQuestion.id)
        )
        thread = await session.scalars(select(TicketMessage.text).order_by(TicketMessage.id))
        states = await session.scalars(select(InboxRow.state))
        letters = await session.scalars(select(OutboxRow).order_by(OutboxRow.id))
        world = World(
            questions=[(asker, text) for asker, text in asked],
            tickets=len((await session.scalars(select(Ticket.id))).all()),
            thread=[text for text in thread if text != UNCLEAR_NOTE],
            inbox=list(states),
            letters=[
                (row.chat, _text(row), row.delivery, row.state) for row in letters if not row.card
            ],
            screens=[(s.chat, _unnumbered(s.text)) for s in messenger.arrived if not s.card],
            cards=[_unnumbered(s.text) for s in messenger.arrived if s.card],
            unhandled=len(messenger.pending),
        )
    await database.close()
    return world


def _text(row: OutboxRow) -> str:
    return _unnumbered(plain(Markup(row.body["text"])))


def _unnumbered(text: str) -> str:
    """Leave out a ticket's number: after a death it may be the next one."""
    return re.sub(r"(FZ-\d+-|/antwort )\d+", r"\1…", text)
