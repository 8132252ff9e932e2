"""What an advisor has said a moment ago: what comes right behind it may belong to it."""

from datetime import timedelta

from handlers.desk import Desk
from handlers.messages import Media
from handlers.reading.pieces import is_long
from tickets.ticket import Kind, Ticket, TicketMessage

# A program sends a comment first, then the files it was written for.
AT_ONCE = timedelta(seconds=5)
# So long one's next words may still be meant for whom the last ones went to.
JUST = timedelta(minutes=2)


async def with_it(
    ticket: Ticket, text: str, media: Media | None, desk: Desk
) -> TicketMessage | None:
    """Give what a file was sent together with: of its own album, or words just before it."""
    if media is None:
        return None
    for part in reversed(ticket.messages):
        if media.album and (part.album, part.author) == (media.album, desk.me):
            return part
    before = None if text else await _latest(desk, AT_ONCE)
    return before if before and before.ticket_id == ticket.id else None


async def before_this(text: str, media: Media | None, desk: Desk) -> TicketMessage | None:
    """Give what words or a file without a place of their own may belong to."""
    if media and not text and (before := await _latest(desk, AT_ONCE)):
        return before
    said = await _said(desk, JUST)
    return next((part for part in said if part.kind == Kind.ANSWER or is_long(part.text)), None)


async def was_cut(desk: Desk) -> bool:
    """Tell whether what comes now may be the rest of a text that a client has cut."""
    before = None if desk.incoming.reply_to else await _latest(desk, JUST)
    return before is not None and is_long(before.text)


async def _latest(desk: Desk, within: timedelta) -> TicketMessage | None:
    return next(iter(await _said(desk, within)), None)


async def _said(desk: Desk, within: timedelta) -> list[TicketMessage]:
    """List what whoever writes has put into tickets here, as an advisor."""
    said = await desk.tickets.said_since(str(desk.here), desk.me, desk.now - within)
    return [part for part in said if part.kind != Kind.QUESTION]
