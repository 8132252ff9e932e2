"""What is going on in a chat when a message comes: asked for at once, as mostly it is nothing."""

from datetime import datetime
from typing import NamedTuple

from guide.store import is_inside
from people.conversation import is_awaited
from people.person import Person
from people.store import PersonStore, known_person
from tickets.store import is_unfinished


class GoingOn(NamedTuple):
    """What there may be; what there is not, nobody needs to look for while answering."""

    talk: bool = True  # something is awaited from whoever writes
    ticket: bool = True  # one of theirs is unfinished
    inside: bool = True  # they are inside a plan


# Put together once: every message begins with it.
_ASK = known_person(is_awaited("talker", "now"), is_unfinished("asker"), is_inside("asker", "now"))


async def look(
    people: PersonStore, sender: str, asker: str, talker: str, now: datetime
) -> tuple[Person | None, GoingOn]:
    """Tell who writes, if they ever did before, and what is going on.

    Args:
        people: of this turn.
        sender: the address of whoever writes.
        asker: the address of the chat, under which questions and tickets are kept.
        talker: the key of the conversation.
        now: the time.

    """
    person, found = await people.find_with(_ASK, sender, asker=asker, talker=talker, now=now)
    return person, GoingOn(*found)
