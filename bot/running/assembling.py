"""Putting the pieces together from the settings: the one place where they all meet."""

import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from bot import clock, home
from bot.config import Misconfigured, Settings
from bot.outgoing import moved_groups as moves
from bot.running import appointed
from bot.running.served import Serving, first_corpus
from db.engine import Database
from db.revision import check_shape, is_newest
from faq.catalogue.corpus import Corpus, load
from faq.catalogue.placeholders import Facts
from faq.finding.caution import bearable
from faq.insight.rehearsal import Rehearsal
from faq.lookup import Lookup, load_lookup
from faq.measuring.evaluate import Case, read_cases
from faq.recognising.glossary import load_glossary
from faq.semantic.loading import Engine, open_embedder
from handlers import texts
from handlers.desk import House
from handlers.messages import Address
from tickets.hours import OfficeHours


class Builder:
    """Builds the lookup over a corpus; the language model is opened once."""

    def __init__(self, settings: Settings) -> None:
        embedder = open_embedder(settings.semantic)
        self._engine = Engine(embedder) if embedder else None
        self._bearable = bearable(settings.wrong_answers)

    def __call__(self, corpus: Corpus) -> Lookup:
        """Build what finds in a corpus; without the semantic extra by letters and words."""
        meaning = self._engine.over(corpus.all()) if self._engine else None
        if meaning and not meaning.ready:
            # New texts are learned in the background; until then the letters and words do.
            threading.Thread(target=meaning.complete, daemon=True).start()
        return load_lookup(corpus, meaning, self._bearable)


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
        hours=OfficeHours.parse(settings.office_hours),
        response_days=settings.response_time,
        silence_days=settings.silence_days,
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
    return Builder(settings)(load())


def find_database(settings: Settings) -> Database:
    """Name the database; nothing is opened yet.

    Raises:
        Misconfigured: the library for it is missing.

    """
    try:
        return Database(settings.database_url)
    except ModuleNotFoundError as error:
        wanted = f"DATABASE_URL: {error.name} ist nicht installiert"
        raise Misconfigured(f"{wanted} (pip install '.[postgres]')") from error


async def open_database(settings: Settings) -> Database:
    """Open the database and bring it to the present shape."""
    home.close(settings.database_url)
    database = find_database(settings)
    try:
        if not await is_newest(database):
            from bot.upkeep import migrate  # noqa: PLC0415 - Alembic stays in memory, needed or not

            await migrate.upgrade(database)
        await check_shape(database)
    except BaseException:
        await database.close()
        raise
    return database


async def open_house(
    settings: Settings, database: Database, now: Callable[[], datetime] = clock.now
) -> tuple[House, Serving]:
    """Serve what the database holds; the first time that is the shipped corpus."""
    corpus = await first_corpus(database, load(), now())
    build = Builder(settings)
    house = build_house(settings, build(corpus))
    await follow_moves(database, house)
    await appointed.follow(database, house, now())
    return house, Serving(database, house, build, now)


async def follow_moves(database: Database, house: House) -> None:
    """Learn from the database where the advisors' group is now."""
    async with database.read() as session:
        await moves.follow(session, house)
