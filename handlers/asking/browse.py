"""Browsing: groups, then entries, page by page; and one entry by a link."""

from dataclasses import replace

from faq.catalogue.entry import Entry
from handlers import texts
from handlers.asking.answer_view import show, show_simple
from handlers.asking.ask import stale
from handlers.asking.replying import pressed
from handlers.desk import Desk
from handlers.messages import Button, Reply
from handlers.reading.numbers import parse_count
from handlers.texts import say

PAGE = 7  # entries that fit on a phone without scrolling
LINK = "f_"  # what a deep link to an entry begins with


async def topics(_: str, desk: Desk) -> list[Reply]:
    """Show the groups."""
    corpus = desk.house.lookup.corpus
    filled = {e.group for e in corpus.entries.values() if e.is_valid(desk.today)}
    rows = tuple(
        (Button(title, "group", f"{name}.0"),)
        for name, title in corpus.groups.items()
        if name in filled
    )
    return [Reply(desk.here, say(texts.asking.TOPICS), rows)]


async def group(value: str, desk: Desk) -> list[Reply]:
    """Show a page of a group's entries."""
    name, _, number = value.partition(".")
    entries = [
        e
        for e in desk.house.lookup.corpus.entries.values()
        if e.group == name and e.is_valid(desk.today)
    ]
    pages = -(-len(entries) // PAGE)
    page = parse_count(number)
    if not 0 <= page < pages:
        return [stale(desk)]
    shown = entries[page * PAGE : (page + 1) * PAGE]
    rows: list[tuple[Button, ...]] = [(Button(e.title, "entry", e.id),) for e in shown]
    turns = []
    if page > 0:
        turns.append(Button("Zurück", "group", f"{name}.{page - 1}"))
    if page + 1 < pages:
        turns.append(Button("Weiter", "group", f"{name}.{page + 1}"))
    if turns:
        rows.append(tuple(turns))
    rows.append((Button("Alle Themen", "topics"),))
    title = desk.house.lookup.corpus.groups[name]
    text = say(texts.asking.TOPIC_PAGE, title=title, page=page + 1, pages=pages)
    return [Reply(desk.here, text, tuple(rows))]


async def entry(entry_id: str, desk: Desk) -> list[Reply]:
    """Show one entry."""
    found = desk.house.lookup.corpus.find(entry_id)
    if not isinstance(found, Entry):
        return [stale(desk)]
    question = await desk.questions.record(desk.asker, found.title, "browsed", (found.id,))
    return [await show(found.id, question, desk)]


async def simple(entry_id: str, desk: Desk) -> list[Reply]:
    """Show one entry in Einfache Sprache."""
    reply = show_simple(entry_id, desk)
    return [replace(reply, question=await pressed(desk)) if reply else stale(desk)]


async def term(name: str, desk: Desk) -> list[Reply]:
    """Explain an official term."""
    found = desk.house.glossary.find(name)
    if found is None:
        return [stale(desk)]
    told = say(texts.asking.TERM, term=found.begriff, meaning=found.erklaerung)
    return [Reply(desk.here, told, question=await pressed(desk))]


def linked_entry(payload: str, desk: Desk) -> str | None:
    """Find the entry a deep link names; links know no dots, so they carry `_` instead."""
    if not payload.startswith(LINK):
        return None
    wanted = payload.removeprefix(LINK)
    ids = desk.house.lookup.corpus.entries
    return next((i for i in ids if wanted in (i, i.replace(".", "_"))), None)
