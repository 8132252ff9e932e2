"""The webhook server: checks the secret, stores, and only then says thank you."""

import hmac
import json
import logging
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web

from bot.incoming.inbox import RawUpdate
from bot.log import place_of

log = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
# Telegram drops updates over 64 KiB itself; more than this is not Telegram.
LARGEST = 1024 * 1024

Store = Callable[[list[RawUpdate]], Awaitable[None]]
Read = Callable[[object], RawUpdate]
Stored = Callable[[list[Any]], None]


def application(
    url: str, secret: str, store: Store, read: Read, stored: Stored
) -> web.Application:
    """Build the server for one messenger.

    Args:
        url: the public address; its path is the one served.
        secret: what the messenger must send along; never empty.
        store: commits raw updates.
        read: finds key and chat of a decoded update.
        stored: called with the updates after their commit.

    """
    if not secret:
        raise ValueError("a webhook without a secret accepts anybody's messages")
    expected = secret.encode()

    async def receive(request: web.Request) -> web.Response:
        given = request.headers.get(SECRET_HEADER, "").encode(errors="replace")
        if not hmac.compare_digest(given, expected):
            return web.Response(status=401)
        body = await request.read()
        try:
            update: object = json.loads(body)
            raw = read(update)
        except (ValueError, RecursionError):
            # It knew the secret, so it is kept: an error would make Telegram repeat it for a
            # day and hold up everything else of that chat.
            update, raw = None, RawUpdate.unreadable(body)
        try:
            await store([raw])
        except Exception as error:  # noqa: BLE001 - drivers throw errors of their own as well
            log.error("update not stored: %s", place_of(error))  # noqa: TRY400 - no texts
            return web.Response(status=503)  # Telegram will deliver it again
        if update is not None:
            stored([update])
        return web.Response()

    app = web.Application(client_max_size=LARGEST)
    app.router.add_post(urlsplit(url).path or "/", receive)
    return app


async def serve(app: web.Application, listen: str) -> web.AppRunner:
    """Start the server on host:port."""
    host, _, port = listen.rpartition(":")
    # No access log: its lines hold addresses of people and paths that may be secret.
    runner = web.AppRunner(app, access_log=None, handle_signals=False)
    await runner.setup()
    await web.TCPSite(runner, host or "127.0.0.1", int(port)).start()
    return runner
