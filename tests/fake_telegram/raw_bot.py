"""A bot without a library: calls methods as they go over the wire."""

import json
from dataclasses import dataclass
from typing import Any

import aiohttp

from . import schema
from .server import FakeTelegram
from .wire import Json


@dataclass
class RawBot:
    """Sends forms, as aiogram and python-telegram-bot do."""

    server: FakeTelegram
    session: aiohttp.ClientSession

    async def answer(self, method: str, **params: Any) -> tuple[int, Json]:
        """Call a method; return the status and the whole answer."""
        form = {name: _written(value) for name, value in params.items()}
        url = f"{self.server.url}/bot{self.server.token}/{method}"
        async with self.session.post(url, data=form) as response:
            return response.status, await response.json()

    async def call(self, method: str, **params: Any) -> Any:
        """Call a method that must succeed; return its result, checked against the schema."""
        status, body = await self.answer(method, **params)
        assert status == 200, body
        assert schema.result_fault(method, body["result"]) is None
        return body["result"]

    async def error(self, method: str, **params: Any) -> str:
        """Call a method that must fail; return the description."""
        status, body = await self.answer(method, **params)
        assert status == body["error_code"] != 200
        assert not body["ok"]
        return str(body["description"])

    async def update_ids(self, **params: Any) -> list[int]:
        """Poll; return the ids of the updates."""
        return [update["update_id"] for update in await self.call("getUpdates", **params)]


def _written(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value)
