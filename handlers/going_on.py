"""What is going on in a chat when a message comes: asked for at once, as mostly it is nothing."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from guide.store import is_inside
from people.conversation import is_awaited
from people.person import Person
from tickets.store import is_unfinished


class GoingOn(NamedTuple):
    """What there may be; what there is not, nobody needs to look for while answering."""

    talk: bool = True  # something is awaited from whoever writes
    ticket: bool = True  # one of theirs is unfinished
    inside: bool = True  # they are inside a plan


# Put together once: every message begins with it.
_ASK = select(
    Person,
    is_awaited(bindparam("talker"), bindparam("now")),
    is_unfinished(bindparam("asker")),
    is_inside(bindparam("asker"), bindparam("now")),
).where(Person.address == bindparam("sender"))


async def look(
    session: AsyncSession, sender: str, asker: str, talker: str, now: datetime
) -> tuple[Person | None, GoingOn]:
    """Tell who writes, if they ever did before, and what is going on.

    Args:
        session: the turn's.
        sender: the address of whoever writes.
        asker: the address of the chat, under which questions and tickets are kept.
        talker: the key of the conversation.
        now: the time.

    """
    given = {"sender": sender, "asker": asker, "talker": talker, "now": now}
    found = (await session.execute(_ASK, given)).one_or_none()
    return (found[0], GoingOn(*found[1:])) if found else (None, GoingOn())
