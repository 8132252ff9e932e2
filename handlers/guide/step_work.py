"""Working on a step: looking, ticking, reading its answers, asking a human at one press."""

from guide.way import paper_item
from handlers import texts
from handlers.asking import browse
from handlers.desk import Desk
from handlers.guide.step_view import after, view
from handlers.messages import Reply
from handlers.own_tickets import opening as escalate
from handlers.texts import say
from handlers.where.spot import find, find_step, spot_of


async def step(value: str, desk: Desk) -> list[Reply]:
    """Show a step, and remember that this is where the person is."""
    return [await view(*await find_step(value, desk), desk)]


async def tick(value: str, desk: Desk) -> list[Reply]:
    """Tick a paper, or take the tick back; pressed twice it stays as it is."""
    spot, step = await find_step(value, desk)
    paper = next((p for p in step.papers if p.id == spot.part(1)), None)
    if paper is None or spot.part(2) not in ("0", "1"):
        raise desk.stale()
    was_done = spot.standing.done(step)
    item = paper_item(step.id, paper.id)
    if spot.part(2) == "1":
        await desk.work.tick(spot.plan, spot.member, item, f"{step.title}: {paper.title}")
        said = say(texts.guide.TICKED, title=paper.title)
    else:
        await desk.work.untick(spot.plan, item)
        said = say(texts.guide.UNTICKED, title=paper.title)
    now = await spot_of(spot.plan, spot.member, desk)
    if now.standing.done(step) and not was_done:
        said += say(texts.guide.ALL_PAPERS, title=step.title)
    await desk.plans.enter(spot.plan, spot.member, step.id)
    return [after(now, step, said, desk)]


async def done(value: str, desk: Desk) -> list[Reply]:
    """Tick a step as a whole, or take that back."""
    spot, step = await find_step(value, desk)
    if spot.part(1) not in ("0", "1"):
        raise desk.stale()
    if spot.part(1) == "1":
        await desk.work.tick(spot.plan, spot.member, step.id, step.title)
        said = say(texts.guide.STEP_TICKED, title=step.title)
    else:
        await desk.work.untick(spot.plan, step.id)
        said = say(texts.guide.STEP_UNTICKED, title=step.title)
    await desk.plans.enter(spot.plan, spot.member, step.id)
    return [after(await spot_of(spot.plan, spot.member, desk), step, said, desk)]


async def entry(value: str, desk: Desk) -> list[Reply]:
    """Show an answer that belongs to a step."""
    spot, step = await find_step(value, desk)
    number = spot.part(1)
    if number not in map(str, range(len(step.entries))):
        raise desk.stale()
    await desk.plans.enter(spot.plan, spot.member, step.id)
    return await browse.entry(step.entries[int(number)], desk)


async def help_(value: str, desk: Desk) -> list[Reply]:
    """Ask the advisors about a step at one press; they see where the house stands."""
    spot = await find(value, desk)
    step = desk.house.guide.step(spot.part(0))
    if step:
        await desk.plans.enter(spot.plan, spot.member, step.id)
    else:
        await desk.plans.look(spot.member)
    title = step.title if step else spot.plan.name
    return await escalate.open_with(
        say(texts.guide.QUESTION_TO_ADVISORS, title=title).unescape(), desk
    )
