"""What goes wrong on the way in, one test each: nothing lost, nothing twice, back by itself.

The numbers are those of the list of faults in docs/reliability.md.
"""

import asyncio
import logging
import sqlite3
from typing import Any

import pytest

from bot.channels.telegram import receiving as telegram_receiving
from bot.incoming.inbox import InboxState
from tests.channels.office import Office
from tests.channels.test_webhook import Delivered, delivered  # noqa: F401 - a fixture
from tests.fake_telegram import FakeTelegram, Person
from tests.fake_telegram.updates import FIRST_ID

POLLS_MOST = 60  # in the half second a fault lasts here; in earnest the pauses are 50 times longer


def polls(server: FakeTelegram) -> int:
    return sum(call.method == "getUpdates" for call in server.calls)


async def survives(office: Office, anna: Person, **fault: Any) -> None:
    """Let every poll fail for half a second: it neither races nor gives up nor loses."""
    server = office.server
    server.fail_next("getUpdates", times=None, **fault)
    await anna.writes("Hört mich jemand?")
    async with office:
        async with asyncio.timeout(10):
            while polls(server) < 2:  # noqa: ASYNC110 - the fake server tells nobody
                await asyncio.sleep(0.01)
        await asyncio.sleep(0.5)
        assert polls(server) < POLLS_MOST
        server.heal()
        await anna.hears()
        await office.settled()
    await answered_once(office, anna)


async def answered_once(office: Office, anna: Person, already: int = 1) -> None:
    assert len(anna.catches_up()) + already == 1
    assert [row.state for row in await office.stored()] == [InboxState.DONE]


async def test_19_connection_refused(office: Office, anna: Person) -> None:
    await office.server.refuse()
    await anna.writes("Hört mich jemand?")
    async with office:
        await asyncio.sleep(0.3)
        await office.server.accept()
        await anna.hears()
        await office.settled()
    await answered_once(office, anna)


async def test_20_no_answer_to_a_poll(
    office: Office, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(telegram_receiving, "POLL_SECONDS", 1)
    monkeypatch.setattr(telegram_receiving, "POLL_GRACE", 0)
    office.server.fail_next("getUpdates", delay=5.0)
    await anna.writes("Hört mich jemand?")
    async with office:
        await anna.hears()
        await office.settled()
    assert polls(office.server) >= 2
    await answered_once(office, anna)


async def test_21_a_proxys_page(office: Office, anna: Person) -> None:
    await survives(office, anna, status=502)


async def test_23_too_many_polls(office: Office, anna: Person) -> None:
    office.server.fail_next("getUpdates", status=429, retry_after=1)
    await anna.writes("Hört mich jemand?")
    async with office:
        await anna.hears()
        await office.settled()
    first, second = [c.at for c in office.server.calls if c.method == "getUpdates"][:2]
    assert second - first >= 1
    await answered_once(office, anna)


async def test_24_another_process_polls(
    office: Office, anna: Person, caplog: pytest.LogCaptureFixture
) -> None:
    await survives(office, anna, status=409)
    assert "another process polls with this token" in caplog.text


async def test_25_token_revoked(
    office: Office, anna: Person, caplog: pytest.LogCaptureFixture
) -> None:
    await survives(office, anna, status=401)
    assert "Telegram does not know this token" in caplog.text


async def test_26_delivered_three_times(
    server: FakeTelegram, open_office: Office, anna: Person
) -> None:
    server.deliver_twice(2)
    await anna.writes("Hört mich jemand?")
    await open_office.settled()
    await answered_once(open_office, anna, already=0)


async def test_27_out_of_order_by_webhook(
    server: FakeTelegram,
    delivered: Delivered,  # noqa: F811 - the fixture
    anna: Person,
) -> None:
    """A later number first: each is handled once, in the order in which they came."""
    async with delivered:
        for update_id in (FIRST_ID + 5, FIRST_ID + 9):
            server.updates.next_id = update_id
            await anna.writes(f"Nachricht {update_id}")
            await delivered.settled()
        server.updates.next_id = FIRST_ID + 2
        await anna.writes("Nachzügler")
        await delivered.settled()
    keys = [int(row.update_key) - FIRST_ID for row in await delivered.stored()]
    assert keys == [5, 9, 2]
    assert len(anna.catches_up()) == 3


async def test_28_numbers_begin_again_lower(
    server: FakeTelegram, open_office: Office, anna: Person
) -> None:
    await anna.writes("Vor der stillen Woche")
    await open_office.settled()
    server.restart_ids(7)
    await anna.writes("Nach der stillen Woche")
    await open_office.settled()
    assert len(anna.catches_up()) == 2


async def test_29_a_hundred_at_once_and_again(server: FakeTelegram, office: Office) -> None:
    people = [server.person(f"P{number}") for number in range(100)]
    for person in people:
        await person.writes("Hört mich jemand?")
    failing = True
    store = office.store

    async def dies_after_storing(updates: Any) -> None:
        nonlocal failing
        await store(updates)
        if failing:
            failing = False
            raise sqlite3.OperationalError  # so the offset is not moved

    office.store = dies_after_storing
    async with office:
        await office.settled()
    assert len(await office.stored()) == 100
    assert [len(person.catches_up()) for person in people] == [1] * 100


async def test_30_no_reason_given(office: Office, anna: Person) -> None:
    office.server.fail_next("getUpdates", body='{"ok": true, "result": []}')
    office.server.fail_next("getUpdates", body='{"ok": true}')
    office.server.fail_next("getUpdates", body="{}")
    await survives(office, anna, body='{"ok": false}')


async def test_31_half_an_answer(office: Office, anna: Person) -> None:
    await survives(office, anna, body='{"ok": true, "result": [{"upd')


async def test_32_unknown_kinds(office: Office, anna: Person) -> None:
    office.server.inject({"hologramm": {"text": "x"}})
    chat, person = anna.chat.info, anna.user
    odd = {"message_id": 900, "date": 1, "chat": chat, "from": person, "text": "Wie viel?"}
    entity = [{"type": "Blinken", "offset": 0, "length": 3}]
    office.server.inject({"message": odd | {"entities": entity, "hologramm": {"tiefe": 3}}})
    async with office:
        await office.settled()
    assert len(anna.catches_up()) == 1
    assert {row.state for row in await office.stored()} == {InboxState.DONE}


async def test_33_a_hidden_author_without_a_name(
    office: Office, anna: Person, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.ERROR)
    hidden = {"type": "hidden_user", "date": 1}
    await anna.sends(text="Wie viel bekommen wir?", forward_origin=hidden)
    bert = office.server.person("Bert")
    await bert.writes("Und ich?")
    async with office:
        await office.settled()
    assert (len(anna.catches_up()), len(bert.catches_up())) == (1, 1)
    assert caplog.records == []


async def test_34_changed_before_it_came(
    server: FakeTelegram, open_office: Office, anna: Person
) -> None:
    """The change first, then the message itself: both are heard, nothing breaks."""
    message = {"message_id": 900, "date": 1, "chat": anna.chat.info, "from": anna.user}
    server.inject({"edited_message": message | {"text": "Wie viel ist es?", "edit_date": 2}})
    server.inject({"message": message | {"text": "Wie fiel ist es?"}})
    await open_office.settled()
    assert [row.state for row in await open_office.stored()] == [InboxState.DONE] * 2
    changed, first = anna.catches_up()
    assert "18.000 Euro" in changed.text
    assert "keine geprüfte Antwort" in first.text
