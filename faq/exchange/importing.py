"""An import: what a file would change, row by row, then all of it at once, and back again."""

from enum import StrEnum
from typing import Any

from pydantic import ValidationError
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.berlin import BERLIN
from faq.catalogue.corpus import Corpus
from faq.catalogue.entry import Redirect, Source
from faq.editing.content import TOLD, entry_of, indiscretions, owners, problems
from faq.editing.entries import EntryStore, Indiscreet, Outdated
from faq.editing.entry_life import State
from faq.editing.kept import FaqImport, ImportState
from faq.editing.stored import FaqEntry
from faq.editing.vouching import repeated, unvouched
from faq.exchange.document import Parsed, Row
from faq.insight.rehearsal import Changes, changed
from faq.recognising.disclosure import disclosed

NOTE = "Einfuhr aus {name}"


class Kind(StrEnum):
    """What a row would do."""

    NEW = "neu"
    CHANGED = "geändert"
    CONFLICT = "Konflikt"  # changed in the chat since the file was written out
    DOUBT = "Widerspruch"  # strikes a figure in one field and keeps it in another


ASKED = (Kind.CONFLICT, Kind.DOUBT)


class ImportStore:
    """Imports of one transaction."""

    def __init__(self, session: AsyncSession, entries: EntryStore) -> None:
        self._session = session
        self._entries = entries

    async def plan(
        self, name: str, parsed: Parsed, author: str, corpus: Corpus
    ) -> tuple[FaqImport, list[tuple[str, str]]]:
        """Keep what a file would change; give it with the rows that cannot be taken, and why."""
        contents = await self._entries.contents()
        rows = {row.id: row for row in await self._entries.all()}
        today = self._entries.now.astimezone(BERLIN).date()
        broken, kept = list(parsed.broken), []
        sources = {}
        for key, source in parsed.sources.items():
            if disclosing := disclosed(source):
                broken.append((f"Quelle {key}", disclosing[0].sentence))
            elif key not in corpus.sources:
                sources[key] = source
        differing = [
            row
            for row in parsed.rows
            if contents.get(row.document["id"]) != row.document
            or rows[row.document["id"]].state != State.PUBLISHED
        ]
        wanted = {row.document["id"]: entry_of(row.document) for row in differing}
        beside = changed(corpus, wanted)
        beside.sources.update({k: Source.model_validate(s) for k, s in sources.items()})
        owned = owners(beside)
        for row in differing:
            before = contents.get(row.document["id"], {})
            found = problems(row.document, beside, owned)
            found += unvouched(row.document, today)
            if found:
                broken.append((row.where, found[0].sentence))
                continue
            known = rows.get(row.document["id"])
            kind = _kind(row, known, before)
            if kind is Kind.CHANGED and repeated(before, row.document, today).keys() & set(TOLD):
                kind = Kind.DOUBT
            kept.append(
                {
                    "content": row.document,
                    "base": known.version if known else 0,
                    "served": bool(known and known.state == State.PUBLISHED),
                    "kind": kind,
                    "take": None if kind in ASKED else True,  # None: to be asked
                }
            )
        planned = FaqImport(
            author=author,
            name=name[:100],
            at=self._entries.now,
            state=ImportState.OPEN,
            rows=kept,
            sources=sources,
            done=[],
        )
        self._session.add(planned)
        await self._session.flush()
        return planned, broken

    async def get(self, import_id: int) -> FaqImport | None:
        """Return an import."""
        if not 0 < import_id < 2**63:
            return None
        return await self._session.get(FaqImport, import_id)

    async def open(self) -> list[FaqImport]:
        """List the imports that nobody has decided about."""
        found = await self._session.scalars(
            select(FaqImport).where(FaqImport.state == ImportState.OPEN).order_by(FaqImport.id)
        )
        return list(found)

    def choose(self, planned: FaqImport, at: int, *, take: bool) -> None:
        """Decide about a conflict: the file's words, or those of the database."""
        rows = [dict(row) for row in planned.rows]
        rows[at]["take"] = take
        planned.rows = rows

    async def is_outdated(self, planned: FaqImport) -> bool:
        """Tell whether an entry has changed since the file was looked at."""
        versions = {row.id: row.version for row in await self._entries.all()}
        chosen = [row for row in planned.rows if row["take"]]
        return any(versions.get(row["content"]["id"], 0) != row["base"] for row in chosen)

    async def apply(self, planned: FaqImport, author: str) -> int:
        """Make everything that was chosen live, in this one transaction; count the entries.

        Raises:
            Outdated: an entry has changed since the file was looked at.
            Indiscreet: an entry holds what nobody outside may read; nothing has become live.

        """
        chosen = [row for row in planned.rows if row["take"]]
        new = {key: Source.model_validate(s) for key, s in planned.sources.items()}
        sources = new | await self._entries.sources()
        if any(indiscretions(row["content"], sources) for row in chosen):
            raise Indiscreet
        for key, source in new.items():
            await self._entries.add_source(key, source)
        done = []
        for row in chosen:
            version = await self._entries.publish(
                row["content"], row["base"], author, NOTE.format(name=planned.name)
            )
            done.append([version.entry_id, row["base"], version.number, row["served"]])
        planned.done, planned.state = done, ImportState.DONE
        return len(done)

    async def undo(self, planned: FaqImport, author: str) -> tuple[int, list[str]]:
        """Take an import back; give the count, and the entries that were changed since."""
        note = f"{NOTE.format(name=planned.name)} zurückgenommen"
        kept, count = [], 0
        for entry_id, before, after, served in planned.done:
            version = await self._entries.version(entry_id, before or after)
            assert version
            try:
                await self._entries.publish(
                    version.content, after, author, note, removes=not served
                )
            except (Outdated, Indiscreet):
                kept.append(entry_id)
            else:
                count += 1
        planned.state = ImportState.UNDONE
        return count, kept


def changes_of(planned: FaqImport) -> Changes:
    """Give what an import would change, for the Gegenprobe."""
    found: dict[str, Redirect | None] = {}
    for row in planned.rows:
        if row["take"]:
            try:
                entry = entry_of(row["content"])
            except ValidationError:
                continue
            found[entry.id] = entry
    return found


def counts(planned: FaqImport) -> dict[Kind, int]:
    """Count the rows of each kind."""
    return {kind: sum(row["kind"] == kind for row in planned.rows) for kind in Kind}


def conflicts(planned: FaqImport) -> list[tuple[int, dict[str, Any]]]:
    """List the conflicts that nobody has decided about, with their number."""
    return [(at, row) for at, row in enumerate(planned.rows) if row["take"] is None]


def _kind(row: Row, known: FaqEntry | None, before: dict[str, Any]) -> Kind:
    if known is None:
        return Kind.NEW
    newer = row.version is not None and row.version < known.version
    # A file that names no versions knows nothing of what the chat has changed meanwhile.
    unaware = row.version is None and before != known.base
    gone = known.state != State.PUBLISHED
    return Kind.CONFLICT if newer or unaware or gone else Kind.CHANGED
