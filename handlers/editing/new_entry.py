"""A new entry: topic first, then what it is asked for, one after the other."""

from faq.editing.stored import FaqDraft
from handlers import texts
from handlers.asking.ask import stale
from handlers.desk import Desk
from handlers.editing import entry_draft as drafts
from handlers.editing import fields
from handlers.editing.view import Row, tell, way_back
from handlers.messages import Button, Reply
from handlers.reading.numbers import parse_count
from handlers.texts import say


async def begin(_: str, desk: Desk) -> list[Reply]:
    """Ask for the topic of a new entry."""
    await desk.talks.end(desk.talker)
    return tell(say(texts.editors.WHICH_GROUP), desk, *_groups("", desk), way_back("faq"))


async def topic(value: str, desk: Desk) -> list[Reply]:
    """Ask for the topic of a draft that has none yet."""
    draft = await desk.drafts.get(parse_count(value))
    if draft is None:
        return [stale(desk)]
    rows = _groups(f"{draft.id}.", desk)
    return tell(say(texts.editors.WHICH_GROUP), desk, *rows, way_back("faq_draft", value))


async def in_group(value: str, desk: Desk) -> list[Reply]:
    """Begin an entry of a topic, or put a draft under it."""
    number, _, name = value.rpartition(".")
    if name not in desk.house.lookup.corpus.groups:
        return [stale(desk)]
    if not number:
        draft = await desk.drafts.start(name, desk.me, {})
        return await go_on(draft, desk)
    found = await desk.drafts.get(parse_count(number))
    if found is None or found.base:
        return [stale(desk)]
    desk.drafts.change(found, desk.me, id=f"{name}.")
    return await go_on(found, desk)


async def go_on(draft: FaqDraft, desk: Desk) -> list[Reply]:
    """Ask for what is missing, or show the draft."""
    missing = [key for key in fields.GUIDE if not draft.content.get(key)]
    return await (fields.ask(draft, missing[0], desk) if missing else drafts.view(draft, desk))


def _groups(prefix: str, desk: Desk) -> list[Row]:
    buttons = [
        Button(title, "faq_group", f"{prefix}{name}")
        for name, title in desk.house.lookup.corpus.groups.items()
    ]
    return [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]
