"""The advisors' queue: mine, free, overdue; the next one; looking up and searching."""

from collections.abc import Sequence

from markupsafe import Markup

from almanac.german import moment
from handlers import texts
from handlers.advising.closing import named
from handlers.desk import Desk
from handlers.messages import Button, Reply
from handlers.texts import say
from handlers.thread.passing_files import as_file
from handlers.thread.person_side import headline
from handlers.thread.ticket_card import card
from tickets.ticket import Kind, Ticket, TicketMessage

SHOWN, WITH_BUTTON = 10, 6  # tickets in one list
MESSAGES = 30  # of a thread, the latest
MORE = (Button("Mehr", "desk"),)
SHORTEST_WORD = 2  # characters


async def queue(_: str, desk: Desk) -> list[Reply]:
    """List what waits: mine, free, overdue."""
    mine = await desk.queue.of(desk.me, SHOWN + 1)
    free = await desk.queue.free(SHOWN + 1)
    overdue = await desk.queue.overdue(SHOWN + 1)
    if not (mine or free or overdue):
        return [Reply(desk.here, say(texts.advisors.NO_OPEN_TICKETS), (MORE,))]
    parts = [
        _listed(title, tickets)
        for title, tickets in (
            ("Überfällig", overdue),
            ("Meine", [t for t in mine if t not in overdue]),
            ("Frei", [t for t in free if t not in overdue]),
        )
        if tickets
    ]
    once = list({t.id: t for t in (*overdue, *mine, *free)}.values())
    following = (Button("Nächste Anfrage", "next"), *MORE)
    return [Reply(desk.here, Markup("\n\n").join(parts), (following, *_numbers(once)))]


async def next_one(_: str, desk: Desk) -> list[Reply]:
    """Show the ticket that is due first and that nobody else has."""
    ticket = await desk.queue.next(desk.me)
    if ticket is None:
        return [desk.hint(say(texts.advisors.NO_OPEN_TICKETS))]
    return await _show(ticket, desk)


async def search(rest: str, desk: Desk) -> list[Reply]:
    """List the tickets in whose threads all words occur."""
    words = [word for word in rest.split() if len(word) >= SHORTEST_WORD]
    if not words:
        return [desk.hint(say(texts.advisors.HOW_TO_SEARCH))]
    found = await desk.queue.search(words, SHOWN + 1)
    if not found:
        return [desk.hint(say(texts.advisors.FOUND_NOTHING, words=" ".join(words)))]
    return [Reply(desk.here, _listed("Gefunden", found), _numbers(found))]


async def show(rest: str, desk: Desk) -> list[Reply]:
    """Show the thread of a ticket; a reply to it is an answer."""
    ticket = await named(rest, desk)
    if ticket is None:
        unknown = texts.advisors.UNKNOWN_TICKET if rest else texts.advisors.HOW_TO_SHOW
        return [desk.hint(say(unknown))]
    return await _show(ticket, desk)


async def _show(ticket: Ticket, desk: Desk) -> list[Reply]:
    names = {m.author: await desk.people.called(m.author) for m in ticket.messages}
    left_out = len(ticket.messages) - MESSAGES
    lines = [_line(m, names[m.author]) for m in ticket.messages[-MESSAGES:]]
    if left_out > 0:
        lines.insert(0, say(texts.advisors.LEFT_OUT, number=left_out))
    text = say(
        texts.advisors.THREAD,
        title=ticket.title,
        state=ticket.state,
        lines=Markup("\n\n").join(lines),
    )
    files = tuple(as_file(f) for m in ticket.messages[-MESSAGES:] for f in m.files)
    here = tuple(f for f in files if f.channel == desk.here.channel)
    buttons = (await card(ticket, desk)).buttons
    replies = [Reply(desk.here, text, buttons, ticket=ticket.id)]
    replies += [Reply(desk.here, say(""), files=(file,), ticket=ticket.id) for file in here]
    return replies


def _line(message: TicketMessage, author: str) -> Markup:
    who = {
        Kind.QUESTION: "Person",
        Kind.ANSWER: f"Beratung ({author})",
        Kind.NOTE: f"Notiz ({author})",
        Kind.EVENT: "Ereignis",
        Kind.WITHDRAWN: f"Beratung ({author}), zurückgezogen",
        Kind.UNDECIDED: f"Entwurf ({author}), nicht gesendet",
    }[Kind(message.kind)]
    text = message.text + "".join(f"\n[{f.kind}: {f.name}]" for f in message.files)
    trouble = say(texts.advisors.NOT_ARRIVED, why=message.trouble) if message.trouble else ""
    line = say(texts.advisors.THREAD_LINE, when=moment(message.at), who=who, text=text)
    return line + trouble


def _listed(title: str, tickets: Sequence[Ticket]) -> Markup:
    lines = Markup("\n").join(
        say(
            texts.advisors.LISTED,
            number=t.number,
            state=t.state,
            due=f", fällig {moment(t.due_at)}" if t.due_at else "",
            question=headline(t),
        )
        for t in tickets[:SHOWN]
    )
    if len(tickets) > SHOWN:
        lines += texts.advisors.AND_MORE
    return say(texts.advisors.LIST, title=title, lines=lines)


def _numbers(tickets: Sequence[Ticket]) -> tuple[tuple[Button, ...], ...]:
    buttons = [Button(t.number, "thread", str(t.id)) for t in tickets[:WITH_BUTTON]]
    return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
