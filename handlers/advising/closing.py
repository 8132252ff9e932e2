"""Closing, opening again and putting off, by an advisor."""

from dataclasses import replace
from datetime import timedelta

from almanac.berlin import start_of
from almanac.german import moment
from handlers import texts
from handlers.advising.answering import CANCEL, forbidden, receipt, split_number
from handlers.desk import Desk
from handlers.messages import Address, Button, Reply
from handlers.reading.numbers import parse_count, parse_pair
from handlers.reading.typed_days import parse_day
from handlers.texts import say
from handlers.thread.due import put_due
from handlers.thread.laying import let_go
from handlers.thread.person_side import WRITING, expect_reaction
from handlers.thread.ticket_card import card
from people.conversation import Conversation
from tickets.life import Step
from tickets.store import parse_number
from tickets.ticket import Forbidden, Ticket

# What a ticket is closed for, by one press; anything else is written behind /schliessen.
REASONS = ("erledigt", "doppelt", "nicht unser Gebiet", "keine Rückmeldung")
DELAYS = {"Morgen": 1, "In 3 Tagen": 3, "In einer Woche": 7}  # days
FURTHEST = timedelta(days=365)


async def close(rest: str, desk: Desk) -> list[Reply]:
    """Close a ticket, with a reason if one is given, and tell the person."""
    number, reason = split_number(rest)
    ticket = await named(number, desk)
    if ticket is None:
        unknown = texts.advisors.UNKNOWN_TICKET if rest else texts.advisors.HOW_TO_CLOSE
        return [desk.hint(say(unknown))]
    return await _close(ticket, reason, desk)


async def choose_reason(value: str, desk: Desk) -> list[Reply]:
    """Ask why a ticket is closed: one press must not end what was pressed by mistake."""
    ticket = await named(value, desk)
    if ticket is None:
        return [desk.hint(say(texts.advisors.UNKNOWN_TICKET))]
    rows = tuple(
        (Button(reason[0].upper() + reason[1:], "close_as", f"{ticket.id}.{position}"),)
        for position, reason in enumerate(REASONS)
    )
    text = say(texts.advisors.CLOSE_WHY, number=ticket.number, id=ticket.id)
    return [Reply(desk.here, text, (*rows, *CANCEL), ticket=ticket.id)]


async def close_as(value: str, desk: Desk) -> list[Reply]:
    """Close a ticket for the reason that was pressed."""
    ticket_id, position = parse_pair(value)
    ticket = await desk.tickets.get(ticket_id)
    if ticket is None or not 0 <= position < len(REASONS):
        return [desk.hint(say(texts.advisors.UNKNOWN_TICKET))]
    return await _close(ticket, REASONS[position], desk)


async def _close(ticket: Ticket, reason: str, desk: Desk) -> list[Reply]:
    try:
        ticket.take(Step.CLOSE, desk.now)
    except Forbidden:
        return [forbidden(ticket, desk)]
    await desk.tickets.event(ticket, desk.me, f"geschlossen: {reason or 'ohne Grund'}")
    await expect_reaction(ticket, desk)
    because = say(texts.tickets.BECAUSE, reason=reason) if reason else ""
    more = ((Button("Noch etwas dazu schreiben", "write", str(ticket.id)),),)
    undo = ((Button("Wieder öffnen", "reopen", str(ticket.id)),),)
    return [
        Reply(
            Address.parse(ticket.asker),
            say(texts.tickets.CLOSED_FOR_PERSON, number=ticket.number, reason=because),
            more,
            ticket=ticket.id,
        ),
        replace(receipt(texts.advisors.TICKET_CLOSED, ticket, desk), buttons=undo, receipt=None),
        await card(ticket, desk),
    ]


async def reopen(rest: str, desk: Desk) -> list[Reply]:
    """Open a closed ticket again, and tell the person."""
    ticket = await named(rest, desk)
    if ticket is None:
        unknown = texts.advisors.UNKNOWN_TICKET if rest else texts.advisors.HOW_TO_REOPEN
        return [desk.hint(say(unknown))]
    await let_go(ticket, desk)
    try:
        ticket.take(Step.REOPEN, desk.now)
    except Forbidden:
        return [forbidden(ticket, desk)]
    put_due(ticket, desk)
    await desk.tickets.event(ticket, desk.me, "wieder geöffnet")
    told = say(texts.tickets.REOPENED_FOR_PERSON, number=ticket.number)
    return [
        Reply(Address.parse(ticket.asker), told, ticket=ticket.id),
        receipt(texts.advisors.TICKET_REOPENED, ticket, desk),
        await card(ticket, desk),
    ]


async def choose_delay(value: str, desk: Desk) -> list[Reply]:
    """Ask until when a ticket is to be put off."""
    ticket = await named(value, desk)
    if ticket is None:
        return [desk.hint(say(texts.advisors.UNKNOWN_TICKET))]
    await desk.talks.await_(desk.talker, "putting_off", WRITING, ticket=ticket.id)
    rows = tuple(
        (Button(label, "snooze_for", f"{ticket.id}.{days}"),) for label, days in DELAYS.items()
    )
    text = say(texts.advisors.PUT_OFF_UNTIL, number=ticket.number)
    return [Reply(desk.here, text, (*rows, *CANCEL), ticket=ticket.id)]


async def put_off(value: str, desk: Desk) -> list[Reply]:
    """Put a ticket off by so many days."""
    ticket_id, days = parse_pair(value)
    ticket = await desk.tickets.get(ticket_id)
    if ticket is None or days not in DELAYS.values():
        return [desk.hint(say(texts.advisors.UNKNOWN_TICKET))]
    await desk.talks.end(desk.talker)
    return await _put_off(ticket, days, desk)


async def take_delay(text: str, talk: Conversation, desk: Desk) -> list[Reply] | None:
    """Take the day until which a ticket is put off."""
    ticket = await desk.tickets.get(talk.details["ticket"])
    day = parse_day(text.removeprefix("bis").strip(), desk.today)
    if ticket is None or day is None or day == desk.today or day - desk.today > FURTHEST:
        return [Reply(desk.here, say(texts.advisors.NO_SUCH_DAY), CANCEL)]
    await desk.talks.end(desk.talker)
    return await _put_off(ticket, (day - desk.today).days, desk)


async def _put_off(ticket: Ticket, days: int, desk: Desk) -> list[Reply]:
    try:
        ticket.take(Step.SNOOZE, desk.now)
    except Forbidden:
        return [forbidden(ticket, desk)]
    ticket.owner = ticket.owner or desk.me
    morning = start_of(desk.today + timedelta(days=days))
    ticket.snoozed_until = desk.house.hours.next_opening(morning)
    until = moment(ticket.snoozed_until)
    await desk.tickets.event(ticket, desk.me, f"zurückgestellt bis {until}")
    text = say(texts.advisors.PUT_OFF, number=ticket.number, until=until)
    return [replace(receipt("", ticket, desk), text=text), await card(ticket, desk)]


async def named(text: str, desk: Desk) -> Ticket | None:
    """Return the ticket that somebody named by number."""
    number = parse_number(text)
    return await desk.tickets.get(number if number is not None else parse_count(text))
