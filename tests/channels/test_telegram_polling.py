"""Fetching from Telegram: acknowledged after the commit, and back by itself after every fault."""

import asyncio
import sqlite3
from collections.abc import Callable

import aiohttp
import pytest
from sqlalchemy.exc import OperationalError

from bot.incoming.inbox import RawUpdate
from tests.channels.office import Hurry, Office
from tests.channels.test_conformance import make_advisor
from tests.fake_telegram import Call, FakeTelegram, Group, Person
from tests.fake_telegram.raw_bot import RawBot


def polls(server: FakeTelegram) -> list[Call]:
    """List the polls that were answered, or cut off."""
    return [call for call in server.calls if call.method == "getUpdates"]


@pytest.fixture
def witness(server: FakeTelegram, office: Office, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Look into the database file whenever Telegram is told to forget an update."""
    seen: list[int] = []
    confirm = server.updates.confirm

    def look(update_id: int) -> None:
        with sqlite3.connect(str(office.database.url.database)) as connection:
            found = connection.execute(
                "SELECT count(*) FROM inbox WHERE update_key = ?", (str(update_id),)
            ).fetchone()
        connection.close()
        assert found == (1,), f"{update_id} was acknowledged and is not stored"
        seen.append(update_id)
        confirm(update_id)

    monkeypatch.setattr(server.updates, "confirm", look)
    return seen


async def test_acknowledged_is_what_is_stored(
    witness: list[int], open_office: Office, anna: Person
) -> None:
    for word in ("eins", "zwei", "drei"):
        await anna.writes(f"Frage {word}")
    await open_office.settled()
    assert len(witness) == 3


async def test_not_acknowledged_while_the_commit_takes_its_time(
    server: FakeTelegram, office: Office, anna: Person
) -> None:
    begun, may_commit = asyncio.Event(), asyncio.Event()

    async def slow(updates: list[RawUpdate]) -> None:
        begun.set()
        await may_commit.wait()
        await office.service.store(updates)

    office.store = slow
    async with office:
        await anna.writes("Frage")
        await begun.wait()
        before = server.api.polling.polls
        await asyncio.sleep(0.1)
        assert server.updates.pending
        assert server.api.polling.polls == before
        may_commit.set()
        await office.settled()
        assert "keine geprüfte Antwort" in (await anna.hears()).text


async def test_what_could_not_be_stored_comes_again(
    server: FakeTelegram, office: Office, anna: Person
) -> None:
    failures = 3

    async def failing(updates: list[RawUpdate]) -> None:
        nonlocal failures
        if failures:
            failures -= 1
            raise OperationalError("insert", {}, Exception("disk full"))
        await office.service.store(updates)

    office.store = failing
    async with office:
        await anna.writes("Frage")
        await office.settled()
        await anna.hears()
        await anna.hears_nothing()
    offsets = [call.params.get("offset") for call in polls(server)]
    assert offsets[:4] == [None] * 4  # none was acknowledged before the fourth was stored


async def test_begins_without_offset_and_drops_nothing(
    server: FakeTelegram, office: Office, anna: Person
) -> None:
    await anna.writes("Das schrieb ich, als der Bot noch schlief")
    async with office:
        await office.settled()
    first = polls(server)[0].params
    assert "offset" not in first
    assert first["allowed_updates"] == ["message", "edited_message", "callback_query"]
    assert not any(call.params.get("drop_pending_updates") for call in server.calls)
    assert len(await office.stored()) == 1


Break = Callable[[FakeTelegram], None]
FAULTS: dict[str, Break] = {
    "no such address": lambda server: server.fail_next("getUpdates", status=404, times=None),
    "server error": lambda server: server.fail_next("getUpdates", status=500, times=None),
    "reset": lambda server: server.fail_next("getUpdates", reset=True, times=None),
    "answer lost": lambda server: server.fail_next("getUpdates", drop_answer=True, times=None),
    "no numbers": lambda server: server.fail_next(
        "getUpdates", body='{"ok": true, "result": [{"message": {}}, 7, null]}', times=None
    ),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
async def test_recovers_by_itself_and_does_not_race(
    fault: Break, server: FakeTelegram, office: Office, anna: Person
) -> None:
    fault(server)
    await anna.writes("Hört mich jemand?")
    async with office:
        async with asyncio.timeout(10):
            while len(polls(server)) < 2:  # noqa: ASYNC110 - the fake server tells nobody
                await asyncio.sleep(0.01)
        before = len(polls(server))
        await asyncio.sleep(0.5)
        # The pauses are 0.02 to 0.1 seconds here; in earnest 1 to 60.
        assert len(polls(server)) - before <= 12
        server.heal()
        assert "keine geprüfte Antwort" in (await anna.hears()).text


async def test_a_second_poller_ends_the_first_and_neither_loses_anything(
    server: FakeTelegram, open_office: Office, anna: Person
) -> None:
    await anna.writes("Eins")
    await open_office.settled()
    async with aiohttp.ClientSession() as session:
        await RawBot(server, session).call("getUpdates", timeout=0)
    await anna.writes("Zwei")
    await open_office.settled()
    assert len(anna.catches_up()) == 2


async def test_our_own_name_is_known_before_anything_is_handled(
    server: FakeTelegram, office: Office, carla: Person, group: Group, hurry: Hurry
) -> None:
    await make_advisor(office.database, f"telegram:{carla.id}", hurry)
    server.fail_next("getMe", status=502, times=2)
    await carla.writes(f"/tickets@{server.bot['username']}", chat=group)
    async with office:
        assert "keine Anfrage offen" in (await group.hears()).text
