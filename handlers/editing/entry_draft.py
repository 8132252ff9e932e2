"""A draft: begun, shown with what it changes, gone on with, dropped."""

from collections.abc import Sequence

from markupsafe import Markup

from almanac.german import dated_moment
from faq.editing.content import TOLD, is_redirect, label, problems
from faq.editing.entry_life import WORDS, Forbidden, State
from faq.editing.fresh import completed, name_of
from faq.editing.open_end import OpenEnd, Remedy
from faq.editing.stored import Document, FaqDraft
from faq.editing.vouching import BESIDE, REPEATING, said_twice, stamped, to_look_at, unchecked
from handlers import texts
from handlers.asking.ask import stale
from handlers.desk import Desk
from handlers.editing.view import NOTHING, Row, bullets, difference, receipt, tell, who
from handlers.messages import Button, Reply
from handlers.reading.numbers import parse_count
from handlers.texts import say
from people.person import Role

CLEARING = (
    (Remedy.FACTS, "Das steht so in der Quelle", "faq_facts"),
    (Remedy.CHECK, "Quelle stimmt, heute geprüft", "faq_checked"),
    (Remedy.CONTACT, "Kontakt einer Stelle, keiner Person", "faq_office"),
)


async def show(value: str, desk: Desk) -> list[Reply]:
    """Show a draft by its number."""
    draft = await desk.drafts.get(parse_count(value))
    return await view(draft, desk) if draft else [stale(desk)]


async def open_entry(entry_id: str, desk: Desk) -> tuple[FaqDraft, Markup] | list[Reply]:
    """Go on with one's own draft of an entry, or begin one; say who else is at it."""
    row = await desk.entries.find(entry_id)
    if row is None:
        return [stale(desk)]
    try:
        opened = await desk.drafts.open(row, desk.me)
    except Forbidden as error:
        return [forbidden(error, desk)]
    notice = Markup()
    for other in opened.others[:1]:
        notice = say(
            texts.editors.SOMEBODY_ELSE, who=who(other.author), when=dated_moment(other.changed_at)
        )
    return opened.draft, notice


def forbidden(error: Forbidden, desk: Desk) -> Reply:
    """Say what a state does not allow."""
    text = say(texts.editors.FORBIDDEN, state=WORDS[error.state], step=error.step)
    return Reply(desk.here, text)


async def view(draft: FaqDraft, desk: Desk, notice: Markup = NOTHING) -> list[Reply]:
    """Show what a draft changes, what is left to clear, and what can be done."""
    await desk.talks.end(desk.talker)
    before = await base_of(draft, desk)
    content = await ready(draft, desk)
    group = str(draft.content.get("id", "")).partition(".")[0]
    groups = desk.house.lookup.corpus.groups
    origin = (
        say(texts.editors.OF_VERSION, entry_id=draft.entry_id, version=draft.base)
        if draft.base
        else say(texts.editors.NEW_ENTRY, group=groups.get(group, "noch keines"))
    )
    written = stamped(draft.content, draft.seen)
    shown = difference(
        {k: v for k, v in before.items() if k != "id"},
        {k: v for k, v in written.items() if k != "id"},
    )
    text = say(
        texts.editors.DRAFT,
        title=draft.content.get("titel") or "ohne Titel",
        origin=origin,
        state=WORDS[State(draft.state)],
        changes=shown or say(texts.editors.NO_CHANGES),
    )
    open_ends = open_questions(draft, before, content, desk)
    if open_ends:
        text += say(texts.editors.TO_CLEAR, lines=bullets(end.sentence for end in open_ends))
    text += besides(draft, before, desk)
    if left := _unseen(draft, before, desk):
        text += say(texts.editors.NOT_LOOKED_AT, labels=", ".join(map(label, left)))
    if draft.asked:
        text += say(texts.editors.MIND_NAMES)
    return tell(notice + text, desk, *_buttons(draft, open_ends, left, desk))


async def base_of(draft: FaqDraft, desk: Desk) -> Document:
    """Give what the entry said when the draft began; nothing for a new entry."""
    version = await desk.entries.version(draft.entry_id, draft.base) if draft.base else None
    return version.content if version else {}


async def ready(draft: FaqDraft, desk: Desk) -> Document:
    """Give a draft's content with what an editor need not decide; a new entry gets its id."""
    content = completed(stamped(draft.content, draft.seen), desk.house.lookup.corpus)
    if draft.base:
        return content
    group = str(content.get("id", "")).partition(".")[0]
    taken = [row.id for row in await desk.entries.all()]
    return {**content, "id": name_of(str(content.get("titel", "")), group, taken)}


def open_questions(
    draft: FaqDraft, before: Document, content: Document, desk: Desk
) -> list[OpenEnd]:
    """List what keeps a draft from going live."""
    found = problems(content, desk.house.lookup.corpus)
    return [*found, *unchecked(before, content, draft.seen, desk.today)]


def besides(draft: FaqDraft, before: Document, desk: Desk) -> Markup:
    """Show what still says a struck figure and need not be looked at to go live."""
    keys = REPEATING if draft.note else BESIDE  # a restored version is served as it was
    lines = said_twice(before, draft.content, desk.today, keys)
    return say(texts.editors.BESIDES, lines=bullets(lines)) if lines else NOTHING


async def discard(value: str, desk: Desk) -> list[Reply]:
    """Drop a draft, one's own or as an admin anybody's."""
    draft = await desk.drafts.get(parse_count(value))
    if draft is None:
        return receipt(say(texts.editors.GONE), desk)
    if draft.author != desk.me and not desk.may(Role.ADMIN):
        return receipt(say(texts.editors.NOT_YOURS, who=who(draft.author)), desk)
    await desk.learning.reopen(
        [str(line) for line in draft.content.get("fragen", ())], draft.asked
    )
    await desk.drafts.discard(draft)
    await desk.talks.end(desk.talker)
    return receipt(say(texts.editors.DISCARDED), desk, (Button("Menü", "faq"),))


def _unseen(draft: FaqDraft, before: Document, desk: Desk) -> list[str]:
    """List what need not be looked at to publish a draft, and keeps its old day then."""
    if not draft.base or is_redirect(draft.content) or draft.removes:
        return []
    pressing = to_look_at(before, draft.content, draft.seen, desk.today)
    changed = any(before.get(key) != draft.content.get(key) for key in TOLD) or draft.seen
    unseen = [key for key in TOLD if draft.content.get(key) and key not in draft.seen]
    return [key for key in unseen if changed and key not in pressing]


def _buttons(
    draft: FaqDraft, open_ends: Sequence[OpenEnd], unseen: Sequence[str], desk: Desk
) -> list[Row]:
    number = str(draft.id)
    rows: list[Row] = []
    if draft.state == State.REVIEW:
        rows.append((Button("Zurückgeben", "faq_return", number),))
    elif not draft.removes:
        group = str(draft.content.get("id", "")).partition(".")[0]
        if group not in desk.house.lookup.corpus.groups:
            rows.append((Button("Thema wählen", "faq_topic", number),))
        rows += [
            (Button(f"{label(key)} ansehen und prüfen", "faq_look", f"{number}.{key}"),)
            for key in unseen
        ]
        rows += _field_buttons(draft)
    remedies = {end.remedy for end in open_ends}
    rows[:0] = [(Button(said, do, number),) for r, said, do in CLEARING if r in remedies]
    if not open_ends:
        rows.insert(0, (Button("Gegenprobe und veröffentlichen", "faq_rehearse", number),))
        if draft.state == State.DRAFT:
            rows.append((Button("Zur Prüfung geben", "faq_submit", number),))
    rows.append((Button("Entwurf verwerfen", "faq_discard", number),))
    back = ("faq_show", draft.entry_id) if draft.base else ("faq_drafts", "")
    rows.append((Button("Zurück", *back), Button("Abbrechen", "faq_stop")))
    return rows


def _field_buttons(draft: FaqDraft) -> list[Row]:
    fields: list[tuple[tuple[str, str], ...]] = [
        (("Antwort", "antwort"), ("Titel", "titel")),
        (("Formulierungen", "fragen"), ("Stichworte", "stichworte")),
    ]
    if not is_redirect(draft.content):
        fields += [
            (("Mehr dazu", "mehr"), ("Einfache Sprache", "einfach")),
            (("Gültigkeit", "gueltig"), ("Quelle und Stand", "quellen")),
            (("Fakten", "fakten"),),
        ]
    return [
        tuple(Button(label, "faq_field", f"{draft.id}.{key}") for label, key in pair)
        for pair in fields
    ]
