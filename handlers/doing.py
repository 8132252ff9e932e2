"""One thing that can be done here: by whom, where, and which handler does it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from enum import Enum

from handlers.desk import Desk
from handlers.messages import Press, Reply
from people.conversation import Conversation
from people.person import Role

Handler = Callable[[str, Desk], Awaitable[list[Reply]]]
# None: the text is not what was awaited, and is taken as if nothing had been.
Continuation = Callable[[str, Conversation, Desk], Awaitable[list[Reply] | None]]


class Place(Enum):
    """Where something can be said."""

    PRIVATE = "im Einzelchat"
    ADVISORS = "in der Gruppe der Beratung"
    ANYWHERE = "überall"


@dataclass(frozen=True, slots=True)
class Doing:
    """One thing that can be done, by a command or by a button."""

    name: str
    description: str
    handler: Handler
    role: Role = Role.PERSON
    place: Place = Place.PRIVATE
    hidden: bool = False  # works, and is offered in no list: nobody needs it twice


def used_up(replies: list[Reply], desk: Desk) -> list[Reply]:
    """Let what is said on a press take the buttons away that were pressed."""
    press, message = desk.incoming.body, desk.incoming.message
    if not (isinstance(press, Press) and message):
        return replies
    for at, reply in enumerate(replies):
        if reply.to == desk.here and not reply.card:
            # A choice that came to nothing is not shown as if it had been one.
            chosen = "" if reply.only_for else press.label
            spending = replace(reply, spends=message, chosen=chosen)
            return [*replies[:at], spending, *replies[at + 1 :]]
    return replies


@dataclass(frozen=True, slots=True)
class Awaited:
    """What the next text of somebody means who is in the middle of something."""

    name: str
    handler: Continuation
    role: Role = Role.PERSON
    files: bool = False  # a file goes on with it as well as words do
    content: bool = False  # so does what is passed on; else the words are a setting or a deed
