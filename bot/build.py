"""Putting the pieces together from the settings: the one place where they all meet."""

import threading

from bot import migrate
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


def build_house(settings: Settings) -> House:
    """Load the corpus, and say what this installation is like."""
    return House(
        lookup=build_lookup(settings),
        glossary=load_glossary(),
        advisors=Address.parse(settings.advisor_chat),
        admins=frozenset(settings.admins),
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
