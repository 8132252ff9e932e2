"""What conversations with a cry for help in them share."""

from sqlalchemy import func, select

from faq.lookup import Lookup
from faq.recognising.emergency import Emergency
from tests.small_faq import KnownMatcher, small_corpus
from tests.stage import Heard, Person, Theatre
from tickets.ticket import TicketMessage

HELP = "Er schlägt mich!"
CALM, TO_ADVISORS = "Kein Notfall, meine Frage beantworten", "An die Beratung"
MARKED = "Klingt nach einem Notfall."


def gets_the_card(person: Person, *more: str) -> Heard:
    heard = person.hears("110", "112", "Jugendamt", "116 016", "116 111", "116 123", *more)
    assert "0800 111 0 111" in heard.text
    assert "0800 111 0 222" in heard.text
    assert heard.labels == (CALM, TO_ADVISORS)
    return heard


def hears_with(emergency: Emergency, theatre: Theatre) -> None:
    smalltalk = theatre.house.lookup._smalltalk
    theatre.house.lookup = Lookup(small_corpus(), KnownMatcher(), smalltalk, emergency)


async def said_in_tickets(theatre: Theatre) -> int:
    async with theatre.database.read() as session:
        return await session.scalar(select(func.count(TicketMessage.id))) or 0
