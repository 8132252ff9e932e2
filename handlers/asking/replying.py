"""Which question a message is about: the one whose answer it replies to, or else the latest."""

from datetime import timedelta

from faq.lookup import Decision
from faq.question import AskedQuestion
from handlers.desk import Desk
from handlers.messages import Press
from handlers.reading.numbers import parse_count

# What stands under answers, offers and prompts, and carries the question first.
ANSWERED = ("helped", "unhelped", "pick", "none", "no_emergency")
CARRYING = frozenset([*ANSWERED, "escalate", "anyway", "belongs", "fresh"])


async def look(desk: Desk) -> None:
    """Find out, once a turn, which question is replied to."""
    incoming = desk.incoming
    if incoming.group or isinstance(incoming.body, Press):
        return
    if incoming.reply_to:
        desk.replied = await _shown(incoming.reply_to, desk) or await _on_buttons(desk)
    elif incoming.own:
        desk.replied = await desk.questions.of_message(desk.asker, incoming.own)
    desk.questions.follows = desk.replied.id if desk.replied else None


async def asked(desk: Desk, within: timedelta) -> AskedQuestion | None:
    """Return the question that somebody goes on with, unless they asked it too long ago.

    Who replies to a message of ours that answered nothing is not going on with an answer.
    """
    if desk.replied or desk.incoming.reply_to:
        return desk.replied
    return await desk.questions.latest(desk.asker, desk.now - within)


async def pressed(desk: Desk) -> int | None:
    """Return the question of the answer under which a button was pressed."""
    message = desk.incoming.message
    found = await _shown(message, desk) if message else None
    return found.id if found else None


async def _shown(message: str, desk: Desk) -> AskedQuestion | None:
    """Return the question that a message of ours is about; what it shows is chosen anew."""
    found = await desk.questions.of_copy(desk.asker, message)
    if found is None:
        return None
    question, entry = found
    if entry and question.decision == Decision.SUGGEST:
        question.chosen = entry
    return question


async def _on_buttons(desk: Desk) -> AskedQuestion | None:
    """Return the question by the buttons of our message, where its id was lost."""
    presses = desk.incoming.quoted.presses if desk.incoming.quoted else ()
    values = [press.value.partition(".")[0] for press in presses if press.action in CARRYING]
    ids = {parse_count(value) for value in values}
    return await desk.questions.of(desk.asker, ids.pop()) if len(ids) == 1 else None
