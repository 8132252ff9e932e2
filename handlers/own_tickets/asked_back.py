"""While a ticket waits for the person, what she writes belongs to it at once."""

from faq.lookup import Decision
from handlers.asking.ask import FOLLOW_UP
from handlers.desk import Desk
from handlers.messages import Media, Reply
from handlers.thread.person_side import WRITING, add, marked
from people.conversation import Conversation
from tickets.ticket import Kind, Ticket

# Questions that somebody is in the middle of; others went into a ticket or were only looked at.
LOOKED_UP = (Decision.ANSWER, Decision.SUGGEST, Decision.NONE, Decision.REDIRECT)


async def waiting(desk: Desk) -> Ticket | None:
    """Return the ticket that waits for the person, unless she replies to something else."""
    if desk.replied or not desk.going_on.ticket:
        return None
    asked = await desk.tickets.asked_back(desk.asker)
    return asked[0] if asked else None


def goes_before(ticket: Ticket, talk: Conversation) -> bool:
    """Tell whether the question back came while the person was adding to another ticket."""
    free = talk.awaits == "adding" and not talk.details.get("anything")
    return free and talk.details.get("answered") == ticket.id


async def is_elsewhere(ticket: Ticket, desk: Desk) -> bool:
    """Tell whether the person has asked something new just now: she may go on with that."""
    latest = await desk.questions.latest(desk.asker, desk.now - FOLLOW_UP)
    asked_at = max(m.at for m in ticket.messages if m.kind == Kind.ANSWER)
    return bool(latest and latest.asked_at > asked_at and latest.decision in LOOKED_UP)


async def take_in(ticket: Ticket, text: str, media: Media | None, desk: Desk) -> list[Reply]:
    """Lay words or a file into the ticket at once, and all that follows for a while."""
    talk = await desk.talk()
    added_to = talk.details["ticket"] if talk and talk.awaits == "adding" else 0
    others = [t.id for t in await desk.tickets.asked_back(desk.asker) if t.id != ticket.id]
    await desk.talks.await_(
        desk.talker,
        "adding",
        WRITING,
        ticket=ticket.id,
        asked_back=True,
        other=added_to or next(iter(others), 0),
    )
    return await add(ticket, marked(text, desk), desk, media)
