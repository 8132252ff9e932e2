"""Finding an entry: by words, by a question, by its id, or by leafing through lists."""

from faq.catalogue.entry import Entry
from faq.editing.content import is_discreet
from faq.editing.entry_life import State
from faq.editing.stored import Document, FaqEntry
from faq.german.text import fold
from handlers import texts
from handlers.asking.ask import stale
from handlers.desk import Desk
from handlers.editing import entry_card as card
from handlers.editing.view import EDITING, Row, fits, tell, way_back
from handlers.messages import Button, Reply
from handlers.reading.numbers import parse_count
from handlers.rich import one_line
from handlers.texts import say
from people.conversation import Conversation

MOST = 8  # hits that fit on a phone
PAGE = 8
ARCHIVED, EXPIRED, DUE, PERSONAL = "archiviert", "abgelaufen", "faellig", "persoenlich"
SPECIAL = {
    ARCHIVED: "Archivierte",
    EXPIRED: "Heute nicht gültig",
    DUE: "Zur Wiedervorlage fällig",
    PERSONAL: "Mit persönlichen Angaben",
}


async def find(words: str, desk: Desk) -> list[Reply]:
    """Find entries by words, or ask for them."""
    if not words.strip():
        await desk.talks.await_(desk.talker, "faq_find", EDITING)
        return tell(say(texts.editors.WHAT_TO_FIND), desk, way_back("faq"))
    await desk.talks.end(desk.talker)
    if await desk.entries.find(words.strip()):
        return await card.show(words.strip(), desk)
    ids = await _matching(words, desk)
    if not ids:
        await desk.talks.await_(desk.talker, "faq_find", EDITING)
        return tell(say(texts.editors.NOT_FOUND, words=one_line(words, 80)), desk, way_back("faq"))
    contents = await desk.entries.contents()
    rows = [(_button(i, contents[i]),) for i in ids if fits("faq_show", i)]
    return tell(say(texts.editors.FOUND, words=one_line(words, 80)), desk, *rows, way_back("faq"))


async def take_words(text: str, _: Conversation, desk: Desk) -> list[Reply] | None:
    """Take the words that were asked for."""
    return await find(text, desk)


async def _matching(words: str, desk: Desk) -> list[str]:
    """Rank: every word in title or id first, then what a person who asks would get, then texts."""
    said = fold(words).split()
    contents = await desk.entries.contents()
    named, told = [], []
    for entry_id, content in contents.items():
        heading = fold(f"{entry_id} {content.get('titel', '')}")
        whole = f"{heading} {fold(str(content.get('antwort', '')))}"
        if said and all(word in heading for word in said):
            named.append(entry_id)
        elif said and all(word in whole for word in said):
            told.append(entry_id)
    ranked = [c.entry_id for c in desk.house.lookup.find(words).ranked if c.entry_id in contents]
    return list(dict.fromkeys([*named[:MOST], *ranked, *told]))[:MOST]


async def lists(_: str, desk: Desk) -> list[Reply]:
    """Offer the lists there are."""
    await desk.talks.end(desk.talker)
    corpus = desk.house.lookup.corpus
    rows: list[Row] = [
        (Button(one_line(title, 40), "faq_page", f"{name}.0"),)
        for name, title in corpus.groups.items()
    ]
    rows.append(tuple(Button(label, "faq_page", f"{name}.0") for name, label in SPECIAL.items()))
    return tell(say(texts.editors.LISTS), desk, *rows, way_back("faq"))


async def page(value: str, desk: Desk) -> list[Reply]:
    """Show a page of a list."""
    name, _, number = value.partition(".")
    corpus = desk.house.lookup.corpus
    if name not in SPECIAL and name not in corpus.groups:
        return [stale(desk)]
    contents = await desk.entries.contents()
    found = [row.id for row in await desk.entries.all() if _belongs(row, name, desk)]
    pages = max(1, -(-len(found) // PAGE))
    at = parse_count(number)
    if not 0 <= at < pages:
        return [stale(desk)]
    shown = found[at * PAGE : (at + 1) * PAGE]
    rows: list[Row] = [(_button(i, contents[i]),) for i in shown if fits("faq_show", i)]
    turns = []
    if at > 0:
        turns.append(Button("Seite zurück", "faq_page", f"{name}.{at - 1}"))
    if at + 1 < pages:
        turns.append(Button("Weiter", "faq_page", f"{name}.{at + 1}"))
    rows += [tuple(turns)] if turns else []
    title = SPECIAL.get(name) or corpus.groups[name]
    text = say(texts.editors.LIST, title=title, page=at + 1, pages=pages, count=len(found))
    if not found:
        text = text + "\n" + say(texts.editors.NOTHING_IN_LIST)
    return tell(text, desk, *rows, way_back("faq_list"))


def _belongs(row: FaqEntry, name: str, desk: Desk) -> bool:
    if name == ARCHIVED:
        return row.state == State.ARCHIVED
    if row.state != State.PUBLISHED:
        return False
    entry = desk.house.lookup.corpus.find(row.id)
    if name == EXPIRED:
        return isinstance(entry, Entry) and not entry.is_valid(desk.today)
    if name == PERSONAL:
        return entry is not None and not is_discreet(entry)
    if name == DUE:
        return isinstance(entry, Entry) and entry.review_on <= desk.today
    return row.id.partition(".")[0] == name


def _button(entry_id: str, content: Document) -> Button:
    return Button(one_line(str(content.get("titel", entry_id)), 50), "faq_show", entry_id)
