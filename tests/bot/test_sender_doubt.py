"""Nobody knows whether a message arrived: repeat it marked, or show it to a human."""

import pytest

from bot.channels import TryLater, Unclear
from bot.outgoing.outcome import TRIES
from handlers.messages import Delivery
from tests.bot.conftest import Open
from tests.bot.letters import GROUP, MARK, letter, open_ticket, put
from tests.bot.moody import MoodyStage
from tests.bot.rows import outbox
from tests.stage import Theatre

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
    assert [attempt.chat for attempt in stage.attempts].count("anna") == 2  # the second marked
    assert "Zustellung unklar" in stage.texts(GROUP)[0]


async def test_for_the_advisors_doubt_never_ends_in_silence(
    play: Theatre, stage: MoodyStage
) -> None:
    stage.moods[GROUP] = [Unclear()] * (2 * TRIES)
    await put(play, letter(GROUP, "Karte"))
    await play.settle()
    assert stage.texts(GROUP) == [MARK + "Karte"]


async def test_a_refusal_after_a_doubt_keeps_the_mark(play: Theatre, stage: MoodyStage) -> None:
    stage.moods["anna"] = [Unclear(), TryLater()]
    await put(play, letter("anna", "Antwort"))
    await play.settle()
    assert stage.texts("anna") == [MARK + "Antwort"]


class Outage(MoodyStage):
    """A messenger that is away for some calls."""

    away = 0

    async def reach(self) -> None:
        if self.away:
            self.away -= 1
            raise TryLater


async def test_the_one_repeat_waits_until_the_messenger_answers(
    play: Theatre, open_theatre: Open
) -> None:
    """A request times out: in an outage each would, and the repeat would be spent on nothing."""
    stage = Outage()
    during = open_theatre(stage=stage)
    stage.moods["anna"] = [Unclear()]
    stage.away = TRIES - 2
    await put(play, letter("anna", "Antwort"))
    await during.settle()
    assert stage.texts("anna") == [MARK + "Antwort"]
    assert len(stage.attempts) == 2


async def test_an_outage_without_end_is_none_of_doubt(play: Theatre, open_theatre: Open) -> None:
    stage = Outage()
    during = open_theatre(stage=stage)
    stage.moods["anna"] = [Unclear()]
    stage.away = 10 * TRIES
    await put(play, letter("anna", "Antwort"), letter("anna", "danach"))
    await during.settle()
    assert stage.texts("anna") == ["danach"]
    assert [row.state for row in await outbox(play.database)] == ["dead", "sent"]


async def test_who_may_have_missed_an_answer_is_told(play: Theatre, stage: MoodyStage) -> None:
    stage.moods["anna"] = [Unclear(), Unclear()]
    await put(play, letter("anna", "Antwort"), letter("anna", "danach"))
    await play.settle()
    assert stage.texts("anna") == [
        "danach",
        (
            "Eine Nachricht an Sie ist vielleicht nicht angekommen. Fehlt Ihnen eine Antwort, "
            "fragen Sie bitte noch einmal."
        ),
    ]
