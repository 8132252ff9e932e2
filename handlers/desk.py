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
from handlers.messages import Address, Incoming, Press, is_edited
from people.absence import AbsenceStore
from people.conversation import ConversationStore
from people.person import Person, Role
from people.store import PersonStore
from tickets.draft import DraftStore
from tickets.hours import USUAL, OfficeHours
from tickets.post import PostStore
from tickets.queue import QueueStore
from tickets.store import TicketStore, Written
from tickets.ticket import BERLIN, Ticket, TicketMessage


@dataclass(slots=True)
class House:
    """What stays the same from turn to turn: the corpus, the addresses, the settings in words."""

    lookup: Lookup
    advisors: Address  # where new tickets are shown; changes when that group moves
    admins: frozenset[str]
    facts: Facts
    glossary: Glossary = field(default_factory=Glossary)
    hours: OfficeHours = USUAL
    response_days: int = 2  # working days until an answer is due
    silence_days: int = 14  # days without a word after which a ticket is closed; 0: never
    guide: Guide = field(default_factory=shipped)  # the Fahrplan


class Stores:
    """The stores of one transaction."""

    def __init__(self, session: AsyncSession, house: House, now: datetime) -> None:
        self.house = house
        self.now = now
        self.people = PersonStore(session)
        self.absences = AbsenceStore(session, now)
        self.talks = ConversationStore(session, now)
        self.tickets = TicketStore(session, now)
        self.queue = QueueStore(session, now)
        self.posts = PostStore(session)
        self.drafts = DraftStore(session, now)
        self.questions = QuestionStore(session, now)
        self.plans = PlanStore(session, now)
        self.work = WorkStore(session, now)
        self.reminders = ReminderStore(session, now)

    @property
    def today(self) -> date:
        """Give the day, as people in Hesse have it."""
        return self.now.astimezone(BERLIN).date()


class Desk(Stores):
    """The stores of one turn, and who stands before it."""

    def __init__(
        self, session: AsyncSession, house: House, incoming: Incoming, now: datetime
    ) -> None:
        super().__init__(session, house, now)
        typed = None if isinstance(incoming.body, Press) else incoming.message
        self.questions = QuestionStore(session, now, typed)
        self.incoming = incoming
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
    def me(self) -> str:
        """Give the address of whoever said it."""
        return str(self.incoming.sender)

    @property
    def talker(self) -> str:
        """Give the key of what is going on here: in a group everybody is in something else."""
        chat, sender = self.incoming.chat, self.incoming.sender
        return f"{chat}/{sender.chat}" if self.incoming.group and sender else str(chat)

    @property
    def at_advisors(self) -> bool:
        """Tell whether this is the advisors' chat."""
        return self.incoming.chat == self.house.advisors

    def may(self, role: Role) -> bool:
        """Tell whether the person may do what a role allows; nobody unknown may do anything."""
        return self.person is not None and Role(self.person.role).may(role)

    async def said_before(self) -> list[tuple[Ticket, TicketMessage]]:
        """List what an edited message has said in tickets until now."""
        message = self.incoming.message
        if message is None or not is_edited(self.incoming.body):
            return []
        return await self.tickets.of_source(str(self.here), message, self.me)

    def written(self, text: str, *, album: str | None = None) -> Written:
        """Sign a text with who wrote it and where."""
        pressed = isinstance(self.incoming.body, Press)
        message = None if pressed else self.incoming.message
        return Written(self.me, text, str(self.here), message, album or None)
