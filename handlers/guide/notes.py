"""Notes on a step: written, read and erased by those who work on the plan."""

from markupsafe import Markup

from guide.step import Step
from handlers import texts
from handlers.asking.ask import stale
from handlers.desk import Desk
from handlers.guide.way_view import WRITING
from handlers.messages import Button, Reply
from handlers.reading.numbers import parse_count
from handlers.rich import one_line
from handlers.texts import say
from handlers.where.spot import Row, Spot, called, cancel_row, day_of, find, spot
from people.conversation import Conversation

SHOWN = 10  # notes on one screen
LONGEST = 600  # characters of a note
LABEL = 24


async def notes(value: str, desk: Desk) -> list[Reply]:
    """List the notes of a step."""
    found, step = await _at(value, desk)
    return [await _list(found, step, desk, Markup())] if found and step else [stale(desk)]


async def write(value: str, desk: Desk) -> list[Reply]:
    """Ask for a note."""
    found, step = await _at(value, desk)
    if found is None or step is None:
        return [stale(desk)]
    await desk.talks.await_(desk.talker, "plan_note", WRITING, plan=found.plan.id, step=step.id)
    here = f"{found.id}.{step.id}"
    rows = (cancel_row(found, Button("Zurück", "plan_notes", here)),)
    return [Reply(desk.here, say(texts.guide.ASK_NOTE, title=step.title), rows)]


async def take_note(text: str, talk: Conversation, desk: Desk) -> list[Reply] | None:
    """Take the note."""
    found, step = await _at(f"{talk.details['plan']}.{talk.details['step']}", desk)
    if found is None or step is None:
        return None
    await desk.work.note(found.plan, step.id, found.member, text[:LONGEST])
    await desk.talks.end(desk.talker)
    noted = say(texts.guide.NOTED, title=step.title) + "\n\n"
    return [await _list(found, step, desk, noted)]


async def drop(value: str, desk: Desk) -> list[Reply]:
    """Erase a note."""
    found, step = await _at(value, desk)
    dropped = None
    if found and step:
        dropped = await desk.work.drop_note(found.plan, parse_count(found.part(1)))
    if found is None or step is None or dropped is None:
        return [stale(desk)]
    now = await spot(found.plan, found.member, desk)
    return [await _list(now, step, desk, say(texts.guide.NOTE_DROPPED) + "\n\n")]


async def _at(value: str, desk: Desk) -> tuple[Spot | None, Step | None]:
    found = await find(value, desk)
    return found, desk.house.guide.step(found.part(0)) if found else None


async def _list(found: Spot, step: Step, desk: Desk, before: Markup) -> Reply:
    await desk.plans.look(found.member)
    shown = (await desk.work.notes(found.plan, step.id))[-SHOWN:]
    lines = Markup("\n").join(
        say(texts.guide.NOTE_LINE, text=note.text, who=called(member),
            when=day_of(note.at))
        for note, member in shown
    )  # fmt: skip
    here = f"{found.id}.{step.id}"
    rows: list[Row] = [(Button("Notiz schreiben", "plan_write", here),)]
    rows += [
        (Button(f"Löschen: {one_line(note.text, LABEL)}", "plan_drop", f"{here}.{note.id}"),)
        for note, member in shown
        if member
    ]
    rows.append(cancel_row(found, Button("Zurück", "plan_step", here)))
    text = say(texts.guide.NOTES_OF, title=step.title, lines=lines or texts.guide.NO_NOTES)
    return Reply(desk.here, before + text, tuple(rows))
