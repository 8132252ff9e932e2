"""What a chat is in the middle of: one kind each, with what its next message needs to know.

Stored as a kind and its fields; read back strictly, so that a row of another release never passes
for something it is not.
"""

from dataclasses import asdict, dataclass
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something the next message of a chat belongs to."""


@dataclass(frozen=True, slots=True)
class AboutTicket(Waiting):
    """Something about one ticket, by its number."""

    ticket: int


@dataclass(frozen=True, slots=True)
class AboutPlan(Waiting):
    """Something inside the Fahrplan, about one plan."""

    plan: int


# --- persons ---
@dataclass(frozen=True, slots=True)
class Request(Waiting):
    """The text of a question for the advisors."""


@dataclass(frozen=True, slots=True)
class Adding(AboutTicket):
    """What follows goes into a ticket.

    Attributes:
        anything: asked for by a button, so a mere "nein" belongs to it too; once.
        answered: another ticket that was answered meanwhile, and may be meant.

    """

    anything: bool = False
    answered: int | None = None


@dataclass(frozen=True, slots=True)
class Missing(AboutTicket):
    """What an advisor's answer lacked."""


@dataclass(frozen=True, slots=True)
class Answered(AboutTicket):
    """An advisor has just answered: what comes may be a reaction."""


@dataclass(frozen=True, slots=True)
class HoldingFiles(Waiting):
    """Files that wait for the press that sends them.

    Attributes:
        files: each as the fields of `handlers.messages.File`.
        album: the album they came in.
        question: the question they came with; 0 for none.

    """

    files: tuple[tuple[str | int, ...], ...]
    album: str = ""
    question: int = 0


# --- advisors ---
@dataclass(frozen=True, slots=True)
class Answering(AboutTicket):
    """The answer to a ticket; once its album has begun, only that goes on with it."""

    album: str = ""


@dataclass(frozen=True, slots=True)
class Noting(AboutTicket):
    """A note for colleagues; once its album has begun, only that goes on with it."""

    album: str = ""


@dataclass(frozen=True, slots=True)
class ChangingProposal(AboutTicket):
    """Other words for a proposal."""

    draft: int


@dataclass(frozen=True, slots=True)
class Gathering(AboutTicket):
    """Choosing tickets that get one answer."""

    tickets: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class AnsweringTogether(AboutTicket):
    """The one answer to several tickets."""

    tickets: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Searching(Waiting):
    """The words to search tickets for."""


@dataclass(frozen=True, slots=True)
class Leaving(Waiting):
    """The day until which an advisor is away."""


@dataclass(frozen=True, slots=True)
class PuttingOff(AboutTicket):
    """The day until which a ticket is put off."""


# --- editors ---
@dataclass(frozen=True, slots=True)
class FindingEntry(Waiting):
    """The words to find an entry by."""


@dataclass(frozen=True, slots=True)
class FillingField(Waiting):
    """The new content of one field of a draft."""

    draft: int
    field: str


@dataclass(frozen=True, slots=True)
class AddingSource(Waiting):
    """A new source of a draft."""

    draft: int


@dataclass(frozen=True, slots=True)
class Importing(Waiting):
    """The file to import."""


# --- the Fahrplan ---
@dataclass(frozen=True, slots=True)
class PlanAnswer(AboutPlan):
    """The answer to one of the Fahrplan's questions."""

    question: str


@dataclass(frozen=True, slots=True)
class PlanName(AboutPlan):
    """What a plan is called."""


@dataclass(frozen=True, slots=True)
class PlanNote(AboutPlan):
    """A note on a step."""

    step: str


@dataclass(frozen=True, slots=True)
class PlanPlace(AboutPlan):
    """The town of a house."""


@dataclass(frozen=True, slots=True)
class PlanCode(Waiting):
    """The code of a plan to join."""


@dataclass(frozen=True, slots=True)
class PlanLabel(AboutPlan):
    """How colleagues see somebody."""


@dataclass(frozen=True, slots=True)
class PlanRemark(AboutPlan):
    """An advisor's remark on a step."""

    step: str


# The names in the database: they stay, whatever the classes are called.
KINDS: dict[str, type[Waiting]] = {
    "request": Request,
    "adding": Adding,
    "missing": Missing,
    "answered": Answered,
    "file": HoldingFiles,
    "answering": Answering,
    "noting": Noting,
    "drafting": ChangingProposal,
    "gathering": Gathering,
    "together": AnsweringTogether,
    "searching": Searching,
    "leaving": Leaving,
    "putting_off": PuttingOff,
    "faq_find": FindingEntry,
    "faq_field": FillingField,
    "faq_source": AddingSource,
    "faq_import": Importing,
    "plan_answer": PlanAnswer,
    "plan_name": PlanName,
    "plan_note": PlanNote,
    "plan_place": PlanPlace,
    "plan_code": PlanCode,
    "plan_label": PlanLabel,
    "plan_remark": PlanRemark,
}
NAMES = {kind: name for name, kind in KINDS.items()}


def written(waiting: Waiting) -> tuple[str, dict[str, Any]]:
    """Give the name of a kind and its fields, as they are stored."""
    return NAMES[type(waiting)], asdict(waiting)


def read(name: str, fields: dict[str, Any]) -> Waiting | None:
    """Read what was stored; None for a kind or fields that this release does not know."""
    kind = KINDS.get(name)
    if kind is None or not fields.keys() <= kind.__dataclass_fields__.keys():
        return None
    try:
        return _adapter(name).validate_python(fields)
    except ValidationError:
        return None


@cache
def _adapter(name: str) -> TypeAdapter[Waiting]:
    return TypeAdapter(KINDS[name])
