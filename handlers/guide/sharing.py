"""Working on one plan together: a short code, who is there, going, and handing over."""

from markupsafe import Markup

from guide.plan import Member, Plan
from handlers import texts
from handlers.desk import Desk
from handlers.guide import answers as guide_answers
from handlers.guide.way_view import WRITING
from handlers.messages import Address, Button, Reply
from handlers.reading.numbers import parse_count
from handlers.texts import say
from handlers.where.spot import Row, Spot, cancel_row, day_of, find, look_for, spot_of
from people.conversation import Conversation

SHOWN = 20  # colleagues with buttons
LABEL = 20  # characters by which colleagues know one another


async def team(value: str, desk: Desk) -> list[Reply]:
    """Show who works on a plan, and how to join."""
    return [await _team(await find(value, desk), desk)]


async def share(value: str, desk: Desk) -> list[Reply]:
    """Make a new code; the old one stops working."""
    spot = await find(value, desk)
    if not spot.is_owner:
        return [_only_owner(spot, desk)]
    await desk.plans.share(spot.plan)
    return [await _team(spot, desk)]


async def ask_code(_: str, desk: Desk) -> list[Reply]:
    """Ask for a code."""
    await desk.talks.await_(desk.talker, "plan_code", WRITING)
    rows = ((Button("Zurück", "plans"), Button("Abbrechen", "plan_quit")),)
    return [Reply(desk.here, say(texts.guide.ASK_CODE), rows)]


async def take_code(text: str, _: Conversation, desk: Desk) -> list[Reply] | None:
    """Take the code; a whole sentence is something else."""
    return await join(text, desk) if len(text) <= LABEL else None


async def join(code: str, desk: Desk) -> list[Reply]:
    """Join a plan with its code, and tell who is there already."""
    joined = await desk.plans.join(code, desk.asker)
    if joined is None:
        rows = ((Button("Meine Fahrpläne", "plans"), Button("Abbrechen", "plan_quit")),)
        return [Reply(desk.here, say(texts.guide.WRONG_CODE), rows)]
    await desk.talks.end(desk.talker)
    plan, member, fresh = joined
    spot = await spot_of(plan, member, desk)
    if not fresh:
        already = say(texts.guide.ALREADY_IN, name=plan.name)
        return await guide_answers.go_on(spot, desk, already)
    asking = await _ask_label(spot, desk)
    joined_text = say(texts.guide.JOINED, name=plan.name, ask=asking.text)
    news = say(texts.guide.SOMEBODY_JOINED, label=member.label, name=plan.name)
    return [
        Reply(desk.here, joined_text, asking.buttons),
        *await _tell_others(plan, member, news, desk),
    ]


async def name_me(value: str, desk: Desk) -> list[Reply]:
    """Ask how the others should see this person."""
    return [await _ask_label(await find(value, desk), desk)]


async def take_label(text: str, talk: Conversation, desk: Desk) -> list[Reply] | None:
    """Take the name."""
    spot = await look_for(str(talk.details["plan"]), desk)
    if spot is None:
        return None
    spot.member.label = " ".join(text.split())[:LABEL]
    await desk.talks.end(desk.talker)
    labelled = say(texts.guide.LABELLED, label=spot.member.label)
    return await guide_answers.go_on(await spot_of(spot.plan, spot.member, desk), desk, labelled)


async def remove(value: str, desk: Desk) -> list[Reply]:
    """Take somebody off a plan: the responsible person others, everybody oneself."""
    spot = await find(value, desk)
    whom = await _other(spot, desk)
    oneself = whom.id == spot.member.id
    if not oneself and not spot.is_owner:
        return [_only_owner(spot, desk)]
    if oneself and spot.is_owner:
        return [Reply(desk.here, say(texts.guide.HAND_OVER_FIRST), (_back(spot),))]
    if spot.part(1) != "ja":
        template = texts.guide.REALLY_LEAVE if oneself else texts.guide.REALLY_REMOVE
        return [_really(spot, "plan_remove", whom, template, desk)]
    if oneself and spot.member.step:
        await desk.plans.stop(spot.member.step)
    await desk.plans.leave(spot.plan, whom)
    news = say(texts.guide.SOMEBODY_LEFT, label=whom.label, name=spot.plan.name)
    removed = say(texts.guide.REMOVED, name=spot.plan.name)
    here = [Reply(desk.here, removed)] if oneself else [
        Reply(desk.here, news, (_back(spot),)), Reply(Address.parse(whom.address), removed)
    ]  # fmt: skip
    return [*here, *await _tell_others(spot.plan, spot.member, news, desk)]


async def hand_over(value: str, desk: Desk) -> list[Reply]:
    """Make a colleague responsible."""
    spot = await find(value, desk)
    whom = await _other(spot, desk)
    if not spot.is_owner:
        return [_only_owner(spot, desk)]
    if spot.part(1) != "ja":
        return [_really(spot, "plan_hand", whom, texts.guide.REALLY_HAND_OVER, desk)]
    spot.plan.owner = whom.address
    text = say(texts.guide.HANDED_OVER, label=whom.label, name=spot.plan.name)
    theirs = say(texts.guide.NOW_YOURS, name=spot.plan.name)
    open_it = ((Button("Zum Fahrplan", "plan", spot.id),),)
    return [
        Reply(desk.here, text, (_back(spot),)),
        Reply(Address.parse(whom.address), theirs, open_it),
    ]


async def _team(spot: Spot, desk: Desk) -> Reply:
    await desk.plans.look(spot.member)
    plan, members = spot.plan, await desk.plans.members(spot.plan)
    lines = Markup("\n").join(
        say(
            texts.guide.MEMBER,
            label=member.label,
            you=texts.guide.YOU if member.id == spot.member.id else "",
            owner=texts.guide.OWNER if member.address == plan.owner else "",
            since=day_of(member.joined_at),
        )
        for member in members
    )
    code = say(texts.guide.NO_CODE)
    if plan.code and plan.code_until and plan.code_until > desk.now:
        shown = f"{plan.code[:4]}-{plan.code[4:]}"
        code = say(texts.guide.CODE, code=shown, until=day_of(plan.code_until))
    text = say(texts.guide.TEAM, name=plan.name, lines=lines, code=code)
    return Reply(desk.here, text, tuple(_team_rows(spot, members)))


def _team_rows(spot: Spot, members: list[Member]) -> list[Row]:
    me = Button("Mein Name hier", "plan_me", spot.id)
    rows: list[Row] = []
    if spot.is_owner:
        label = "Neuer Code" if spot.plan.code else "Code erzeugen"
        rows.append((Button(label, "plan_share", spot.id), me))
        rows += [
            (
                Button(f"An {member.label} übergeben", "plan_hand", f"{spot.id}.{member.id}"),
                Button(f"{member.label} entfernen", "plan_remove", f"{spot.id}.{member.id}"),
            )
            for member in members[:SHOWN]
            if member.id != spot.member.id
        ]
    else:
        leave = Button("Nicht mehr mitmachen", "plan_remove", f"{spot.id}.{spot.member.id}")
        rows.append((me, leave))
    return [*rows, cancel_row(spot)]


async def _other(spot: Spot, desk: Desk) -> Member:
    wanted = parse_count(spot.part(0))
    for member in await desk.plans.members(spot.plan):
        if member.id == wanted:
            return member
    raise desk.stale()


async def _ask_label(spot: Spot, desk: Desk) -> Reply:
    await desk.talks.await_(desk.talker, "plan_label", WRITING, plan=spot.plan.id)
    rows = ((Button("Ohne Namen", "plan", spot.id),), _back(spot))
    return Reply(desk.here, say(texts.guide.ASK_LABEL, label=spot.member.label), rows)


async def _tell_others(plan: Plan, but: Member, news: Markup, desk: Desk) -> list[Reply]:
    others = [m for m in await desk.plans.members(plan) if m.id != but.id]
    return [Reply(Address.parse(member.address), news) for member in others]


def _really(spot: Spot, action: str, whom: Member, template: str, desk: Desk) -> Reply:
    text = say(template, label=whom.label, name=spot.plan.name)
    rows = ((Button("Ja", action, f"{spot.id}.{whom.id}.ja"),), _back(spot))
    return Reply(desk.here, text, rows)


def _back(spot: Spot) -> Row:
    return cancel_row(spot, Button("Zurück", "plan_team", spot.id))


def _only_owner(spot: Spot, desk: Desk) -> Reply:
    return Reply(desk.here, say(texts.guide.ONLY_OWNER), (_back(spot),))
