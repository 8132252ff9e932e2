"""Answering: an advisor's words go to the person, or stay inside as a note."""

from collections.abc import Iterable
from dataclasses import replace

from handlers import texts
from handlers.advising import just_said, undecided
from handlers.desk import Desk
from handlers.messages import (
    INSIDE,
    Address,
    Button,
    Delivery,
    File,
    Mark,
    Media,
    Press,
    Receipt,
    Reply,
)
from handlers.reading.typed import clean
from handlers.texts import say
from handlers.thread.passing_files import keep, too_large, with_files
from handlers.thread.person_side import expect_reaction
from handlers.thread.taking_back import take_back
from handlers.thread.ticket_card import card
from tickets.life import State, Step, step_of
from tickets.store import Written
from tickets.ticket import Forbidden, Kind, Ticket, TicketMessage

CANCEL = ((Button("Abbrechen", "cancel"),),)


async def advise(
    ticket: Ticket, text: str, desk: Desk, media: Media | None = None, *, chosen: bool = False
) -> list[Reply]:
    """Take an advisor's words into a ticket: an answer, or a note if they begin with `//`.

    What may be meant for a colleague is neither, until somebody says what it is.
    """
    before = await just_said.with_it(ticket, text, media, desk)
    noted = text.startswith(INSIDE) and not desk.incoming.forwarded
    if noted or (before and before.kind == Kind.NOTE):
        return await _keep_all_inside(ticket, text, desk, media)
    if desk.incoming.to_colleague:  # a sign says that it stays inside; words would disturb
        return [replace(r, text=say("")) for r in await keep_note(ticket, text, desk, media)]
    if before and before.kind == Kind.UNDECIDED:
        return await undecided.put_to(before, ticket, text, desk, media)
    if why := await undecided.doubt(ticket, text, desk, chosen=chosen):
        return await undecided.put_down(ticket, text, why, desk, media)
    return await send_answer(ticket, text, desk, media)


async def _keep_all_inside(
    ticket: Ticket, text: str, desk: Desk, media: Media | None
) -> list[Reply]:
    """Keep a note; what of the same album has gone out already comes back."""
    album = media.album if media else None
    mine = [m for m in ticket.messages if (m.kind, m.author) == (Kind.ANSWER, desk.me)]
    back = [await take_back(ticket, m, desk) for m in mine if album and m.album == album]
    noted = await keep_note(ticket, text, desk, media)
    return [*back, *noted, await card(ticket, desk)] if back else noted


async def keep_note(
    ticket: Ticket, text: str, desk: Desk, media: Media | None = None
) -> list[Reply]:
    """Keep a note that nobody outside sees."""
    written = desk.written(inner(text), album=media.album if media else None)
    part = await desk.tickets.note(ticket, Kind.NOTE, written)
    if media:
        await keep(part, media.files, desk)
    return [receipt(texts.advisors.NOTED, ticket, desk)]


async def send_answer(
    ticket: Ticket, text: str, desk: Desk, media: Media | None = None
) -> list[Reply]:
    """Send words to the person who asked; what ends in a question asks back."""
    if too_large(media, Address.parse(ticket.asker)):
        return [Reply(desk.here, say(texts.advisors.TOO_LARGE, number=ticket.number))]
    written = desk.written(text, album=media.album if media else None)
    return await deliver(ticket, written, media.files if media else (), desk)


async def deliver(
    ticket: Ticket, written: Written, files: Iterable[File], desk: Desk
) -> list[Reply]:
    """Put an answer into the thread and let it go out; a closed ticket takes none."""
    step = step_of(written.text)
    began = written.album and any(
        m.album == written.album and m.kind == Kind.ANSWER for m in ticket.messages
    )
    owner, ticket.owner = ticket.owner, ticket.owner or desk.me
    try:
        part = await desk.tickets.continue_(ticket, step, Kind.ANSWER, written)
    except Forbidden:
        ticket.owner = owner
        return [closed(texts.advisors.CLOSED_UNSENT, ticket, desk)]
    ticket.answered_at = ticket.answered_at or desk.now
    ticket.changed_at = desk.now  # the silence that closes it begins with the latest answer
    ticket.helped = None
    await expect_reaction(ticket, desk)
    sent = answer_for_person(ticket, part, continued=bool(began))
    await keep(part, files, desk)
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


def closed(template: str, ticket: Ticket, desk: Desk) -> Reply:
    """Say that a ticket is closed, with the way to open it."""
    reopen = ((Button("Wieder öffnen", "reopen", str(ticket.id)),),)
    return Reply(desk.here, say(template, number=ticket.number), reopen)


def _heading(text: str, *, corrected: bool) -> str:
    if step_of(text) is Step.ASK_BACK:
        return texts.tickets.ASKED_BACK_CORRECTED if corrected else texts.tickets.ASKED_BACK
    return texts.tickets.FROM_ADVISOR_CORRECTED if corrected else texts.tickets.FROM_ADVISOR


def inner(text: str) -> str:
    """Take the mark of a note away."""
    return text.removeprefix(INSIDE).strip()
