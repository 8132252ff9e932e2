"""Deliver updates to a webhook: each chat in order, the chats side by side."""

import asyncio
import time
from dataclasses import dataclass, field

import aiohttp

from .updates import Pending, UpdateQueue
from .wire import Json

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
ANSWER_TIMEOUT = aiohttp.ClientTimeout(total=60)


@dataclass
class Backoff:
    """The pauses between attempts: doubled after each failure, up to a longest one."""

    first: float = 0.02
    longest: float = 1.0

    def pause(self, failures: int) -> float:
        """Return the seconds to wait after so many failures in a row."""
        return float(min(self.first * 2 ** (failures - 1), self.longest))


@dataclass
class Webhook:
    """One target of updates; set by setWebhook, removed by deleteWebhook."""

    queue: UpdateQueue
    backoff: Backoff
    violations: list[str]
    url: str = ""
    secret_token: str = ""
    max_connections: int = 40
    last_error: tuple[int, str] | None = None
    _session: aiohttp.ClientSession | None = None
    _slots: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(40))
    _workers: dict[str, asyncio.Task[None]] = field(default_factory=dict)

    async def set(self, url: str, secret_token: str, max_connections: int) -> None:
        """Deliver to another address from now on; to none if it is empty."""
        await self.stop()
        self.url, self.secret_token = url, secret_token
        self.max_connections, self.last_error = max_connections, None
        if url:
            self._session = aiohttp.ClientSession(timeout=ANSWER_TIMEOUT)
            self._slots = asyncio.Semaphore(max_connections)
            self.queue.listeners.append(self._on_arrival)
            for lane in {*self.queue.lanes, *(item.lane for item in self.queue.again)}:
                self._on_arrival(lane)

    async def stop(self) -> None:
        """End all deliveries; what was not confirmed stays in the queue."""
        if self._session is None:
            return
        self.queue.listeners.remove(self._on_arrival)
        workers = list(self._workers.values())
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
        self._workers.clear()
        await self._session.close()
        self._session = None

    def info(self) -> Json:
        """Return what getWebhookInfo tells."""
        found: Json = {
            "url": self.url,
            "has_custom_certificate": False,
            "pending_update_count": len(self.queue.pending),
        }
        if self.url:
            found["max_connections"] = self.max_connections
        if self.last_error is not None:
            found["last_error_date"], found["last_error_message"] = self.last_error
        return found | ({"allowed_updates": self.queue.allowed} if self.queue.allowed else {})

    def _on_arrival(self, lane: str) -> None:
        if lane not in self._workers:
            # The dictionary holds the task, and stop() ends it.
            worker = asyncio.create_task(self._work_off(lane))  # noqa: TID251
            self._workers[lane] = worker

    async def _work_off(self, lane: str) -> None:
        """Deliver a lane's updates one after the other, each until it succeeds."""
        failures = 0
        try:
            while (pending := self._head(lane)) is not None:
                async with self._slots:
                    pause = await self._attempt(pending)
                if pause is None:
                    failures = 0
                    continue
                failures += 1
                await asyncio.sleep(pause or self.backoff.pause(failures))
        finally:
            self._workers.pop(lane, None)

    def _head(self, lane: str) -> Pending | None:
        self.queue.drop_expired()
        for pending in self.queue.again:
            if pending.lane == lane:
                return pending
        return next(iter(self.queue.lanes.get(lane, {}).values()), None)

    async def _attempt(self, pending: Pending) -> float | None:
        """Return nothing after success, else the seconds that the bot asks to wait."""
        assert self._session is not None
        headers = {SECRET_HEADER: self.secret_token} if self.secret_token else {}
        try:
            async with self._session.post(self.url, json=pending.update, headers=headers) as got:
                body = await got.read()
                if got.ok:
                    self._succeed(pending, body)
                    return None
                self._fail(f"Wrong response from the webhook: {got.status} {got.reason}")
                wait = got.headers.get("Retry-After", "0")
                return min(float(wait), 3600.0) if wait.isdigit() else 0.0
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            self._fail(f"Connection failed: {type(error).__name__}")
            return 0.0

    def _succeed(self, pending: Pending, body: bytes) -> None:
        if b'"method"' in body:
            self.violations.append("webhook: calls in the answer are not known to the fake server")
        if pending in self.queue.again:
            self.queue.again.remove(pending)
        elif pending.update_id in self.queue.pending:
            self.queue.confirm(pending.update_id)

    def _fail(self, message: str) -> None:
        self.last_error = (int(time.time()), message)
