"""Faults built into the bot on purpose: the machine must find each of them."""

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from bot.incoming.inbox import Inbox
from bot.outgoing import outbox
from bot.outgoing.outbox import OutboxRow
from faq.question import AskedQuestion
from handlers.advising import answering
from handlers.desk import Desk
from handlers.messages import Address, Reply
from handlers.own_tickets import opening as escalate
from tests.desk_machine.living import live
from tickets.life import TRANSITIONS, State, Step

Patch = pytest.MonkeyPatch

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


def answers_go_to_the_wrong_asker(patch: Patch) -> None:
    real = answering.answer_for_person

    def to_anna(*args: Any, **more: Any) -> Reply:
        return replace(real(*args, **more), to=Address("stage", "anna"))

    patch.setattr(answering, "answer_for_person", to_anna)


def taking_is_not_exclusive(patch: Patch) -> None:
    patch.setitem(TRANSITIONS, (State.TAKEN, Step.TAKE), State.TAKEN)


def the_inbox_takes_updates_twice(patch: Patch) -> None:
    real, keys = Inbox.store, count()

    async def store(self: Inbox, channel: str, updates: Any, now: Any) -> None:
        await real(self, channel, [replace(u, key=f"k{next(keys)}") for u in updates], now)

    patch.setattr(Inbox, "store", store)


def a_later_state_never_gets_on_the_card(patch: Patch) -> None:
    real = outbox._replace_unseen

    async def drop(session: AsyncSession, card: Reply) -> bool:
        replaced = await real(session, card)
        for row in [row for row in session.dirty if isinstance(row, OutboxRow)]:
            session.expire(row, ["body"])
        return replaced

    patch.setattr(outbox, "_replace_unseen", drop)


def a_second_press_opens_a_second_ticket(patch: Patch) -> None:
    real = escalate._open

    async def open_another(question: AskedQuestion, desk: Desk) -> list[Reply]:
        copy = await desk.questions.record(desk.asker, question.text, question.decision)
        copy.message = question.message
        return await real(copy, desk)

    patch.setattr(escalate, "_open", open_another)
    patch.setattr(escalate, "_open_once", open_another)


@pytest.mark.parametrize(
    ("mutant", "complaint"),
    [
        (answers_go_to_the_wrong_asker, "meant for"),
        (taking_is_not_exclusive, "took what"),
        (the_inbox_takes_updates_twice, "the same update|twice in|in two"),
        (a_later_state_never_gets_on_the_card, "but its cards say"),
        (a_second_press_opens_a_second_ticket, "in two tickets"),
    ],
)
def test_the_machine_finds(
    tmp_path: Path,
    migrated: Path,
    monkeypatch: Patch,
    mutant: Callable[[Patch], None],
    complaint: str,
) -> None:
    mutant(monkeypatch)
    with pytest.raises(AssertionError) as found:
        live(tmp_path, migrated, lives=40, steps=40, at_random=False)
    # Hypothesis writes the life below what did not hold, or in its place.
    said = [str(found.value), *getattr(found.value, "__notes__", [])]
    assert re.search(complaint, "\n".join(said)), said
