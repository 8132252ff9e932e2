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

ANNA, BERT = "stage:anna", "stage:bert"
QUIET = GoingOn(talk=False, ticket=False, inside=False)


async def seen(session: AsyncSession, clock: Clock) -> GoingOn:
    person, going_on = await look(PersonStore(session), ANNA, ANNA, ANNA, clock())
    assert person
    assert person.address == ANNA
    return going_on


async def test_of_a_stranger_everything_is_possible(database: Database, clock: Clock) -> None:
    async with database.write() as session:
        await PersonStore(session).meet(BERT, clock())
        assert await look(PersonStore(session), ANNA, ANNA, ANNA, clock()) == (None, GoingOn())
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
