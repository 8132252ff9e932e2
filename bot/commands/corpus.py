"""The corpus on the command line: what the chat has changed, and writing it back to the files."""

from pathlib import Path

from bot import clock
from bot.config import Settings
from bot.running.assembling import open_database
from faq.catalogue.corpus import FOLDER, Corpus, CorpusError, load
from faq.editing.content import document_of, source_document
from faq.editing.difference import Changed, changes
from faq.editing.entries import EntryStore
from faq.exchange.house_style import write_back
from faq.exchange.shipped import Difference, Kind, differences


async def run(settings: Settings, what: str, folder: Path | None) -> int:
    """Show the differences, or write them back; return the exit code."""
    shipped = load(folder or FOLDER)
    database = await open_database(settings)
    try:
        async with database.read() as session:
            store = EntryStore(session, clock.now())
            if not await store.number():
                print("Die Datenbank ist noch leer; der erste Start liest den Katalog ein.")
                return 0
            found = await differences(shipped, store)
            served = await store.corpus(shipped.groups)
    finally:
        await database.close()
    return _diff(found) if what == "diff" else _export(served, found, folder or FOLDER)


def _diff(found: list[Difference]) -> int:
    for one in found:
        print(f"{one.kind}: {one.entry_id}")
        if one.kind is not Kind.GONE:
            for changed in changes(one.in_files or {}, one.in_database):
                print("\n".join(f"  {line}" for line in _lines(changed)))
    conflicts = sum(one.kind is Kind.CONFLICT for one in found)
    print(f"Abweichend vom Katalog: {len(found)}, davon im Konflikt: {conflicts}.")
    return 0


def _lines(changed: Changed) -> list[str]:
    lines = [f"{changed.label}:"]
    if changed.pieces:
        old = " ".join(text for sign, text in changed.pieces if sign != "+")
        new = " ".join(text for sign, text in changed.pieces if sign != "-")
        lines += [f"- {old}"] if old else []
        lines += [f"+ {new}"] if new else []
    return [*lines, *(f"- {line}" for line in changed.removed), *(f"+ {a}" for a in changed.added)]


def _export(served: Corpus, found: list[Difference], folder: Path) -> int:
    entries = {entry.id: document_of(entry) for entry in served.all()}
    sources = {key: source_document(source) for key, source in served.sources.items()}
    changed = write_back(folder, entries, sources)
    for one in found:
        if one.kind is Kind.CONFLICT:
            print(f"Konflikt, der Stand aus dem Chat gilt: {one.entry_id}")
    print(f"Geschrieben: {', '.join(changed)}" if changed else "Der Katalog ist auf dem Stand.")
    try:
        load(folder)
    except CorpusError as error:
        print(error)
        return 1
    return 0
