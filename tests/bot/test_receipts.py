"""Signs under messages: where a messenger can show them; where not, words."""

from dataclasses import replace

import pytest

from bot.channels import MessageGone
from handlers.messages import Address, Delivery, Mark, Receipt, Reply
from handlers.texts import say
from tests.bot.letters import letter, open_ticket, put
from tests.bot.moody import MoodyStage
from tests.bot.rows import outbox
from tests.stage import Theatre


def signed(chat: str = "anna") -> Reply:
    sign = Receipt("m1", Mark.RECEIVED)
    return replace(letter(chat, "Aufgehoben.", Delivery.AT_MOST_ONCE), receipt=sign)


async def test_a_sign_where_there_are_signs(play: Theatre, stage: MoodyStage) -> None:
    stage.reacts = True
    await put(play, signed())
    await play.settle()
    assert stage.signs == [("anna", "m1", Mark.RECEIVED)]
    assert stage.sent == []


async def test_words_where_there_are_none(play: Theatre, stage: MoodyStage) -> None:
    await put(play, signed())
    await play.settle()
    assert stage.texts("anna") == ["Aufgehoben."]


async def test_a_sign_without_words_is_nothing_where_there_are_none(
    play: Theatre, stage: MoodyStage
) -> None:
    await put(play, replace(signed(), text=say("")))
    await play.settle()
    assert stage.attempts == []
    assert [row.state for row in await outbox(play.database)] == ["sent"]


async def test_a_sign_under_a_message_that_is_gone_is_no_trouble(
    play: Theatre, stage: MoodyStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def gone(_: str, __: Receipt) -> None:
        raise MessageGone

    stage.reacts = True
    monkeypatch.setattr(stage, "react", gone)
    ticket = await open_ticket(play)
    await put(play, replace(signed(), ticket=ticket), letter("anna", "danach"))
    await play.settle()
    assert stage.texts("anna") == ["danach"]
    assert stage.texts("-100") == []


async def test_who_wrote_an_answer_sees_that_it_arrived(play: Theatre, stage: MoodyStage) -> None:
    stage.reacts = True
    await open_ticket(play)
    answer = {"chat": "-100", "sender": "root", "text": "/antwort 1 Ja.", "message": "m7"}
    await play.deliver(answer)
    assert stage.signs == [("-100", "m7", Mark.RECEIVED), ("-100", "m7", Mark.DELIVERED)]
    assert [row.reply.to for row in await outbox(play.database)][-1] == Address("stage", "-100")
