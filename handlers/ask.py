"""Asking: a question in, a checked answer, suggestions, or an honest no."""

from faq.lookup import Decision
from faq.question import AskedQuestion
from handlers import texts
from handlers.desk import Desk
from handlers.entry_view import show, to_advisors
from handlers.messages import Button, Delivery, Reply
from handlers.numbers import parse_count, parse_pair
from handlers.texts import say


async def look_up(text: str, desk: Desk) -> list[Reply]:
    """Answer a freely typed message."""
    if term := desk.house.glossary.asked_for(text):
        return [Reply(desk.here, say(texts.TERM, term=term.begriff, meaning=term.erklaerung))]
    verdict = desk.house.lookup.decide(text, desk.today)
    if verdict.decision is Decision.EMERGENCY:
        return emergency_card(desk)
    if verdict.decision is Decision.SMALLTALK:
        return [Reply(desk.here, say("{word}", word=verdict.word))]
    shown = verdict.answers or verdict.suggestions
    question = await desk.questions.record(desk.asker, text, verdict.decision, shown)
    if verdict.decision is Decision.NONE:
        return [_nothing(question, desk)]
    if verdict.decision is Decision.SUGGEST:
        return [_suggestions(question, desk)]
    return [show(verdict.answers[0], question, desk)]


def emergency_card(desk: Desk) -> list[Reply]:
    """Say at once who helps; this goes into no queue."""
    return [Reply(desk.here, say(texts.EMERGENCY))]


async def show_suggestion(value: str, desk: Desk) -> list[Reply]:
    """Show the entry whose suggestion was pressed."""
    question_id, position = parse_pair(value)
    question = await desk.questions.of(desk.asker, question_id)
    if question is None or not 0 <= position < len(question.entries):
        return [stale(desk)]
    question.chosen = question.entries[position]
    return [show(question.chosen, question, desk)]


async def none_of_these(value: str, desk: Desk) -> list[Reply]:
    """Take note that no suggestion fitted, and offer a human."""
    question = await desk.questions.of(desk.asker, parse_count(value))
    if question is None:
        return [stale(desk)]
    question.helped = False
    return [_nothing(question, desk)]


async def helped(value: str, desk: Desk) -> list[Reply]:
    """Take note that an answer helped."""
    question = await desk.questions.of(desk.asker, parse_count(value))
    if question is None:
        return [stale(desk)]
    question.helped = True
    return [Reply(desk.here, say(texts.HELPED), delivery=Delivery.AT_MOST_ONCE)]


async def not_helped(value: str, desk: Desk) -> list[Reply]:
    """Take note that an answer did not help, and offer a human."""
    question = await desk.questions.of(desk.asker, parse_count(value))
    if question is None:
        return [stale(desk)]
    question.helped = False
    return [Reply(desk.here, say(texts.NOT_HELPED), to_advisors(question))]


def stale(desk: Desk) -> Reply:
    """Say that a button leads nowhere any more, or never belonged to this chat."""
    return Reply(desk.here, say(texts.STALE), delivery=Delivery.AT_MOST_ONCE)


def _nothing(question: AskedQuestion, desk: Desk) -> Reply:
    return Reply(desk.here, say(texts.NOTHING_FOUND), to_advisors(question))


def _suggestions(question: AskedQuestion, desk: Desk) -> Reply:
    rows = [
        (Button(entry.title, "pick", f"{question.id}.{position}"),)
        for position, entry_id in enumerate(question.entries)
        if (entry := desk.house.lookup.corpus.find(entry_id))
    ]
    rows.append((Button("Nichts davon", "none", str(question.id)),))
    return Reply(desk.here, say(texts.SUGGEST), tuple(rows))
