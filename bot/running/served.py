"""What is served: brought from the database, and replaced whole when editors have changed it."""

import asyncio
from collections.abc import Callable
from datetime import datetime

from db.engine import Database
from faq.catalogue.corpus import Corpus
from faq.editing.entries import EntryStore
from faq.exchange.shipped import take_in
from faq.lookup import Lookup
from handlers.desk import House

Build = Callable[[Corpus], Lookup]


async def first_corpus(database: Database, shipped: Corpus, now: datetime) -> Corpus:
    """Take the shipped corpus in where it is new, and give what is served."""
    async with database.write() as session:
        store = EntryStore(session, now)
        await take_in(session, shipped, store)
        return await store.corpus(shipped.groups)


class Serving:
    """Keeps the lookup of a house in step with the database, whoever has changed that."""

    def __init__(
        self, database: Database, house: House, build: Build, now: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._house = house
        self._build = build
        self._now = now
        self._one_at_a_time = asyncio.Lock()

    async def look(self) -> bool:
        """Compare one number with the database's; if it is newer, serve what is there now.

        The new lookup is built in a thread, and turns go on with the old one until it is done.

        Returns:
            Whether something else is served now.

        """
        async with self._one_at_a_time:
            served = self._house.lookup.corpus
            async with self._database.read() as session:
                store = EntryStore(session, self._now())
                if await store.number() == served.number:
                    return False
                corpus = await store.corpus(served.groups)
            self._house.lookup = await asyncio.to_thread(self._build, corpus)
            return True
