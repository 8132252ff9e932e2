"""The person's side of a ticket: adding to it, and coming back to it."""

from dataclasses import replace
from datetime import timedelta

from handlers import texts
from handlers.desk import Desk, Stores
from handlers.messages import Button, Delivery, Mark, Media, Receipt, Reply, is_edited
from handlers.rich import one_line
from handlers.texts import say
from handlers.thread.laying import give, lay, marked_in_need
from handlers.thread.passing_files import too_large
from handlers.thread.ticket_card import card, say_in_thread
from people.conversation import Conversation
from tickets.life import State
from tickets.ticket import Ticket, TicketMessage

# How long a chat stays in the middle of something. A day later the next message is a new matter.
WRITING = timedelta(minutes=30)
AFTER_ANSWER = timedelta(days=3)
# `/anfrage` alone means the question just asked, not one of yesterday.
RECENT = timedelta(hours=1)

HEADLINE = 160  # characters of a question in a list


async def add(
    ticket: Ticket, text: str, desk: Desk, media: Media | None = None, message: str | None = None
) -> list[Reply]:
    """Put what the person writes into the thread, and show it to the advisors.

    Args:
        ticket: where it belongs.
        text: what was written.
        desk: the turn.
        media: the file it came with.
        message: the one it was written in, where that is not the one of this turn.

    """
    if too_large(media, desk.house.advisors):
        return [Reply(desk.here, say(texts.tickets.TOO_LARGE))]
    closed = ticket.state == State.CLOSED
    before = await give(await desk.held.about(desk.asker, ticket.id), ticket, desk)
    album = media.album if media else ""
    goes_on = bool(album) and any(m.album == album for m in ticket.messages)
    written = desk.written(text, album=album)
    written = replace(written, message=message or written.message)
    shown = await lay(ticket, written, media.files if media else (), desk)
    replies = await taken_in([*before, shown], ticket, written.message, desk, closed=closed)
    if goes_on and replies[-1].buttons:  # said once is enough
        sign = _sign(written.message)
        replies[-1] = replace(replies[-1], text=say(""), buttons=(), receipt=sign)
    return replies


async def taken_in(
    shown: list[Reply], ticket: Ticket, message: str | None, desk: Desk, *, closed: bool = False
) -> list[Reply]:
    """Say that it lies with the ticket; with a mere sign where nothing else is open."""
    text = say(
        texts.tickets.ADDED_AND_REOPENED if closed else texts.tickets.ADDED,
        number=ticket.number,
    )
    buttons: tuple[tuple[Button, ...], ...] = ()
    receipt = None if closed else _sign(message)
    if talk := await is_adding(ticket, desk):
        buttons, receipt = done_button(ticket), None
        if talk.details.get("asked_back"):
            text += texts.tickets.AND_ALL_ELSE
            buttons = (*buttons, *await _ways_out(shown, talk, desk))
        else:
            text += texts.tickets.MORE_OR_DONE
    said = Reply(
        desk.here,
        text,
        buttons,
        delivery=Delivery.AT_MOST_ONCE,
        ticket=ticket.id,
        receipt=receipt,
    )
    return [*shown, await card(ticket, desk), said]


def _sign(message: str | None) -> Receipt | None:
    return Receipt(message, Mark.RECEIVED) if message else None


async def _ways_out(
    shown: list[Reply], talk: Conversation, desk: Desk
) -> tuple[tuple[Button, ...], ...]:
    """Offer to take out what was laid into a ticket without a question, or to move it."""
    out = take_out_button(shown)
    talk.details = talk.details | {"out": out.value}
    other = await own(talk.details.get("other", 0), desk)
    if other is None:
        return ((out,),)
    return ((Button(f"Gehört zu {other.number}", "move", f"{out.value}.{other.id}"),), (out,))


def take_out_button(shown: list[Reply]) -> Button:
    """Offer to take out of a ticket what the advisors were just shown."""
    parts = [reply.part for reply in shown if reply.part]
    return Button("Gehört nicht dazu", "take_out", f"{min(parts)}.{max(parts)}")


async def change(ticket: Ticket, part: TicketMessage, text: str, desk: Desk) -> list[Reply]:
    """Follow a person who changed a message: the advisors see what it was and what it is."""
    if part.has_piece(desk.incoming.message):
        told = say(texts.tickets.PIECE_CHANGED, number=ticket.number)
        return [] if text in part.text else [Reply(desk.here, told)]
    before, part.text = part.text, text
    if before == text:
        return []
    await desk.tickets.event(ticket, desk.me, f"Nachricht geändert, vorher: {before}")
    template = marked_in_need(texts.advisors.PERSON_CHANGED, text, ticket, desk)
    told = say(template, number=ticket.number, before=before, after=text)
    return [
        say_in_thread(ticket, told, desk),
        await card(ticket, desk),
        Reply(
            desk.here,
            say(texts.tickets.CHANGED, number=ticket.number),
            delivery=Delivery.AT_MOST_ONCE,
            ticket=ticket.id,
        ),
    ]


async def expect_reaction(ticket: Ticket, desk: Stores) -> None:
    """Take what the person writes next as perhaps meant for this ticket.

    Who is writing something else just now is not disturbed in it; only what they may add to
    another ticket can be meant for this one as well, and is asked about.
    """
    talk = await desk.talks.awaited(ticket.asker)
    if talk is None or talk.awaits == "answered" or talk.details.get("ticket") == ticket.id:
        await desk.talks.await_(ticket.asker, "answered", AFTER_ANSWER, ticket=ticket.id)
    elif talk.awaits == "adding":
        talk.details = talk.details | {"answered": ticket.id}


async def own(ticket_id: int, desk: Desk) -> Ticket | None:
    """Return a ticket to its asker, and to nobody else."""
    ticket = await desk.tickets.get(ticket_id)
    return ticket if ticket and ticket.asker == desk.asker else None


def marked(text: str, desk: Desk) -> str:
    """Say that a text was sent before and has been changed since."""
    return f"(geändert) {text}" if is_edited(desk.incoming.body) else text


def headline(ticket: Ticket) -> str:
    """Give the question in one short line."""
    return one_line(ticket.messages[0].text, HEADLINE)


def already(ticket: Ticket, desk: Desk) -> Reply:
    """Say that a question has a ticket, and where that stands."""
    template = {
        State.ANSWERED: texts.tickets.ALREADY_ANSWERED,
        State.WAITING: texts.tickets.ALREADY_ASKED_BACK,
        State.CLOSED: texts.tickets.ALREADY_CLOSED,
    }.get(State(ticket.state), texts.tickets.ALREADY_OPEN)
    more = ((Button("Noch etwas dazu schreiben", "write", str(ticket.id)),),)
    return Reply(
        desk.here,
        say(template, number=ticket.number),
        more,
        delivery=Delivery.AT_MOST_ONCE,
        ticket=ticket.id,
    )


def done_button(ticket: Ticket) -> tuple[tuple[Button, ...], ...]:
    """Offer to end the adding."""
    return ((Button("Fertig", "done", str(ticket.id)),),)


async def is_adding(ticket: Ticket, desk: Desk) -> Conversation | None:
    """Give the adding to a ticket that this chat is in the middle of, if it is."""
    talk = await desk.talks.awaited(desk.talker)
    adding = talk and talk.awaits == "adding" and talk.details["ticket"] == ticket.id
    return talk if adding else None
