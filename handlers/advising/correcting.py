"""Making right what went out: changed by its writer, sent again, or withdrawn."""

from dataclasses import replace

from handlers import texts
from handlers.advising import undecided
from handlers.advising.answering import answer_for_person, inner, receipt
from handlers.advising.closing import named
from handlers.desk import Desk
from handlers.messages import INSIDE, Reply
from handlers.reading.numbers import parse_count
from handlers.texts import say
from handlers.thread.passing_files import as_file, keep, with_files
from handlers.thread.taking_back import take_back
from handlers.thread.ticket_card import card, say_in_thread
from tickets.life import State, step_of
from tickets.store import Written
from tickets.ticket import Kind, Ticket, TicketMessage


async def correct(ticket: Ticket, part: TicketMessage, text: str, desk: Desk) -> list[Reply]:
    """Follow an advisor who changed a message: what the person got changes too."""
    if (refused := _refusal(ticket, part, text, desk)) is not None:
        return refused
    if part.kind == Kind.UNDECIDED and not text.startswith(INSIDE):
        part.text = text
        return [undecided.shown(ticket, part, desk)]
    if part.kind in (Kind.NOTE, Kind.UNDECIDED):
        part.kind, part.text = Kind.NOTE, inner(text)
        return [receipt(texts.advisors.NOTE_CHANGED, ticket, desk)]
    if text.startswith(INSIDE):
        return [Reply(desk.here, say(texts.advisors.NOTE_TOO_LATE, number=ticket.number))]
    before, part.text = part.text, text
    if before == text:
        return []
    latest = [m for m in ticket.messages if m.kind == Kind.ANSWER][-1]
    turned = part is latest and step_of(before) != step_of(text) and _is_answered(ticket)
    if turned:
        ticket.take(step_of(text), desk.now)
    changes = turned or part.trouble is not None
    part.trouble = None  # what did not arrive goes out again with this
    await desk.tickets.event(ticket, desk.me, f"Antwort berichtigt, vorher: {before}")
    corrected = answer_for_person(ticket, part, corrected=True)
    told = [corrected, receipt(texts.advisors.CORRECTED, ticket, desk)]
    return [*told, await card(ticket, desk)] if changes else told


async def send_again(value: str, desk: Desk) -> list[Reply]:
    """Send once more what did not arrive."""
    ticket = await desk.tickets.get(parse_count(value))
    if ticket is None:
        return [desk.hint(say(texts.advisors.UNKNOWN_TICKET))]
    missing = [m for m in ticket.messages if m.trouble]
    if not missing:
        answers = [m for m in ticket.messages if m.kind == Kind.ANSWER]
        arrived = all(m.delivered_at for m in answers)
        why = texts.advisors.NOTHING_MISSING if arrived else texts.advisors.ON_THE_WAY
        told = receipt(why if answers else texts.advisors.NOTHING_SENT, ticket, desk)
        return [replace(told, only_for=desk.incoming.sender)]
    sent = []
    for part in missing:
        part.trouble = None
        sent.append(with_files(_once_more(ticket, part, desk), part))
    await desk.tickets.event(ticket, desk.me, "noch einmal gesendet")
    return [*sent, receipt(texts.advisors.SENT_AGAIN, ticket, desk), await card(ticket, desk)]


async def withdraw(value: str, desk: Desk) -> list[Reply]:
    """Take the latest answer of a ticket back, or the one of one's own that this replies to."""
    found = await _sent(value, desk)
    if found is None:
        unknown = texts.advisors.UNKNOWN_TICKET if value else texts.advisors.HOW_TO_WITHDRAW
        return [desk.hint(say(unknown))]
    ticket, part = found
    if part is None:
        return [receipt(texts.advisors.NOTHING_SENT, ticket, desk)]
    gone = await take_back(ticket, part, desk)
    written = Written(
        part.author, part.text, part.source, part.source_message, part.album,
        tuple((part.pieces or "").split()),
    )  # fmt: skip
    again = await desk.tickets.note(ticket, Kind.UNDECIDED, written)
    await keep(again, [as_file(file) for file in part.files], desk)
    why = say(texts.advisors.WITHDRAWN)
    return [gone, undecided.shown(ticket, again, desk, why), await card(ticket, desk)]


def _refusal(ticket: Ticket, part: TicketMessage, text: str, desk: Desk) -> list[Reply] | None:
    """Say why a change cannot be followed; None if it can."""
    if desk.incoming.forwarded:  # changed by the bot that it came through
        return [desk.hint(say(texts.WRITE_YOURSELF))]
    if part.kind == Kind.WITHDRAWN:
        again = [m for m in ticket.messages if m.source_message == part.source_message]
        told = say(texts.advisors.WITHDRAWN_ALREADY, number=ticket.number)
        return [] if len(again) > 1 else [Reply(desk.here, told)]
    if part.has_piece(desk.incoming.message):  # of one alone nobody knows what the whole is now
        told = say(texts.advisors.PIECE_CHANGED, number=ticket.number)
        return [] if text in part.text else [Reply(desk.here, told)]
    return None


def _once_more(ticket: Ticket, part: TicketMessage, desk: Desk) -> Reply:
    if part.kind == Kind.ANSWER:
        return answer_for_person(ticket, part)
    shown = say(texts.advisors.PERSON_WRITES, number=ticket.number, text=part.text)
    return replace(say_in_thread(ticket, shown, desk), part=part.id)


def _is_answered(ticket: Ticket) -> bool:
    return ticket.state in (State.ANSWERED, State.WAITING)


async def _sent(value: str, desk: Desk) -> tuple[Ticket, TicketMessage | None] | None:
    own = desk.incoming.own
    if own and not value:
        for ticket, part in await desk.tickets.of_source(str(desk.here), own, desk.me):
            if part.kind == Kind.ANSWER:
                return ticket, part
    found = await named(value, desk)
    sent = [m for m in found.messages if m.kind == Kind.ANSWER] if found else []
    return (found, sent[-1] if sent else None) if found else None
