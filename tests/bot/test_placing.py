"""Where a reply lands: topics and cards, what is changed in place, and what when it is gone."""

from dataclasses import replace

import pytest
from markupsafe import Markup

from bot.channels import TryLater
from bot.outgoing.outcome import TRIES
from db.engine import Database
from handlers.messages import Address, Reply
from tests.bot.letters import GROUP, letter, open_ticket, put
from tests.bot.moody import MoodyStage
from tests.bot.rows import outbox
from tests.stage import Theatre, Topic
from tickets.life import State

OPENED = Topic("FZ-2026-0001", State.OPEN)


@pytest.fixture
def database(sqlite_database: Database) -> Database:
    """Use one kind of database: this file is about places, not about SQL."""
    return sqlite_database


@pytest.fixture
async def _with_topics(play: Theatre, stage: MoodyStage) -> None:
    stage.topics = {}
    await open_ticket(play)


def in_thread(text: str) -> Reply:
    return replace(letter(GROUP, text, ticket=1), in_thread=True)


def card(text: str) -> Reply:
    return replace(letter(GROUP, text, ticket=1), card=True)


def correction(text: str) -> Reply:
    return replace(letter("anna", text, ticket=1), part=1, corrects=True)


async def say(play: Theatre, *replies: Reply) -> None:
    await put(play, *replies)
    await play.settle()


@pytest.mark.usefixtures("_with_topics")
async def test_a_topic_is_opened_once(play: Theatre, stage: MoodyStage) -> None:
    await say(play, in_thread("1"), card("Karte"), in_thread("2"))
    assert stage.topics == {"t1": OPENED}
    assert {outgoing.topic for outgoing in stage.outgoing} == {"t1"}


@pytest.mark.usefixtures("_with_topics")
async def test_a_topic_shows_the_state(play: Theatre, stage: MoodyStage) -> None:
    await play.deliver({"chat": GROUP, "sender": "root", "text": "/schliessen 1"})
    assert stage.topics == {"t1": Topic(OPENED.title, State.CLOSED)}


@pytest.mark.usefixtures("_with_topics")
async def test_a_card_is_changed_in_place(play: Theatre, stage: MoodyStage) -> None:
    cards = [heard for chat, heard in stage.sent if chat == GROUP]
    await say(play, card("neu"))
    assert [(heard.text, heard.edited) for heard in cards] == [("neu", True)]
    assert stage.texts(GROUP) == []


@pytest.mark.usefixtures("_with_topics")
async def test_a_card_that_was_deleted_is_posted_anew(play: Theatre, stage: MoodyStage) -> None:
    stage.deletes(GROUP, next(heard.id for chat, heard in stage.sent if chat == GROUP))
    await say(play, card("neu"))
    await say(play, card("noch neuer"))
    assert stage.texts(GROUP) == ["noch neuer"]
    assert stage.heard(GROUP)[0].topic == "t1"


@pytest.mark.usefixtures("_with_topics")
async def test_a_topic_that_was_deleted_is_opened_anew(play: Theatre, stage: MoodyStage) -> None:
    stage.topics = {"t7": OPENED, "t8": OPENED}  # and t1 is not among them
    await say(play, in_thread("1"), card("Karte"), in_thread("2"))
    assert list(stage.topics) == ["t7", "t8", "t3"]
    assert stage.texts(GROUP) == ["1", "Karte", "2"]
    assert {heard.topic for heard in stage.heard(GROUP)} == {"t3"}


@pytest.mark.usefixtures("_with_topics")
async def test_tries_spent_on_an_outage_do_not_count_against_a_lost_topic(
    play: Theatre, stage: MoodyStage
) -> None:
    stage.topics = {}
    stage.moods[GROUP] = [TryLater()] * TRIES
    await say(play, in_thread("wichtig"))
    assert stage.texts(GROUP) == ["wichtig"]


async def test_an_answer_where_somebody_asked_in_a_topic_that_is_gone(
    play: Theatre, stage: MoodyStage
) -> None:
    stage.topics = {}
    await say(play, replace(letter(GROUP, "Liste"), topic="t5"))
    assert [(heard.text, heard.topic) for heard in stage.heard(GROUP)] == [("Liste", None)]


async def test_without_topics_it_stands_under_the_card(play: Theatre, stage: MoodyStage) -> None:
    await open_ticket(play)
    first = next(heard.id for chat, heard in stage.sent if chat == GROUP)
    await say(play, in_thread("dazu"))
    assert [(heard.text, heard.reply_to) for heard in stage.heard(GROUP)] == [("dazu", first)]


async def test_what_carries_a_part_is_corrected(play: Theatre, stage: MoodyStage) -> None:
    await open_ticket(play)
    await say(play, replace(letter("anna", "falsch", ticket=1), part=1))
    await say(play, correction("richtig"))
    assert [(heard.text, heard.edited) for heard in stage.heard("anna")] == [("richtig", True)]


async def test_a_correction_of_what_is_gone_is_sent(play: Theatre, stage: MoodyStage) -> None:
    await open_ticket(play)
    await say(play, replace(letter("anna", "falsch", ticket=1), part=1))
    stage.deletes("anna", stage.heard("anna")[0].id)
    await say(play, correction("richtig"))
    await say(play, correction("ganz richtig"))
    assert stage.texts("anna") == ["ganz richtig"]


async def test_a_correction_of_what_came_in_pieces_is_sent(
    play: Theatre, stage: MoodyStage
) -> None:
    await open_ticket(play)
    long = replace(letter("anna", "", ticket=1), text=Markup("Wort " * 1500), part=1)
    await say(play, long)
    before = len(stage.texts("anna"))
    assert before > 1
    await say(play, correction("kurz"))
    assert stage.texts("anna")[before:] == ["kurz"]


async def test_a_correction_of_what_has_not_gone_out_yet_follows_it(
    play: Theatre, stage: MoodyStage
) -> None:
    await open_ticket(play)
    await say(play, replace(letter("anna", "falsch", ticket=1), part=1), correction("richtig"))
    assert stage.texts("anna") == ["richtig"]
    assert [a.text for a in stage.attempts] == ["falsch", "richtig"]


async def test_a_repeated_change_needs_no_mark(play: Theatre, stage: MoodyStage) -> None:
    await open_ticket(play)
    await put(play, card("neu"))
    await play.sender._claim()
    async with play.database.write() as session:
        for row in await outbox(play.database):
            if row.state == "sending":
                await play.sender._outcome.orphaned(session, await session.merge(row))
    await play.settle()
    assert [(a.text, bool(a.edits)) for a in stage.attempts] == [("neu", True)]


@pytest.mark.parametrize(
    ("to", "one", "seen"),
    [
        (GROUP, Address("stage", "carla"), "carla"),
        (GROUP, Address("telegram", "7"), None),  # nobody of this messenger
        ("anna", Address("stage", "anna"), None),  # alone there already
    ],
)
async def test_only_in_a_group_is_anything_for_one_person(
    to: str, one: Address, seen: str | None, play: Theatre, stage: MoodyStage
) -> None:
    await say(play, replace(letter(to, "Das geht nicht."), only_for=one))
    assert [outgoing.only_for for outgoing in stage.outgoing] == [seen]
