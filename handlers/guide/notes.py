"""Notes on a step: written, read and erased by those who work on the plan."""

from markupsafe import Markup

from guide.step import Step
from handlers import texts
from handlers.desk import Desk
from handlers.guide.way_view import WRITING
from handlers.messages import Button, Reply
from handlers.reading.numbers import parse_count
from handlers.rich import one_line
from handlers.texts import say
from handlers.where.spot import Row, Spot, called, cancel_row, day_of, find_step, look_for, spot_of
from people.conversation import Conversation

SHOWN = 10  # notes on one screen
LONGEST = 600  # characters of a note
LABEL = 24


async def notes(value: str, desk: Desk) -> list[Reply]:
    """List the notes of a step."""
    spot, step = await find_step(value, desk)
    return [await _list(spot, step, desk, Markup())]


async def write(value: str, desk: Desk) -> list[Reply]:
    """Ask for a note."""
    spot, step = await find_step(value, desk)
    await desk.talks.await_(desk.talker, "plan_note", WRITING, plan=spot.plan.id, step=step.id)
    here = f"{spot.id}.{step.id}"
    rows = (cancel_row(spot, Button("Zurück", "plan_notes", here)),)
    return [Reply(desk.here, say(texts.guide.ASK_NOTE, title=step.title), rows)]


async def take_note(text: str, talk: Conversation, desk: Desk) -> list[Reply] | None:
    """Take the note."""
    spot = await look_for(str(talk.details["plan"]), desk)
    step = desk.house.guide.step(talk.details["step"])
    if spot is None or step is None:
        return None
    await desk.work.note(spot.plan, step.id, spot.member, text[:LONGEST])
    await desk.talks.end(desk.talker)
    noted = say(texts.guide.NOTED, title=step.title) + "\n\n"
    return [await _list(spot, step, desk, noted)]


async def drop(value: str, desk: Desk) -> list[Reply]:
    """Erase a note."""
    spot, step = await find_step(value, desk)
    if await desk.work.drop_note(spot.plan, parse_count(spot.part(1))) is None:
        raise desk.stale()
    now = await spot_of(spot.plan, spot.member, desk)
    return [await _list(now, step, desk, say(texts.guide.NOTE_DROPPED) + "\n\n")]


async def _list(spot: Spot, step: Step, desk: Desk, before: Markup) -> Reply:
    await desk.plans.look(spot.member)
    shown = (await desk.work.notes(spot.plan, step.id))[-SHOWN:]
    lines = Markup("\n").join(
        say(texts.guide.NOTE_LINE, text=note.text, who=called(member),
            when=day_of(note.at))
        for note, member in shown
    )  # fmt: skip
    here = f"{spot.id}.{step.id}"
    rows: list[Row] = [(Button("Notiz schreiben", "plan_write", here),)]
    rows += [
        (Button(f"Löschen: {one_line(note.text, LABEL)}", "plan_drop", f"{here}.{note.id}"),)
        for note, member in shown
        if member
    ]
    rows.append(cancel_row(spot, Button("Zurück", "plan_step", here)))
    text = say(texts.guide.NOTES_OF, title=step.title, lines=lines or texts.guide.NO_NOTES)
    return Reply(desk.here, before + text, tuple(rows))
