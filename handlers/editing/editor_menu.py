"""The editors' menu, the way out, and how things stand."""

from almanac.german import dated_moment
from faq.catalogue.entry import Entry
from faq.editing.entry_life import WORDS, State
from handlers import texts
from handlers.desk import Desk
from handlers.editing.view import Row, receipt, tell, who
from handlers.messages import Button, Reply
from handlers.rich import one_line
from handlers.texts import say

SHOWN = 20  # drafts


async def menu(_: str, desk: Desk) -> list[Reply]:
    """Show what an editor can do."""
    await desk.talks.end(desk.talker)
    drafts = await desk.drafts.all()
    imports = await desk.imports.open()
    rows: list[Row] = [
        (Button("Eintrag suchen", "faq_find"), Button("Neuer Eintrag", "faq_new")),
        (Button("Alle Einträge", "faq_list"), Button(f"Entwürfe ({len(drafts)})", "faq_drafts")),
        (Button("Lücken", "faq_gaps"), Button("Statistik", "faq_stats", "7")),
        (Button("Ausfuhr", "faq_export"), Button("Einfuhr", "faq_import")),
    ]
    rows += [
        (Button(f"Einfuhr ansehen: {one_line(i.name, 30)}", "faq_plan", str(i.id)),)
        for i in imports
    ]
    rows.append((Button("Stand", "faq_status"), Button("Abbrechen", "faq_stop")))
    corpus = desk.house.lookup.corpus
    count = len(corpus.entries) + len(corpus.redirects)
    return tell(say(texts.editors.MENU, entries=count, drafts=len(drafts)), desk, *rows)


async def stop(_: str, desk: Desk) -> list[Reply]:
    """Leave whatever an editor is in the middle of; drafts stay."""
    await desk.talks.end(desk.talker)
    return receipt(say(texts.editors.STOPPED), desk)


async def drafts(_: str, desk: Desk) -> list[Reply]:
    """List what is not live yet."""
    await desk.talks.end(desk.talker)
    found = (await desk.drafts.all())[:SHOWN]
    back = (Button("Zurück", "faq"), Button("Abbrechen", "faq_stop"))
    if not found:
        return tell(say(texts.editors.NO_DRAFTS), desk, back)
    lines = say("\n").join(
        say(
            texts.editors.DRAFT_LINE,
            number=number,
            title=draft.content.get("titel") or draft.entry_id or "ohne Titel",
            state=WORDS[State(draft.state)],
            when=dated_moment(draft.changed_at),
            author=who(draft.author),
        )
        for number, draft in enumerate(found, 1)
    )
    rows = [
        (
            Button(
                one_line(f"{number}. {draft.content.get('titel') or 'ohne Titel'}", 50),
                "faq_draft",
                str(draft.id),
            ),
        )
        for number, draft in enumerate(found, 1)
    ]
    return tell(say(texts.editors.DRAFTS, lines=lines), desk, *rows, back)


async def status(_: str, desk: Desk) -> list[Reply]:
    """Say how the FAQ and the desk stand."""
    rows = await desk.entries.all()
    corpus = desk.house.lookup.corpus
    entries = [e for e in corpus.all() if isinstance(e, Entry)]
    text = say(
        texts.editors.STATUS,
        published=sum(row.state == State.PUBLISHED for row in rows),
        archived=sum(row.state == State.ARCHIVED for row in rows),
        drafts=len(await desk.drafts.all()),
        expired=sum(not e.is_valid(desk.today) for e in entries),
        due=sum(e.review_on <= desk.today for e in entries),
        number=await desk.entries.number(),
        tickets=len(await desk.queue.waiting(1000)),
        meaning="an" if desk.house.lookup.is_slow else "aus",
        four_eyes="an" if desk.house.four_eyes else "aus",
    )
    return tell(text, desk, (Button("Zurück", "faq"), Button("Abbrechen", "faq_stop")))
