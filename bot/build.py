"""Putting the pieces together from the settings: the one place where they all meet."""

from bot import migrate
from bot.config import Settings
from db.engine import Database
from faq.glossary import load_glossary
from faq.lookup import load_lookup
from faq.placeholders import Facts
from handlers import texts
from handlers.desk import House
from handlers.messages import Address


def build_house(settings: Settings) -> House:
    """Load the corpus, and say what this installation is like."""
    return House(
        lookup=load_lookup(),
        glossary=load_glossary(),
        advisors=Address.parse(settings.advisor_chat),
        admins=frozenset(settings.admins),
        facts=Facts(contact=settings.contact, storage=settings.storage, waiting=texts.WAITING),
    )


async def open_database(settings: Settings) -> Database:
    """Open the database and bring it to the present shape."""
    database = Database(settings.database_url)
    await migrate.upgrade(database)
    return database
