"""A process that dies again and again over the same message: once more, and then it is unclear."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.channels import Unclear
from bot.outgoing.outbox import OutboxState
from handlers.messages import Delivery
from tests.bot.letters import GROUP, MARK, letter, open_ticket, put
from tests.bot.moody import MoodyStage
from tests.bot.rows import outbox
from tests.lives import restarts
from tests.stage import Theatre
from tickets.ticket import TicketMessage

LIVES = 20
MISSED = "Eine Nachricht an Sie ist vielleicht nicht angekommen."


async def live_and_die(play: Theatre, chats: set[str], *, arrived: bool = True) -> None:
    """Send, and die over what goes to these chats: after it has arrived there, or before."""
    await restarts(play)
    play.clock.moves(timedelta(minutes=1))
    while rows := await play.sender._claim():
        for row in rows:
            if row.chat not in chats:
                await play.sender._deliver(row)
            elif arrived:
                await play.sender._say(row)
        if any(row.chat in chats for row in rows):
            return


@pytest.mark.parametrize("arrived", [True, False])
async def test_an_answer_is_repeated_once_and_then_shown_to_the_advisors(
    play: Theatre, stage: MoodyStage, *, arrived: bool
) -> None:
    ticket = await open_ticket(play)
    answer = replace(letter("anna", "Antwort", ticket=ticket), part=1)
    await put(play, answer)
    for _ in range(LIVES):
        await live_and_die(play, {"anna"}, arrived=arrived)
    await restarts(play)
    await play.settle()
    assert stage.texts("anna") == (["Antwort", MARK + "Antwort"] if arrived else [])
    assert [row.state for row in await outbox(play.database)].count(OutboxState.UNCLEAR) == 1
    assert stage.texts(GROUP)[0].startswith("FZ-2026-0001 · Zustellung unklar")


async def test_the_part_of_the_thread_says_so(play: Theatre) -> None:
    await open_ticket(play)
    await play.deliver({"chat": GROUP, "sender": "root", "text": "/antwort 1 Ja, gern."})
    async with play.database.read() as session:
        part = await session.get_one(TicketMessage, 2)
    await put(play, replace(letter("anna", "Ja, gern.", ticket=1), part=part.id))
    for _ in range(3):
        await live_and_die(play, {"anna"})
    async with play.database.read() as session:
        part = await session.get_one(TicketMessage, 2)
    assert part.trouble == "Zustellung unklar"


async def test_the_chat_goes_on(play: Theatre, stage: MoodyStage) -> None:
    await put(play, letter("anna", "Antwort"), letter("anna", "danach"))
    for _ in range(3):
        await live_and_die(play, {"anna"})
    await restarts(play)
    await play.settle()
    assert stage.texts("anna")[:4] == ["Antwort", MARK + "Antwort", "danach", MARK + "danach"]


async def test_who_asked_the_faq_is_told_that_an_answer_may_be_missing(
    play: Theatre, stage: MoodyStage
) -> None:
    await put(play, letter("anna", "Antwort"))
    for _ in range(2):
        await live_and_die(play, {"anna"}, arrived=False)
    await restarts(play)
    await play.settle()
    (told,) = stage.texts("anna")
    assert told.startswith(MISSED)


async def test_a_card_is_shown_twice_at_most_and_then_named(
    play: Theatre, stage: MoodyStage
) -> None:
    await open_ticket(play)
    await put(play, letter(GROUP, "Ergänzung", ticket=1))
    for _ in range(2):
        await live_and_die(play, {GROUP})
    await restarts(play)
    await play.settle()
    assert stage.texts(GROUP) == [
        "Ergänzung",
        MARK + "Ergänzung",
        (
            "FZ-2026-0001 · Zustellung unklar: Eine Nachricht an diese Gruppe kam vielleicht "
            "nicht an. /ticket 1 zeigt die Anfrage."
        ),
    ]


async def test_dying_over_everything_comes_to_an_end(play: Theatre, stage: MoodyStage) -> None:
    await open_ticket(play)
    letters = [letter(chat, "Hallo", ticket=1) for chat in ("anna", GROUP)]
    await put(play, *letters, letter("bert", "Hallo"), letter("anna", "x", Delivery.AT_MOST_ONCE))
    for _ in range(LIVES):
        await live_and_die(play, {"anna", "bert", GROUP})
    assert {row.state for row in await outbox(play.database)} <= {"sent", "unclear"}
    assert len(stage.texts("bert")) == 3


async def test_a_doubt_of_the_network_counts_as_one(play: Theatre, stage: MoodyStage) -> None:
    await open_ticket(play)
    stage.moods["anna"] = [Unclear()]
    await put(play, letter("anna", "Antwort", ticket=1))
    await restarts(play)
    await play.sender.drain()
    await live_and_die(play, {"anna"})
    await restarts(play)
    await play.settle()
    assert stage.texts("anna") == [MARK + "Antwort"]
    assert "Zustellung unklar" in stage.texts(GROUP)[0]
