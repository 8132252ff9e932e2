"""The fake server as tests use it."""

import random
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from types import TracebackType
from typing import Any, Self

from aiohttp import web

from .bot_api import BotApi
from .endpoint import Endpoint
from .faults import Fault, Faults
from .files import StoredFile
from .group import Group
from .journal import Call, Journal, Sent
from .listening_socket import ListeningSocket
from .pace import Pace
from .person import Person
from .state import State
from .updates import UpdateQueue
from .webhook import Backoff
from .wire import Json

DEFAULT_TOKEN = "424242:TEST-TOKEN"
MAX_BODY = 64 * 1024 * 1024
FIRST_PERSON = 5_000_000_001
FIRST_GROUP = -1_002_000_000_001


class FakeTelegram:
    """A Bot API server on loopback: ``async with FakeTelegram() as server``."""

    def __init__(
        self,
        token: str = DEFAULT_TOKEN,
        *,
        username: str = "amt_test_bot",
        port: int = 0,
        clock: Callable[[], float] = time.time,
        backoff: Backoff | None = None,
        repeat_guard: bool = False,
        enforce_pace: bool = False,
        pace_tolerance: float = 0.1,
        seed: int = 0,
        on_sent: Callable[[Sent], None] | None = None,
    ) -> None:
        self.token = token
        bot_id = int(token.partition(":")[0])
        self.bot: Json = {"id": bot_id, "is_bot": True, "first_name": "Amt", "username": username}
        self.journal = Journal(on_sent)
        self.updates = UpdateQueue(clock)
        self.faults = Faults(random.Random(seed))
        pace = Pace(clock, pace_tolerance)
        self.state = State(self.bot, clock, self.updates, self.journal, pace, enforce_pace)
        self.api = BotApi(self.state, backoff or Backoff(), repeat_guard=repeat_guard)
        self.app = web.Application(client_max_size=MAX_BODY)
        endpoint = Endpoint(token, self.state, self.faults, self.api.execute)
        self.app.add_routes(endpoint.routes())
        self._socket = ListeningSocket(self.app, port)

    async def __aenter__(self) -> Self:
        await self._socket.open()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.api.close()
        await self._socket.close()

    @property
    def url(self) -> str:
        """Return the base address: for aiogram as it is, for PTB with ``/bot`` behind it."""
        return f"http://127.0.0.1:{self._socket.port}"

    @property
    def sent(self) -> list[Sent]:
        """Return all messages that the bot sent."""
        return self.journal.sent

    @property
    def edits(self) -> list[Sent]:
        """Return all changes that the bot made to its messages."""
        return self.journal.edits

    @property
    def calls(self) -> list[Call]:
        """Return all calls, with the status each was answered with."""
        return self.journal.calls

    @property
    def violations(self) -> list[str]:
        """Return what the bot did against the documentation."""
        return self.journal.violations

    @property
    def pace_violations(self) -> list[str]:
        """Return where the bot sent faster than Telegram allows."""
        return self.state.pace.violations

    def person(
        self,
        first_name: str,
        id: int | None = None,  # noqa: A002 - so the field is called
        **more: Any,
    ) -> Person:
        """Let somebody exist; ``started=False`` for one who never wrote to the bot."""
        started = more.pop("started", True)
        number = id if id is not None else FIRST_PERSON + len(self.state.chats.people)
        user = {"id": number, "is_bot": False, "first_name": first_name, "language_code": "de"}
        user |= more
        self.state.chats.people[number] = user
        names = {k: user[k] for k in ("first_name", "last_name", "username") if k in user}
        info = {"id": number, "type": "private"} | names
        chat = self.state.chats.add(info, "member" if started else "left")
        return Person(self.state, user, chat)

    def group(
        self,
        title: str,
        id: int | None = None,  # noqa: A002 - so the field is called
        *,
        forum: bool = False,
        bot: str = "administrator",
        kind: str = "supergroup",
    ) -> Group:
        """Let a group exist, with the bot as administrator, member, left or kicked."""
        number = id if id is not None else FIRST_GROUP - len(self.state.chats.known)
        info: Json = {"id": number, "type": kind, "title": title}
        if forum:
            info["is_forum"] = True
        return Group(self.state, self.state.chats.add(info, bot))

    def add_file(self, data: bytes, name: str, content_type: str) -> StoredFile:
        """Store a file that somebody can then send."""
        return self.state.files.add(data, name, content_type)

    def inject(self, update: Json) -> int | None:
        """Queue any update, sound or not; return its id, nothing if it is not allowed."""
        return self.state.inject(update)

    def fail_next(self, method: str, **fault: Any) -> None:
        """Let the next calls of a method (``*``: of any) go wrong; see ``Fault``."""
        self.faults.waiting.append(Fault(method, **fault))

    def heal(self) -> None:
        """Forget all faults that still wait."""
        self.faults.waiting.clear()

    def deliver_twice(self, times: int = 1) -> None:
        """Deliver the next updates once more after they were confirmed."""
        self.updates.repeat_next += times

    def deliver_again(self, update_id: int) -> None:
        """Deliver a confirmed update once more."""
        self.updates.deliver_again(update_id)

    def restart_ids(self, lower: int = 1_000) -> None:
        """Continue with lower update ids."""
        self.updates.restart_ids(lower)

    async def refuse(self) -> None:
        """Refuse connections from now on."""
        await self._socket.refuse()

    async def accept(self) -> None:
        """Accept connections again."""
        await self._socket.listen()

    @asynccontextmanager
    async def refusing(self) -> AsyncIterator[None]:
        """Refuse connections for the length of a block."""
        await self.refuse()
        try:
            yield
        finally:
            await self.accept()
