"""The life of an entry: draft, in review, published, archived."""

from enum import StrEnum


class State(StrEnum):
    """Where a draft or an entry stands."""

    DRAFT = "entwurf"
    REVIEW = "pruefung"
    PUBLISHED = "veroeffentlicht"
    ARCHIVED = "archiviert"


class Step(StrEnum):
    """What may happen to it; the words are the ones people read."""

    EDIT = "bearbeiten"
    SUBMIT = "zur Prüfung geben"
    RETURN = "zurückgeben"
    PUBLISH = "veröffentlichen"
    ARCHIVE = "archivieren"
    RESTORE = "wiederherstellen"


WORDS = {
    State.DRAFT: "ein Entwurf",
    State.REVIEW: "in Prüfung",
    State.PUBLISHED: "veröffentlicht",
    State.ARCHIVED: "archiviert",
}

# The life in one table: what is not in here is refused. An edit or a restored version is a draft
# of its own; the entry stays what it is until the draft is published.
TRANSITIONS: dict[tuple[State, Step], State] = {
    (State.DRAFT, Step.EDIT): State.DRAFT,
    (State.DRAFT, Step.SUBMIT): State.REVIEW,
    (State.DRAFT, Step.PUBLISH): State.PUBLISHED,
    (State.DRAFT, Step.ARCHIVE): State.ARCHIVED,
    (State.REVIEW, Step.EDIT): State.DRAFT,
    (State.REVIEW, Step.RETURN): State.DRAFT,
    (State.REVIEW, Step.PUBLISH): State.PUBLISHED,
    (State.REVIEW, Step.ARCHIVE): State.ARCHIVED,
    (State.PUBLISHED, Step.EDIT): State.DRAFT,
    (State.PUBLISHED, Step.RESTORE): State.DRAFT,
    (State.PUBLISHED, Step.ARCHIVE): State.DRAFT,
    (State.ARCHIVED, Step.RESTORE): State.DRAFT,
}


class Forbidden(Exception):  # noqa: N818 - reads as what happened
    """Raised when a step does not fit the state."""

    def __init__(self, state: State, step: Step) -> None:
        super().__init__(f"{state} forbids {step}")
        self.state = state
        self.step = step


def after(state: State, step: Step) -> State:
    """Give the state that a step leads to.

    Raises:
        Forbidden: the table does not have it.

    """
    try:
        return TRANSITIONS[state, step]
    except KeyError:
        raise Forbidden(state, step) from None
