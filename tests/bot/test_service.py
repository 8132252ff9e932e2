"""The running service: what a fault somewhere does to the rest, and how it stops."""

import asyncio
from functools import partial
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from bot.channels import Channel, Outgoing
from bot.incoming.inbox import Head, RawUpdate
from bot.outgoing.alarm import Part
from bot.outgoing.outbox import OutboxRow
from bot.running import service as serve
from bot.running.service import Service
from bot.running.stopping import until
from db.engine import Database
from faq.question import AskedQuestion
from handlers.desk import House
from tests.bot.moody import MoodyStage
from tests.bot.rows import count
from tests.channels.office import telegram
from tests.fake_telegram import FakeTelegram

LOCKED = OperationalError("INSERT", {}, ValueError("database is locked, says Geheimes"))


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serve, "AFTER_FAULT", 0.01)
    monkeypatch.setattr(serve, "LOOK_AGAIN", 0.05)


def question(chat: str, number: int) -> RawUpdate:
    update = {"chat": chat, "sender": chat, "text": f"Frage {number}"}
    return RawUpdate.of(update, f"{chat}{number}", chat)


class Full:
    """A store that fails a number of times, and notes what was still unconfirmed then."""

    def __init__(self, service: Service, server: FakeTelegram, times: int) -> None:
        self._service = service
        self._server = server
        self._left = times
        self.waiting: list[int] = []

    async def __call__(self, updates: list[RawUpdate]) -> None:
        self.waiting.append(len(self._server.updates.pending))
        if self._left:
            self._left -= 1
            raise LOCKED
        await self._service.store(updates)


async def test_polling_survives_a_database_in_trouble(
    sqlite_database: Database, house: House, caplog: pytest.LogCaptureFixture
) -> None:
    async with FakeTelegram() as server:
        channel = telegram(server)
        service = Service(sqlite_database, channel, house)
        store, stop = Full(service, server, times=3), asyncio.Event()
        anna = server.person("Anna")
        await anna.writes("Dürfen wir Hühner halten?")
        async with asyncio.timeout(10), asyncio.TaskGroup() as group:
            group.create_task(service.work(stop))
            poll = partial(channel.receiver.poll, store)
            group.create_task(until(stop, service.keep(Part.RECEIVING, poll, stop)))
            await anna.hears()
            stop.set()
        await channel.close()
    assert store.waiting[:4] == [1, 1, 1, 1]  # never confirmed before it was stored
    assert await count(sqlite_database, AskedQuestion) == 1
    assert "receiving failed, goes on: OperationalError" in caplog.text
    assert "Geheimes" not in caplog.text


async def test_a_fault_in_one_part_is_survived(
    sqlite_database: Database, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage, stop = MoodyStage(), asyncio.Event()
    service = Service(sqlite_database, stage, house)
    heads, claim, left = service.inbox.heads, service.sender._claim, [3, 3]

    async def heads_later(*given: Any) -> Any:
        left[0] -= 1
        if left[0] >= 0:
            raise LOCKED
        return await heads(*given)

    async def claim_later() -> Any:
        left[1] -= 1
        if left[1] >= 0:
            raise LOCKED
        return await claim()

    monkeypatch.setattr(service.inbox, "heads", heads_later)
    monkeypatch.setattr(service.sender, "_claim", claim_later)
    await service.store([question("anna", 1)])
    async with asyncio.timeout(10), asyncio.TaskGroup() as group:
        group.create_task(service.work(stop))
        while not stage.sent:  # noqa: ASYNC110 - the stage tells nobody
            await asyncio.sleep(0.01)
        stop.set()
    assert len(stage.sent) == 1


async def test_a_stop_does_not_wait_for_the_whole_backlog(
    sqlite_database: Database, house: House
) -> None:
    stage, stop = MoodyStage(), asyncio.Event()
    service = Service(sqlite_database, stage, house)
    await service.store([question("anna", n) for n in range(1000)])
    async with asyncio.timeout(30), asyncio.TaskGroup() as group:
        group.create_task(service.work(stop))
        while not stage.sent:  # noqa: ASYNC110 - the stage tells nobody
            await asyncio.sleep(0.01)
        stop.set()
    assert 0 < await count(sqlite_database, AskedQuestion) < 1000


async def test_what_is_being_sent_at_the_stop_is_brought_to_its_end(
    sqlite_database: Database, house: House
) -> None:
    sending, go_on, stop = asyncio.Event(), asyncio.Event(), asyncio.Event()

    class Slow(MoodyStage):
        async def send(self, outgoing: Outgoing) -> tuple[str, ...]:
            sending.set()
            await go_on.wait()
            return await super().send(outgoing)

    stage = Slow()
    service = Service(sqlite_database, stage, house)
    await service.store([question("anna", 1)])
    async with asyncio.timeout(5), asyncio.TaskGroup() as group:
        working = group.create_task(service.work(stop))
        await sending.wait()
        stop.set()
        await asyncio.sleep(0)
        assert not working.done()
        go_on.set()
    assert len(stage.sent) == 1
    assert not await service.sender.is_busy()


async def test_a_lost_outcome_leaves_the_other_sends_alone(
    sqlite_database: Database,
    house: House,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stage, stop = MoodyStage(), asyncio.Event()
    service = Service(sqlite_database, stage, house)
    sent = service.sender._outcome.sent
    lost: list[int] = []

    async def first_is_lost(row: OutboxRow, messages: tuple[str, ...]) -> None:
        if not lost:
            lost.append(row.id)
            raise LOCKED
        await sent(row, messages)

    monkeypatch.setattr(service.sender._outcome, "sent", first_is_lost)
    await service.store([question(f"chat{n}", n) for n in range(8)])
    async with asyncio.timeout(5), asyncio.TaskGroup() as group:
        group.create_task(service.work(stop))
        while len(stage.sent) < 8:  # noqa: ASYNC110 - the stage tells nobody
            await asyncio.sleep(0.01)
        stop.set()
    assert "outcome not recorded" in caplog.text
    await service.start()  # the next process finds the one row in doubt
    again = [row for row in stage.sent if "vielleicht doppelt" in row[1].text]
    assert again == []
    assert len(stage.sent) == 8


async def test_an_answer_leaves_after_two_commits(sqlite_database: Database, house: House) -> None:
    done: list[str] = []
    event.listen(sqlite_database.engine.sync_engine, "commit", lambda _: done.append("commit"))

    class Noting(MoodyStage):
        async def send(self, outgoing: Outgoing) -> tuple[str, ...]:
            done.append("sent")
            return await super().send(outgoing)

    stage = Noting()
    service = Service(sqlite_database, stage, house)
    await service.store([question("anna", 1)])
    (head,) = await service.inbox.heads(stage.name, 1)
    done.clear()
    async with asyncio.timeout(5), asyncio.TaskGroup() as crew:
        service.sender.crew = crew
        assert await service.helpdesk.turn([head], stage)
    assert done[:2] == ["commit", "sent"]  # and one before: that it is stored


async def test_what_a_turn_says_during_the_stop_is_still_sent(
    sqlite_database: Database, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage, stop = MoodyStage(), asyncio.Event()
    service = Service(sqlite_database, stage, house)
    turn = service.helpdesk.turn

    async def stopped_meanwhile(heads: list[Head], channel: Channel) -> bool:
        stop.set()
        await sender_ended.wait()
        return await turn(heads, channel)

    run, sender_ended = service.sender.run, asyncio.Event()

    async def runs(stop: asyncio.Event, look_again: float) -> None:
        await run(stop, look_again)
        sender_ended.set()

    monkeypatch.setattr(service.sender, "run", runs)
    monkeypatch.setattr(service.helpdesk, "turn", stopped_meanwhile)
    await service.store([question("anna", 1)])
    async with asyncio.timeout(5):
        await service.work(stop)
    assert len(stage.sent) == 1
    assert not await service.sender.is_busy()


async def test_an_apology_wakes_the_sender(
    sqlite_database: Database, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = MoodyStage()
    service = Service(sqlite_database, stage, house)

    async def fails(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(service.helpdesk, "answer", fails)
    await service.store([question("anna", 1)])
    assert await service.helpdesk.step(stage)
    assert service.sender.filled.is_set()
