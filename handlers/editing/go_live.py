"""Going live: the Gegenprobe, the second pair of eyes, publishing, and somebody else first."""

from markupsafe import Markup

from almanac.german import dated_moment
from faq.catalogue.entry import Redirect
from faq.editing.content import entry_of
from faq.editing.difference import summary
from faq.editing.entries import Outdated
from faq.editing.entry_life import Forbidden, State
from faq.editing.stored import FaqDraft
from faq.insight.rehearsal import Outcome, Result
from handlers import texts
from handlers.asking.ask import stale
from handlers.desk import Desk
from handlers.editing import elsewhere, notice
from handlers.editing import entry_draft as drafts
from handlers.editing.view import (
    Row,
    difference,
    fits,
    receipt,
    tell,
    title_of,
    way_back,
    who,
)
from handlers.messages import Address, Button, Reply
from handlers.reading.numbers import parse_count, parse_pair
from handlers.rich import one_line
from handlers.texts import say
from people.person import Role

SHOWN = 8  # questions that would get another answer


async def rehearse(value: str, desk: Desk) -> list[Reply]:
    """Show what a draft changes, and what people would then be answered."""
    draft = await desk.drafts.get(parse_count(value))
    if draft is None:
        return [stale(desk)]
    if outdated := await _outdated(draft, desk):
        return outdated
    return await _rehearsed(draft, Markup(), desk)


async def remove(entry_id: str, desk: Desk) -> list[Reply]:
    """Rehearse that an entry is archived."""
    row = await desk.entries.find(entry_id)
    if row is None:
        return [stale(desk)]
    try:
        draft = await desk.drafts.removal(row, desk.me)
    except Forbidden as error:
        return [drafts.forbidden(error, desk)]
    return await _rehearsed(draft, Markup(), desk)


async def restore(value: str, desk: Desk) -> list[Reply]:
    """Rehearse that an older version is served again."""
    entry_id, _, number = value.rpartition(".")
    row = await desk.entries.find(entry_id)
    if row is None:
        return [stale(desk)]
    try:
        draft = await desk.drafts.restoration(row, parse_count(number), desk.me)
    except Forbidden as error:
        return [drafts.forbidden(error, desk)]
    if draft is None:
        return [stale(desk)]
    lead = say(texts.editors.RESTORING, title=draft.content["titel"], version=number)
    return await _rehearsed(draft, lead, desk)


async def _rehearsed(draft: FaqDraft, lead: Markup, desk: Desk) -> list[Reply]:
    before = await drafts.base_of(draft, desk)
    content = await drafts.ready(draft, desk)
    if not await _is_ready(draft, desk):
        return await drafts.view(draft, desk)
    new = None if draft.removes else entry_of(content)
    title = str(content["titel"])
    if draft.removes:
        lead = say(texts.editors.REMOVING, title=title, entry_id=content["id"])
    elif shown := difference(before, content):
        lead += shown + "\n\n"
    corpus = desk.house.lookup.corpus
    result = desk.house.rehearsal.result(
        corpus, {content["id"]: new}, await desk.learning.praised()
    )
    draft.rehearsed = draft.revision
    text = lead + told(result, desk, new)
    if not draft.removes:
        text += drafts.besides(draft, before, desk)
        text += elsewhere.told(await elsewhere.places([(before, content)], desk))
    number = str(draft.id)
    verb = "Archivieren" if draft.removes else "Veröffentlichen"
    publish: Row = (Button(verb, "faq_publish", f"{number}.{draft.revision}"),)
    if not draft.removes:
        text += say(texts.editors.MIND_NAMES)
    if _needs_other(draft, desk):
        text += say(texts.editors.FOUR_EYES)
        publish = (Button("Zur Prüfung geben", "faq_submit", number),)
    rows = [publish]
    if draft.state == State.REVIEW:
        rows.append((Button("Zurückgeben", "faq_return", number),))
    rows.append((Button("Entwurf verwerfen", "faq_discard", number),))
    return tell(text, desk, *rows, way_back("faq_draft", number))


def told(result: Result, desk: Desk, new: Redirect | None = None) -> Markup:
    """Say what the Gegenprobe has found."""
    text = say(texts.editors.REHEARSED, asked=result.asked, stored=result.stored)
    if not result.turned:
        text += say(texts.editors.ALL_THE_SAME)
    else:
        count = len(result.turned)
        lines = Markup("\n").join(
            say(
                texts.editors.TURNED_LINE,
                question=one_line(one.asked.text, 90),
                origin=one.asked.origin,
                before=_outcome(one.before, desk, new),
                after=_outcome(one.after, desk, new),
            )
            for one in result.turned[:SHOWN]
        )
        counted = "1 Frage bekäme" if count == 1 else f"{count} Fragen bekämen"
        text += say(texts.editors.TURNED, count=counted, lines=lines)
        if count > SHOWN:
            text += say(texts.editors.AND_MORE, count=count - SHOWN)
        text += say(texts.editors.TOO_FEW)
    if result.gained:
        counted = "1 Frage findet" if result.gained == 1 else f"{result.gained} Fragen finden"
        text += say(texts.editors.GAINED, count=counted)
    return text


def _outcome(outcome: Outcome, desk: Desk, new: Redirect | None) -> str:
    def name(entry_id: str) -> str:
        return new.title if new and new.id == entry_id else title_of(entry_id, desk)

    if outcome.answer:
        return texts.editors.AN_ANSWER.format(title=name(outcome.answer))
    if outcome.offered:
        return texts.editors.SUGGESTIONS.format(titles="; ".join(map(name, outcome.offered)))
    return texts.editors.NO_ANSWER


async def publish(  # noqa: PLR0911 - one reason not to publish after the other
    value: str, desk: Desk
) -> list[Reply]:
    """Let a draft go live, exactly as the Gegenprobe has seen it."""
    number, revision = parse_pair(value)
    draft = await desk.drafts.get(number)
    if draft is None:
        return receipt(say(texts.editors.GONE), desk)
    if not revision == draft.revision == draft.rehearsed:
        again = (Button("Gegenprobe", "faq_rehearse", str(draft.id)),)
        return tell(say(texts.editors.REHEARSE_AGAIN), desk, again, way_back("faq"))
    if _needs_other(draft, desk):
        return await submit(str(draft.id), desk)
    if outdated := await _outdated(draft, desk):
        return outdated
    before = await drafts.base_of(draft, desk)
    content = await drafts.ready(draft, desk)
    if not await _is_ready(draft, desk):
        return await drafts.view(draft, desk)
    removes, asked = draft.removes, list(draft.asked)
    draft.content = content
    what = "archiviert" if removes else (draft.note or summary(before, content))
    try:
        version = await desk.drafts.publish(draft, desk.me, "neu" if not before else what)
    except Outdated:
        return await _outdated(draft, desk) or [stale(desk)]
    desk.audit.note(desk.me, "archiviert" if removes else "veröffentlicht", version.entry_id, what)
    title = str(content["titel"])
    if removes:
        return tell(say(texts.editors.ARCHIVED, title=title), desk, (Button("Menü", "faq"),))
    repeating = await elsewhere.places([(before, content)], desk)
    text = say(texts.editors.PUBLISHED, title=title, version=version.number)
    text += elsewhere.told(repeating)
    rows = elsewhere.buttons(repeating, desk)
    if fits("faq_tell", f"{version.entry_id}.{version.number}") and await notice.concerned(
        version.entry_id, version.number, desk
    ):
        target = f"{version.entry_id}.{version.number}"
        rows.append((Button("Betroffene benachrichtigen", "faq_tell", target),))
    rows.append((Button("Ansehen", "faq_show", version.entry_id), Button("Menü", "faq")))
    thanks = await notice.thanks(asked, version.entry_id, title, desk) if not before else []
    return [*tell(text, desk, *rows), *thanks]


async def submit(value: str, desk: Desk) -> list[Reply]:
    """Lay a draft before a second person, and tell the other editors."""
    draft = await desk.drafts.get(parse_count(value))
    if draft is None:
        return [stale(desk)]
    if draft.state != State.REVIEW:
        try:
            desk.drafts.submit(draft)
        except Forbidden as error:
            return [drafts.forbidden(error, desk)]
    title = str(draft.content.get("titel", "ohne Titel"))
    look = (Button("Ansehen", "faq_draft", str(draft.id)),)
    others = [
        p.address for p in await desk.people.with_roles() if _may_review(p.role, p.address, desk)
    ]
    call = say(texts.editors.PLEASE_REVIEW, who=who(desk.me), title=title)
    return [
        *receipt(say(texts.editors.SUBMITTED, title=title), desk, (Button("Menü", "faq"),)),
        *(Reply(Address.parse(address), call, (look,)) for address in others),
    ]


async def hand_back(value: str, desk: Desk) -> list[Reply]:
    """Hand a draft back to whoever has written it."""
    draft = await desk.drafts.get(parse_count(value))
    if draft is None:
        return [stale(desk)]
    try:
        desk.drafts.hand_back(draft)
    except Forbidden as error:
        return [drafts.forbidden(error, desk)]
    title = str(draft.content.get("titel", "ohne Titel"))
    replies = receipt(say(texts.editors.HANDED_BACK, title=title), desk, (Button("Menü", "faq"),))
    if draft.author == desk.me:
        return replies
    news = say(texts.editors.HANDED_BACK_TO_YOU, who=who(desk.me), title=title)
    look = (Button("Ansehen", "faq_draft", str(draft.id)),)
    return [*replies, Reply(Address.parse(draft.author), news, (look,))]


async def rebase(value: str, desk: Desk) -> list[Reply]:
    """Put a draft onto the newest version."""
    draft = await desk.drafts.get(parse_count(value))
    if draft is None:
        return [stale(desk)]
    await desk.drafts.rebase(draft)
    return await drafts.view(draft, desk)


async def _outdated(draft: FaqDraft, desk: Desk) -> list[Reply]:
    """Show what somebody else has published meanwhile; nothing if nobody has."""
    row = await desk.entries.find(draft.entry_id) if draft.base else None
    newest = await desk.entries.version(row.id, row.version) if row else None
    if row is None or newest is None or row.version == draft.base:
        return []
    base = await drafts.base_of(draft, desk)
    text = say(
        texts.editors.OUTDATED,
        version=newest.number,
        who=who(newest.author),
        when=dated_moment(newest.at),
        changes=difference(base, newest.content) or say(texts.editors.NO_CHANGES),
        own=difference(base, draft.content) or say(texts.editors.NO_CHANGES),
    )
    number = str(draft.id)
    rows: list[Row] = [
        (Button("Auf die neue Version setzen", "faq_rebase", number),),
        (Button("Entwurf verwerfen", "faq_discard", number),),
    ]
    return tell(text, desk, *rows, way_back("faq_show", draft.entry_id))


async def _is_ready(draft: FaqDraft, desk: Desk) -> bool:
    """Tell whether nothing is left to clear."""
    before = await drafts.base_of(draft, desk)
    content = await drafts.ready(draft, desk)
    return draft.removes or not drafts.open_questions(draft, before, content, desk)


def _needs_other(draft: FaqDraft, desk: Desk) -> bool:
    return desk.house.four_eyes and draft.author == desk.me


def _may_review(role: Role, address: str, desk: Desk) -> bool:
    return Role(role).may(Role.EDITOR) and address != desk.me
