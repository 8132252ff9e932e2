"""The life of a ticket: its states, what may happen to it, and the one table of both."""

from enum import StrEnum


class State(StrEnum):
    """Where a ticket stands; the words are the ones people read."""

    OPEN = "offen"
    TAKEN = "in Arbeit"
    WAITING = "Rückfrage"  # an advisor asked back, the person is to say something
    ANSWERED = "beantwortet"
    SNOOZED = "zurückgestellt"
    CLOSED = "geschlossen"


class Step(StrEnum):
    """What may happen to a ticket."""

    WRITE = "schreiben"  # the person writes into it
    TAKE = "übernehmen"
    TRANSFER = "weitergeben"  # to another advisor
    RELEASE = "freigeben"  # to nobody in particular
    ANSWER = "antworten"
    ASK_BACK = "zurückfragen"
    SNOOZE = "zurückstellen"
    WAKE = "wieder vorlegen"
    CLOSE = "schließen"
    REOPEN = "wieder öffnen"
    WITHDRAW = "zurückziehen"  # the answer on which it rests


# What is not in here is refused. TAKEN means: by its owner; where nobody has the ticket (any
# more), the same step leads to OPEN (see Ticket.take).
TRANSITIONS: dict[tuple[State, Step], State] = {
    (State.OPEN, Step.WRITE): State.OPEN,
    (State.OPEN, Step.TAKE): State.TAKEN,
    (State.OPEN, Step.TRANSFER): State.TAKEN,
    (State.OPEN, Step.ANSWER): State.ANSWERED,
    (State.OPEN, Step.ASK_BACK): State.WAITING,
    (State.OPEN, Step.SNOOZE): State.SNOOZED,
    (State.OPEN, Step.CLOSE): State.CLOSED,
    (State.TAKEN, Step.WRITE): State.TAKEN,
    (State.TAKEN, Step.TRANSFER): State.TAKEN,
    (State.TAKEN, Step.RELEASE): State.OPEN,
    (State.TAKEN, Step.ANSWER): State.ANSWERED,
    (State.TAKEN, Step.ASK_BACK): State.WAITING,
    (State.TAKEN, Step.SNOOZE): State.SNOOZED,
    (State.TAKEN, Step.CLOSE): State.CLOSED,
    (State.WAITING, Step.WRITE): State.TAKEN,
    (State.WAITING, Step.TRANSFER): State.WAITING,
    (State.WAITING, Step.RELEASE): State.WAITING,  # it is the person's turn all the same
    (State.WAITING, Step.ANSWER): State.ANSWERED,
    (State.WAITING, Step.ASK_BACK): State.WAITING,
    (State.WAITING, Step.SNOOZE): State.SNOOZED,
    (State.WAITING, Step.CLOSE): State.CLOSED,
    (State.WAITING, Step.WITHDRAW): State.TAKEN,
    (State.ANSWERED, Step.WRITE): State.TAKEN,
    (State.ANSWERED, Step.TRANSFER): State.ANSWERED,
    (State.ANSWERED, Step.ANSWER): State.ANSWERED,
    (State.ANSWERED, Step.ASK_BACK): State.WAITING,
    (State.ANSWERED, Step.CLOSE): State.CLOSED,
    (State.ANSWERED, Step.REOPEN): State.TAKEN,
    (State.ANSWERED, Step.WITHDRAW): State.TAKEN,
    (State.SNOOZED, Step.WRITE): State.TAKEN,
    (State.SNOOZED, Step.TAKE): State.TAKEN,
    (State.SNOOZED, Step.TRANSFER): State.SNOOZED,
    (State.SNOOZED, Step.WAKE): State.TAKEN,
    (State.SNOOZED, Step.ANSWER): State.ANSWERED,
    (State.SNOOZED, Step.ASK_BACK): State.WAITING,
    (State.SNOOZED, Step.SNOOZE): State.SNOOZED,
    (State.SNOOZED, Step.CLOSE): State.CLOSED,
    (State.CLOSED, Step.WRITE): State.TAKEN,
    (State.CLOSED, Step.REOPEN): State.TAKEN,
}


def step_of(text: str) -> Step:
    """Tell what an advisor's words do to a ticket: what ends in a question asks back."""
    return Step.ASK_BACK if text.endswith("?") else Step.ANSWER


def after(state: State, step: Step, *, owned: bool) -> State | None:
    """Tell where a step leads; None where the table does not allow it."""
    to = TRANSITIONS.get((state, step))
    return State.OPEN if to is State.TAKEN and not owned else to
