"""Working on a step: looking, ticking, reading its answers, asking a human at one press."""

from guide.way import paper_item
from handlers import texts
from handlers.asking import browse
from handlers.asking.ask import stale
from handlers.desk import Desk
from handlers.guide.step_view import after, view
from handlers.messages import Reply
from handlers.own_tickets import opening as escalate
from handlers.texts import say
from handlers.where.spot import find, spot


async def step(value: str, desk: Desk) -> list[Reply]:
    """Show a step, and remember that this is where the person is."""
    found = await find(value, desk)
    wanted = desk.house.guide.step(found.part(0)) if found else None
    if found is None or wanted is None:
        return [stale(desk)]
    return [await view(found, wanted, desk)]


async def tick(value: str, desk: Desk) -> list[Reply]:
    """Tick a paper, or take the tick back; pressed twice it stays as it is."""
    found = await find(value, desk)
    step = desk.house.guide.step(found.part(0)) if found else None
    paper = (
        next((p for p in step.papers if found and p.id == found.part(1)), None) if step else None
    )
    if found is None or step is None or paper is None or found.part(2) not in ("0", "1"):
        return [stale(desk)]
    was_done = found.standing.done(step)
    item = paper_item(step.id, paper.id)
    if found.part(2) == "1":
        await desk.work.tick(found.plan, found.member, item, f"{step.title}: {paper.title}")
        said = say(texts.guide.TICKED, title=paper.title)
    else:
        await desk.work.untick(found.plan, item)
        said = say(texts.guide.UNTICKED, title=paper.title)
    now = await spot(found.plan, found.member, desk)
    if now.standing.done(step) and not was_done:
        said += say(texts.guide.ALL_PAPERS, title=step.title)
    await desk.plans.enter(found.plan, found.member, step.id)
    return [after(now, step, said, desk)]


async def done(value: str, desk: Desk) -> list[Reply]:
    """Tick a step as a whole, or take that back."""
    found = await find(value, desk)
    step = desk.house.guide.step(found.part(0)) if found else None
    if found is None or step is None or found.part(1) not in ("0", "1"):
        return [stale(desk)]
    if found.part(1) == "1":
        await desk.work.tick(found.plan, found.member, step.id, step.title)
        said = say(texts.guide.STEP_TICKED, title=step.title)
    else:
        await desk.work.untick(found.plan, step.id)
        said = say(texts.guide.STEP_UNTICKED, title=step.title)
    await desk.plans.enter(found.plan, found.member, step.id)
    return [after(await spot(found.plan, found.member, desk), step, said, desk)]


async def entry(value: str, desk: Desk) -> list[Reply]:
    """Show an answer that belongs to a step."""
    found = await find(value, desk)
    step = desk.house.guide.step(found.part(0)) if found else None
    number = found.part(1) if found else ""
    if found is None or step is None or number not in map(str, range(len(step.entries))):
        return [stale(desk)]
    await desk.plans.enter(found.plan, found.member, step.id)
    return await browse.entry(step.entries[int(number)], desk)


async def help_(value: str, desk: Desk) -> list[Reply]:
    """Ask the advisors about a step at one press; they see where the house stands."""
    found = await find(value, desk)
    if found is None:
        return [stale(desk)]
    step = desk.house.guide.step(found.part(0))
    if step:
        await desk.plans.enter(found.plan, found.member, step.id)
    else:
        await desk.plans.look(found.member)
    title = step.title if step else found.plan.name
    return await escalate.open_with(
        say(texts.guide.QUESTION_TO_ADVISORS, title=title).unescape(), desk
    )
