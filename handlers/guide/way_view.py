"""My way at a glance: what is next, all steps, what is left out, and the plan's own matters."""

from datetime import date, timedelta

from markupsafe import Markup

from almanac.german import short_date
from guide.dates import reminder_moments
from guide.standing import Done, Standing
from guide.step import Step
from handlers import texts
from handlers.desk import Desk
from handlers.messages import Button, Reply
from handlers.texts import say
from handlers.where.spot import Row, Spot, cancel_row, days, find, look_for, spot_of, summary, when
from people.conversation import Conversation

WRITING = timedelta(minutes=30)
NAME = 40  # characters of a plan's name


async def show(spot: Spot, desk: Desk, before: Markup | None = None) -> list[Reply]:
    """Show where a plan stands, and lead on."""
    plan, standing = spot.plan, spot.standing
    if spot.member.wants_reminders:
        moments = reminder_moments(standing.deadline)
        await desk.reminders.schedule(spot.member, standing.target, moments)
    await desk.plans.look(spot.member)
    text = say(
        texts.guide.WAY,
        name=plan.name,
        said=summary(standing),
        deadline=short_date(standing.deadline),
        year=standing.target,
        days=days((standing.deadline - desk.today).days),
        done=standing.count_done(),
        all=len(standing.way.steps),
    )
    if standing.is_late:
        text += say(texts.guide.LATE, year=plan.year, target=standing.target)
    text += _next(standing)
    if count := len(standing.way.left_out):
        one = texts.guide.ONE_LEFT_OUT
        text += say(one if count == 1 else texts.guide.LEFT_OUT_COUNT, count=count)
    return [Reply(desk.here, (before or Markup()) + text, _rows(spot))]


def _next(standing: Standing) -> Markup:
    step = standing.next
    if step is None:
        return say(texts.guide.ALL_DONE) if standing.way.steps else Markup()
    return say(texts.guide.NEXT, title=step.title, due=due_words(standing.due(step), standing))


def _rows(spot: Spot) -> tuple[Row, ...]:
    way = spot.standing.way
    here = way.steps[p] if (p := way.position(spot.member.step)) is not None else None
    rows: list[Row] = []
    for word, step in (("Weiter", spot.standing.next), ("Zuletzt", here)):
        if step and not (rows and rows[0][0].value == f"{spot.id}.{step.id}"):
            rows.append((Button(f"{word}: {step.title}", "plan_step", f"{spot.id}.{step.id}"),))
    return (
        *rows,
        (Button("Alle Schritte", "plan_steps", spot.id),
         Button("Partner", "plan_partners", spot.id)),
        (Button("Termine", "plan_dates", spot.id), Button("Gemeinsam", "plan_team", spot.id)),
        (Button("Als PDF", "plan_paper", spot.id), Button("Mehr", "plan_more", spot.id)),
        (Button("Zurück", "plans"), Button("Pause", "plan_pause", spot.id)),
    )  # fmt: skip


def due_words(day: date | None, standing: Standing) -> Markup:
    """Say by when, in brackets; of a day in the past, that it is high time."""
    if day is None:
        return Markup()
    template = texts.guide.DUE if day >= standing.today else texts.guide.OVERDUE
    return say(template, day=short_date(day))


async def steps(value: str, desk: Desk) -> list[Reply]:
    """List all steps, each a button."""
    spot = await find(value, desk)
    standing = spot.standing
    lines = [_line(n, step, standing) for n, step in enumerate(standing.way.steps, start=1)]
    rows: list[Row] = []
    for n, step in enumerate(standing.way.steps, start=1):
        button = Button(str(n), "plan_step", f"{spot.id}.{step.id}")
        if rows and len(rows[-1]) < 6:  # noqa: PLR2004 - numbers that fit beside each other
            rows[-1] = (*rows[-1], button)
        else:
            rows.append((button,))
    rows.append(cancel_row(spot))
    text = say(texts.guide.STEPS, name=spot.plan.name, lines=Markup("\n").join(lines))
    return [Reply(desk.here, text, tuple(rows))]


def _line(number: int, step: Step, standing: Standing) -> Markup:
    if standing.done(step):
        return say(texts.guide.STEP_DONE, number=number, title=step.title)
    day = standing.due(step)
    due = say(texts.guide.DUE, day=short_date(day)) if day else ""
    return say(texts.guide.STEP_OPEN, number=number, title=step.title, due=due)


async def left_out(value: str, desk: Desk) -> list[Reply]:
    """Say which steps are left out and why, and what was ticked and has gone since."""
    spot = await find(value, desk)
    standing = spot.standing
    lines = Markup("\n").join(
        say(texts.guide.LEFT_OUT_LINE, title=step.title, why=why)
        for step, why in standing.way.left_out
    )
    text = say(texts.guide.LEFT_OUT, lines=lines) if lines else say(texts.guide.NOTHING_LEFT_OUT)
    if kept := [*standing.earlier(), *standing.aside()]:
        text += say(texts.guide.EARLIER, lines=Markup("\n").join(map(_earlier, kept)))
    rows: list[Row] = [
        (Button(step.title, "plan_step", f"{spot.id}.{step.id}"),)
        for step, _ in standing.way.left_out
    ]
    rows.append(cancel_row(spot, Button("Zurück", "plan_more", spot.id)))
    return [Reply(desk.here, text, tuple(rows))]


def _earlier(done: Done) -> Markup:
    return say(texts.guide.EARLIER_LINE, title=done.title, who=done.who, when=when(done))


async def more(value: str, desk: Desk) -> list[Reply]:
    """Offer what is needed more rarely."""
    spot = await find(value, desk)
    rows: list[Row] = [
        (Button("Angaben ändern", "plan_change", spot.id),
         Button("Nicht nötige Schritte", "plan_out", spot.id)),
        (Button("Umbenennen", "plan_name", spot.id),
         Button("Neu anfangen", "plan_again", spot.id)),
        (Button("Beratung mitsehen lassen", "plan_consent", spot.id),),
    ]  # fmt: skip
    if spot.is_owner:
        rows.append((Button("Fahrplan löschen", "plan_erase", spot.id),))
    rows.append(cancel_row(spot))
    return [Reply(desk.here, say(texts.guide.MORE, name=spot.plan.name), tuple(rows))]


async def rename(value: str, desk: Desk) -> list[Reply]:
    """Ask for another name."""
    spot = await find(value, desk)
    await desk.talks.await_(desk.talker, "plan_name", WRITING, plan=spot.plan.id)
    rows = (cancel_row(spot, Button("Zurück", "plan_more", spot.id)),)
    return [Reply(desk.here, say(texts.guide.ASK_NAME), rows)]


async def take_name(text: str, talk: Conversation, desk: Desk) -> list[Reply] | None:
    """Take the name."""
    spot = await look_for(str(talk.details["plan"]), desk)
    if spot is None:
        return None
    spot.plan.name = " ".join(text.split())[:NAME]
    await desk.talks.end(desk.talker)
    named = say(texts.guide.RENAMED, name=spot.plan.name) + "\n\n"
    return await show(await spot_of(spot.plan, spot.member, desk), desk, named)


async def erase(value: str, desk: Desk) -> list[Reply]:
    """Erase a plan for good, after asking once; only who is responsible may."""
    spot = await find(value, desk)
    if not spot.is_owner:
        return [Reply(desk.here, say(texts.guide.ONLY_OWNER), (cancel_row(spot),))]
    if spot.part(0) != "ja":
        rows = (
            (Button("Ja, endgültig löschen", "plan_erase", f"{spot.id}.ja"),),
            cancel_row(spot, Button("Zurück", "plan_more", spot.id)),
        )
        return [Reply(desk.here, say(texts.guide.ERASE, name=spot.plan.name), rows)]
    if spot.member.step:
        await desk.plans.stop(spot.member.step)
    name = spot.plan.name
    await desk.plans.erase(spot.plan)
    await desk.talks.end(desk.talker)
    return [Reply(desk.here, say(texts.guide.ERASED, name=name))]
