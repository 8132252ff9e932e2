"""Plans in the database: found through membership alone, ticked once, erased for good."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from bot.__main__ import main
from db.engine import Database
from guide.load import shipped
from guide.plan import Member, Note, Plan, Reminder, StepCount, Tick
from guide.reminders import ReminderStore
from guide.report import report
from guide.store import CODE_LASTS, CODE_LENGTH, LETTERS, PlanStore
from guide.work import WorkStore

NOW = datetime(2026, 11, 22, 11, 0, tzinfo=UTC)
ANNA, BERT = "stage:anna", "stage:bert"


async def test_a_plan_is_found_by_who_works_on_it_and_by_nobody_else(database: Database) -> None:
    async with database.write() as session:
        plan, _ = await PlanStore(session, NOW).start(ANNA, "Kita")
    async with database.write() as session:
        plans = PlanStore(session, NOW)
        assert await plans.get(plan.id, ANNA)
        assert await plans.get(plan.id, BERT) is None
        assert [p.name for p, _ in await plans.of(ANNA)] == ["Kita"]
        assert await plans.of(BERT) == []
        for number in (0, -1, 2**63, 10**30):
            assert await plans.get(number, ANNA) is None


async def test_a_code_lets_in_until_it_is_old_or_replaced(database: Database) -> None:
    async with database.write() as session:
        plans = PlanStore(session, NOW)
        plan, _ = await plans.start(ANNA, "Kita")
        code = await plans.share(plan)
        assert len(code) == CODE_LENGTH
        assert set(code) <= set(LETTERS)
        late = PlanStore(session, NOW + CODE_LASTS)
        assert await late.join(code, BERT) is None
        joined = await plans.join(f" {code[:4].lower()}-{code[4:].lower()}", BERT)
        assert joined
        assert joined[2]
        again = await plans.join(code, BERT)
        assert again
        assert again[1].id == joined[1].id
        assert not again[2]
        await plans.leave(plan, joined[1])
        assert await plans.join(code, BERT) is None
        assert [m.address for m in await plans.members(plan)] == [ANNA]


async def test_a_tick_is_set_once_and_keeps_who_set_it_first(database: Database) -> None:
    async with database.write() as session:
        plans, work = PlanStore(session, NOW), WorkStore(session, NOW)
        plan, anna = await plans.start(ANNA, "Kita")
        joined = await plans.join(await plans.share(plan), BERT)
        assert joined
        await work.tick(plan, anna, "konzept.ziele", "Ziele")
        await work.tick(plan, joined[1], "konzept.ziele", "Ziele")
        ((tick, who),) = (await work.ticks(plan)).values()
        assert (tick.title, who.address) == ("Ziele", ANNA)
        await work.untick(plan, "konzept.ziele")
        await work.untick(plan, "konzept.ziele")
        assert await work.ticks(plan) == {}


async def test_somebody_is_inside_one_plan_at_a_time_and_for_an_hour(database: Database) -> None:
    async with database.write() as session:
        plans = PlanStore(session, NOW)
        first, in_first = await plans.start(ANNA, "Kita")
        second, in_second = await plans.start(ANNA, "Verein")
        await plans.enter(first, in_first, "konzept")
        await plans.enter(second, in_second, "bedarf")
        inside = await plans.inside(ANNA)
        assert inside
        assert (inside[0].id, inside[1].step) == (second.id, "bedarf")
        await plans.enter(first, in_first, "konzept")
        await plans.enter(first, in_first, "konzept")
        assert (await plans.counts())["konzept"].reached == 1
        assert await PlanStore(session, NOW + timedelta(hours=1)).inside(ANNA) is None
        assert await plans.leave_all(ANNA)
        assert not await plans.leave_all(ANNA)
        assert await plans.inside(ANNA) is None


async def test_notes_are_erased_by_the_house_and_remarks_are_not(database: Database) -> None:
    async with database.write() as session:
        plans, work = PlanStore(session, NOW), WorkStore(session, NOW)
        plan, anna = await plans.start(ANNA, "Kita")
        other, _ = await plans.start(BERT, "Verein")
        note = await work.note(plan, "konzept", anna, "Notiz")
        remark = await work.note(plan, "konzept", None, "Bemerkung")
        assert await work.drop_note(other, note.id) is None
        assert await work.drop_note(plan, remark.id) is None
        for number in (-1, 0, 2**63):
            assert await work.drop_note(plan, number) is None
        assert await work.drop_note(plan, note.id)
        assert [n.text for n, _ in await work.notes(plan)] == ["Bemerkung"]
        assert await work.notes(plan, "bedarf") == []


async def test_an_erased_plan_leaves_only_numbers(database: Database) -> None:
    async with database.write() as session:
        plans, work = PlanStore(session, NOW), WorkStore(session, NOW)
        plan, anna = await plans.start(ANNA, "Kita")
        await plans.enter(plan, anna, "konzept")
        await work.tick(plan, anna, "konzept.ziele", "Ziele")
        await work.note(plan, "konzept", anna, "Notiz")
        await ReminderStore(session, NOW).schedule(anna, 2028, {3: NOW + timedelta(days=1)})
        await plans.stop("konzept")
        await plans.erase(plan)
    async with database.read() as session:
        for model in (Plan, Member, Tick, Note, Reminder):
            assert await session.scalar(select(func.count()).select_from(model)) == 0
        count = await session.get_one(StepCount, "konzept")
        assert (count.reached, count.stopped) == (1, 1)


async def test_somebody_is_forgotten_and_the_others_go_on(database: Database) -> None:
    async with database.write() as session:
        plans, work = PlanStore(session, NOW), WorkStore(session, NOW)
        alone, _ = await plans.start(ANNA, "Allein")
        shared, anna = await plans.start(ANNA, "Gemeinsam")
        await plans.join(await plans.share(shared), BERT)
        await work.tick(shared, anna, "konzept", "Konzept")
        number = alone.id
        await plans.forget(ANNA)
    async with database.read() as session:
        plans, work = PlanStore(session, NOW), WorkStore(session, NOW)
        assert await session.get(Plan, number) is None
        ((plan, _),) = await plans.of(BERT)
        assert plan.owner == BERT
        ((_, who),) = (await work.ticks(plan)).values()
        assert who.label == "Ehemalig"
        addresses = list(await session.scalars(select(Member.address)))
        assert ANNA not in addresses
        assert await plans.of(ANNA) == []


async def test_reminders_wait_for_one_year_and_are_sent_once(database: Database) -> None:
    later = {60: NOW + timedelta(days=1), 14: NOW + timedelta(days=47), 3: NOW - timedelta(days=1)}
    async with database.write() as session:
        plans, reminders = PlanStore(session, NOW), ReminderStore(session, NOW)
        _, anna = await plans.start(ANNA, "Kita")
        for year in (2028, 2029, 2029):
            await reminders.schedule(anna, year, later)
        assert [(r.year, r.days) for r in await reminders.waiting(anna)] == [
            (2029, 60),
            (2029, 14),
        ]
        assert await reminders.due() == []
        tomorrow = ReminderStore(session, NOW + timedelta(days=1))
        due = await tomorrow.due()
        assert [r.days for r, _, _ in due] == [60]
        tomorrow.sent(reminder for reminder, _, _ in due)
        assert await tomorrow.due() == []
        await tomorrow.schedule(anna, 2029, later)  # what was sent does not come again
        assert await tomorrow.due() == []
        await tomorrow.unschedule(anna)
        assert await tomorrow.waiting(anna) == []


async def test_the_report_counts_steps_and_names_nobody(database: Database) -> None:
    answers = {"haus": "kita", "traeger": "kommunal", "stand": "konzept", "start": "offen"}
    async with database.write() as session:
        plans, work = PlanStore(session, NOW - timedelta(days=31)), WorkStore(session, NOW)
        rests, anna = await plans.start(ANNA, "Kita Geheim")
        rests.answers = answers
        await plans.enter(rests, anna, "beratung")
        await plans.stop("beratung")
        today = PlanStore(session, NOW)
        busy, bert = await today.start(BERT, "Kita Nord")
        busy.answers = answers
        await work.tick(busy, bert, "beratung", "Beratung")
        asked, _ = await plans.start(BERT, "Neu")
        asked.answers = {"haus": "kita"}
        barred, _ = await plans.start(BERT, "GmbH")
        barred.answers = {"haus": "kita", "traeger": "gewerblich"}
        ready, _ = await plans.start(BERT, "Fertig")
        ready.answers = answers
        for step in shipped().steps:
            await work.tick(ready, bert, step.id, step.title)
        await today.enter(busy, bert, "frueher")  # a step that the data had once
        lines = await report(today, work, shipped(), NOW)
    text = "\n".join(lines)
    assert "Fahrpläne: 5, davon 1 mit offenen Fragen, 1 ohne Antragsrecht, 1 fertig" in text
    assert line(lines, "Sich beraten lassen") == [1, 1, 1, 1]
    assert line(lines, "Bestand und Bedarf erheben") == [0, 0, 1, 0]
    assert line(lines, "(frueher, entfallen)") == [1, 0, 0, 0]
    assert not [word for word in ("anna", "bert", "Geheim", "Nord") if word in text]


def line(lines: list[str], title: str) -> list[int]:
    found = next(each for each in lines if each.startswith(title))
    return [int(number) for number in found.removeprefix(title).split()]


def test_the_command_prints_the_report(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite+aiosqlite:///{tmp_path}/empty.sqlite3")
    assert main(["guide", "report"]) == 0
    out = capsys.readouterr().out
    assert "Fahrpläne: 0" in out
    assert "Das Konzept schreiben" in out
