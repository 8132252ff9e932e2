"""The advisors' queue, on each database: what it lists, in which order, and what it leaves out."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from db.engine import Database
from faq.question import QuestionStore
from tickets.life import State
from tickets.queue import LATEST, QueueStore, Wait, questions_of
from tickets.store import TicketStore, Written
from tickets.ticket import Kind, Ticket

NOW = datetime(2026, 11, 22, 11, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


class Row:
    """Tickets written as they lie in the database, and the queue that reads them."""

    def __init__(self, tickets: TicketStore, questions: QuestionStore, queue: QueueStore) -> None:
        self.tickets, self.questions, self.queue = tickets, questions, queue

    async def add(self, text: str = "Frage", **columns: Any) -> Ticket:
        question = await self.questions.record("stage:anna", text, "none")
        ticket = await self.tickets.open(
            question.id, Written("stage:anna", text), "keine Antwort", columns.pop("subject", "")
        )
        for name, value in columns.items():
            setattr(ticket, name, value)
        await self.tickets.event(ticket, None, "angelegt")
        return ticket

    async def say(self, ticket: Ticket, kind: Kind, text: str) -> None:
        await self.tickets.note(ticket, kind, Written("stage:carla", text))


@pytest.fixture
async def row(database: Database) -> AsyncIterator[Row]:
    async with database.write() as session:
        yield Row(TicketStore(session, NOW), QuestionStore(session, NOW), QueueStore(session, NOW))


async def one_of_each(row: Row, **columns: Any) -> dict[State, Ticket]:
    return {state: await row.add(state=state, **columns) for state in State}


async def test_free_is_what_waits_and_nobody_has(row: Row) -> None:
    each = await one_of_each(row)
    taken = await row.add(state=State.TAKEN, owner="stage:carla")
    orphan = each[State.TAKEN]  # its owner lost the role
    assert await row.queue.free(10) == [each[State.OPEN], orphan]
    assert taken not in await row.queue.free(10)


async def test_what_is_due_first_comes_first(row: Row) -> None:
    late = await row.add(due_at=NOW + 3 * DAY)
    soon = await row.add(due_at=NOW + DAY)
    undated = await row.add(due_at=None, changed_at=NOW + 2 * DAY)
    same = await row.add(due_at=NOW + DAY)
    assert await row.queue.free(10) == [soon, same, undated, late]
    assert await row.queue.free(2) == [soon, same]
    assert await row.queue.waiting(10) == [soon, same, undated, late]


async def test_of_lists_all_that_is_not_done(row: Row) -> None:
    carlas = await one_of_each(row, owner="stage:carla")
    await one_of_each(row, owner="stage:dora")
    await one_of_each(row)
    done = (State.ANSWERED, State.CLOSED)
    assert await row.queue.of("stage:carla", 10) == [
        ticket for state, ticket in carlas.items() if state not in done
    ]
    assert len(await row.queue.of("stage:carla", 2)) == 2
    assert await row.queue.of("stage:car", 10) == []


async def test_overdue_begins_at_the_very_moment(row: Row) -> None:
    await row.add(due_at=NOW + timedelta(seconds=1))
    now = await row.add(due_at=NOW)
    long = await row.add(due_at=NOW - DAY, state=State.TAKEN, owner="stage:carla")
    await row.add(due_at=None)
    await row.add(due_at=NOW - DAY, state=State.SNOOZED)
    await row.add(due_at=NOW - DAY, state=State.ANSWERED)
    assert await row.queue.overdue(10) == [long, now]


async def test_next_leaves_out_what_others_have(row: Row) -> None:
    doras = await row.add(due_at=NOW, state=State.TAKEN, owner="stage:dora")
    free = await row.add(due_at=NOW + HOUR)
    carlas = await row.add(due_at=NOW + 2 * HOUR, state=State.TAKEN, owner="stage:carla")
    await row.add(due_at=NOW - DAY, state=State.WAITING, owner="stage:carla")
    assert await row.queue.next("stage:carla") is free
    assert await row.queue.next("stage:dora") is doras
    free.state = State.CLOSED
    assert await row.queue.next("stage:carla") is carlas
    carlas.state = State.SNOOZED
    assert await row.queue.next("stage:carla") is None


async def test_waiting_is_not_what_was_put_off_or_asked_back(row: Row) -> None:
    each = await one_of_each(row)
    assert await row.queue.waiting(10) == [each[State.OPEN], each[State.TAKEN]]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["hühner"], ["Hühner im Hof, 50 % Zuschuss"]),
        (["hühner", "zuschuss"], ["Hühner im Hof, 50 % Zuschuss"]),
        (["hühner", "tor"], []),
        (["HÜHNER"], ["Hühner im Hof, 50 % Zuschuss"]),
        (["öffnung"], ["Öffnung am_Abend"]),
        (["ÖFFNUNG"], ["Öffnung am_Abend"]),
        (["straße"], ["Straße 50"]),
        (["%"], ["Hühner im Hof, 50 % Zuschuss"]),
        (["50 %"], ["Hühner im Hof, 50 % Zuschuss"]),
        (["50%"], []),
        (["_"], ["Öffnung am_Abend"]),
        (["am_a"], ["Öffnung am_Abend"]),
        (["5_ %"], []),
        (["\\"], ["Pfad C:\\Antrag"]),
        (["c:\\antrag"], ["Pfad C:\\Antrag"]),
        (["\\%"], []),
        (["'"], []),
        (["50"], ["Straße 50", "Hühner im Hof, 50 % Zuschuss"]),
    ],
)
async def test_search(row: Row, words: list[str], found: list[str]) -> None:
    for text in ("Hühner im Hof, 50 % Zuschuss", "Öffnung am_Abend", "Straße 50"):
        await row.add(text)
    await row.add("Pfad C:\\Antrag")
    assert [questions_of(t) for t in await row.queue.search(words, 10)] == found


async def test_search_reads_the_whole_thread_and_the_subject(row: Row) -> None:
    plain = await row.add("Wie viel?", state=State.CLOSED)
    noted = await row.add("Wann?")
    await row.say(noted, Kind.NOTE, "Frau Özdemir fragen")
    about = await row.add("Wer?", subject="Ökologische Förderung")
    assert await row.queue.search(["özdemir"], 10) == [noted]
    # One word may stand in one message, the other in another one.
    assert await row.queue.search(["özdemir", "wann"], 10) == [noted]
    assert await row.queue.search(["ökologisch", "wer"], 10) == [about]
    assert await row.queue.search(["wie"], 10) == [plain]
    assert await row.queue.search(["?"], 10) == [about, noted, plain]
    assert await row.queue.search(["?"], 2) == [about, noted]


async def test_answered_newest_first_whatever_came_after(row: Row) -> None:
    old = await row.add(answered_at=NOW - DAY, state=State.CLOSED)
    new = await row.add(answered_at=NOW, state=State.TAKEN)
    same = await row.add(answered_at=NOW, state=State.ANSWERED)
    await row.add(state=State.CLOSED)
    assert await row.queue.answered(10) == [same, new, old]
    assert await row.queue.answered(1) == [same]


async def test_waits_are_of_the_latest_that_are_done_and_of_all_that_are_not(row: Row) -> None:
    assert await row.queue.waits() == []
    opened = NOW - 99 * DAY
    for days in range(1, LATEST + 2):
        await row.add(opened_at=opened, answered_at=NOW - days * DAY, state=State.ANSWERED)
    await row.add(opened_at=opened, changed_at=NOW, state=State.CLOSED)  # never answered
    for state in (State.OPEN, State.TAKEN, State.SNOOZED):
        await row.add(opened_at=opened, state=state)
    await row.add(opened_at=opened, answered_at=NOW - 98 * DAY)  # and asked again since
    assert await row.queue.waits() == [
        Wait(opened, NOW, answered=False),
        *(Wait(opened, NOW - days * DAY, answered=True) for days in range(1, LATEST)),
        *[Wait(opened, NOW, answered=False)] * 3,
    ]


async def test_to_wake_at_the_very_moment(row: Row) -> None:
    await row.add(state=State.SNOOZED, snoozed_until=NOW + timedelta(seconds=1))
    now = await row.add(state=State.SNOOZED, snoozed_until=NOW)
    await row.add(state=State.OPEN, snoozed_until=NOW)
    await row.add(state=State.SNOOZED)
    assert await row.queue.to_wake() == [now]


async def test_to_remind_once_of_what_waits(row: Row) -> None:
    now = await row.add(due_at=NOW)
    await row.add(due_at=NOW, reminded_at=NOW - DAY)
    await row.add(due_at=NOW + HOUR)
    await row.add(due_at=NOW, state=State.SNOOZED)
    assert await row.queue.to_remind() == [now]


async def test_silent_since_the_last_word_or_the_notice(row: Row) -> None:
    quiet = {
        state: await row.add(state=state, changed_at=NOW - DAY)
        for state in (State.WAITING, State.ANSWERED)
    }
    await row.add(state=State.TAKEN, changed_at=NOW - DAY)
    await row.add(state=State.CLOSED, changed_at=NOW - DAY)
    await row.add(state=State.ANSWERED, changed_at=NOW)
    warned = await row.add(state=State.ANSWERED, changed_at=NOW - 9 * DAY, warned_at=NOW - DAY)
    await row.add(state=State.WAITING, changed_at=NOW - 9 * DAY, warned_at=NOW)
    since = NOW - DAY
    assert await row.queue.silent_since(since, warned=False) == list(quiet.values())
    assert await row.queue.silent_since(since, warned=True) == [warned]
    assert await row.queue.silent_since(since - HOUR, warned=False) == []


async def test_count_names_only_what_there_is(row: Row) -> None:
    assert await row.queue.count() == {}
    await one_of_each(row)
    await row.add()
    assert await row.queue.count() == {state: 1 + (state is State.OPEN) for state in State}


async def test_questions_are_what_the_person_wrote(row: Row) -> None:
    ticket = await row.add("Wie viel?")
    await row.say(ticket, Kind.NOTE, "geheim")
    await row.say(ticket, Kind.ANSWER, "Viel.")
    await row.say(ticket, Kind.QUESTION, "Und wann?")
    assert questions_of(ticket) == "Wie viel?\nUnd wann?"
