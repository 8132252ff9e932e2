"""Telling people: that an answer they got has changed, and that their question became one."""

from collections.abc import Sequence
from datetime import timedelta

from markupsafe import Markup

from almanac.german import dated_moment, german_date
from faq.catalogue.entry import Entry
from faq.editing.content import entry_of, indiscretions
from handlers import texts
from handlers.asking.ask import stale
from handlers.desk import Desk
from handlers.editing.view import people, receipt, tell, way_back
from handlers.messages import Address, Button, Delivery, Reply
from handlers.reading.numbers import parse_count
from handlers.texts import say

MONTHS = (1, 3, 6, 12)
MONTH = timedelta(days=30)
NO_MORE = (Button("Keine Hinweise mehr", "notices_off"),)


async def concerned(entry_id: str, version: int, desk: Desk) -> list[str]:
    """List who was shown an older version in the last year."""
    return await desk.receipts.shown_older(entry_id, version, desk.now - MONTHS[-1] * MONTH)


async def ask_months(value: str, desk: Desk) -> list[Reply]:
    """Ask how far back a correction reaches."""
    entry_id, version = _target(value)
    entry = await _entry(entry_id, version, desk)
    if entry is None:
        return [stale(desk)]
    if done := await desk.receipts.notice(entry_id, version):
        text = say(
            texts.editors.TOLD_ALREADY, when=dated_moment(done.at), people=people(done.reached)
        )
        return tell(text, desk, way_back("faq_show", entry_id))
    months = tuple(
        Button("1 Monat" if m == 1 else f"{m} Monaten", "faq_tell_since", f"{value}.{m}")
        for m in MONTHS
    )
    rows = (months[:2], months[2:], way_back("faq_show", entry_id))
    return tell(say(texts.editors.TELL_WHOM, title=entry.title), desk, *rows)


async def preview(value: str, desk: Desk) -> list[Reply]:
    """Show how many people a correction reaches, and what they would read."""
    target, _, months = value.rpartition(".")
    entry_id, version = _target(target)
    entry = await _entry(entry_id, version, desk)
    if entry is None or parse_count(months) not in MONTHS:
        return [stale(desk)]
    since = desk.now - parse_count(months) * MONTH
    reached = await desk.receipts.shown_older(entry_id, version, since)
    back = way_back("faq_tell", target)
    if not reached:
        return tell(say(texts.editors.TELL_NOBODY), desk, back)
    text = say(
        texts.editors.TELL_PREVIEW,
        people=people(len(reached)),
        since=german_date(since.date()),
        text=_correction(entry, desk),
    )
    return tell(text, desk, (Button("Senden", "faq_tell_now", value),), back)


async def send(value: str, desk: Desk) -> list[Reply]:
    """Send a correction, once for each version."""
    target, _, months = value.rpartition(".")
    entry_id, version = _target(target)
    entry = await _entry(entry_id, version, desk)
    if entry is None or parse_count(months) not in MONTHS:
        return [stale(desk)]
    if done := await desk.receipts.notice(entry_id, version):
        text = say(
            texts.editors.TOLD_ALREADY, when=dated_moment(done.at), people=people(done.reached)
        )
        return receipt(text, desk)
    since = desk.now - parse_count(months) * MONTH
    reached = await desk.receipts.shown_older(entry_id, version, since)
    await desk.receipts.add_notice(entry_id, version, desk.me, len(reached))
    desk.audit.note(desk.me, "Berichtigung gesendet", entry_id, f"an {len(reached)}")
    for address in reached:
        await desk.receipts.note(address, entry_id, version)
    told = _correction(entry, desk)
    return [
        *tell(
            say(texts.editors.TOLD, people=people(len(reached))), desk, (Button("Menü", "faq"),)
        ),
        *(Reply(Address.parse(address), told, (NO_MORE,)) for address in reached),
    ]


async def thanks(questions: Sequence[int], entry_id: str, title: str, desk: Desk) -> list[Reply]:
    """Tell who asked that there is an answer now; once, and nothing is lost if it is lost."""
    buttons = ((Button("Ansehen", "entry", entry_id),), NO_MORE)
    return [
        Reply(
            Address.parse(address),
            say(texts.notices.THANKS, title=title),
            buttons,
            delivery=Delivery.AT_MOST_ONCE,
        )
        for address in await desk.receipts.to_thank(questions, entry_id)
    ]


async def switch_off(_: str, desk: Desk) -> list[Reply]:
    """Send no more notices here."""
    await desk.receipts.refuse(desk.asker)
    return receipt(say(texts.notices.NO_MORE_NOTICES), desk)


async def switch(_: str, desk: Desk) -> list[Reply]:
    """Turn notices off, or on again."""
    if not await desk.receipts.refuses(desk.asker):
        return await switch_off("", desk)
    await desk.receipts.accept(desk.asker)
    return receipt(say(texts.notices.NOTICES_AGAIN), desk)


async def _entry(entry_id: str, version: int, desk: Desk) -> Entry | None:
    """Give an entry as its newest version says it; none if it is not fit to be sent out."""
    row = await desk.entries.find(entry_id)
    newest = await desk.entries.version(entry_id, version)
    if row is None or newest is None or row.version != version:
        return None
    if indiscretions(newest.content, await desk.entries.sources()):
        return None
    entry = entry_of(newest.content)
    return entry if isinstance(entry, Entry) else None


def _correction(entry: Entry, desk: Desk) -> Markup:
    return say(
        texts.notices.CORRECTION,
        title=entry.title,
        answer=desk.house.facts.fill(entry.answer, desk.today),
        checked=german_date(entry.checked_on),
    )


def _target(value: str) -> tuple[str, int]:
    entry_id, _, version = value.rpartition(".")
    return entry_id, parse_count(version)
