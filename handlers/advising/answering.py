"""Answering: an advisor's words go to the person, or stay inside as a note."""

from dataclasses import replace

from handlers import texts
from handlers.advising import undecided
from handlers.desk import Desk
from handlers.messages import Address, Button, Delivery, File, Mark, Media, Press, Receipt, Reply
from handlers.reading.numbers import parse_count
from handlers.reading.typed import clean
from handlers.texts import say
from handlers.thread.passing_files import keep, too_large, with_files
from handlers.thread.person_side import WRITING, expect_reaction
from handlers.thread.ticket_card import card
from people.conversation import Conversation
from tickets.life import State, Step
from tickets.store import Written, parse_number
from tickets.ticket import Forbidden, Kind, Ticket, TicketMessage

INSIDE = "//"  # what begins like this is for colleagues only
CANCEL = ((Button("Abbrechen", "cancel"),),)


async def answer(rest: str, desk: Desk) -> list[Reply]:
    """Answer the ticket whose number is named."""
    number, text = split_number(rest)
    ticket_id = parse_number(number)
    if ticket_id is None or not text:
        return [Reply(desk.here, say(texts.advisors.HOW_TO_ANSWER))]
    ticket = await desk.tickets.get(ticket_id)
    if ticket is None:
        return [Reply(desk.here, say(texts.advisors.UNKNOWN_TICKET))]
    for known, part in await desk.said_before():
        if known is ticket:
            return await correct(ticket, part, text, desk)
    return await advise(ticket, text, desk, chosen=True)


async def reply(value: str, desk: Desk) -> list[Reply]:
    """Let the advisor's next message be the answer; what is closed is to be opened first."""
    return await _await("answering", value, texts.advisors.ANSWER_NOW, desk)


async def note(value: str, desk: Desk) -> list[Reply]:
    """Let the advisor's next message be a note for colleagues."""
    return await _await("noting", value, texts.advisors.NOTE_NOW, desk)


async def take_answer(text: str, talk: Conversation, desk: Desk) -> list[Reply] | None:
    """Take the answer that was awaited."""
    ticket = await desk.tickets.get(talk.details["ticket"])
    await desk.talks.end(desk.talker)
    if ticket is None or talk.details.get("album"):
        return None
    return await advise(ticket, text, desk, chosen=True)


async def take_note(text: str, talk: Conversation, desk: Desk) -> list[Reply] | None:
    """Take the note that was awaited."""
    ticket = await desk.tickets.get(talk.details["ticket"])
    await desk.talks.end(desk.talker)
    if ticket is None or talk.details.get("album"):
        return None
    return await keep_note(ticket, text, desk)


async def take_file(
    ticket: Ticket, text: str, media: Media, talk: Conversation, desk: Desk
) -> list[Reply] | None:
    """Take a file as the answer or the note that was awaited; its album follows it, no more."""
    album, inside = talk.details.get("album"), talk.awaits == "noting"
    if album and album != media.album:
        return None
    if media.album:
        await desk.talks.await_(
            desk.talker, talk.awaits, WRITING, ticket=ticket.id, album=media.album
        )
    else:
        await desk.talks.end(desk.talker)
    if inside:
        return await keep_note(ticket, text, desk, media)
    return await advise(ticket, text, desk, media, chosen=True)


async def advise(
    ticket: Ticket, text: str, desk: Desk, media: Media | None = None, *, chosen: bool = False
) -> list[Reply]:
    """Take an advisor's words into a ticket: an answer, or a note if they begin with `//`.

    What may be meant for a colleague is neither, until somebody says what it is.
    """
    album = media.album if media else ""
    inside = album and any(m.album == album and m.kind == Kind.NOTE for m in ticket.messages)
    if (text.startswith(INSIDE) and not desk.incoming.forwarded) or inside:
        return await keep_note(ticket, text, desk, media)
    if why := await undecided.doubt(ticket, text, desk, chosen=chosen):
        return await undecided.put_down(ticket, text, why, desk, media)
    return await send_answer(ticket, text, desk, media)


async def keep_note(
    ticket: Ticket, text: str, desk: Desk, media: Media | None = None
) -> list[Reply]:
    """Keep a note that nobody outside sees."""
    part = await desk.tickets.note(ticket, Kind.NOTE, desk.written(inner(text)))
    if media:
        await keep(part, media.file, desk)
    return [receipt(texts.advisors.NOTED, ticket, desk)]


async def send_answer(
    ticket: Ticket, text: str, desk: Desk, media: Media | None = None
) -> list[Reply]:
    """Send words to the person who asked; what ends in a question asks back."""
    to = Address.parse(ticket.asker)
    if media and too_large(media.file, to):
        return [Reply(desk.here, say(texts.advisors.TOO_LARGE, number=ticket.number))]
    written = desk.written(text, album=media.album if media else None)
    return await deliver(ticket, written, [media.file] if media else [], desk)


async def deliver(ticket: Ticket, written: Written, files: list[File], desk: Desk) -> list[Reply]:
    """Put an answer into the thread and let it go out; a closed ticket takes none."""
    step = _step(written.text)
    began = written.album and any(
        m.album == written.album and m.kind == Kind.ANSWER for m in ticket.messages
    )
    owner, ticket.owner = ticket.owner, ticket.owner or desk.me
    try:
        part = await desk.tickets.continue_(ticket, step, Kind.ANSWER, written)
    except Forbidden:
        ticket.owner = owner
        return [_closed(texts.advisors.CLOSED_UNSENT, ticket, desk)]
    ticket.answered_at = ticket.answered_at or desk.now
    ticket.changed_at = desk.now  # the silence that closes it begins with the latest answer
    ticket.helped = None
    await expect_reaction(ticket, desk)
    sent = answer_for_person(ticket, part, continued=bool(began))
    for file in files:
        await keep(part, file, desk)
    sent = with_files(sent, part)
    on_its_way = (
        texts.advisors.ANSWER_SENT if step is Step.ANSWER else texts.advisors.QUESTION_SENT
    )
    return [sent, receipt(on_its_way, ticket, desk), await card(ticket, desk)]


def answer_for_person(
    ticket: Ticket, part: TicketMessage, *, continued: bool = False, corrected: bool = False
) -> Reply:
    """Show an advisor's words to the person, with what they can do about them."""
    template = _heading(part.text, corrected=corrected)
    text = say("{text}" if continued else template, number=ticket.number, text=part.text)
    number = str(ticket.id)
    back = Button("Darauf antworten", "write", number)
    helped = (
        Button("Hat geholfen", "solved", number),
        Button("Hat nicht geholfen", "why", number),
    )
    done = ticket.state in (State.WAITING, State.CLOSED)  # for now: nothing to judge
    rows = ((back,),) if done else (helped, (back,))
    return Reply(
        Address.parse(ticket.asker),
        text,
        () if continued else rows,
        ticket=ticket.id,
        part=part.id,
        corrects=corrected,
    )


async def correct(ticket: Ticket, part: TicketMessage, text: str, desk: Desk) -> list[Reply]:
    """Follow an advisor who changed a message: what the person got changes too."""
    if desk.incoming.forwarded:  # changed by the bot that it came through
        return [desk.hint(say(texts.WRITE_YOURSELF))]
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
    turned = part is latest and _step(before) != _step(text) and _is_answered(ticket)
    if turned:
        ticket.take(_step(text), desk.now)
    await desk.tickets.event(ticket, desk.me, f"Antwort berichtigt, vorher: {before}")
    corrected = answer_for_person(ticket, part, corrected=True)
    told = [corrected, receipt(texts.advisors.CORRECTED, ticket, desk)]
    return [*told, await card(ticket, desk)] if turned else told


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
        sent.append(with_files(answer_for_person(ticket, part), part))
    await desk.tickets.event(ticket, desk.me, "noch einmal gesendet")
    return [*sent, receipt(texts.advisors.SENT_AGAIN, ticket, desk), await card(ticket, desk)]


def receipt(template: str, ticket: Ticket, desk: Desk) -> Reply:
    """Tell an advisor that something was taken in: by a sign where the messenger has one."""
    message = desk.incoming.message
    pressed = isinstance(desk.incoming.body, Press)
    return Reply(
        desk.here,
        say(template, number=ticket.number, state=ticket.state),
        delivery=Delivery.AT_MOST_ONCE,
        ticket=ticket.id,
        receipt=Receipt(message, Mark.RECEIVED) if message and not pressed else None,
    )


def forbidden(ticket: Ticket, desk: Desk) -> Reply:
    """Say that a step does not fit; in words, for a sign would look like a yes."""
    said = receipt(texts.advisors.FORBIDDEN, ticket, desk)
    return replace(said, receipt=None, only_for=desk.incoming.sender)


def split_number(rest: str) -> tuple[str, str]:
    """Part the number from the text, which may begin on a new line."""
    number, *text = rest.split(maxsplit=1) or [""]
    return number, clean(text[0]) if text else ""


def _closed(template: str, ticket: Ticket, desk: Desk) -> Reply:
    reopen = ((Button("Wieder öffnen", "reopen", str(ticket.id)),),)
    return Reply(desk.here, say(template, number=ticket.number), reopen)


async def _await(what: str, value: str, template: str, desk: Desk) -> list[Reply]:
    ticket = await desk.tickets.get(parse_count(value))
    if ticket is None:
        return [desk.hint(say(texts.advisors.UNKNOWN_TICKET))]
    if what == "answering" and ticket.state == State.CLOSED:  # better said now than after typing
        return [_closed(texts.advisors.CLOSED_OPEN_FIRST, ticket, desk)]
    await desk.talks.await_(desk.talker, what, WRITING, ticket=ticket.id)
    return [Reply(desk.here, say(template, number=ticket.number), CANCEL, ticket=ticket.id)]


def _step(text: str) -> Step:
    return Step.ASK_BACK if text.endswith("?") else Step.ANSWER


def _heading(text: str, *, corrected: bool) -> str:
    if _step(text) is Step.ASK_BACK:
        return texts.tickets.ASKED_BACK_CORRECTED if corrected else texts.tickets.ASKED_BACK
    return texts.tickets.FROM_ADVISOR_CORRECTED if corrected else texts.tickets.FROM_ADVISOR


def _is_answered(ticket: Ticket) -> bool:
    return ticket.state in (State.ANSWERED, State.WAITING)


def inner(text: str) -> str:
    """Take the mark of a note away."""
    return text.removeprefix(INSIDE).strip()
