"""Greeting, privacy, addresses and roles: everything around the questions."""

from markupsafe import Markup

from handlers import browse, texts
from handlers.desk import Desk
from handlers.messages import Address, Delivery, Reply
from handlers.owning import released_by_loss
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
    ended = await desk.talks.end(desk.talker) or left
    if desk.may(Role.ADVISOR) and (desk.at_advisors or desk.incoming.group):
        text = texts.CANCELLED if ended else texts.NOTHING_TO_CANCEL
    else:
        text = texts.tickets.CANCELLED if ended else texts.tickets.NOTHING_TO_CANCEL
    return [Reply(desk.here, say(text), delivery=Delivery.AT_MOST_ONCE)]


async def role(rest: str, desk: Desk) -> list[Reply]:
    """Give or take a role."""
    whose, *wanted = rest.split() or [""]
    try:
        target, new = Address.parse(whose), Role(" ".join(wanted).lower())
    except ValueError:
        known = await desk.people.with_roles()
        lines = Markup("\n").join(say("{a}: {r}", a=p.address, r=p.role) for p in known)
        listed = say(texts.roles.ROLES, lines=lines) + "\n\n" if known else Markup()
        return [Reply(desk.here, listed + say(texts.roles.HOW_TO_GIVE_ROLE))]
    if new is not Role.ADMIN and str(target) in desk.house.admins:
        return [Reply(desk.here, say(texts.roles.ADMIN_BY_SETTING, address=target))]
    if new is not Role.ADMIN and await _is_last_admin(str(target), desk):
        return [Reply(desk.here, say(texts.roles.LAST_ADMIN))]
    await desk.people.grant(str(target), new, desk.now)
    freed = await released_by_loss(str(target), desk)
    return [Reply(desk.here, say(texts.roles.ROLE_GIVEN, address=target, role=new)), *freed]


async def _is_last_admin(target: str, desk: Desk) -> bool:
    admins = [p.address for p in await desk.people.with_roles() if p.role == Role.ADMIN]
    return admins == [target]
