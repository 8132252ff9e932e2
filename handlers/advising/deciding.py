"""Deciding for whom an advisor's words are: for the person, for the colleagues, for nobody."""

from handlers import texts
from handlers.advising import undecided
from handlers.advising.answering import deliver, inner, receipt
from handlers.desk import Desk
from handlers.messages import Reply
from handlers.reading.numbers import parse_count
from handlers.texts import say
from handlers.thread.passing_files import as_file
from tickets.life import State
from tickets.store import Written
from tickets.ticket import Kind, Ticket, TicketMessage


async def send(value: str, desk: Desk) -> list[Reply]:
    """Send the words to the person, as the answer of whoever wrote them."""
    found = await _find(value, desk)
    if found is None:
        return [desk.hint(say(texts.advisors.DRAFT_GONE))]
    ticket, part = found
    written = Written(part.author, part.text, part.source, part.source_message, part.album)
    replies = await deliver(ticket, written, [as_file(file) for file in part.files], desk)
    if ticket.state == State.CLOSED:  # refused: to be sent when it is open again
        return [*replies, undecided.shown(ticket, part, desk)]
    await desk.tickets.remove(ticket, part)
    return replies


async def keep_inside(value: str, desk: Desk) -> list[Reply]:
    """Keep the words as a note."""
    found = await _find(value, desk)
    if found is None:
        return [desk.hint(say(texts.advisors.DRAFT_GONE))]
    ticket, part = found
    part.kind, part.text = Kind.NOTE, inner(part.text)
    return [receipt(texts.advisors.NOTED, ticket, desk)]


async def drop(value: str, desk: Desk) -> list[Reply]:
    """Throw the words away."""
    found = await _find(value, desk)
    if found is None:
        return [desk.hint(say(texts.advisors.DRAFT_GONE))]
    await desk.tickets.remove(*found)
    return [Reply(desk.here, say(texts.advisors.DRAFT_DROPPED))]


async def _find(value: str, desk: Desk) -> tuple[Ticket, TicketMessage] | None:
    number = parse_count(value)
    ticket = await desk.tickets.holding(number)
    for part in ticket.messages if ticket else ():
        if ticket and part.id == number and part.kind == Kind.UNDECIDED:
            return ticket, part
    return None
