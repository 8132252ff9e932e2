"""One step: what and why, papers to tick, answers to read, and a human at one press."""

from markupsafe import Markup

from guide.dates import short_date
from guide.plan import Member, Note
from guide.step import HOUSE, Step
from guide.way import paper_item
from handlers import browse, escalate, texts
from handlers.ask import stale
from handlers.desk import Desk
from handlers.guide_spot import Row, Spot, cancel_row, day_of, find, sources, spot, when
from handlers.messages import Button, Reply
from handlers.texts import say

NOTES = 2  # shown in the step; the rest under „Notizen“
NOTE = 160  # characters of a note in the step


async def step(value: str, desk: Desk) -> list[Reply]:
    """Show a step, and remember that this is where the person is."""
    found = await find(value, desk)
    wanted = desk.house.guide.step(found.part(0)) if found else None
    if found is None or wanted is None:
        return [stale(desk)]
    await desk.talks.end(desk.talker)
    return [await view(found, wanted, desk)]


async def view(found: Spot, step: Step, desk: Desk) -> Reply:
    """Put a step together."""
    way = found.standing.way
    number = way.position(step.id)
    if number is None:
        reason = next((why for s, why in way.left_out if s == step), "")
        text = say(texts.guide.STEP_ASIDE, title=step.title, reason=reason, what=step.what)
        back = Button("Zurück", "plan_out", found.id)
        return Reply(desk.here, text, (*_papers_rows(found, step), cancel_row(found, back)))
    await desk.plans.enter(found.plan, found.member, step.id)
    notes = await desk.work.notes(found.plan, step.id)
    hint = step.hints.get(found.plan.answers.get(HOUSE, ""))
    done = found.standing.done(step)
    text = say(
        texts.guide.STEP,
        number=number + 1,
        all=len(way.steps),
        title=step.title,
        state=texts.guide.DONE_MARK if done else "",
        what=step.what,
        hint=say(texts.guide.HINT, hint=hint) if hint else "",
        duration=step.duration,
        due="" if done else _due(found, step),
        office=desk.house.guide.offices[step.office],
        papers=_papers(found, step),
        notes=note_lines(notes[-NOTES:]),
        why=step.why,
        sources=sources(step.sources, desk),
    )
    return Reply(desk.here, text, (*_papers_rows(found, step), *_rows(found, step, desk)))


async def tick(value: str, desk: Desk) -> list[Reply]:
    """Tick a paper, or take the tick back; pressed twice it stays as it is."""
    found = await find(value, desk)
    step = desk.house.guide.step(found.part(0)) if found else None
    paper = (
        next((p for p in step.papers if found and p.id == found.part(1)), None) if step else None
    )
    if found is None or step is None or paper is None or found.part(2) not in ("0", "1"):
        return [stale(desk)]
    was_done = found.standing.done(step)
    item = paper_item(step.id, paper.id)
    if found.part(2) == "1":
        await desk.work.tick(found.plan, found.member, item, f"{step.title}: {paper.title}")
        said = say(texts.guide.TICKED, title=paper.title)
    else:
        await desk.work.untick(found.plan, item)
        said = say(texts.guide.UNTICKED, title=paper.title)
    now = await spot(found.plan, found.member, desk)
    if now.standing.done(step) and not was_done:
        said += say(texts.guide.ALL_PAPERS, title=step.title)
    await desk.plans.enter(found.plan, found.member, step.id)
    return [_after(now, step, said, desk)]


async def done(value: str, desk: Desk) -> list[Reply]:
    """Tick a step as a whole, or take that back."""
    found = await find(value, desk)
    step = desk.house.guide.step(found.part(0)) if found else None
    if found is None or step is None or found.part(1) not in ("0", "1"):
        return [stale(desk)]
    if found.part(1) == "1":
        await desk.work.tick(found.plan, found.member, step.id, step.title)
        said = say(texts.guide.STEP_TICKED, title=step.title)
    else:
        await desk.work.untick(found.plan, step.id)
        said = say(texts.guide.STEP_UNTICKED, title=step.title)
    await desk.plans.enter(found.plan, found.member, step.id)
    return [_after(await spot(found.plan, found.member, desk), step, said, desk)]


def _after(found: Spot, step: Step, said: Markup, desk: Desk) -> Reply:
    """Say what a tick did, briefly, with what is left to tick and the way on."""
    text = (said + _papers(found, step)).strip()
    rows = (*_papers_rows(found, step), *_way_rows(found, step))
    return Reply(desk.here, Markup(text), rows)  # noqa: S704 - put together by `say`


async def entry(value: str, desk: Desk) -> list[Reply]:
    """Show an answer that belongs to a step."""
    found = await find(value, desk)
    step = desk.house.guide.step(found.part(0)) if found else None
    number = found.part(1) if found else ""
    if found is None or step is None or number not in map(str, range(len(step.entries))):
        return [stale(desk)]
    await desk.plans.enter(found.plan, found.member, step.id)
    return await browse.entry(step.entries[int(number)], desk)


async def help_(value: str, desk: Desk) -> list[Reply]:
    """Ask the advisors about a step at one press; they see where the house stands."""
    found = await find(value, desk)
    if found is None:
        return [stale(desk)]
    step = desk.house.guide.step(found.part(0))
    if step:
        await desk.plans.enter(found.plan, found.member, step.id)
    else:
        await desk.plans.look(found.member)
    title = step.title if step else found.plan.name
    return await escalate.open_with(
        say(texts.guide.QUESTION_TO_ADVISORS, title=title).unescape(), desk
    )


def note_lines(notes: list[tuple[Note, Member | None]]) -> Markup:
    """Show notes and remarks, the long ones cut."""
    lines = Markup("\n").join(_note(note, member) for note, member in notes)
    return say(texts.guide.NOTES, lines=lines) if lines else lines


def _note(note: Note, member: Member | None) -> Markup:
    text = note.text if len(note.text) <= NOTE else note.text[: NOTE - 1] + "…"
    day = day_of(note.at)
    if member is None:
        return say(texts.guide.REMARK_LINE, text=text, when=day)
    return say(texts.guide.NOTE_LINE, text=text, who=member.label, when=day)


def _due(found: Spot, step: Step) -> Markup:
    day = found.standing.due(step)
    if day is None:
        return Markup()
    late = day < found.standing.today
    return say(texts.guide.STEP_OVERDUE if late else texts.guide.STEP_DUE, day=short_date(day))


def _papers(found: Spot, step: Step) -> Markup:
    papers = found.standing.papers(step)
    if not papers:
        return Markup()
    lines = Markup().join(
        say(texts.guide.PAPER_DONE, title=title, who=done.who, when=when(done))
        for _, title, done in papers
        if done
    )
    ticked = sum(done is not None for _, _, done in papers)
    return say(texts.guide.PAPERS, done=ticked, all=len(papers), lines=lines)


def _papers_rows(found: Spot, step: Step) -> tuple[Row, ...]:
    return tuple(
        (
            Button(
                f"{'☑' if done else '☐'} {title}",
                "plan_tick",
                f"{found.id}.{step.id}.{key}.{0 if done else 1}",
            ),
        )
        for key, title, done in found.standing.papers(step)
    )


def _rows(found: Spot, step: Step, desk: Desk) -> tuple[Row, ...]:
    rows: list[Row] = []
    if step.finder:
        rows.append((Button("Partner finden", "plan_partners", found.id),))
    rows += [
        (Button(known.title, "plan_entry", f"{found.id}.{step.id}.{number}"),)
        for number, entry_id in enumerate(step.entries)
        if (known := desk.house.lookup.corpus.entries.get(entry_id)) and known.is_valid(desk.today)
    ]
    here = f"{found.id}.{step.id}"
    rows.append(
        (Button("Beratung fragen", "plan_help", here), Button("Notizen", "plan_notes", here))
    )
    return (*rows, *_way_rows(found, step))


def _way_rows(found: Spot, step: Step) -> tuple[Row, ...]:
    """Lead on: done or not, back and forth, and out."""
    here = f"{found.id}.{step.id}"
    rows: list[Row] = []
    if step.id in found.standing.ticked:
        rows.append((Button("Doch noch offen", "plan_done", f"{here}.0"),))
    elif not found.standing.done(step):
        rows.append((Button("Schritt ist erledigt", "plan_done", f"{here}.1"),))
    before, after = (found.standing.way.beside(step.id, by) for by in (-1, 1))
    back = f"{found.id}.{before.id}" if before else found.id
    turns = [Button("Zurück", "plan_step" if before else "plan", back)]
    if after:
        turns.append(Button("Weiter", "plan_step", f"{found.id}.{after.id}"))
    rows.append(tuple(turns))
    rows.append(
        (Button("Mein Weg", "plan", found.id), Button("Abbrechen", "plan_pause", found.id))
    )
    return tuple(rows)
