"""Becoming an advisor: an admin admits whom the group has, by the stored address alone."""

from handlers import texts
from handlers.desk import Desk
from handlers.messages import Button, Command, Press, Reply
from handlers.reading.numbers import parse_count
from handlers.texts import say
from people.person import Role

LONGEST_NAME = 60  # characters, as in the database


async def meet(desk: Desk) -> None:
    """Learn who this is; who works here is known by name to the colleagues."""
    known = await desk.look_around()
    if known:
        desk.person = desk.people.seen(known, desk.now)
    else:
        desk.person = await desk.people.remember(desk.me, desk.now)
    if desk.me in desk.house.admins:
        desk.people.appoint(desk.person, desk.now)
    if desk.person.role != Role.PERSON and desk.incoming.name:
        desk.person.name = desk.incoming.name[:LONGEST_NAME]


def is_stranger(desk: Desk) -> bool:
    """Tell whether somebody in the advisors' group is no advisor and speaks to us."""
    if not (desk.at_advisors and desk.incoming.group) or desk.may(Role.ADVISOR):
        return False
    if isinstance(desk.incoming.body, Command) and desk.incoming.body.name == "admin":
        return False
    to_us = isinstance(desk.incoming.body, Command | Press) or desk.incoming.reply_to
    new = desk.person is not None and desk.person.first_seen == desk.now
    return bool(to_us or new)


def ask_to_admit(desk: Desk) -> list[Reply]:
    """Ask the admins whether somebody in the group shall advise."""
    assert desk.person
    if desk.person.barred:
        return [Reply(desk.here, say(texts.NOT_ALLOWED, role=Role.ADVISOR))]
    # The colleagues are to know whom they let in; whoever stays a stranger is forgotten by name.
    desk.person.name = desk.incoming.name[:LONGEST_NAME]
    who = desk.person.called
    admit = ((Button(f"{who} zulassen", "admit", str(desk.person.id)),),)
    return [Reply(desk.here, say(texts.advisors.STRANGER, who=who), admit)]


async def admit(value: str, desk: Desk) -> list[Reply]:
    """Make somebody an advisor."""
    person = await desk.people.by_id(parse_count(value))
    if person is None or person.barred:
        return [desk.hint(say(texts.advisors.NOBODY_TO_ADMIT))]
    if person.role == Role.PERSON:
        admitted = person.address, Role.ADVISOR, desk.now
        await desk.people.grant(*admitted, by=desk.me, why="zugelassen")
    joined = say(texts.advisors.JOINED, who=person.called, address=person.address)
    return [Reply(desk.here, joined)]
