"""My way at a glance: what is next, all steps, what is left out, and the plan's own matters."""

from datetime import date, timedelta

from markupsafe import Markup

from almanac.german import short_date
from guide.dates import reminder_moments
from guide.standing import Done, Standing
from guide.step import Step
from handlers import texts
from handlers.asking.ask import stale
from handlers.desk import Desk
from handlers.messages import Button, Reply
from handlers.texts import say
from handlers.where.spot import Row, Spot, cancel_row, days, find, spot, summary, when
from people.conversation import Conversation

WRITING = timedelta(minutes=30)
NAME = 40  # characters of a plan's name


async def show(found: Spot, desk: Desk, before: Markup | None = None) -> list[Reply]:
    """Show where a plan stands, and lead on."""
    plan, standing = found.plan, found.standing
    if found.member.wants_reminders:
        moments = reminder_moments(standing.deadline)
        await desk.reminders.schedule(found.member, standing.target, moments)
    await desk.plans.look(found.member)
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
    return [Reply(desk.here, (before or Markup()) + text, _rows(found))]


def _next(standing: Standing) -> Markup:
    step = standing.next
    if step is None:
        return say(texts.guide.ALL_DONE) if standing.way.steps else Markup()
    return say(texts.guide.NEXT, title=step.title, due=due_words(standing.due(step), standing))


def _rows(found: Spot) -> tuple[Row, ...]:
    way = found.standing.way
    here = way.steps[p] if (p := way.position(found.member.step)) is not None else None
    rows: list[Row] = []
    for word, step in (("Weiter", found.standing.next), ("Zuletzt", here)):
        if step and not (rows and rows[0][0].value == f"{found.id}.{step.id}"):
            rows.append((Button(f"{word}: {step.title}", "plan_step", f"{found.id}.{step.id}"),))
    return (
        *rows,
        (Button("Alle Schritte", "plan_steps", found.id),
         Button("Partner", "plan_partners", found.id)),
        (Button("Termine", "plan_dates", found.id), Button("Gemeinsam", "plan_team", found.id)),
        (Button("Als PDF", "plan_paper", found.id), Button("Mehr", "plan_more", found.id)),
        (Button("Zurück", "plans"), Button("Pause", "plan_pause", found.id)),
    )  # fmt: skip


def due_words(day: date | None, standing: Standing) -> Markup:
    """Say by when, in brackets; of a day in the past, that it is high time."""
    if day is None:
        return Markup()
    template = texts.guide.DUE if day >= standing.today else texts.guide.OVERDUE
    return say(template, day=short_date(day))


async def steps(value: str, desk: Desk) -> list[Reply]:
    """List all steps, each a button."""
    found = await find(value, desk)
    if found is None:
        return [stale(desk)]
    standing = found.standing
    lines = [_line(n, step, standing) for n, step in enumerate(standing.way.steps, start=1)]
    rows: list[Row] = []
    for n, step in enumerate(standing.way.steps, start=1):
        button = Button(str(n), "plan_step", f"{found.id}.{step.id}")
        if rows and len(rows[-1]) < 6:  # noqa: PLR2004 - numbers that fit beside each other
            rows[-1] = (*rows[-1], button)
        else:
            rows.append((button,))
    rows.append(cancel_row(found))
    text = say(texts.guide.STEPS, name=found.plan.name, lines=Markup("\n").join(lines))
    return [Reply(desk.here, text, tuple(rows))]


def _line(number: int, step: Step, standing: Standing) -> Markup:
    if standing.done(step):
        return say(texts.guide.STEP_DONE, number=number, title=step.title)
    day = standing.due(step)
    due = say(texts.guide.DUE, day=short_date(day)) if day else ""
    return say(texts.guide.STEP_OPEN, number=number, title=step.title, due=due)


async def left_out(value: str, desk: Desk) -> list[Reply]:
    """Say which steps are left out and why, and what was ticked and has gone since."""
    found = await find(value, desk)
    if found is None:
        return [stale(desk)]
    standing = found.standing
    lines = Markup("\n").join(
        say(texts.guide.LEFT_OUT_LINE, title=step.title, why=why)
        for step, why in standing.way.left_out
    )
    text = say(texts.guide.LEFT_OUT, lines=lines) if lines else say(texts.guide.NOTHING_LEFT_OUT)
    if kept := [*standing.earlier(), *standing.aside()]:
        text += say(texts.guide.EARLIER, lines=Markup("\n").join(map(_earlier, kept)))
    rows: list[Row] = [
        (Button(step.title, "plan_step", f"{found.id}.{step.id}"),)
        for step, _ in standing.way.left_out
    ]
    rows.append(cancel_row(found, Button("Zurück", "plan_more", found.id)))
    return [Reply(desk.here, text, tuple(rows))]


def _earlier(done: Done) -> Markup:
    return say(texts.guide.EARLIER_LINE, title=done.title, who=done.who, when=when(done))


async def more(value: str, desk: Desk) -> list[Reply]:
    """Offer what is needed more rarely."""
    found = await find(value, desk)
    if found is None:
        return [stale(desk)]
    rows: list[Row] = [
        (Button("Angaben ändern", "plan_change", found.id),
         Button("Nicht nötige Schritte", "plan_out", found.id)),
        (Button("Umbenennen", "plan_name", found.id),
         Button("Neu anfangen", "plan_again", found.id)),
        (Button("Beratung mitsehen lassen", "plan_consent", found.id),),
    ]  # fmt: skip
    if found.is_owner:
        rows.append((Button("Fahrplan löschen", "plan_erase", found.id),))
    rows.append(cancel_row(found))
    return [Reply(desk.here, say(texts.guide.MORE, name=found.plan.name), tuple(rows))]


async def rename(value: str, desk: Desk) -> list[Reply]:
    """Ask for another name."""
    found = await find(value, desk)
    if found is None:
        return [stale(desk)]
    await desk.talks.await_(desk.talker, "plan_name", WRITING, plan=found.plan.id)
    rows = (cancel_row(found, Button("Zurück", "plan_more", found.id)),)
    return [Reply(desk.here, say(texts.guide.ASK_NAME), rows)]


async def take_name(text: str, talk: Conversation, desk: Desk) -> list[Reply] | None:
    """Take the name."""
    found = await find(str(talk.details["plan"]), desk)
    if found is None:
        return None
    found.plan.name = " ".join(text.split())[:NAME]
    await desk.talks.end(desk.talker)
    named = say(texts.guide.RENAMED, name=found.plan.name) + "\n\n"
    return await show(await spot(found.plan, found.member, desk), desk, named)


async def erase(value: str, desk: Desk) -> list[Reply]:
    """Erase a plan for good, after asking once; only who is responsible may."""
    found = await find(value, desk)
    if found is None:
        return [stale(desk)]
    if not found.is_owner:
        return [Reply(desk.here, say(texts.guide.ONLY_OWNER), (cancel_row(found),))]
    if found.part(0) != "ja":
        rows = (
            (Button("Ja, endgültig löschen", "plan_erase", f"{found.id}.ja"),),
            cancel_row(found, Button("Zurück", "plan_more", found.id)),
        )
        return [Reply(desk.here, say(texts.guide.ERASE, name=found.plan.name), rows)]
    if found.member.step:
        await desk.plans.stop(found.member.step)
    name = found.plan.name
    await desk.plans.erase(found.plan)
    await desk.talks.end(desk.talker)
    return [Reply(desk.here, say(texts.guide.ERASED, name=name))]
