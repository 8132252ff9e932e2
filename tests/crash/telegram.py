"""Telegram as the crash test's messenger: the strict fake server, each library on the way."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial

from aiohttp import web

from bot.channels.telegram.api import NAME, Params, TelegramApi
from bot.channels.telegram.channel import TelegramChannel, bot_id
from bot.incoming.inbox import RawUpdate
from bot.running import telegram as telegram_run
from bot.running.stopping import until
from tests.crash.messenger import GROUP, Messenger, Said, Shown, Store
from tests.crash.steps import Died, Steps
from tests.fake_telegram import FakeTelegram, Sent
from tests.fake_telegram.endpoint import hang_up
from tests.fake_telegram.server import DEFAULT_TOKEN
from tests.fake_telegram.wire import Json

PEOPLE = {"anna": 5_000_000_001, "bert": 5_000_000_002, "carla": 5_000_000_003}
LOOK_AGAIN = 0.001  # seconds
# Loaded once, before the first life, as everything else is.
LIBRARIES = {name: telegram_run.library(name) for name in ("aiogram", "ptb")}


class TelegramMessenger(Messenger):
    """A Bot API server that dies with nobody: the bot's calls are steps on both of its sides."""

    name = NAME
    reacts = True

    def __init__(self, library: str, clock: Callable[[], float]) -> None:
        super().__init__()
        self.server = FakeTelegram(clock=clock, on_sent=self._shown)
        self.server.app.middlewares.append(self._answering)
        self._people = {w: self.server.person(w.title(), n) for w, n in PEOPLE.items()}
        self._group = self.server.group("Beratung", int(GROUP))
        self._library = LIBRARIES[library]
        self._steps = Steps()

    def line(self, steps: Steps) -> "TelegramLine":
        self._steps = steps
        return TelegramLine(self, self._library(DEFAULT_TOKEN, self.server.url), steps)

    async def write(self, said: Said) -> None:
        who, text, chat = said
        await self._people[who].writes(text, chat=self._group if chat else None)

    @property
    def unconfirmed(self) -> int:
        return len(self.server.updates.pending)

    @property
    def polled(self) -> bool:
        """Tell whether the bot has fetched and confirmed all, and waits for more."""
        return self.server.api.polling.is_waiting and not self.unconfirmed

    @property
    def arrived(self) -> list[Shown]:
        chats = self.server.state.chats.known
        now = [chats[sent.chat_id].messages[sent.message_id] for sent in self.server.sent]
        return [Shown(str(m["chat"]["id"]), m["text"], _is_card(m)) for m in now]

    @property
    def broken(self) -> list[str]:
        return self.server.violations + self.server.pace_violations

    def _shown(self, sent: Sent) -> None:
        self.seen(str(sent.chat_id), sent.text)

    @web.middleware
    async def _answering(
        self, request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        """Do what is asked; the bot may die before it hears the answer, and then nobody does."""
        answer = await handler(request)
        try:
            self._steps(f"after {request.match_info['method']}")
        except Died:
            return hang_up(request)
        return answer


def _is_card(message: Json) -> bool:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return any(key.get("callback_data", "").startswith("thread:") for row in rows for key in row)


class SteppedApi:
    """A library, before which one may die: then the request never leaves."""

    def __init__(self, api: TelegramApi, steps: Steps) -> None:
        self._api = api
        self._steps = steps
        self.download = api.download
        self.close = api.close
        self.richer = api.richer

    async def call(self, method: str, params: Params, seconds: int | None = None) -> object:
        self._steps(f"before {method}")
        return await self._api.call(method, params, seconds)


class TelegramLine:
    """The real channel and its own poll loop, until the life is over."""

    def __init__(self, messenger: TelegramMessenger, api: TelegramApi, steps: Steps) -> None:
        self._api = SteppedApi(api, steps)
        self.channel = TelegramChannel(self._api, bot_id(DEFAULT_TOKEN))
        self._messenger = messenger
        self._steps = steps
        self._polling: asyncio.Future[None] | None = None
        self._came = False

    async def open(self) -> None:
        await self.channel.learn_name(self._steps.over)

    async def fetch(self, store: Store) -> bool:
        """Let the poll loop run until it waits; what it fetches is confirmed before any turn."""
        self._came = False
        await self._messenger.answer()
        if self._polling is None:
            over = self._steps.over
            poll = partial(self.channel.receiver.poll, partial(self._store, store))
            self._polling = asyncio.ensure_future(until(over, poll(over)))
        while not (self._messenger.polled or self._steps.over.is_set()):  # noqa: ASYNC110 - the fake server tells nobody
            await asyncio.sleep(LOOK_AGAIN)
        return self._came

    async def _store(self, store: Store, updates: list[RawUpdate]) -> None:
        await store(updates)
        self._came = True

    async def confirm(self, updates: list[RawUpdate]) -> None:
        offset = max(int(update.key) for update in updates) + 1
        await self._api.call("getUpdates", {"offset": offset, "timeout": 0})

    async def close(self) -> None:
        if self._polling:
            await asyncio.gather(self._polling, return_exceptions=True)
        # aiogram then sits still for a quarter of a second; the next life need not wait for that.
        self._messenger.parting.add(asyncio.ensure_future(self.channel.close()))
