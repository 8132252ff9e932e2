"""Every command and every button, by every role, on what is one's own, foreign, open, closed.

A new row in the tables without an expectation in rights.py fails: one line each. So does a row
whose role, reach or effect is another than expected.
"""

import itertools

import pytest

from handlers.doing import Place
from handlers.table import ACTIONS, COMMANDS
from people.person import Role
from people.store import PersonStore
from tests.dialogue.rights import EXPECTED, NOTHING, OWN
from tests.dialogue.rights_scene import Scene, words_of
from tests.stage import Theatre
from tickets.life import State
from tickets.ticket import Ticket

REFUSED = "nur Personen mit der Rolle"
STALE = "Dieser Knopf gilt nicht mehr"
TABLE = {f"/{name}": doing for name, doing in COMMANDS.items()} | ACTIONS


def test_every_row_has_an_expectation_and_every_expectation_a_row() -> None:
    assert set(EXPECTED) == set(TABLE)
    assert {name: e.role for name, e in EXPECTED.items()} == {
        name: doing.role for name, doing in TABLE.items()
    }


@pytest.mark.parametrize("name", EXPECTED)
async def test_a_row_does_what_it_may_and_no_more(name: str, theatre: Theatre) -> None:
    expected = EXPECTED[name]
    decision = "pending" if name in ("belongs", "fresh") else "suggest"
    async with theatre.database.write() as session:
        scene = Scene(theatre, session)
        for role, mine, state in itertools.product(
            Role, (True, False), (State.OPEN, State.CLOSED)
        ):
            actor = await scene.somebody(role)
            owner = actor if mine else await scene.somebody()
            case = await scene.ticket_of(owner, state, decision)
            before = await scene.picture()
            replies = await scene.does(actor, await scene.call(name, case, actor))
            said = words_of(replies)
            cell = f"{role} {'own' if mine else 'foreign'} {state}: {said}"
            refused = not role.may(expected.role) or (expected.reach == OWN and not mine)
            if not role.may(expected.role):
                assert REFUSED in said, cell
            elif refused:
                assert STALE in said, cell
            else:
                assert said.strip(), cell
                assert REFUSED not in said, cell
            if refused:
                assert await scene.picture() == before, cell
                assert [str(reply.to) for reply in replies] == [f"stage:{actor}"], cell
            else:
                row = await session.get_one(Ticket, case.ticket)
                assert row.state == (
                    expected.opened if state is State.OPEN else expected.closed
                ), cell
            if (refused or expected.reach == NOTHING) and not mine:
                assert owner not in said.replace("stage:", ""), cell


async def test_what_reaches_nothing_changes_nothing(theatre: Theatre) -> None:
    async with theatre.database.write() as session:
        scene = Scene(theatre, session)
        actor, owner = await scene.somebody(Role.ADMIN), await scene.somebody()
        case = await scene.ticket_of(owner, State.OPEN, "suggest")
        for name, expected in EXPECTED.items():
            if expected.reach == NOTHING:
                before = (await scene.picture())[0]
                await scene.does(actor, await scene.call(name, case, actor))
                assert (await scene.picture())[0] == before, name


async def test_a_withdrawn_advisor_may_as_little_as_anybody(theatre: Theatre) -> None:
    async with theatre.database.write() as session:
        scene = Scene(theatre, session)
        actor = await scene.somebody(Role.ADVISOR)
        await PersonStore(session).grant(f"stage:{actor}", Role.PERSON, theatre.clock())
        owner = await scene.somebody()
        case = await scene.ticket_of(owner, State.OPEN, "suggest")
        before = await scene.picture()
        for name, expected in EXPECTED.items():
            if expected.role is Role.PERSON:
                continue
            for chat in (actor, "-100"):
                call = await scene.call(name, case, actor)
                assert REFUSED in words_of(await scene.does(actor, call, chat)), name
        assert await scene.picture() == before


@pytest.mark.parametrize("role", list(Role))
async def test_a_forward_of_any_command_does_nothing(theatre: Theatre, role: Role) -> None:
    """Whoever forwards it, and wherever: it is a question, and no more than that."""
    async with theatre.database.write() as session:
        scene = Scene(theatre, session)
        actor, owner = await scene.somebody(role), await scene.somebody()
        await scene.does(actor, "/start")
        await scene.does("mallory", "/start")
        case = await scene.ticket_of(owner, State.OPEN, "suggest")
        before = await scene.picture(case.question)
        for name in (name for name in EXPECTED if name.startswith("/")):
            calls = [await scene.call(name, case, actor), f"{name} stage:mallory admin"]
            for call, chat in itertools.product(calls, (actor, "-100")):
                said = words_of(await scene.passes_on(actor, call, chat))
                assert REFUSED not in said, call
                assert "Geheime" not in said, call
            assert await scene.picture(case.question) == before, name


async def test_in_the_group_nothing_private_happens(theatre: Theatre) -> None:
    async with theatre.database.write() as session:
        scene = Scene(theatre, session)
        actor = await scene.somebody(Role.ADMIN)
        case = await scene.ticket_of(actor, State.OPEN, "suggest")
        before = await scene.picture()
        for name, doing in TABLE.items():
            if doing.place is Place.PRIVATE:
                call = await scene.call(name, case, actor)
                said = words_of(await scene.does(actor, call, "-100"))
                assert said == "Das geht nur im Einzelchat mit mir.", name
        assert await scene.picture() == before


async def test_half_of_a_pair_being_ones_own_is_not_enough(theatre: Theatre) -> None:
    async with theatre.database.write() as session:
        scene = Scene(theatre, session)
        anna, bert = await scene.somebody(), await scene.somebody()
        own = await scene.ticket_of(anna, State.OPEN, "pending")
        foreign = await scene.ticket_of(bert, State.OPEN, "pending")
        before = await scene.picture()
        for pair in (
            f"{own.question}.{foreign.ticket}",
            f"{foreign.question}.{own.ticket}",
            f"{foreign.question}.{foreign.ticket}",
        ):
            assert STALE in words_of(await scene.does(anna, f"belongs:{pair}"))
        assert await scene.picture() == before
