"""Any order of answers, pauses, backs, restarts and data updates: a consistent plan, no tick lost.

Nothing is simulated: every step is a turn of the real helpdesk on a real database.
"""

import asyncio
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, Phase, event, given, settings
from hypothesis import strategies as st
from sqlalchemy.ext.asyncio import AsyncSession

from bot.helpdesk import Helpdesk
from bot.incoming.inbox import Inbox
from db.engine import Database
from guide.load import shipped
from guide.standing import Done, Standing
from guide.step import Guide, Paper, Step
from guide.store import PlanStore
from guide.way import items
from guide.work import WorkStore
from handlers.desk import House
from handlers.messages import Address, Button, Incoming
from handlers.reading.typed import parse_press, parse_typed
from tests.clock import Clock
from tests.databases import shared, sqlite_url

ANNA = Address("stage", "anna")
SAID = ("/fahrplan", "/abbrechen", "Kindergarten", "Kirchengemeinde", "gewerblich", "2", "Konzept",
        "Wie viel?", "/fahrplan ABCD-EFGH")  # fmt: skip
TAKES_BACK = ("plan_tick", "plan_done", "plan_won")


def _steps(guide: Guide, change: Callable[[Step], Step | None]) -> Guide:
    kept = tuple(new for step in guide.steps if (new := change(step)))
    return guide.model_copy(update={"steps": kept})


def _without_half(guide: Guide) -> Guide:
    return guide.model_copy(update={"steps": guide.steps[::2]})


def _other_papers(guide: Guide) -> Guide:
    new = Paper(id="neu", title="Neue Unterlage")
    return _steps(guide, lambda s: s.model_copy(update={"papers": (*s.papers[1:], new)}))


def _other_order(guide: Guide) -> Guide:
    return guide.model_copy(update={"steps": guide.steps[::-1], "partners": guide.partners[1:]})


def _fewer_answers(guide: Guide) -> Guide:
    questions = tuple(
        q.model_copy(update={"options": q.options[1:]}) for q in guide.questions if q.id != "stand"
    )
    return guide.model_copy(update={"questions": questions})


def _no_conditions(guide: Guide) -> Guide:
    return _steps(
        guide, lambda s: s.model_copy(update={"when": {}, "title": f"Neu: {s.title}"[:40]})
    )


VERSIONS = tuple(
    change(shipped())
    for change in (
        lambda g: g, _without_half, _other_papers, _other_order, _fewer_answers, _no_conditions,
    )
)  # fmt: skip

press = st.tuples(st.just("press"), st.integers(0, 10**6))
say = st.tuples(st.just("say"), st.integers(0, len(SAID) - 1))
wait = st.tuples(st.just("wait"), st.integers(1, 24 * 300))
update = st.tuples(st.just("update"), st.integers(0, len(VERSIONS) - 1))
# Presses that get on: an answer, a step, a tick, back and again, chosen among all shown so far.
named = st.tuples(
    st.sampled_from(["plan_say", "plan_step", "plan_tick", "plan_done", "plan_won", "plan_partner",
                     "plan_again", "plan_pause"]),
    st.integers(0, 10**6),
)  # fmt: skip
# Mostly presses, as in life.
moves = st.lists(
    st.one_of(named, named, named, press, say, wait, update), min_size=15, max_size=45
)


@dataclass
class Life:
    """One person, her plans, and what was ticked so far."""

    database: Database
    house: House
    clock: Clock = field(default_factory=Clock)
    shown: list[Button] = field(default_factory=list)
    most: int = 0  # ticks at one time

    async def lives(self, moves: list[tuple[str, int]]) -> None:
        for text in ("/fahrplan", "Kita", "Verein", "Idee", "bald"):
            await self.does(typed(text), None)
        for action in ("plan_step", "plan_tick", "plan_tick", "plan_step", "plan_partners",
                       "plan_partner", "plan_won"):  # fmt: skip
            await self.presses(action, len(self.shown))
        for kind, number in moves:
            if kind == "say":
                await self.does(typed(SAID[number]), None)
            elif kind == "wait":
                self.clock.moves(timedelta(hours=number))
            elif kind == "update":
                self.house = replace(self.house, guide=VERSIONS[number])
            else:
                await self.presses(kind, number)

    async def presses(self, action: str, number: int) -> None:
        """Press one of the last buttons of a kind; where there is none, open a step instead."""
        last = [b for b in self.shown if action in ("press", b.action)][-30:]
        last = last or [b for b in self.shown if b.action == "plan_step"][-30:]
        button = last[-1 - number % len(last)]
        await self.does(Incoming(ANNA, ANNA, parse_press(button.data)), button)

    async def does(self, incoming: Incoming, button: Button | None) -> None:
        helpdesk = Helpdesk(self.database, self.house, Inbox(self.database), self.clock)
        async with self.database.write() as session:
            before = await self.ticks(session)
            replies = await helpdesk.answer(session, incoming)
            after = await self.ticks(session)
        self.most = max(self.most, len(after))
        assert replies
        assert all(reply.text.strip() for reply in replies)
        lost = before.items() - after.items()
        taken_back = button is not None and button.action in TAKES_BACK and button.data[-1] == "0"
        assert len(lost) <= int(taken_back), (button, lost)
        if taken_back:
            event("a tick taken back")
        # "Ja, endgültig löschen" does what it says; everything else is fair game.
        self.shown += [
            each
            for reply in replies
            for row in reply.buttons
            for each in row
            if not (each.action == "plan_erase" and each.value.endswith("ja"))
        ]

    async def ticks(self, session: AsyncSession) -> dict[tuple[int, str], int]:
        """Give all ticks with who set them, and look at every plan on the way."""
        found: dict[tuple[int, str], int] = {}
        for plan, member in await PlanStore(session, self.clock()).of(str(ANNA)):
            ticks = await WorkStore(session, self.clock()).ticks(plan)
            found |= {(plan.id, item): tick.id for item, (tick, _) in ticks.items()}
            self.is_consistent(
                Standing(
                    self.house.guide, plan.name, plan.answers, plan.year, plan.place,
                    {i: Done(t.title, member.label, t.at) for i, (t, _) in ticks.items()},
                    self.clock().date(),
                )
            )  # fmt: skip
        return found

    def is_consistent(self, standing: Standing) -> None:
        """Every tick shows somewhere, and the way is either asked for, closed or open."""
        way = standing.way
        on = {step.id for step in way.steps}
        off = {step.id for step, _ in way.left_out}
        assert not on & off
        assert bool(way.ending) != bool(way.steps)
        assert standing.next is None or standing.next.id in on
        assert standing.today <= standing.deadline
        shown = [*standing.earlier(), *standing.aside()]
        for step in way.steps:
            shown += [tick for _, _, tick in standing.papers(step) if tick]
            shown += [standing.ticks[step.id]] if step.id in standing.ticks else []
        for partner in standing.partners:
            shown += [tick for tick in standing.stages(partner).values() if tick]
        assert sorted(t.title for t in shown) == sorted(t.title for t in standing.ticks.values())


def typed(text: str) -> Incoming:
    body = parse_typed(text)
    assert body
    return Incoming(ANNA, ANNA, body)


@settings(
    # Not shrunk: a life is hundreds of turns, and the moves are printed anyway.
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(moves=moves)
def test_no_order_of_things_loses_a_tick(
    migrated: Path, house: House, moves: list[tuple[str, int]]
) -> None:
    asyncio.run(_live(migrated, house, moves))


async def _live(migrated: Path, house: House, moves: list[tuple[str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "life.sqlite3"
        shutil.copyfile(migrated, path)
        database = shared(sqlite_url(path))
        try:
            life = Life(database, house)
            await life.lives(moves)
            event(f"ticks at one time: {life.most}")
        finally:
            await database.close()


def test_the_updates_really_differ() -> None:
    keys = [frozenset(items(guide)) for guide in VERSIONS]
    assert len(set(keys)) >= 4
    assert [v.steps[0].id for v in VERSIONS[:1]] == [shipped().steps[0].id]
