"""How a step looks in a chat: what and why, papers to tick, notes, and the way on."""

from markupsafe import Markup

from almanac.german import short_date
from guide.plan import Member, Note
from guide.step import HOUSE, Step
from handlers import texts
from handlers.desk import Desk
from handlers.messages import Button, Reply
from handlers.rich import shorten
from handlers.texts import say
from handlers.where.spot import Row, Spot, cancel_row, day_of, sources, when

NOTES = 2  # shown in the step; the rest under „Notizen“
NOTE = 160  # characters of a note in the step


async def view(spot: Spot, step: Step, desk: Desk) -> Reply:
    """Put a step together."""
    way = spot.standing.way
    number = way.position(step.id)
    if number is None:
        reason = next((why for s, why in way.left_out if s == step), "")
        text = say(texts.guide.STEP_ASIDE, title=step.title, reason=reason, what=step.what)
        back = Button("Zurück", "plan_out", spot.id)
        return Reply(desk.here, text, (*papers_rows(spot, step), cancel_row(spot, back)))
    await desk.plans.enter(spot.plan, spot.member, step.id)
    notes = await desk.work.notes(spot.plan, step.id)
    hint = step.hints.get(spot.plan.answers.get(HOUSE, ""))
    done = spot.standing.done(step)
    text = say(
        texts.guide.STEP,
        number=number + 1,
        all=len(way.steps),
        title=step.title,
        state=texts.guide.DONE_MARK if done else "",
        what=step.what,
        hint=say(texts.guide.HINT, hint=hint) if hint else "",
        duration=step.duration,
        due="" if done else _due(spot, step),
        office=desk.house.guide.offices[step.office],
        papers=papers(spot, step),
        notes=note_lines(notes[-NOTES:]),
        why=step.why,
        sources=sources(step.sources, desk),
    )
    return Reply(desk.here, text, (*papers_rows(spot, step), *_rows(spot, step, desk)))


def after(spot: Spot, step: Step, said: Markup, desk: Desk) -> Reply:
    """Say what a tick did, briefly, with what is left to tick and the way on."""
    rest = papers(spot, step)
    text = Markup(said.rstrip()) + rest  # noqa: S704 - put together by `say`
    rows = (*papers_rows(spot, step), *way_rows(spot, step))
    return Reply(desk.here, text, rows)


def note_lines(notes: list[tuple[Note, Member | None]]) -> Markup:
    """Show notes and remarks, the long ones cut."""
    lines = Markup("\n").join(_note(note, member) for note, member in notes)
    return say(texts.guide.NOTES, lines=lines) if lines else lines


def _note(note: Note, member: Member | None) -> Markup:
    text = shorten(note.text, NOTE)
    day = day_of(note.at)
    if member is None:
        return say(texts.guide.REMARK_LINE, text=text, when=day)
    return say(texts.guide.NOTE_LINE, text=text, who=member.label, when=day)


def _due(spot: Spot, step: Step) -> Markup:
    day = spot.standing.due(step)
    if day is None:
        return Markup()
    late = day < spot.standing.today
    return say(texts.guide.STEP_OVERDUE if late else texts.guide.STEP_DUE, day=short_date(day))


def papers(spot: Spot, step: Step) -> Markup:
    """Say what of a step's papers is there, by whom and since when."""
    listed = spot.standing.papers(step)
    if not listed:
        return Markup()
    lines = Markup().join(
        say(texts.guide.PAPER_DONE, title=title, who=done.who, when=when(done))
        for _, title, done in listed
        if done
    )
    ticked = sum(done is not None for _, _, done in listed)
    return say(texts.guide.PAPERS, done=ticked, all=len(listed), lines=lines)


def papers_rows(spot: Spot, step: Step) -> tuple[Row, ...]:
    """Give a box for each paper; its button says what shall be, not `change it`."""
    return tuple(
        (
            Button(
                f"{'☑' if done else '☐'} {title}",
                "plan_tick",
                f"{spot.id}.{step.id}.{key}.{0 if done else 1}",
            ),
        )
        for key, title, done in spot.standing.papers(step)
    )


def _rows(spot: Spot, step: Step, desk: Desk) -> tuple[Row, ...]:
    rows: list[Row] = []
    if step.finder:
        rows.append((Button("Partner finden", "plan_partners", spot.id),))
    rows += [
        (Button(known.title, "plan_entry", f"{spot.id}.{step.id}.{number}"),)
        for number, entry_id in enumerate(step.entries)
        if (known := desk.house.lookup.corpus.entries.get(entry_id)) and known.is_valid(desk.today)
    ]
    here = f"{spot.id}.{step.id}"
    rows.append(
        (Button("Beratung fragen", "plan_help", here), Button("Notizen", "plan_notes", here))
    )
    return (*rows, *way_rows(spot, step))


def way_rows(spot: Spot, step: Step) -> tuple[Row, ...]:
    """Lead on: done or not, back and forth, and out."""
    here = f"{spot.id}.{step.id}"
    rows: list[Row] = []
    if step.id in spot.standing.ticked:
        rows.append((Button("Doch noch offen", "plan_done", f"{here}.0"),))
    elif not spot.standing.done(step):
        rows.append((Button("Schritt ist erledigt", "plan_done", f"{here}.1"),))
    before, after = (spot.standing.way.beside(step.id, by) for by in (-1, 1))
    back = f"{spot.id}.{before.id}" if before else spot.id
    turns = [Button("Zurück", "plan_step" if before else "plan", back)]
    if after:
        turns.append(Button("Weiter", "plan_step", f"{spot.id}.{after.id}"))
    rows.append(tuple(turns))
    rows.append((Button("Mein Weg", "plan", spot.id), Button("Abbrechen", "plan_pause", spot.id)))
    return tuple(rows)
