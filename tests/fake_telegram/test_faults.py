"""Faults on demand, and the count of what is too fast."""

import time

import aiohttp
import pytest

from .pace import Pace
from .person import Person
from .raw_bot import RawBot
from .server import FakeTelegram
from .wire import ApiError


async def test_429_tells_when_to_come_back(
    server: FakeTelegram, bot: RawBot, anna: Person
) -> None:
    server.fail_next("sendMessage", status=429, retry_after=3)
    status, body = await bot.answer("sendMessage", chat_id=anna.id, text="x")
    assert status == body["error_code"] == 429
    assert body["description"] == "Too Many Requests: retry after 3"
    assert body["parameters"] == {"retry_after": 3}
    assert await bot.call("sendMessage", chat_id=anna.id, text="x")
    assert len(server.sent) == 1
    assert server.violations == []


async def test_errors_with_any_words(server: FakeTelegram, bot: RawBot, anna: Person) -> None:
    server.fail_next("sendMessage", status=403)
    server.fail_next("*", status=400, description="Bad Request: message thread not found")
    server.fail_next("sendMessage", status=400, migrate_to_chat_id=-1005)
    send = {"chat_id": anna.id, "text": "x"}
    assert await bot.error("sendMessage", **send) == "Forbidden: bot was blocked by the user"
    assert await bot.error("getMe") == "Bad Request: message thread not found"
    assert (await bot.answer("sendMessage", **send))[1]["parameters"] == {
        "migrate_to_chat_id": -1005
    }


async def test_only_for_one_chat_and_several_times(server: FakeTelegram, bot: RawBot) -> None:
    anna, ben = server.person("Anna"), server.person("Ben")
    server.fail_next("sendMessage", status=500, times=None, chat_id=ben.id)
    assert await bot.call("sendMessage", chat_id=anna.id, text="x")
    assert await bot.error("sendMessage", chat_id=ben.id, text="x") == "Internal Server Error"
    assert await bot.error("sendMessage", chat_id=ben.id, text="x") == "Internal Server Error"
    server.heal()
    assert await bot.call("sendMessage", chat_id=ben.id, text="x")


async def test_by_chance(server: FakeTelegram, bot: RawBot) -> None:
    server.fail_next("getMe", status=500, times=None, chance=0.3)
    statuses = [(await bot.answer("getMe"))[0] for _ in range(60)]
    assert 6 <= statuses.count(500) <= 32


async def test_502_is_html(server: FakeTelegram, bot: RawBot) -> None:
    server.fail_next("getMe", status=502)
    async with bot.session.post(f"{server.url}/bot{server.token}/getMe") as response:
        assert (response.status, response.content_type) == (502, "text/html")
        assert "<h1>502 Bad Gateway</h1>" in await response.text()


async def test_any_body(server: FakeTelegram, bot: RawBot, anna: Person) -> None:
    server.fail_next("sendMessage", body='{"ok": true, "resu')
    url = f"{server.url}/bot{server.token}/sendMessage"
    async with bot.session.post(url, data={"chat_id": anna.id, "text": "x"}) as response:
        assert await response.text() == '{"ok": true, "resu'
    assert len(server.sent) == 1


async def test_reset_before_executing(server: FakeTelegram, bot: RawBot, anna: Person) -> None:
    server.fail_next("sendMessage", reset=True)
    with pytest.raises(aiohttp.ClientConnectionError):
        await bot.call("sendMessage", chat_id=anna.id, text="x")
    assert server.sent == []
    assert [call.status for call in server.calls] == [0]


async def test_executed_but_answer_dropped(
    server: FakeTelegram, bot: RawBot, anna: Person
) -> None:
    server.fail_next("sendMessage", drop_answer=True)
    with pytest.raises(aiohttp.ClientConnectionError):
        await bot.call("sendMessage", chat_id=anna.id, text="x")
    assert (await anna.hears()).text == "x"


async def test_delayed_answer(server: FakeTelegram, bot: RawBot, anna: Person) -> None:
    server.fail_next("sendMessage", delay=0.2)
    start = time.monotonic()
    await bot.call("sendMessage", chat_id=anna.id, text="x")
    assert time.monotonic() - start > 0.19
    assert len(server.sent) == 1


async def test_refused_connections(server: FakeTelegram, bot: RawBot) -> None:
    await bot.call("getMe")
    url = server.url
    async with server.refusing():
        with pytest.raises(aiohttp.ClientConnectionError):
            await bot.call("getMe")
    assert server.url == url
    assert await bot.call("getMe")


def test_pace_overall() -> None:
    now = 0.0
    pace = Pace(clock=lambda: now)
    for chat in range(31):
        now += 0.02
        pace.note(chat, private=True)
    assert len(pace.violations) == 1
    assert pace.violations[0].startswith("overall: 31 messages within 0.60 s, at most 30 in 1 s")


@pytest.mark.parametrize(("gap", "count"), [(0.91, 0), (0.89, 1)])
def test_pace_in_a_private_chat_with_its_tolerance(gap: float, count: int) -> None:
    now = 0.0
    pace = Pace(clock=lambda: now)
    pace.note(7, private=True)
    pace.note(8, private=True)
    now += gap
    pace.note(7, private=True)
    assert len(pace.violations) == count


@pytest.mark.parametrize(("gap", "count"), [(3.1, 0), (2.9, 1)])
def test_pace_in_a_group(gap: float, count: int) -> None:
    now = 0.0
    pace = Pace(clock=lambda: now)
    for _ in range(21):
        now += gap
        pace.note(-7, private=False)
    assert len(pace.violations) == count


async def test_pace_is_enforced_if_wished() -> None:
    async with (
        FakeTelegram(enforce_pace=True) as server,
        aiohttp.ClientSession() as session,
    ):
        bot, anna = RawBot(server, session), server.person("Anna")
        await bot.call("sendMessage", chat_id=anna.id, text="x")
        status, body = await bot.answer("sendMessage", chat_id=anna.id, text="x")
        assert (status, body["parameters"]) == (429, {"retry_after": 1})
        assert (len(server.sent), server.pace_violations) == (1, [])


def test_pace_tells_how_long_to_wait() -> None:
    now = 100.0
    pace = Pace(clock=lambda: now)
    for _ in range(20):
        pace.note(-7, private=False)
        now += 1
    with pytest.raises(ApiError) as caught:
        pace.require(-7, private=False)
    assert caught.value.parameters == {"retry_after": 40}
