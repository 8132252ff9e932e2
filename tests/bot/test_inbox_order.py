"""One chat in order, chats side by side."""

import asyncio

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.incoming.inbox import RawUpdate, claim
from faq.question import AskedQuestion
from handlers.messages import Incoming, Reply
from tests.bot.rows import inbox
from tests.stage import Theatre


def message(chat: str, number: int) -> RawUpdate:
    text = f"Frage {number} von {chat}"
    return RawUpdate.of({"chat": chat, "sender": chat, "text": text}, f"{chat}{number}", chat)


async def asked(play: Theatre) -> list[str]:
    """List the questions in the order they were handled."""
    async with play.database.read() as session:
        return list(await session.scalars(select(AskedQuestion.text).order_by(AskedQuestion.id)))


def of_chat(texts: list[str], chat: str) -> list[str]:
    return [text for text in texts if text.endswith(f" {chat}")]


async def test_each_chat_keeps_its_order(play: Theatre, monkeypatch: pytest.MonkeyPatch) -> None:
    chats = [f"chat{n}" for n in range(12)]
    batch = [message(chat, number) for number in range(4) for chat in chats]
    await play.inbox.store("stage", batch, play.clock())
    answer = play.helpdesk.answer

    async def slower_and_slower(session: AsyncSession, incoming: Incoming) -> list[Reply]:
        for _ in range(len(batch)):
            await asyncio.sleep(0)  # the others get their turn
        batch.pop()
        return await answer(session, incoming)

    monkeypatch.setattr(play.helpdesk, "answer", slower_and_slower)
    await play.settle()
    texts = await asked(play)
    for chat in chats:
        assert of_chat(texts, chat) == [f"Frage {number} von {chat}" for number in range(4)]


async def test_only_the_oldest_open_row_of_a_chat_is_a_head(play: Theatre) -> None:
    batch = [message(chat, number) for number in range(3) for chat in ("anna", "bert")]
    await play.inbox.store("stage", batch, play.clock())
    assert [chat for _, chat, _ in await play.inbox.heads("stage", 10)] == ["anna", "bert"]
    assert [chat for _, chat, _ in await play.inbox.heads("stage", 10, "bert")] == ["bert"]
    assert await play.inbox.heads("other", 10) == []


async def test_a_long_line_in_one_chat_does_not_delay_the_others(play: Theatre) -> None:
    batch = [message("anna", number) for number in range(50)] + [message("bert", 0)]
    await play.inbox.store("stage", batch, play.clock())
    await play.helpdesk.step(play.stage)
    assert [row.chat for row in await inbox(play.database) if row.done_at] == ["anna", "bert"]


async def test_two_replicas_share_the_work_and_do_nothing_twice(
    play: Theatre, replica: Theatre
) -> None:
    chats = [f"chat{n}" for n in range(7)]
    batch = [message(chat, number) for number in range(6) for chat in chats]
    await play.inbox.store("stage", batch, play.clock())
    # Each may find the heads taken by the other; then it looks again later, as the service does.
    while await play.inbox.heads("stage", 1):
        both = (theatre.helpdesk.work_off(theatre.stage) for theatre in (play, replica))
        await asyncio.gather(*both)
    while await play.sender.is_busy():
        await asyncio.gather(play.sender.drain(), replica.sender.drain())
    texts = await asked(play)
    assert len(texts) == len(batch)
    for chat in chats:
        assert of_chat(texts, chat) == [f"Frage {number} von {chat}" for number in range(6)]
    assert len(play.stage.sent) + len(replica.stage.sent) == len(batch)


# On SQLite there is one writer at a time anyway.
@pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
async def test_a_row_taken_by_another_replica_is_not_waited_for(
    play: Theatre, replica: Theatre
) -> None:
    await play.inbox.store("stage", [message("anna", 1)], play.clock())
    async with play.database.write() as session:
        assert await claim(session, 1)
        async with asyncio.timeout(5):
            assert not await replica.helpdesk.step(replica.stage)
    assert await replica.helpdesk.step(replica.stage)
