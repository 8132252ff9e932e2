"""The emergency card: who helps at once, and two ways on for whom it was none."""

from faq.finding.followup import is_bare
from faq.lookup import Decision
from faq.question import AskedQuestion
from faq.recognising.emergency import Alarm
from handlers import texts
from handlers.asking.ask import FOLLOW_UP, look_up, stale
from handlers.asking.replying import asked
from handlers.desk import Desk
from handlers.messages import Button, Reply
from handlers.reading.numbers import parse_count
from handlers.texts import say
from handlers.thread.ticket_card import card, say_in_thread
from tickets.ticket import Kind, Ticket


async def beside(text: str, desk: Desk, replies: list[Reply]) -> list[Reply]:
    """Say who helps before all else, if these words of a person sound like an emergency.

    The card comes before what they lead to, never instead of it: they may be meant for a human.
    """
    alarm = desk.house.lookup.alarm(text)
    if alarm is Alarm.NONE:
        return replies
    question = await _kept(text, desk)
    heading = texts.asking.EMERGENCY if alarm is Alarm.SURE else texts.asking.PERHAPS_EMERGENCY
    passed_on = any(reply.to == desk.house.advisors for reply in replies)
    alone = "" if passed_on else texts.asking.NOT_PASSED_ON
    said = say(heading + texts.asking.WHO_HELPS + alone)
    return [Reply(desk.here, said, _ways_on(question), question=question.id), *replies]


async def again(text: str, desk: Desk) -> list[Reply]:
    """Say once more who helps to somebody who says a mere "ja" to it; nothing to anybody else."""
    latest = await asked(desk, FOLLOW_UP)
    if latest is None or latest.decision != Decision.EMERGENCY or not is_bare(text):
        return []
    return await beside(latest.text, desk, [])


async def no_emergency(value: str, desk: Desk) -> list[Reply]:
    """Look up what only sounded like an emergency, and tell the advisors where they have it."""
    question = await desk.questions.of(desk.asker, parse_count(value))
    if question is None:
        return [stale(desk)]
    if question.decision in (Decision.EMERGENCY, "pending"):
        question.decision = "fresh"
    mine = await desk.tickets.of_asker(desk.asker)
    marked = [ticket for ticket in mine if ticket.alarming and holds(ticket, question)]
    told = [reply for ticket in marked for reply in await _calmed(ticket, question, desk)]
    return [*await look_up(question.text, desk, kept=question), *told]


def holds(ticket: Ticket, question: AskedQuestion) -> bool:
    """Tell whether what was said lies in a ticket already."""
    return any(m.kind == Kind.QUESTION and question.text in m.text for m in ticket.messages)


async def _kept(text: str, desk: Desk) -> AskedQuestion:
    """Keep the words for the buttons, unless this turn has done so."""
    latest = await desk.questions.latest(desk.asker, desk.now)
    if latest and latest.text == text:
        return latest
    return await desk.questions.record(desk.asker, text, Decision.EMERGENCY)


def _ways_on(question: AskedQuestion) -> tuple[tuple[Button, ...], ...]:
    number = str(question.id)
    return (
        (Button("Kein Notfall, meine Frage beantworten", "no_emergency", number),),
        (Button("An die Beratung", "escalate", number),),
    )


async def _calmed(ticket: Ticket, question: AskedQuestion, desk: Desk) -> list[Reply]:
    others = [m.text for m in ticket.messages if m.kind == Kind.QUESTION]
    ticket.alarming = any(
        desk.house.lookup.is_emergency(text) for text in others if question.text not in text
    )
    await desk.tickets.event(ticket, desk.me, "kein Notfall, sagt die Person")
    told = say(texts.advisors.NO_EMERGENCY, number=ticket.number)
    return [say_in_thread(ticket, told, desk), await card(ticket, desk)]
