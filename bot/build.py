"""Putting the pieces together from the settings: the one place where they all meet."""

import threading

from bot import migrate, moves
from bot.config import Settings
from db.engine import Database
from faq.caution import bearable
from faq.corpus import load
from faq.glossary import load_glossary
from faq.lookup import Lookup, load_lookup
from faq.placeholders import Facts
from faq.semantic.start import open_semantic
from handlers import texts
from handlers.desk import House
from handlers.messages import Address
from tickets.hours import OfficeHours


def build_house(settings: Settings) -> House:
    """Load the corpus, and say what this installation is like."""
    return House(
        lookup=build_lookup(settings),
        glossary=load_glossary(),
        advisors=Address.parse(settings.advisor_chat),
        admins=frozenset(settings.admins),
        hours=OfficeHours.parse(settings.office_hours),
        response_days=settings.response_time,
        silence_days=settings.silence_days,
        facts=Facts(contact=settings.contact, storage=settings.storage, waiting=texts.WAITING),
    )


def build_lookup(settings: Settings) -> Lookup:
    """Load the corpus and what finds in it; without the semantic extra by letters and words."""
    corpus = load()
    meaning = open_semantic(corpus.all(), model=settings.semantic)
    if meaning and not meaning.ready:
        # New texts are learned in the background; until then the letters and words do.
        threading.Thread(target=meaning.complete, daemon=True).start()
    return load_lookup(corpus, meaning, bearable(settings.wrong_answers))


async def open_database(settings: Settings) -> Database:
    """Open the database and bring it to the present shape."""
    database = Database(settings.database_url)
    await migrate.upgrade(database)
    return database


async def follow_moves(database: Database, house: House) -> None:
    """Learn from the database where the advisors' group is now."""
    async with database.read() as session:
        await moves.follow(session, house)
