"""What the advisors should know beside a question: what came before it, and who asks the same."""

from dataclasses import replace

from markupsafe import Markup

from faq.finding.similar import SAME, Similar
from faq.question import AskedQuestion
from handlers import texts
from handlers.asking.ask import FOLLOW_UP, context_of, shown_for
from handlers.desk import Desk
from handlers.messages import Button, Reply
from handlers.rich import plain
from handlers.texts import say
from handlers.thread.ticket_card import say_in_thread
from handlers.where import inside as guide_inside
from tickets.store import Written
from tickets.ticket import Kind, Ticket

LOOKED_AT = 200  # open tickets that a new one is compared with
BACK = 3  # questions at most: "und wo?" after "und bis wann?" after the one both mean


async def asked_before(question: AskedQuestion, desk: Desk) -> list[AskedQuestion]:
    """Give what a question leans on, the oldest first; nothing where it stands for itself."""
    found: list[AskedQuestion] = []
    while len(found) < BACK:
        latest = found[0] if found else question
        before = await desk.questions.before(latest, FOLLOW_UP)
        if before is None:
            break
        # Who replied to it has said so; else the words alone tell.
        context = context_of(before, desk)
        if not latest.follows and not desk.house.lookup.leans(latest.text, context):
            break
        found.insert(0, before)
    return found


async def leaned_on(ticket: Ticket, desk: Desk) -> str | None:
    """Give what a ticket's question leans on as a context for finding, if it leans on anything."""
    question = await desk.questions.get(ticket.question_id)
    before = await asked_before(question, desk) if question else []
    return context_of(before[-1], desk) if before else None


async def background(ticket: Ticket, before: list[AskedQuestion], desk: Desk) -> list[Reply]:
    """Tell the advisors all of it, in the thread of the ticket."""
    return [
        *await _before(ticket, before, desk),
        *await _on_the_way(ticket, desk),
        *await _alike(ticket, desk),
    ]


async def _before(ticket: Ticket, before: list[AskedQuestion], desk: Desk) -> list[Reply]:
    """Show the questions that the ticket's question leans on, and what the bot said to them."""
    if not before:
        return []
    corpus = desk.house.lookup.corpus
    lines = []
    for question in before:
        entry = corpus.find(shown_for(question))
        line = texts.advisors.ASKED_BEFORE_SHOWN if entry else texts.advisors.ASKED_BEFORE
        lines.append(say(line, question=question.text, title=entry.title if entry else ""))
    told = say(texts.advisors.BEFORE, number=ticket.number) + Markup("\n").join(lines)
    return [await _noted(told, ticket, desk)]


async def _on_the_way(ticket: Ticket, desk: Desk) -> list[Reply]:
    """Tell the advisors at which step of the Fahrplan the question came up."""
    where = await guide_inside.context(desk)
    if not where:
        return []
    return [await _noted(where, ticket, desk)]


async def _alike(ticket: Ticket, desk: Desk) -> list[Reply]:
    """Show the advisors other open tickets with the same question."""
    others = {t.id: t for t in await desk.queue.waiting(LOOKED_AT) if t.id != ticket.id}
    known = Similar({key: t.messages[0].text for key, t in others.items()})
    found = known.nearest(ticket.messages[0].text, 3, SAME)
    if not found:
        return []
    numbers = ", ".join(others[key].number for key, _ in found)
    button = ((Button("Gemeinsam beantworten", "together", str(ticket.id)),),)
    text = say(texts.advisors.ALIKE, number=ticket.number, numbers=numbers)
    return [replace(say_in_thread(ticket, text, desk, button), silent=True)]


async def _noted(told: Markup, ticket: Ticket, desk: Desk) -> Reply:
    """Keep in the thread what the advisors are told, for whoever opens it later."""
    await desk.tickets.note(ticket, Kind.NOTE, Written(None, plain(told).strip()))
    return say_in_thread(ticket, told, desk)
