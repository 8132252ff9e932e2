"""Laying letters into the outbox, and a ticket that they belong to."""

from markupsafe import Markup

from bot.outgoing import outbox
from handlers.messages import Address, Delivery, Reply
from tests.bot.moody import MoodyStage
from tests.stage import Theatre

GROUP = "-100"
MARK = "(Diese Nachricht kommt vielleicht doppelt an.)\n"


def letter(
    chat: str, text: str, delivery: Delivery = Delivery.AT_LEAST_ONCE, ticket: int | None = None
) -> Reply:
    return Reply(Address("stage", chat), Markup(text), delivery=delivery, ticket=ticket)


async def put(play: Theatre, *letters: Reply) -> None:
    async with play.database.write() as session:
        await outbox.put(session, letters, play.clock())


async def open_ticket(play: Theatre) -> int:
    """Let Anna ask something that becomes ticket 1, and forget what was sent for it."""
    anna = play.person("anna")
    await anna.says("Dürfen wir Hühner halten?")
    await anna.presses("An die Beratung senden")
    assert isinstance(play.stage, MoodyStage)
    play.stage.overlook()
    return 1
