"""What one turn may touch, and nothing else."""

from copy import copy
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Protocol

from markupsafe import Markup
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.berlin import berlin_day
from faq.catalogue.placeholders import Facts
from faq.editing.drafts import DraftStore
from faq.editing.entries import EntryStore
from faq.editing.receipts import Receipts
from faq.exchange.importing import ImportStore
from faq.insight.dead_links import Links
from faq.insight.learning import Learning
from faq.insight.question_figures import Figures
from faq.insight.rehearsal import Rehearsal
from faq.lookup import Lookup
from faq.question import AskedQuestion, QuestionStore
from faq.recognising.glossary import Glossary
from guide.load import shipped
from guide.reminders import ReminderStore
from guide.step import Guide
from guide.store import PlanStore
from guide.work import WorkStore
from handlers import texts
from handlers.going_on import GoingOn, look
from handlers.messages import Address, Delivery, File, Incoming, Press, Reply, is_edited
from handlers.refusals import Refused
from handlers.texts import say
from people.absence import AbsenceStore
from people.admin_code import AdminCodes
from people.audit import AuditLog
from people.conversation import Conversation, ConversationStore
from people.person import Person, Role
from people.store import PersonStore
from tickets.held_piece import HeldStore
from tickets.hours import USUAL, OfficeHours
from tickets.post import PostStore
from tickets.proposal import ProposalStore
from tickets.queue import QueueStore
from tickets.store import TicketStore, Written
from tickets.ticket import Ticket, TicketMessage
from tickets.ticket_figures import TicketFigures


class Files(Protocol):
    """Where the files lie that people send."""

    async def ahead(self, file: File) -> None:
        """Fetch a file before the turn that reads it: a turn does not use the network."""
        ...

    async def read(self, file: File) -> bytes | None:
        """Hand over a file that was fetched; none if it is gone."""
        ...


class NoFiles:
    """A channel whose files cannot be fetched."""

    async def ahead(self, file: File) -> None:
        """Fetch nothing."""
        del file

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
    advisors: Address  # where new tickets are shown; changes when that group moves
    admins: frozenset[str]
    facts: Facts
    glossary: Glossary = field(default_factory=Glossary)
    hours: OfficeHours = USUAL
    response_days: int = 2  # working days until an answer is due
    silence_days: int = 14  # days without a word after which a ticket is closed; 0: never
    guide: Guide = field(default_factory=shipped)  # the Fahrplan
    files: Files = field(default_factory=NoFiles)
    four_eyes: bool = False  # who has written something may not publish it
    rehearsal: Rehearsal = field(default_factory=Rehearsal)


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
        self.held = HeldStore(session, now)
        self.posts = PostStore(session)
        self.proposals = ProposalStore(session, now)
        self.questions = QuestionStore(session, now)
        self.plans = PlanStore(session, now)
        self.work = WorkStore(session, now)
        self.reminders = ReminderStore(session, now)
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

    @property
    def today(self) -> date:
        """Give the day, as people in Hesse have it."""
        return berlin_day(self.now)


class Desk(Stores):
    """The stores of one turn, and who stands before it."""

    def __init__(
        self, session: AsyncSession, house: House, incoming: Incoming, now: datetime
    ) -> None:
        # One lookup from the beginning of a turn to its end, whatever the editors publish.
        super().__init__(session, copy(house), now)
        typed = None if isinstance(incoming.body, Press) else incoming.message
        self.questions = QuestionStore(session, now, typed)
        self.incoming = incoming
        self.person: Person | None = None
        self.replied: AskedQuestion | None = None  # the question whose answer this replies to
        self.going_on = GoingOn()

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

    def refusal(self, text: Markup) -> Refused:
        """Make the refusal to raise where something is not done."""
        return Refused(self.hint(text))

    def stale(self) -> Refused:
        """Refuse a button that leads nowhere any more, or never belonged to this chat."""
        hint = self.hint(say(texts.STALE))
        return Refused(replace(hint, delivery=Delivery.AT_MOST_ONCE))

    def hint(self, text: Markup) -> Reply:
        """Say that nothing was done, to whoever tried: nothing is lost if it never arrives."""
        return Reply(self.here, text, only_for=self.incoming.sender)

    @property
    def at_advisors(self) -> bool:
        """Tell whether this is the advisors' chat."""
        return self.incoming.chat == self.house.advisors

    async def look_around(self) -> Person | None:
        """See what is going on in this chat; return who writes, if they ever did before."""
        known, self.going_on = await look(self.people, self.me, self.asker, self.talker, self.now)
        return known

    async def talk(self) -> Conversation | None:
        """Return what whoever writes was in the middle of when the message came."""
        return await self.talks.awaited(self.talker) if self.going_on.talk else None

    async def unfinished(self) -> Ticket | None:
        """Return the newest ticket of this chat that waited when the message came."""
        return await self.tickets.unfinished(self.asker) if self.going_on.ticket else None

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
        pieces = () if pressed else self.incoming.pieces
        return Written(self.me, text, str(self.here), message, album or None, pieces)
