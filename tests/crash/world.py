"""What is left of the world when all is quiet: rows and screens."""

import re
from dataclasses import dataclass

from markupsafe import Markup
from sqlalchemy import select

from bot.incoming.inbox import InboxRow
from bot.outgoing.outbox import OutboxRow
from faq.question import AskedQuestion
from handlers.messages import Delivery
from handlers.rich import plain
from tests.crash.messenger import Messenger
from tests.crash.steps import SteppedDatabase, Steps
from tickets.ticket import Ticket, TicketMessage

UNCLEAR_NOTE = "Zustellung unklar"
NUMBER = re.compile(r"(FZ-\d+-|/antwort )\d+")
LINK = re.compile(r" \(https?://[^)]*\)")


@dataclass(frozen=True)
class World:
    """Domain rows, letters and screens, free of ids and times."""

    questions: list[tuple[str, str]]  # who asked what, in this order
    tickets: int
    thread: list[str]  # of all tickets
    inbox: list[str]  # states
    letters: list[tuple[str, str, Delivery, str]]  # chat, text, class, state
    signs: list[str]  # states of receipts that are no words
    screens: list[tuple[str, str]]  # chat and text, in this order, but for the cards
    cards: list[str]  # as they stand in the end
    unhandled: int  # updates that the messenger still has
    broken: list[str]  # of the messenger's rules


async def look(url: str, messenger: Messenger) -> World:
    """Read everything."""
    arrived = messenger.arrived
    database = SteppedDatabase(url, Steps())
    async with database.read() as session:
        asked = await session.execute(
            select(AskedQuestion.asker, AskedQuestion.text).order_by(AskedQuestion.id)
        )
        thread = await session.scalars(select(TicketMessage.text).order_by(TicketMessage.id))
        states = await session.scalars(select(InboxRow.state))
        rows = list(await session.scalars(select(OutboxRow).order_by(OutboxRow.id)))
        signs = [row for row in rows if messenger.reacts and row.reply.receipt]
        letters = [row for row in rows if not row.card and row not in signs]
        world = World(
            questions=[(asker, text) for asker, text in asked],
            tickets=len((await session.scalars(select(Ticket.id))).all()),
            thread=[text for text in thread if text != UNCLEAR_NOTE],
            inbox=list(states),
            letters=[(row.chat, _text(row), row.delivery, row.state) for row in letters],
            signs=[row.state for row in signs],
            screens=[(s.chat, _bare(s.text)) for s in arrived if not s.card],
            cards=[_bare(s.text) for s in arrived if s.card],
            unhandled=messenger.unconfirmed,
            broken=messenger.broken,
        )
    await database.close()
    return world


def _text(row: OutboxRow) -> str:
    return _bare(plain(Markup(row.body["text"])))


def _bare(text: str) -> str:
    """Leave out a ticket's number, which may be the next one after a death, and addresses.

    Whether the address behind a link can be read depends on the messenger.
    """
    return LINK.sub("", NUMBER.sub(r"\1…", text))
