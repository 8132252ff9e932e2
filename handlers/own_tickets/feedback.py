"""After an advisor's answer: did it help, what is missing, and the person's own tickets."""

from markupsafe import Markup

from handlers import texts
from handlers.asking.ask import stale
from handlers.desk import Desk
from handlers.messages import Button, Delivery, Reply
from handlers.reading.numbers import parse_count
from handlers.texts import say
from handlers.thread.laying import give
from handlers.thread.person_side import AFTER_ANSWER, add, already, headline, own
from handlers.thread.ticket_card import card, say_in_thread
from people.conversation import Conversation
from tickets.life import State, Step
from tickets.ticket import Ticket

LISTED, WITH_BUTTON = 20, 6


async def solved(value: str, desk: Desk) -> list[Reply]:
    """Close a ticket because the person says that the answer helped."""
    ticket = await own(parse_count(value), desk)
    if ticket is None:
        return [stale(desk)]
    return await _end(ticket, desk, helped=True)


async def not_solved(value: str, desk: Desk) -> list[Reply]:
    """Ask what is missing; the answer to that opens the ticket again."""
    ticket = await own(parse_count(value), desk)
    if ticket is None:
        return [stale(desk)]
    if ticket.state not in (State.ANSWERED, State.WAITING):
        return [already(ticket, desk)]
    ticket.helped = False
    await desk.tickets.event(ticket, desk.asker, "hat nicht geholfen")
    await desk.talks.await_(desk.talker, "missing", AFTER_ANSWER, ticket=ticket.id)
    leave = ((Button("Nichts, danke", "leave", str(ticket.id)),),)
    asked = say(texts.tickets.WHAT_IS_MISSING, number=ticket.number)
    return [Reply(desk.here, asked, leave), await card(ticket, desk)]


async def take_missing(text: str, talk: Conversation, desk: Desk) -> list[Reply] | None:
    """Take what is missing: it goes into the ticket, which thereby is open again."""
    ticket = await own(talk.details["ticket"], desk)
    if ticket is None:
        return None
    await desk.talks.end(desk.talker)
    return await add(ticket, text, desk)


async def leave(value: str, desk: Desk) -> list[Reply]:
    """Leave it at that: the ticket is done although the answer did not help."""
    ticket = await own(parse_count(value), desk)
    if ticket is None:
        return [stale(desk)]
    return await _end(ticket, desk, helped=False)


async def end(value: str, desk: Desk) -> list[Reply]:
    """Close a ticket that the person does not need any more."""
    ticket = await own(parse_count(value), desk)
    return [stale(desk)] if ticket is None else await _end(ticket, desk, helped=ticket.helped)


async def mine(_: str, desk: Desk) -> list[Reply]:
    """List the person's own tickets with their state, and what can be done with each."""
    tickets = await desk.tickets.of_asker(desk.asker, LISTED)
    if not tickets:
        return [Reply(desk.here, say(texts.tickets.NO_TICKETS))]
    lines = Markup("\n").join(
        say(
            texts.tickets.MY_TICKET,
            number=t.number,
            state=texts.tickets.STATES[t.state],
            question=headline(t),
        )
        for t in tickets
    )
    buttons = tuple(
        (
            Button(f"Zu {t.number} schreiben", "write", str(t.id)),
            Button("Erledigt", "end", str(t.id)),
        )
        for t in [t for t in tickets if t.state != State.CLOSED][:WITH_BUTTON]
    )
    return [Reply(desk.here, say(texts.tickets.MY_TICKETS, lines=lines), buttons)]


async def _end(ticket: Ticket, desk: Desk, *, helped: bool | None) -> list[Reply]:
    if ticket.state == State.CLOSED:
        return [already(ticket, desk)]
    # What was said last is not lost over that; but it opens nothing again.
    held = await desk.held.about(desk.asker, ticket.id)
    given = await give(held, ticket, desk, unasked=True)
    ticket.take(Step.CLOSE, desk.now)
    ticket.helped = helped
    await desk.tickets.event(ticket, desk.asker, "von der Person abgeschlossen")
    await desk.talks.end(desk.talker)
    told = texts.advisors.PERSON_CLOSED_HELPED if helped else texts.advisors.PERSON_CLOSED
    return [
        *given,
        Reply(
            desk.here,
            say(texts.tickets.CLOSED_BY_PERSON, number=ticket.number),
            delivery=Delivery.AT_MOST_ONCE,
            ticket=ticket.id,
        ),
        say_in_thread(ticket, say(told, number=ticket.number), desk),
        await card(ticket, desk),
    ]
