"""The rules of getUpdates."""

import asyncio
import time
from typing import Any

import aiohttp
import pytest

from . import schema
from .person import Person
from .raw_bot import RawBot
from .server import FakeTelegram
from .updates import FIRST_ID, UpdateQueue

TEXT: dict[str, Any] = {"chat": {"id": 7, "type": "private"}, "date": 1, "text": "Hallo"}


def text(number: int) -> dict[str, Any]:
    return {"message": TEXT | {"message_id": number}}


async def test_wrong_token_is_401(server: FakeTelegram) -> None:
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{server.url}/bot1:WRONG/getMe") as response,
    ):
        assert response.status == 401
        assert (await response.json())["description"] == "Unauthorized"


async def test_unknown_method_is_404(server: FakeTelegram, bot: RawBot) -> None:
    assert await bot.error("sendHugs") == "Not Found"
    assert server.violations == ["sendHugs: the fake server knows no such method"]


async def test_ids_increase_and_the_head_is_not_forgotten(
    server: FakeTelegram, bot: RawBot
) -> None:
    ids = [server.inject(text(n)) for n in (1, 2, 3)]
    assert ids == [FIRST_ID, FIRST_ID + 1, FIRST_ID + 2]
    assert await bot.update_ids() == ids
    assert await bot.update_ids(offset=0) == ids
    assert len(server.updates.pending) == 3


async def test_offset_forgets_all_below(server: FakeTelegram, bot: RawBot) -> None:
    for number in (1, 2, 3):
        server.inject(text(number))
    assert await bot.update_ids(offset=FIRST_ID + 2) == [FIRST_ID + 2]
    assert await bot.update_ids() == [FIRST_ID + 2]
    assert list(server.updates.done) == [FIRST_ID, FIRST_ID + 1]


async def test_negative_offset_counts_from_the_end(server: FakeTelegram, bot: RawBot) -> None:
    for number in (1, 2, 3):
        server.inject(text(number))
    assert await bot.update_ids(offset=-2) == [FIRST_ID + 1, FIRST_ID + 2]
    assert await bot.update_ids() == [FIRST_ID + 1, FIRST_ID + 2]


async def test_at_most_100_updates(server: FakeTelegram, bot: RawBot) -> None:
    for number in range(1, 121):
        server.inject(text(number))
    assert len(await bot.update_ids()) == 100
    assert len(await bot.update_ids(limit=500)) == 100
    assert len(await bot.update_ids(limit=7)) == 7


async def test_long_poll_wakes_up(anna: Person, bot: RawBot) -> None:
    poll = asyncio.ensure_future(bot.call("getUpdates", timeout=20))
    await asyncio.sleep(0.05)
    await anna.writes("Guten Tag")
    updates = await asyncio.wait_for(poll, 2)
    assert [update["message"]["text"] for update in updates] == ["Guten Tag"]


async def test_long_poll_ends_empty(bot: RawBot) -> None:
    start = time.monotonic()
    assert await bot.call("getUpdates", timeout=1) == []
    assert 0.9 < time.monotonic() - start < 2


async def test_second_poll_ends_the_first(server: FakeTelegram, bot: RawBot) -> None:
    first = asyncio.ensure_future(bot.error("getUpdates", timeout=20))
    await asyncio.sleep(0.05)
    second = asyncio.ensure_future(bot.update_ids(timeout=20))
    assert (await asyncio.wait_for(first, 2)).startswith("Conflict: terminated by other")
    server.inject(text(1))
    assert await asyncio.wait_for(second, 2) == [FIRST_ID]


async def test_poll_of_a_gone_client_ends(server: FakeTelegram, bot: RawBot) -> None:
    poll = asyncio.ensure_future(bot.call("getUpdates", timeout=20))
    await asyncio.sleep(0.05)
    poll.cancel()
    await asyncio.sleep(0.05)
    assert [call.status for call in server.calls] == [0]
    server.inject(text(1))
    assert await bot.update_ids() == [FIRST_ID]


async def test_allowed_updates_last_until_changed(anna: Person, bot: RawBot) -> None:
    await bot.call("getUpdates", allowed_updates=["callback_query"])
    await anna.writes("nicht gewollt")
    assert await bot.update_ids() == []
    await bot.call("getUpdates", allowed_updates=[])
    await anna.reacts(1, "👍")
    await anna.writes("gewollt")
    assert len(await bot.update_ids()) == 1


async def test_same_update_twice(server: FakeTelegram, bot: RawBot) -> None:
    server.inject(text(1))
    server.deliver_twice()
    assert await bot.update_ids() == [FIRST_ID]
    assert await bot.update_ids(offset=FIRST_ID + 1) == [FIRST_ID]
    assert await bot.update_ids(offset=FIRST_ID + 1) == []
    server.deliver_again(FIRST_ID)
    assert await bot.update_ids(offset=FIRST_ID + 1) == [FIRST_ID]


async def test_ids_restart_lower(server: FakeTelegram, bot: RawBot) -> None:
    server.inject(text(1))
    with pytest.raises(ValueError, match="1 updates wait"):
        server.restart_ids()
    assert await bot.update_ids(offset=FIRST_ID + 1) == []
    server.restart_ids(500)
    server.inject(text(2))
    # The bot still asks for the next high id; the server answers from the head.
    assert await bot.update_ids(offset=FIRST_ID + 1) == [500]


async def test_malformed_updates_go_through(server: FakeTelegram, bot: RawBot) -> None:
    origin = {"type": "hidden_user", "date": 1}
    server.inject({"message": TEXT | {"message_id": 1, "forward_origin": origin}})
    server.inject({"message": {"date": "gestern", "text": "\ud83d\x00"}})
    server.inject({"something_new": {"a": 1}})
    updates = (await bot.answer("getUpdates"))[1]["result"]
    assert updates[0]["message"]["forward_origin"] == origin
    assert updates[1]["message"] == {"date": "gestern", "text": "\ud83d\x00"}
    assert updates[2]["something_new"] == {"a": 1}


async def test_updates_of_people_fit_the_schema(server: FakeTelegram, bot: RawBot) -> None:
    anna, group = server.person("Anna"), server.group("Beratung", forum=True)
    thread = await group.opens_topic("Frage 1", anna)
    message = await anna.writes("/hilfe@amt_test_bot bitte", chat=group, thread=thread)
    await anna.edits(message, "anders", chat=group)
    await anna.writes("dazu", chat=group, reply_to=message)
    await group.closes_topic(thread, anna)
    group.bot_becomes("member", by=anna)
    anna.blocks_bot()
    updates = await bot.call("getUpdates")
    assert len(updates) == 7
    assert [schema.update_fault(update) for update in updates] == [None] * 7


def test_presses_expire_after_150_seconds_and_messages_after_a_day() -> None:
    now = 0.0
    queue = UpdateQueue(clock=lambda: now)
    queue.add({"callback_query": {"id": "1", "from": {"id": 7}}})
    message = queue.add(text(1))
    now = 151.0
    assert [update["update_id"] for update in queue.batch(0, 100)] == [message]
    now = 86_401.0
    assert queue.batch(0, 100) == []


def test_an_update_over_64_kib_is_dropped() -> None:
    queue = UpdateQueue(clock=time.time)
    assert queue.add({"message": TEXT | {"text": "x" * 66_000}}) is None
    assert not queue.pending


async def test_asking_again_at_once_gives_one_update_if_wished() -> None:
    async with FakeTelegram(repeat_guard=True) as server, aiohttp.ClientSession() as session:
        bot = RawBot(server, session)
        server.inject(text(1))
        server.inject(text(2))
        assert len(await bot.update_ids()) == 2
        assert len(await bot.update_ids()) == 1
