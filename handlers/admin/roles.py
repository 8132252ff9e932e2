"""Roles: listed, given, withdrawn; every change is written down."""

from markupsafe import Markup

from almanac.german import dated_moment
from handlers import texts
from handlers.advising.taking import released_by_loss
from handlers.asking.ask import stale
from handlers.desk import Desk
from handlers.editing.view import Row, tell
from handlers.messages import Address, Button, Reply
from handlers.reading.numbers import parse_count
from handlers.texts import say
from people.person import Person, Role

LISTED = 20  # people with a button, and lines of the log


async def roles(rest: str, desk: Desk) -> list[Reply]:
    """List who may what, or change what somebody may."""
    whose, *wanted = rest.split() or [""]
    try:
        target, new = Address.parse(whose), Role(" ".join(wanted).lower())
    except ValueError:
        return await _list(desk)
    return await _grant(str(target), new, desk)


async def _list(desk: Desk) -> list[Reply]:
    known = await desk.people.with_roles()
    lines = Markup("\n").join(_line(p, desk) for p in known)
    listed = say(texts.roles.ROLES, lines=lines) + "\n\n" if known else Markup()
    rows: list[Row] = [
        (Button(f"{p.address}: {p.role}"[:60], "role", str(p.id)),) for p in known[:LISTED]
    ]
    rows.append((Button("Protokoll", "role_log"), Button("Abbrechen", "faq_stop")))
    return tell(listed + say(texts.roles.HOW_TO_GIVE_ROLE), desk, *rows)


def _line(known: Person, desk: Desk) -> Markup:
    if known.address in desk.house.admins:
        remark = texts.roles.BY_SETTING
    else:
        remark = "" if known.wrote else texts.roles.NEVER_WROTE
    return say("{a}: {r}{m}", a=known.address, r=known.role, m=remark)


async def person(value: str, desk: Desk) -> list[Reply]:
    """Offer the roles that somebody may be given."""
    found = await desk.people.by_id(parse_count(value))
    if found is None:
        return [stale(desk)]
    choices = tuple(
        Button(role, "role_give", f"{found.id}.{role}") for role in Role if role != found.role
    )
    text = say(texts.roles.PERSON, address=found.address, role=found.role)
    back = (Button("Zurück", "roles"), Button("Abbrechen", "faq_stop"))
    return tell(text, desk, choices, back)


async def give(value: str, desk: Desk) -> list[Reply]:
    """Give a role by a button."""
    number, _, name = value.partition(".")
    found = await desk.people.by_id(parse_count(number))
    if found is None or name not in set(Role):
        return [stale(desk)]
    return await _grant(found.address, Role(name), desk)


async def log(_: str, desk: Desk) -> list[Reply]:
    """Show the latest changes."""
    lines = Markup("\n").join(
        say(
            texts.roles.LOG_LINE,
            when=dated_moment(entry.at),
            actor=entry.actor,
            action=entry.action,
            target=entry.target,
            detail=f" ({entry.detail})" if entry.detail else "",
        )
        for entry in await desk.audit.latest(LISTED)
    )
    text = say(texts.roles.LOG, lines=lines or texts.roles.EMPTY_LOG)
    back = (Button("Zurück", "roles"), Button("Abbrechen", "faq_stop"))
    return tell(text, desk, back)


async def first_admin(code: str, desk: Desk) -> list[Reply]:
    """Make whoever knows the code printed at start the first admin."""
    if not code.strip() or not await desk.admin_codes.use(code):
        return tell(say(texts.roles.WRONG_CODE), desk)
    why = "mit dem Code vom Start"
    await desk.people.grant(desk.me, Role.ADMIN, desk.now, by=desk.me, why=why)
    return tell(say(texts.roles.FIRST_ADMIN), desk)


async def _grant(target: str, new: Role, desk: Desk) -> list[Reply]:
    if new is not Role.ADMIN and target in desk.house.admins:
        return tell(say(texts.roles.ADMIN_BY_SETTING, address=target), desk)
    if new is not Role.ADMIN and await _is_last_admin(target, desk):
        return tell(say(texts.roles.LAST_ADMIN), desk)
    await desk.people.grant(target, new, desk.now, by=desk.me)
    freed = await released_by_loss(target, desk.me, desk)
    return [*tell(say(texts.roles.ROLE_GIVEN, address=target, role=new), desk), *freed]


async def _is_last_admin(target: str, desk: Desk) -> bool:
    person = await desk.people.find(target)
    if person is None or person.role != Role.ADMIN:
        return False
    return all(p is person for p in await desk.people.living_admins())
