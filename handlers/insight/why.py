"""Why the bot answers as it does: for editors, with one tap to mend it."""

from collections.abc import Sequence

from markupsafe import Markup

from faq.finding.match import Candidate, Explanation
from faq.lookup import Decision, Verdict, exclusion_key
from faq.recognising.letter import proposable
from handlers import texts
from handlers.asking.ask import stale
from handlers.desk import Desk
from handlers.editing import entry_draft as drafts
from handlers.editing.view import Row, receipt, tell, title_of, way_back
from handlers.messages import Button, Reply
from handlers.reading.numbers import parse_pair
from handlers.rich import one_line
from handlers.texts import say

CARRIED = 3  # signals named for each entry
WORTH = 0.1  # points from which a signal is worth naming


async def why(question: str, desk: Desk) -> list[Reply]:
    """Explain what would be done with a question."""
    await desk.talks.end(desk.talker)
    if not question.strip():
        return tell(say(texts.editors.WHY_WHAT), desk, way_back("faq"))
    verdict = desk.house.lookup.decide(question, desk.today)
    explained = desk.house.lookup.explain(question)
    if not explained.ranked:
        return tell(say(texts.editors.WHY_NOTHING), desk, way_back("faq"))
    # Kept as a browsed entry is: nobody's question, so it appears in no list and no number.
    ids = tuple(candidate.entry_id for candidate in explained.ranked)
    kept = await desk.questions.record(desk.asker, question, "browsed", ids)
    text = say(
        texts.editors.WHY,
        question=one_line(question, 200),
        words=" · ".join(explained.words),
        repaired=_repaired(explained),
        split=_split(explained),
        lines=Markup("\n").join(
            _line(at, candidate, explained, desk)
            for at, candidate in enumerate(explained.ranked, 1)
        ),
        sure=round(100 * explained.confidence),
        answer=round(100 * explained.sure),
        suggest=round(100 * explained.maybe),
        decision=_decision(verdict, desk),
    )
    rows: list[Row] = [
        (
            Button(f"{at}: als Formulierung übernehmen", "faq_adopt", f"{kept.id}.{at}"),
            Button(f"{at}: nie für diesen Eintrag", "faq_never", f"{kept.id}.{at}"),
        )
        for at in range(1, len(ids) + 1)
    ]
    return tell(text, desk, *rows, way_back("faq"))


async def adopt(value: str, desk: Desk) -> list[Reply]:
    """Take a question among the ways to ask for an entry: a draft, as any other change."""
    text, entry_id = await _meant(value, desk)
    if not entry_id:
        return [stale(desk)]
    return await adopt_as_variant((text,), entry_id, desk)


async def adopt_as_variant(
    wordings: Sequence[str], entry_id: str, desk: Desk, asked: Sequence[int] = ()
) -> list[Reply]:
    """Begin a draft in which an entry has more ways to be asked for.

    Args:
        wordings: as people typed them.
        entry_id: the entry.
        desk: the turn.
        asked: the ids of their questions.

    """
    opened = await drafts.open_entry(entry_id, desk)
    if isinstance(opened, list):
        return opened
    draft, notice = opened
    known = [str(line) for line in draft.content.get("fragen", ())]
    fresh = [" ".join(proposable(w).split()) for w in wordings]
    draft.asked = [*draft.asked, *asked]
    desk.drafts.change(draft, desk.me, fragen=list(dict.fromkeys([*known, *fresh])))
    return await drafts.view(draft, desk, notice)


async def never(value: str, desk: Desk) -> list[Reply]:
    """Let an entry never answer this question again."""
    text, entry_id = await _meant(value, desk)
    if not entry_id:
        return [stale(desk)]
    key = exclusion_key(text)
    if not await desk.entries.exclude(key, entry_id, desk.me):
        return receipt(say(texts.editors.NEVER_ALREADY), desk)
    desk.audit.note(desk.me, "ausgeschlossen", entry_id, key)
    said = say(texts.editors.NEVER, title=title_of(entry_id, desk), question=one_line(text, 100))
    return tell(said, desk, (Button("Doch wieder", "faq_again", value),), way_back("faq"))


async def again(value: str, desk: Desk) -> list[Reply]:
    """Let an entry answer a question again."""
    text, entry_id = await _meant(value, desk)
    if not entry_id:
        return [stale(desk)]
    key = exclusion_key(text)
    await desk.entries.include(key, entry_id)
    desk.audit.note(desk.me, "wieder zugelassen", entry_id, key)
    said = say(texts.editors.AGAIN, title=title_of(entry_id, desk), question=one_line(text, 100))
    return receipt(said, desk, way_back("faq"))


async def _meant(value: str, desk: Desk) -> tuple[str, str]:
    """Give the question that was explained, and the entry of a button."""
    question_id, at = parse_pair(value)
    question = await desk.questions.of(desk.asker, question_id)
    if question is None or not 1 <= at <= len(question.entries):
        return "", ""
    return question.text, question.entries[at - 1]


def _line(at: int, candidate: Candidate, explained: Explanation, desk: Desk) -> Markup:
    parts = sorted(explained.parts.get(candidate.entry_id, {}).items(), key=lambda p: -p[1])
    carried = ", ".join(
        f"{texts.editors.SIGNALS.get(name, name)} {points:.1f}".replace(".", ",")
        for name, points in parts[:CARRIED]
        if points >= WORTH
    )
    return say(
        texts.editors.WHY_LINE,
        number=at,
        title=title_of(candidate.entry_id, desk),
        score=f"{candidate.score:.0f}",
        parts=carried or "nichts Deutliches",
    )


def _repaired(explained: Explanation) -> Markup:
    words = ", ".join(f"{typed} → {meant}" for typed, meant in explained.repaired.items())
    return say(texts.editors.WHY_REPAIRED, words=words) if words else Markup()


def _split(explained: Explanation) -> Markup:
    words = ", ".join(f"{word} = {' + '.join(parts)}" for word, parts in explained.split.items())
    return say(texts.editors.WHY_SPLIT, words=words) if words else Markup()


def _decision(verdict: Verdict, desk: Desk) -> str:
    said = texts.editors.DECISIONS[verdict.decision]
    if verdict.expired:
        return f"„{title_of(verdict.expired, desk)}“ wird gerade überprüft"
    shown = verdict.answers or verdict.suggestions
    if verdict.decision is Decision.NONE or not shown:
        return said
    return f"{said}: {'; '.join(title_of(entry_id, desk) for entry_id in shown)}"
