"""What is asked for at once when a message comes agrees with what the stores find one by one."""

from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from db.engine import Database
from faq.question import QuestionStore
from guide.store import INSIDE, PlanStore
from handlers.going_on import GoingOn, look
from people.conversation import ConversationStore
from people.store import PersonStore
from tests.clock import Clock
from tickets.life import State
from tickets.store import TicketStore, Written

ANNA, BERT, GROUP = "stage:anna", "stage:bert", "stage:-1"
QUIET = GoingOn(talk=False, ticket=False, inside=False)


async def seen(session: AsyncSession, clock: Clock) -> GoingOn:
    person, going_on = await look(PersonStore(session), ANNA, ANNA, ANNA, clock())
    assert person
    assert person.address == ANNA
    return going_on


async def test_of_a_stranger_the_chat_may_be_known(database: Database, clock: Clock) -> None:
    async with database.write() as session:
        people = PersonStore(session)
        await people.meet(BERT, clock())
        assert await look(people, ANNA, ANNA, ANNA, clock()) == (None, QUIET)
        questions, tickets = QuestionStore(session, clock()), TicketStore(session, clock())
        question = await questions.record(GROUP, "Hühner?", "none")
        await tickets.open(question.id, Written(GROUP, "Hühner?"), "none")
        here = await look(people, ANNA, GROUP, f"{GROUP}/anna", clock())
        assert here == (None, QUIET._replace(ticket=True))


def test_before_anybody_has_looked_everything_is_possible() -> None:
    assert all(GoingOn())


async def test_each_thing_is_seen_while_it_lasts_and_only_by_its_own_chat(
    database: Database, clock: Clock
) -> None:
    async with database.write() as session:
        for name in (ANNA, BERT):
            await PersonStore(session).meet(name, clock())
        assert await seen(session, clock) == QUIET

        talks = ConversationStore(session, clock())
        await talks.await_(BERT, "adding", timedelta(minutes=30))
        assert await seen(session, clock) == QUIET
        await talks.await_(ANNA, "adding", timedelta(minutes=30))
        assert await seen(session, clock) == QUIET._replace(talk=True)
        await talks.end(ANNA)

        tickets, questions = TicketStore(session, clock()), QuestionStore(session, clock())
        question = await questions.record(ANNA, "Hühner?", "none")
        ticket = await tickets.open(question.id, Written(ANNA, "Hühner?"), "none")
        assert await seen(session, clock) == QUIET._replace(ticket=True)
        ticket.state = State.CLOSED
        assert await seen(session, clock) == QUIET

        plans = PlanStore(session, clock())
        plan, member = await plans.start(ANNA, "Kita")
        await plans.enter(plan, member, "konzept")
        assert await seen(session, clock) == QUIET._replace(inside=True)
        clock.moves(INSIDE)
        assert await seen(session, clock) == QUIET


async def test_a_lapsed_conversation_is_none(database: Database, clock: Clock) -> None:
    async with database.write() as session:
        await PersonStore(session).meet(ANNA, clock())
        talks = ConversationStore(session, clock())
        await talks.await_(ANNA, "adding", timedelta(minutes=30))
        clock.moves(timedelta(minutes=30))
        assert await seen(session, clock) == QUIET
