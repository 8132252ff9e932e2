"""From answers to my way: which steps apply, which do not and why. Pure, and never fails."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from guide.step import Condition, Ending, Guide, Partner, Question, Step

Answers = Mapping[str, str]
# Beside a paper, a step can be ticked as done as a whole, and a partner has three stages.
STAGES = {"gefragt": "gefragt", "zugesagt": "zugesagt", "schriftlich": "unterschrieben"}


@dataclass(frozen=True, slots=True)
class Way:
    """My way: what is still to be asked, the steps in their order, and those left out."""

    steps: tuple[Step, ...]
    left_out: tuple[tuple[Step, str], ...]
    question: Question | None  # the next opening question without a valid answer
    ending: Ending | None  # why this house cannot apply

    def position(self, key: str | None) -> int | None:
        """Give the place of a step on the way, from 0; None if it is not on it."""
        return next((n for n, step in enumerate(self.steps) if step.id == key), None)

    def beside(self, key: str | None, by: int) -> Step | None:
        """Give the step before (-1) or after (1) another; None beyond both ends."""
        here = self.position(key)
        wanted = None if here is None else here + by
        return self.steps[wanted] if wanted is not None and 0 <= wanted < len(self.steps) else None


def way(guide: Guide, answers: Answers) -> Way:
    """Find the way for these answers; what the data no longer knows counts as not answered."""
    known = {k: v for k, v in answers.items() if (q := guide.question(k)) and q.option(v)}
    ending = _ending(guide, known)
    left_out = [
        (step, step.otherwise or "") for step in guide.steps if not applies(step.when, known)
    ]
    gone = {step.id for step, _ in left_out}
    return Way(
        steps=() if ending else tuple(step for step in guide.steps if step.id not in gone),
        left_out=tuple(left_out),
        question=None if ending else _next(guide, known),
        ending=ending,
    )


def applies(condition: Condition, answers: Answers) -> bool:
    """Tell whether all of a condition holds; what has not been answered leaves nothing out."""
    return all(key not in answers or answers[key] in wanted for key, wanted in condition.items())


def _next(guide: Guide, answers: Answers) -> Question | None:
    return next((question for question in guide.opening if question.id not in answers), None)


def _ending(guide: Guide, answers: Answers) -> Ending | None:
    for question in guide.questions:
        option = question.option(answers.get(question.id))
        if option and option.ending:
            return option.ending
    return None


def partners(guide: Guide, answers: Answers) -> tuple[Partner, ...]:
    """Give the partners that fit this kind of house and place."""
    return tuple(partner for partner in guide.partners if applies(partner.when, answers))


def paper_item(step: str, paper: str) -> str:
    """Give the key under which a paper's tick is kept."""
    return f"{step}.{paper}"


def partner_item(partner: str, stage: str) -> str:
    """Give the key under which a partner's tick is kept; no step is called like that."""
    return f"partner/{partner}.{stage}"


def is_done(step: Step, ticked: AbstractSet[str]) -> bool:
    """Tell whether a step is done: ticked as a whole, or every paper of it."""
    papers = [paper_item(step.id, paper.id) for paper in step.papers]
    return step.id in ticked or (bool(papers) and all(item in ticked for item in papers))


def next_open(found: Way, ticked: AbstractSet[str]) -> Step | None:
    """Give the first step that is not done."""
    return next((step for step in found.steps if not is_done(step, ticked)), None)


def items(guide: Guide) -> dict[str, str]:
    """Name everything that can be ticked today, by its key."""
    named: dict[str, str] = {}
    for step in guide.steps:
        named[step.id] = step.title
        named |= {paper_item(step.id, p.id): f"{step.title}: {p.title}" for p in step.papers}
    for partner in guide.partners:
        for stage, word in STAGES.items():
            named[partner_item(partner.id, stage)] = f"{partner.title}: {word}"
    return named
