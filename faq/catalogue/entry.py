"""An entry of the FAQ: a checked answer with its source, its date and the ways to ask for it."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Line = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class Certainty(StrEnum):
    """How well the answer is backed."""

    PROVEN = "belegt"
    DERIVED = "abgeleitet"
    OPEN = "offen"


class Audience(StrEnum):
    """Whom the answer is for."""

    EVERYONE = "alle"
    CENTRES = "zentren"
    FUTURE = "kuenftige"


class Office(StrEnum):
    """Who gives the binding answer."""

    SERVICE_OFFICE = "lss"
    REGIONAL_COUNCIL = "rp"
    MINISTRY = "hmfg"
    YOUTH_OFFICE = "jugendamt"
    TAX = "steuer"
    INSURANCE = "versicherung"
    HEALTH_OFFICE = "gesundheitsamt"
    OTHER = "andere"


class _Document(BaseModel):
    """Something kept in a YAML file: German keys, no unknown ones, never changed in memory."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_by_name=True)


class Source(_Document):
    """Where a fact stands."""

    title: Line = Field(alias="titel")
    publisher: Line | None = Field(None, alias="herausgeber")
    place: Line | None = Field(None, alias="fundstelle")
    as_of: Line = Field(alias="stand")
    url: Line | None = None


class Redirect(_Document):
    """A question near our field that others answer; one line says who."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z]+\.[a-z0-9]+(-[a-z0-9]+)*$")]
    title: Line = Field(alias="titel", max_length=60)
    answer: Line = Field(alias="antwort")
    questions: tuple[Line, ...] = Field(alias="fragen", min_length=1)
    keywords: tuple[Line, ...] = Field((), alias="stichworte")
    contacts: tuple[Line, ...] = Field((), alias="kontakte")  # of offices; an answer may hold them

    @property
    def group(self) -> str:
        """Give the group, the part of the id before the dot."""
        return self.id.partition(".")[0]


class Entry(Redirect):
    """A question of our field with its checked answer."""

    audience: Audience = Field(alias="zielgruppe")
    more: Line | None = Field(None, alias="mehr")
    simple: Line | None = Field(None, alias="einfach")
    related: tuple[Line, ...] = Field((), alias="verwandt")
    office: Office = Field(alias="stelle")
    sources: tuple[Line, ...] = Field(alias="quellen", min_length=1)
    certainty: Certainty = Field(alias="sicherheit")
    facts: tuple[Line, ...] = Field(alias="fakten", min_length=1)
    checked_on: date = Field(alias="geprueft_am")
    # The days on which these two were looked at, where they differ from that of the answer.
    more_checked_on: date | None = Field(None, alias="mehr_geprueft_am")
    simple_checked_on: date | None = Field(None, alias="einfach_geprueft_am")
    review_on: date = Field(alias="wiedervorlage_am")
    valid_from: date | None = Field(None, alias="gueltig_von")
    valid_until: date | None = Field(None, alias="gueltig_bis")

    def is_valid(self, today: date) -> bool:
        """Tell whether the answer may be given today."""
        return (self.valid_from or today) <= today <= (self.valid_until or today)


class Group(_Document):
    """One file of the corpus."""

    name: Line = Field(alias="gruppe")
    title: Line = Field(alias="titel", max_length=40)
    entries: tuple[Entry, ...] = Field(alias="eintraege")


class RedirectGroup(_Document):
    """The file of what is not our field."""

    name: Line = Field(alias="gruppe")
    title: Line = Field(alias="titel", max_length=40)
    entries: tuple[Redirect, ...] = Field(alias="eintraege")
