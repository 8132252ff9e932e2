"""The versions of an entry: who, when, what; any of them can be brought back in two taps."""

from markupsafe import Markup

from almanac.german import dated_moment
from handlers import texts
from handlers.asking.ask import stale
from handlers.desk import Desk
from handlers.editing import find
from handlers.editing.view import Row, difference, fits, tell, way_back, who
from handlers.messages import Button, Reply
from handlers.reading.numbers import parse_count
from handlers.texts import say

SHOWN = 10  # versions


async def history(entry_id: str, desk: Desk) -> list[Reply]:
    """List the versions of an entry, the newest first."""
    await desk.talks.end(desk.talker)
    found = await desk.entries.history(entry_id)
    if not found:
        return [stale(desk)]
    lines = Markup("\n").join(
        say(
            texts.editors.VERSION_LINE,
            number=v.number,
            when=dated_moment(v.at),
            who=who(v.author),
            note=v.note,
        )
        for v in found[:SHOWN]
    )
    rows: list[Row] = []
    for v in found[:SHOWN]:
        target = f"{entry_id}.{v.number}"
        row = [Button(f"Version {v.number} ansehen", "faq_version", target)]
        if v is not found[0]:
            row.append(Button("Wiederherstellen", "faq_restore", target))
        if fits("faq_version", target):
            rows.append(tuple(row))
    text = say(texts.editors.HISTORY, title=found[0].content["titel"], lines=lines)
    return tell(text, desk, *rows, way_back("faq_show", entry_id))


async def version(value: str, desk: Desk) -> list[Reply]:
    """Show one version, and what it changed."""
    entry_id, _, number = value.rpartition(".")
    found = await desk.entries.version(entry_id, parse_count(number))
    if found is None:
        return [stale(desk)]
    before = await desk.entries.version(entry_id, found.number - 1)
    changed = difference(before.content, found.content) if before else Markup()
    text = say(
        texts.editors.VERSION,
        title=found.content["titel"],
        number=found.number,
        when=dated_moment(found.at),
        who=who(found.author),
        note=found.note,
        changes=changed
        or say("{answer}", answer=found.content["antwort"])
        + "\n\n"
        + say(texts.editors.FIRST_VERSION if before is None else texts.editors.NO_CHANGES),
    )
    rows: list[Row] = []
    row_of = await desk.entries.find(entry_id)
    if row_of and row_of.version != found.number:
        rows.append((Button("Wiederherstellen", "faq_restore", value),))
    return tell(text, desk, *rows, way_back("faq_history", entry_id))


async def by_words(words: str, name: str, desk: Desk) -> list[Reply]:
    """Show the versions of the entry that is named, or let the editor choose one."""
    if not words:
        return tell(say(texts.editors.WHICH_ENTRY, name=name), desk, way_back("faq"))
    if await desk.entries.find(words.strip()):
        return await history(words.strip(), desk)
    return await find.find(words, desk)


async def history_by_words(words: str, desk: Desk) -> list[Reply]:
    """Show the versions of an entry."""
    return await by_words(words, "faq_verlauf", desk)


async def restore_by_words(words: str, desk: Desk) -> list[Reply]:
    """Show the versions of an entry, to bring one of them back."""
    return await by_words(words, "faq_wiederherstellen", desk)


async def remove_by_words(words: str, desk: Desk) -> list[Reply]:
    """Find the entry to archive."""
    if not words:
        text = say(texts.editors.WHICH_ENTRY, name="faq_loeschen")
        return tell(text, desk, way_back("faq"))
    return await find.find(words, desk)
