"""The shipped corpus and the database: the first load, later files, and where both differ."""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from faq.catalogue.corpus import Corpus
from faq.editing.content import document_of, source_document
from faq.editing.entries import EntryStore
from faq.editing.entry_life import State
from faq.editing.stored import Document, FaqCounter, FaqEntry, FaqSource, FaqVersion

FILES = "katalog"  # the author of what comes from the files


class Kind(StrEnum):
    """How an entry of the database differs from the files."""

    CHANGED = "geändert"
    NEW = "neu"
    GONE = "archiviert"
    CONFLICT = "Konflikt"  # changed in the chat and in the files


@dataclass(frozen=True, slots=True)
class Difference:
    """One entry that the chat has changed."""

    entry_id: str
    kind: Kind
    in_files: Document | None
    in_database: Document


async def take_in(session: AsyncSession, shipped: Corpus, store: EntryStore) -> int:
    """Bring the database to the files where the chat has changed nothing; count the changes.

    The first time all of the corpus is taken in. Later an entry that says what the files said
    when it was last taken over follows a newer file; one changed in the chat stays as it is.
    """
    # Two processes that start at once: the second waits here, and then finds nothing to do.
    await session.scalar(select(FaqCounter).with_for_update())
    rows = {row.id: row for row in await store.all()}
    contents = await store.contents()
    changes = 0
    for position, entry in enumerate(shipped.all()):
        document = document_of(entry)
        row = rows.pop(entry.id, None)
        if row is None:
            session.add(FaqEntry(id=entry.id, state=State.PUBLISHED, version=0, position=position))
            await session.flush()
            row = await session.get_one(FaqEntry, entry.id)
        elif row.base == document:
            continue
        elif contents[entry.id] == document and row.state == State.PUBLISHED:
            row.base = document  # the files have caught up with the chat
            continue
        elif contents[entry.id] != row.base or row.state != State.PUBLISHED:
            continue  # changed in the chat: it stays, `corpus diff` lists it
        _follow(session, row, document, store)
        changes += 1
    for row in rows.values():
        if row.base is not None and row.state == State.PUBLISHED and contents[row.id] == row.base:
            row.state, row.base = State.ARCHIVED, None  # gone from the files, untouched here
            changes += 1
    changes += await _take_in_sources(session, shipped)
    if changes:
        await store.count()
    return changes


def _follow(session: AsyncSession, row: FaqEntry, document: Document, store: EntryStore) -> None:
    row.version += 1
    row.base = document
    session.add(
        FaqVersion(
            entry_id=row.id,
            number=row.version,
            author=FILES,
            at=store.now,
            note="aus dem Katalog",
            content=document,
        )
    )


async def _take_in_sources(session: AsyncSession, shipped: Corpus) -> int:
    known = {row.key: row for row in await session.scalars(select(FaqSource))}
    changes = 0
    for key, source in shipped.sources.items():
        document = source_document(source)
        row = known.get(key)
        if row is None:
            session.add(FaqSource(key=key, content=document, base=document))
            changes += 1
        elif row.base != document and row.content in (row.base, document):
            changes += row.content != document
            row.content = row.base = document
    await session.flush()
    return changes


async def differences(shipped: Corpus, store: EntryStore) -> list[Difference]:
    """List what the chat has changed against the files, in the order of the files."""
    contents = await store.contents()
    found = []
    for row in await store.all():
        entry = shipped.find(row.id)
        in_files = document_of(entry) if entry else None
        content = contents[row.id]
        served = row.state == State.PUBLISHED
        if served and content == in_files:
            continue
        if in_files is None:
            if served:
                found.append(Difference(row.id, Kind.NEW, None, content))
            continue
        kind = Kind.CHANGED if served else Kind.GONE
        if row.base != in_files:
            kind = Kind.CONFLICT
        found.append(Difference(row.id, kind, in_files, content))
    return found
