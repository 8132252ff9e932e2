"""What the Fahrplan is made of: questions, steps, partners and letters, kept as YAML."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Line = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
# What ticks, buttons and counters are keyed by: stays the same while the words change.
# Three of them and a number fit into the 64 bytes of a button.
Key = Annotated[str, StringConstraints(pattern=r"^[a-z]+(-[a-z]+)*$", max_length=16)]
Condition = dict[Key, tuple[Key, ...]]

HOUSE, CARRIER, STAGE, START, PLACE = "haus", "traeger", "stand", "start", "ort"


class _Document(BaseModel):
    """Something kept in a YAML file: German keys, no unknown ones, never changed in memory."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_by_name=True)


class Ending(_Document):
    """An answer with which one cannot apply: said at once, with what one can do instead."""

    text: Line
    can: tuple[Line, ...] = Field(alias="was_geht", min_length=1)
    entries: tuple[Line, ...] = Field(alias="eintraege", min_length=1)
    instead: Key = Field(alias="stattdessen")  # the answer with which the way goes on
    instead_title: Line = Field(alias="stattdessen_titel", max_length=40)
    sources: tuple[Line, ...] = Field(alias="quellen", min_length=1)


class Option(_Document):
    """One possible answer."""

    id: Key
    title: Line = Field(alias="titel", max_length=40)
    called: Line | None = Field(None, alias="als")  # in a letter: "wir sind …"
    words: tuple[Line, ...] = Field((), alias="worte")  # how people say it, without the button
    years: int | None = Field(None, alias="jahre")  # funding years after the next one
    ending: Ending | None = Field(None, alias="ende")


class Question(_Document):
    """One question about the house; the answers decide which steps apply."""

    id: Key
    text: Line = Field(alias="frage", max_length=200)
    short: Line = Field(alias="kurz", max_length=20)
    options: tuple[Option, ...] = Field(alias="antworten", min_length=2, max_length=8)
    opening: bool = Field(default=True, alias="am_anfang")

    def option(self, key: str | None) -> Option | None:
        """Return an option by its key."""
        return next((option for option in self.options if option.id == key), None)


class Paper(_Document):
    """Something to have in hand, with a box to tick."""

    id: Key
    title: Line = Field(alias="titel", max_length=44)


class Step(_Document):
    """One step of the way."""

    id: Key
    title: Line = Field(alias="titel", max_length=40)
    what: Line = Field(alias="was", max_length=420)
    why: Line = Field(alias="warum", max_length=260)
    hints: dict[Key, Line] = Field({}, alias="fuer")  # a kind of house, and what matters there
    papers: tuple[Paper, ...] = Field((), alias="unterlagen", max_length=6)
    duration: Line = Field(alias="dauer", max_length=120)
    # Weeks before the application deadline by which this should be done: our proposal.
    weeks_before: int | None = Field(None, alias="wochen_vorher", ge=0, le=60)
    office: Key = Field(alias="stelle")
    entries: tuple[Line, ...] = Field(alias="eintraege", min_length=1, max_length=3)
    sources: tuple[Line, ...] = Field(alias="quellen", min_length=1)
    when: Condition = Field({}, alias="wenn")
    otherwise: Line | None = Field(None, alias="sonst", max_length=160)
    finder: bool = Field(default=False, alias="partnersuche")  # shows the partner finder


class Partner(_Document):
    """Somebody worth winning, and what they can bring."""

    id: Key
    title: Line = Field(alias="titel", max_length=40)
    brings: Line = Field(alias="bringt", max_length=400)
    when: Condition = Field({}, alias="wenn")
    letter: Key = Field(alias="brief")
    entries: tuple[Line, ...] = Field(alias="eintraege", min_length=1, max_length=2)
    sources: tuple[Line, ...] = Field(alias="quellen", min_length=1)


class Letter(_Document):
    """A first letter, as a text to adapt; knows {haus}, {ort}, {partner} and {jahr}."""

    id: Key
    text: Line


class Guide(_Document):
    """The whole Fahrplan."""

    offices: dict[Key, Line] = Field(alias="stellen")
    questions: tuple[Question, ...] = Field(alias="fragen", min_length=1)
    steps: tuple[Step, ...] = Field(alias="schritte", min_length=1)
    partners: tuple[Partner, ...] = Field(alias="partner", min_length=1)
    letters: tuple[Letter, ...] = Field(alias="briefe", min_length=1)

    @property
    def opening(self) -> tuple[Question, ...]:
        """Give the questions asked at the beginning."""
        return tuple(question for question in self.questions if question.opening)

    def question(self, key: str) -> Question | None:
        """Return a question by its key."""
        return next((question for question in self.questions if question.id == key), None)

    def step(self, key: str | None) -> Step | None:
        """Return a step by its key."""
        return next((step for step in self.steps if step.id == key), None)

    def partner(self, key: str) -> Partner | None:
        """Return a partner by its key."""
        return next((partner for partner in self.partners if partner.id == key), None)

    def letter(self, key: str) -> Letter | None:
        """Return a letter by its key."""
        return next((letter for letter in self.letters if letter.id == key), None)
