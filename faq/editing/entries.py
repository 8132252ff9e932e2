"""The entries in the database: what is served, every version, and going live."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from faq.catalogue.corpus import Corpus
from faq.catalogue.entry import Entry, Source
from faq.editing.content import entry_of, indiscretions, source_document
from faq.editing.entry_life import State, Step, after
from faq.editing.stored import Document, FaqCounter, FaqEntry, FaqExclusion, FaqSource, FaqVersion


class Outdated(Exception):  # noqa: N818 - reads as what happened
    """Raised when somebody else has published a newer version meanwhile."""


class Indiscreet(Exception):  # noqa: N818 - reads as what happened
    """Raised when something would go live that nobody outside may read."""


class EntryStore:
    """Entries of one transaction."""

    def __init__(self, session: AsyncSession, now: datetime) -> None:
        self._session = session
        self.now = now

    async def number(self) -> int:
        """Tell how often what is served has changed; 0 before the first load."""
        return await self._session.scalar(select(FaqCounter.number)) or 0

    async def corpus(self, groups: Mapping[str, str]) -> Corpus:
        """Put together what is served.

        Args:
            groups: names and titles in the order of browsing; a group not among them comes last.

        """
        rows = await self._session.execute(
            select(FaqEntry, FaqVersion.content)
            .join(
                FaqVersion,
                (FaqVersion.entry_id == FaqEntry.id) & (FaqVersion.number == FaqEntry.version),
            )
            .where(FaqEntry.state == State.PUBLISHED)
            .order_by(FaqEntry.position, FaqEntry.id)
        )
        served = [(row, entry_of(content)) for row, content in rows]
        known = dict(groups) | {e.group: e.group for _, e in served if e.group not in groups}
        order = list(known)
        served.sort(key=lambda pair: order.index(pair[1].group))
        never: dict[str, set[str]] = {}
        for exclusion in await self._session.scalars(select(FaqExclusion)):
            never.setdefault(exclusion.question, set()).add(exclusion.entry_id)
        return Corpus(
            entries={e.id: e for _, e in served if isinstance(e, Entry)},
            redirects={e.id: e for _, e in served if not isinstance(e, Entry)},
            sources=await self.sources(),
            groups=known,
            versions={row.id: row.version for row, _ in served},
            never={question: frozenset(ids) for question, ids in never.items()},
            number=await self.number(),
        )

    async def find(self, entry_id: str) -> FaqEntry | None:
        """Return an entry in any state."""
        return await self._session.get(FaqEntry, entry_id)

    async def all(self) -> list[FaqEntry]:
        """List the entries in every state, in the order of the files."""
        found = await self._session.scalars(select(FaqEntry).order_by(FaqEntry.position))
        return list(found)

    async def contents(self) -> dict[str, Document]:
        """Give what every entry says in its latest version, the archived ones too."""
        rows = await self._session.execute(
            select(FaqEntry.id, FaqVersion.content)
            .join(
                FaqVersion,
                (FaqVersion.entry_id == FaqEntry.id) & (FaqVersion.number == FaqEntry.version),
            )
            .order_by(FaqEntry.position)
        )
        return {entry_id: content for entry_id, content in rows}  # noqa: C416 - rows are no pairs

    async def version(self, entry_id: str, number: int) -> FaqVersion | None:
        """Return one version of an entry."""
        found: FaqVersion | None = await self._session.scalar(
            select(FaqVersion).where(FaqVersion.entry_id == entry_id, FaqVersion.number == number)
        )
        return found

    async def history(self, entry_id: str) -> list[FaqVersion]:
        """List the versions of an entry, the newest first."""
        found = await self._session.scalars(
            select(FaqVersion)
            .where(FaqVersion.entry_id == entry_id)
            .order_by(FaqVersion.number.desc())
        )
        return list(found)

    async def publish(
        self, content: Document, base: int, author: str, note: str, *, removes: bool = False
    ) -> FaqVersion:
        """Make a new version and serve it, or serve the entry no longer.

        Args:
            content: what the entry says.
            base: the version the change started from; 0 for a new entry.
            author: an address.
            note: what changed, for people.
            removes: archive the entry.

        Raises:
            Outdated: there is a newer version than the one the change started from.
            Indiscreet: it holds mask words or something personal. Every way out leads by here.
            ValidationError: the content is no entry.

        """
        if not removes and indiscretions(content, await self.sources()):
            raise Indiscreet
        entry_id = entry_of(content).id
        row = await self._session.get(FaqEntry, entry_id, with_for_update=True)
        if (row.version if row else 0) != base:
            raise Outdated
        state = after(State.DRAFT, Step.ARCHIVE if removes else Step.PUBLISH)
        if row is None:
            position = await self._session.scalar(select(func.max(FaqEntry.position))) or 0
            row = FaqEntry(id=entry_id, state=state, version=0, position=position + 1)
            self._session.add(row)
            await self._session.flush()
        row.version, row.state = base + 1, state
        version = FaqVersion(
            entry_id=entry_id,
            number=row.version,
            author=author,
            at=self.now,
            note=note,
            content=content,
        )
        self._session.add(version)
        await self.count()
        return version

    async def count(self) -> None:
        """Let every process notice that what is served has changed."""
        await self._session.execute(update(FaqCounter).values(number=FaqCounter.number + 1))
        await self._session.flush()

    async def sources(self) -> dict[str, Source]:
        """Give the sources by key."""
        rows = await self._session.scalars(select(FaqSource).order_by(FaqSource.key))
        return {row.key: Source.model_validate(row.content) for row in rows}

    async def add_source(self, key: str, source: Source) -> None:
        """Keep a new source; a known key keeps what it says."""
        if await self._session.get(FaqSource, key) is None:
            self._session.add(FaqSource(key=key, content=source_document(source)))
            await self.count()

    async def exclude(self, question: str, entry_id: str, author: str) -> bool:
        """Let an entry never answer a question again; tell whether that is new."""
        known = await self._session.scalar(
            select(FaqExclusion.id).where(
                FaqExclusion.question == question, FaqExclusion.entry_id == entry_id
            )
        )
        if known is not None:
            return False
        self._session.add(
            FaqExclusion(entry_id=entry_id, question=question, author=author, at=self.now)
        )
        await self.count()
        return True

    async def include(self, question: str, entry_id: str) -> None:
        """Take an exclusion back."""
        found = await self._session.scalars(
            select(FaqExclusion).where(
                FaqExclusion.question == question, FaqExclusion.entry_id == entry_id
            )
        )
        for exclusion in found:
            await self._session.delete(exclusion)
        await self.count()
