"""The advisors' commands as buttons: nobody has to know them."""

from handlers import texts
from handlers.advising import queue_view as queue
from handlers.advising import taking as owning
from handlers.advising.answering import CANCEL
from handlers.desk import Desk
from handlers.messages import Button, Reply
from handlers.texts import say
from handlers.thread.person_side import WRITING
from people.conversation import Conversation


async def menu(_: str, desk: Desk) -> list[Reply]:
    """Offer what else can be done at the desk."""
    away = await desk.absences.until(desk.me)
    leave = Button("Wieder da", "back") if away else Button("Abwesend sein", "leave_until")
    rows = (
        (Button("Suchen", "search"), Button("Vorlagen", "templates")),
        (Button("Alle übergeben", "all_away"), leave),
        *CANCEL,
    )
    return [Reply(desk.here, say(texts.advisors.MENU), rows)]


async def ask_words(_: str, desk: Desk) -> list[Reply]:
    """Ask for what is to be searched."""
    return await _ask("searching", texts.advisors.SEARCH_WHAT, desk)


async def take_words(text: str, _: Conversation, desk: Desk) -> list[Reply] | None:
    """Search for the words that were asked for."""
    await desk.talks.end(desk.talker)
    return await queue.search(text, desk)


async def ask_day(_: str, desk: Desk) -> list[Reply]:
    """Ask for the last day of an absence."""
    return await _ask("leaving", texts.advisors.AWAY_UNTIL, desk)


async def take_day(text: str, _: Conversation, desk: Desk) -> list[Reply] | None:
    """Be away until the day that was asked for."""
    await desk.talks.end(desk.talker)
    return await owning.be_away(text, desk)


async def come_back(_: str, desk: Desk) -> list[Reply]:
    """Be there again."""
    return await owning.be_away("aus", desk)


async def _ask(awaited: str, template: str, desk: Desk) -> list[Reply]:
    await desk.talks.await_(desk.talker, awaited, WRITING)
    return [Reply(desk.here, say(template), CANCEL)]
