"""A database in trouble for a moment: nothing is given up, nothing overtaken."""

from datetime import timedelta

import pytest
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection

from bot.incoming.inbox import RawUpdate
from faq.question import AskedQuestion
from handlers.desk import House
from tests.bot.conftest import Open
from tests.bot.faults import FaultyMatcher, with_matcher
from tests.bot.rows import count, inbox
from tests.stage import Theatre

TROUBLE = {
    "locked": OperationalError("SELECT", {}, ValueError("database is locked")),
    "connection lost": DBAPIError("SELECT", {}, ValueError("gone"), connection_invalidated=True),
    "in each other's way": IntegrityError("INSERT", {}, ValueError("duplicate")),
    "refused": ConnectionRefusedError("no server there"),
    "no connection free": NoConnection("pool is empty"),
}


def question(chat: str, number: int, text: str) -> RawUpdate:
    return RawUpdate.of({"chat": chat, "sender": chat, "text": text}, f"{chat}{number}", chat)


async def two_questions(play: Theatre) -> None:
    batch = [question("anna", 1, "stolpere einmal"), question("anna", 2, "danach")]
    await play.inbox.store("stage", batch, play.clock())


@pytest.mark.parametrize("trouble", TROUBLE)
async def test_the_row_stays_first_in_line(open_theatre: Open, house: House, trouble: str) -> None:
    matcher = FaultyMatcher("stolpere", TROUBLE[trouble], times=1)
    play = open_theatre(with_matcher(house, matcher))
    await two_questions(play)
    assert not await play.helpdesk.step(play.stage)
    assert [row.state for row in await inbox(play.database)] == ["new", "new"]
    await play.settle()
    assert matcher.asked == ["stolpere einmal", "stolpere einmal", "danach"]
    assert await count(play.database, AskedQuestion) == 2
    assert await play.inbox.dead() == []


async def test_a_long_outage_gives_nothing_up(open_theatre: Open, house: House) -> None:
    matcher = FaultyMatcher("stolpere", TROUBLE["locked"], times=50)
    play = open_theatre(with_matcher(house, matcher))
    await two_questions(play)
    for _ in range(50):
        assert not await play.helpdesk.step(play.stage)
        play.clock.moves(timedelta(minutes=1))
    await play.settle()
    assert await count(play.database, AskedQuestion) == 2
    assert await play.inbox.dead() == []


async def test_the_other_chats_go_on(open_theatre: Open, house: House) -> None:
    matcher = FaultyMatcher("stolpere", TROUBLE["in each other's way"], times=2)
    play = open_theatre(with_matcher(house, matcher))
    await two_questions(play)
    await play.inbox.store("stage", [question("bert", 1, "Wie viel?")], play.clock())
    await play.helpdesk.step(play.stage)
    assert [row.state for row in await inbox(play.database)] == ["new", "new", "done"]


async def test_what_cannot_be_committed_is_not_half_there(
    open_theatre: Open, house: House
) -> None:
    play = open_theatre(with_matcher(house, FaultyMatcher("stolpere", TROUBLE["locked"])))
    await two_questions(play)
    await play.helpdesk.work_off(play.stage)
    assert await count(play.database, AskedQuestion) == 0
    assert play.stage.sent == []


async def test_a_chat_in_lasting_trouble_is_tried_more_and_more_rarely(
    open_theatre: Open, house: House
) -> None:
    matcher = FaultyMatcher("stolpere", TROUBLE["locked"], times=50)
    play = open_theatre(with_matcher(house, matcher))
    await two_questions(play)
    tried: list[int] = []
    for second in range(200):
        before = len(matcher.asked)
        await play.helpdesk.step(play.stage)
        if len(matcher.asked) > before:
            tried.append(second)
        play.clock.moves(timedelta(seconds=1))
    assert tried == [0, 1, 2, 4, 8, 16, 32, 64, 124, 184]
