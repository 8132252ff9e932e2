"""Messages that were being sent when the process died."""

from datetime import timedelta

from bot.lease import BEAT, SILENCE
from handlers.messages import Delivery
from tests.bot.conftest import Open
from tests.bot.letters import GROUP, MARK, letter, open_ticket, put
from tests.bot.moody import MoodyStage
from tests.bot.rows import outbox
from tests.lives import die_while_sending, restarts
from tests.stage import Theatre

LONGEST_WAIT = 15  # seconds that a chat may be silent because a process died


async def lives(play: Theatre) -> None:
    """Give a process a lease."""
    await play.sender.lease.beat()


async def test_after_a_restart_it_is_decided_at_once(play: Theatre, stage: MoodyStage) -> None:
    await restarts(play)
    await put(play, letter("anna", "Antwort"), letter("anna", "danach"))
    await die_while_sending(play)
    await restarts(play)
    await play.settle()
    assert stage.texts("anna") == [MARK + "Antwort", "danach"]


async def test_what_another_process_is_sending_is_left_to_it(
    play: Theatre, replica: Theatre, stage: MoodyStage
) -> None:
    await lives(play)
    await put(play, letter("anna", "Antwort"), letter("anna", "danach"))
    (sending,) = await play.sender._claim()
    await lives(replica)
    for _ in range(60):
        play.clock.moves(timedelta(seconds=BEAT))
        await lives(play)
        await lives(replica)
        await replica.sender.recover()
    assert await replica.sender.drain() == 3600
    assert replica.stage.sent == []
    await play.sender._deliver(sending)
    await play.settle()
    assert stage.texts("anna") == ["Antwort", "danach"]


async def test_what_a_dead_one_was_sending_is_taken_over_in_time(
    play: Theatre, replica: Theatre
) -> None:
    """Of another machine nobody knows more than that it is silent."""
    play.sender.lease._place = "elsewhere 1 1"
    await lives(play)
    await lives(replica)
    await put(play, letter("anna", "Antwort"), letter(GROUP, "Karte"))
    await die_while_sending(play)
    died = play.clock.tick()
    while len(replica.stage.sent) != 2:
        assert play.clock.tick() - died < LONGEST_WAIT
        play.clock.moves(timedelta(seconds=1))
        if (play.clock.tick() - died) % BEAT == 0:
            await lives(replica)
            await replica.sender.recover()
        await replica.sender.drain()
    assert {(chat, heard.text) for chat, heard in replica.stage.sent} == {
        ("anna", MARK + "Antwort"),
        (GROUP, MARK + "Karte"),
    }


async def test_a_process_that_ends_in_order_leaves_nobody_waiting(
    play: Theatre, replica: Theatre
) -> None:
    await lives(play)
    await put(play, letter("anna", "Antwort"))
    await die_while_sending(play)
    await play.sender.lease.end()
    await lives(replica)
    await replica.sender.recover()
    await replica.settle()
    assert [heard.text for _, heard in replica.stage.sent] == [MARK + "Antwort"]


async def test_a_row_of_our_own_that_nobody_sends_is_found(
    play: Theatre, stage: MoodyStage
) -> None:
    await lives(play)
    await put(play, letter("anna", "Antwort"))
    await die_while_sending(play)  # this time only the commit's answer was lost
    await play.sender.recover()
    await play.sender.recover()
    await play.settle()
    assert stage.texts("anna") == [MARK + "Antwort"]


async def test_a_row_on_its_way_to_be_sent_is_not_repeated(
    play: Theatre, stage: MoodyStage
) -> None:
    await lives(play)
    await put(play, letter("anna", "Antwort"))
    (row,) = await play.sender._claim()
    await play.sender.recover()  # just before it is begun
    play.sender._begun.add(row.id)
    await play.sender.recover()
    await play.sender._deliver(row)
    await play.settle()
    assert stage.texts("anna") == ["Antwort"]


async def test_who_was_taken_for_dead_decides_nothing_any_more(
    play: Theatre, replica: Theatre, stage: MoodyStage
) -> None:
    """It stood still, the other one repeats; what then comes to light is too late."""
    play.sender.lease._place = "elsewhere 1 1"
    await lives(play)
    await lives(replica)
    await put(play, letter("anna", "Antwort"))
    (row,) = await play.sender._claim()
    for _ in range(int(SILENCE / BEAT)):
        play.clock.moves(timedelta(seconds=BEAT))
        await lives(replica)
    await replica.sender.recover()
    play.clock.moves(timedelta(seconds=2))
    (repeat,) = await replica.sender._claim()
    stage.moods["anna"] = [ConnectionError()]
    play.sender._begun.add(row.id)
    await play.sender._deliver_and_wake(row)
    assert await play.sender._claim() == []
    await replica.sender._deliver(repeat)
    assert [heard.text for _, heard in replica.stage.sent] == [MARK + "Antwort"]
    assert [r.state for r in await outbox(play.database)] == ["sent"]


async def test_a_receipt_is_not_repeated(play: Theatre, stage: MoodyStage) -> None:
    ticket = await open_ticket(play)
    await put(play, letter("anna", "Quittung", Delivery.AT_MOST_ONCE, ticket))
    await die_while_sending(play)
    await restarts(play)
    await play.settle()
    assert stage.texts("anna") == []
    assert "Zustellung unklar" in stage.texts(GROUP)[0]


async def test_while_one_is_in_doubt_the_chat_waits(play: Theatre, stage: MoodyStage) -> None:
    await put(play, letter("anna", "1"), letter("anna", "2"), letter("bert", "1"))
    play.sender.BATCH = 1
    await die_while_sending(play)
    await play.sender.drain()
    assert stage.texts("anna") == []
    assert stage.texts("bert") == ["1"]


async def test_what_was_said_to_be_sent_is_left_alone(
    play: Theatre, stage: MoodyStage, open_theatre: Open
) -> None:
    await put(play, letter("anna", "1"))
    await play.settle()
    again = open_theatre(stage=stage)
    await restarts(again)
    await again.settle()
    assert stage.texts("anna") == ["1"]
    assert [row.state for row in await outbox(play.database)] == ["sent"]
