"""Taking out of a ticket what was laid into it without a question: it is something else."""

from handlers import texts
from handlers.asking.ask import look_up, stale
from handlers.desk import Desk
from handlers.messages import File, Media, Reply
from handlers.own_tickets.adding import ask_belongs
from handlers.own_tickets.holding import hold_file
from handlers.reading.numbers import parse_count
from handlers.texts import say
from handlers.thread.laying import lay
from handlers.thread.passing_files import as_file
from handlers.thread.person_side import WRITING, already, done_button, is_adding, own
from handlers.thread.ticket_card import card, say_in_thread
from tickets.life import State, step_of
from tickets.store import Written
from tickets.ticket import Kind, Ticket, TicketMessage

# What was taken out, as it was: its words, and its files.
Said = tuple[Written, list[File]]


async def take_out(value: str, desk: Desk) -> list[Reply]:
    """Take out what was added last, and take it for something new."""
    first, _, last = value.partition(".")
    ticket, parts = await _laid(parse_count(first), parse_count(last), desk)
    if ticket is None or not parts:
        return [already(ticket, desk) if ticket else stale(desk)]
    said, told = await _out(ticket, parts, desk)
    replies = [Reply(desk.here, say(texts.tickets.TAKEN_OUT, number=ticket.number)), *told]
    other = await _another(ticket, desk)
    for written, files in said:
        replies += await _anew(written, files, other, desk)
    return replies


async def move(value: str, desk: Desk) -> list[Reply]:
    """Put what was added last into the other ticket that may have been meant."""
    parts_, _, to = value.rpartition(".")
    first, _, last = parts_.partition(".")
    ticket, parts = await _laid(parse_count(first), parse_count(last), desk)
    target = await own(parse_count(to), desk)
    if ticket is None or target is None or target.id == ticket.id or not parts:
        return [already(ticket, desk) if ticket else stale(desk)]
    said, told = await _out(ticket, parts, desk)
    shown = [await lay(target, written, files, desk) for written, files in said]
    await desk.talks.await_(desk.talker, "adding", WRITING, ticket=target.id, asked_back=True)
    text = say(texts.tickets.ADDED + texts.tickets.AND_ALL_ELSE, number=target.number)
    done = Reply(desk.here, text, done_button(target), ticket=target.id)
    return [done, *told, *shown, await card(target, desk)]


async def _laid(first: int, last: int, desk: Desk) -> tuple[Ticket | None, list[TicketMessage]]:
    """Find what the person added, and all of its album; nothing once an advisor has answered."""
    part = await desk.tickets.part(first)
    ticket = await own(part.ticket_id, desk) if part else None
    if ticket is None:
        return None, []
    added = [m for m in ticket.messages[1:] if m.kind == Kind.QUESTION]
    albums = {m.album for m in added if first <= m.id <= last and m.album}
    found = [m for m in added if first <= m.id <= last or m.album in albums]
    answered = any(m.kind == Kind.ANSWER and m.id > first for m in ticket.messages)
    return ticket, [] if answered else found


async def _out(
    ticket: Ticket, parts: list[TicketMessage], desk: Desk
) -> tuple[list[Said], list[Reply]]:
    """Let the words count no more; a ticket that waited for the person does so again."""
    said = [
        (
            Written(desk.asker, part.text, part.source, part.source_message, part.album),
            [as_file(file) for file in part.files],
        )
        for part in parts
    ]
    for part in parts:
        await desk.tickets.take_out(part)
    spoken = [m for m in ticket.messages if m.kind in (Kind.QUESTION, Kind.ANSWER)]
    if spoken[-1].kind == Kind.ANSWER and ticket.state != State.CLOSED:
        ticket.take(step_of(spoken[-1].text), desk.now)
    if await is_adding(ticket, desk):
        await desk.talks.end(desk.talker)
    words = "\n".join(written.text for written, _ in said)
    told = say(texts.advisors.PERSON_TOOK_OUT, number=ticket.number, text=words)
    return said, [say_in_thread(ticket, told, desk), await card(ticket, desk)]


async def _another(ticket: Ticket, desk: Desk) -> Ticket | None:
    """Return the person's newest other ticket that is not done."""
    done = (State.ANSWERED, State.CLOSED)
    own_ = await desk.tickets.of_asker(desk.asker)
    return next((t for t in own_ if t.id != ticket.id and t.state not in done), None)


async def _anew(
    written: Written, files: list[File], other: Ticket | None, desk: Desk
) -> list[Reply]:
    """Take words, or files, as if they had just come, and no ticket had waited for them."""
    desk.questions.message = written.message
    replies: list[Reply] = []
    for file in files:
        media = Media(file, written.text, written.album or "")
        replies += await hold_file(media, other, desk)
    if files:
        return replies
    found = await look_up(written.text, desk, other)
    return found or (await ask_belongs(other, written.text, None, desk) if other else [])
