"""The advisors' side of a ticket: answering, closing, looking things up."""

from dataclasses import replace
from datetime import datetime

from markupsafe import Markup

from handlers import texts
from handlers.desk import Desk
from handlers.messages import Address, Button, Delivery, Reply, is_edited
from handlers.numbers import parse_count
from handlers.texts import say
from handlers.ticket import expect_reaction, headline
from handlers.typed import clean
from tickets.store import parse_number
from tickets.ticket import BERLIN, Forbidden, Kind, State, Step, Ticket

SHOWN, WITH_BUTTON = 30, 8  # open tickets in one list
WHO = {Kind.ANSWER: "Beratung", Kind.NOTE: "Notiz", Kind.EVENT: "Ereignis"}


async def answer(rest: str, desk: Desk) -> list[Reply]:
    """Answer the ticket whose number is named."""
    number, text = _split(rest)
    ticket_id = parse_number(number)
    if ticket_id is None or not text:
        return [Reply(desk.here, say(texts.advisors.HOW_TO_ANSWER))]
    ticket = await desk.tickets.get(ticket_id)
    if ticket is None:
        return [Reply(desk.here, say(texts.advisors.UNKNOWN_TICKET))]
    return await send_answer(ticket, text, desk, corrected=is_edited(desk.incoming.body))


async def send_answer(
    ticket: Ticket, text: str, desk: Desk, *, corrected: bool = False
) -> list[Reply]:
    """Send an advisor's words to the person who asked."""
    author = str(desk.incoming.sender)
    try:
        await desk.tickets.continue_(ticket, Step.ANSWER, Kind.ANSWER, author, text)
    except Forbidden:
        reopen = ((Button("Wieder öffnen", "reopen", str(ticket.id)),),)
        return [Reply(desk.here, say(texts.advisors.CLOSED_UNSENT, number=ticket.number), reopen)]
    await expect_reaction(ticket, desk)
    template = texts.tickets.FROM_ADVISOR_CORRECTED if corrected else texts.tickets.FROM_ADVISOR
    buttons = (
        (
            Button("Darauf antworten", "write", str(ticket.id)),
            Button("Erledigt", "solved", str(ticket.id)),
        ),
    )
    return [
        Reply(
            Address.parse(ticket.asker),
            say(template, number=ticket.number, text=text),
            buttons,
            ticket=ticket.id,
        ),
        _receipt(texts.advisors.ANSWER_SENT, ticket, desk),
    ]


async def close(rest: str, desk: Desk) -> list[Reply]:
    """Close a ticket, with a reason if one is given, and tell the person."""
    number, reason = _split(rest)
    ticket = await _named(number, desk)
    if ticket is None:
        return [
            Reply(
                desk.here,
                say(texts.advisors.UNKNOWN_TICKET if rest else texts.advisors.HOW_TO_CLOSE),
            )
        ]
    author = str(desk.incoming.sender)
    try:
        await desk.tickets.continue_(
            ticket, Step.CLOSE, Kind.EVENT, author, reason or "geschlossen"
        )
    except Forbidden:
        return [_receipt(texts.advisors.FORBIDDEN, ticket, desk)]
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
        replace(_receipt(texts.advisors.TICKET_CLOSED, ticket, desk), buttons=undo),
    ]


async def reopen(rest: str, desk: Desk) -> list[Reply]:
    """Open a closed ticket again."""
    ticket = await _named(rest, desk)
    if ticket is None:
        return [
            Reply(
                desk.here,
                say(texts.advisors.UNKNOWN_TICKET if rest else texts.advisors.HOW_TO_REOPEN),
            )
        ]
    author = str(desk.incoming.sender)
    try:
        await desk.tickets.continue_(ticket, Step.REOPEN, Kind.EVENT, author, "wieder geöffnet")
    except Forbidden:
        return [_receipt(texts.advisors.FORBIDDEN, ticket, desk)]
    return [_receipt(texts.advisors.TICKET_REOPENED, ticket, desk)]


async def queue(_: str, desk: Desk) -> list[Reply]:
    """List the tickets that wait for an answer."""
    tickets = await desk.tickets.unanswered(SHOWN + 1)
    if not tickets:
        return [Reply(desk.here, say(texts.advisors.NO_OPEN_TICKETS))]
    lines = Markup("\n").join(
        say(
            texts.advisors.OPEN_TICKET,
            number=t.number,
            since=_when(t.changed_at),
            question=headline(t),
        )
        for t in tickets[:SHOWN]
    )
    if len(tickets) > SHOWN:
        lines += texts.advisors.AND_MORE
    numbers = [Button(t.number, "thread", str(t.id)) for t in tickets[:WITH_BUTTON]]
    rows = tuple(tuple(numbers[at : at + 2]) for at in range(0, len(numbers), 2))
    return [Reply(desk.here, say(texts.advisors.OPEN_TICKETS, lines=lines), rows)]


async def show(rest: str, desk: Desk) -> list[Reply]:
    """Show the thread of a ticket; a reply to it is an answer."""
    ticket = await _named(rest, desk)
    if ticket is None:
        return [
            Reply(
                desk.here,
                say(texts.advisors.UNKNOWN_TICKET if rest else texts.advisors.HOW_TO_SHOW),
            )
        ]
    lines = Markup("\n\n").join(
        say(
            texts.advisors.THREAD_LINE,
            when=_when(message.at),
            who=WHO.get(Kind(message.kind), "Person"),
            text=message.text,
        )
        for message in ticket.messages
    )
    text = say(texts.advisors.THREAD, number=ticket.number, state=ticket.state, lines=lines)
    number = str(ticket.id)
    if ticket.state == State.CLOSED:
        undo = ((Button("Wieder öffnen", "reopen", number),),)
        return [Reply(desk.here, text, undo, ticket=ticket.id)]
    close = ((Button("Schließen", "close", number),),)
    return [Reply(desk.here, text + say(texts.advisors.REPLY_TO_THIS), close, ticket=ticket.id)]


def _split(rest: str) -> tuple[str, str]:
    """Part the number from the text, which may begin on a new line."""
    number, *text = rest.split(maxsplit=1) or [""]
    return number, clean(text[0]) if text else ""


async def _named(text: str, desk: Desk) -> Ticket | None:
    number = parse_number(text)
    return await desk.tickets.get(number if number is not None else parse_count(text))


def _receipt(template: str, ticket: Ticket, desk: Desk) -> Reply:
    return Reply(
        desk.here,
        say(template, number=ticket.number, state=ticket.state),
        delivery=Delivery.AT_MOST_ONCE,
        ticket=ticket.id,
    )


def _when(moment: datetime) -> str:
    return moment.astimezone(BERLIN).strftime("%d.%m.%Y, %H:%M Uhr")
