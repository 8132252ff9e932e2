"""Nobody knows whether a message arrived: repeat it marked, or show it to a human."""

import pytest

from bot.channels import Unclear
from bot.outgoing.outcome import TRIES
from handlers.messages import Delivery
from tests.bot.letters import GROUP, letter, open_ticket, put
from tests.bot.moody import MoodyStage
from tests.bot.rows import outbox
from tests.stage import Theatre

MARK = "(Diese Nachricht kommt vielleicht doppelt an.)\n"
AT_MOST = Delivery.AT_MOST_ONCE


async def test_what_must_arrive_is_repeated_and_marked(play: Theatre, stage: MoodyStage) -> None:
    stage.moods["anna"] = [Unclear()]
    await put(play, letter("anna", "Antwort"), letter("anna", "danach"))
    await play.settle()
    assert stage.texts("anna") == [MARK + "Antwort", "danach"]


async def test_a_library_that_throws_anything_is_a_doubt_too(
    play: Theatre, stage: MoodyStage, caplog: pytest.LogCaptureFixture
) -> None:
    stage.moods["anna"] = [ZeroDivisionError()]
    await put(play, letter("anna", "Antwort"))
    await play.settle()
    assert stage.texts("anna") == [MARK + "Antwort"]
    assert "ZeroDivisionError at bot/send" in caplog.text


async def test_what_may_not_come_twice_stays_unclear(play: Theatre, stage: MoodyStage) -> None:
    ticket = await open_ticket(play)
    stage.moods["anna"] = [Unclear()]
    await put(play, letter("anna", "Quittung", AT_MOST, ticket), letter("anna", "danach"))
    await play.settle()
    assert stage.texts("anna") == ["danach"]
    (note,) = stage.texts(GROUP)
    assert note.startswith("FZ-2026-0001 · Zustellung unklar")
    assert "unclear" in [row.state for row in await outbox(play.database)]


async def test_doubt_without_end_ends_as_unclear(play: Theatre, stage: MoodyStage) -> None:
    ticket = await open_ticket(play)
    stage.attempts.clear()
    stage.moods["anna"] = [Unclear()] * 99
    await put(play, letter("anna", "Antwort", ticket=ticket))
    await play.settle()
    assert [attempt.chat for attempt in stage.attempts].count("anna") == TRIES
    assert "Zustellung unklar" in stage.texts(GROUP)[0]


async def test_for_the_advisors_doubt_never_ends_in_silence(
    play: Theatre, stage: MoodyStage
) -> None:
    stage.moods[GROUP] = [Unclear()] * (2 * TRIES)
    await put(play, letter(GROUP, "Karte"))
    await play.settle()
    assert stage.texts(GROUP) == [MARK + "Karte"]


async def test_a_refusal_after_a_doubt_keeps_the_mark(play: Theatre, stage: MoodyStage) -> None:
    stage.moods["anna"] = [Unclear(), Unclear()]
    await put(play, letter("anna", "Antwort"))
    await play.settle()
    assert stage.texts("anna") == [MARK + "Antwort"]
