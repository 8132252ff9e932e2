"""The life of a ticket, every state and every step listed."""

from datetime import UTC, datetime, timedelta

import pytest

from tickets.life import TRANSITIONS, State, Step, after
from tickets.ticket import Forbidden, Ticket

OPENED = datetime(2026, 11, 22, 11, 0, tzinfo=UTC)
LATER = OPENED + timedelta(hours=1)
REFUSED = None

LIFE = [
    (State.OPEN, Step.WRITE, State.OPEN),
    (State.OPEN, Step.TAKE, State.TAKEN),
    (State.OPEN, Step.TRANSFER, State.TAKEN),
    (State.OPEN, Step.RELEASE, REFUSED),
    (State.OPEN, Step.ANSWER, State.ANSWERED),
    (State.OPEN, Step.ASK_BACK, State.WAITING),
    (State.OPEN, Step.SNOOZE, State.SNOOZED),
    (State.OPEN, Step.WAKE, REFUSED),
    (State.OPEN, Step.CLOSE, State.CLOSED),
    (State.OPEN, Step.REOPEN, REFUSED),
    (State.OPEN, Step.WITHDRAW, REFUSED),
    (State.TAKEN, Step.WRITE, State.TAKEN),
    (State.TAKEN, Step.TAKE, REFUSED),
    (State.TAKEN, Step.TRANSFER, State.TAKEN),
    (State.TAKEN, Step.RELEASE, State.OPEN),
    (State.TAKEN, Step.ANSWER, State.ANSWERED),
    (State.TAKEN, Step.ASK_BACK, State.WAITING),
    (State.TAKEN, Step.SNOOZE, State.SNOOZED),
    (State.TAKEN, Step.WAKE, REFUSED),
    (State.TAKEN, Step.CLOSE, State.CLOSED),
    (State.TAKEN, Step.REOPEN, REFUSED),
    (State.TAKEN, Step.WITHDRAW, REFUSED),
    (State.WAITING, Step.WRITE, State.TAKEN),
    (State.WAITING, Step.TAKE, REFUSED),
    (State.WAITING, Step.TRANSFER, State.WAITING),
    (State.WAITING, Step.RELEASE, State.WAITING),
    (State.WAITING, Step.ANSWER, State.ANSWERED),
    (State.WAITING, Step.ASK_BACK, State.WAITING),
    (State.WAITING, Step.SNOOZE, State.SNOOZED),
    (State.WAITING, Step.WAKE, REFUSED),
    (State.WAITING, Step.CLOSE, State.CLOSED),
    (State.WAITING, Step.REOPEN, REFUSED),
    (State.WAITING, Step.WITHDRAW, State.TAKEN),
    (State.ANSWERED, Step.WRITE, State.TAKEN),
    (State.ANSWERED, Step.TAKE, REFUSED),
    (State.ANSWERED, Step.TRANSFER, State.ANSWERED),
    (State.ANSWERED, Step.RELEASE, REFUSED),
    (State.ANSWERED, Step.ANSWER, State.ANSWERED),
    (State.ANSWERED, Step.ASK_BACK, State.WAITING),
    (State.ANSWERED, Step.SNOOZE, REFUSED),
    (State.ANSWERED, Step.WAKE, REFUSED),
    (State.ANSWERED, Step.CLOSE, State.CLOSED),
    (State.ANSWERED, Step.REOPEN, State.TAKEN),
    (State.ANSWERED, Step.WITHDRAW, State.TAKEN),
    (State.SNOOZED, Step.WRITE, State.TAKEN),
    (State.SNOOZED, Step.TAKE, State.TAKEN),
    (State.SNOOZED, Step.TRANSFER, State.SNOOZED),
    (State.SNOOZED, Step.RELEASE, REFUSED),
    (State.SNOOZED, Step.ANSWER, State.ANSWERED),
    (State.SNOOZED, Step.ASK_BACK, State.WAITING),
    (State.SNOOZED, Step.SNOOZE, State.SNOOZED),
    (State.SNOOZED, Step.WAKE, State.TAKEN),
    (State.SNOOZED, Step.CLOSE, State.CLOSED),
    (State.SNOOZED, Step.REOPEN, REFUSED),
    (State.SNOOZED, Step.WITHDRAW, REFUSED),
    (State.CLOSED, Step.WRITE, State.TAKEN),
    (State.CLOSED, Step.TAKE, REFUSED),
    (State.CLOSED, Step.TRANSFER, REFUSED),
    (State.CLOSED, Step.RELEASE, REFUSED),
    (State.CLOSED, Step.ANSWER, REFUSED),
    (State.CLOSED, Step.ASK_BACK, REFUSED),
    (State.CLOSED, Step.SNOOZE, REFUSED),
    (State.CLOSED, Step.WAKE, REFUSED),
    (State.CLOSED, Step.CLOSE, REFUSED),
    (State.CLOSED, Step.REOPEN, State.TAKEN),
    (State.CLOSED, Step.WITHDRAW, REFUSED),
]
# Where nobody has the ticket, what leads to „in Arbeit“ leads to „offen“.
UNOWNED = [(a, b, State.OPEN if c is State.TAKEN else c) for a, b, c in LIFE]
IS_WAITING = {State.OPEN, State.TAKEN, State.SNOOZED}


def ticket(state: State, owner: str | None = "stage:carla") -> Ticket:
    waiting = OPENED if state in IS_WAITING else None
    return Ticket(
        id=42,
        state=state,
        owner=owner,
        opened_at=OPENED,
        changed_at=OPENED,
        waiting_since=waiting,
        due_at=waiting,
        reminded_at=waiting,
        warned_at=OPENED,
        snoozed_until=OPENED if state is State.SNOOZED else None,
    )


def test_the_list_is_complete() -> None:
    assert [(state, step) for state, step, _ in LIFE] == [(a, b) for a in State for b in Step]
    assert {(a, b): c for a, b, c in LIFE if c is not REFUSED} == TRANSITIONS


@pytest.mark.parametrize(("before", "step", "to"), LIFE)
def test_a_step_of_what_somebody_has(before: State, step: Step, to: State | None) -> None:
    assert after(before, step, owned=True) == to


@pytest.mark.parametrize(("before", "step", "to"), UNOWNED)
def test_a_step_of_what_nobody_has(before: State, step: Step, to: State | None) -> None:
    assert after(before, step, owned=False) == to


@pytest.mark.parametrize(("before", "step", "to"), LIFE)
def test_a_ticket_takes_the_step(before: State, step: Step, to: State | None) -> None:
    one = ticket(before)
    if to is REFUSED:
        with pytest.raises(Forbidden) as refusal:
            one.take(step, LATER)
        assert (refusal.value.ticket, refusal.value.step) == (one, step)
        assert (one.state, one.changed_at, one.warned_at) == (before, OPENED, OPENED)
        return
    one.take(step, LATER)
    assert (one.state, one.changed_at) == (to, OPENED if to == before else LATER)
    assert one.warned_at is None  # whatever happens, the silence is over
    # Who waits keeps the place in the queue; whom nobody keeps waiting is in no queue.
    if to not in IS_WAITING:
        assert (one.waiting_since, one.due_at, one.reminded_at) == (None, None, None)
    elif before in IS_WAITING:
        assert (one.waiting_since, one.due_at, one.reminded_at) == (OPENED, OPENED, OPENED)
    else:
        assert (one.waiting_since, one.due_at, one.reminded_at) == (LATER, None, None)
    assert one.snoozed_until == (OPENED if before is to is State.SNOOZED else None)


def test_who_waits_is_seen_by_the_state() -> None:
    assert {state for state in State if ticket(state).is_waiting} == IS_WAITING


def test_a_state_as_the_database_gives_it_will_do() -> None:
    one = Ticket(id=1, state="offen", opened_at=OPENED, changed_at=OPENED)
    one.take(Step.ANSWER, LATER)
    assert one.state == State.ANSWERED


def test_the_number_is_of_the_year_in_berlin() -> None:
    one = ticket(State.OPEN)
    assert one.number == "FZ-2026-0042"
    one.opened_at = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    assert one.number == "FZ-2027-0042"
    one.id = 123_456
    assert one.number == "FZ-2027-123456"


def test_the_title_holds_the_number_and_our_own_words() -> None:
    one = ticket(State.OPEN)
    one.subject = ""
    assert one.title == "FZ-2026-0042"
    one.subject = "Antragsfrist"
    assert one.title == "FZ-2026-0042 Antragsfrist"
