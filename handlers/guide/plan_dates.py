"""The dates of a plan: in the chat, as a calendar file, as a PDF, and as reminders on wish."""

from markupsafe import Markup

from almanac.german import short_date
from guide.calendar_file import calendar_file
from guide.dates import reminder_moments
from handlers import texts
from handlers.desk import Desk
from handlers.messages import Button, Made, Reply
from handlers.texts import say
from handlers.where.spot import Row, Spot, called, cancel_row, day_of, find


async def dates(value: str, desk: Desk) -> list[Reply]:
    """Show by when what should be done."""
    return [await _view(await find(value, desk), desk)]


async def calendar(value: str, desk: Desk) -> list[Reply]:
    """Give the dates as a calendar file."""
    spot = await find(value, desk)
    content = calendar_file(
        spot.plan.id, spot.plan.name, spot.standing.open_dues(), desk.now,
        texts.guide.CALENDAR_NOTE,
    )  # fmt: skip
    rows = (cancel_row(spot, Button("Zurück", "plan_dates", spot.id)),)
    file = Made("fahrplan.ics", content)
    return [Reply(desk.here, say(texts.guide.CALENDAR), rows, made=(file,))]


async def as_paper(value: str, desk: Desk) -> list[Reply]:
    """Give the plan as a PDF."""
    spot = await find(value, desk)
    notes = [
        (note.step, f"{note.text} ({called(member)}, {day_of(note.at)})")
        for note, member in await desk.work.notes(spot.plan)
    ]
    # Only who wants a paper loads what draws it: 19 MB, and half a second of every start.
    from guide.paper import paper  # noqa: PLC0415

    file = Made("fahrplan.pdf", paper(spot.standing, notes))
    return [Reply(desk.here, say(texts.guide.PAPER), (cancel_row(spot),), made=(file,))]


async def wish(value: str, desk: Desk) -> list[Reply]:
    """Switch the reminders on or off, for this person alone."""
    spot = await find(value, desk)
    if spot.part(0) not in ("0", "1"):
        raise desk.stale()
    spot.member.wants_reminders = spot.part(0) == "1"
    if spot.member.wants_reminders:
        moments = reminder_moments(spot.standing.deadline)
        await desk.reminders.schedule(spot.member, spot.standing.target, moments)
    else:
        await desk.reminders.unschedule(spot.member)
    return [await _view(spot, desk)]


async def _view(spot: Spot, desk: Desk) -> Reply:
    await desk.plans.look(spot.member)
    lines = Markup("\n").join(
        say(
            texts.guide.DATE_LINE if due.day >= desk.today else texts.guide.DATE_PAST,
            day=short_date(due.day),
            title=due.title,
        )
        for due in spot.standing.open_dues()
    )
    text = say(
        texts.guide.DATES, name=spot.plan.name, lines=lines, reminders=await _wished(spot, desk)
    )
    switch = (
        Button("Nicht mehr erinnern", "plan_remind", f"{spot.id}.0")
        if spot.member.wants_reminders
        else Button("Mich erinnern", "plan_remind", f"{spot.id}.1")
    )
    rows: list[Row] = [
        (Button("In meinen Kalender", "plan_ics", spot.id), switch),
        (Button("Als PDF", "plan_paper", spot.id),),
        cancel_row(spot),
    ]
    return Reply(desk.here, text, tuple(rows))


async def _wished(spot: Spot, desk: Desk) -> Markup:
    if not spot.member.wants_reminders:
        return say(texts.guide.NOT_REMINDED)
    waiting = await desk.reminders.waiting(spot.member)
    if not waiting:
        return say(texts.guide.NO_MORE_REMINDERS)
    return say(texts.guide.REMINDED, days=", ".join(day_of(r.due_at) for r in waiting))
