"""What one process publishes, every process serves; nobody waits for it."""

import asyncio
import threading

import pytest

from bot.running.served import Serving, first_corpus
from db.engine import Database
from faq.catalogue.corpus import Corpus
from faq.catalogue.placeholders import Facts
from faq.editing.entries import EntryStore
from faq.lookup import Lookup
from handlers.desk import House
from handlers.messages import Address
from tests.clock import Clock
from tests.small_faq import AMOUNT, found_by_words, small_corpus


async def house_of(database: Database) -> House:
    corpus = await first_corpus(database, small_corpus(), Clock()())
    return House(found_by_words(corpus), Address("stage", "-1"), frozenset(), Facts())


async def publish(database: Database, title: str) -> None:
    async with database.write() as session:
        store = EntryStore(session, Clock()())
        row = await store.find(AMOUNT.id)
        assert row
        content = (await store.contents())[AMOUNT.id]
        await store.publish({**content, "titel": title}, row.version, "stage:erik", "Titel")


async def test_two_processes_serve_what_one_has_published(database: Database) -> None:
    houses = [await house_of(database), await house_of(database)]
    both = [Serving(database, house, found_by_words, Clock()) for house in houses]
    assert [await serving.look() for serving in both] == [False, False]
    await publish(database, "Neu")
    assert [await serving.look() for serving in both] == [True, True]
    assert [house.lookup.corpus.entries[AMOUNT.id].title for house in houses] == ["Neu", "Neu"]
    assert [house.lookup.corpus.versions[AMOUNT.id] for house in houses] == [2, 2]
    assert [await serving.look() for serving in both] == [False, False]


async def test_the_old_lookup_serves_while_the_new_one_is_built(database: Database) -> None:
    house = await house_of(database)
    may_go_on, built = threading.Event(), threading.Event()

    def slowly(corpus: Corpus) -> Lookup:
        built.set()
        may_go_on.wait(10)
        return found_by_words(corpus)

    await publish(database, "Neu")
    looking = asyncio.ensure_future(Serving(database, house, slowly, Clock()).look())
    await asyncio.to_thread(built.wait, 10)
    assert house.lookup.corpus.entries[AMOUNT.id].title == AMOUNT.title
    may_go_on.set()
    assert await looking
    assert house.lookup.corpus.entries[AMOUNT.id].title == "Neu"


async def test_two_first_starts_at_once_load_once(database: Database) -> None:
    corpora = await asyncio.gather(
        *(first_corpus(database, small_corpus(), Clock()()) for _ in range(3))
    )
    assert {corpus.number for corpus in corpora} == {1}
    assert {corpus.versions[AMOUNT.id] for corpus in corpora} == {1}


@pytest.mark.parametrize("fault", [ValueError("kaputt")])
async def test_a_lookup_that_cannot_be_built_leaves_the_old_one(
    database: Database, fault: Exception
) -> None:
    house = await house_of(database)
    old = house.lookup

    def broken(_: Corpus) -> Lookup:
        raise fault

    await publish(database, "Neu")
    with pytest.raises(ValueError, match="kaputt"):
        await Serving(database, house, broken, Clock()).look()
    assert house.lookup is old
