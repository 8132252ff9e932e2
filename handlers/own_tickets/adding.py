"""Adding to a ticket: what the next message belongs to, and asking where that is unclear."""

from faq.german.text import fold
from handlers import texts
from handlers.asking.ask import stale
from handlers.desk import Desk
from handlers.messages import Button, Delivery, Reply
from handlers.own_tickets.holding import DROPPED, hold_words
from handlers.reading.numbers import parse_count, parse_pair
from handlers.texts import say
from handlers.thread.laying import give
from handlers.thread.naming import named
from handlers.thread.person_side import (
    WRITING,
    add,
    already,
    expect_reaction,
    headline,
    is_adding,
    marked,
    own,
    taken_in,
)
from people.conversation import Conversation
from tickets.life import State
from tickets.ticket import Ticket

# What people say to "anything to add?" when they mean the button.
DONE = "fertig"
NO_MORE = frozenset(["nein", "nein danke", "nee", "ne", "noe", DONE, "nichts"])


async def write(value: str, desk: Desk) -> list[Reply]:
    """Let the next message go into a ticket."""
    ticket = await own(parse_count(value), desk)
    if ticket is None:
        return [stale(desk)]
    await desk.talks.await_(desk.talker, "adding", WRITING, ticket=ticket.id, anything=True)
    return [Reply(desk.here, say(texts.tickets.REPLY_NOW, number=ticket.number))]


async def take_addition(text: str, talk: Conversation, desk: Desk) -> list[Reply] | None:
    """Take what follows on the question whether there is something to add.

    Who pressed a button in order to write may write everything, a mere "nein" too; once.
    """
    ticket = await own(talk.details["ticket"], desk)
    if ticket is None:
        return None
    if talk.details.get("anything"):
        talk.details = {key: talk.details[key] for key in talk.details if key != "anything"}
        return await add(ticket, marked(text, desk), desk)
    said = "" if desk.incoming.forwarded else fold(text)
    asked_back = talk.details.get("asked_back")  # then a mere "nein" is what an advisor waits for
    if said == DONE or (said in NO_MORE and not asked_back):
        return await finish_adding(str(ticket.id), desk)
    if said and desk.house.lookup.smalltalk(text) and not asked_back:
        return None
    if said == "ja" and not asked_back:
        return await write(str(ticket.id), desk)
    return await _place(marked(text, desk), ticket, talk, desk)


async def _place(text: str, ticket: Ticket, talk: Conversation, desk: Desk) -> list[Reply]:
    """Add to the ticket that is being added to, unless another may be meant."""
    called = await named(text, desk)
    if called and called.id != ticket.id:
        await finish_adding(str(ticket.id), desk)
        return await ask_belongs(called, text, None, desk)
    answered = await own(talk.details.get("answered", 0), desk)
    return await (
        _ask_which(answered, ticket, text, desk) if answered else add(ticket, text, desk)
    )


async def finish_adding(value: str, desk: Desk) -> list[Reply]:
    """Stop adding to a ticket."""
    ticket = await own(parse_count(value), desk)
    if ticket is None:
        return [stale(desk)]
    if talk := await is_adding(ticket, desk):
        answered = await own(talk.details.get("answered", 0), desk)
        await desk.talks.end(desk.talker)
        if answered:
            await expect_reaction(answered, desk)
    if not ticket.is_waiting:
        return [already(ticket, desk)]
    text = say(texts.tickets.ADDING_DONE, number=ticket.number)
    return [Reply(desk.here, text, delivery=Delivery.AT_MOST_ONCE)]


async def ask_belongs(ticket: Ticket, text: str, word: str | None, desk: Desk) -> list[Reply]:
    """Ask whether a message goes on with a ticket that is not done.

    A mere "genau" gets its friendly word, and may still be what the advisor waits for.
    """
    question = await desk.questions.record(desk.asker, text, "pending")
    both = f"{question.id}.{ticket.id}"
    if word:
        send = ((Button("An die Beratung weitergeben", "belongs", both),),)
        return [Reply(desk.here, say("{word}", word=word), send, question=question.id)]
    buttons = (
        (
            Button("Ja, an die Beratung", "belongs", both),
            Button("Nein, neue Frage", "fresh", str(question.id)),
        ),
    )
    count = await hold_words(question, ticket, desk)
    template = texts.tickets.BELONGS if count == 1 else texts.tickets.BELONG_ALL
    told = say(template, number=ticket.number, count=count)
    return [Reply(desk.here, told, buttons, question=question.id)]


async def _ask_which(answered: Ticket, added_to: Ticket, text: str, desk: Desk) -> list[Reply]:
    """Ask which of two tickets a message is for: an answer came while another was added to."""
    question = await desk.questions.record(desk.asker, text, "pending")
    await hold_words(question, answered, desk)
    both = (answered, added_to)
    rows = tuple((Button(f"Zu {t.number}", "belongs", f"{question.id}.{t.id}"),) for t in both)
    lines = {"answered": headline(answered), "added_to": headline(added_to)}
    numbers = {"first": answered.number, "second": added_to.number}
    told = say(texts.tickets.WHICH, **numbers, **lines)
    return [Reply(desk.here, told, rows, question=question.id)]


async def add_pending(value: str, desk: Desk) -> list[Reply]:
    """Put the message in question into the ticket: yes, it belongs there."""
    question_id, ticket_id = parse_pair(value)
    question = await desk.questions.of(desk.asker, question_id)
    ticket = await own(ticket_id, desk)
    if question is None or ticket is None:
        return [stale(desk)]
    if question.decision in ("fresh", DROPPED):  # it was looked up as a new question: not both
        return [stale(desk)]
    if question.decision == "added" or await desk.tickets.of_question(question.id):
        return [already(ticket, desk)]
    question.decision = "added"
    await desk.talks.await_(desk.talker, "adding", WRITING, ticket=ticket.id)
    held = await desk.held.asked_with(desk.asker, question.id)
    if not held:
        return await add(ticket, question.text, desk, message=question.message)
    closed, message = ticket.state == State.CLOSED, question.message
    return await taken_in(await give(held, ticket, desk), ticket, message, desk, closed=closed)
