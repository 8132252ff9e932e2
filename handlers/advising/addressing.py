"""For which ticket an advisor's words are: by number, by a button, or by what went before."""

from handlers import texts
from handlers.advising import just_said, undecided
from handlers.advising.answering import CANCEL, advise, closed, keep_note, split_number
from handlers.advising.correcting import correct
from handlers.desk import Desk
from handlers.messages import Media, Reply
from handlers.reading.numbers import parse_count
from handlers.texts import say
from handlers.thread.person_side import WRITING
from people.conversation import Conversation
from people.person import Role
from tickets.life import State
from tickets.store import parse_number
from tickets.ticket import Ticket


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
    return await advise(ticket, text, desk, chosen=True) if ticket else None


async def take_note(text: str, talk: Conversation, desk: Desk) -> list[Reply] | None:
    """Take the note that was awaited."""
    ticket = await desk.tickets.get(talk.details["ticket"])
    await desk.talks.end(desk.talker)
    return await keep_note(ticket, text, desk) if ticket else None


async def take_file(
    ticket: Ticket, text: str, media: Media, talk: Conversation, desk: Desk
) -> list[Reply]:
    """Take a file as the answer or the note that was awaited."""
    await desk.talks.end(desk.talker)
    if talk.awaits == "noting":
        return await keep_note(ticket, text, desk, media)
    return await advise(ticket, text, desk, media, chosen=True)


async def is_at_it(desk: Desk) -> bool:
    """Tell whether whoever writes is about to answer, or has just done so."""
    talk = await desk.talk()
    if talk and talk.awaits in ("answering", "noting"):
        return True
    return await just_said.before_this("", None, desk) is not None


async def go_on(text: str, media: Media | None, desk: Desk) -> list[Reply] | None:
    """Take what comes by no place of its own from somebody who has just said something there."""
    before = await just_said.before_this(text, media, desk) if desk.may(Role.ADVISOR) else None
    ticket = await desk.tickets.get(before.ticket_id) if before else None
    if ticket is None:
        return None
    if await just_said.with_it(ticket, text, media, desk):
        return await advise(ticket, text, desk, media)
    return await undecided.put_down(ticket, text, say(texts.advisors.STILL_TO), desk, media)


async def _await(what: str, value: str, template: str, desk: Desk) -> list[Reply]:
    ticket = await desk.tickets.get(parse_count(value))
    if ticket is None:
        return [desk.hint(say(texts.advisors.UNKNOWN_TICKET))]
    if what == "answering" and ticket.state == State.CLOSED:  # better said now than after typing
        return [closed(texts.advisors.CLOSED_OPEN_FIRST, ticket, desk)]
    await desk.talks.await_(desk.talker, what, WRITING, ticket=ticket.id)
    return [Reply(desk.here, say(template, number=ticket.number), CANCEL, ticket=ticket.id)]
