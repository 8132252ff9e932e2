"""Messages that will never arrive: who learns of it, and who goes on."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.channels import BadMarkup, Blocked, Refused
from bot.outgoing.outcome import ADVISORS_PAUSE
from db.engine import Database
from tests.bot.letters import GROUP, letter, open_ticket, put
from tests.bot.moody import MoodyStage
from tests.bot.rows import outbox
from tests.stage import Theatre
from tickets.ticket import TicketMessage


@pytest.fixture
def database(sqlite_database: Database) -> Database:
    """Use one kind of database: this file is about answers, not about SQL."""
    return sqlite_database


async def events(play: Theatre) -> list[str]:
    async with play.database.read() as session:
        query = select(TicketMessage.text).where(TicketMessage.kind == "event")
        return list(await session.scalars(query))


async def test_who_blocked_the_bot_is_a_note_on_the_ticket(
    play: Theatre, stage: MoodyStage
) -> None:
    ticket = await open_ticket(play)
    stage.moods["anna"] = [Blocked()]
    await put(play, letter("anna", "Antwort", ticket=ticket))
    await play.settle()
    assert stage.texts("anna") == []
    assert stage.texts(GROUP) == [
        "FZ-2026-0001 · Nicht zugestellt: Die Person hat den Bot blockiert."
    ]
    assert await events(play) == ["Die Person hat den Bot blockiert."]
    assert "dead" in [row.state for row in await outbox(play.database)]


async def test_a_refused_message_says_so(play: Theatre, stage: MoodyStage) -> None:
    ticket = await open_ticket(play)
    stage.moods["anna"] = [Refused()]
    await put(play, letter("anna", "Antwort", ticket=ticket))
    await play.settle()
    assert stage.texts(GROUP) == [
        "FZ-2026-0001 · Nicht zugestellt: Der Messenger hat die Nachricht abgelehnt."
    ]


async def test_without_a_ticket_nobody_is_bothered(play: Theatre, stage: MoodyStage) -> None:
    stage.moods["anna"] = [Blocked()]
    await put(play, letter("anna", "Guten Tag"), letter("anna", "danach"))
    await play.settle()
    assert stage.texts("anna") == ["danach"]
    assert stage.texts(GROUP) == []


async def test_the_advisors_chat_waits_until_it_is_back(
    play: Theatre, stage: MoodyStage, caplog: pytest.LogCaptureFixture
) -> None:
    stage.moods[GROUP] = [Blocked()] * 50
    await put(play, letter(GROUP, "Karte 1"), letter(GROUP, "Karte 2"))
    assert await play.sender.drain() == ADVISORS_PAUSE
    assert "the advisors' chat cannot be reached" in caplog.text
    for _ in range(49):
        play.clock.moves(timedelta(seconds=ADVISORS_PAUSE))
        await play.sender.drain()
    assert stage.texts(GROUP) == []
    play.clock.moves(timedelta(seconds=ADVISORS_PAUSE))
    await play.sender.drain()
    assert stage.texts(GROUP) == ["Karte 1", "Karte 2"]


async def test_the_admins_are_told_once_an_outage(play: Theatre, stage: MoodyStage) -> None:
    stage.moods[GROUP] = [Blocked()] * 5
    await put(play, letter(GROUP, "Karte 1"), letter(GROUP, "Karte 2"))
    await play.settle()
    assert [text[:30] for text in stage.texts("root")] == ["Ich erreiche die Gruppe der Be"]
    assert stage.texts(GROUP) == ["Karte 1", "Karte 2"]
    stage.moods[GROUP] = [Blocked()] * 5
    await put(play, letter(GROUP, "Karte 3"))
    await play.settle()
    assert len(stage.texts("root")) == 2


async def test_every_admin_is_told_also_who_was_made_one(play: Theatre, stage: MoodyStage) -> None:
    await play.deliver({"chat": "root", "sender": "root", "text": "/rollen stage:eva admin"})
    stage.overlook()
    stage.moods[GROUP] = [Blocked()]
    await put(play, letter(GROUP, "Karte"))
    await play.settle()
    assert [len(stage.texts(who)) for who in ("root", "eva")] == [1, 1]


async def test_an_answer_that_did_not_arrive_stands_on_the_card(
    play: Theatre, stage: MoodyStage
) -> None:
    await open_ticket(play)
    (card,) = [heard for chat, heard in stage.sent if chat == GROUP]
    stage.moods["anna"] = [Blocked()]
    await play.deliver({"chat": GROUP, "sender": "root", "text": "/antwort 1 Ja."})
    assert "Nicht angekommen: Die Person hat den Bot blockiert." in card.text
    assert "Noch einmal senden" in card.labels
    await play.deliver({"chat": GROUP, "sender": "root", "press": "again:1"})
    assert "Nicht angekommen" not in card.text
    assert "Ja." in stage.texts("anna")[-1]


async def test_bad_markup_is_sent_once_more_without(play: Theatre, stage: MoodyStage) -> None:
    stage.moods["anna"] = [BadMarkup()]
    await put(play, letter("anna", "<b>fett</b>"))
    await play.settle()
    assert [attempt.plain for attempt in stage.attempts] == [False, True]
    assert stage.texts("anna") == ["fett"]


async def test_bad_markup_twice_is_a_refusal(play: Theatre, stage: MoodyStage) -> None:
    ticket = await open_ticket(play)
    stage.attempts.clear()
    stage.moods["anna"] = [BadMarkup()] * 9
    await put(play, letter("anna", "<b>fett</b>", ticket=ticket))
    await play.settle()
    assert [a.plain for a in stage.attempts if a.chat == "anna"] == [False, True]
    assert "abgelehnt" in stage.texts(GROUP)[0]


async def test_the_log_names_no_chat_and_no_text(
    play: Theatre, stage: MoodyStage, caplog: pytest.LogCaptureFixture
) -> None:
    ticket = await open_ticket(play)
    stage.moods["anna"] = [Blocked(), ValueError("Geheimes an anna")]
    await put(play, letter("anna", "Geheimes", ticket=ticket), letter("anna", "Geheimes"))
    await play.settle()
    ours = [r.getMessage() for r in caplog.records if r.name.startswith(("bot", "helpdesk"))]
    assert len(ours) == 2
    assert "Geheimes" not in " ".join(ours)
    assert "anna" not in " ".join(ours)
