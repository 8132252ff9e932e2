"""Where houses are on the way and where they stop: numbers by step, no names."""

from collections import Counter
from datetime import datetime, timedelta

from guide.step import Guide
from guide.store import PlanStore
from guide.way import is_done, way
from guide.work import WorkStore

RESTS = timedelta(days=30)  # untouched for so long, a plan counts as resting


async def report(plans: PlanStore, work: WorkStore, guide: Guide, now: datetime) -> list[str]:
    """Count by step: who came here, who stopped here, who is here now, whose plan rests here."""
    here: Counter[str] = Counter()
    resting: Counter[str] = Counter()
    through = unanswered = excluded = 0
    every = await plans.all_plans()
    for plan in every:
        found = way(guide, plan.answers)
        ticked = set(await work.ticks(plan))
        step = next((step for step in found.steps if not is_done(step, ticked)), None)
        excluded += found.ending is not None
        unanswered += found.question is not None
        if found.ending or found.question:
            continue
        if step is None:
            through += 1
            continue
        here[step.id] += 1
        resting[step.id] += plan.moved_at < now - RESTS
    counts = await plans.counts()
    summed = (
        f"Fahrpläne: {len(every)}, davon {unanswered} mit offenen Fragen, "
        f"{excluded} ohne Antragsrecht, {through} fertig"
    )
    lines = [
        summed,
        "",
        f"{'Schritt':<36}{'erreicht':>9}{'beendet':>9}{'jetzt':>7}{'ruht':>6}",
    ]
    gone = [key for key in counts if guide.step(key) is None]
    for key in [*(step.id for step in guide.steps), *gone]:
        named = guide.step(key)
        count = counts.get(key)
        reached, stopped = (count.reached, count.stopped) if count else (0, 0)
        title = named.title[:35] if named else f"({key}, entfallen)"
        lines.append(f"{title:<36}{reached:>9}{stopped:>9}{here[key]:>7}{resting[key]:>6}")
    return [
        *lines,
        "",
        "erreicht: so viele Fahrpläne kamen dorthin; beendet: so oft wurde dort unterbrochen;",
        "jetzt: so viele stehen dort; ruht: davon seit 30 Tagen unberührt",
    ]
