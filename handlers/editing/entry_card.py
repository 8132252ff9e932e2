"""An entry as editors see it: with its state, its dates, and what can be done to it."""

from typing import Any

from faq.editing.content import is_redirect, label
from faq.editing.entry_life import WORDS, State
from faq.editing.stored import FaqEntry
from faq.editing.vouching import STAMPS
from handlers import texts
from handlers.asking.ask import stale
from handlers.desk import Desk
from handlers.editing.view import Row, day, fits, tell, way_back
from handlers.messages import Button, Reply
from handlers.texts import say


async def show(entry_id: str, desk: Desk) -> list[Reply]:
    """Show an entry."""
    await desk.talks.end(desk.talker)
    row = await desk.entries.find(entry_id)
    version = await desk.entries.version(entry_id, row.version) if row else None
    if row is None or version is None:
        return [stale(desk)]
    content = version.content
    text = say(
        texts.editors.ENTRY,
        title=content["titel"],
        entry_id=row.id,
        state=WORDS[State(row.state)],
        version=row.version,
        answer=content["antwort"],
        variants=len(content.get("fragen", ())),
        checked=_checked(content, desk),
    )
    entry = desk.house.lookup.corpus.entries.get(row.id)
    if entry and not entry.is_valid(desk.today):
        text += say(texts.editors.NOT_VALID)
    desk.house.rehearsal.warm(desk.house.lookup.corpus)
    return tell(text, desk, *_buttons(row, content), way_back("faq"))


def _buttons(row: FaqEntry, content: dict[str, Any]) -> list[Row]:
    if row.state == State.ARCHIVED:
        rows: list[Row] = [
            (
                Button("Wiederherstellen", "faq_restore", f"{row.id}.{row.version}"),
                Button("Verlauf", "faq_history", row.id),
            )
        ]
    else:
        fields: list[tuple[tuple[str, str], ...]] = [
            (("Antwort ändern", "antwort"), ("Titel", "titel")),
            (("Formulierungen", "fragen"), ("Stichworte", "stichworte")),
        ]
        if not is_redirect(content):
            fields += [
                (("Mehr dazu", "mehr"), ("Einfache Sprache", "einfach")),
                (("Gültigkeit", "gueltig"), ("Quelle und Stand", "quellen")),
                (("Fakten", "fakten"), ("Wiedervorlage", "wiedervorlage_am")),
            ]
        rows = [
            tuple(Button(label, "faq_at", f"{row.id}.{key}") for label, key in pair)
            for pair in fields
        ]
        rows.append(
            (Button("Verlauf", "faq_history", row.id), Button("Archivieren", "faq_remove", row.id))
        )
    return [kept for r in rows if (kept := tuple(b for b in r if fits(b.action, b.value)))]


def _checked(content: dict[str, Any], desk: Desk) -> str:
    if is_redirect(content):
        return ""
    known = desk.house.lookup.corpus.sources
    names = [known[key].title if key in known else key for key in content.get("quellen", ())]
    since, until = content.get("gueltig_von"), content.get("gueltig_bis")
    valid = ""
    if since or until:
        valid = (
            texts.editors.VALID.format(
                since=f"von {day(since)}" if since else "",
                until=f"bis {day(until)}" if until else "",
            )
            .replace("  ", " ")
            .replace(" .", ".")
        )
    days = [day(content.get("geprueft_am"))]
    days += [
        f"{label(key)} am {day(content[s])}"
        for key, s in STAMPS.items()
        if key != "antwort" and s in content
    ]
    return texts.editors.CHECKED.format(
        checked=", ".join(days),
        review=day(content.get("wiedervorlage_am")),
        sources="; ".join(names) or texts.editors.NO_SOURCE_YET,
        valid=valid,
    )
