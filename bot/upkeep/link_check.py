"""Looking whether the addresses of the sources are still there: once a week, outside of turns."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime

from db.engine import Database
from faq.catalogue.corpus import Corpus
from faq.insight.dead_links import Links, addresses

log = logging.getLogger(__name__)

AT_ONCE = 4
GONE = frozenset([404, 410])
NOT_FOUND = "nicht gefunden ({status})"
NO_SERVER = "Server nicht erreichbar"

# The status of an address; none if nobody answered.
Ask = Callable[[str], Awaitable[int | None]]


async def look(database: Database, corpus: Corpus, now: datetime, ask: Ask | None = None) -> int:
    """Ask for every address once and keep what is dead; count the addresses.

    Where nobody answers at all, it is our network that is down: then nothing is claimed.
    """
    if ask is None:
        from bot.upkeep.addresses import asking  # noqa: PLC0415 - once a week; polling with PTB needs no aiohttp

        async with asking() as web:
            found = await faults(addresses(corpus), web)
    else:
        found = await faults(addresses(corpus), ask)
    if found:
        async with database.write() as transaction:
            await Links(transaction, now).keep(found)
    return len(found)


async def faults(urls: Iterable[str], ask: Ask) -> dict[str, str]:
    """Give what is wrong with each address, nothing where it is there or will not say."""
    room = asyncio.Semaphore(AT_ONCE)

    async def one(url: str) -> tuple[str, int | None]:
        async with room:
            return url, await ask(url)

    answers = dict(await asyncio.gather(*(one(url) for url in urls)))
    if not any(answers.values()):
        log.info("no address answered; nothing is claimed")
        return {}
    return {url: _fault(status) for url, status in answers.items()}


def _fault(status: int | None) -> str:
    if status is None:
        return NO_SERVER
    # A server that refuses robots (401, 403, 429) or is in trouble (500) has not lost the page.
    return NOT_FOUND.format(status=status) if status in GONE else ""
