"""The stores beside the entries, on both databases."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from db.engine import Database
from faq.editing.entry_life import TRANSITIONS, Forbidden, State, Step, after
from faq.editing.receipts import Receipts
from faq.insight.learning import Learning, Unmet, cluster
from faq.insight.question_figures import Figures
from faq.question import QuestionStore

NOW = datetime(2026, 11, 22, 22, 30, tzinfo=UTC)  # 23:30 in Berlin


@pytest.fixture
async def session(database: Database) -> AsyncIterator[AsyncSession]:
    async with database.write() as session:
        yield session


def test_what_the_table_does_not_have_is_refused() -> None:
    for state in State:
        for step in Step:
            if (state, step) in TRANSITIONS:
                assert after(state, step) in State
            else:
                with pytest.raises(Forbidden):
                    after(state, step)


async def test_gaps_praise_and_dislike_are_told_apart(session: AsyncSession) -> None:
    questions = QuestionStore(session, NOW)
    unanswered = await questions.record("a:1", "Gibt es Hühner?", "none")
    liked = await questions.record("a:1", "Wie viel?", "answer", ("foerderung.hoehe",))
    liked.helped = True
    disliked = await questions.record("a:2", "Wie viel denn?", "answer", ("foerderung.hoehe",))
    disliked.helped = False
    await questions.record("a:2", "Geblättert", "browsed", ("foerderung.hoehe",))
    await session.flush()
    learning = Learning(session, NOW)
    assert {c.id for c in await learning.gaps()} == {unanswered.id, disliked.id}
    assert [(p.text, p.right) for p in await learning.praised()] == [
        ("Wie viel?", ("foerderung.hoehe",))
    ]
    assert await learning.disliked(NOW - timedelta(days=7)) == [("foerderung.hoehe", 1)]
    await learning.settle(["GIBT ES HÜHNER"])
    await learning.settle(["Gibt es Hühner?"])
    await session.flush()
    assert {c.id for c in await learning.gaps()} == {disliked.id}
    await learning.reopen(["gibt es hühner", "nie gesehen"])
    await session.flush()
    assert {c.id for c in await learning.gaps()} == {unanswered.id, disliked.id}


def test_a_cluster_counts_people_and_keeps_wordings() -> None:
    asked = [
        Unmet(1, "Dürfen wir Hühner halten?", "a:1"),
        Unmet(2, "dürfen wir hühner halten", "a:2"),
        Unmet(3, "Hühner halten im Hof?", "a:2", "recht.tiere"),
        Unmet(4, "Wer zahlt die Heizung?", "a:3"),
    ]
    first, second = sorted(cluster(asked), key=lambda c: c.id)
    assert [q.id for q in first.questions] == [1, 2, 3]
    assert (first.askers, first.chosen) == (2, "recht.tiere")
    assert first.wordings == ["Dürfen wir Hühner halten?", "Hühner halten im Hof?"]
    assert [q.id for q in second.questions] == [4]
    assert cluster([]) == []


async def test_a_day_is_a_day_in_hesse(session: AsyncSession) -> None:
    for hours in (0, 1):  # 23:30 on Sunday, half past midnight on Monday
        questions = QuestionStore(session, NOW + timedelta(hours=hours))
        await questions.record("a:1", "Wie viel?", "answer", ("foerderung.hoehe",))
    figures = Figures(session)
    sunday, monday = date(2026, 11, 22), date(2026, 11, 23)
    assert (await figures.count(sunday, sunday)).questions == 1
    assert (await figures.count(monday, monday)).questions == 1
    both = await figures.count(sunday, monday)
    assert [sum(kinds.values()) for kinds in both.days.values()] == [1, 1]
    assert both.topics == {"foerderung": 2}


async def test_who_was_shown_what_and_is_told(session: AsyncSession) -> None:
    receipts = Receipts(session, NOW)
    for asker, version in (("a:1", 1), ("a:2", 1), ("a:2", 2), ("a:3", 1)):
        await receipts.note(asker, "x.y", version)
    await receipts.note("a:4", "x.z", 1)
    await receipts.refuse("a:3")
    await session.flush()
    since = NOW - timedelta(days=30)
    assert await receipts.shown_older("x.y", 2, since) == ["a:1"]
    assert await receipts.shown_older("x.y", 2, NOW + timedelta(days=1)) == []
    question = await QuestionStore(session, NOW).record("a:1", "Frage", "none")
    refused = await QuestionStore(session, NOW).record("a:3", "Frage", "none")
    asked = [question.id, refused.id, 999]
    assert await receipts.to_thank(asked, "x.y") == ["a:1"]
    await session.flush()
    assert await receipts.to_thank(asked, "x.y") == []
    assert await receipts.to_thank(asked, "x.z") == ["a:1"]
