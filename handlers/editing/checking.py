"""What an editor vouches for: a field looked at, the facts behind it, whose contact it names."""

from faq.editing.content import TOLD, label
from faq.editing.stored import FaqDraft
from faq.editing.vouching import looked_at, repeated, sentences, to_look_at, to_vouch_for
from faq.recognising.disclosure import disclosed
from handlers import texts
from handlers.asking.ask import stale
from handlers.desk import Desk
from handlers.editing import entry_draft as drafts
from handlers.editing.view import day, receipt, tell, way_back
from handlers.messages import Button, Reply
from handlers.reading.numbers import parse_count
from handlers.texts import say


async def checked(value: str, desk: Desk) -> list[Reply]:
    """Take note that an editor has compared a draft with its source today.

    One field that was just written counts as looked at; others are shown first, one by one.
    """
    draft = await desk.drafts.get(parse_count(value))
    if draft is None:
        return [stale(desk)]
    before = await drafts.base_of(draft, desk)
    waiting = to_look_at(before, draft.content, draft.seen, desk.today)
    if not waiting:
        return await drafts.view(draft, desk)
    first, twice = waiting[0], repeated(before, draft.content, desk.today)
    if waiting == [first] and first not in twice and before.get(first) != draft.content[first]:
        return await _look_at(draft, first, desk)
    return await _show(draft, first, desk)


async def look(value: str, desk: Desk) -> list[Reply]:
    """Show a field of a draft, to be compared with its source."""
    number, _, key = value.partition(".")
    draft = await desk.drafts.get(parse_count(number))
    if draft is None or key not in TOLD or not draft.content.get(key):
        return [stale(desk)]
    return await _show(draft, key, desk)


async def seen(value: str, desk: Desk) -> list[Reply]:
    """Take note that an editor has compared one field with its source today."""
    number, _, key = value.partition(".")
    draft = await desk.drafts.get(parse_count(number))
    if draft is None or key not in TOLD or not draft.content.get(key):
        return [stale(desk)]
    return await _look_at(draft, key, desk)


async def _look_at(draft: FaqDraft, key: str, desk: Desk) -> list[Reply]:
    before = await drafts.base_of(draft, desk)
    facts = [str(fact) for fact in draft.content.get("fakten", ())]
    fresh: list[str] = []
    if not draft.base and not facts:
        fresh = sentences(draft.content, [key])
    elif before.get(key) == draft.content[key]:  # what stood there was vouched for, and is again
        fresh = to_vouch_for(draft.content, [key])
    if fresh:
        desk.drafts.change(draft, desk.me, fakten=[*facts, *fresh])
    desk.drafts.look_at(draft, desk.me, key)
    waiting = to_look_at(before, draft.content, draft.seen, desk.today)
    return await (_show(draft, waiting[0], desk) if waiting else drafts.view(draft, desk))


async def _show(draft: FaqDraft, key: str, desk: Desk) -> list[Reply]:
    before = await drafts.base_of(draft, desk)
    known, own = await desk.entries.sources(), draft.content.get("quellen", ())
    words = repeated(before, draft.content, desk.today).get(key, ())
    text = say(
        texts.editors.LOOK,
        label=label(key),
        text=draft.content[key],
        sources="; ".join(known[k].title if k in known else str(k) for k in own)
        or texts.editors.NO_SOURCE_YET,
        checked=day(looked_at(draft.content, key)),
    )
    if words:
        struck = ", ".join(f"„{word}“" for word in words)
        text = say(texts.editors.LOOK_STRUCK, words=struck) + text
    number = f"{draft.id}.{key}"
    rows = (
        (
            Button("Stimmt, heute geprüft", "faq_seen", number),
            Button("Ändern", "faq_field", number),
        ),
        way_back("faq_draft", str(draft.id)),
    )
    return tell(text, desk, *rows)


async def facts(value: str, desk: Desk) -> list[Reply]:
    """Take the sentences with new figures among the facts: the editor vouches for the source."""
    draft = await desk.drafts.get(parse_count(value))
    if draft is None:
        return [stale(desk)]
    before = await drafts.base_of(draft, desk)
    if any(
        draft.content.get(k) != before.get(k) and k not in draft.seen
        for k in TOLD
        if draft.content.get(k)
    ):
        return receipt(say(texts.editors.ONLY_CHECKED), desk)
    known = [str(fact) for fact in draft.content.get("fakten", ())]
    fresh = to_vouch_for(draft.content)
    desk.drafts.change(draft, desk.me, fakten=[*known, *fresh])
    return await drafts.view(draft, desk)


async def contacts(value: str, desk: Desk) -> list[Reply]:
    """Take numbers and addresses for those of offices: an editor says that no person has them."""
    draft = await desk.drafts.get(parse_count(value))
    if draft is None:
        return [stale(desk)]
    found = [d.words for d in disclosed(draft.content) if d.may_be_of_an_office]
    known = [str(contact) for contact in draft.content.get("kontakte", ())]
    desk.drafts.change(draft, desk.me, kontakte=list(dict.fromkeys([*known, *found])))
    return await drafts.view(draft, desk)
