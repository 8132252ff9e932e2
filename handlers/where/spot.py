"""Where somebody is in the Fahrplan: read from a button, and only for who works on that plan."""

from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from almanac.berlin import berlin_day
from almanac.german import german_as_of, short_date
from guide.plan import Member, Plan
from guide.standing import Done, Standing
from guide.step import Step
from handlers import texts
from handlers.desk import Desk
from handlers.messages import Button, Press
from handlers.reading.numbers import parse_count
from handlers.texts import say

Row = tuple[Button, ...]
FIELDS = 4  # of a button's value: the plan, a step or partner, a paper or stage, on or off


@dataclass(frozen=True, slots=True)
class Spot:
    """A plan, who stands before it, how it stands, and what the button named beside it."""

    plan: Plan
    member: Member
    standing: Standing
    parts: tuple[str, ...]

    @property
    def id(self) -> str:
        """Give the plan's number, as buttons carry it."""
        return str(self.plan.id)

    def part(self, number: int) -> str:
        """Give a part of the button's value behind the plan; nothing if it has none."""
        return self.parts[number] if number < len(self.parts) else ""

    @property
    def is_owner(self) -> bool:
        """Tell whether the person is responsible for the plan."""
        return self.plan.owner == self.member.address


async def find(value: str, desk: Desk) -> Spot:
    """Read a button's value `12.konzept.ziele.1`.

    Raises:
        Refused: the plan is not this person's.

    """
    spot = await look_for(value, desk)
    if spot is None:
        raise desk.stale()
    if isinstance(desk.incoming.body, Press):
        await stop_writing(desk)
    return spot


async def find_step(value: str, desk: Desk) -> tuple[Spot, Step]:
    """Read a button's value `12.konzept`, and find the step it names.

    Raises:
        Refused: the plan is not this person's, or has no such step.

    """
    spot = await find(value, desk)
    step = desk.house.guide.step(spot.part(0))
    if step is None:
        raise desk.stale()
    return spot, step


async def look_for(value: str, desk: Desk) -> Spot | None:
    """Read such a value in the middle of something else; None if the plan is not theirs."""
    number, *parts = value.split(".", FIELDS - 1)
    kept = await desk.plans.get(parse_count(number), desk.asker)
    return await spot_of(*kept, desk, tuple(parts)) if kept else None


async def stop_writing(desk: Desk) -> None:
    """Wait for no note, name or addition any more: a press elsewhere has left that.

    What an advisor's answer waits for is no writing of the Fahrplan, and goes on.
    """
    talk = await desk.talks.awaited(desk.talker)
    if talk and (talk.awaits == "adding" or talk.awaits.startswith("plan_")):
        await desk.talks.end(desk.talker)


async def spot_of(plan: Plan, member: Member, desk: Desk, parts: tuple[str, ...] = ()) -> Spot:
    """Put together what a plan's views need."""
    return Spot(plan, member, await stand(plan, desk), parts)


async def stand(plan: Plan, desk: Desk) -> Standing:
    """See how a plan stands today."""
    ticks = await desk.work.ticks(plan)
    return Standing(
        guide=desk.house.guide,
        name=plan.name,
        answers=plan.answers,
        year=plan.year,
        place=plan.place,
        ticks={i: Done(t.title, m.label, t.at) for i, (t, m) in ticks.items()},
        today=desk.today,
    )


def cancel_row(spot: Spot, back: Button | None = None) -> Row:
    """Give the two ways out of everything: one step back, or out of the Fahrplan."""
    return (back or Button("Zurück", "plan", spot.id), Button("Abbrechen", "plan_pause", spot.id))


def days(number: int) -> str:
    """Say a number of days."""
    return "1 Tag" if number == 1 else f"{number} Tage"


def day_of(moment: datetime) -> str:
    """Say on which day, in Berlin, something was."""
    return short_date(berlin_day(moment))


def when(done: Done) -> str:
    """Say when something was ticked."""
    return day_of(done.at)


def called(member: Member | None) -> str:
    """Say who wrote something; the advisors are one voice."""
    return member.label if member else texts.guide.ADVISORS


def sources(keys: tuple[str, ...], desk: Desk) -> Markup:
    """Name sources with their dates; what the corpus does not know is left out."""
    known = desk.house.lookup.corpus.sources
    return Markup("\n").join(
        say(
            texts.asking.SOURCE_LINK if source.url else texts.asking.SOURCE,
            url=source.url, title=source.title, as_of=german_as_of(source.as_of),
        )
        for key in keys
        if (source := known.get(key))
    )  # fmt: skip


def summary(standing: Standing) -> str:
    """Say in one line what a house has answered; a church run by a church is said once."""
    said = [standing.said(question) for question in standing.guide.questions]
    return " · ".join(dict.fromkeys(text for text in (*said, standing.place) if text))
