"""Every command and every button, by every role, on what is one's own, foreign, open, closed.

A new row in the tables without an expectation here fails: one line each. So does a row whose
role, reach or effect is another than expected.
"""

import itertools
from dataclasses import dataclass

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from faq.question import AskedQuestion, QuestionStore
from guide.plan import Member, Note, Plan, Tick
from handlers.doing import Place
from handlers.messages import Address, Incoming, Reply
from handlers.rich import plain
from handlers.table import ACTIONS, COMMANDS
from handlers.typed import parse_press, parse_typed
from people import person as model
from people.person import Role
from people.store import PersonStore
from tests.stage import Theatre
from tickets.draft import Draft, ProposalStore
from tickets.life import State, Step
from tickets.store import TicketStore, Written
from tickets.ticket import Kind, Ticket

REFUSED = "nur Personen mit der Rolle"
STALE = "Dieser Knopf gilt nicht mehr"
NOTHING, OWN, ANY = "nothing of anybody's", "one's own", "everybody's"


@dataclass(frozen=True)
class Expected:
    """What a row of the table may do: to whom it is open, and what becomes of a ticket."""

    role: Role
    reach: str
    # {q} is a question, {t} its ticket, {d} a draft for it, {p} the one who does it,
    # {f} a plan of the Fahrplan, its member and its note
    argument: str = ""
    opened: State = State.OPEN  # what an open ticket is afterwards
    closed: State = State.CLOSED  # and a closed one


PERSON, ADVISOR, ADMIN = Role.PERSON, Role.ADVISOR, Role.ADMIN
OPEN, TAKEN, ANSWERED, CLOSED = State.OPEN, State.TAKEN, State.ANSWERED, State.CLOSED
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
    "/naechste": Expected(ADVISOR, ANY),
    "/ticket": Expected(ADVISOR, ANY, "{t}"),
    "/suche": Expected(ADVISOR, ANY, "Frage"),
    "/antwort": Expected(ADVISOR, ANY, "{t} Hallo", ANSWERED),
    "/schliessen": Expected(ADVISOR, ANY, "{t}", CLOSED),
    "/oeffnen": Expected(ADVISOR, ANY, "{t}", closed=OPEN),
    "/uebergabe": Expected(ADVISOR, ANY),
    "/abwesend": Expected(ADVISOR, ANY, "bis morgen"),
    "/vorlagen": Expected(ADVISOR, ANY),
    "/vorlage": Expected(ADVISOR, ANY, "Gruß: Guten Tag"),
    "/vorlage_loeschen": Expected(ADVISOR, ANY, "Gruß"),
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
    "anyway": Expected(PERSON, OWN, "{q}"),
    "done": Expected(PERSON, OWN, "{t}"),
    "write": Expected(PERSON, OWN, "{t}"),
    "solved": Expected(PERSON, OWN, "{t}", CLOSED),
    "why": Expected(PERSON, OWN, "{t}"),
    "leave": Expected(PERSON, OWN, "{t}", CLOSED),
    "end": Expected(PERSON, OWN, "{t}", CLOSED),
    "belongs": Expected(PERSON, OWN, "{q}.{t}", closed=OPEN),
    "fresh": Expected(PERSON, OWN, "{q}"),
    "cancel": Expected(PERSON, NOTHING, "{t}"),
    "thread": Expected(ADVISOR, ANY, "{t}"),
    "next": Expected(ADVISOR, ANY),
    "desk": Expected(ADVISOR, ANY),
    "search": Expected(ADVISOR, ANY),
    "templates": Expected(ADVISOR, ANY),
    "all_away": Expected(ADVISOR, ANY),
    "leave_until": Expected(ADVISOR, ANY),
    "back": Expected(ADVISOR, ANY),
    "take": Expected(ADVISOR, ANY, "{t}", TAKEN),
    "release": Expected(ADVISOR, ANY, "{t}"),
    "pass": Expected(ADVISOR, ANY, "{t}"),
    "pass_to": Expected(ADVISOR, ANY, "{t}.{p}", TAKEN),
    "all_to": Expected(ADVISOR, ANY, "{p}"),
    "reply": Expected(ADVISOR, ANY, "{t}"),
    "note": Expected(ADVISOR, ANY, "{t}"),
    "again": Expected(ADVISOR, ANY, "{t}"),
    "to_faq": Expected(ADVISOR, ANY, "{t}"),
    "ideas": Expected(ADVISOR, ANY, "{t}"),
    "idea": Expected(ADVISOR, ANY, "{t}.0"),
    "earlier": Expected(ADVISOR, ANY, "{t}.{t}"),
    "template": Expected(ADVISOR, ANY, "{t}"),
    "use_text": Expected(ADVISOR, ANY, "{t}.0"),
    "send_draft": Expected(ADVISOR, ANY, "{d}", ANSWERED),
    "edit_draft": Expected(ADVISOR, ANY, "{d}"),
    "drop_draft": Expected(ADVISOR, ANY, "{d}"),
    "together": Expected(ADVISOR, ANY, "{t}"),
    "leave_out": Expected(ADVISOR, ANY, "{t}"),
    "all_these": Expected(ADVISOR, ANY),
    "snooze": Expected(ADVISOR, ANY, "{t}"),
    "snooze_for": Expected(ADVISOR, ANY, "{t}.1", State.SNOOZED),
    "close": Expected(ADVISOR, ANY, "{t}"),
    "close_as": Expected(ADVISOR, ANY, "{t}.0", CLOSED),
    "reopen": Expected(ADVISOR, ANY, "{t}", closed=OPEN),
    "admit": Expected(ADMIN, NOTHING, "{p}"),
    # --- the Fahrplan ---
    "/fahrplan": Expected(PERSON, NOTHING),
    "/fahrplaene": Expected(ADVISOR, ANY),
    "/bemerkung": Expected(ADVISOR, ANY, "{f} Hallo"),
    "plans": Expected(PERSON, NOTHING),
    "plan_go": Expected(PERSON, NOTHING),
    "plan_new": Expected(PERSON, NOTHING),
    "plan_quit": Expected(PERSON, NOTHING),
    "plan_code": Expected(PERSON, NOTHING),
    "plan": Expected(PERSON, OWN, "{f}"),
    "plan_pause": Expected(PERSON, OWN, "{f}"),
    "plan_ask": Expected(PERSON, OWN, "{f}.haus"),
    "plan_say": Expected(PERSON, OWN, "{f}.haus.verein"),
    "plan_change": Expected(PERSON, OWN, "{f}"),
    "plan_again": Expected(PERSON, OWN, "{f}.ja"),
    "plan_steps": Expected(PERSON, OWN, "{f}"),
    "plan_out": Expected(PERSON, OWN, "{f}"),
    "plan_more": Expected(PERSON, OWN, "{f}"),
    "plan_name": Expected(PERSON, OWN, "{f}"),
    "plan_erase": Expected(PERSON, OWN, "{f}.ja"),
    "plan_step": Expected(PERSON, OWN, "{f}.konzept"),
    "plan_tick": Expected(PERSON, OWN, "{f}.konzept.ziele.1"),
    "plan_done": Expected(PERSON, OWN, "{f}.konzept.1"),
    "plan_entry": Expected(PERSON, OWN, "{f}.mittelabruf.1"),
    "plan_help": Expected(PERSON, OWN, "{f}.konzept"),
    "plan_notes": Expected(PERSON, OWN, "{f}.konzept"),
    "plan_write": Expected(PERSON, OWN, "{f}.konzept"),
    "plan_drop": Expected(PERSON, OWN, "{f}.konzept.{f}"),
    "plan_partners": Expected(PERSON, OWN, "{f}"),
    "plan_partner": Expected(PERSON, OWN, "{f}.sport"),
    "plan_won": Expected(PERSON, OWN, "{f}.sport.gefragt.1"),
    "plan_letter": Expected(PERSON, OWN, "{f}.sport"),
    "plan_place": Expected(PERSON, OWN, "{f}"),
    "plan_dates": Expected(PERSON, OWN, "{f}"),
    "plan_ics": Expected(PERSON, OWN, "{f}"),
    "plan_paper": Expected(PERSON, OWN, "{f}"),
    "plan_remind": Expected(PERSON, OWN, "{f}.1"),
    "plan_team": Expected(PERSON, OWN, "{f}"),
    "plan_share": Expected(PERSON, OWN, "{f}"),
    "plan_me": Expected(PERSON, OWN, "{f}"),
    "plan_hand": Expected(PERSON, OWN, "{f}.{f}"),
    "plan_remove": Expected(PERSON, OWN, "{f}.{f}"),
    "plan_consent": Expected(PERSON, OWN, "{f}.0"),
    "plan_look": Expected(ADVISOR, ANY, "{f}"),
    "plan_which": Expected(ADVISOR, ANY, "{f}"),
    "plan_remark": Expected(ADVISOR, ANY, "{f}.konzept"),
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
PLANS = 1_000_000  # the plan of ticket 3 is number 3,000,000: what presses begin stays apart
TABLE = {f"/{name}": doing for name, doing in COMMANDS.items()} | ACTIONS


@dataclass(frozen=True)
class Case:
    """A question with its ticket and a draft for it."""

    question: int
    ticket: int
    draft: int = 0


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

    async def ticket_of(self, name: str, state: State, decision: str) -> Case:
        now, asker = self._theatre.clock(), f"stage:{name}"
        questions, text = QuestionStore(self._session, now), f"Geheime Frage von {name}"
        question = await questions.record(asker, text, decision, ("foerderung.hoehe",))
        tickets = TicketStore(self._session, now)
        ticket = await tickets.open(question.id, Written(asker, question.text), "Nachfrage")
        if state is State.CLOSED:
            await tickets.continue_(ticket, Step.CLOSE, Kind.EVENT, Written(None, "zu"))
        draft = await ProposalStore(self._session, now).propose(ticket.id, "Geheimer Entwurf")
        if decision == "pending":  # is a message in question, beside what the ticket is about
            question = await questions.record(asker, f"Noch etwas von {name}", decision)
        await self._plan_of(name, ticket.id * PLANS)
        return Case(question.id, ticket.id, draft.id)

    async def call(self, name: str, case: Case, actor: str) -> str:
        person = await PersonStore(self._session).find(f"stage:{actor}")
        assert person
        argument = EXPECTED[name].argument.format(
            q=case.question, t=case.ticket, d=case.draft, p=person.id, f=case.ticket * PLANS
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

    async def picture(self) -> list[object]:
        """Give all that must not change behind anybody's back."""
        tickets = await self._session.scalars(select(Ticket).order_by(Ticket.id))
        questions = await self._session.scalars(select(AskedQuestion).order_by(AskedQuestion.id))
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
            [(t.state, t.owner, t.helped, len(t.messages)) for t in tickets],
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
            case = await scene.ticket_of(owner, state, decision)
            before = await scene.picture()
            replies = await scene.does(actor, await scene.call(name, case, actor))
            said = words_of(replies)
            cell = f"{role} {'own' if mine else 'foreign'} {state}: {said}"
            refused = not role.may(expected.role) or (expected.reach == OWN and not mine)
            if not role.may(expected.role):
                assert REFUSED in said, cell
            elif refused:
                assert STALE in said, cell
            else:
                assert said.strip(), cell
                assert REFUSED not in said, cell
            if refused:
                assert await scene.picture() == before, cell
                assert [str(reply.to) for reply in replies] == [f"stage:{actor}"], cell
            else:
                row = await session.get_one(Ticket, case.ticket)
                assert row.state == (expected.opened if state is OPEN else expected.closed), cell
            if (refused or expected.reach == NOTHING) and not mine:
                assert owner not in said.replace("stage:", ""), cell


async def test_what_reaches_nothing_changes_nothing(theatre: Theatre) -> None:
    async with theatre.database.write() as session:
        scene = Scene(theatre, session)
        actor, owner = await scene.somebody(Role.ADMIN), await scene.somebody()
        case = await scene.ticket_of(owner, State.OPEN, "suggest")
        for name, expected in EXPECTED.items():
            if expected.reach == NOTHING:
                before = (await scene.picture())[0]
                await scene.does(actor, await scene.call(name, case, actor))
                assert (await scene.picture())[0] == before, name


async def test_a_withdrawn_advisor_may_as_little_as_anybody(theatre: Theatre) -> None:
    async with theatre.database.write() as session:
        scene = Scene(theatre, session)
        actor = await scene.somebody(Role.ADVISOR)
        await PersonStore(session).grant(f"stage:{actor}", Role.PERSON, theatre.clock())
        owner = await scene.somebody()
        case = await scene.ticket_of(owner, State.OPEN, "suggest")
        before = await scene.picture()
        for name, expected in EXPECTED.items():
            if expected.role is Role.PERSON:
                continue
            for chat in (actor, "-100"):
                call = await scene.call(name, case, actor)
                assert REFUSED in words_of(await scene.does(actor, call, chat)), name
        assert await scene.picture() == before


async def test_in_the_group_nothing_private_happens(theatre: Theatre) -> None:
    async with theatre.database.write() as session:
        scene = Scene(theatre, session)
        actor = await scene.somebody(Role.ADMIN)
        case = await scene.ticket_of(actor, State.OPEN, "suggest")
        before = await scene.picture()
        for name, doing in TABLE.items():
            if doing.place is Place.PRIVATE:
                call = await scene.call(name, case, actor)
                said = words_of(await scene.does(actor, call, "-100"))
                assert said == "Das geht nur im Einzelchat mit mir.", name
        assert await scene.picture() == before


async def test_half_of_a_pair_being_ones_own_is_not_enough(theatre: Theatre) -> None:
    async with theatre.database.write() as session:
        scene = Scene(theatre, session)
        anna, bert = await scene.somebody(), await scene.somebody()
        own = await scene.ticket_of(anna, State.OPEN, "pending")
        foreign = await scene.ticket_of(bert, State.OPEN, "pending")
        before = await scene.picture()
        for pair in (
            f"{own.question}.{foreign.ticket}",
            f"{foreign.question}.{own.ticket}",
            f"{foreign.question}.{foreign.ticket}",
        ):
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


# Whatever stands behind these is a question, or a text to be kept.
TAKING_ANY_TEXT = ("anfrage", "vorlage")


@pytest.mark.parametrize("role", [Role.PERSON, Role.ADMIN])
async def test_garbage_behind_a_command_gets_an_answer(theatre: Theatre, role: Role) -> None:
    async with theatre.database.write() as session:
        scene = Scene(theatre, session)
        owner, actor = await scene.somebody(), await scene.somebody(role)
        case = await scene.ticket_of(owner, State.OPEN, "suggest")
        for name, value in itertools.product(COMMANDS, GARBAGE):
            if name in TAKING_ANY_TEXT:
                continue
            replies = await scene.does(actor, f"/{name} {value}")
            assert words_of(replies).strip(), (name, value)
            assert {str(reply.to) for reply in replies} == {f"stage:{actor}"}, (name, value)
        row = await session.get_one(Ticket, case.ticket)
        assert (row.state, len(row.messages)) == (State.OPEN, 1)
        assert await session.scalar(select(func.count(Ticket.id))) == 1
