"""What is kept of inbox and outbox, and for how long."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event, update

from bot.channels import Unclear
from bot.outgoing.outbox import OutboxRow, OutboxState
from bot.upkeep import forgetting
from faq.question import AskedQuestion
from tests.bot.rows import count, inbox, outbox
from tests.stage import Theatre

QUESTION = {"chat": "anna", "sender": "anna", "text": "Dürfen wir Hühner halten?"}


async def forget(play: Theatre, after: timedelta) -> None:
    play.clock.moves(after)
    await forgetting.forget(play.database, play.clock())


async def test_a_key_is_remembered_as_long_as_telegram_may_repeat_it(play: Theatre) -> None:
    await play.deliver(QUESTION, key=7)
    await forget(play, timedelta(hours=47))
    await play.deliver(QUESTION, key=7)
    assert await count(play.database, AskedQuestion) == 1


async def test_a_restarted_update_id_is_a_new_message(play: Theatre) -> None:
    await play.deliver(QUESTION, key=7)
    await forget(play, timedelta(days=8))
    assert await inbox(play.database) == []
    await play.deliver(QUESTION | {"text": "Dürfen wir Enten halten?"}, key=7)
    assert await count(play.database, AskedQuestion) == 2
    assert len(play.stage.sent) == 2


async def test_a_lower_update_id_is_not_skipped(play: Theatre) -> None:
    await play.deliver(QUESTION, key=900_000_000)
    await play.deliver(QUESTION | {"text": "Dürfen wir Enten halten?"}, key=17)
    assert await count(play.database, AskedQuestion) == 2


async def test_an_open_row_is_never_forgotten(play: Theatre) -> None:
    await play.deliver(QUESTION, key=7)
    async with play.database.write() as session:
        await session.execute(update(OutboxRow).values(state=OutboxState.NEW))
    await forget(play, timedelta(days=400))
    assert [row.state for row in await outbox(play.database)] == ["new"]


async def test_what_was_sent_is_deleted_after_a_week(play: Theatre) -> None:
    await play.deliver(QUESTION, key=7)
    await forget(play, timedelta(days=6))
    assert len(await outbox(play.database)) == 1
    await forget(play, timedelta(days=2))
    assert await outbox(play.database) == []


async def test_what_never_arrived_is_emptied_after_a_month(play: Theatre) -> None:
    await play.deliver(QUESTION, key=7)
    play.stage.faults = [Unclear()]
    await play.deliver({"chat": "anna", "sender": "anna", "text": "/abbrechen"}, key=8)
    await forget(play, timedelta(days=30))
    (row,) = await outbox(play.database)
    assert (row.state, row.body["text"]) == ("unclear", "")


async def test_a_great_deal_is_deleted_in_portions(
    play: Theatre, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forgetting, "PORTION", 3)
    for key in range(10):
        await play.deliver(QUESTION, key=key)
    deleted = [0]  # rows of each transaction, the last one still open

    def note(_: Any, cursor: Any, statement: str, *__: Any) -> None:
        deleted[-1] += cursor.rowcount if statement.startswith("DELETE") else 0

    engine = play.database.engine.sync_engine
    event.listen(engine, "after_cursor_execute", note)
    event.listen(engine, "commit", lambda _: deleted.append(0))
    await forget(play, timedelta(days=8))
    assert deleted == [3, 3, 3, 1, 3, 3, 3, 1, 0]  # first the inbox, then the outbox
    assert await inbox(play.database) == []
    assert await outbox(play.database) == []
