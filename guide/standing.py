"""How one house stands on one day: its way, what is done, what comes next and by when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from almanac.funding import deadline
from guide.dates import Due, due_days, target_year, year_of
from guide.step import HOUSE, START, Guide, Option, Partner, Question, Step
from guide.way import (
    STAGES,
    Way,
    is_done,
    items,
    next_open,
    paper_item,
    partner_item,
    partners,
    way,
)


@dataclass(frozen=True, slots=True)
class Done:
    """A tick: what it was called, who set it, and when."""

    title: str
    who: str
    at: datetime


@dataclass(frozen=True)
class Standing:
    """One plan, seen with today's Fahrplan and today's date."""

    guide: Guide
    name: str
    answers: Mapping[str, str]
    year: int | None
    place: str
    ticks: Mapping[str, Done]
    today: date

    @cached_property
    def way(self) -> Way:
        """Give the way for this house."""
        return way(self.guide, self.answers)

    @cached_property
    def ticked(self) -> frozenset[str]:
        """Give the keys of everything ticked."""
        return frozenset(self.ticks)

    @cached_property
    def target(self) -> int:
        """Give the funding year to work towards."""
        return target_year(self.year, self.today)

    @cached_property
    def deadline(self) -> date:
        """Give the last day to apply."""
        return deadline(self.target)

    @property
    def is_late(self) -> bool:
        """Tell whether the year once wanted can no longer be applied for."""
        return self.year is not None and self.year < self.target

    @cached_property
    def dues(self) -> list[Due]:
        """Give the days to do things by, the next deadline last."""
        return due_days(self.way.steps, self.target)

    def due(self, step: Step) -> date | None:
        """Give the day by which a step should be done."""
        return next((due.day for due in self.dues if due.key == step.id), None)

    def open_dues(self) -> list[Due]:
        """Give the days that still matter: of steps not done, and of the deadline."""
        done = {step.id for step in self.way.steps if self.done(step)}
        return [due for due in self.dues if due.key not in done]

    def done(self, step: Step) -> bool:
        """Tell whether a step is done."""
        return is_done(step, self.ticked)

    def count_done(self) -> int:
        """Count the steps that are done."""
        return sum(self.done(step) for step in self.way.steps)

    def papers(self, step: Step) -> list[tuple[str, str, Done | None]]:
        """Give key, title and tick of each paper of a step."""
        return [
            (paper.id, paper.title, self.ticks.get(paper_item(step.id, paper.id)))
            for paper in step.papers
        ]

    @cached_property
    def next(self) -> Step | None:
        """Give the first step that is not done."""
        return next_open(self.way, self.ticked)

    @property
    def partners(self) -> tuple[Partner, ...]:
        """Give the partners that fit this house."""
        return partners(self.guide, self.answers)

    def stages(self, partner: Partner) -> dict[str, Done | None]:
        """Give what has been reached with a partner, by stage."""
        return {stage: self.ticks.get(partner_item(partner.id, stage)) for stage in STAGES}

    def earlier(self) -> list[Done]:
        """Give the ticks of what the Fahrplan no longer has; they are kept."""
        known = items(self.guide)
        return [done for item, done in self.ticks.items() if item not in known]

    def aside(self) -> list[Done]:
        """Give the ticks in steps that are not on this way, and with partners that do not fit."""
        known = items(self.guide)
        shown = {step.id for step in self.way.steps}
        shown |= {partner_item(partner.id, "").rstrip(".") for partner in self.partners}
        return [
            done
            for item, done in self.ticks.items()
            if item in known and item.split(".")[0] not in shown
        ]

    def said(self, question: Question) -> str:
        """Give the answer to a question in words, or nothing."""
        option = question.option(self.answers.get(question.id))
        if option is None:
            return ""
        if question.id == START and self.year is not None:
            return f"ab {self.year}"
        return self.title(option)

    def title(self, option: Option) -> str:
        """Give what stands on the button of an answer."""
        year = year_of(self.guide, option.id, self.today)
        return option.title.replace("{jahr}", str(year)) if year else option.title

    def called(self) -> str:
        """Say what the house is, as in a letter: eine Kita."""
        question = self.guide.question(HOUSE)
        option = question.option(self.answers.get(HOUSE)) if question else None
        return (option.called if option else None) or "eine Einrichtung"
