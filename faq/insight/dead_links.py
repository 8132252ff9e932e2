"""Which addresses of sources are dead, as far as anybody has looked."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from faq.catalogue.corpus import Corpus
from faq.editing.kept import CheckedLink, SentCard


class Links:
    """Checked addresses of one transaction."""

    def __init__(self, session: AsyncSession, now: datetime) -> None:
        self._session = session
        self._now = now

    async def keep(self, faults: Mapping[str, str]) -> None:
        """Replace what was known by a new round; nothing looked at leaves all as it was."""
        if not faults:
            return
        await self._session.execute(delete(CheckedLink))
        self._session.add_all(
            CheckedLink(url=url, fault=fault, at=self._now) for url, fault in faults.items()
        )

    async def dead(self) -> dict[str, str]:
        """Give the addresses that were not there, and what came instead."""
        rows = await self._session.scalars(select(CheckedLink).where(CheckedLink.fault != ""))
        return {row.url: row.fault for row in rows}

    async def first_card_of(self, week: str) -> bool:
        """Take the Monday card of a week; the second who asks gets no for an answer."""
        sent = await self._session.get(SentCard, week, with_for_update=True)
        # By a clock that was ahead it went out before its week.
        if sent and sent.at <= self._now:
            return False
        await self._session.merge(SentCard(week=week, at=self._now))
        await self._session.flush()
        return True


def addresses(corpus: Corpus) -> dict[str, list[str]]:
    """List the addresses of the sources that are in use, and the entries that name them."""
    found: dict[str, list[str]] = {}
    for entry in corpus.entries.values():
        for key in entry.sources:
            source = corpus.sources.get(key)
            if source and source.url:
                found.setdefault(source.url, []).append(entry.id)
    return found
