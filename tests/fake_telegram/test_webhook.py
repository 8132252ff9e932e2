"""Delivery to a webhook."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web

from .listening_socket import ListeningSocket
from .raw_bot import RawBot
from .server import FakeTelegram
from .updates import FIRST_ID

HEADER = "X-Telegram-Bot-Api-Secret-Token"


class Target:
    """A web server that takes updates; the first one's answers can be set, others are 200."""

    def __init__(self) -> None:
        self.got: list[tuple[int, str | None]] = []
        self.first_answers: deque[int] = deque()
        self.arrived = asyncio.Condition()
        app = web.Application()
        app.add_routes([web.post("/hook", self.take)])
        self.socket = ListeningSocket(app, 0)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.socket.port}/hook"

    @property
    def ids(self) -> list[int]:
        return [update_id - FIRST_ID for update_id, _ in self.got]

    async def take(self, request: web.Request) -> web.Response:
        update = await request.json()
        self.got.append((update["update_id"], request.headers.get(HEADER)))
        async with self.arrived:
            self.arrived.notify_all()
        is_first = update["update_id"] == FIRST_ID
        return web.Response(
            status=self.first_answers.popleft() if is_first and self.first_answers else 200
        )

    async def wait(self, count: int) -> None:
        async with asyncio.timeout(3), self.arrived:
            await self.arrived.wait_for(lambda: len(self.got) >= count)


async def all_delivered(server: FakeTelegram) -> None:
    """Let the answer to the last delivery travel back."""
    async with asyncio.timeout(3):
        while server.updates.pending or server.updates.again:  # noqa: ASYNC110 - it tells nobody
            await asyncio.sleep(0.005)


@pytest.fixture
async def target() -> AsyncIterator[Target]:
    target = Target()
    await target.socket.open()
    yield target
    await target.socket.close()


def text(chat: int) -> dict[str, Any]:
    return {"message": {"message_id": 1, "chat": {"id": chat, "type": "private"}, "date": 1}}


async def test_delivers_with_the_secret(server: FakeTelegram, bot: RawBot, target: Target) -> None:
    server.inject(text(7))
    await bot.call("setWebhook", url=target.url, secret_token="geheim_1")
    server.inject(text(8))
    await target.wait(2)
    await all_delivered(server)
    assert sorted(target.got) == [(FIRST_ID, "geheim_1"), (FIRST_ID + 1, "geheim_1")]
    info = await bot.call("getWebhookInfo")
    assert (info["url"], info["pending_update_count"]) == (target.url, 0)


async def test_a_failure_blocks_only_its_chat(
    server: FakeTelegram, bot: RawBot, target: Target
) -> None:
    target.first_answers.extend([500, 502])
    server.inject(text(7))
    server.inject(text(7))
    await bot.call("setWebhook", url=target.url)
    await target.wait(1)
    server.inject(text(8))
    await target.wait(5)
    await all_delivered(server)
    assert [number for number in target.ids if number < 2] == [0, 0, 0, 1]
    assert 2 in target.ids
    error = (await bot.call("getWebhookInfo"))["last_error_message"]
    assert error == "Wrong response from the webhook: 502 Bad Gateway"


async def test_polling_and_webhook_exclude_each_other(
    server: FakeTelegram, bot: RawBot, target: Target
) -> None:
    poll = asyncio.ensure_future(bot.error("getUpdates", timeout=20))
    await asyncio.sleep(0.05)
    await bot.call("setWebhook", url=target.url)
    assert await poll == "Conflict: terminated by setWebhook request"
    assert "while webhook is active" in await bot.error("getUpdates")
    await bot.call("deleteWebhook")
    server.inject(text(7))
    assert await bot.update_ids() == [FIRST_ID]
    assert target.got == []


async def test_pending_updates_are_dropped_only_on_request(
    server: FakeTelegram, bot: RawBot
) -> None:
    server.inject(text(7))
    await bot.call("deleteWebhook", drop_pending_updates=False)
    assert len(await bot.update_ids()) == 1
    await bot.call("deleteWebhook", drop_pending_updates=True)
    assert await bot.update_ids() == []


async def test_an_unreachable_webhook_keeps_its_updates(
    server: FakeTelegram, bot: RawBot, target: Target
) -> None:
    await target.socket.refuse()
    await bot.call("setWebhook", url=target.url)
    server.inject(text(7))
    await asyncio.sleep(0.05)
    assert (await bot.call("getWebhookInfo"))["pending_update_count"] == 1
    await target.socket.listen()
    await target.wait(1)
    await all_delivered(server)


async def test_delivers_twice(server: FakeTelegram, bot: RawBot, target: Target) -> None:
    server.deliver_twice()
    await bot.call("setWebhook", url=target.url)
    server.inject(text(7))
    await target.wait(2)
    await all_delivered(server)
    assert target.ids == [0, 0]


async def test_wants_https_and_a_sound_secret(server: FakeTelegram, bot: RawBot) -> None:
    assert "HTTPS" in await bot.error("setWebhook", url="http://example.org/hook")
    assert "secret token" in await bot.error("setWebhook", url="", secret_token="ä")
    assert len(server.violations) == 2
