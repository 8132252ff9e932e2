"""Where else it stands: what a change strikes in one entry and other places still say.

Nothing there changes by itself: another entry may be right, and its own source says so.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from almanac.funding import DEADLINE_DAY, DEADLINE_MONTH
from faq.editing.content import document_of
from faq.editing.figures import Figure, Kind, figures
from faq.editing.stored import Document
from faq.editing.vouching import repeating, vanished
from guide.step import Guide
from handlers import texts
from handlers.desk import Desk
from handlers.editing.view import Row, bullets, fits
from handlers.messages import Button
from handlers.rich import one_line
from handlers.texts import say

SHOWN, OFFERED = 12, 3
Change = tuple[Document, Document]  # what an entry said, and what it says then
DEADLINE = Figure(Kind.DAY, f"{DEADLINE_MONTH}-{DEADLINE_DAY}")


@dataclass(frozen=True, slots=True)
class Place:
    """A place that still says what was struck."""

    name: str
    words: str = ""
    entry: str = ""  # its id, if it is one

    @property
    def line(self) -> str:
        """Write it for a list."""
        return f"{self.name}: {self.words}" if self.words else self.name


async def places(changes: Iterable[Change], desk: Desk) -> list[Place]:
    """List the places outside that repeat what these changes strike, each once."""
    found: list[Place] = []
    changes = list(changes)
    changed = {str(now["id"]): now for _, now in changes}
    served = {e.id: document_of(e) for e in desk.house.lookup.corpus.entries.values()} | changed
    templates = {f"Vorlage „{t.name}“": t.text for t in await desk.proposals.templates()}
    glossary = desk.house.glossary.terms.values()
    terms = {f"Fachwort „{term.begriff}“": term.erklaerung for term in glossary}
    for before, now in changes:
        gone = vanished(before, now, desk.today)
        if not gone:
            continue
        sources = {*before.get("quellen", ()), *now.get("quellen", ())}
        for entry_id, document in served.items():
            if entry_id != now["id"] and sources & set(document.get("quellen", ())):
                words = _said(repeating(document, gone, desk.today))
                name = f"Eintrag „{document['titel']}“"
                found += [Place(name, words, entry_id)] if words else []
        if DEADLINE in gone:
            found.append(Place(texts.editors.RULE_OF_DEADLINE))
        guide = dict(_of_guide(desk.house.guide, sources, str(now["id"])))
        for name, text in (templates | terms | guide).items():
            said = [f.words for f in figures(text, desk.today) if any(f.repeats(g) for g in gone)]
            found += [Place(name, _said(said))] if said else []
    return list(dict.fromkeys(found))


def told(found: Sequence[Place]) -> Markup:
    """Say where else it stands; nothing if nowhere."""
    if not found:
        return Markup()
    text = say(texts.editors.ELSEWHERE, lines=bullets(place.line for place in found[:SHOWN]))
    if len(found) > SHOWN:
        text += say(texts.editors.AND_MORE, count=len(found) - SHOWN)
    return text


def buttons(found: Sequence[Place], desk: Desk) -> list[Row]:
    """Lead to the first entries among them."""
    known = [p.entry for p in found if p.entry and fits("faq_show", p.entry)]
    entries = desk.house.lookup.corpus.entries
    rows: list[Row] = [
        (Button(f"Ansehen: {one_line(entries[i].title, 40)}", "faq_show", i),)
        for i in dict.fromkeys(known)
        if i in entries
    ]
    return rows[:OFFERED]


def _of_guide(guide: Guide, sources: set[str], entry_id: str) -> Iterator[tuple[str, str]]:
    for step in guide.steps:
        if sources & set(step.sources) or entry_id in step.entries:
            hints, papers = step.hints.values(), (paper.title for paper in step.papers)
            parts = (step.title, step.what, step.why, step.duration, step.otherwise or "")
            yield f"Fahrplan, „{step.title}“", "\n".join((*parts, *hints, *papers))
    for partner in guide.partners:
        if sources & set(partner.sources) or entry_id in partner.entries:
            yield f"Fahrplan, Partner „{partner.title}“", partner.brings
    for question in guide.questions:
        for option in question.options:
            end = option.ending
            if end and (sources & set(end.sources) or entry_id in end.entries):
                yield f"Fahrplan, „{option.title}“", "\n".join((end.text, *end.can))
    for letter in guide.letters:
        yield f"Fahrplan, Brief „{letter.id}“", letter.text


def _said(words: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(f"„{word}“" for word in words))
