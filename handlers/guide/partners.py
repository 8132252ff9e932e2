"""The partner finder: whom to win, what they can bring, a first letter, and how far one is."""

from markupsafe import Markup

from almanac.german import german_date
from guide.step import PLACE, Partner
from guide.way import STAGES, partner_item
from handlers import texts
from handlers.asking.ask import stale
from handlers.desk import Desk
from handlers.guide.way_view import WRITING
from handlers.messages import Button, Reply
from handlers.texts import say
from handlers.where.spot import Row, Spot, cancel_row, find, sources, spot, when
from people.conversation import Conversation

TOWN = 60  # characters of a place's name


async def partners(value: str, desk: Desk) -> list[Reply]:
    """Show whom this house can win."""
    found = await find(value, desk)
    return await show(found, desk) if found else [stale(desk)]


async def show(found: Spot, desk: Desk, before: Markup | None = None) -> list[Reply]:
    """List the partners that fit, with how far one is with each."""
    await desk.plans.look(found.member)
    begun = [line for partner in found.standing.partners if (line := _line(partner, found))]
    lines = Markup("\n").join(begun) or say(texts.guide.NO_PARTNERS)
    place = f" in {found.plan.place}" if found.plan.place else ""
    rows: list[Row] = [
        (Button(partner.title, "plan_partner", f"{found.id}.{partner.id}"),)
        for partner in found.standing.partners
    ]
    question = desk.house.guide.question(PLACE)
    here = [Button("Ort nennen", "plan_place", found.id)]
    if question:
        here.append(Button("Stadt oder Land", "plan_ask", f"{found.id}.{PLACE}"))
    rows += [tuple(here), cancel_row(found)]
    text = say(texts.guide.PARTNERS, place=place, lines=lines)
    return [Reply(desk.here, (before or Markup()) + text, tuple(rows))]


async def partner(value: str, desk: Desk) -> list[Reply]:
    """Show one partner."""
    found, wanted = await _at(value, desk)
    return [_view(found, wanted, desk, Markup())] if found and wanted else [stale(desk)]


async def won(value: str, desk: Desk) -> list[Reply]:
    """Tick how far one is with a partner, or take it back."""
    found, wanted = await _at(value, desk)
    stage = found.part(1) if found else ""
    if found is None or wanted is None or stage not in STAGES or found.part(2) not in ("0", "1"):
        return [stale(desk)]
    item = partner_item(wanted.id, stage)
    if found.part(2) == "1":
        title = f"{wanted.title}: {STAGES[stage]}"
        await desk.work.tick(found.plan, found.member, item, title)
        said = say(texts.guide.TICKED, title=STAGES[stage])
    else:
        await desk.work.untick(found.plan, item)
        said = say(texts.guide.UNTICKED, title=STAGES[stage])
    return [_view(await spot(found.plan, found.member, desk), wanted, desk, said)]


async def letter(value: str, desk: Desk) -> list[Reply]:
    """Show a first letter, as a text to copy and adapt."""
    found, wanted = await _at(value, desk)
    template = desk.house.guide.letter(wanted.letter) if wanted else None
    if found is None or wanted is None or template is None:
        return [stale(desk)]
    values = {
        "{haus}": found.standing.called(),
        "{ort}": found.plan.place or texts.guide.NO_PLACE,
        "{partner}": wanted.title,
        "{frist}": german_date(found.standing.deadline),
    }
    text = template.text
    for name, words in values.items():
        text = text.replace(name, words)
    here = f"{found.id}.{wanted.id}"
    rows: list[Row] = [] if found.plan.place else [(Button("Ort nennen", "plan_place", found.id),)]
    rows.append(cancel_row(found, Button("Zurück", "plan_partner", here)))
    return [Reply(desk.here, say(texts.guide.LETTER, letter=text), tuple(rows))]


async def place(value: str, desk: Desk) -> list[Reply]:
    """Ask for the town."""
    found = await find(value, desk)
    if found is None:
        return [stale(desk)]
    await desk.talks.await_(desk.talker, "plan_place", WRITING, plan=found.plan.id)
    rows = (cancel_row(found, Button("Zurück", "plan_partners", found.id)),)
    return [Reply(desk.here, say(texts.guide.ASK_PLACE), rows)]


async def take_place(text: str, talk: Conversation, desk: Desk) -> list[Reply] | None:
    """Take the town."""
    found = await find(str(talk.details["plan"]), desk)
    if found is None:
        return None
    await desk.talks.end(desk.talker)
    found.plan.place = " ".join(text.split())[:TOWN]
    before = say(texts.guide.PLACE_SET, place=found.plan.place) + "\n"
    return await show(await spot(found.plan, found.member, desk), desk, before)


async def _at(value: str, desk: Desk) -> tuple[Spot | None, Partner | None]:
    found = await find(value, desk)
    return found, desk.house.guide.partner(found.part(0)) if found else None


def _line(partner: Partner, found: Spot) -> Markup:
    reached = [STAGES[stage] for stage, done in found.standing.stages(partner).items() if done]
    if not reached:
        return Markup()
    return say(texts.guide.PARTNER_LINE, title=partner.title, stage=", ".join(reached))


def _view(found: Spot, partner: Partner, desk: Desk, before: Markup) -> Reply:
    stages = found.standing.stages(partner)
    lines = Markup("\n").join(
        say(texts.guide.STAGE_DONE, stage=STAGES[key], who=done.who, when=when(done))
        for key, done in stages.items()
        if done
    )
    here = f"{found.id}.{partner.id}"
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
    rows.append(cancel_row(found, Button("Zurück", "plan_partners", found.id)))
    named = sources(partner.sources, desk)
    text = say(
        texts.guide.PARTNER,
        title=partner.title,
        brings=partner.brings,
        stages=lines or texts.guide.NOT_BEGUN,
        sources=say("\n\n<i>{named}</i>", named=named) if named else "",
    )
    return Reply(desk.here, before + text, tuple(rows))
