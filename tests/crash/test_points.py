"""Die at every single step, start again, go on: nothing is lost, nothing happens twice.

A step is: just before and just after each commit, each message sent, each poll. Over Telegram it
is every call: before its request leaves the library, and after the server acted, before its
answer is read. The mutants are the two classic mistakes (one of them in both its forms); the
same check must find them.
"""

import os
import ssl
from collections.abc import AsyncIterator, Iterable
from functools import cache
from itertools import count
from pathlib import Path

import pytest

from handlers.desk import House
from tests.crash.life import AcknowledgesFirst, Life, MarksDoneLater, SplitsTheTurn
from tests.crash.messenger import BATCH
from tests.crash.places import OnPostgres, OnSqlite, Place
from tests.crash.schedules import MESSENGERS, STAGE, Schedules, furnish
from tests.crash.script import long_script, short_script, ticket_script
from tests.crash.verdict import Verdict, judge
from tests.crash.world import World
from tests.fake_telegram import polling
from tests.postgres import Server

ALL = os.environ.get("PAIRS") == "all"
# PostgreSQL takes a second for each schedule.
pytestmark = pytest.mark.timeout(1_200 if ALL else 600)
AT_ONCE = 3  # chats in which a message may be on its way at the same time
CALLS = {"getUpdates", "sendMessage", "editMessageText", "setMessageReaction"}


@pytest.fixture
def on_sqlite(tmp_path: Path) -> OnSqlite:
    return OnSqlite(tmp_path, furnish)


@pytest.fixture
async def on_postgres(postgres_server: Server) -> AsyncIterator[OnPostgres]:
    place = OnPostgres(postgres_server, furnish)
    yield place
    await place.close()


@pytest.fixture(params=MESSENGERS)
def messenger(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(polling, "MAX_LIMIT", BATCH)
    # Each life of a library would read all certificates again, for a server without any.
    monkeypatch.setattr(ssl, "create_default_context", cache(ssl.create_default_context))
    return str(request.param)


@pytest.fixture(params=["on_sqlite"])
def schedules(request: pytest.FixtureRequest, house: House, messenger: str) -> Schedules:
    place: Place = request.getfixturevalue(request.param)
    script = long_script
    if messenger != STAGE and not ALL:  # all of it takes five minutes of a core
        script = ticket_script if request.param == "on_sqlite" else short_script
    return Schedules(messenger, place, house, script)


on_both = pytest.mark.parametrize("schedules", ["on_sqlite", "on_postgres"], indirect=True)


def report(what: str, verdicts: list[Verdict]) -> list[str]:
    """Print a summary; return the faults."""
    faults = [f"{n}: {fault}" for n, verdict in enumerate(verdicts, 1) for fault in verdict.faults]
    bad = sum(bool(verdict.faults) for verdict in verdicts)
    repeated = sum(verdict.repeated for verdict in verdicts)
    unclear = sum(verdict.unclear for verdict in verdicts)
    print(  # noqa: T201 - the figures are the result
        f"\n{what}: {len(verdicts)} schedules, {bad} with something lost or doubled, "
        f"{repeated} repeated and marked, {unclear} unclear and shown",
        *faults,
        sep="\n",
    )
    return faults


async def deaths_at(
    schedules: Schedules, calm: World, steps: Iterable[int], *before: int
) -> list[Verdict]:
    """Judge a death at each of these steps, after some others; as far as a life has so many."""
    verdicts = []
    for step in steps:
        world = await schedules.play(*before, step)
        if not schedules.reached:
            break
        verdicts.append(judge(calm, world))
    return verdicts


@on_both
async def test_without_a_death_all_is_as_the_script_says(schedules: Schedules) -> None:
    schedules.script = long_script
    calm = await schedules.play()
    assert len(calm.inbox) == 5
    assert calm.tickets == 1
    assert len(calm.thread) == 3
    # Over Telegram a receipt is a sign: one for the addition, two for the answer.
    assert (len(calm.letters), len(calm.signs)) == ((7, 0) if schedules.on_stage else (6, 3))
    assert len(calm.screens) == len(calm.letters)
    assert len(calm.cards) == 1
    assert judge(calm, calm) == Verdict()
    taken = {step.split()[1] for step in schedules.steps}
    assert taken >= ({"poll", "send", "edit"} if schedules.on_stage else CALLS) | {"commit"}


@pytest.mark.slow
@on_both
async def test_one_death_at_every_step(schedules: Schedules) -> None:
    calm = await schedules.play()
    verdicts = await deaths_at(schedules, calm, count(1))
    assert len(verdicts) > (15 if schedules.script is short_script else 50)
    assert report(f"{schedules}, one death", verdicts) == []
    # One death leaves in doubt what was being sent just then, and nothing else.
    assert any(verdict.repeated for verdict in verdicts)
    if schedules.script is not short_script:
        assert any(verdict.unclear for verdict in verdicts)
    assert max(verdict.repeated + verdict.unclear for verdict in verdicts) <= AT_ONCE
    assert not any(verdict.given_up for verdict in verdicts)


@pytest.mark.slow
@on_both
async def test_two_deaths_at_pairs_of_steps(schedules: Schedules) -> None:
    """A part of the pairs finds as much as all; `make crash` (PAIRS=all) plays every one."""
    schedules.script = short_script
    calm = await schedules.play()
    # Over Telegram every other step is the first: that of a message sent and not noted is one.
    stride, spread = (1, 1) if ALL else (3, 1) if schedules.on_stage else (6, 2)
    verdicts = []
    for first in range(1, len(schedules.steps) + 1, spread):
        seconds = count(1 + first // spread % stride, stride)
        verdicts += await deaths_at(schedules, calm, seconds, first)
    assert len(verdicts) > 200 // (stride * spread)
    assert report(f"{schedules}, two deaths", verdicts) == []
    # Only who dies twice over the same message leaves it at that, and says so.
    assert max(verdict.given_up for verdict in verdicts) == 1


@pytest.mark.slow
@pytest.mark.parametrize("mutant", [AcknowledgesFirst, SplitsTheTurn, MarksDoneLater])
async def test_a_mutant_is_found(schedules: Schedules, mutant: type[Life]) -> None:
    schedules.script = short_script
    calm = await schedules.play()
    schedules.life = mutant
    assert judge(calm, await schedules.play()).faults == []  # undisturbed it seems to work
    verdicts = []
    for k in range(1, len(schedules.steps) + 1):
        verdicts.append(judge(calm, await schedules.play(k)))
        if verdicts[-1].faults:
            break
    assert report(f"{schedules}, {mutant.__name__}", verdicts) != []
