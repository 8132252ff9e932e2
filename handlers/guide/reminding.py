"""Reminders before the application deadline, for who wished for them."""

from datetime import date, datetime

from markupsafe import Markup

from almanac.berlin import berlin_day
from almanac.funding import deadline
from almanac.german import german_date
from guide.plan import Member, Plan
from guide.reminders import ReminderStore
from guide.standing import Done, Standing
from guide.step import Guide
from guide.work import WorkStore
from handlers import texts
from handlers.messages import Address, Button, Reply
from handlers.texts import say
from handlers.where.spot import days

SHOWN = 6  # open steps in one reminder


async def remind(
    reminders: ReminderStore, work: WorkStore, guide: Guide, now: datetime
) -> list[Reply]:
    """Write the reminders that are due, each once; what is too late or doubled is let go."""
    due = await reminders.due()
    today = berlin_day(now)
    # After a pause of the bot several may be due at once; the last one says it all.
    latest = {(r.member_id, r.year): (r, member, plan) for r, member, plan in due}
    reminders.sent(reminder for reminder, _, _ in due)
    return [
        _reminder(plan, member, await _standing(plan, work, guide, today))
        for reminder, member, plan in latest.values()
        if member.gone_at is None and today <= deadline(reminder.year)
    ]


async def _standing(plan: Plan, work: WorkStore, guide: Guide, today: date) -> Standing:
    ticks = {i: Done(t.title, m.label, t.at) for i, (t, m) in (await work.ticks(plan)).items()}
    return Standing(guide, plan.name, plan.answers, plan.year, plan.place, ticks, today)


def _reminder(plan: Plan, member: Member, standing: Standing) -> Reply:
    # What comes after the application has no day before it.
    before = [step for step in standing.way.steps if step.weeks_before is not None]
    still = [step for step in before if not standing.done(step)]
    lines = [say("• {title}", title=step.title) for step in still[:SHOWN]]
    if len(still) > SHOWN:
        lines.append(say("… und {more} weitere", more=len(still) - SHOWN))
    text = say(
        texts.guide.REMINDER,
        name=plan.name,
        days=days((standing.deadline - standing.today).days),
        deadline=german_date(standing.deadline),
        year=standing.target,
        open=say(texts.guide.REMINDER_OPEN, lines=Markup("\n").join(lines))
        if still
        else say(texts.guide.REMINDER_READY),
    )
    rows = (
        (Button("Zum Fahrplan", "plan", str(plan.id)),),
        (Button("Nicht mehr erinnern", "plan_remind", f"{plan.id}.0"),),
    )
    return Reply(Address.parse(member.address), text, rows)
