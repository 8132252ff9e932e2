"""An advisor's words that may be meant for a colleague: kept until somebody says for whom."""

import re

from markupsafe import Markup

from handlers import texts
from handlers.advising import just_said
from handlers.desk import Desk
from handlers.messages import Address, Button, Media, Reply
from handlers.texts import say
from handlers.thread.passing_files import keep, too_large
from tickets.ticket import Kind, Ticket, TicketMessage

SHOWN = 300  # characters: the words themselves stand above
SHORTEST_NAME = 3  # letters: „Dr.“ is none, and „Jo“ is said to anybody


async def doubt(ticket: Ticket, text: str, desk: Desk, *, chosen: bool) -> Markup | None:
    """Tell why an advisor's words may not be meant for the person; None if they surely are.

    Args:
        ticket: where they belong.
        text: what was written.
        desk: the turn.
        chosen: whether the ticket was named by number or button, and not only by the place.

    """
    if desk.incoming.forwarded:
        return say(texts.advisors.FORWARDED)
    if not chosen and ticket.owner not in (None, desk.me):
        who = await desk.people.called(ticket.owner)
        return say(texts.advisors.SOMEBODY_ELSES, who=who)
    if not chosen and await just_said.was_cut(desk):
        return say(texts.advisors.GOES_ON)
    if not desk.incoming.group:
        return None
    if desk.incoming.mentions or await _names_colleague(text, desk):
        return say(texts.advisors.NAMES_COLLEAGUE)
    return None


async def put_down(
    ticket: Ticket, text: str, why: Markup, desk: Desk, media: Media | None = None
) -> list[Reply]:
    """Keep an advisor's words in the thread, unsent, and ask for whom they are.

    Args:
        ticket: where they belong.
        text: what was written; nothing under a mere file.
        why: the sentence that says why they did not go out at once.
        desk: the turn.
        media: the file they came with.

    """
    if too_large(media, Address.parse(ticket.asker)):
        return [Reply(desk.here, say(texts.advisors.TOO_LARGE, number=ticket.number))]
    written = desk.written(text, album=media.album if media else None)
    part = await desk.tickets.note(ticket, Kind.UNDECIDED, written)
    if media:
        await keep(part, media.files, desk)
    return [shown(ticket, part, desk, why)]


async def put_to(
    part: TicketMessage, ticket: Ticket, text: str, desk: Desk, media: Media | None
) -> list[Reply]:
    """Put what came late to the words it was written with: it is decided about as one."""
    if too_large(media, Address.parse(ticket.asker)):
        return [Reply(desk.here, say(texts.advisors.TOO_LARGE, number=ticket.number))]
    part.text = f"{part.text}\n{text}".strip()
    part.pieces = f"{part.pieces or ' '}{desk.incoming.message} "
    if media:
        await keep(part, media.files, desk)
    return [shown(ticket, part, desk)]


def shown(ticket: Ticket, part: TicketMessage, desk: Desk, why: Markup | None = None) -> Reply:
    """Ask for whom words are that are kept in the thread."""
    files = "".join(f"[{file.kind}: {file.name}]\n" for file in part.files)
    text = part.text if len(part.text) <= SHOWN else part.text[: SHOWN - 1] + "…"
    number = str(part.id)
    rows = (
        (Button("An die Person senden", "send_words", number),),
        (Button("Notiz", "note_words", number), Button("Verwerfen", "drop_words", number)),
    )
    asked = say(
        texts.advisors.FOR_WHOM, number=ticket.number, why=why or "", text=(files + text).strip()
    )
    return Reply(desk.here, asked, rows, ticket=ticket.id)


async def _names_colleague(text: str, desk: Desk) -> bool:
    """Tell whether a text names a colleague; one's own name may stand under what one writes."""
    for person in await desk.people.with_roles():
        name = next((w for w in person.name.split() if len(w) >= SHORTEST_NAME), "")
        if name and person.address != desk.me and _names(text, name):
            return True
    return False


def _names(text: str, name: str) -> bool:
    """Tell whether a text has a name in it; in small letters only where one calls somebody."""
    word = rf"(?<!\w){re.escape(name)}(?!\w)"
    calling = rf"\W*{word}.*|.*{word}\W*"
    return bool(re.search(word, text) or re.fullmatch(calling, text, re.IGNORECASE | re.DOTALL))
