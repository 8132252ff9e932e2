"""The files and the database: the first load, later files, and what the chat has changed."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from db.engine import Database
from faq.catalogue.corpus import FOLDER, Corpus, load
from faq.catalogue.entry import Entry, Source
from faq.editing.content import document_of
from faq.editing.entries import EntryStore, Outdated
from faq.exchange.house_style import write_back
from faq.exchange.shipped import Kind, differences, take_in

NOW = datetime(2026, 11, 22, 11, tzinfo=UTC)
AMOUNT, DEADLINE = "foerderung.hoehe", "foerderung.frist"


@pytest.fixture
async def store(database: Database) -> AsyncIterator[EntryStore]:
    async with database.write() as session:
        yield EntryStore(session, NOW)


def with_title(corpus: Corpus, entry_id: str, title: str) -> Corpus:
    entry = corpus.entries[entry_id].model_copy(update={"title": title})
    return replace(corpus, entries=corpus.entries | {entry_id: entry})


async def edit(store: EntryStore, entry_id: str, **fields: object) -> None:
    row = await store.find(entry_id)
    assert row
    content = (await store.contents())[entry_id]
    await store.publish({**content, **fields}, row.version, "stage:erik", "Test")


async def test_the_first_load_serves_what_is_shipped(store: EntryStore, corpus: Corpus) -> None:
    assert await take_in(store._session, corpus, store) > 270
    served = await store.corpus(corpus.groups)
    assert list(served.entries.values()) == list(corpus.entries.values())
    assert list(served.redirects.values()) == list(corpus.redirects.values())
    assert served.sources == corpus.sources
    assert served.groups == corpus.groups
    assert set(served.versions.values()) == {1}
    assert served.number == 1


async def test_a_second_start_changes_nothing(store: EntryStore, corpus: Corpus) -> None:
    await take_in(store._session, corpus, store)
    assert await take_in(store._session, corpus, store) == 0
    assert await store.number() == 1


async def test_an_untouched_entry_follows_a_newer_file(store: EntryStore, corpus: Corpus) -> None:
    await take_in(store._session, corpus, store)
    newer = with_title(corpus, AMOUNT, "Neu im Katalog")
    assert await take_in(store._session, newer, store) == 1
    served = await store.corpus(corpus.groups)
    assert served.entries[AMOUNT].title == "Neu im Katalog"
    assert served.versions[AMOUNT] == 2
    assert [v.author for v in await store.history(AMOUNT)] == ["katalog", "katalog"]
    assert await differences(newer, store) == []


async def test_an_entry_changed_in_the_chat_stays_and_is_listed(
    store: EntryStore, corpus: Corpus
) -> None:
    await take_in(store._session, corpus, store)
    await edit(store, AMOUNT, titel="Aus dem Chat")
    await edit(store, DEADLINE, titel="Auch aus dem Chat")
    newer = with_title(corpus, AMOUNT, "Neu im Katalog")
    assert await take_in(store._session, newer, store) == 0
    served = await store.corpus(corpus.groups)
    assert served.entries[AMOUNT].title == "Aus dem Chat"
    kinds = {one.entry_id: one.kind for one in await differences(newer, store)}
    assert kinds == {AMOUNT: Kind.CONFLICT, DEADLINE: Kind.CHANGED}


async def test_new_and_archived_entries_are_listed(store: EntryStore, corpus: Corpus) -> None:
    await take_in(store._session, corpus, store)
    fresh = {**document_of(corpus.entries[AMOUNT]), "id": "foerderung.neu", "fragen": ["neu?"]}
    await store.publish(fresh, 0, "stage:erik", "neu")
    content = (await store.contents())[DEADLINE]
    await store.publish(content, 1, "stage:erik", "archiviert", removes=True)
    kinds = {one.entry_id: one.kind for one in await differences(corpus, store)}
    assert kinds == {DEADLINE: Kind.GONE, "foerderung.neu": Kind.NEW}
    assert await take_in(store._session, corpus, store) == 0
    assert DEADLINE not in (await store.corpus(corpus.groups)).entries


async def test_an_entry_that_leaves_the_files_is_archived(
    store: EntryStore, corpus: Corpus
) -> None:
    await take_in(store._session, corpus, store)
    fewer = {i: e for i, e in corpus.entries.items() if i != AMOUNT}
    assert await take_in(store._session, replace(corpus, entries=fewer), store) == 1
    assert AMOUNT not in (await store.corpus(corpus.groups)).entries
    assert len(await store.history(AMOUNT)) == 1


async def test_a_save_over_a_newer_version_is_refused(store: EntryStore, corpus: Corpus) -> None:
    await take_in(store._session, corpus, store)
    content = (await store.contents())[AMOUNT]
    await store.publish(content, 1, "stage:erik", "eins")
    with pytest.raises(Outdated):
        await store.publish(content, 1, "stage:eva", "zwei")


async def test_a_source_of_the_chat_stays(store: EntryStore, corpus: Corpus) -> None:
    await take_in(store._session, corpus, store)
    await store.add_source("neu", Source(title="Neu", as_of="2026"))
    await store.add_source("rp", Source(title="Anders", as_of="2026"))
    await take_in(store._session, corpus, store)
    sources = await store.sources()
    assert sources["neu"].title == "Neu"
    assert sources["rp"] == corpus.sources["rp"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path in FOLDER.glob("*.yaml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    return tmp_path


def documents(corpus: Corpus) -> dict[str, dict[str, object]]:
    return {entry.id: document_of(entry) for entry in corpus.all()}


def test_writing_back_what_has_not_changed_keeps_every_byte(corpus: Corpus, folder: Path) -> None:
    assert write_back(folder, documents(corpus), {}) == []
    for path in FOLDER.glob("*.yaml"):
        assert (folder / path.name).read_bytes() == path.read_bytes()


def test_writing_back_touches_only_what_has_changed(corpus: Corpus, folder: Path) -> None:
    wanted = documents(corpus)
    wanted[AMOUNT] = {
        **wanted[AMOUNT],
        "titel": 'Mit „Zeichen": # und \\',
        "antwort": "Zwei Sätze. " * 20 + "Ende.",
        "einfach": "Eine Zeile.\nNoch eine: so.",
        "fragen": ["- was?", "'s ist: so", "#x", "a\tb"],
        "gueltig_bis": "2027-12-31",
    }
    wanted["recht.neu"] = {**wanted[AMOUNT], "id": "recht.neu", "fragen": ["ganz neu"]}
    del wanted["abgrenzung.elterngeld"]
    source = {"titel": "Neu: mit Zeichen", "stand": "2026-11", "url": "https://beispiel.de/x#y"}
    assert sorted(write_back(folder, wanted, {"neu": source})) == [
        "abgrenzung.yaml", "foerderung.yaml", "quellen.yaml", "recht.yaml"]  # fmt: skip
    again = load(folder)
    assert documents(again) == wanted
    assert again.sources["neu"].url == "https://beispiel.de/x#y"
    before = (FOLDER / "foerderung.yaml").read_text().splitlines()
    after = (folder / "foerderung.yaml").read_text().splitlines()
    assert [x for x in before if x not in after] == [
        x for x in before[3:49] if x not in after
    ]  # nothing outside of the entry
    assert write_back(folder, wanted, {"neu": source}) == []  # and again: not a byte


def test_every_entry_can_be_written_anew(corpus: Corpus, folder: Path) -> None:
    changed = {i: {**d, "titel": str(d["titel"])[:59] + "!"} for i, d in documents(corpus).items()}
    assert len(write_back(folder, changed, {})) == len(corpus.groups)
    assert documents(load(folder)) == changed


def test_all_entries_are_of_a_kind_that_editors_could_write(corpus: Corpus) -> None:
    assert all(isinstance(entry, Entry) for entry in corpus.entries.values())
    assert max(len(entry.id) for entry in corpus.all()) <= 45
