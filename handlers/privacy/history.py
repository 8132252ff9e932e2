"""What somebody was shown: which version of an answer, on which day."""

from markupsafe import Markup

from almanac.german import dated_moment
from faq.editing.kept import ShownAnswer
from faq.recognising.disclosure import disclosed
from faq.recognising.personal import mask
from handlers import texts
from handlers.asking.ask import stale
from handlers.desk import Desk
from handlers.messages import Button, Reply
from handlers.reading.numbers import parse_count
from handlers.rich import one_line
from handlers.texts import say

LISTED = 10


async def mine(_: str, desk: Desk) -> list[Reply]:
    """List the answers this chat was shown."""
    found = await desk.receipts.of(desk.asker, LISTED)
    if not found:
        return [Reply(desk.here, say(texts.notices.NO_RECEIPTS))]
    lines, rows = [], []
    for number, shown in enumerate(found, 1):
        title, newer = await _title(shown, desk)
        lines.append(
            say(
                texts.notices.RECEIPT_LINE,
                number=number,
                when=dated_moment(shown.at),
                title=title,
                version=shown.version,
                newer=texts.notices.RECEIPT_NEWER if newer else "",
            )
        )
        rows.append((Button(f"{number}. {one_line(title, 45)}", "receipt", str(shown.id)),))
    text = say(texts.notices.RECEIPTS, lines=Markup("\n").join(lines))
    return [Reply(desk.here, text, tuple(rows))]


async def show(value: str, desk: Desk) -> list[Reply]:
    """Show an answer as it was."""
    shown = await desk.receipts.one(desk.asker, parse_count(value))
    if shown is None:
        return [stale(desk)]
    version = await desk.entries.version(shown.entry_id, shown.version)
    if version is None:
        return [stale(desk)]
    answer = str(version.content["antwort"])
    if disclosed(version.content):
        answer = mask(answer)
    text = say(
        texts.notices.RECEIPT,
        title=version.content["titel"],
        version=shown.version,
        when=dated_moment(shown.at),
        answer=desk.house.facts.fill(answer, shown.at.date()),
    )
    return [Reply(desk.here, text)]


async def _title(shown: ShownAnswer, desk: Desk) -> tuple[str, bool]:
    row = await desk.entries.find(shown.entry_id)
    version = await desk.entries.version(shown.entry_id, shown.version)
    title = str(version.content["titel"]) if version else shown.entry_id
    return title, row is not None and row.version != shown.version
