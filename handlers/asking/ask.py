"""Asking: a question in, a checked answer, suggestions, or an honest no."""

from dataclasses import replace
from datetime import timedelta

from faq.finding.followup import is_bare
from faq.german.text import words
from faq.lookup import Decision, Verdict
from faq.question import AskedQuestion
from handlers import texts
from handlers.asking.answer_view import expired, show, to_advisors
from handlers.asking.replying import asked
from handlers.desk import Desk
from handlers.messages import Button, Delivery, Reply
from handlers.reading.numbers import parse_count, parse_pair
from handlers.rich import one_line
from handlers.texts import say
from handlers.where import inside as guide_inside
from tickets.ticket import Ticket

# How long "Und bis wann?" means the question before.
FOLLOW_UP = timedelta(minutes=15)
SHOWN = 80  # characters of that question


async def look_up(
    text: str,
    desk: Desk,
    open_ticket: Ticket | None = None,
    kept: AskedQuestion | None = None,
) -> list[Reply]:
    """Answer a freely typed message; what sounds like an emergency has had its card.

    Who has an open ticket may mean that one: an answer then has a button for it, and where
    there is none, the person is asked (no replies here). What was kept before leans on what came
    before it, and not on itself.
    """
    if term := desk.house.glossary.asked_for(text):
        return [
            Reply(desk.here, say(texts.asking.TERM, term=term.begriff, meaning=term.erklaerung))
        ]
    if kept:
        desk.questions.message = kept.message
        before = await desk.questions.before(kept, FOLLOW_UP)
    else:
        before = desk.replied or await desk.questions.latest(desk.asker, desk.now - FOLLOW_UP)
    verdict = await _decide(text, before, desk)
    if verdict.expired:
        question = await desk.questions.record(desk.asker, text, Decision.NONE)
        return [expired(question, desk)]
    wordless = not words(text) and open_ticket is None
    if wordless or verdict.decision is Decision.SMALLTALK:
        return [Reply(desk.here, say("{word}", word=verdict.word or texts.asking.NOT_TEXT))]
    replies = [
        await _answer(text, entry_id, verdict, open_ticket, desk) for entry_id in verdict.answers
    ]
    if verdict.leaned and before and replies:
        replies[0] = _referring(replies[0], before)
    if open_ticket and not replies:
        return []
    if verdict.unanswered or not replies:
        part = verdict.unanswered or text
        offered = verdict.suggestions
        decision = Decision.SUGGEST if offered else Decision.NONE
        question = await desk.questions.record(desk.asker, part, decision, offered)
        replies.append(_offer(question, verdict, desk))
    return replies


async def ask_which(text: str, desk: Desk) -> list[Reply]:
    """Show suggestions again to somebody who says a mere "ja" to them; nothing to anybody else."""
    if not is_bare(text):
        return []
    before = await asked(desk, FOLLOW_UP)
    offered = before and before.decision == Decision.SUGGEST and before.entries
    if not before or not offered or before.chosen or before.helped is not None:
        return []
    return [_suggestions(before, desk, texts.asking.WHICH)]


async def _decide(text: str, before: AskedQuestion | None, desk: Desk) -> Verdict:
    context = context_of(before, desk) or await guide_inside.subject(desk)
    verdict = desk.house.lookup.answer(text, desk.today, context)
    verdict = await guide_inside.prefer(verdict, text, desk)
    if before and verdict.leaned and is_bare(text):
        return _beyond(shown_for(before), verdict)
    return verdict


async def _answer(
    text: str, entry_id: str, verdict: Verdict, open_ticket: Ticket | None, desk: Desk
) -> Reply:
    question = await desk.questions.record(desk.asker, text, verdict.decision, (entry_id,))
    reply = await show(entry_id, question, desk)
    if open_ticket is None:
        return reply
    both = f"{question.id}.{open_ticket.id}"
    belongs = Button(f"Gehört zu {open_ticket.number}", "belongs", both)
    return replace(reply, buttons=(*reply.buttons, (belongs,)))


def context_of(before: AskedQuestion | None, desk: Desk) -> str | None:
    """Give the question before with what it was about, for a message that leans on it."""
    if before is None or before.decision == Decision.EMERGENCY:
        return None
    entry = desk.house.lookup.corpus.find(shown_for(before))
    return f"{before.text} {entry.title}" if entry else before.text


def shown_for(before: AskedQuestion) -> str:
    """Name the entry that answered a question, or that was chosen for it."""
    return before.chosen or (before.entries[0] if before.decision == Decision.ANSWER else "")


def _beyond(shown: str, verdict: Verdict) -> Verdict:
    """Offer what lies near the entry just shown: "und dann?" does not ask for the same again."""
    if shown not in (*verdict.answers, *verdict.suggestions):
        return verdict
    rest = tuple(i for i in (*verdict.answers, *verdict.suggestions) if i != shown)
    return Verdict(Decision.SUGGEST if rest else Decision.NONE, suggestions=rest)


def _referring(reply: Reply, before: AskedQuestion) -> Reply:
    shown = one_line(before.text, SHOWN)
    return replace(reply, text=say(texts.asking.REFERRING, question=shown) + reply.text)


async def show_suggestion(value: str, desk: Desk) -> list[Reply]:
    """Show the entry whose suggestion was pressed."""
    question_id, position = parse_pair(value)
    question = await desk.questions.of(desk.asker, question_id)
    if question is None or not 0 <= position < len(question.entries):
        return [stale(desk)]
    question.chosen = question.entries[position]
    return [await show(question.chosen, question, desk)]


async def none_of_these(value: str, desk: Desk) -> list[Reply]:
    """Take note that no suggestion fitted, and offer a human."""
    question = await desk.questions.of(desk.asker, parse_count(value))
    if question is None:
        return [stale(desk)]
    question.helped = False
    return [_nothing(question, desk)]


async def look_up_pending(value: str, desk: Desk) -> list[Reply]:
    """Look up a message that turned out to be a new question."""
    question = await desk.questions.of(desk.asker, parse_count(value))
    if question is None or question.decision != "pending":
        return [stale(desk)]
    await desk.talks.end(desk.talker)
    asked_about = [question]
    for piece in await desk.held.asked_with(desk.asker, question.id):
        if piece.files:
            piece.ticket_id = None  # it still waits to be sent
            continue
        await desk.held.let_go([piece])
        words = await desk.questions.get(piece.question_id)
        if words and words is not question:
            asked_about.insert(-1, words)
    replies = []
    for words in asked_about:
        words.decision = "fresh"
        replies += await look_up(words.text, desk, kept=words)
    return replies


async def helped(value: str, desk: Desk) -> list[Reply]:
    """Take note that an answer helped."""
    question = await desk.questions.of(desk.asker, parse_count(value))
    if question is None:
        return [stale(desk)]
    question.helped = True
    told = say(texts.asking.HELPED)
    return [Reply(desk.here, told, delivery=Delivery.AT_MOST_ONCE, question=question.id)]


async def not_helped(value: str, desk: Desk) -> list[Reply]:
    """Take note that an answer did not help, and offer a human."""
    question = await desk.questions.of(desk.asker, parse_count(value))
    if question is None:
        return [stale(desk)]
    question.helped = False
    told = say(texts.asking.NOT_HELPED)
    return [Reply(desk.here, told, to_advisors(question), question=question.id)]


def stale(desk: Desk) -> Reply:
    """Say that a button leads nowhere any more, or never belonged to this chat."""
    return desk.stale().reply


def _nothing(question: AskedQuestion, desk: Desk) -> Reply:
    told = say(texts.asking.NOTHING_FOUND)
    return Reply(desk.here, told, to_advisors(question), question=question.id)


def _offer(question: AskedQuestion, verdict: Verdict, desk: Desk) -> Reply:
    """Offer suggestions or a human; to a half of a message, and in a person's own language too."""
    reply = _suggestions(question, desk) if question.entries else _nothing(question, desk)
    if verdict.unanswered:
        reply = replace(
            reply, text=say(texts.asking.ABOUT, question=verdict.unanswered) + reply.text
        )
    if verdict.word:
        reply = replace(reply, text=say(texts.asking.FOREIGN, word=verdict.word) + reply.text)
        if question.entries:
            reply = replace(reply, buttons=(*reply.buttons, *to_advisors(question)))
    return reply


def _suggestions(
    question: AskedQuestion, desk: Desk, template: str = texts.asking.SUGGEST
) -> Reply:
    rows = [
        (Button(entry.title, "pick", f"{question.id}.{position}"),)
        for position, entry_id in enumerate(question.entries)
        if (entry := desk.house.lookup.corpus.find(entry_id))
    ]
    rows.append((Button("Nichts davon", "none", str(question.id)),))
    return Reply(desk.here, say(template), tuple(rows), question=question.id)
