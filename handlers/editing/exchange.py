"""The FAQ as a document: sent out, and taken back in after a preview."""

from collections.abc import Sequence

from faq.editing.content import document_of
from faq.editing.difference import summary
from faq.editing.entries import Indiscreet
from faq.editing.kept import FaqImport, ImportState
from faq.editing.vouching import said_twice
from faq.exchange.document import LARGEST, Form, Refused, read, write
from faq.exchange.importing import ASKED, Kind, changes_of, conflicts, counts
from handlers import texts
from handlers.asking.ask import stale
from handlers.desk import Desk
from handlers.editing import elsewhere
from handlers.editing.go_live import told
from handlers.editing.view import EDITING, Row, bullets, difference, latest, tell, way_back
from handlers.messages import Button, File, FileKind, Made, Reply
from handlers.reading.numbers import parse_count
from handlers.texts import say
from people.conversation import Conversation

SHOWN = 12  # lines of a preview
FORMS = {Form.YAML: "YAML", Form.CSV: "CSV (Excel)", Form.JSON: "JSON"}


async def export(value: str, desk: Desk) -> list[Reply]:
    """Offer the forms of an export, or send one."""
    await desk.talks.end(desk.talker)
    corpus = desk.house.lookup.corpus
    count = len(corpus.entries) + len(corpus.redirects)
    if value.strip().lower() not in set(Form):
        forms = tuple(Button(label, "faq_export", form) for form, label in FORMS.items())
        return tell(say(texts.exchange.WHICH_FORM, count=count), desk, forms, way_back("faq"))
    form = Form(value.strip().lower())
    made = Made(f"faq-{desk.today}.{form}", write(corpus, form))
    desk.audit.note(desk.me, "ausgeführt", form, f"{count} Einträge")
    text = say(texts.exchange.EXPORTED, count=count)
    return [Reply(desk.here, text, (way_back("faq_export"),), made=(made,))]


async def ask(_: str, desk: Desk) -> list[Reply]:
    """Ask for the file of an import."""
    await desk.talks.await_(desk.talker, "faq_import", EDITING)
    return tell(say(texts.exchange.SEND_FILE), desk, way_back("faq"))


async def no_file(text: str, _: Conversation, desk: Desk) -> list[Reply] | None:
    """Say again that a file is awaited, when a text came instead."""
    del text
    return tell(say(texts.exchange.SEND_FILE), desk, way_back("faq"))


async def take(file: File, desk: Desk) -> list[Reply]:
    """Read a file, and show what it would change."""
    if file.kind is not FileKind.DOCUMENT:
        return _refused(texts.exchange.NOT_A_DOCUMENT, desk)
    if file.size > LARGEST:
        return _refused(texts.exchange.FILE_TOO_LARGE, desk)
    data = await desk.house.files.read(file)
    if data is None:
        return _refused(texts.exchange.FILE_GONE, desk)
    try:
        parsed = read(file.name, data)
    except Refused as error:
        return _refused(str(error), desk)
    await desk.talks.end(desk.talker)
    corpus = await desk.entries.corpus(desk.house.lookup.corpus.groups)
    planned, broken = await desk.imports.plan(file.name, parsed, desk.me, corpus)
    lines = bullets(
        texts.exchange.PLAN_BROKEN.format(where=where, why=why) for where, why in broken[:SHOWN]
    )
    if not planned.rows:
        planned.state = ImportState.DROPPED
        return tell(say(texts.exchange.NOTHING_TO_IMPORT, lines=lines), desk, way_back("faq"))
    return await _preview(planned, broken, desk)


async def plan(value: str, desk: Desk) -> list[Reply]:
    """Show an import that nobody has decided about."""
    planned = await _open(value, desk)
    return await _preview(planned, [], desk) if planned else [stale(desk)]


async def _preview(
    planned: FaqImport, broken: Sequence[tuple[str, str]], desk: Desk
) -> list[Reply]:
    counted = counts(planned)
    lines = [await _line(row, desk) for row in planned.rows[:SHOWN]]
    lines += [
        texts.exchange.PLAN_BROKEN.format(where=where, why=why) for where, why in broken[:SHOWN]
    ]
    hidden = max(len(planned.rows) - SHOWN, 0) + max(len(broken) - SHOWN, 0)
    text = say(
        texts.exchange.PLAN,
        name=planned.name,
        new=counted[Kind.NEW],
        changed=counted[Kind.CHANGED],
        conflicts=counted[Kind.CONFLICT],
        broken=len(broken),
        lines=bullets(lines),
    )
    if hidden:
        text += say(texts.editors.AND_MORE, count=hidden)
    number = str(planned.id)
    rows = [
        (Button("Weiter", "faq_import_next", number),),
        (Button("Verwerfen", "faq_import_drop", number),),
        way_back("faq"),
    ]
    return tell(text, desk, *rows)


async def _line(row: dict[str, object], desk: Desk) -> str:
    content = row["content"]
    assert isinstance(content, dict)
    template = {
        Kind.NEW: texts.exchange.PLAN_NEW,
        Kind.CHANGED: texts.exchange.PLAN_CHANGED,
        Kind.CONFLICT: texts.exchange.PLAN_CONFLICT,
        Kind.DOUBT: texts.exchange.PLAN_DOUBT,
    }[Kind(str(row["kind"]))]
    before = await desk.entries.version(content["id"], int(str(row["base"])))
    fields = summary(before.content, content) if before else ""
    return template.format(title=content["titel"], entry_id=content["id"], fields=fields)


async def go_on(value: str, desk: Desk) -> list[Reply]:
    """Ask about the next conflict; with none left, show the Gegenprobe."""
    planned = await _open(value, desk)
    if planned is None:
        return [stale(desk)]
    number = str(planned.id)
    left = conflicts(planned)
    if left:
        at, row = left[0]
        before = await desk.entries.version(row["content"]["id"], row["base"])
        total = sum(counts(planned)[kind] for kind in ASKED)
        known = before.content if before else {}
        doubt = Kind(row["kind"]) is Kind.DOUBT
        text = say(
            texts.exchange.DOUBT if doubt else texts.exchange.CONFLICT,
            number=total - len(left) + 1,
            count=total,
            title=row["content"]["titel"],
            changes=difference(known, row["content"]),
        )
        if twice := said_twice(known, row["content"], desk.today):
            text += say(texts.editors.BESIDES, lines=bullets(twice))
        rows: list[Row] = [
            (
                Button("Aus der Datei", "faq_import_take", f"{number}.{at}.1"),
                Button("Bestand behalten", "faq_import_take", f"{number}.{at}.0"),
            ),
            (
                Button("Alle aus der Datei", "faq_import_take", f"{number}.all.1"),
                Button("Alle behalten", "faq_import_take", f"{number}.all.0"),
            ),
            (Button("Verwerfen", "faq_import_drop", number),),
            way_back("faq_plan", number),
        ]
        return tell(text, desk, *rows)
    changes = changes_of(planned)
    text = say(texts.exchange.READY, count=len(changes), kept=len(planned.rows) - len(changes))
    rows = [(Button("Verwerfen", "faq_import_drop", number),), way_back("faq_plan", number)]
    if changes:
        corpus = desk.house.lookup.corpus
        praised = await desk.learning.praised()
        text += told(desk.house.rehearsal.result(corpus, changes, praised), desk)
        changed = [(await latest(i, desk) or {}, document_of(e)) for i, e in changes.items() if e]
        text += elsewhere.told(await elsewhere.places(changed, desk))
        text += say(texts.editors.MIND_NAMES)
        rows.insert(0, (Button("Übernehmen", "faq_import_do", number),))
    return tell(text, desk, *rows)


async def choose(value: str, desk: Desk) -> list[Reply]:
    """Decide about one conflict, or about all that are left."""
    number, at, choice = (f"{value}..").split(".")[:3]
    planned = await _open(number, desk)
    if planned is None or choice not in ("0", "1"):
        return [stale(desk)]
    left = [spot for spot, _ in conflicts(planned)]
    chosen = left if at == "all" else [spot for spot in left if spot == parse_count(at)]
    if not chosen:
        return [stale(desk)]
    for spot in chosen:
        desk.imports.choose(planned, spot, take=choice == "1")
    return await go_on(number, desk)


async def apply(value: str, desk: Desk) -> list[Reply]:
    """Make an import live: all of it, or nothing."""
    planned = await _open(value, desk)
    if planned is None or conflicts(planned):
        return [stale(desk)]
    if desk.house.four_eyes and planned.author == desk.me:
        return tell(say(texts.exchange.IMPORT_FOUR_EYES), desk, way_back("faq"))
    if await desk.imports.is_outdated(planned):
        planned.state = ImportState.DROPPED
        return tell(say(texts.exchange.IMPORT_OUTDATED), desk, way_back("faq"))
    try:
        count = await desk.imports.apply(planned, desk.me)
    except Indiscreet:
        planned.state = ImportState.DROPPED
        return tell(say(texts.exchange.IMPORT_INDISCREET), desk, way_back("faq"))
    desk.audit.note(desk.me, "eingeführt", planned.name, f"{count} Einträge")
    undo = (Button("Zurücknehmen", "faq_import_undo", str(planned.id)), Button("Menü", "faq"))
    return tell(say(texts.exchange.IMPORTED, count=count, name=planned.name), desk, undo)


async def undo(value: str, desk: Desk) -> list[Reply]:
    """Take an import back."""
    planned = await desk.imports.get(parse_count(value))
    if planned is None or planned.state != ImportState.DONE:
        return [stale(desk)]
    changed = [
        (after.content, before.content)
        for entry_id, was, now, served in planned.done
        if served
        and (after := await desk.entries.version(entry_id, now))
        and (before := await desk.entries.version(entry_id, was))
    ]
    count, kept = await desk.imports.undo(planned, desk.me)
    desk.audit.note(desk.me, "Einfuhr zurückgenommen", planned.name, f"{count} Einträge")
    rest = texts.exchange.UNDONE_KEPT.format(ids=", ".join(kept)) if kept else ""
    menu = (Button("Menü", "faq"),)
    text = say(texts.exchange.UNDONE, count=count, kept=rest)
    text += elsewhere.told(await elsewhere.places(changed, desk))
    return tell(text, desk, menu)


async def drop(value: str, desk: Desk) -> list[Reply]:
    """Drop an import."""
    planned = await _open(value, desk)
    if planned is None:
        return [stale(desk)]
    planned.state = ImportState.DROPPED
    return tell(say(texts.exchange.IMPORT_DROPPED), desk, (Button("Menü", "faq"),))


async def _open(value: str, desk: Desk) -> FaqImport | None:
    planned = await desk.imports.get(parse_count(value))
    return planned if planned and planned.state == ImportState.OPEN else None


def _refused(why: str, desk: Desk) -> list[Reply]:
    return tell(say(texts.exchange.FILE_REFUSED, why=why), desk, way_back("faq"))
