"""What people ask in vain: gathered without names, clustered, ranked by how many asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from faq.editing.kept import SettledQuestion
from faq.german.ngrams import NgramSpace
from faq.german.politeness import without_politeness
from faq.german.text import fold
from faq.german.wording import plain
from faq.insight.nearby import Asked
from faq.lookup import Decision
from faq.question import AskedQuestion

ALIKE = 0.45  # cosine of letter groups from which two questions are about the same
SPAN = timedelta(days=90)
MOST = 3000  # questions that are looked at, the latest
ASKED = (Decision.ANSWER, Decision.REDIRECT, Decision.SUGGEST, Decision.NONE)


@dataclass(frozen=True, slots=True)
class Unmet:
    """A question without a good answer; `chosen` is what the person took from suggestions."""

    id: int
    text: str
    asker: str
    chosen: str = ""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Questions about the same; the first stands for all."""

    questions: tuple[Unmet, ...]

    @property
    def id(self) -> int:
        """Give the number by which buttons name it."""
        return self.questions[0].id

    @property
    def askers(self) -> int:
        """Count the people, not the questions."""
        return len({question.asker for question in self.questions})

    @property
    def wordings(self) -> list[str]:
        """List the different wordings, the first one first."""
        return list({fold(q.text): q.text for q in reversed(self.questions)}.values())[::-1]

    @property
    def chosen(self) -> str:
        """Give the entry most people took from the suggestions, if any did."""
        taken = [question.chosen for question in self.questions if question.chosen]
        return max(set(taken), key=taken.count) if taken else ""


class Learning:
    """Questions of one transaction, as editors see them: never who asked."""

    def __init__(self, session: AsyncSession, now: datetime) -> None:
        self._session = session
        self._now = now

    async def gaps(self, span: timedelta = SPAN) -> list[Cluster]:
        """Cluster what nobody could answer, the one most people asked first."""
        rows = await self._session.scalars(
            select(AskedQuestion)
            .where(
                AskedQuestion.asked_at >= self._now - span,
                AskedQuestion.decision.in_(ASKED),
                or_(
                    AskedQuestion.decision == Decision.NONE,
                    AskedQuestion.helped.is_(False),
                    AskedQuestion.chosen.is_not(None),
                ),
            )
            .order_by(AskedQuestion.id.desc())
            .limit(MOST)
        )
        settled = set(await self._session.scalars(select(SettledQuestion.digest)))
        unmet = [
            Unmet(
                row.id, row.text, row.asker, (row.chosen or "") if row.helped is not False else ""
            )
            for row in rows
            if fold(row.text) and _digest(row.text) not in settled
        ]
        return sorted(cluster(unmet[::-1]), key=lambda c: (-c.askers, c.id))

    async def gap(self, question_id: int) -> Cluster | None:
        """Return the cluster a question belongs to, unless it is settled."""
        found = [c for c in await self.gaps() if any(q.id == question_id for q in c.questions)]
        return found[0] if found else None

    async def settle(self, texts: Sequence[str]) -> None:
        """Take wordings for dealt with; only their hashes are kept."""
        for digest in {_digest(text) for text in texts}:
            await self._session.merge(SettledQuestion(digest=digest, at=self._now))

    async def reopen(self, texts: Sequence[str], asked: Sequence[int] = ()) -> None:
        """Take wordings for open again: what was made of them, or of questions, is dropped."""
        known = await self._session.scalars(
            select(AskedQuestion.text).where(AskedQuestion.id.in_(asked))
        )
        for digest in {_digest(text) for text in (*texts, *known)}:
            if found := await self._session.get(SettledQuestion, digest):
                await self._session.delete(found)

    async def praised(self) -> list[Asked]:
        """List the questions whose answer helped, each wording once."""
        rows = await self._session.scalars(
            select(AskedQuestion)
            .where(AskedQuestion.helped.is_(True), AskedQuestion.decision != "browsed")
            .order_by(AskedQuestion.id.desc())
            .limit(MOST)
        )
        found: dict[str, Asked] = {}
        for row in rows:
            shown = row.chosen or (row.entries[0] if row.entries else "")
            if shown and (folded := fold(row.text)) not in found:
                found[folded] = Asked(row.text, (shown,), "hat geholfen")
        return list(found.values())

    async def disliked(self, since: datetime) -> list[tuple[str, int]]:
        """Count the thumbs-down of each entry, the most first."""
        rows = await self._session.scalars(
            select(AskedQuestion).where(
                AskedQuestion.helped.is_(False), AskedQuestion.asked_at >= since
            )
        )
        counts: dict[str, int] = {}
        for row in rows:
            answered = row.decision in (Decision.ANSWER, Decision.REDIRECT)
            shown = row.chosen or (row.entries[0] if answered and row.entries else "")
            if shown:
                counts[shown] = counts.get(shown, 0) + 1
        return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def cluster(questions: Sequence[Unmet]) -> list[Cluster]:
    """Put questions together that share enough letter groups, directly or over others."""
    from scipy.sparse.csgraph import connected_components  # noqa: PLC0415 - all of linear algebra

    if not questions:
        return []
    folded = [without_politeness(plain(q.text)) or fold(q.text) for q in questions]
    rows = NgramSpace(folded).rows
    alike = rows @ rows.T
    alike.data[alike.data < ALIKE] = 0
    alike.eliminate_zeros()
    count, label = connected_components(alike, directed=False)
    groups: list[list[Unmet]] = [[] for _ in range(count)]
    for question, at in zip(questions, label, strict=True):
        groups[at].append(question)
    return [Cluster(tuple(group)) for group in groups]


def _digest(text: str) -> str:
    return sha256(fold(text).encode()).hexdigest()
