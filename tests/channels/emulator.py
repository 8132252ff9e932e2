"""`lo-bot-api-emulator`, a Bot API server that nobody here wrote, and people on it."""

import asyncio
import itertools
import json
import sqlite3
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import aiohttp

TOKEN = "424242:AAF-canary_0123456789abcdefghijk"
ANNA = {"id": 5001, "is_bot": False, "first_name": "Anna"}
CARLA = {"id": 5002, "is_bot": False, "first_name": "Carla"}
ROOT = {"id": 9999, "is_bot": False, "first_name": "Root"}  # an admin by the settings
GROUP = -1001234
PATIENCE = 60.0
COMMAND = Path(sys.executable).with_name("lo-bot-api-emulator")


class Emulator:
    """The server as a process, with its journal."""

    def __init__(self, port: int, journal: Path) -> None:
        self.url, self.journal = f"http://127.0.0.1:{port}", journal
        self._port = port

    async def __aenter__(self) -> Self:
        self._process = await asyncio.create_subprocess_exec(
            *(str(COMMAND), "--port", str(self._port), "--enable-control"),
            *("--allow-insecure-loopback-webhooks", "--journal", str(self.journal)),
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
        )
        self._session = aiohttp.ClientSession()
        await self._listens()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._session.close()
        self._process.terminate()
        await self._process.wait()

    async def _listens(self) -> None:
        async with asyncio.timeout(PATIENCE):
            while True:
                try:
                    _, writer = await asyncio.open_connection("127.0.0.1", self._port)
                except OSError:
                    await asyncio.sleep(0.05)
                else:
                    writer.close()
                    await writer.wait_closed()
                    return

    async def hands_over(self, update: dict[str, Any]) -> None:
        """Queue an update for the bot."""
        body = {"token": TOKEN, "update": update}
        async with self._session.post(f"{self.url}/__fixture/updates", json=body) as response:
            assert response.status == 200, await response.text()

    async def redelivers(self) -> None:
        """Deliver to the webhook what it did not take yet."""
        body = {"token": TOKEN}
        async with self._session.post(f"{self.url}/__fixture/deliver", json=body) as response:
            assert response.status == 200, await response.text()

    async def verdict(self, *arguments: str) -> tuple[int, str]:
        """Let the emulator judge all requests; return the exit code and what it says."""
        process = await asyncio.create_subprocess_exec(
            *(str(COMMAND), "verdict", str(self.journal), "--require-response", *arguments),
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        said, _ = await process.communicate()
        return process.returncode or 0, said.decode()


class Outbox:
    """What the bot says; the emulator keeps no texts, so it is read in the bot's database."""

    def __init__(self, database: Path) -> None:
        self._database = database
        self._read: dict[int, int] = {}

    async def hears(self, chat: int, *words: str) -> tuple[int, dict[str, Any]]:
        """Wait for the next message to a chat that was sent; return its id and its content."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            for row, message, body in self._sent(chat):
                if all(word in str(body) for word in words):
                    self._read[chat] = row
                    return message, body
            await asyncio.sleep(0.05)
        raise AssertionError(f"chat {chat} did not hear {words}")

    def _sent(self, chat: int) -> list[tuple[int, int, dict[str, Any]]]:
        if not self._database.exists():
            return []
        query = (
            "SELECT id, message, body FROM outbox "
            "WHERE chat = ? AND state = 'sent' AND id > ? ORDER BY id"
        )
        connection = sqlite3.connect(self._database, timeout=10)
        try:
            found = connection.execute(query, (str(chat), self._read.get(chat, 0))).fetchall()
        except sqlite3.OperationalError:
            return []  # not migrated yet
        finally:
            connection.close()
        return [(row, int(message), json.loads(body)) for row, message, body in found]


class People:
    """Anna in her private chat, Carla in the advisors' group."""

    def __init__(self, emulator: Emulator) -> None:
        self._emulator = emulator
        self._ids = itertools.count(100_000)

    async def writes(
        self, who: dict[str, Any], chat: int, text: str, reply_to: int | None = None
    ) -> None:
        """Write a message."""
        message = self._message(chat, next(self._ids)) | {"from": who, "text": text}
        if reply_to is not None:
            bot = {"id": 424242, "is_bot": True, "first_name": "Amt"}
            message["reply_to_message"] = self._message(chat, reply_to) | {"from": bot}
        await self._emulator.hands_over({"message": message})

    async def presses(self, who: dict[str, Any], chat: int, data: str, message: int) -> None:
        """Press a button."""
        query = {
            "id": str(next(self._ids)),
            "from": who,
            "chat_instance": "1",
            "message": self._message(chat, message) | {"text": "…"},
            "data": data,
        }
        await self._emulator.hands_over({"callback_query": query})

    def _message(self, chat: int, number: int) -> dict[str, Any]:
        place: dict[str, Any] = {"id": chat, "type": "private" if chat > 0 else "supergroup"}
        place |= {"first_name": "Anna"} if chat > 0 else {"title": "Beratung"}
        return {"message_id": number, "date": int(time.time()), "chat": place}


def buttons(body: dict[str, Any], action: str) -> list[str]:
    """List what the buttons for an action carry."""
    return [
        f"{name}:{value}" for row in body["buttons"] for _, name, value in row if name == action
    ]
