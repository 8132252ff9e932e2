"""The Monday card: what the editors may want to do this week, each line with its button."""

from datetime import datetime, timedelta

from markupsafe import Markup

from almanac.berlin import berlin_day
from faq.editing.content import is_discreet
from faq.insight.dead_links import addresses
from faq.insight.question_figures import ANSWERED, UNANSWERED
from handlers import texts
from handlers.desk import Stores
from handlers.editing.view import Row, bullets, fits, title_of
from handlers.insight import gaps
from handlers.insight.statistics import collect, picture
from handlers.messages import Address, Button, Delivery, Reply
from handlers.rich import one_line
from handlers.texts import say
from people.person import Role

TOP = 3  # of everything
WEEK = timedelta(days=7)


async def monday_card(desk: Stores, now: datetime) -> list[Reply]:
    """Write the card of this week to every editor; once a week, whoever asks how often.

    Args:
        desk: the stores of a round.
        now: any moment from Monday on.

    """
    today = berlin_day(now)
    monday = today - timedelta(days=today.weekday())
    year, week, _ = monday.isocalendar()
    editors = [p for p in await desk.people.with_roles() if Role(p.role).may(Role.EDITOR)]
    if not editors or not await desk.links.first_card_of(f"{year}-W{week:02}"):
        return []
    numbers = await collect(monday - WEEK, monday - timedelta(days=1), desk)
    parts, rows = await _parts(desk, now)
    text = say(
        texts.editors.MONDAY,
        day=f"{monday:%d.%m.%Y}",
        numbers=say(
            texts.editors.MONDAY_NUMBERS,
            questions=numbers.questions,
            answered=numbers.kinds[ANSWERED],
            unanswered=numbers.kinds[UNANSWERED],
            escalated=numbers.escalated,
        ),
        lines=Markup("\n\n").join(parts) or say(texts.editors.MONDAY_CALM),
    )
    rows.append((Button("Statistik", "faq_stats", "7"), Button("Menü", "faq")))
    made = picture(f"woche-{monday}.png", numbers, desk.house.lookup.corpus.groups)
    return [
        Reply(
            Address.parse(person.address),
            text,
            tuple(rows),
            delivery=Delivery.AT_MOST_ONCE,
            made=(made,),
        )
        for person in editors
    ]


async def _parts(desk: Stores, now: datetime) -> tuple[list[Markup], list[Row]]:
    parts: list[Markup] = []
    rows: list[Row] = []
    clusters = (await desk.learning.gaps())[:TOP]
    if clusters:
        lines = Markup("\n").join(gaps.line(at, c) for at, c in enumerate(clusters, 1))
        parts.append(say(texts.editors.MONDAY_GAPS, lines=lines))
        rows += [
            (Button(f"Lücke: {one_line(c.wordings[0], 40)}", "faq_gap", str(c.id)),)
            for c in clusters
        ]
    disliked = [(i, n) for i, n in await desk.learning.disliked(now - WEEK) if fits("faq_show", i)]
    if disliked:
        lines = bullets(f"{title_of(i, desk)} ({n}-mal)" for i, n in disliked[:TOP])
        parts.append(say(texts.editors.MONDAY_DISLIKED, lines=lines))
        rows += [
            (Button(f"Ansehen: {one_line(title_of(i, desk), 40)}", "faq_show", i),)
            for i, _ in disliked[:TOP]
        ]
    today = berlin_day(now)
    due = sorted(
        (e for e in desk.house.lookup.corpus.entries.values() if e.review_on <= today),
        key=lambda e: (e.review_on, e.id),
    )
    if due:
        lines = bullets(f"{e.title} (seit {e.review_on:%d.%m.%Y})" for e in due[:TOP])
        parts.append(say(texts.editors.MONDAY_DUE, count=len(due), lines=lines))
        rows += [
            (Button(f"Prüfen: {one_line(e.title, 40)}", "faq_show", e.id),)
            for e in due[:TOP]
            if fits("faq_show", e.id)
        ]
        rows.append((Button("Alle fälligen", "faq_page", "faellig.0"),))
    personal = [e for e in desk.house.lookup.corpus.all() if not is_discreet(e)]
    if personal:
        lines = bullets(e.title for e in personal[:TOP])
        parts.insert(0, say(texts.editors.MONDAY_PERSONAL, lines=lines))
        rows.insert(0, (Button("Mit persönlichen Angaben", "faq_page", "persoenlich.0"),))
    if waiting := await desk.drafts.all():
        parts.append(say(texts.editors.MONDAY_DRAFTS, count=len(waiting)))
        rows.append((Button("Entwürfe", "faq_drafts"),))
    if dead := await desk.links.dead():
        naming = addresses(desk.house.lookup.corpus)
        shown = [(url, fault) for url, fault in dead.items() if url in naming][:TOP]
        lines = bullets(f"{url}: {fault}" for url, fault in shown)
        if shown:
            parts.append(say(texts.editors.MONDAY_DEAD, lines=lines))
        rows += [
            (Button(f"Quelle: {one_line(title_of(first, desk), 40)}", "faq_show", first),)
            for first in dict.fromkeys(naming[url][0] for url, _ in shown)
            if fits("faq_show", first)
        ]
    return parts, rows
