"""The sources of a draft: what every answer stands on."""

from urllib.parse import urlsplit

from markupsafe import Markup

from faq.catalogue.entry import Source
from faq.editing.content import is_redirect, source_document
from faq.editing.stored import FaqDraft
from faq.german.text import words
from faq.recognising.disclosure import disclosed
from handlers import texts
from handlers.asking.ask import stale
from handlers.desk import Desk
from handlers.editing import entry_draft as drafts
from handlers.editing.view import EDITING, NOTHING, Row, day, receipt, tell, way_back
from handlers.messages import Button, Reply
from handlers.reading.numbers import parse_count
from handlers.rich import one_line
from handlers.texts import say
from people.conversation import Conversation

OFFERED = 8  # sources on buttons, those the topic uses most


async def ask(draft: FaqDraft, desk: Desk, notice: Markup = NOTHING) -> list[Reply]:
    """Show the sources of a draft, and offer others."""
    await desk.talks.await_(desk.talker, "faq_source", EDITING, draft=draft.id)
    known = await desk.entries.sources()
    own = [str(key) for key in draft.content.get("quellen", ())]
    text = say(
        texts.editors.SOURCE,
        sources="; ".join(known[k].title if k in known else k for k in own)
        or texts.editors.NO_SOURCE_YET,
        checked=day(draft.content.get("geprueft_am")),
    )
    rows: list[Row] = []
    if own:
        rows.append((Button("Quelle stimmt, heute geprüft", "faq_checked", str(draft.id)),))
    for key in _likely(draft, known, desk):
        sign = "✓ " if key in own else ""
        rows.append(
            (Button(sign + one_line(known[key].title, 45), "faq_use", f"{draft.id}.{key}"[:50]),)
        )
    return tell(notice + text, desk, *rows, way_back("faq_draft", str(draft.id)))


async def after_guide(draft: FaqDraft, desk: Desk) -> list[Reply]:
    """Go on with a new entry whose texts are written: what others answer needs no source."""
    if is_redirect(draft.content):
        return await drafts.view(draft, desk)
    return await ask(draft, desk)


async def use(value: str, desk: Desk) -> list[Reply]:
    """Take a source for a draft, or off it again."""
    number, _, key = value.partition(".")
    draft = await desk.drafts.get(parse_count(number))
    if draft is None or key not in await desk.entries.sources():
        return [stale(desk)]
    own = [str(k) for k in draft.content.get("quellen", ())]
    if own == [key]:
        return receipt(say(texts.editors.ONE_SOURCE), desk)
    chosen = [k for k in own if k != key] if key in own else [*own, key]
    desk.drafts.change(draft, desk.me, quellen=chosen)
    return await ask(draft, desk)


async def take(text: str, talk: Conversation, desk: Desk) -> list[Reply] | None:
    """Take a new source: title, date, address."""
    draft = await desk.drafts.get(int(talk.details["draft"]))
    if draft is None:
        return None
    parts = [part.strip() for part in text.split(";")]
    url = parts[2] if len(parts) > 2 else ""  # noqa: PLR2004 - the third
    address = urlsplit(url)
    bad = url and (address.scheme not in ("http", "https") or not address.hostname)
    longest = max(map(len, parts))
    if len(parts) not in (2, 3) or not all(parts[:2]) or bad or longest > 300:  # noqa: PLR2004 - three short parts
        text_ = say(texts.editors.BAD_SOURCE)
        return tell(text_, desk, way_back("faq_draft", str(draft.id)))
    source = Source(title=parts[0], as_of=parts[1], url=url or None)
    if found := disclosed(source_document(source)):
        told = say("{why}", why=found[0].sentence)
        return tell(told, desk, way_back("faq_draft", str(draft.id)))
    key = _key(parts[0], await desk.entries.sources())
    await desk.entries.add_source(key, source)
    desk.audit.note(desk.me, "Quelle angelegt", key, parts[0])
    own = [str(k) for k in draft.content.get("quellen", ())]
    desk.drafts.change(draft, desk.me, quellen=[*own, key])
    return await ask(draft, desk)


def _likely(draft: FaqDraft, known: dict[str, Source], desk: Desk) -> list[str]:
    group = str(draft.content.get("id", "")).partition(".")[0]
    counts: dict[str, int] = {}
    for entry in desk.house.lookup.corpus.entries.values():
        for key in entry.sources:
            counts[key] = counts.get(key, 0) + (100 if entry.group == group else 1)
    own = [str(key) for key in draft.content.get("quellen", ())]
    ordered = sorted(known, key=lambda key: (-counts.get(key, 0), key))
    return list(dict.fromkeys([*(k for k in own if k in known), *ordered]))[:OFFERED]


def _key(title: str, known: dict[str, Source]) -> str:
    bare = "".join(words(title))[:24] or "quelle"
    return next(k for k in (bare, *(f"{bare}{at}" for at in range(2, 1000))) if k not in known)
