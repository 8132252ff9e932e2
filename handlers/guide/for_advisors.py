"""The advisors' view: houses that agreed, where they are, and a remark on a step."""

import re

from markupsafe import Markup

from almanac.german import short_date
from guide.plan import Plan
from guide.standing import Standing
from guide.step import HOUSE, Step
from handlers import texts
from handlers.desk import Desk
from handlers.guide.way_view import WRITING
from handlers.messages import Address, Button, Reply
from handlers.reading.numbers import parse_count
from handlers.refusals import Refused
from handlers.texts import say
from handlers.where.spot import Row, cancel_row, day_of, find, stand, summary
from people.conversation import Conversation
from people.person import Role

SHOWN, WITH_BUTTON = 30, 8  # plans in one list
REMARK = re.compile(r"#?(\d{1,18})\s+(\S.*)", re.DOTALL | re.ASCII)


async def consent(value: str, desk: Desk) -> list[Reply]:
    """Let the advisors look, or no longer; only who is responsible decides."""
    spot = await find(value, desk)
    if spot.part(0) not in ("", "0", "1"):
        raise desk.stale()
    if spot.part(0) and not spot.is_owner:
        return [Reply(desk.here, say(texts.guide.ONLY_OWNER), (cancel_row(spot),))]
    if spot.part(0):
        spot.plan.consented_at = desk.now if spot.part(0) == "1" else None
    agreed = spot.plan.consented_at is not None
    now = say(texts.guide.CONSENT_ON if agreed else texts.guide.CONSENT_OFF)
    rows: list[Row] = []
    if spot.is_owner:
        label = "Nicht mehr mitsehen lassen" if agreed else "Ja, mitsehen lassen"
        rows.append((Button(label, "plan_consent", f"{spot.id}.{0 if agreed else 1}"),))
    rows.append(cancel_row(spot, Button("Zurück", "plan_more", spot.id)))
    return [Reply(desk.here, say(texts.guide.CONSENT, now=now), tuple(rows))]


async def consented(_: str, desk: Desk) -> list[Reply]:
    """List the plans one may look at, the one moved last first."""
    plans = (await desk.plans.consented())[:SHOWN]
    if not plans:
        return [desk.hint(say(texts.guide.NONE_CONSENTED))]
    lines = [_line(plan, await stand(plan, desk)) for plan in plans]
    rows = tuple(
        (Button(f"{plan.id} · {plan.name}", "plan_look", str(plan.id)),)
        for plan in plans[:WITH_BUTTON]
    )
    return [Reply(desk.here, say(texts.guide.CONSENTED, lines=Markup("\n").join(lines)), rows)]


async def look(value: str, desk: Desk) -> list[Reply]:
    """Show one plan as the advisors see it: no notes, no names."""
    plan = await _plan(value, desk)
    standing = await stand(plan, desk)
    here = standing.next
    text = say(
        texts.guide.LOOK,
        id=plan.id,
        name=plan.name,
        said=summary(standing),
        deadline=short_date(standing.deadline),
        year=standing.target,
        done=standing.count_done(),
        all=len(standing.way.steps),
        when=day_of(plan.moved_at),
        lines=Markup("\n").join(_step(step, standing) for step in standing.way.steps),
    )
    rows: list[Row] = []
    if here:
        rows.append((Button(f"Bemerkung: {here.title}", "plan_remark", f"{plan.id}.{here.id}"),))
    rows.append((Button("Bemerkung zu anderem Schritt", "plan_which", str(plan.id)),))
    return [Reply(desk.here, text, tuple(rows))]


async def which(value: str, desk: Desk) -> list[Reply]:
    """Let an advisor choose the step of a remark."""
    plan = await _plan(value, desk)
    steps = (await stand(plan, desk)).way.steps
    rows: list[Row] = [
        (Button(step.title, "plan_remark", f"{plan.id}.{step.id}"),) for step in steps
    ]
    rows.append((Button("Zurück", "plan_look", str(plan.id)),))
    text = say(texts.guide.WHICH_STEP, id=plan.id, name=plan.name)
    return [Reply(desk.here, text, tuple(rows))]


async def ask_remark(value: str, desk: Desk) -> list[Reply]:
    """Ask an advisor for the remark."""
    number, _, key = value.partition(".")
    plan, step = await _plan(number, desk), desk.house.guide.step(key)
    if step is None:
        raise _unknown(desk)
    await desk.talks.await_(desk.talker, "plan_remark", WRITING, plan=plan.id, step=step.id)
    text = say(texts.guide.ASK_REMARK, title=step.title, id=plan.id, name=plan.name)
    rows = ((Button("Zurück", "plan_look", str(plan.id)),),)
    return [Reply(desk.here, text, rows)]


async def take_remark(text: str, talk: Conversation, desk: Desk) -> list[Reply] | None:
    """Take the remark to the house."""
    await desk.talks.end(desk.talker)
    plan = await _plan(str(talk.details["plan"]), desk)
    step = desk.house.guide.step(talk.details["step"])
    if step is None:
        raise _unknown(desk)
    return await _send(plan, step, text, desk)


async def remark(rest: str, desk: Desk) -> list[Reply]:
    """Leave a remark by command, on the step where the house is."""
    read = REMARK.fullmatch(rest)
    if read is None:
        return [Reply(desk.here, say(texts.guide.HOW_TO_REMARK))]
    plan = await _plan(read[1], desk)
    standing = await stand(plan, desk)
    if not standing.way.steps:
        raise _unknown(desk)
    return await _send(plan, standing.next or standing.way.steps[-1], read[2], desk)


async def _send(plan: Plan, step: Step, text: str, desk: Desk) -> list[Reply]:
    await desk.work.note(plan, step.id, None, text)
    here = f"{plan.id}.{step.id}"
    rows = (
        (Button("Rückfrage an die Beratung", "plan_help", here),),
        (Button("Zum Schritt", "plan_step", here),),
    )
    shown = say(texts.guide.REMARK, name=plan.name, title=step.title, text=text)
    return [
        *(
            Reply(Address.parse(member.address), shown, rows)
            for member in await desk.plans.members(plan)
        ),
        Reply(desk.here, say(texts.guide.REMARKED, title=step.title)),
    ]


async def _plan(value: str, desk: Desk) -> Plan:
    """Return a plan whose house agreed, whoever works on it; refuse any other."""
    kept = await desk.plans.consented(parse_count(value)) if desk.may(Role.ADVISOR) else []
    if not kept:
        raise _unknown(desk)
    return kept[0]


def _unknown(desk: Desk) -> Refused:
    return desk.refusal(say(texts.guide.UNKNOWN_PLAN))


def _line(plan: Plan, standing: Standing) -> Markup:
    question = standing.guide.question(HOUSE)
    here = standing.next
    return say(
        texts.guide.CONSENTED_LINE,
        id=plan.id,
        name=plan.name,
        house=standing.said(question) if question else "",
        step=here.title if here else texts.guide.FINISHED,
        when=day_of(plan.moved_at),
    )


def _step(step: Step, standing: Standing) -> Markup:
    if standing.done(step):
        return say(texts.guide.LINE_DONE, title=step.title)
    papers = standing.papers(step)
    ticked = sum(done is not None for _, _, done in papers)
    counted = say(texts.guide.LINE_PAPERS, done=ticked, all=len(papers)) if papers else ""
    template = texts.guide.LINE_HERE if step == standing.next else texts.guide.LINE_OPEN
    return say(template, title=step.title, papers=counted)
