"""Taking an answer back: the person has it no more, or is told that it does not hold."""

from almanac.german import moment
from handlers import texts
from handlers.desk import Desk
from handlers.messages import Address, Reply
from handlers.texts import say
from handlers.thread.due import put_due
from tickets.life import State, Step
from tickets.ticket import Kind, Ticket, TicketMessage


async def take_back(ticket: Ticket, part: TicketMessage, desk: Desk) -> Reply:
    """Withdraw an answer; a ticket that rested on it waits for the advisors again."""
    part.kind, part.trouble = Kind.WITHDRAWN, None
    answers = [m for m in ticket.messages if m.kind == Kind.ANSWER]
    if not answers:
        ticket.answered_at = None
    asked = [m.at for m in ticket.messages if m.kind == Kind.QUESTION]
    open_since = [at for at in asked if not answers or at > answers[-1].at]
    if open_since and ticket.state in (State.ANSWERED, State.WAITING):
        ticket.take(Step.WITHDRAW, desk.now)
        ticket.waiting_since = open_since[0]
        put_due(ticket, desk)
    await desk.tickets.event(ticket, desk.me, "Antwort zurückgezogen")
    told = say(texts.tickets.WITHDRAWN, number=ticket.number, when=moment(part.at))
    to = Address.parse(ticket.asker)
    return Reply(to, told, ticket=ticket.id, part=part.id, withdraws=True)
