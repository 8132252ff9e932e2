"""The webhook: nothing without the secret, nothing acknowledged that is not stored."""

import asyncio
import io
import json
import socket
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from pydantic import SecretStr

from bot.channels.telegram.reading import raw_update
from bot.config import Settings
from bot.incoming.inbox import Inbox, InboxState, RawUpdate
from bot.incoming.webhook import LARGEST, SECRET_HEADER, application, serve
from bot.running.telegram import _deliver, build_channel
from db.engine import Database
from handlers.desk import House
from tests.bot.rows import inbox
from tests.channels.office import Hurry, Office
from tests.channels.test_conformance import make_advisor
from tests.clock import Clock
from tests.fake_telegram import FakeTelegram, Group, Person

SECRET = "Sesam-oeffne_dich-1234567890"
UPDATE = {"update_id": 7, "message": {"message_id": 1, "chat": {"id": 77}, "text": "Hallo"}}


class Knocker:
    """Somebody who posts to the webhook."""

    def __init__(self, url: str, session: aiohttp.ClientSession) -> None:
        self._url, self._session = url, session

    async def posts(self, body: object = UPDATE, secret: str | bytes | None = SECRET) -> int:
        """Post a body; return the status."""
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        headers: dict[str, Any] = {} if secret is None else {SECRET_HEADER: secret}
        async with self._session.post(
            self._url, data=io.BytesIO(data), headers=headers
        ) as response:
            said = await response.read()
            assert not said or response.status == 413  # aiohttp's own words
            return response.status


class Stored:
    """Commits, unless told to fail; remembers whose spinner was stopped."""

    def __init__(self, database: Database) -> None:
        self._inbox = Inbox(database)
        self.trouble: Exception | None = None
        self.acknowledged: list[object] = []

    async def store(self, updates: list[RawUpdate]) -> None:
        if self.trouble:
            raise self.trouble
        await self._inbox.store("telegram", updates, Clock()())


@pytest.fixture
def stored(sqlite_database: Database) -> Stored:
    return Stored(sqlite_database)


@pytest.fixture
async def knocker(stored: Stored) -> AsyncIterator[Knocker]:
    app = application(
        "https://amt.example/telegram",
        SECRET,
        stored.store,
        raw_update,
        stored.acknowledged.extend,
    )
    runner = await serve(app, "127.0.0.1:0")
    port = runner.addresses[0][1]
    async with aiohttp.ClientSession() as session:
        yield Knocker(f"http://127.0.0.1:{port}/telegram", session)
    await runner.cleanup()


@pytest.mark.parametrize(
    "secret",
    [None, "", "falsch", SECRET[:-1], SECRET + "x", "T" + SECRET[1:], SECRET.lower(),
     "geheimnisß", "\u202eSesam", " ", f"{SECRET},{SECRET}"],
)  # fmt: skip
async def test_without_the_secret_nothing_is_kept(
    secret: str | None, knocker: Knocker, stored: Stored, sqlite_database: Database
) -> None:
    assert await knocker.posts(secret=secret) == 401
    assert await inbox(sqlite_database) == []
    assert stored.acknowledged == []


async def test_bytes_that_are_no_text_are_no_secret(
    knocker: Knocker, sqlite_database: Database
) -> None:
    reader, writer = await _connect(knocker)
    head = f"POST /telegram HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n{SECRET_HEADER}: "
    writer.write(head.encode() + SECRET.encode()[:-1] + b"\xff\r\n\r\n{}")
    assert b" 401 " in await reader.readline()
    writer.close()
    await writer.wait_closed()
    assert await inbox(sqlite_database) == []


async def test_an_endless_secret_does_not_get_in(
    knocker: Knocker, sqlite_database: Database
) -> None:
    reader, writer = await _connect(knocker)
    head = f"POST /telegram HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n{SECRET_HEADER}: "
    writer.write(head.encode() + b"x" * 65_536 + b"\r\n\r\n{}")
    # Such a header does not even reach us: aiohttp takes none over 8 KiB.
    assert (await reader.readline()).split()[1] in (b"400", b"401")
    writer.close()
    await writer.wait_closed()
    assert await inbox(sqlite_database) == []


async def _connect(knocker: Knocker) -> Any:
    port = int(knocker._url.split(":")[2].split("/")[0])
    return await asyncio.open_connection("127.0.0.1", port)


async def test_with_the_secret_it_is_stored_and_then_acknowledged(
    knocker: Knocker, stored: Stored, sqlite_database: Database
) -> None:
    assert await knocker.posts() == 200
    (row,) = await inbox(sqlite_database)
    assert (row.update_key, row.chat, row.state) == ("7", "77", InboxState.NEW)
    assert json.loads(row.raw) == UPDATE
    assert stored.acknowledged == [UPDATE]


async def test_the_same_three_times_is_one_row(
    knocker: Knocker, sqlite_database: Database
) -> None:
    assert [await knocker.posts() for _ in range(3)] == [200, 200, 200]
    assert len(await inbox(sqlite_database)) == 1


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"\xff\xfe", b"[" * 100_000 + b"]" * 100_000, b'{"a":' * 100_000, b"[]", b"7",
     b"null", b'"Quatsch"', b'{"update_id": 1e999, "message": 7}'],
    ids=lambda body: body[:12],
)  # fmt: skip
async def test_what_cannot_be_read_is_kept_and_holds_up_nobody(
    body: bytes, knocker: Knocker, office: Office
) -> None:
    assert await knocker.posts(body) == 200
    await office.service.helpdesk.work_off(office.channel)
    (row,) = await inbox(office.database)
    assert row.state == InboxState.DEAD
    assert row.reference


async def test_what_is_too_large_is_turned_away(
    knocker: Knocker, sqlite_database: Database
) -> None:
    assert await knocker.posts(b" " * (LARGEST + 1)) == 413
    assert await inbox(sqlite_database) == []
    assert await knocker.posts(b" " * (LARGEST + 1), secret="falsch") == 401


async def test_when_the_database_is_away_telegram_is_asked_to_come_again(
    knocker: Knocker, stored: Stored, sqlite_database: Database, tmp_path: Path
) -> None:
    empty = Database(f"sqlite+aiosqlite:///{tmp_path / 'empty.sqlite3'}")
    sound, stored._inbox = stored._inbox, Inbox(empty)  # it has no tables
    assert await knocker.posts() == 503
    stored.trouble = ConnectionRefusedError("as asyncpg throws it")
    assert await knocker.posts() == 503
    assert stored.acknowledged == []
    assert await inbox(sqlite_database) == []
    stored.trouble, stored._inbox = None, sound
    assert await knocker.posts() == 200
    await empty.close()


def test_without_a_secret_it_does_not_start(stored: Stored) -> None:
    with pytest.raises(ValueError, match="without a secret"):
        application("https://x/y", "", stored.store, raw_update, stored.acknowledged.extend)


async def test_only_its_own_path_is_served(knocker: Knocker, sqlite_database: Database) -> None:
    root = Knocker(knocker._url.replace("/telegram", "/"), knocker._session)
    async with root._session.post(root._url, headers={SECRET_HEADER: SECRET}) as response:
        assert response.status == 404
    async with root._session.get(knocker._url, headers={SECRET_HEADER: SECRET}) as response:
        assert response.status == 405
    assert await inbox(sqlite_database) == []


class Delivered(Office):
    """A helpdesk that Telegram delivers to."""

    settings: Settings

    async def _receive(self) -> None:
        await _deliver(self.settings, self.channel, self.service, self.stop)


@pytest.fixture
def delivered(
    server: FakeTelegram,
    sqlite_database: Database,
    house: House,
    hurry: Hurry,
    settings: Settings,
) -> Delivered:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        listen = f"127.0.0.1:{free.getsockname()[1]}"
    office = Delivered(server, sqlite_database, house, hurry, build_channel(settings))
    office.settings = settings.model_copy(
        update={
            "telegram_mode": "webhook",
            "webhook_url": f"http://{listen}/telegram",
            "webhook_secret": SecretStr(SECRET),
            "webhook_listen": listen,
        }
    )
    return office


async def test_from_end_to_end(
    server: FakeTelegram, delivered: Delivered, anna: Person, carla: Person, group: Group
) -> None:
    await make_advisor(delivered.database, f"telegram:{carla.id}", delivered._hurry)
    await anna.writes("Das schrieb ich, bevor es einen Webhook gab")
    async with delivered:
        await anna.hears()
        await anna.presses("An die Beratung senden")
        await anna.hears()
        card = await group.hears()
        await carla.writes("Hier ist die Antwort.", chat=group, reply_to=card)
        assert "Hier ist die Antwort." in (await anna.hears()).text
        await delivered.settled()
    call = next(call for call in server.calls if call.method == "setWebhook")
    assert call.params["secret_token"] == SECRET
    assert call.params["allowed_updates"] == ["message", "edited_message", "callback_query"]
    assert not call.params.get("drop_pending_updates")
    assert not any(call.method == "getUpdates" for call in server.calls)
    assert all(press.answer for press in server.state.presses.values())


async def test_what_comes_while_the_database_is_away_comes_again(
    delivered: Delivered, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    away = 3
    sound = delivered.service.store

    async def store(updates: list[RawUpdate]) -> None:
        nonlocal away
        away -= 1
        if away >= 0:
            raise OSError("connection refused")
        await sound(updates)

    monkeypatch.setattr(delivered.service, "store", store)
    async with delivered:
        await anna.writes("Kommt das an?")
        await anna.hears()
        await anna.hears_nothing()
