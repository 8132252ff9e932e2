"""Garbage on every button and behind every command: it gets an answer and changes nothing."""

import itertools

import pytest
from sqlalchemy import func, select

from handlers.table import ACTIONS, COMMANDS
from people.person import Role
from tests.dialogue.rights_scene import Scene, words_of
from tests.stage import Theatre
from tickets.life import State
from tickets.ticket import Kind, Ticket

GARBAGE = ["", "0", "-1", "-0", "00", "1.5", "1.-1", "1.99", f"{10**18}", f"{10**30}", "9" * 55,
           f"1.{10**30}", ".", "..", "1..1", "abc", "OR 1=1", "1;2", "None", "nan", "1e3", "٣",
           "²", "{t}", "%s", "<b>", "a" * 55, "ü" * 27, "\u202e1", "1\u200b1", "\0", "\ud800",
           "../../etc/passwd", "foerderung.hoehe.0", "abgrenzung.elterngeld"]  # fmt: skip


@pytest.mark.parametrize("role", [Role.PERSON, Role.ADMIN])
async def test_garbage_on_a_button_changes_nothing_and_gets_an_answer(
    theatre: Theatre, role: Role
) -> None:
    async with theatre.database.write() as session:
        scene = Scene(theatre, session)
        owner, actor = await scene.somebody(), await scene.somebody(role)
        await scene.ticket_of(owner, State.OPEN, "suggest")
        before = await scene.picture()
        for name, value in itertools.product([*ACTIONS, "nix", "", "\0", "Helped"], GARBAGE):
            replies = await scene.does(actor, f"{name}:{value}")
            assert words_of(replies).strip(), (name, value)
            assert {str(reply.to) for reply in replies} == {f"stage:{actor}"}, (name, value)
        assert await scene.picture() == before


# Whatever stands behind these is a question, or a text to be kept.
TAKING_ANY_TEXT = ("anfrage", "vorlage")


@pytest.mark.parametrize("role", [Role.PERSON, Role.ADMIN])
async def test_garbage_behind_a_command_gets_an_answer(theatre: Theatre, role: Role) -> None:
    async with theatre.database.write() as session:
        scene = Scene(theatre, session)
        owner, actor = await scene.somebody(), await scene.somebody(role)
        case = await scene.ticket_of(owner, State.OPEN, "suggest")
        for name, value in itertools.product(COMMANDS, GARBAGE):
            if name in TAKING_ANY_TEXT:
                continue
            replies = await scene.does(actor, f"/{name} {value}")
            assert words_of(replies).strip(), (name, value)
            assert {str(reply.to) for reply in replies} == {f"stage:{actor}"}, (name, value)
        row = await session.get_one(Ticket, case.ticket)
        assert row.state == State.OPEN
        assert [m.kind for m in row.messages] == [Kind.QUESTION, Kind.UNDECIDED]  # as before
        assert await session.scalar(select(func.count(Ticket.id))) == 1
