"""Asking inside a step keeps the step: its answers come first, and a button leads back."""

from dataclasses import replace

from markupsafe import Markup

from faq.german.text import fold
from faq.lookup import Decision, Verdict
from guide.plan import Member, Plan
from guide.step import Step
from handlers import texts
from handlers.desk import Desk
from handlers.doing import Continuation
from handlers.messages import Button, Press, Reply
from handlers.texts import say
from handlers.where.spot import stand, summary
from people.conversation import Conversation

NEAR = 8  # candidates among which an answer of the step is worth offering
# What stands under answers, suggestions and receipts: there a way back belongs.
WORDS = frozenset(["weiter", "zurueck", "pause", "abbrechen", "stopp", "mein weg", "fahrplan"])
UNDER_ANSWERS = frozenset(["helped", "pick", "none", "escalate", "done"])


async def prefer(verdict: Verdict, text: str, desk: Desk) -> Verdict:
    """Offer the answers of the step first, where the bot is not sure anyway.

    A sure answer stays, and where nothing fits nothing is made up: only the order of what is
    offered changes, and an answer of the step that came close is offered too.
    """
    if verdict.decision is not Decision.SUGGEST:
        return verdict
    _, step = await _place(desk)
    if step is None:
        return verdict
    near = [c.entry_id for c in desk.house.lookup.find(text).ranked[:NEAR]]
    close = [
        i
        for i in near
        if i in step.entries and (e := desk.house.lookup.corpus.entries.get(i))
        and e.is_valid(desk.today)
    ]  # fmt: skip
    offered = dict.fromkeys([*close, *verdict.suggestions])
    return replace(verdict, suggestions=tuple(offered)[: desk.house.lookup.MOST])


async def subject(desk: Desk) -> str | None:
    """Give what "and by when?" is about inside a step: the step."""
    _, step = await _place(desk)
    return step.title if step else None


async def with_way_back(replies: list[Reply], desk: Desk) -> list[Reply]:
    """Put a button back to the step, or to the plan, under the last answer."""
    numbers = [n for n, reply in enumerate(replies) if _is_answer(reply, desk)]
    if desk.incoming.group or not numbers:
        return replies
    place, step = await _place(desk)
    if place is None:
        return replies
    plan, _ = place
    back = (
        Button(texts.guide.BACK_TO_STEP, "plan_step", f"{plan.id}.{step.id}")
        if step
        else Button("Zurück zum Fahrplan", "plan", str(plan.id))
    )
    last = numbers[-1]
    answer = replies[last]
    # Who is on the way needs no invitation to it.
    rows = tuple(row for row in answer.buttons if row[0].action != "plan_go")
    replies[last] = replace(answer, buttons=(*rows, (back,)))
    return replies


async def meant(text: str, desk: Desk) -> Press | None:
    """Take a word typed in a step for the button it names."""
    said = fold(text)
    if said not in WORDS or desk.incoming.forwarded:
        return None
    place, step = await _place(desk)
    if place is None:
        return None
    number = str(place[0].id)
    if said in ("pause", "abbrechen", "stopp"):
        return Press("plan_pause", number)
    by = {"weiter": 1, "zurueck": -1}.get(said)
    if step is None or by is None:
        return Press("plan", number)
    beside = (await stand(place[0], desk)).way.beside(step.id, by)
    return Press("plan_step", f"{number}.{beside.id}") if beside else Press("plan", number)


def unless_word(take: Continuation) -> Continuation:
    """Let "abbrechen" typed instead of a note or a name do what its button does."""

    async def taken(text: str, talk: Conversation, desk: Desk) -> list[Reply] | None:
        return None if await meant(text, desk) else await take(text, talk, desk)

    return taken


async def context(desk: Desk) -> Markup:
    """Tell the advisors from where in the Fahrplan a question comes; nothing, if from nowhere."""
    place, step = await _place(desk)
    if place is None:
        return Markup()
    plan, _ = place
    standing = await stand(plan, desk)
    ticked = "; ".join(done.title for done in standing.ticks.values())
    return say(
        texts.guide.CONTEXT,
        name=plan.name,
        step=step.title if step else "–",
        said=summary(standing) or "–",
        ticked=ticked or texts.guide.NOTHING_TICKED,
    )


async def _place(desk: Desk) -> tuple[tuple[Plan, Member] | None, Step | None]:
    if desk.incoming.group or not desk.going_on.inside:
        return None, None
    place = await desk.plans.inside(desk.asker)
    return place, desk.house.guide.step(place[1].step) if place else None


def _is_answer(reply: Reply, desk: Desk) -> bool:
    actions = {button.action for row in reply.buttons for button in row}
    return reply.to == desk.here and bool(actions & UNDER_ANSWERS)
