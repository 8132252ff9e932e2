"""Every command and every button, by every role, on what is one's own, foreign, open, closed.

A new row in the tables without an expectation here fails.
"""

import itertools
from dataclasses import dataclass

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from faq.question import AskedQuestion, QuestionStore
from handlers.doing import Place
from handlers.messages import Address, Incoming, Reply, parse_press, parse_typed
from handlers.rich import plain
from handlers.table import ACTIONS, COMMANDS
from people import person as model
from people.person import Role
from people.store import PersonStore
from tests.stage import Theatre
from tickets.store import TicketStore
from tickets.ticket import Kind, State, Step, Ticket

REFUSED = "nur Personen mit der Rolle"
STALE = "Dieser Knopf gilt nicht mehr"
NOTHING, OWN, ANY = "nothing of anybody's", "one's own", "everybody's"


@dataclass(frozen=True)
class Expected:
    """What a row of the table may do: to whom it is open, and what becomes of a ticket."""

    role: Role
    reach: str
    argument: str = ""  # {q} is a question, {t} its ticket
    opened: State = State.OPEN  # what an open ticket is afterwards
    closed: State = State.CLOSED  # and a closed one


PERSON, ADVISOR, ADMIN = Role.PERSON, Role.ADVISOR, Role.ADMIN
EXPECTED = {
    "/start": Expected(PERSON, NOTHING, "f_foerderung_hoehe"),
    "/hilfe": Expected(PERSON, NOTHING),
    "/themen": Expected(PERSON, NOTHING),
    "/anfrage": Expected(PERSON, NOTHING),
    "/meine_anfragen": Expected(PERSON, NOTHING, "{t}"),
    "/abbrechen": Expected(PERSON, NOTHING, "{t}"),
    "/datenschutz": Expected(PERSON, NOTHING, "{t}"),
    "/adresse": Expected(PERSON, NOTHING, "{t}"),
    "/tickets": Expected(ADVISOR, ANY),
    "/ticket": Expected(ADVISOR, ANY, "{t}"),
    "/antwort": Expected(ADVISOR, ANY, "{t} Hallo", State.ANSWERED),
    "/schliessen": Expected(ADVISOR, ANY, "{t}", State.CLOSED),
    "/oeffnen": Expected(ADVISOR, ANY, "{t}", closed=State.OPEN),
    "helped": Expected(PERSON, OWN, "{q}"),
    "unhelped": Expected(PERSON, OWN, "{q}"),
    "pick": Expected(PERSON, OWN, "{q}.0"),
    "none": Expected(PERSON, OWN, "{q}"),
    "topics": Expected(PERSON, NOTHING),
    "group": Expected(PERSON, NOTHING, "foerderung.0"),
    "entry": Expected(PERSON, NOTHING, "foerderung.hoehe"),
    "simple": Expected(PERSON, NOTHING, "foerderung.hoehe"),
    "term": Expected(PERSON, NOTHING, "Mittelabruf"),
    "escalate": Expected(PERSON, OWN, "{q}"),
    "done": Expected(PERSON, OWN, "{t}"),
    "write": Expected(PERSON, OWN, "{t}"),
    "solved": Expected(PERSON, OWN, "{t}", State.CLOSED),
    "belongs": Expected(PERSON, OWN, "{q}.{t}", closed=State.OPEN),
    "fresh": Expected(PERSON, OWN, "{q}"),
    "thread": Expected(ADVISOR, ANY, "{t}"),
    "close": Expected(ADVISOR, ANY, "{t}", State.CLOSED),
    "reopen": Expected(ADVISOR, ANY, "{t}", closed=State.OPEN),
}
# What only editors may do: none of it touches a ticket.
EDITING = (
    "/faq /faq_suche /faq_bearbeiten /faq_neu /faq_loeschen /faq_liste /faq_verlauf "
    "/faq_wiederherstellen /warum /luecken /faq_export /faq_import /statistik /status faq "
    "faq_find faq_list faq_page faq_show faq_at faq_drafts faq_draft faq_field faq_use "
    "faq_checked faq_facts faq_discard faq_new faq_topic faq_group faq_rehearse faq_publish "
    "faq_submit faq_return faq_rebase faq_remove faq_history faq_version faq_restore faq_adopt "
    "faq_never faq_again faq_gaps faq_gap faq_gap_to faq_gap_new faq_gap_off faq_stats "
    "faq_stats_csv faq_status faq_export faq_import faq_plan faq_import_next faq_import_take "
    "faq_import_do faq_import_undo faq_import_drop faq_tell faq_tell_since faq_tell_now faq_stop"
)
EXPECTED |= {name: Expected(Role.EDITOR, NOTHING) for name in EDITING.split()}
EXPECTED |= {
    "/verlauf": Expected(PERSON, NOTHING),
    "/hinweise": Expected(PERSON, NOTHING),
    "/admin": Expected(PERSON, NOTHING, "AAAA-BBBB-CCCC-DDDD"),
    "receipt": Expected(PERSON, NOTHING, "0"),
    "notices_off": Expected(PERSON, NOTHING),
    "/rollen": Expected(ADMIN, NOTHING, "{t}"),
    "roles": Expected(ADMIN, NOTHING),
    "role": Expected(ADMIN, NOTHING, "1"),
    "role_give": Expected(ADMIN, NOTHING, "999999.nutzer"),
    "role_log": Expected(ADMIN, NOTHING),
}
TABLE = {f"/{name}": doing for name, doing in COMMANDS.items()} | ACTIONS


class Scene:
    """Turns without messenger and outbox, all in one transaction."""

    def __init__(self, theatre: Theatre, session: AsyncSession) -> None:
        self._theatre = theatre
        self._session = session
        self._names = itertools.count(1)

    async def somebody(self, role: Role = Role.PERSON) -> str:
        name = f"p{next(self._names)}"
        await PersonStore(self._session).grant(f"stage:{name}", role, self._theatre.clock())
        return name

    async def ticket_of(self, name: str, state: State, decision: str) -> tuple[int, int]:
        now = self._theatre.clock()
        question = await QuestionStore(self._session, now).record(
            f"stage:{name}", f"Geheime Frage von {name}", decision, ("foerderung.hoehe",)
        )
        tickets = TicketStore(self._session, now)
        ticket = await tickets.open(f"stage:{name}", question.id, question.text, "Nachfrage")
        if state is State.CLOSED:
            await tickets.continue_(ticket, Step.CLOSE, Kind.EVENT, None, "zu")
        return question.id, ticket.id

    async def does(self, name: str, what: str, chat: str | None = None) -> list[Reply]:
        body = parse_typed(what) if what.startswith("/") else parse_press(what)
        assert body is not None
        sender, here = Address("stage", name), Address("stage", chat or name)
        incoming = Incoming(here, sender, body, group=here.chat.startswith("-"))
        return await self._theatre.helpdesk.answer(self._session, incoming)

    async def picture(self) -> list[object]:
        """Give all that must not change behind anybody's back."""
        tickets = await self._session.scalars(select(Ticket).order_by(Ticket.id))
        questions = await self._session.scalars(select(AskedQuestion).order_by(AskedQuestion.id))
        persons = await self._session.scalars(select(model.Person).order_by(model.Person.id))
        return [
            [(t.state, len(t.messages)) for t in tickets],
            [(q.helped, q.chosen, q.decision) for q in questions],
            [(p.role, p.barred) for p in persons],
        ]


def words_of(replies: list[Reply]) -> str:
    return "\n".join(plain(reply.text) for reply in replies)


def call(name: str, question: int, ticket: int) -> str:
    argument = EXPECTED[name].argument.format(q=question, t=ticket)
    separator = " " if name.startswith("/") else ":"
    return f"{name}{separator if argument else ''}{argument}"


def test_every_row_has_an_expectation_and_every_expectation_a_row() -> None:
    assert set(EXPECTED) == set(TABLE)
    assert {name: e.role for name, e in EXPECTED.items()} == {
        name: doing.role for name, doing in TABLE.items()
    }


@pytest.mark.parametrize("name", EXPECTED)
async def test_a_row_does_what_it_may_and_no_more(name: str, theatre: Theatre) -> None:
    expected = EXPECTED[name]
    decision = "pending" if name in ("belongs", "fresh") else "suggest"
    async with theatre.database.write() as session:
        scene = Scene(theatre, session)
        for role, mine, state in itertools.product(
            Role, (True, False), (State.OPEN, State.CLOSED)
        ):
            actor = await scene.somebody(role)
            owner = actor if mine else await scene.somebody()
            question, ticket = await scene.ticket_of(owner, state, decision)
            before = await scene.picture()
            replies = await scene.does(actor, call(name, question, ticket))
            said = words_of(replies)
            case = f"{role} {'own' if mine else 'foreign'} {state}: {said}"
            if not role.may(expected.role):
                assert REFUSED in said, case
                refused = True
            elif expected.reach == OWN and not mine:
                assert STALE in said, case
                refused = True
            else:
                assert REFUSED not in said, case
                refused = False
            row = await session.get_one(Ticket, ticket)
            if refused:
                assert await scene.picture() == before, case
                assert [str(reply.to) for reply in replies] == [f"stage:{actor}"], case
            else:
                after = expected.opened if state is State.OPEN else expected.closed
                assert row.state == (state if expected.reach == NOTHING else after), case
            if (refused or expected.reach == NOTHING) and not mine:
                assert owner not in said.replace("stage:", ""), case


async def test_a_withdrawn_advisor_may_as_little_as_anybody(theatre: Theatre) -> None:
    async with theatre.database.write() as session:
        scene = Scene(theatre, session)
        actor = await scene.somebody(Role.ADVISOR)
        await PersonStore(session).grant(f"stage:{actor}", Role.PERSON, theatre.clock())
        owner = await scene.somebody()
        question, ticket = await scene.ticket_of(owner, State.OPEN, "suggest")
        before = await scene.picture()
        for name, expected in EXPECTED.items():
            if expected.role is Role.PERSON:
                continue
            for chat in (actor, "-100"):
                said = words_of(await scene.does(actor, call(name, question, ticket), chat))
                assert REFUSED in said, name
        assert await scene.picture() == before


async def test_in_the_group_nothing_private_happens(theatre: Theatre) -> None:
    async with theatre.database.write() as session:
        scene = Scene(theatre, session)
        actor = await scene.somebody(Role.ADMIN)
        question, ticket = await scene.ticket_of(actor, State.OPEN, "suggest")
        before = await scene.picture()
        for name, doing in TABLE.items():
            if doing.place is Place.PRIVATE:
                said = words_of(await scene.does(actor, call(name, question, ticket), "-100"))
                assert said == "Das geht nur im Einzelchat mit mir.", name
        assert await scene.picture() == before


async def test_half_of_a_pair_being_ones_own_is_not_enough(theatre: Theatre) -> None:
    async with theatre.database.write() as session:
        scene = Scene(theatre, session)
        anna, bert = await scene.somebody(), await scene.somebody()
        own_q, own_t = await scene.ticket_of(anna, State.OPEN, "pending")
        foreign_q, foreign_t = await scene.ticket_of(bert, State.OPEN, "pending")
        before = await scene.picture()
        for pair in (f"{own_q}.{foreign_t}", f"{foreign_q}.{own_t}", f"{foreign_q}.{foreign_t}"):
            assert STALE in words_of(await scene.does(anna, f"belongs:{pair}"))
        assert await scene.picture() == before


GARBAGE = ["", "0", "-1", "-0", "00", "1.5", "1.-1", "1.99", f"{10**18}", f"{10**30}", "9" * 55,
           f"1.{10**30}", ".", "..", "1..1", "abc", "OR 1=1", "1;2", "None", "nan", "1e3", "٣",
           "²", "{t}", "%s", "<b>", "a" * 55, "ü" * 27, "\u202e1", "1\u200b1", "\0", "\ud800",
           "../../etc/passwd", "foerderung.hoehe.0", "abgrenzung.elterngeld"]  # fmt: skip


@pytest.mark.parametrize("role", [Role.PERSON, Role.ADMIN])
async def test_garbage_on_a_button_changes_nothing_and_gets_an_answer(
    theatre: Theatre, role: Role
) -> None:
    async with theatre.database.write() as session:
        scene = Scene(theatre, session)
        owner, actor = await scene.somebody(), await scene.somebody(role)
        await scene.ticket_of(owner, State.OPEN, "suggest")
        before = await scene.picture()
        for name, value in itertools.product([*ACTIONS, "nix", "", "\0", "Helped"], GARBAGE):
            replies = await scene.does(actor, f"{name}:{value}")
            assert words_of(replies).strip(), (name, value)
            assert {str(reply.to) for reply in replies} == {f"stage:{actor}"}, (name, value)
        assert await scene.picture() == before


@pytest.mark.parametrize("role", [Role.PERSON, Role.ADMIN])
async def test_garbage_behind_a_command_gets_an_answer(theatre: Theatre, role: Role) -> None:
    async with theatre.database.write() as session:
        scene = Scene(theatre, session)
        owner, actor = await scene.somebody(), await scene.somebody(role)
        _, ticket = await scene.ticket_of(owner, State.OPEN, "suggest")
        for name, value in itertools.product(COMMANDS, GARBAGE):
            if name == "anfrage":
                continue  # whatever stands behind it is a question to the advisors
            replies = await scene.does(actor, f"/{name} {value}")
            assert words_of(replies).strip(), (name, value)
            assert {str(reply.to) for reply in replies} == {f"stage:{actor}"}, (name, value)
        row = await session.get_one(Ticket, ticket)
        assert (row.state, len(row.messages)) == (State.OPEN, 1)
        assert await session.scalar(select(func.count(Ticket.id))) == 1
