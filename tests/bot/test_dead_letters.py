"""Updates that nobody can handle: laid aside with an alert, and they hold up nobody."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.channels import Unparsable
from bot.incoming.inbox import InboxState, RawUpdate
from bot.upkeep.forgetting import forget
from faq.question import AskedQuestion
from tests.bot.rows import count, inbox
from tests.stage import Stage, Theatre


def question(chat: str, key: str) -> RawUpdate:
    return RawUpdate.of({"chat": chat, "sender": chat, "text": f"Frage {key}"}, key, chat)


async def test_poison_is_laid_aside_and_the_others_go_on(
    play: Theatre, caplog: pytest.LogCaptureFixture
) -> None:
    poison = RawUpdate.of({"chat": "anna", "poison": "Geheimes von Anna"}, "p", "anna")
    batch = [question("anna", "1"), poison, question("anna", "2"), question("bert", "3")]
    await play.inbox.store("stage", batch, play.clock())
    await play.settle()
    assert await count(play.database, AskedQuestion) == 3
    assert [row.state for row in await inbox(play.database)] == ["done", "dead", "done", "done"]
    assert sorted(chat for chat, _ in play.stage.sent) == ["anna", "anna", "bert"]
    alerts = [record for record in caplog.records if record.name == "helpdesk.alert"]
    (dead,) = await play.inbox.dead()
    assert len(alerts) == 1
    assert str(dead.reference) in alerts[0].getMessage()
    assert "Geheimes" not in caplog.text


@pytest.mark.parametrize("body", [b"", b"kein JSON", b"[1]", b'"x"', b"\xff\x00", b"[" * 5000])
async def test_a_body_that_is_no_object_is_a_dead_letter(play: Theatre, body: bytes) -> None:
    await play.inbox.store("stage", [RawUpdate.unreadable(body)], play.clock())
    await play.settle()
    assert [row.state for row in await inbox(play.database)] == [InboxState.DEAD]


async def test_many_poisoned_chats_hold_up_nobody(play: Theatre) -> None:
    poison = [RawUpdate.of({"poison": n}, f"p{n}", f"chat{n}") for n in range(25)]
    await play.inbox.store("stage", [*poison, question("anna", "1")], play.clock())
    await play.settle()
    assert len(await play.inbox.dead()) == 25
    assert len(play.stage.sent) == 1


async def test_a_dead_letter_gets_a_second_chance(play: Theatre) -> None:
    class Stricter(Stage):
        def parse(self, raw: dict[str, Any]) -> Any:
            del raw
            raise Unparsable

    await play.inbox.store("stage", [question("anna", "1")], play.clock())
    await play.helpdesk.work_off(Stricter())
    (dead,) = await play.inbox.dead()
    assert await play.inbox.retry(dead.id)
    assert not await play.inbox.retry(dead.id)
    await play.settle()
    assert await play.inbox.dead() == []
    assert len(play.stage.sent) == 1


async def test_dead_letters_stay_a_month_and_block_no_key(play: Theatre) -> None:
    await play.deliver({"chat": "anna", "poison": 1}, key=7)
    play.clock.moves(timedelta(days=3))
    await forget(play.database, play.clock())
    # After a quiet week Telegram may count from any number, also from one that lies there dead.
    again = replace(question("anna", "1"), key="7")
    await play.inbox.store("stage", [again], play.clock())
    await play.settle()
    assert len(play.stage.sent) == 1
    assert len(await play.inbox.dead()) == 1
    play.clock.moves(timedelta(days=30))
    await forget(play.database, play.clock())
    assert await inbox(play.database) == []
