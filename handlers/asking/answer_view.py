"""How an entry looks in a chat: answer, source, date, and what can be done with it."""

from markupsafe import Markup

from almanac.german import german_as_of, german_date
from faq.catalogue.entry import Entry, Redirect, Source
from faq.question import AskedQuestion
from handlers import texts
from handlers.desk import Desk
from handlers.messages import PRESS_BYTES, Button, Reply
from handlers.texts import say

Row = tuple[Button, ...]
TERMS = 2  # explained under one answer
GUIDED = "werden"  # the group whose answers the Fahrplan puts in order


async def show(entry_id: str, question: AskedQuestion, desk: Desk) -> Reply:
    """Show an entry as the answer to a question."""
    entry = desk.house.lookup.corpus.find(entry_id)
    if entry is None or (isinstance(entry, Entry) and not entry.is_valid(desk.today)):
        return expired(question, desk)
    version = desk.house.lookup.corpus.versions.get(entry.id, 1)
    await desk.receipts.note(desk.asker, entry.id, version)
    number = str(question.id)
    rows: list[Row] = [
        (
            Button("Hat geholfen", "helped", number),
            Button("Hat nicht geholfen", "unhelped", number),
        ),
        (Button("An die Beratung", "escalate", number),),
    ]
    if isinstance(entry, Entry):
        if entry.simple:
            rows.append((Button("In Einfacher Sprache", "simple", entry.id),))
        if entry.group == GUIDED:
            rows.append((Button("Schritt für Schritt: der Fahrplan", "plan_go"),))
        rows += _terms(entry, desk)
    return Reply(
        desk.here, _text_of(entry, desk), tuple(rows), question=question.id, entry=entry.id
    )


def show_simple(entry_id: str, desk: Desk) -> Reply | None:
    """Show an entry in Einfache Sprache, if it has that and still holds."""
    entry = desk.house.lookup.corpus.entries.get(entry_id)
    if entry is None or entry.simple is None or not entry.is_valid(desk.today):
        return None
    answer = desk.house.facts.fill(entry.simple, desk.today)
    checked = german_date(entry.simple_checked_on or entry.checked_on)
    text = say(texts.asking.ANSWER, title=entry.title, answer=answer)
    return Reply(desk.here, text + _sources(entry, checked, desk))


def expired(question: AskedQuestion, desk: Desk) -> Reply:
    """Say that an answer is being looked over, and offer a human."""
    text = say(texts.asking.EXPIRED)
    return Reply(desk.here, text, to_advisors(question), question=question.id)


def to_advisors(question: AskedQuestion) -> tuple[Row, ...]:
    """Offer a human for a question."""
    return ((Button("An die Beratung senden", "escalate", str(question.id)),),)


def _text_of(entry: Redirect, desk: Desk) -> Markup:
    answer = desk.house.facts.fill(entry.answer, desk.today)
    if not isinstance(entry, Entry):
        return say(texts.asking.REDIRECT, title=entry.title, answer=answer)
    text = say(texts.asking.ANSWER, title=entry.title, answer=answer)
    checked = german_date(entry.checked_on)
    if entry.more:
        text += say(texts.asking.MORE, more=desk.house.facts.fill(entry.more, desk.today))
        if entry.more_checked_on:
            more = german_date(entry.more_checked_on)
            checked = texts.asking.MORE_CHECKED.format(checked=checked, more=more)
    return text + _sources(entry, checked, desk)


def _sources(entry: Entry, checked: str, desk: Desk) -> Markup:
    known = desk.house.lookup.corpus.sources
    lines = Markup("\n").join(_source(known[key]) for key in entry.sources)
    return say(texts.asking.SOURCES, sources=lines, checked=checked)


def _source(source: Source) -> Markup:
    template = texts.asking.SOURCE_LINK if source.url else texts.asking.SOURCE
    as_of = german_as_of(source.as_of)
    return say(template, url=source.url, title=source.title, as_of=as_of)


def _terms(entry: Entry, desk: Desk) -> list[Row]:
    used = desk.house.glossary.occurring(f"{entry.answer} {entry.more or ''}")
    # A term that explains the entry's own subject would only repeat the answer.
    names = [
        t.begriff for t in used if t.anbieten and t.begriff.lower() not in entry.title.lower()
    ]
    fitting = [name for name in names if len(f"term:{name}".encode()) <= PRESS_BYTES]
    return [(Button(f"Was heißt „{name}“?", "term", name),) for name in fitting[:TERMS]]
