"""Escalating: a question goes to the advisors, once, and says why."""

from markupsafe import Markup

from faq.lookup import Decision
from faq.question import AskedQuestion
from handlers import guide_inside, texts
from handlers.ask import stale
from handlers.desk import Desk
from handlers.messages import Button, Reply
from handlers.numbers import parse_count
from handlers.texts import say
from handlers.ticket import RECENT, WRITING, already, done_button, headline
from people.conversation import Conversation
from tickets.ticket import State, Ticket

# A browsed entry is no question of anybody's; an added message already lies in a ticket.
SETTLED = ("added", "browsed")


async def escalate(value: str, desk: Desk) -> list[Reply]:
    """Turn the question of a pressed button into a ticket."""
    question = await desk.questions.of(desk.asker, parse_count(value))
    return await _open(question, desk) if question else [stale(desk)]


async def request(rest: str, desk: Desk) -> list[Reply]:
    """Turn the open question, or the text behind the command, into a ticket."""
    if rest:
        return await open_with(rest, desk)
    latest = await desk.questions.latest(desk.asker, desk.now - RECENT)
    if latest is None or latest.helped or latest.decision in SETTLED:
        await desk.talks.await_(desk.talker, "request", WRITING)
        return [Reply(desk.here, say(texts.tickets.ASK_FOR_QUESTION))]
    ticket = await desk.tickets.of_question(latest.id)
    if ticket is None:
        return await _open(latest, desk)
    await desk.talks.await_(desk.talker, "request", WRITING)
    return [Reply(desk.here, say(texts.tickets.ALREADY_AND_NEW, number=ticket.number))]


async def take_request(text: str, _: Conversation, desk: Desk) -> list[Reply] | None:
    """Take the text that `/anfrage` asked for; a mere thank-you is not it."""
    return None if desk.house.lookup.smalltalk(text) else await open_with(text, desk)


async def open_with(text: str, desk: Desk) -> list[Reply]:
    """Open a ticket with a text, unless the same text already waits."""
    for ticket in await desk.tickets.of_asker(desk.asker):
        if ticket.state == State.OPEN and ticket.messages[0].text == text:
            return [already(ticket, desk)]
    question = await desk.questions.record(desk.asker, text, "request")
    return await _open(question, desk)


async def _open(question: AskedQuestion, desk: Desk) -> list[Reply]:
    existing = await desk.tickets.of_question(question.id)
    if existing:
        return [already(existing, desk)]
    if question.decision == "pending":
        question.decision = "request"  # it has found its place
    ticket = await desk.tickets.open(desk.asker, question.id, question.text, _reason(question))
    await desk.talks.await_(desk.talker, "adding", WRITING, ticket=ticket.id)
    card, buttons = _card(ticket, question, desk)
    where = await guide_inside.context(desk)
    confirmation = say(
        texts.tickets.OPENED,
        number=ticket.number,
        question=headline(ticket),
        waiting=desk.house.facts.waiting,
    )
    return [
        Reply(desk.here, confirmation, done_button(ticket), ticket=ticket.id),
        Reply(desk.house.advisors, card + where, buttons, ticket=ticket.id),
    ]


def _card(
    ticket: Ticket, question: AskedQuestion, desk: Desk
) -> tuple[Markup, tuple[tuple[Button, ...], ...]]:
    text = say(
        texts.advisors.CARD,
        id=ticket.id,
        number=ticket.number,
        state=ticket.state,
        reason=ticket.reason,
        question=question.text,
    )
    shown = [question.chosen] if question.chosen else question.entries
    titles = [e.title for i in shown if (e := desk.house.lookup.corpus.find(i))]
    if titles:
        text += say(texts.advisors.CARD_SHOWN, titles="; ".join(titles))
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
