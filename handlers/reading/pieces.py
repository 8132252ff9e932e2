"""What was written as one and comes in pieces: an album, files of several kinds, a long text."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from markupsafe import Markup

from handlers.messages import (
    INSIDE,
    Body,
    Command,
    Incoming,
    Media,
    Receipt,
    Reply,
    Text,
    is_edited,
)
from handlers.rich import units

# A client cuts a text at a space, but never before half of what one message carries.
LONG = 2048  # UTF-16 units
APART = timedelta(seconds=10)  # no client takes longer from one piece to the next


def may_go_on(incoming: Incoming) -> bool:
    """Tell whether more of the same may follow."""
    body = incoming.body
    if incoming.sender is None or is_edited(body):
        return False
    return isinstance(body, Media) or is_long(_words(body))


def is_long(text: str) -> bool:
    """Tell whether a text is so long that a client may have cut it."""
    return units(text) >= LONG


def goes_on(before: Incoming, after: Incoming) -> bool:
    """Tell whether one message goes on with another that came right before it."""
    if is_edited(after.body) or _from(after) != _from(before):
        return False
    if after.to_colleague and not before.to_colleague:
        return False
    if after.reply_to and after.reply_to != before.reply_to:
        return False
    if before.at and after.at and abs(after.at - before.at) > APART:
        return False
    if isinstance(before.body, Media):
        return isinstance(after.body, Media)
    return isinstance(after.body, Text) and is_long(_words(before.body))


def _from(said: Incoming) -> tuple[object, ...]:
    return said.sender, said.topic, said.forwarded


def as_one(pieces: Sequence[Incoming]) -> Incoming:
    """Put together what was written as one.

    What is said under any of several files is said about all of them, first of all that they are
    to stay inside.
    """
    first = pieces[0]
    if len(pieces) == 1:
        return first
    if isinstance(first.body, Media):
        body: Body = _together([p.body for p in pieces if isinstance(p.body, Media)])
    else:
        body = _joined([p.body for p in pieces])
    speaking = [p for p in pieces if _words(p.body)]
    # Whose words are all of them stands for the whole; a change of theirs is a change of it.
    head = speaking[0] if len(speaking) == 1 else None
    return replace(
        first,
        body=body,
        message=(head or first).message,
        pieces=tuple(p.message for p in pieces if p.message and p is not head),
        mentions=any(p.mentions for p in pieces),
    )


def sign_each(replies: Sequence[Reply], incoming: Incoming) -> list[Reply]:
    """Let every piece have the sign that stands for the whole."""
    signs = [
        replace(reply, text=Markup(), buttons=(), receipt=Receipt(piece, reply.receipt.mark))
        for reply in replies
        if reply.receipt and reply.receipt.message == incoming.message
        for piece in incoming.pieces
        if piece != incoming.message
    ]
    return [*replies, *signs]


def _together(bodies: Sequence[Media]) -> Media:
    words = sorted((b.text for b in bodies if b.text), key=lambda t: not t.startswith(INSIDE))
    album = next((b.album for b in bodies if b.album), "")
    more = tuple(file for body in bodies for file in body.files)[1:]
    return replace(bodies[0], text="\n".join(words), album=album, more=more)


def _joined(bodies: Sequence[Body]) -> Body:
    """Give a text back the space at which it was cut."""
    first, *rest = bodies
    said = _words(first)
    for body in rest:
        said += ("\n" if said.endswith((".", "!", "?", ":")) else " ") + _words(body)
    return replace(first, rest=said) if isinstance(first, Command) else Text(said)


def _words(body: Body) -> str:
    match body:
        case Text(text) | Media(text=text) | Command(rest=text):
            return text
    return ""
