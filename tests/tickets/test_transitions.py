"""The life of a ticket, every state and every step listed."""

from datetime import UTC, datetime, timedelta

import pytest

from tickets.ticket import TRANSITIONS, Forbidden, State, Step, Ticket

OPENED = datetime(2026, 11, 22, 11, 0, tzinfo=UTC)
LATER = OPENED + timedelta(hours=1)
REFUSED = None

LIFE = [
    (State.OPEN, Step.WRITE, State.OPEN),
    (State.OPEN, Step.ANSWER, State.ANSWERED),
    (State.OPEN, Step.CLOSE, State.CLOSED),
    (State.OPEN, Step.REOPEN, REFUSED),
    (State.ANSWERED, Step.WRITE, State.OPEN),
    (State.ANSWERED, Step.ANSWER, State.ANSWERED),
    (State.ANSWERED, Step.CLOSE, State.CLOSED),
    (State.ANSWERED, Step.REOPEN, REFUSED),
    (State.CLOSED, Step.WRITE, State.OPEN),
    (State.CLOSED, Step.ANSWER, REFUSED),
    (State.CLOSED, Step.CLOSE, REFUSED),
    (State.CLOSED, Step.REOPEN, State.OPEN),
]


def ticket(state: State) -> Ticket:
    return Ticket(id=42, state=state, opened_at=OPENED, changed_at=OPENED)


def test_the_list_is_complete() -> None:
    assert {(state, step) for state, step, _ in LIFE} == {(a, b) for a in State for b in Step}
    assert {(a, b): c for a, b, c in LIFE if c is not REFUSED} == TRANSITIONS


@pytest.mark.parametrize(("before", "step", "after"), LIFE)
def test_a_step(before: State, step: Step, after: State | None) -> None:
    one = ticket(before)
    if after is REFUSED:
        with pytest.raises(Forbidden) as refusal:
            one.take(step, LATER)
        assert (refusal.value.ticket, refusal.value.step) == (one, step)
        assert (one.state, one.changed_at) == (before, OPENED)
    else:
        one.take(step, LATER)
        # Its place in the queue changes only with its state.
        assert (one.state, one.changed_at) == (after, OPENED if after == before else LATER)


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
