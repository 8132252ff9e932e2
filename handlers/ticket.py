"""The person's side of a ticket: handing a question over, adding to it, ending it."""

from datetime import timedelta

from markupsafe import Markup

from faq.lookup import Decision
from faq.question import AskedQuestion
from handlers import texts
from handlers.ask import stale
from handlers.desk import Desk
from handlers.messages import Button, Delivery, Reply
from handlers.numbers import parse_count, parse_pair
from handlers.texts import say
from tickets.ticket import Forbidden, Kind, State, Step, Ticket

# How long a chat stays in the middle of something. A day later the next message is a new matter.
WRITING = timedelta(minutes=30)
AFTER_ANSWER = timedelta(days=3)
# `/anfrage` alone means the question just asked, not one of yesterday.
RECENT = timedelta(hours=1)

HEADLINE = 160  # characters of a question in a list


async def escalate(value: str, desk: Desk) -> list[Reply]:
    """Turn the question of a pressed button into a ticket."""
    question = await desk.questions.of(desk.asker, parse_count(value))
    return await _open(question, desk) if question else [stale(desk)]


async def request(rest: str, desk: Desk) -> list[Reply]:
    """Turn the open question, or the text behind the command, into a ticket."""
    if rest:
        return await open_with(rest, desk)
    latest = await desk.questions.latest(desk.asker, desk.now - RECENT)
    if latest is None:
        await desk.talks.await_(desk.asker, "request", WRITING)
        return [Reply(desk.here, say(texts.ASK_FOR_QUESTION))]
    ticket = await desk.tickets.of_question(latest.id)
    if ticket is None:
        return await _open(latest, desk)
    await desk.talks.await_(desk.asker, "request", WRITING)
    return [Reply(desk.here, say(texts.ALREADY_AND_NEW, number=ticket.number))]


async def open_with(text: str, desk: Desk) -> list[Reply]:
    """Open a ticket with a text, unless the same text already waits."""
    for ticket in await desk.tickets.of_asker(desk.asker):
        if ticket.state == State.OPEN and ticket.messages[0].text == text:
            return [_already(ticket, desk)]
    question = await desk.questions.record(desk.asker, text, "request")
    return await _open(question, desk)


async def add(ticket: Ticket, text: str, desk: Desk) -> list[Reply]:
    """Put what the person writes into the thread, and show it to the advisors."""
    await desk.tickets.continue_(ticket, Step.WRITE, Kind.QUESTION, desk.asker, text)
    shown = say(texts.PERSON_WRITES, number=ticket.number, text=text)
    return [
        Reply(desk.house.advisors, shown, ticket=ticket.id),
        Reply(
            desk.here,
            say(texts.ADDED, number=ticket.number),
            delivery=Delivery.AT_MOST_ONCE,
            ticket=ticket.id,
        ),
    ]


async def add_pending(value: str, desk: Desk) -> list[Reply]:
    """Put the message in question into the ticket: yes, it belongs there."""
    question_id, ticket_id = parse_pair(value)
    question = await desk.questions.of(desk.asker, question_id)
    ticket = await own(ticket_id, desk)
    if question is None or ticket is None:
        return [stale(desk)]
    if question.decision != "pending":
        return [_already(ticket, desk)]
    question.decision = "added"
    return await add(ticket, question.text, desk)


async def ask_belongs(ticket: Ticket, text: str, desk: Desk) -> list[Reply]:
    """Ask whether a message after an advisor's answer goes on with that ticket."""
    question = await desk.questions.record(desk.asker, text, "pending")
    buttons = (
        (
            Button("Ja, an die Beratung", "belongs", f"{question.id}.{ticket.id}"),
            Button("Nein, neue Frage", "fresh", str(question.id)),
        ),
    )
    return [Reply(desk.here, say(texts.BELONGS, number=ticket.number), buttons)]


async def write(value: str, desk: Desk) -> list[Reply]:
    """Let the next message go into a ticket."""
    ticket = await own(parse_count(value), desk)
    if ticket is None:
        return [stale(desk)]
    await desk.talks.await_(desk.asker, "adding", WRITING, ticket=ticket.id)
    return [Reply(desk.here, say(texts.REPLY_NOW, number=ticket.number))]


async def finish_adding(value: str, desk: Desk) -> list[Reply]:
    """Stop adding to a ticket."""
    ticket = await own(parse_count(value), desk)
    if ticket is None:
        return [stale(desk)]
    await desk.talks.end(desk.asker)
    return [
        Reply(
            desk.here,
            say(texts.ADDING_DONE, number=ticket.number),
            delivery=Delivery.AT_MOST_ONCE,
        )
    ]


async def solved(value: str, desk: Desk) -> list[Reply]:
    """Close a ticket because the person says so."""
    ticket = await own(parse_count(value), desk)
    if ticket is None:
        return [stale(desk)]
    try:
        await desk.tickets.continue_(
            ticket, Step.CLOSE, Kind.EVENT, desk.asker, "von der Person abgeschlossen"
        )
    except Forbidden:
        return [_already(ticket, desk)]
    await desk.talks.end(desk.asker)
    return [
        Reply(
            desk.here,
            say(texts.CLOSED_BY_PERSON, number=ticket.number),
            delivery=Delivery.AT_MOST_ONCE,
            ticket=ticket.id,
        ),
        Reply(
            desk.house.advisors,
            say(texts.PERSON_CLOSED, number=ticket.number),
            ticket=ticket.id,
        ),
    ]


async def mine(_: str, desk: Desk) -> list[Reply]:
    """List the person's own tickets."""
    tickets = await desk.tickets.of_asker(desk.asker)
    if not tickets:
        return [Reply(desk.here, say(texts.NO_TICKETS))]
    lines = Markup("\n").join(
        say(texts.MY_TICKET, number=t.number, state=t.state, question=headline(t)) for t in tickets
    )
    return [Reply(desk.here, say(texts.MY_TICKETS, lines=lines))]


async def own(ticket_id: int, desk: Desk) -> Ticket | None:
    """Return a ticket to its asker, and to nobody else."""
    ticket = await desk.tickets.get(ticket_id)
    return ticket if ticket and ticket.asker == desk.asker else None


def headline(ticket: Ticket) -> str:
    """Give the question in one short line."""
    text = " ".join(ticket.messages[0].text.split())
    return text if len(text) <= HEADLINE else text[: HEADLINE - 1] + "…"


async def _open(question: AskedQuestion, desk: Desk) -> list[Reply]:
    existing = await desk.tickets.of_question(question.id)
    if existing:
        return [_already(existing, desk)]
    ticket = await desk.tickets.open(desk.asker, question.id, question.text, _reason(question))
    await desk.talks.await_(desk.asker, "adding", WRITING, ticket=ticket.id)
    confirmation = say(
        texts.OPENED,
        number=ticket.number,
        question=headline(ticket),
        waiting=desk.house.facts.waiting,
    )
    buttons = ((Button("Fertig", "done", str(ticket.id)),),)
    return [
        Reply(desk.here, confirmation, buttons, ticket=ticket.id),
        Reply(desk.house.advisors, *_card(ticket, question, desk), ticket=ticket.id),
    ]


def _card(
    ticket: Ticket, question: AskedQuestion, desk: Desk
) -> tuple[Markup, tuple[tuple[Button, ...], ...]]:
    text = say(
        texts.CARD,
        id=ticket.id,
        number=ticket.number,
        state=ticket.state,
        reason=ticket.reason,
        question=question.text,
    )
    shown = [question.chosen] if question.chosen else question.entries
    titles = [e.title for i in shown if (e := desk.house.lookup.corpus.find(i))]
    if titles:
        text += say(texts.CARD_SHOWN, titles="; ".join(titles))
    buttons = (
        (
            Button("Verlauf", "thread", str(ticket.id)),
            Button("Schließen", "close", str(ticket.id)),
        ),
    )
    return text, buttons


def _reason(question: AskedQuestion) -> str:
    if question.decision == "request":
        return "Wunsch nach Beratung"
    if question.decision == Decision.NONE:
        return "keine Antwort"
    if question.helped is False:
        return "nicht geholfen"
    return "Nachfrage"


def _already(ticket: Ticket, desk: Desk) -> Reply:
    return Reply(
        desk.here,
        say(texts.ALREADY_OPEN, number=ticket.number, state=ticket.state),
        delivery=Delivery.AT_MOST_ONCE,
        ticket=ticket.id,
    )
