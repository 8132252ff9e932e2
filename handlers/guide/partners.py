"""The partner finder: whom to win, what they can bring, a first letter, and how far one is."""

from markupsafe import Markup

from almanac.german import german_date
from guide.step import PLACE, Partner
from guide.way import STAGES, partner_item
from handlers import texts
from handlers.desk import Desk
from handlers.guide.way_view import WRITING
from handlers.messages import Button, Reply
from handlers.texts import say
from handlers.where.spot import Row, Spot, cancel_row, find, look_for, sources, spot_of, when
from people.conversation import Conversation

TOWN = 60  # characters of a place's name


async def partners(value: str, desk: Desk) -> list[Reply]:
    """Show whom this house can win."""
    return await show(await find(value, desk), desk)


async def show(spot: Spot, desk: Desk, before: Markup | None = None) -> list[Reply]:
    """List the partners that fit, with how far one is with each."""
    await desk.plans.look(spot.member)
    begun = [line for partner in spot.standing.partners if (line := _line(partner, spot))]
    lines = Markup("\n").join(begun) or say(texts.guide.NO_PARTNERS)
    place = f" in {spot.plan.place}" if spot.plan.place else ""
    rows: list[Row] = [
        (Button(partner.title, "plan_partner", f"{spot.id}.{partner.id}"),)
        for partner in spot.standing.partners
    ]
    question = desk.house.guide.question(PLACE)
    here = [Button("Ort nennen", "plan_place", spot.id)]
    if question:
        here.append(Button("Stadt oder Land", "plan_ask", f"{spot.id}.{PLACE}"))
    rows += [tuple(here), cancel_row(spot)]
    text = say(texts.guide.PARTNERS, place=place, lines=lines)
    return [Reply(desk.here, (before or Markup()) + text, tuple(rows))]


async def partner(value: str, desk: Desk) -> list[Reply]:
    """Show one partner."""
    return [_view(*await _at(value, desk), desk, Markup())]


async def won(value: str, desk: Desk) -> list[Reply]:
    """Tick how far one is with a partner, or take it back."""
    spot, wanted = await _at(value, desk)
    stage = spot.part(1)
    if stage not in STAGES or spot.part(2) not in ("0", "1"):
        raise desk.stale()
    item = partner_item(wanted.id, stage)
    if spot.part(2) == "1":
        title = f"{wanted.title}: {STAGES[stage]}"
        await desk.work.tick(spot.plan, spot.member, item, title)
        said = say(texts.guide.TICKED, title=STAGES[stage])
    else:
        await desk.work.untick(spot.plan, item)
        said = say(texts.guide.UNTICKED, title=STAGES[stage])
    return [_view(await spot_of(spot.plan, spot.member, desk), wanted, desk, said)]


async def letter(value: str, desk: Desk) -> list[Reply]:
    """Show a first letter, as a text to copy and adapt."""
    spot, wanted = await _at(value, desk)
    template = desk.house.guide.letter(wanted.letter)
    if template is None:
        raise desk.stale()
    values = {
        "{haus}": spot.standing.called(),
        "{ort}": spot.plan.place or texts.guide.NO_PLACE,
        "{partner}": wanted.title,
        "{frist}": german_date(spot.standing.deadline),
    }
    text = template.text
    for name, words in values.items():
        text = text.replace(name, words)
    here = f"{spot.id}.{wanted.id}"
    rows: list[Row] = [] if spot.plan.place else [(Button("Ort nennen", "plan_place", spot.id),)]
    rows.append(cancel_row(spot, Button("Zurück", "plan_partner", here)))
    return [Reply(desk.here, say(texts.guide.LETTER, letter=text), tuple(rows))]


async def place(value: str, desk: Desk) -> list[Reply]:
    """Ask for the town."""
    spot = await find(value, desk)
    await desk.talks.await_(desk.talker, "plan_place", WRITING, plan=spot.plan.id)
    rows = (cancel_row(spot, Button("Zurück", "plan_partners", spot.id)),)
    return [Reply(desk.here, say(texts.guide.ASK_PLACE), rows)]


async def take_place(text: str, talk: Conversation, desk: Desk) -> list[Reply] | None:
    """Take the town."""
    spot = await look_for(str(talk.details["plan"]), desk)
    if spot is None:
        return None
    await desk.talks.end(desk.talker)
    spot.plan.place = " ".join(text.split())[:TOWN]
    before = say(texts.guide.PLACE_SET, place=spot.plan.place) + "\n"
    return await show(await spot_of(spot.plan, spot.member, desk), desk, before)


async def _at(value: str, desk: Desk) -> tuple[Spot, Partner]:
    spot = await find(value, desk)
    wanted = desk.house.guide.partner(spot.part(0))
    if wanted is None:
        raise desk.stale()
    return spot, wanted


def _line(partner: Partner, spot: Spot) -> Markup:
    reached = [STAGES[stage] for stage, done in spot.standing.stages(partner).items() if done]
    if not reached:
        return Markup()
    return say(texts.guide.PARTNER_LINE, title=partner.title, stage=", ".join(reached))


def _view(spot: Spot, partner: Partner, desk: Desk, before: Markup) -> Reply:
    stages = spot.standing.stages(partner)
    lines = Markup("\n").join(
        say(texts.guide.STAGE_DONE, stage=STAGES[key], who=done.who, when=when(done))
        for key, done in stages.items()
        if done
    )
    here = f"{spot.id}.{partner.id}"
    rows: list[Row] = [
        tuple(
            Button(f"{'☑' if done else '☐'} {STAGES[key]}", "plan_won",
                   f"{here}.{key}.{0 if done else 1}")
            for key, done in stages.items()
        ),
        (Button("Erster Brief", "plan_letter", here),),
    ]  # fmt: skip
    rows += [
        (Button(entry.title, "entry", entry.id),)
        for entry_id in partner.entries
        if (entry := desk.house.lookup.corpus.entries.get(entry_id)) and entry.is_valid(desk.today)
    ]
    rows.append(cancel_row(spot, Button("Zurück", "plan_partners", spot.id)))
    named = sources(partner.sources, desk)
    text = say(
        texts.guide.PARTNER,
        title=partner.title,
        brings=partner.brings,
        stages=lines or texts.guide.NOT_BEGUN,
        sources=say("\n\n<i>{named}</i>", named=named) if named else "",
    )
    return Reply(desk.here, before + text, tuple(rows))
