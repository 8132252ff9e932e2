"""What an editor vouches for: a statement, the facts behind it, whose contact it names."""

import re
from datetime import date

from pydantic import ValidationError

from faq.editing.content import entry_of, sentences_with_figures
from faq.editing.drafts import YEAR
from faq.recognising.disclosure import disclosed
from handlers import texts
from handlers.asking.ask import stale
from handlers.desk import Desk
from handlers.editing import entry_draft as drafts
from handlers.editing.view import receipt
from handlers.messages import Reply
from handlers.reading.numbers import parse_count
from handlers.texts import say


async def checked(value: str, desk: Desk) -> list[Reply]:
    """Take note that an editor has compared a draft with its source today."""
    draft = await desk.drafts.get(parse_count(value))
    if draft is None:
        return [stale(desk)]
    today = desk.today
    given = {"geprueft_am": today.isoformat()}
    if str(draft.content.get("wiedervorlage_am", "")) <= today.isoformat():
        given["wiedervorlage_am"] = date.fromordinal(today.toordinal() + YEAR).isoformat()
    facts = draft.content.get("fakten")
    if not facts and draft.content.get("antwort"):
        given_facts = re.split(r"(?<=[a-zäöüß)][.!?])\s+|\n", str(draft.content["antwort"]))
        desk.drafts.change(draft, desk.me, fakten=[f for f in given_facts if f.strip()])
    desk.drafts.change(draft, desk.me, **given)
    return await drafts.view(draft, desk)


async def facts(value: str, desk: Desk) -> list[Reply]:
    """Take the sentences with new figures among the facts: the editor vouches for the source."""
    draft = await desk.drafts.get(parse_count(value))
    if draft is None:
        return [stale(desk)]
    content = await drafts.ready(draft, desk)
    try:
        entry_of(content)
    except ValidationError:
        return await drafts.view(draft, desk)
    if content.get("geprueft_am") != desk.today.isoformat():
        return receipt(say(texts.editors.ONLY_CHECKED), desk)
    known = [str(fact) for fact in draft.content.get("fakten", ())]
    desk.drafts.change(
        draft, desk.me, fakten=list(dict.fromkeys([*known, *sentences_with_figures(content)]))
    )
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
