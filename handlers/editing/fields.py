"""Writing a field of a draft: asked for, taken, checked for length and form."""

import re
from datetime import date
from typing import Any

from markupsafe import Markup

from faq.editing.content import LONGEST, LONGEST_LINE, MOST_LINES, label
from faq.editing.stored import FaqDraft
from faq.lint import ANSWER
from handlers import texts
from handlers.asking.ask import stale
from handlers.desk import Desk
from handlers.editing import entry_draft as drafts
from handlers.editing import source
from handlers.editing.view import EDITING, NOTHING, day, tell, way_back
from handlers.messages import Reply
from handlers.reading.numbers import parse_count
from handlers.rich import one_line
from handlers.texts import say
from people.conversation import Conversation

TEXTS = ("titel", "antwort", "mehr", "einfach")
LISTS = ("fragen", "stichworte", "fakten")
DATES = ("gueltig", "wiedervorlage_am")
OPTIONAL = ("mehr", "einfach")
DATE = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
# What a new entry is asked for, one after the other.
GUIDE = {
    "titel": texts.editors.NEW_TITLE,
    "antwort": texts.editors.NEW_ANSWER,
    "fragen": texts.editors.NEW_VARIANTS,
}


async def at_entry(value: str, desk: Desk) -> list[Reply]:
    """Begin to change a field of an entry."""
    entry_id, _, key = value.rpartition(".")
    opened = await drafts.open_entry(entry_id, desk)
    if isinstance(opened, list):
        return opened
    return await ask(opened[0], key, desk, opened[1])


async def at_draft(value: str, desk: Desk) -> list[Reply]:
    """Change a field of a draft."""
    number, _, key = value.partition(".")
    draft = await desk.drafts.get(parse_count(number))
    return await ask(draft, key, desk) if draft else [stale(desk)]


async def ask(draft: FaqDraft, key: str, desk: Desk, notice: Markup = NOTHING) -> list[Reply]:
    """Ask for the new words of a field, and show the present ones."""
    if key == "quellen":
        return await source.ask(draft, desk, notice)
    if key not in (*TEXTS, *LISTS, *DATES):
        return [stale(desk)]
    await desk.talks.await_(desk.talker, "faq_field", EDITING, draft=draft.id, field=key)
    if not draft.content.get(key) and not draft.base and key in GUIDE:
        text = say(GUIDE[key], longest=LONGEST.get(key, LONGEST_LINE))
    else:
        text = say(
            texts.editors.PLEASE_WRITE,
            label="Gültigkeit" if key == "gueltig" else label(key),
            longest=LONGEST.get(key, LONGEST_LINE if key in LISTS else 30),
            before=_present(draft, key),
            how=_how(key),
        )
    return tell(notice + text, desk, way_back("faq_draft", str(draft.id)))


async def take(text: str, talk: Conversation, desk: Desk) -> list[Reply] | None:
    """Take the words for a field."""
    draft = await desk.drafts.get(int(talk.details["draft"]))
    if draft is None:
        return None
    key = str(talk.details["field"])
    changed = _read(text, key, draft)
    if isinstance(changed, str):
        return tell(say("{why}", why=changed), desk, way_back("faq_draft", str(draft.id)))
    desk.drafts.change(draft, desk.me, **changed)
    missing = [k for k in GUIDE if not draft.content.get(k)]
    if not draft.base and missing:
        return await ask(draft, missing[0], desk)
    if not draft.base and not draft.content.get("quellen") and key in GUIDE:
        return await source.after_guide(draft, desk)
    length = len(str(draft.content.get("antwort", "")))
    notice = NOTHING
    if key == "antwort" and length > ANSWER:
        notice = say(texts.editors.LONG_FOR_A_PHONE, length=length, good=ANSWER)
    return await drafts.view(draft, desk, notice)


def _read(text: str, key: str, draft: FaqDraft) -> dict[str, Any] | str:
    """Read what was typed; a sentence says what is wrong with it."""
    if key in DATES:
        return _dates(text, key)
    if key in LISTS:
        return _lines(text, key, draft)
    if key in OPTIONAL and text.strip() == "-":
        return {key: None}
    words = " ".join(text.split()) if key == "titel" else text.strip()
    if len(words) > LONGEST[key]:
        return texts.editors.TOO_LONG.format(length=len(words), longest=LONGEST[key])
    return {key: words}


def _lines(text: str, key: str, draft: FaqDraft) -> dict[str, Any] | str:
    kept = [str(line) for line in draft.content.get(key, ())]
    if found := re.fullmatch(r"[-−–]\s*([\d\s,;]+)", text.strip()):
        gone = {int(number) for number in re.findall(r"\d{1,4}", found[1])}
        if strange := [n for n in sorted(gone) if not 1 <= n <= len(kept)]:
            return texts.editors.NO_SUCH_LINE.format(number=strange[0], count=len(kept))
        return {key: [line for at, line in enumerate(kept, 1) if at not in gone]}
    separator = r"[\n,;]" if key == "stichworte" else r"\n"
    lines = [" ".join(line.split()) for line in re.split(separator, text) if line.strip()]
    if longest := max((len(line) for line in lines if len(line) > LONGEST_LINE), default=0):
        return texts.editors.TOO_LONG.format(length=longest, longest=LONGEST_LINE)
    whole = list(dict.fromkeys([*kept, *lines]))
    if len(whole) > MOST_LINES:
        return f"{label(key)}: {len(whole)} Zeilen, höchstens {MOST_LINES}."
    return {key: whole}


def _dates(text: str, key: str) -> dict[str, Any] | str:
    how = texts.editors.HOW_REVIEW if key == "wiedervorlage_am" else texts.editors.HOW_DATE
    if key == "gueltig" and text.strip() == "-":
        return {"gueltig_von": None, "gueltig_bis": None}
    try:
        days = [date(int(y), int(m), int(d)).isoformat() for d, m, y in DATE.findall(text)]
    except ValueError:
        days = []
    if key == "wiedervorlage_am" and len(days) == 1:
        return {key: days[0]}
    if key == "gueltig" and len(days) == 2:  # noqa: PLR2004 - from and until
        return {"gueltig_von": days[0], "gueltig_bis": days[1]}
    if key == "gueltig" and len(days) == 1:
        only_end = text.strip().lower().startswith("bis")
        return {
            "gueltig_von": None if only_end else days[0],
            "gueltig_bis": days[0] if only_end else None,
        }
    return texts.editors.NO_DATE.format(how=how)


def _how(key: str) -> str:
    if key == "fakten":
        return texts.editors.HOW_FACTS
    if key in LISTS:
        return texts.editors.HOW_LINES
    if key in DATES:
        return texts.editors.HOW_REVIEW if key == "wiedervorlage_am" else texts.editors.HOW_DATE
    return texts.editors.HOW_OPTIONAL if key in OPTIONAL else texts.editors.HOW_TEXT


def _present(draft: FaqDraft, key: str) -> str:
    content = draft.content
    if key == "gueltig":
        since, until = content.get("gueltig_von"), content.get("gueltig_bis")
        return f"von {day(since)} bis {day(until)}" if since or until else "gilt immer"
    if key == "wiedervorlage_am":
        return day(content.get(key))
    if key in LISTS:
        lines = enumerate(content.get(key, ()), 1)
        written = "\n".join(f"{at}. {one_line(str(line), 120)}" for at, line in lines)
        return written or texts.editors.NOTHING_YET
    return str(content.get(key) or texts.editors.NOTHING_YET)
