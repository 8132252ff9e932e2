"""What one turn may touch, and nothing else."""

from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from faq.glossary import Glossary
from faq.lookup import Lookup
from faq.placeholders import Facts
from faq.question import QuestionStore
from guide.load import shipped
from guide.reminders import ReminderStore
from guide.step import Guide
from guide.store import PlanStore
from guide.work import WorkStore
from handlers.messages import Address, Incoming
from people.conversation import ConversationStore
from people.person import Person, Role
from people.store import PersonStore
from tickets.store import TicketStore
from tickets.ticket import BERLIN


@dataclass(frozen=True, slots=True)
class House:
    """What stays the same from turn to turn: the corpus, the addresses, the settings in words."""

    lookup: Lookup
    advisors: Address  # where new tickets are shown
    admins: frozenset[str]
    facts: Facts
    glossary: Glossary = field(default_factory=Glossary)
    guide: Guide = field(default_factory=shipped)  # the Fahrplan


class Desk:
    """The stores of one transaction, and who stands before it."""

    def __init__(
        self, session: AsyncSession, house: House, incoming: Incoming, now: datetime
    ) -> None:
        self.house = house
        self.incoming = incoming
        self.now = now
        self.people = PersonStore(session)
        self.talks = ConversationStore(session, now)
        self.tickets = TicketStore(session, now)
        self.questions = QuestionStore(session, now)
        self.plans = PlanStore(session, now)
        self.work = WorkStore(session, now)
        self.reminders = ReminderStore(session, now)
        self.person: Person | None = None

    @property
    def here(self) -> Address:
        """Give the chat that this turn is about."""
        return self.incoming.chat

    @property
    def asker(self) -> str:
        """Give the address under which questions and tickets of this chat are kept."""
        return str(self.incoming.chat)

    @property
    def talker(self) -> str:
        """Give the key of what is going on here: in a group everybody is in something else."""
        chat, sender = self.incoming.chat, self.incoming.sender
        return f"{chat}/{sender.chat}" if self.incoming.group and sender else str(chat)

    @property
    def at_advisors(self) -> bool:
        """Tell whether this is the advisors' chat."""
        return self.incoming.chat == self.house.advisors

    @property
    def today(self) -> date:
        """Give the day, as people in Hesse have it."""
        return self.now.astimezone(BERLIN).date()

    def may(self, role: Role) -> bool:
        """Tell whether the person may do what a role allows; nobody unknown may do anything."""
        return self.person is not None and Role(self.person.role).may(role)
