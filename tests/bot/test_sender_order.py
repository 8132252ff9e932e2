"""In one chat messages arrive in the order they were written, whatever happens on the way."""

import random

import pytest
from sqlalchemy.exc import OperationalError

from bot.channels import BadMarkup, TryLater, Unclear
from bot.outgoing.outbox import PIECE
from bot.outgoing.outcome import Arrival
from handlers.messages import Address, Button, Reply
from handlers.rich import plain, units
from handlers.texts import PERHAPS_MISSED, say
from tests.bot.letters import letter, put
from tests.bot.moody import MoodyStage
from tests.bot.rows import outbox
from tests.stage import Theatre


@pytest.mark.parametrize("seed", range(2))
async def test_order_per_chat_under_random_faults(
    play: Theatre, stage: MoodyStage, seed: int
) -> None:
    chance = random.Random(seed)
    chats = ["anna", "bert", "carla", "-100"]
    for chat in chats:
        stage.moods[chat] = [
            chance.choice([None, None, TryLater(), TryLater(3), Unclear(), BadMarkup()])
            for _ in range(12)
        ]
    await put(play, *(letter(chat, f"{n}.") for n in range(8) for chat in chats))
    await play.settle()
    for chat in chats:
        said = [text for text in stage.texts(chat) if text != PERHAPS_MISSED]
        arrived = [text.split("\n")[-1] for text in said]
        assert arrived == [f"{n}." for n in range(8) if f"{n}." in arrived]
        rows = [row for row in await outbox(play.database) if row.chat == chat]
        # Bad markup twice, or in doubt twice.
        refused = {row.body["text"] for row in rows if row.state in ("dead", "unclear")}
        assert {f"{n}." for n in range(8)} - set(arrived) == refused - {PERHAPS_MISSED}


async def test_a_head_that_waits_holds_back_the_rest_of_its_chat(
    play: Theatre, stage: MoodyStage
) -> None:
    stage.moods["anna"] = [TryLater(60)]
    await put(play, letter("anna", "1"))
    await play.sender.drain()
    await put(play, letter("anna", "2"), letter("bert", "1"))
    await play.sender.drain()
    assert (stage.texts("anna"), stage.texts("bert")) == ([], ["1"])
    await play.settle()
    assert stage.texts("anna") == ["1", "2"]


async def test_a_long_text_comes_in_pieces_with_the_buttons_on_the_last(
    play: Theatre, stage: MoodyStage
) -> None:
    words = " ".join(f"Wort{n:05}" for n in range(1200))
    buttons = ((Button("Fertig", "done", "1"),),)
    reply = Reply(Address("stage", "anna"), say("<b>{words}</b>", words=words), buttons)
    await put(play, reply, letter("anna", "danach"))
    await play.settle()
    *pieces, after = [heard for chat, heard in stage.sent if chat == "anna"]
    assert " ".join(piece.text for piece in pieces) == words
    assert len(pieces) == 4
    assert all(units(piece.text) <= PIECE for piece in pieces)
    assert [piece.labels for piece in pieces] == [(), (), (), ("Fertig",)]
    assert all(o.text.startswith("<b>") and o.text.endswith("</b>") for o in stage.outgoing[:4])
    assert after.text == "danach"


async def test_a_repeated_piece_still_fits(play: Theatre, stage: MoodyStage) -> None:
    stage.moods["anna"] = [Unclear()]
    await put(play, letter("anna", "👩‍👧" * 3000))
    await play.settle()
    assert all(units(plain(o.text)) <= stage.longest for o in stage.outgoing)
    assert "".join(stage.texts("anna")).count("👧") == 3000


async def test_one_lost_outcome_does_not_cut_off_the_others(play: Theatre) -> None:
    # As when somebody erases everything of theirs at this very moment.
    await put(play, letter("anna", "1"), letter("bert", "1"))
    rows = await play.sender._claim()
    async with play.database.write() as session:
        await session.delete(rows[0])
    for row in rows:
        await play.sender._deliver_and_wake(row)
    assert [(row.chat, row.state) for row in await outbox(play.database)] == [("bert", "sent")]


async def test_what_cannot_be_noted_together_is_noted_one_by_one(
    play: Theatre, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As when PostgreSQL ends one of two transactions that lock each other out.
    await put(play, letter("anna", "1"), letter("bert", "1"), letter("cora", "1"))
    outcome = play.sender._outcome
    note, tried = outcome._note, []

    async def only_alone_and_at_the_second_try(together: list[Arrival]) -> None:
        tried.append(len(together))
        if len(together) > 1 or tried.count(1) == 1:
            raise OperationalError("UPDATE", {}, ValueError("deadlock detected"))
        await note(together)

    monkeypatch.setattr(outcome, "_note", only_alone_and_at_the_second_try)
    await play.sender.drain()
    assert {row.state for row in await outbox(play.database)} == {"sent"}
    assert len(play.stage.sent) == 3
