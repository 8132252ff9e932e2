"""The dates of a plan: in the chat, as a calendar file, as a PDF, and as reminders on wish."""

from markupsafe import Markup

from almanac.german import short_date
from guide.calendar_file import calendar_file
from guide.dates import reminder_moments
from handlers import texts
from handlers.asking.ask import stale
from handlers.desk import Desk
from handlers.messages import Button, Made, Reply
from handlers.texts import say
from handlers.where.spot import Row, Spot, called, cancel_row, day_of, find


async def dates(value: str, desk: Desk) -> list[Reply]:
    """Show by when what should be done."""
    found = await find(value, desk)
    return [await _view(found, desk)] if found else [stale(desk)]


async def calendar(value: str, desk: Desk) -> list[Reply]:
    """Give the dates as a calendar file."""
    found = await find(value, desk)
    if found is None:
        return [stale(desk)]
    content = calendar_file(
        found.plan.id, found.plan.name, found.standing.open_dues(), desk.now,
        texts.guide.CALENDAR_NOTE,
    )  # fmt: skip
    rows = (cancel_row(found, Button("Zurück", "plan_dates", found.id)),)
    file = Made("fahrplan.ics", content)
    return [Reply(desk.here, say(texts.guide.CALENDAR), rows, made=(file,))]


async def as_paper(value: str, desk: Desk) -> list[Reply]:
    """Give the plan as a PDF."""
    found = await find(value, desk)
    if found is None:
        return [stale(desk)]
    notes = [
        (note.step, f"{note.text} ({called(member)}, {day_of(note.at)})")
        for note, member in await desk.work.notes(found.plan)
    ]
    # Only who wants a paper loads what draws it: 19 MB, and half a second of every start.
    from guide.paper import paper  # noqa: PLC0415

    file = Made("fahrplan.pdf", paper(found.standing, notes))
    return [Reply(desk.here, say(texts.guide.PAPER), (cancel_row(found),), made=(file,))]


async def wish(value: str, desk: Desk) -> list[Reply]:
    """Switch the reminders on or off, for this person alone."""
    found = await find(value, desk)
    if found is None or found.part(0) not in ("0", "1"):
        return [stale(desk)]
    found.member.wants_reminders = found.part(0) == "1"
    if found.member.wants_reminders:
        moments = reminder_moments(found.standing.deadline)
        await desk.reminders.schedule(found.member, found.standing.target, moments)
    else:
        await desk.reminders.unschedule(found.member)
    return [await _view(found, desk)]


async def _view(found: Spot, desk: Desk) -> Reply:
    await desk.plans.look(found.member)
    lines = Markup("\n").join(
        say(
            texts.guide.DATE_LINE if due.day >= desk.today else texts.guide.DATE_PAST,
            day=short_date(due.day),
            title=due.title,
        )
        for due in found.standing.open_dues()
    )
    text = say(
        texts.guide.DATES, name=found.plan.name, lines=lines, reminders=await _wished(found, desk)
    )
    switch = (
        Button("Nicht mehr erinnern", "plan_remind", f"{found.id}.0")
        if found.member.wants_reminders
        else Button("Mich erinnern", "plan_remind", f"{found.id}.1")
    )
    rows: list[Row] = [
        (Button("In meinen Kalender", "plan_ics", found.id), switch),
        (Button("Als PDF", "plan_paper", found.id),),
        cancel_row(found),
    ]
    return Reply(desk.here, text, tuple(rows))


async def _wished(found: Spot, desk: Desk) -> Markup:
    if not found.member.wants_reminders:
        return say(texts.guide.NOT_REMINDED)
    waiting = await desk.reminders.waiting(found.member)
    if not waiting:
        return say(texts.guide.NO_MORE_REMINDERS)
    return say(texts.guide.REMINDED, days=", ".join(day_of(r.due_at) for r in waiting))
