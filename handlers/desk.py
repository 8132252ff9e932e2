"""What one turn may touch, and nothing else."""

from copy import copy
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol

from sqlalchemy.ext.asyncio import AsyncSession

from faq.editing.drafts import DraftStore
from faq.editing.entries import EntryStore
from faq.editing.figures import Figures
from faq.editing.importing import ImportStore
from faq.editing.learning import Learning
from faq.editing.links import Links
from faq.editing.receipts import Receipts
from faq.editing.rehearsal import Rehearsal
from faq.glossary import Glossary
from faq.lookup import Lookup
from faq.placeholders import Facts
from faq.question import QuestionStore
from handlers.messages import Address, File, Incoming
from people.admin_code import AdminCodes
from people.audit import AuditLog
from people.conversation import ConversationStore
from people.person import Person, Role
from people.store import PersonStore
from tickets.figures import TicketFigures
from tickets.store import TicketStore
from tickets.ticket import BERLIN


class Files(Protocol):
    """Where the files lie that people send."""

    async def read(self, file: File) -> bytes | None:
        """Fetch a file; none if it is gone."""
        ...


class NoFiles:
    """A channel whose files cannot be fetched."""

    async def read(self, file: File) -> bytes | None:
        """Find nothing."""
        del file
        return None


@dataclass(slots=True)
class House:
    """What stays the same from turn to turn: the addresses, the settings in words, and the lookup.

    The lookup alone is replaced, as a whole, when editors have changed what is served.
    """

    lookup: Lookup
    advisors: Address  # where new tickets are shown
    admins: frozenset[str]
    facts: Facts
    glossary: Glossary = field(default_factory=Glossary)
    files: Files = field(default_factory=NoFiles)
    four_eyes: bool = False  # who has written something may not publish it
    rehearsal: Rehearsal = field(default_factory=Rehearsal)


class Desk:
    """The stores of one transaction, and who stands before it."""

    def __init__(
        self, session: AsyncSession, house: House, incoming: Incoming, now: datetime
    ) -> None:
        self.house = copy(house)  # one lookup from the beginning of a turn to its end
        self.incoming = incoming
        self.now = now
        self.people = PersonStore(session)
        self.talks = ConversationStore(session, now)
        self.tickets = TicketStore(session, now)
        self.questions = QuestionStore(session, now)
        self.audit = AuditLog(session, now)
        self.admin_codes = AdminCodes(session, now)
        self.entries = EntryStore(session, now)
        self.drafts = DraftStore(session, self.entries)
        self.imports = ImportStore(session, self.entries)
        self.receipts = Receipts(session, now)
        self.learning = Learning(session, now)
        self.figures = Figures(session)
        self.ticket_figures = TicketFigures(session)
        self.links = Links(session, now)
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
    def actor(self) -> str:
        """Give the address of whoever acts: what changes is written down under it."""
        return str(self.incoming.sender or self.incoming.chat)

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
