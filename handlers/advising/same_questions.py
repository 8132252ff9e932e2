"""One answer for many tickets that ask the same; each keeps its own thread."""

from markupsafe import Markup

from faq.finding.similar import SAME, Similar
from handlers import texts
from handlers.advising.answering import CANCEL, advise
from handlers.desk import Desk
from handlers.messages import Button, Reply
from handlers.reading.numbers import parse_count
from handlers.texts import say
from handlers.thread.person_side import WRITING, headline
from handlers.thread.ticket_card import say_in_thread
from people.conversation import Conversation
from tickets.ticket import Ticket

COMPARED, MOST = 200, 8  # open tickets looked at, and answered at once


async def gather(value: str, desk: Desk) -> list[Reply]:
    """Show the tickets that ask the same, for an advisor to confirm the list."""
    ticket = await desk.tickets.get(parse_count(value))
    if ticket is None or not ticket.is_waiting:
        return [desk.hint(say(texts.advisors.NOT_TOGETHER))]
    others = {t.id: t for t in await desk.queue.waiting(COMPARED) if t.id != ticket.id}
    known = Similar({key: t.messages[0].text for key, t in others.items()})
    near = known.nearest(ticket.messages[0].text, MOST - 1, SAME)
    if not near:
        return [desk.hint(say(texts.advisors.NOT_TOGETHER))]
    return await _ask([ticket.id, *(key for key, _ in near)], desk)


async def leave_out(value: str, desk: Desk) -> list[Reply]:
    """Take a ticket off the list."""
    talk = await desk.talks.awaited(desk.talker)
    if talk is None or talk.awaits not in ("gathering", "together"):
        return [desk.hint(say(texts.advisors.NOT_TOGETHER))]
    left = [number for number in talk.details["tickets"] if number != parse_count(value)]
    return await _ask(left, desk)


async def confirm(_: str, desk: Desk) -> list[Reply]:
    """Take the list as it is; the next message answers all of them."""
    talk = await desk.talks.awaited(desk.talker)
    if talk is None or talk.awaits != "gathering":
        return [desk.hint(say(texts.advisors.NOT_TOGETHER))]
    numbers = talk.details["tickets"]
    await desk.talks.await_(
        desk.talker, "together", WRITING, ticket=talk.details["ticket"], tickets=numbers
    )
    return [Reply(desk.here, say(texts.advisors.ANSWER_ALL_NOW, number=len(numbers)), CANCEL)]


async def take_answer(text: str, talk: Conversation, desk: Desk) -> list[Reply] | None:
    """Answer all tickets of the confirmed list with one text."""
    await desk.talks.end(desk.talker)
    replies: list[Reply] = []
    for ticket in await _tickets(talk.details["tickets"], desk):
        if not ticket.is_waiting:
            told = say(texts.advisors.ANSWERED_MEANWHILE, number=ticket.number)
            replies.append(say_in_thread(ticket, told, desk))
            continue
        replies += await advise(ticket, text, desk, chosen=True)
    return replies


async def _ask(numbers: list[int], desk: Desk) -> list[Reply]:
    tickets = await _tickets(numbers, desk)
    if not tickets:
        await desk.talks.end(desk.talker)
        return [desk.hint(say(texts.advisors.NOT_TOGETHER))]
    kept = [ticket.id for ticket in tickets]
    await desk.talks.await_(desk.talker, "gathering", WRITING, ticket=kept[0], tickets=kept)
    lines = Markup("\n").join(
        say(texts.advisors.GATHERED, number=t.number, question=headline(t)) for t in tickets
    )
    rows = [(Button(f"Ohne {t.number}", "leave_out", str(t.id)),) for t in tickets]
    rows.append((Button(f"Alle {len(tickets)} beantworten", "all_these"),))
    return [Reply(desk.here, say(texts.advisors.GATHER, lines=lines), (*rows, *CANCEL))]


async def _tickets(numbers: list[int], desk: Desk) -> list[Ticket]:
    found = [await desk.tickets.get(number) for number in numbers]
    return [ticket for ticket in found if ticket]
