"""A Bot API that only keeps time: it hands out updates and notes when something is answered."""

import asyncio
import json
import time
from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress
from typing import Self

from aiohttp import web

TOKEN = "123456:" + "A" * 35
CHATS = 500
MOST = 100  # updates an answer, as with Telegram
GIVE_UP = 60.0  # seconds without a single answer
OK = json.dumps({"ok": True, "result": True}).encode()
ME = {"id": 123456, "is_bot": True, "first_name": "Bot", "username": "bench_bot"}


class Api:
    """Serves one bot on a free port of this machine."""

    def __init__(self) -> None:
        self.url = ""
        self.stored_at = 0.0  # when the last update so far was acknowledged
        self.answered_at: list[float] = []
        self._updates: list[bytes] = []
        self._given_at: dict[int, float] = {}
        self._acknowledged = 0
        self._open: dict[int, list[int]] = defaultdict(list)  # by chat: what waits for an answer
        self._delays: list[float] = []
        self._more = asyncio.Event()
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_route("*", "/bot" + TOKEN + "/{method}", self._serve)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.url = f"http://{host}:{port}"
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._runner
        await self._runner.cleanup()

    def give(self, texts: Sequence[str]) -> None:
        """Let people write these messages now, in turn from each chat."""
        now = time.monotonic()
        for text in texts:
            number = len(self._updates) + 1
            chat = 1000 + number % CHATS
            self._updates.append(_update(number, chat, text))
            self._open[chat].append(number)
            self._given_at[number] = now
        self._more.set()

    async def all_answered(self) -> list[float]:
        """Wait until everything given has its answer; return the delays, in seconds.

        Raises:
            TimeoutError: nothing was answered for a minute.

        """
        while any(self._open.values()):
            known = len(self.answered_at)
            for _ in range(int(GIVE_UP / 0.02)):
                await asyncio.sleep(0.02)
                if len(self.answered_at) > known:
                    break
            else:
                raise TimeoutError(f"{sum(map(len, self._open.values()))} without an answer")
        delays, self._delays = self._delays, []
        return delays

    async def all_stored(self) -> float:
        """Wait until everything given is acknowledged; return when it was."""
        while self._acknowledged < len(self._updates):  # noqa: ASYNC110 - five ms are near enough
            await asyncio.sleep(0.005)
        return self.stored_at

    async def _serve(self, request: web.Request) -> web.Response:
        sent = dict(request.query) | dict(await request.post())
        match request.match_info["method"].lower():
            case "getupdates":
                offset, wait = (int(str(sent.get(key) or 0)) for key in ("offset", "timeout"))
                return await self._updates_from(offset, wait)
            case "sendmessage":
                return _answer(self._take(int(str(sent["chat_id"]))))
            case "getme":
                return _answer(ME)
        return web.Response(body=OK, content_type="application/json")

    async def _updates_from(self, offset: int, wait: int) -> web.Response:
        if offset - 1 > self._acknowledged:
            self._acknowledged, self.stored_at = offset - 1, time.monotonic()
        first = max(offset - 1, self._acknowledged)
        if first >= len(self._updates):
            self._more.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._more.wait(), wait)
        body = b",".join(self._updates[first : first + MOST])
        return web.Response(
            body=b'{"ok":true,"result":[' + body + b"]}", content_type="application/json"
        )

    def _take(self, chat: int) -> dict[str, object]:
        now = time.monotonic()
        self.answered_at.append(now)
        if self._open[chat]:
            self._delays.append(now - self._given_at[self._open[chat].pop(0)])
        place = {"id": chat, "type": "private", "first_name": "Kim"}
        return {"message_id": len(self.answered_at), "date": 1_790_000_000, "chat": place}


def _update(number: int, chat: int, text: str) -> bytes:
    person = {"id": chat, "is_bot": False, "first_name": "Kim", "language_code": "de"}
    place = {"id": chat, "type": "private", "first_name": "Kim"}
    message = {
        "message_id": number,
        "date": 1_790_000_000,
        "from": person,
        "chat": place,
        "text": text,
    }
    return json.dumps({"update_id": number, "message": message}).encode()


def _answer(result: object) -> web.Response:
    body = json.dumps({"ok": True, "result": result}).encode()
    return web.Response(body=body, content_type="application/json")
