"""Greeting, privacy, addresses: everything around the questions."""

from handlers import texts
from handlers.asking import browse
from handlers.desk import Desk
from handlers.messages import Delivery, Reply
from handlers.own_tickets import holding
from handlers.own_tickets.adding import finish_adding
from handlers.texts import say
from people.person import Role


async def greet(payload: str, desk: Desk) -> list[Reply]:
    """Greet, and say in four sentences who answers and what is stored; or open a linked entry."""
    await desk.talks.end(desk.talker)
    if linked := browse.linked_entry(payload, desk):
        return await browse.entry(linked, desk)
    return [Reply(desk.here, say(texts.WELCOME))]


async def privacy(_: str, desk: Desk) -> list[Reply]:
    """Say what is stored here."""
    return [Reply(desk.here, say(texts.PRIVACY, storage=desk.house.facts.storage))]


async def address(_: str, desk: Desk) -> list[Reply]:
    """Say the address of this chat, for the settings."""
    return [Reply(desk.here, say(texts.ADDRESS, address=desk.here))]


async def cancel(_: str, desk: Desk) -> list[Reply]:
    """Leave whatever this chat was in the middle of."""
    left = await desk.plans.leave_all(desk.asker)
    talk = await desk.talks.awaited(desk.talker)
    if talk and talk.awaits == "adding" and not talk.details.get("anything"):
        return await finish_adding(str(talk.details["ticket"]), desk)  # the ticket stays
    dropped = await holding.drop(desk)
    ended = await desk.talks.end(desk.talker) or left or dropped
    if desk.may(Role.ADVISOR) and (desk.at_advisors or desk.incoming.group):
        text = texts.CANCELLED if ended else texts.NOTHING_TO_CANCEL
    else:
        text = texts.tickets.CANCELLED if ended else texts.tickets.NOTHING_TO_CANCEL
    return [Reply(desk.here, say(text), delivery=Delivery.AT_MOST_ONCE)]
