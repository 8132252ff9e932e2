"""The numbers of a period: questions, what became of them, and what they were about."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.berlin import berlin_day, end_of, start_of
from faq.lookup import Decision
from faq.question import AskedQuestion

ANSWERED, SUGGESTED, UNANSWERED = "beantwortet", "vorgeschlagen", "ohne Antwort"
KINDS = {
    Decision.ANSWER: ANSWERED,
    Decision.REDIRECT: ANSWERED,
    Decision.SUGGEST: SUGGESTED,
    Decision.NONE: UNANSWERED,
}
NO_TOPIC = "ohne Thema"


@dataclass(slots=True)
class Numbers:
    """What happened between two days, both included."""

    first: date
    last: date
    questions: int = 0
    kinds: dict[str, int] = field(default_factory=lambda: dict.fromkeys(KINDS.values(), 0))
    helped: int = 0
    unhelped: int = 0
    escalated: int = 0  # handed to the advisors
    waiting: timedelta | None = None  # until half of them had an answer of a human
    topics: dict[str, int] = field(default_factory=dict)  # group and questions, most first
    days: dict[date, dict[str, int]] = field(default_factory=dict)  # kinds, of each day


class Figures:
    """Counting in one transaction; nothing in here names a person."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def count(self, first: date, last: date) -> Numbers:
        """Count the questions of a period of days in Hesse."""
        numbers = Numbers(first, last)
        since = start_of(first)
        until = end_of(last)
        for offset in range((last - first).days + 1):
            numbers.days[first + timedelta(days=offset)] = dict.fromkeys(KINDS.values(), 0)
        rows = await self._session.scalars(
            select(AskedQuestion).where(
                AskedQuestion.asked_at >= since,
                AskedQuestion.asked_at < until,
                AskedQuestion.decision.in_(list(KINDS)),
            )
        )
        topics: dict[str, int] = {}
        for row in rows:
            kind = KINDS[Decision(row.decision)]
            numbers.questions += 1
            numbers.kinds[kind] += 1
            numbers.helped += row.helped is True
            numbers.unhelped += row.helped is False
            numbers.days[berlin_day(row.asked_at)][kind] += 1
            shown = row.chosen or (row.entries[0] if kind == ANSWERED and row.entries else "")
            topic = shown.partition(".")[0] or NO_TOPIC
            topics[topic] = topics.get(topic, 0) + 1
        numbers.topics = dict(sorted(topics.items(), key=lambda pair: (-pair[1], pair[0])))
        return numbers
