"""What happens by the clock: reminders, putting tickets before somebody again, the morning list.

Everything is found in the tickets themselves, so a restart forgets nothing, and each thing is
noted where it was done, so nothing is said twice. Nobody is woken outside the office hours.
"""

from datetime import timedelta

from markupsafe import Markup

from almanac.berlin import berlin_day
from almanac.german import moment
from handlers import texts
from handlers.desk import Stores
from handlers.guide.reminding import remind
from handlers.messages import Address, Button, Reply
from handlers.own_tickets.holding import give_over
from handlers.texts import say
from handlers.thread.person_side import expect_reaction, headline
from handlers.thread.ticket_card import card, say_in_thread
from tickets.life import State, Step
from tickets.ticket import Ticket

NOTICE = timedelta(days=3)  # before a silent ticket is closed, the person is told
DIGEST = 10  # tickets named in the morning list
COUNTED = 1000  # tickets in it at all


async def make_rounds(desk: Stores) -> list[Reply]:
    """Do what is due now; call it every minute or so, in a transaction of its own."""
    await _set_right(desk)
    replies = await _wake(desk)
    replies += await give_over(desk)
    replies += await remind(desk.reminders, desk.work, desk.house.guide, desk.now)
    if desk.house.hours.is_open(desk.now):
        replies += await _remind(desk)
        replies += await _warn_and_close(desk)
    return replies


async def _set_right(desk: Stores) -> None:
    """Let nobody wait longer because the clock was ahead when the waiting began."""
    for ticket in await desk.queue.waiting_from_later():
        ticket.waiting_since = desk.now
        ticket.due_at = desk.house.hours.due(desk.now, desk.house.response_days)


async def morning(desk: Stores) -> list[Reply]:
    """List for the advisors what waits; call it once on every working day."""
    waiting = await desk.queue.waiting(COUNTED)
    if not waiting:
        return []
    overdue = [t for t in waiting if t.due_at and t.due_at <= desk.now]
    for ticket in overdue:  # this list is their reminder
        ticket.reminded_at = min(ticket.reminded_at or desk.now, desk.now)
    lines = Markup("\n").join([await _line(t, desk) for t in waiting[:DIGEST]])
    if len(waiting) > DIGEST:
        lines += texts.advisors.AND_MORE
    text = say(texts.advisors.DIGEST, number=len(waiting), overdue=len(overdue), lines=lines)
    return [Reply(desk.house.advisors, text, ((Button("Nächste Anfrage", "next"),),))]


async def _line(ticket: Ticket, desk: Stores) -> Markup:
    return say(
        texts.advisors.DIGEST_LINE,
        number=ticket.number,
        who=await desk.people.called(ticket.owner) or "frei",
        due=moment(ticket.due_at) if ticket.due_at else "",
        question=headline(ticket),
    )


async def _wake(desk: Stores) -> list[Reply]:
    """Put before the advisors again what was put off until now."""
    replies = []
    for ticket in await desk.queue.to_wake():
        ticket.take(Step.WAKE, desk.now)
        ticket.waiting_since = ticket.waiting_since or desk.now
        ticket.due_at = desk.house.hours.due(desk.now, desk.house.response_days)
        ticket.reminded_at = None
        await desk.tickets.event(ticket, None, "wieder vorgelegt")
        text = say(texts.advisors.WOKEN, number=ticket.number)
        replies += [say_in_thread(ticket, text, desk), await card(ticket, desk)]
    return replies


async def _remind(desk: Stores) -> list[Reply]:
    """Remind the advisors, once, of what is overdue."""
    replies = []
    for ticket in await desk.queue.to_remind():
        ticket.reminded_at = desk.now
        who = await desk.people.called(ticket.owner) or "noch niemand hat sie"
        text = say(texts.advisors.OVERDUE, number=ticket.number, who=who)
        replies += [say_in_thread(ticket, text, desk), await card(ticket, desk)]
    return replies


async def _warn_and_close(desk: Stores) -> list[Reply]:
    """Close what a person left unanswered for long, with a notice some days before."""
    if not desk.house.silence_days:
        return []
    silence = timedelta(days=desk.house.silence_days)
    replies = []
    for ticket in await desk.queue.silent_since(desk.now - silence + NOTICE, warned=False):
        ticket.warned_at = desk.now
        await expect_reaction(ticket, desk)
        replies.append(_warning(ticket, desk))
    for ticket in await desk.queue.silent_since(desk.now - NOTICE, warned=True):
        if await desk.held.about(ticket.asker, ticket.id):
            continue  # not silent: the person only has not said yet where something belongs
        waited = ticket.state == State.WAITING
        ticket.take(Step.CLOSE, desk.now)
        await desk.tickets.event(ticket, None, "geschlossen: keine Rückmeldung")
        await expect_reaction(ticket, desk)
        told = texts.tickets.CLOSED_UNHEARD if waited else texts.tickets.CLOSED_SILENTLY
        more = ((Button("Noch etwas dazu schreiben", "write", str(ticket.id)),),)
        to = Address.parse(ticket.asker)
        replies += [
            Reply(to, say(told, number=ticket.number), more, ticket=ticket.id),
            await card(ticket, desk),
        ]
    return replies


def _warning(ticket: Ticket, desk: Stores) -> Reply:
    ends = berlin_day(desk.now + NOTICE)
    text = say(texts.tickets.WILL_CLOSE, number=ticket.number, day=f"{ends:%d.%m.}")
    buttons = (
        (
            Button("Noch etwas dazu schreiben", "write", str(ticket.id)),
            Button("Erledigt", "end", str(ticket.id)),
        ),
    )
    return Reply(Address.parse(ticket.asker), text, buttons, ticket=ticket.id)
