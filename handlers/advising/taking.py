"""Who has a ticket: taking, giving back, passing on, handing all over, being away."""

from dataclasses import replace

from markupsafe import Markup

from almanac.berlin import end_of
from almanac.german import moment
from handlers import texts
from handlers.advising.answering import CANCEL, forbidden, receipt
from handlers.desk import Desk, Stores
from handlers.messages import Address, Button, Reply
from handlers.reading.numbers import counted, parse_count, parse_pair
from handlers.reading.typed_days import parse_day
from handlers.texts import say
from handlers.thread.due import put_due
from handlers.thread.ticket_card import card, say_in_thread
from people.person import Person, Role
from tickets.life import State, Step
from tickets.ticket import Forbidden, Ticket

ALL = 100  # tickets that are handed over at once


async def take(value: str, desk: Desk) -> list[Reply]:
    """Take a ticket; who comes second is told who was faster."""
    ticket = await desk.tickets.get(parse_count(value))
    if ticket is None:
        return [desk.hint(say(texts.advisors.UNKNOWN_TICKET))]
    owner = ticket.owner
    ticket.owner = desk.me
    try:
        ticket.take(Step.TAKE, desk.now)
    except Forbidden:
        ticket.owner = owner
        if owner == desk.me:
            yours = receipt(texts.advisors.YOURS_ALREADY, ticket, desk)
            return [replace(yours, only_for=desk.incoming.sender)]
        if owner is None:
            return [forbidden(ticket, desk)]
        who, since = await desk.people.called(owner), moment(ticket.changed_at)
        text = say(texts.advisors.TAKEN_ALREADY, number=ticket.number, who=who, since=since)
        return [replace(receipt("", ticket, desk), text=text, only_for=desk.incoming.sender)]
    await desk.tickets.event(ticket, desk.me, "übernommen")
    who = await desk.people.called(desk.me)
    if owner and owner != desk.me:
        return [*await _taken_from(owner, who, ticket, desk), await card(ticket, desk)]
    text = say(texts.advisors.TAKEN, number=ticket.number, who=who)
    return [replace(receipt("", ticket, desk), text=text), await card(ticket, desk)]


async def _taken_from(owner: str, who: str, ticket: Ticket, desk: Desk) -> list[Reply]:
    """Say who has now what somebody else had put off; where that one reads it, too."""
    former = await desk.people.called(owner)
    text = say(texts.advisors.TAKEN_FROM, number=ticket.number, who=who, former=former)
    replies = [replace(receipt("", ticket, desk), text=text)]
    if not desk.at_advisors:
        replies.append(say_in_thread(ticket, text, desk))
    home = Address.parse(owner)
    if home.channel != desk.house.advisors.channel:
        replies.append(Reply(home, text, ticket=ticket.id))
    return replies


async def release(value: str, desk: Desk) -> list[Reply]:
    """Give a ticket back to everybody."""
    ticket = await desk.tickets.get(parse_count(value))
    if ticket is None:
        return [desk.hint(say(texts.advisors.UNKNOWN_TICKET))]
    if ticket.owner is None:
        return [forbidden(ticket, desk)]
    try:
        await set_free(ticket, desk, desk.me)
    except Forbidden:
        return [forbidden(ticket, desk)]
    waits = ticket.state == State.WAITING
    released = texts.advisors.RELEASED_WAITING if waits else texts.advisors.RELEASED
    return [receipt(released, ticket, desk), await card(ticket, desk)]


async def set_free(ticket: Ticket, desk: Stores, by: str | None) -> None:
    """Leave a ticket to whoever takes it; one that waits for the person goes on doing so.

    Raises:
        Forbidden: it is closed or put off, or nobody has it.

    """
    ticket.take(Step.RELEASE, desk.now)
    ticket.owner = None
    put_due(ticket, desk)
    await desk.tickets.event(ticket, by, "freigegeben")


async def choose_other(value: str, desk: Desk) -> list[Reply]:
    """Ask to whom a ticket is to go."""
    ticket = await desk.tickets.get(parse_count(value))
    if ticket is None:
        return [desk.hint(say(texts.advisors.UNKNOWN_TICKET))]
    others = [p for p in await desk.people.advisors() if p.address != ticket.owner]
    away = await desk.absences.away()
    rows = [(Button(_named(p, away), "pass_to", f"{ticket.id}.{p.id}"),) for p in others]
    if not rows:
        return [desk.hint(say(texts.advisors.NOBODY_ELSE))]
    text = say(texts.advisors.GO_TO_WHOM, number=ticket.number)
    return [Reply(desk.here, text, (*rows, *CANCEL), ticket=ticket.id)]


async def pass_to(value: str, desk: Desk) -> list[Reply]:
    """Give a ticket to another advisor."""
    ticket_id, person_id = parse_pair(value)
    ticket = await desk.tickets.get(ticket_id)
    other = next((p for p in await desk.people.advisors() if p.id == person_id), None)
    if ticket is None or other is None:
        return [desk.hint(say(texts.advisors.GO_TO_NOBODY))]
    if ticket.owner == other.address:
        has = say(texts.advisors.HAS_ALREADY, number=ticket.number, who=other.called)
        return [replace(receipt("", ticket, desk), text=has, only_for=desk.incoming.sender)]
    try:
        await _transfer(ticket, other, desk)
    except Forbidden:
        return [forbidden(ticket, desk)]
    told = say(texts.advisors.PASSED, number=ticket.number, who=other.called)
    return [say_in_thread(ticket, told, desk), await card(ticket, desk)]


async def hand_over(rest: str, desk: Desk) -> list[Reply]:
    """Hand all of one's own tickets to another advisor, with a list of them."""
    wanted = rest.strip().removeprefix("@").casefold()
    others = [p for p in await desk.people.advisors() if p.address != desk.me]
    found = [p for p in others if wanted and wanted in (p.called.casefold(), p.address)]
    if len(found) != 1:
        rows = tuple((Button(p.called, "all_to", str(p.id)),) for p in others)
        if not rows:
            return [desk.hint(say(texts.advisors.NOBODY_ELSE))]
        return [Reply(desk.here, say(texts.advisors.ALL_TO_WHOM), (*rows, *CANCEL))]
    return await _all_to(found[0], desk)


async def hand_over_to(value: str, desk: Desk) -> list[Reply]:
    """Hand all of one's own tickets to the advisor whose name was pressed."""
    other = next((p for p in await desk.people.advisors() if p.id == parse_count(value)), None)
    if other is None or other.address == desk.me:
        return [desk.hint(say(texts.advisors.GO_TO_NOBODY))]
    return await _all_to(other, desk)


async def be_away(rest: str, desk: Desk) -> list[Reply]:
    """Be away until a day; what is one's own becomes free for the others."""
    if rest.strip().casefold() in ("aus", "ende", "zurück"):
        await desk.absences.come_back(desk.me)
        return [Reply(desk.here, say(texts.advisors.BACK))]
    day = parse_day(rest.removeprefix("bis").strip(), desk.today)
    if day is None:
        return [desk.hint(say(texts.advisors.HOW_TO_BE_AWAY))]
    await desk.absences.leave(desk.me, end_of(day))
    mine = await desk.queue.of(desk.me, ALL)
    replies = []
    for ticket in mine:
        try:
            await set_free(ticket, desk, desk.me)
        except Forbidden:  # put back to a date: it stays there, but for anybody
            ticket.owner = None
        replies.append(await card(ticket, desk))
    told = say(
        texts.advisors.AWAY,
        until=f"{day:%d.%m.%Y}",
        number=_counted(mine),
        lines=_lines(mine),
    )
    return [Reply(desk.here, told), *replies]


async def released_by_loss(address: str, by: str | None, desk: Stores) -> list[Reply]:
    """Free the tickets of somebody who may not advise any more.

    Args:
        address: whose tickets they are.
        by: who took the role away.
        desk: the stores.

    """
    person = await desk.people.find(address)
    if person and Role(person.role).may(Role.ADVISOR):
        return []
    replies = []
    for ticket in await desk.queue.of(address, ALL):
        try:
            await set_free(ticket, desk, by)
        except Forbidden:
            ticket.owner = None
        replies.append(await card(ticket, desk))
    return replies


async def _all_to(other: Person, desk: Desk) -> list[Reply]:
    mine = await desk.queue.of(desk.me, ALL)
    if not mine:
        return [desk.hint(say(texts.advisors.NOTHING_TO_HAND_OVER))]
    replies = []
    for ticket in mine:
        await _transfer(ticket, other, desk)
        replies.append(await card(ticket, desk))
    text = say(
        texts.advisors.HANDED_OVER,
        number=_counted(mine),
        who=other.called,
        lines=_lines(mine),
    )
    if other.address.partition(":")[0] == desk.here.channel and desk.incoming.group:
        return [Reply(desk.here, text), *replies]
    told = say(
        texts.advisors.HANDED_TO_YOU,
        number=_counted(mine),
        lines=_lines(mine),
    )
    return [Reply(desk.here, text), Reply(Address.parse(other.address), told), *replies]


async def _transfer(ticket: Ticket, other: Person, desk: Desk) -> None:
    before, ticket.owner = ticket.owner, other.address
    try:
        ticket.take(Step.TRANSFER, desk.now)
    except Forbidden:
        ticket.owner = before
        raise
    await desk.tickets.event(ticket, desk.me, f"weitergegeben an {other.called}")


def _counted(tickets: list[Ticket]) -> str:
    return counted(len(tickets), "Anfrage", "Anfragen")


def _named(person: Person, away: set[str]) -> str:
    return f"{person.called} (abwesend)" if person.address in away else person.called


def _lines(tickets: list[Ticket]) -> Markup:
    return Markup("\n").join(
        say("{title} ({state})", title=t.title, state=t.state) for t in tickets
    )
