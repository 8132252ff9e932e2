"""The numbers of a period: in words, as a picture, as a table."""

import csv
import io
from collections.abc import Mapping
from datetime import date, timedelta

from markupsafe import Markup

from almanac.berlin import end_of, start_of
from faq.insight.question_figures import ANSWERED, NO_TOPIC, SUGGESTED, UNANSWERED, Numbers
from handlers import texts
from handlers.asking.ask import stale
from handlers.desk import Desk, Stores
from handlers.editing.view import Row, way_back
from handlers.messages import Button, Made, Reply
from handlers.reading.numbers import parse_count
from handlers.texts import say

PERIODS = {7: "7 Tage", 30: "30 Tage", 90: "90 Tage", 365: "1 Jahr"}
DEFAULT = 30
TOPICS = 8


async def statistics(value: str, desk: Desk) -> list[Reply]:
    """Show the numbers of the last days, today included."""
    days = parse_count(value.strip()) if value.strip() else DEFAULT
    if not 1 <= days <= max(PERIODS):
        return [stale(desk)]
    numbers = await collect(desk.today - timedelta(days=days - 1), desk.today, desk)
    titles = desk.house.lookup.corpus.groups
    rows: list[Row] = [
        tuple(Button(label, "faq_stats", str(d)) for d, label in PERIODS.items() if d != days),
        (Button("Als Tabelle (CSV)", "faq_stats_csv", str(days)),),
        way_back("faq"),
    ]
    made = picture(f"statistik-{numbers.last}.png", numbers, titles)
    return [Reply(desk.here, told(numbers, desk), tuple(rows), made=(made,))]


def picture(name: str, numbers: Numbers, titles: Mapping[str, str]) -> Made:
    """Draw the numbers."""
    from handlers.insight.chart import draw  # noqa: PLC0415 - editors alone need Pillow

    return Made(name, draw(numbers, titles))


async def as_table(value: str, desk: Desk) -> list[Reply]:
    """Give the numbers of the last days as a table."""
    days = parse_count(value)
    if not 1 <= days <= max(PERIODS):
        return [stale(desk)]
    numbers = await collect(desk.today - timedelta(days=days - 1), desk.today, desk)
    made = Made(f"statistik-{numbers.first}-{numbers.last}.csv", table(numbers))
    return [Reply(desk.here, told(numbers, desk), (way_back("faq_stats", value),), made=(made,))]


async def collect(first: date, last: date, desk: Stores) -> Numbers:
    """Gather the numbers of a period from questions and tickets."""
    numbers = await desk.figures.count(first, last)
    since = start_of(first)
    until = end_of(last)
    numbers.escalated = await desk.ticket_figures.opened(since, until)
    numbers.waiting = await desk.ticket_figures.half_answered(since, until)
    return numbers


def told(numbers: Numbers, desk: Desk) -> Markup:
    """Say the numbers in words."""
    titles = {**desk.house.lookup.corpus.groups, NO_TOPIC: NO_TOPIC}
    topics = Markup("\n").join(
        say(texts.editors.TOPIC, title=titles.get(name, name), count=count)
        for name, count in list(numbers.topics.items())[:TOPICS]
    )
    waiting = ""
    if numbers.waiting:
        waiting = texts.editors.WAITING.format(time=span(numbers.waiting))
    elif numbers.escalated:
        waiting = texts.editors.STILL_WAITING
    return say(
        texts.editors.STATISTICS,
        first=f"{numbers.first:%d.%m.%Y}",
        last=f"{numbers.last:%d.%m.%Y}",
        questions=numbers.questions,
        answered=numbers.kinds[ANSWERED],
        suggested=numbers.kinds[SUGGESTED],
        unanswered=numbers.kinds[UNANSWERED],
        escalated=numbers.escalated,
        waiting=waiting,
        helped=numbers.helped,
        unhelped=numbers.unhelped,
        topics=topics or texts.editors.NO_TOPICS,
    )


def table(numbers: Numbers) -> bytes:
    """Write the numbers as Excel reads them: first the sums, then the days, then the topics."""
    out = io.StringIO()
    rows = csv.writer(out, delimiter=";", lineterminator="\r\n")
    rows.writerow(("von", numbers.first, "bis", numbers.last))
    rows.writerow(("Fragen", numbers.questions))
    rows.writerows(numbers.kinds.items())
    rows.writerow(("Anfragen an die Beratung", numbers.escalated))
    rows.writerow(("hat geholfen", numbers.helped))
    rows.writerow(("hat nicht geholfen", numbers.unhelped))
    minutes = round(numbers.waiting.total_seconds() / 60) if numbers.waiting else ""
    rows.writerow(("Minuten, bis die Hälfte eine Antwort hatte", minutes))
    rows.writerow(())
    rows.writerow(("Tag", *numbers.kinds))
    rows.writerows((day, *kinds.values()) for day, kinds in numbers.days.items())
    rows.writerow(())
    rows.writerow(("Thema", "Fragen"))
    rows.writerows(numbers.topics.items())
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def span(time: timedelta) -> str:
    """Write a time as people say it."""
    minutes = round(time.total_seconds() / 60)
    if minutes < 60:  # noqa: PLR2004 - an hour
        return f"{minutes} Minuten"
    hours = minutes / 60
    if hours < 48:  # noqa: PLR2004 - two days
        return f"{hours:.1f} Stunden".replace(".", ",")
    return f"{hours / 24:.1f} Tagen".replace(".", ",")
