"""Escalating: a question goes to the advisors, once, and says why."""

from dataclasses import replace

from faq.finding.similar import SAME, Similar
from faq.lookup import Decision
from faq.question import AskedQuestion
from handlers import texts
from handlers.asking.ask import stale
from handlers.asking.replying import asked
from handlers.desk import Desk
from handlers.messages import Button, Reply
from handlers.own_tickets.emergency_card import holds
from handlers.own_tickets.holding import DROPPED, hold_words, take_along
from handlers.reading.numbers import parse_count
from handlers.texts import say
from handlers.thread.background import asked_before, background
from handlers.thread.due import expected, put_due
from handlers.thread.person_side import RECENT, WRITING, already, done_button, headline
from handlers.thread.ticket_card import LONGEST, card, say_in_thread
from people.conversation import Conversation
from tickets.store import Written
from tickets.ticket import Ticket

# A browsed entry is no question of anybody's; an added message already lies in a ticket.
SETTLED = ("added", "browsed", DROPPED)
SUBJECT = 80  # characters, as in the database


async def escalate(value: str, desk: Desk) -> list[Reply]:
    """Turn the question of a pressed button into a ticket, unless it waits already."""
    question = await desk.questions.of(desk.asker, parse_count(value))
    if question is None or question.decision == DROPPED:
        return [stale(desk)]
    return await _open_once(question, desk)


async def escalate_anyway(value: str, desk: Desk) -> list[Reply]:
    """Turn a question into a ticket although one much like it waits."""
    question = await desk.questions.of(desk.asker, parse_count(value))
    return await _open(question, desk) if question else [stale(desk)]


async def request(rest: str, desk: Desk) -> list[Reply]:
    """Turn the open question, or the text behind the command, into a ticket."""
    if rest:
        return await open_with(rest, desk)
    latest = await asked(desk, RECENT)
    if latest is None or latest.helped or latest.decision in SETTLED:
        await desk.talks.await_(desk.talker, "request", WRITING)
        return [Reply(desk.here, say(texts.tickets.ASK_FOR_QUESTION))]
    ticket = await desk.tickets.of_question(latest.id)
    if ticket is None:
        return await _open_once(latest, desk)
    await desk.talks.await_(desk.talker, "request", WRITING)
    return [Reply(desk.here, say(texts.tickets.ALREADY_AND_NEW, number=ticket.number))]


async def take_request(text: str, _: Conversation, desk: Desk) -> list[Reply] | None:
    """Take the text that `/anfrage` asked for; a mere thank-you is not it."""
    return None if desk.house.lookup.smalltalk(text) else await open_with(text, desk)


async def open_with(text: str, desk: Desk) -> list[Reply]:
    """Open a ticket with a text, unless the same text already waits."""
    for ticket in await desk.tickets.of_asker(desk.asker):
        if ticket.is_waiting and ticket.messages[0].text == text:
            return [already(ticket, desk)]
    question = await desk.questions.record(desk.asker, text, "request")
    return await _open_once(question, desk)


async def _open_once(question: AskedQuestion, desk: Desk) -> list[Reply]:
    """Offer the ticket that already waits with the same question, in whatever words."""
    if await desk.tickets.of_question(question.id) is None:
        own = await desk.tickets.of_asker(desk.asker)
        if question.decision == Decision.EMERGENCY:  # its words may lie in a ticket already
            for ticket in own:
                if holds(ticket, question):
                    return [already(ticket, desk)]
        mine = {t.id: t for t in own if t.is_waiting}
        texts_ = {t.id: t.messages[0].text for t in mine.values()}
        for key, _ in Similar(texts_).nearest(question.text, 1, SAME):
            return [await _offer(mine[key], question, desk)]
    return await _open(question, desk)


async def _offer(ticket: Ticket, question: AskedQuestion, desk: Desk) -> Reply:
    if await desk.held.of_question(desk.asker, question.id) is None:
        await hold_words(question, ticket, desk)
    buttons = (
        (Button("Dazu schreiben", "belongs", f"{question.id}.{ticket.id}"),),
        (Button("Nein, neue Anfrage", "anyway", str(question.id)),),
    )
    text = say(texts.tickets.WAITS_ALREADY, number=ticket.number, question=headline(ticket))
    return Reply(desk.here, text, buttons, question=question.id)


async def _open(question: AskedQuestion, desk: Desk) -> list[Reply]:
    existing = await desk.tickets.of_question(question.id)
    if existing:
        return [already(existing, desk)]
    reason = _reason(question)
    if question.decision == "pending":
        question.decision = "request"  # it has found its place
    ticket = await desk.tickets.open(
        question.id, _as_asked(question, desk), reason, _subject(question, desk)
    )
    ticket.alarming = desk.house.lookup.is_emergency(question.text)
    files = await take_along(question, ticket, desk)
    put_due(ticket, desk)
    before = await asked_before(question, desk)
    await desk.talks.await_(desk.talker, "adding", WRITING, ticket=ticket.id)
    confirmation = say(
        texts.tickets.OPENED,
        number=ticket.number,
        question=headline(ticket),
        waiting=await expected(desk),
        before=texts.tickets.WITH_BEFORE if before else "",
    )
    return [
        Reply(desk.here, confirmation, done_button(ticket), ticket=ticket.id),
        await card(ticket, desk),
        *_whole(ticket, desk),
        *files,
        *await background(ticket, before, desk),
    ]


def _whole(ticket: Ticket, desk: Desk) -> list[Reply]:
    """Show a question whole that the card can only begin."""
    first = ticket.messages[0]
    if len(first.text) <= LONGEST:
        return []
    text = say(texts.advisors.PERSON_WRITES, number=ticket.number, text=first.text)
    return [replace(say_in_thread(ticket, text, desk), part=first.id)]


def _as_asked(question: AskedQuestion, desk: Desk) -> Written:
    """Sign the question with the message it was typed in: its change is found by that."""
    return Written(desk.asker, question.text, desk.asker, question.message)


def _subject(question: AskedQuestion, desk: Desk) -> str:
    if question.helped is False and not question.chosen and question.decision != Decision.ANSWER:
        return ""  # none of the suggestions was it
    shown = [question.chosen] if question.chosen else question.entries
    entry = next((e for i in shown if (e := desk.house.lookup.corpus.find(i))), None)
    return entry.title[:SUBJECT] if entry else ""


def _reason(question: AskedQuestion) -> str:
    if question.decision == Decision.EMERGENCY:
        return "nach der Notfallkarte"
    if question.decision == "request":
        return "Wunsch nach Beratung"
    if question.decision == Decision.NONE:
        return "keine Antwort"
    if question.helped is False:
        wrong = question.decision == Decision.ANSWER or question.chosen
        return "Antwort hat nicht geholfen" if wrong else "kein Vorschlag passte"
    return "Nachfrage"
