"""/fahrplan: begin one, go on with one, join one, and leave it for today."""

from markupsafe import Markup

from guide.standing import Standing
from handlers import texts
from handlers.desk import Desk
from handlers.guide import answers as guide_answers
from handlers.guide import sharing as guide_together
from handlers.messages import Button, Delivery, Reply
from handlers.texts import say
from handlers.where.spot import Row, find, spot_of, stand, stop_writing

SHOWN = 20  # plans in one list


async def fahrplan(rest: str, desk: Desk) -> list[Reply]:
    """Go on where one was; begin with the first question; join with a code."""
    await stop_writing(desk)
    if rest:
        return await guide_together.join(rest, desk)
    own = await desk.plans.of(desk.asker)
    if not own:
        return await begin("", desk)
    if len(own) > 1:
        return await plans("", desk)
    return await guide_answers.go_on(await spot_of(*own[0], desk), desk)


async def go(_: str, desk: Desk) -> list[Reply]:
    """Go on with the Fahrplan from an answer."""
    return await fahrplan("", desk)


async def begin(_: str, desk: Desk) -> list[Reply]:
    """Begin a plan with the first question; one that is still empty is used up first."""
    own = await desk.plans.of(desk.asker)
    empty = next((pair for pair in own if not pair[0].answers and not pair[0].visited), None)
    plan, member = empty or await desk.plans.start(desk.asker, guide_answers.UNNAMED)
    return await guide_answers.go_on(
        await spot_of(plan, member, desk), desk, say(texts.guide.INTRO)
    )


async def plans(_: str, desk: Desk) -> list[Reply]:
    """List the plans one works on; one that nobody has begun is none."""
    await stop_writing(desk)
    every = await desk.plans.of(desk.asker)
    own = [pair for pair in every if pair[0].answers or pair[0].visited][:SHOWN]
    lines = []
    rows: list[Row] = []
    for plan, _member in own:
        standing = await stand(plan, desk)
        lines.append(say(texts.guide.PLAN_LINE, name=plan.name, standing=_standing(standing)))
        rows.append((Button(plan.name, "plan", str(plan.id)),))
    rows.append((Button("Neuer Fahrplan", "plan_new"), Button("Mit Code mitmachen", "plan_code")))
    rows.append((Button("Abbrechen", "plan_quit"),))
    shown = Markup("\n").join(lines) or say(texts.guide.NO_PLANS)
    return [Reply(desk.here, say(texts.guide.PLANS, lines=shown), tuple(rows))]


async def open_plan(value: str, desk: Desk) -> list[Reply]:
    """Open a plan where it stands."""
    return await guide_answers.go_on(await find(value, desk), desk)


async def pause(value: str, desk: Desk) -> list[Reply]:
    """Leave a plan for today; it is counted, without a name, at which step."""
    spot = await find(value, desk)
    inside = await desk.plans.leave_all(desk.asker)
    step = desk.house.guide.step(spot.member.step)
    if step and inside:
        await desk.plans.stop(step.id)
    where = say(texts.guide.AT, title=step.title) if step else ""
    text = say(texts.guide.PAUSED, where=where)
    return [Reply(desk.here, text, delivery=Delivery.AT_MOST_ONCE)]


async def leave(_: str, desk: Desk) -> list[Reply]:
    """Leave the list."""
    await stop_writing(desk)
    await desk.plans.leave_all(desk.asker)
    text = say(texts.guide.PAUSED, where="")
    return [Reply(desk.here, text, delivery=Delivery.AT_MOST_ONCE)]


def _standing(standing: Standing) -> Markup:
    way = standing.way
    if way.ending:
        return say(texts.guide.CANNOT_APPLY)
    if way.question:
        opening = standing.guide.opening
        left = sum(not standing.said(question) for question in opening)
        return say(texts.guide.UNFINISHED, open=left, all=len(opening))
    return say(texts.guide.PROGRESS, done=standing.count_done(), all=len(way.steps))
