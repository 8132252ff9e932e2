"""Rounds by the clock: one process makes them, and a restart makes none twice."""

import asyncio
from datetime import timedelta

from bot.upkeep import clockwork as rounds
from bot.upkeep.clockwork import EVERY
from tests.bot.letters import GROUP, open_ticket
from tests.bot.moody import MoodyStage
from tests.bot.rows import outbox
from tests.stage import Theatre


async def make(play: Theatre) -> None:
    async with play.database.write() as session:
        await rounds.make(session, play.house, play.clock())


async def overdue(play: Theatre) -> None:
    """Open a ticket, and let it wait until it is overdue: Thursday morning."""
    await open_ticket(play)
    play.clock.moves(timedelta(days=4))


def texts(stage: MoodyStage) -> list[str]:
    return sorted(text.split("\n")[0] for text in stage.texts(GROUP))


async def test_two_processes_remind_and_greet_once(
    play: Theatre, replica: Theatre, stage: MoodyStage
) -> None:
    await overdue(play)
    await asyncio.gather(make(play), make(replica))
    await play.settle()
    assert texts(stage) == [
        "Guten Morgen. Offen: 1, davon überfällig: 1",  # which is the reminder as well
    ]


async def test_rounds_are_not_made_more_often_than_every_minute(play: Theatre) -> None:
    await make(play)
    await overdue(play)
    await make(play)
    made = len(await outbox(play.database))
    await open_ticket_of_bert(play)
    with_bert = len(await outbox(play.database))
    play.clock.moves(EVERY - timedelta(seconds=1))
    await make(play)
    assert len(await outbox(play.database)) == with_bert > made


async def open_ticket_of_bert(play: Theatre) -> None:
    await play.person("bert").says("/anfrage Wer haftet für den Schlüssel?")


async def test_the_morning_comes_once_a_day(play: Theatre, stage: MoodyStage) -> None:
    await overdue(play)
    for _ in range(5):
        await make(play)
        play.clock.moves(timedelta(hours=1))
    await play.settle()
    assert sum("Guten Morgen" in text for text in stage.texts(GROUP)) == 1
    play.clock.moves(timedelta(hours=19))
    await make(play)
    await play.settle()
    assert sum("Guten Morgen" in text for text in stage.texts(GROUP)) == 2


async def test_at_night_nobody_is_told_anything(play: Theatre, stage: MoodyStage) -> None:
    await overdue(play)
    play.clock.moves(timedelta(hours=12))
    await make(play)
    await play.settle()
    assert stage.texts(GROUP) == []
