"""Asking the web for addresses."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial

import aiohttp

SECONDS = 20.0  # for one address


@asynccontextmanager
async def asking() -> AsyncIterator[Callable[[str], Awaitable[int | None]]]:
    """Give what asks for the status of an address; none if nobody answers."""
    async with aiohttp.ClientSession(
        timeout=aiohttp.ClientTimeout(total=SECONDS), headers={"User-Agent": "link-check"}
    ) as session:
        yield partial(_status, session)


async def _status(session: aiohttp.ClientSession, url: str) -> int | None:
    if not url.startswith(("http://", "https://")):
        return None
    try:
        async with session.get(url, allow_redirects=True, max_redirects=5) as answer:
            return answer.status
    except (aiohttp.ClientError, TimeoutError, ValueError):
        return None
