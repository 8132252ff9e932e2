"""A burst against the fake Bot API, which counts every message that came too soon."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from markupsafe import Markup

from bot import clock as real
from bot.outgoing import outbox
from bot.outgoing.sender import Sender
from db.engine import Database
from handlers.desk import House
from handlers.messages import Address, Reply
from tests.channels.office import telegram
from tests.clock import Clock
from tests.fake_telegram import FakeTelegram

GROUP = -1_002_000_000_001


@pytest.fixture
def house(house: House) -> House:
    return replace(house, advisors=Address("telegram", str(GROUP)))


async def lay(
    database: Database, server: FakeTelegram, now: Callable[[], datetime], burst: dict[str, int]
) -> None:
    """Lay letters to many people and to the advisors' group into the outbox."""
    people = [server.person(f"P{n}").id for n in range(burst["people"])]
    server.group("Beratung", id=GROUP)
    to = [chat for _ in range(burst["each"]) for chat in people] + [GROUP] * burst["group"]
    replies = [Reply(Address("telegram", str(chat)), Markup(f"{n}.")) for n, chat in enumerate(to)]
    async with database.write() as session:
        await outbox.put(session, replies, now())


def in_order(server: FakeTelegram) -> bool:
    """Tell whether every chat got its messages in the order they were written."""
    texts: dict[int, list[int]] = {}
    for sent in server.sent:
        texts.setdefault(sent.chat_id, []).append(int(sent.params["text"].rstrip(".")))
    return all(numbers == sorted(numbers) for numbers in texts.values())


async def test_200_messages_and_no_violation(
    sqlite_database: Database, house: House, clock: Clock
) -> None:
    async with FakeTelegram(clock=clock.tick, pace_tolerance=0.0) as server:
        channel = telegram(server)
        sender = Sender(sqlite_database, channel, house, clock, clock.tick)
        await lay(sqlite_database, server, clock, {"people": 80, "each": 2, "group": 40})
        while (pause := await sender.drain()) < 3600:
            clock.moves(timedelta(seconds=pause))
        await channel.close()
    assert len(server.sent) == 200
    assert server.pace_violations == []
    assert server.violations == []
    assert in_order(server)


@pytest.mark.slow
async def test_by_the_real_clock_too(sqlite_database: Database, house: House) -> None:
    async with FakeTelegram(enforce_pace=True) as server:
        channel = telegram(server)
        sender = Sender(sqlite_database, channel, house, real.now)
        await lay(sqlite_database, server, real.now, {"people": 30, "each": 2, "group": 5})
        stop = asyncio.Event()
        began = time.monotonic()
        async with asyncio.timeout(30), asyncio.TaskGroup() as group:
            sender.crew = group
            group.create_task(sender.run(stop, 1.0))
            while len(server.sent) < 65:  # noqa: ASYNC110 - the server tells nobody
                await asyncio.sleep(0.05)
            stop.set()
        await channel.close()
    assert server.pace_violations == []
    assert [call.status for call in server.calls if call.status != 200] == []
    assert in_order(server)
    assert time.monotonic() - began < 20  # 65 messages at 30 a second, and a busy machine
