"""Messages that were being sent when the process died."""

from datetime import timedelta

from bot.outgoing.sender import LEASE
from handlers.messages import Delivery
from tests.bot.letters import GROUP, letter, open_ticket, put
from tests.bot.moody import MoodyStage
from tests.bot.rows import outbox
from tests.stage import Theatre

MARK = "(Diese Nachricht kommt vielleicht doppelt an.)\n"


async def die_while_sending(play: Theatre) -> None:
    """Claim rows and never come to send them."""
    assert await play.sender._claim()


async def test_a_process_alone_decides_at_once(play: Theatre, stage: MoodyStage) -> None:
    await put(play, letter("anna", "Antwort"), letter("anna", "danach"))
    await die_while_sending(play)
    await play.sender.recover(timedelta(0))
    await play.settle()
    assert stage.texts("anna") == [MARK + "Antwort", "danach"]


async def test_among_others_the_lease_decides(play: Theatre, stage: MoodyStage) -> None:
    await put(play, letter("anna", "Antwort"))
    await die_while_sending(play)
    play.clock.moves(LEASE - timedelta(seconds=1))
    await play.sender.recover()
    await play.settle()
    assert stage.texts("anna") == []
    play.clock.moves(timedelta(seconds=1))
    await play.sender.recover()
    await play.settle()
    assert stage.texts("anna") == [MARK + "Antwort"]


async def test_a_receipt_is_not_repeated(play: Theatre, stage: MoodyStage) -> None:
    ticket = await open_ticket(play)
    await put(play, letter("anna", "Quittung", Delivery.AT_MOST_ONCE, ticket))
    await die_while_sending(play)
    await play.sender.recover(timedelta(0))
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


async def test_what_was_said_to_be_sent_is_left_alone(play: Theatre, stage: MoodyStage) -> None:
    await put(play, letter("anna", "1"))
    await play.settle()
    await play.sender.recover(timedelta(0))
    await play.settle()
    assert stage.texts("anna") == ["1"]
    assert [row.state for row in await outbox(play.database)] == ["sent"]
