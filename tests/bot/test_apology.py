"""A fault of ours: one apology with a reference, and a log that gives nobody away."""

import pytest
from sqlalchemy.exc import IntegrityError

from bot.incoming.inbox import InboxState, RawUpdate
from db.engine import Database
from faq.question import AskedQuestion
from handlers.desk import House
from tests.bot.conftest import Open
from tests.bot.faults import FaultyMatcher, with_matcher
from tests.bot.rows import count, inbox, outbox
from tests.stage import Theatre

CANARIES = ("Kanarienfrage", "Kanarienname", "123456789:AAE-Kanarientoken_abcdefghijk")
TEXT = f"explodiere {CANARIES[0]}"


@pytest.fixture
def database(sqlite_database: Database) -> Database:
    """Use one kind of database: this file is about words, not about SQL."""
    return sqlite_database


def broken(open_theatre: Open, house: House) -> Theatre:
    # What libraries throw often holds the text they could not handle.
    error = ValueError("cannot handle " + " ".join(CANARIES))
    return open_theatre(with_matcher(house, FaultyMatcher("explodiere", error)))


async def test_the_person_gets_one_apology_with_the_reference(
    open_theatre: Open, house: House
) -> None:
    play = broken(open_theatre, house)
    anna = play.person("anna")
    await anna.says(TEXT)
    (dead,) = await play.inbox.dead()
    anna.hears("der Fehler liegt bei uns", f"Kennnummer: {dead.reference}")
    anna.hears_nothing()
    await anna.says("Wie viel gibt es?")
    anna.hears("18.000 Euro")


async def test_half_a_turn_leaves_nothing(open_theatre: Open, house: House) -> None:
    play = broken(open_theatre, house)
    await play.person("anna").says("/start")
    before = len(await outbox(play.database))
    await play.person("anna").says(TEXT)
    assert await count(play.database, AskedQuestion) == 0
    assert len(await outbox(play.database)) == before + 1  # the apology


async def test_the_log_names_the_place_and_nothing_else(
    open_theatre: Open, house: House, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    play = broken(open_theatre, house)
    await play.deliver({"chat": "anna", "sender": "anna", "text": TEXT, "name": CANARIES[1]})
    await play.deliver({"chat": "anna", "poison": CANARIES})
    await play.inbox.store("stage", [RawUpdate.unreadable(TEXT.encode())], play.clock())
    await play.settle()
    helpdesk = [r.getMessage() for r in caplog.records if not r.name.startswith(("sql", "aiosql"))]
    assert any("ValueError at bot/find" in line for line in helpdesk)
    for canary in CANARIES:
        assert canary not in "\n".join(helpdesk)
    assert len(await play.inbox.dead()) == 3


async def test_a_dead_row_holds_no_text_of_the_error(open_theatre: Open, house: House) -> None:
    play = broken(open_theatre, house)
    await play.person("anna").says(TEXT)
    (dead,) = await play.inbox.dead()
    assert not any(canary in str(dead.error) for canary in CANARIES)


async def test_others_do_not_notice(open_theatre: Open, house: House) -> None:
    play = broken(open_theatre, house)
    both = [
        {"chat": who, "sender": who, "text": text}
        for who, text in (("anna", TEXT), ("bert", "Wie viel?"))
    ]
    batch = [RawUpdate.of(update, n, update["chat"]) for n, update in enumerate(both)]
    await play.inbox.store("stage", batch, play.clock())
    await play.settle()
    assert [row.state for row in await inbox(play.database)] == [InboxState.DEAD, InboxState.DONE]
    assert {chat for chat, _ in play.stage.sent} == {"anna", "bert"}


async def test_a_fault_of_the_database_that_stays_is_ours(
    open_theatre: Open, house: House
) -> None:
    error = IntegrityError("INSERT", {}, ValueError(TEXT))
    matcher = FaultyMatcher("explodiere", error)
    play = open_theatre(with_matcher(house, matcher))
    anna = play.person("anna")
    for _ in range(play.helpdesk.TRIES):
        await anna.says(TEXT) if not matcher.asked else await play.settle()
    assert len(matcher.asked) == play.helpdesk.TRIES
    anna.hears("der Fehler liegt bei uns")
