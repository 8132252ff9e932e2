"""Putting the pieces together from the settings: the one place where they all meet."""

import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from bot import clock, migrate
from bot.config import Misconfigured, Settings
from bot.serving import Serving, first_corpus
from db.engine import Database
from faq.corpus import Corpus, load
from faq.editing.rehearsal import Rehearsal
from faq.evaluate import Case, read_cases
from faq.glossary import load_glossary
from faq.lookup import Lookup, load_lookup
from faq.placeholders import Facts
from faq.semantic.start import Engine, open_embedder
from handlers import texts
from handlers.desk import House
from handlers.messages import Address


class Builder:
    """Builds the lookup over a corpus; the language model is opened once."""

    def __init__(self, model: str) -> None:
        embedder = open_embedder(model)
        self._engine = Engine(embedder) if embedder else None

    def __call__(self, corpus: Corpus) -> Lookup:
        """Build what finds in a corpus; without the semantic extra by letters and words."""
        meaning = self._engine.over(corpus.all()) if self._engine else None
        if meaning and not meaning.ready:
            # New texts are learned in the background; until then the letters and words do.
            threading.Thread(target=meaning.complete, daemon=True).start()
        return load_lookup(corpus, meaning)


def build_house(settings: Settings, lookup: Lookup) -> House:
    """Say what this installation is like.

    Raises:
        Misconfigured: the file with the questions of the evaluation cannot be read.

    """
    return House(
        lookup=lookup,
        glossary=load_glossary(),
        advisors=Address.parse(settings.advisor_chat),
        admins=frozenset(settings.admins),
        facts=Facts(contact=settings.contact, storage=settings.storage, waiting=texts.WAITING),
        four_eyes=settings.four_eyes,
        rehearsal=Rehearsal(_cases(settings.evaluation_file)),
    )


def _cases(file: str) -> list[Case]:
    try:
        return read_cases(Path(file)) if file else []
    except (OSError, ValueError) as error:
        raise Misconfigured(f"EVALUATION_FILE: {file}: {error}") from error


def build_lookup(settings: Settings) -> Lookup:
    """Build the lookup over the shipped corpus, without any database."""
    return Builder(settings.semantic)(load())


async def open_database(settings: Settings) -> Database:
    """Open the database and bring it to the present shape."""
    database = Database(settings.database_url)
    await migrate.upgrade(database)
    return database


async def open_house(
    settings: Settings, database: Database, now: Callable[[], datetime] = clock.now
) -> tuple[House, Serving]:
    """Serve what the database holds; the first time that is the shipped corpus."""
    corpus = await first_corpus(database, load(), now())
    build = Builder(settings.semantic)
    house = build_house(settings, build(corpus))
    return house, Serving(database, house, build, now)
