"""Receiving from Telegram: a poll loop and a webhook, both acknowledging after the commit."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable
from typing import Any

from bot.channels import TryLater, Unclear
from bot.channels.telegram.api import FAILED, Conflict, Params, TelegramApi, UnknownToken
from bot.channels.telegram.reading import UPDATES, raw_update
from bot.incoming.inbox import RawUpdate
from bot.log import alert
from bot.pausing import first_of

log = logging.getLogger(__name__)

Store = Callable[[list[RawUpdate]], Awaitable[None]]
POLL_SECONDS = 25
FINISH_SECONDS = 1.0
POLL_GRACE = 10  # seconds that an answer may be late
CONFLICT_PAUSE, FAULT_PAUSE, LONGEST_PAUSE = 5.0, 1.0, 60.0


class Receiver:
    """Fetches updates, or lets them be delivered."""

    def __init__(self, api: TelegramApi) -> None:
        self._api = api
        self._acknowledging: set[asyncio.Task[None]] = set()

    async def poll(self, store: Store, stop: asyncio.Event) -> None:
        """Fetch updates until told to stop; the next offset is sent only after the commit."""
        await self.insist("deleteWebhook", {"drop_pending_updates": False}, stop)
        offset: int | None = None  # without one Telegram starts at the oldest unconfirmed
        pause = FAULT_PAUSE
        while not stop.is_set():
            try:
                updates = await self._fetch(offset)
            except FAILED as error:
                await first_of(stop, seconds=_after(error, pause))
                pause = min(pause * 2, LONGEST_PAUSE)
                continue
            pause = FAULT_PAUSE
            if updates:
                await store([raw_update(update) for update in updates])
                confirmed = next_offset(u for u in updates if isinstance(u, dict))
                offset = confirmed or offset
                self.acknowledge_presses(updates)
                if confirmed is None:  # the same again would come at once
                    alert.error("updates without a number cannot be acknowledged")
                    await first_of(stop, seconds=LONGEST_PAUSE)

    async def _fetch(self, offset: int | None) -> list[Any]:
        params: Params = {"timeout": POLL_SECONDS, "allowed_updates": list(UPDATES)}
        if offset is not None:
            params["offset"] = offset
        updates = await self._api.call("getUpdates", params, POLL_SECONDS + POLL_GRACE)
        if not isinstance(updates, list):
            raise Unclear
        return updates

    async def register_webhook(self, url: str, secret: str, stop: asyncio.Event) -> None:
        """Tell Telegram where to deliver, and go on trying until it has heard."""
        hook = {
            "url": url,
            "secret_token": secret,
            "allowed_updates": list(UPDATES),
            "drop_pending_updates": False,
        }
        await self.insist("setWebhook", hook, stop)

    def acknowledge_presses(self, updates: list[Any]) -> None:
        """Stop the spinner on pressed buttons; nothing is lost if this fails."""
        for update in updates:
            press = update.get("callback_query") if isinstance(update, dict) else None
            if isinstance(press, dict) and isinstance(press.get("id"), str):
                task = asyncio.get_running_loop().create_task(self._acknowledge(press["id"]))
                self._acknowledging.add(task)
                task.add_done_callback(self._acknowledging.discard)

    async def _acknowledge(self, press_id: str) -> None:
        try:
            await self._api.call("answerCallbackQuery", {"callback_query_id": press_id})
        except FAILED as error:
            log.debug("press not acknowledged: %s", type(error).__name__)

    async def insist(self, method: str, params: Params, stop: asyncio.Event) -> object:
        """Call a method until it succeeds; None if told to stop before."""
        pause = FAULT_PAUSE
        while not stop.is_set():
            try:
                return await self._api.call(method, params)
            except FAILED as error:
                alert.error("%s failed: %s", method, type(error.__cause__ or error).__name__)
                await first_of(stop, seconds=getattr(error, "seconds", None) or pause)
                pause = min(pause * 2, LONGEST_PAUSE)
        return None

    async def finish(self) -> None:
        """Wait a moment for what is still being acknowledged."""
        if self._acknowledging:
            await asyncio.wait(self._acknowledging, timeout=FINISH_SECONDS)
        for task in self._acknowledging:
            task.cancel()
        await asyncio.gather(*self._acknowledging, return_exceptions=True)


def _after(error: Exception, pause: float) -> float:
    """Tell how many seconds to leave Telegram alone after a poll that failed."""
    match error:
        case Conflict():
            alert.error("another process polls with this token")
            return CONFLICT_PAUSE
        case UnknownToken():
            alert.error("Telegram does not know this token (any more)")
            return LONGEST_PAUSE
        case TryLater(seconds=float() | int() as seconds):
            return seconds
    log.warning("polling failed: %s", type(error.__cause__ or error).__name__)
    return pause


def next_offset(updates: Iterable[dict[str, Any]]) -> int | None:
    """Give the offset that confirms these updates; None if there is nothing to confirm."""
    ids = [u["update_id"] for u in updates if isinstance(u.get("update_id"), int)]
    return max(ids) + 1 if ids else None
