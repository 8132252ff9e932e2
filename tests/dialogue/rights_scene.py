"""A scene to try rights in: persons of every role, what is theirs, and a picture of it all."""

import itertools
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from faq.question import AskedQuestion, QuestionStore
from guide.plan import Member, Note, Plan, Tick
from handlers.messages import Address, Incoming, Reply
from handlers.reading.typed import parse_passed_on, parse_press, parse_typed
from handlers.rich import plain
from people import person as model
from people.person import Role
from people.store import PersonStore
from tests.dialogue.rights import EXPECTED
from tests.stage import Theatre
from tickets.life import State, Step
from tickets.proposal import Draft, ProposalStore
from tickets.store import TicketStore, Written
from tickets.ticket import Kind, Ticket

PLANS = 1_000_000  # the plan of ticket 3 is number 3,000,000: what presses begin stays apart


@dataclass(frozen=True)
class Case:
    """A question with its ticket and a draft for it."""

    question: int
    ticket: int
    draft: int = 0
    words: int = 0
    added: int = 0


class Scene:
    """Turns without messenger and outbox, all in one transaction."""

    def __init__(self, theatre: Theatre, session: AsyncSession) -> None:
        self._theatre = theatre
        self._session = session
        self._names = itertools.count(1)

    async def somebody(self, role: Role = Role.PERSON) -> str:
        name, now = f"p{next(self._names)}", self._theatre.clock()
        people = PersonStore(self._session)
        if role is Role.PERSON:
            await people.meet(f"stage:{name}", now)
        else:
            await people.grant(f"stage:{name}", role, now)
        return name

    async def ticket_of(self, name: str, state: State, decision: str) -> Case:
        now, asker = self._theatre.clock(), f"stage:{name}"
        questions, text = QuestionStore(self._session, now), f"Geheime Frage von {name}"
        question = await questions.record(asker, text, decision, ("foerderung.hoehe",))
        tickets = TicketStore(self._session, now)
        ticket = await tickets.open(question.id, Written(asker, question.text), "Nachfrage")
        if state is State.CLOSED:
            await tickets.continue_(ticket, Step.CLOSE, Kind.EVENT, Written(None, "zu"))
        draft = await ProposalStore(self._session, now).propose(ticket.id, "Geheimer Entwurf")
        said = Written("stage:carla", "Geheime Worte", "stage:-100", "m1")
        words = await tickets.note(ticket, Kind.UNDECIDED, said)
        more = Written(asker, "Geheimer Zusatz", asker, "m2")
        added = await tickets.note(ticket, Kind.QUESTION, more)
        if decision == "pending":  # is a message in question, beside what the ticket is about
            question = await questions.record(asker, f"Noch etwas von {name}", decision)
        await self._plan_of(name, ticket.id * PLANS)
        return Case(question.id, ticket.id, draft.id, words.id, added.id)

    async def call(self, name: str, case: Case, actor: str) -> str:
        person = await PersonStore(self._session).find(f"stage:{actor}")
        assert person
        argument = EXPECTED[name].argument.format(
            q=case.question,
            t=case.ticket,
            d=case.draft,
            w=case.words,
            m=case.added,
            p=person.id,
            f=case.ticket * PLANS,
        )
        separator = " " if name.startswith("/") else ":"
        return f"{name}{separator if argument else ''}{argument}"

    async def _plan_of(self, name: str, number: int) -> None:
        """Begin a plan that the advisors may see; its member and its note have its number."""
        now, owner = self._theatre.clock(), f"stage:{name}"
        answers = {"haus": "kita", "traeger": "kommunal", "stand": "idee", "start": "offen"}
        self._session.add(
            Plan(id=number, name="Kita", owner=owner, answers=answers, place="", visited=[],
                 consented_at=now, begun_at=now, moved_at=now)
        )  # fmt: skip
        await self._session.flush()
        self._session.add(
            Member(id=number, plan_id=number, address=owner, label="Person 1", joined_at=now,
                   wants_reminders=False)
        )  # fmt: skip
        await self._session.flush()
        self._session.add(
            Note(id=number, plan_id=number, step="konzept", member_id=number, text="x", at=now)
        )
        await self._session.flush()

    async def does(self, name: str, what: str, chat: str | None = None) -> list[Reply]:
        body = parse_typed(what) if what.startswith("/") else parse_press(what)
        assert body is not None
        sender, here = Address("stage", name), Address("stage", chat or name)
        incoming = Incoming(here, sender, body, group=here.chat.startswith("-"))
        return await self._theatre.helpdesk.answer(self._session, incoming)

    async def passes_on(self, name: str, what: str, chat: str | None = None) -> list[Reply]:
        """Let somebody forward it, as if another had typed it."""
        sender, here = Address("stage", name), Address("stage", chat or name)
        incoming = Incoming(
            here, sender, parse_passed_on(what), group=here.chat.startswith("-"), forwarded=True
        )
        return await self._theatre.helpdesk.answer(self._session, incoming)

    async def picture(self, last: int = 2**31) -> list[object]:
        """Give all that must not change behind anybody's back; of questions, up to the last."""
        tickets = await self._session.scalars(select(Ticket).order_by(Ticket.id))
        questions = await self._session.scalars(
            select(AskedQuestion).where(AskedQuestion.id <= last).order_by(AskedQuestion.id)
        )
        persons = await self._session.scalars(select(model.Person).order_by(model.Person.id))
        drafts = await self._session.scalars(select(Draft.text).order_by(Draft.id))
        templates = await ProposalStore(self._session, self._theatre.clock()).templates()
        plans = await self._session.scalars(
            select(Plan).where(Plan.id % PLANS == 0).order_by(Plan.id)
        )
        members = await self._session.scalars(
            select(Member).where(Member.id % PLANS == 0).order_by(Member.id)
        )
        return [
            [(t.state, t.owner, t.helped, [m.kind for m in t.messages]) for t in tickets],
            [(p.name, p.owner, p.answers, p.place, p.code, p.consented_at) for p in plans],
            [(m.address, m.label, m.step, m.gone_at, m.wants_reminders) for m in members],
            list(await self._session.scalars(select(Tick.item).order_by(Tick.id))),
            list(await self._session.scalars(select(Note.text).order_by(Note.id))),
            [(q.helped, q.chosen, q.decision) for q in questions],
            [(p.role, p.barred) for p in persons],
            list(drafts),
            [(t.name, t.text) for t in templates],
        ]


def words_of(replies: list[Reply]) -> str:
    return "\n".join(plain(reply.text) for reply in replies)
