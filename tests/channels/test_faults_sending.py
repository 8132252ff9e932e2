"""What goes wrong on the way out and with buttons, one test each.

The numbers are those of the list of faults in docs/reliability.md.
"""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from markupsafe import Markup

from bot.channels import Outgoing, TopicGone
from bot.channels.telegram.channel import TelegramChannel
from bot.incoming.inbox import InboxState
from bot.outgoing.outbox import OutboxState
from bot.outgoing.sender import Sender
from db.engine import Database
from handlers.desk import House
from tests.bot.rows import outbox
from tests.channels.letters import lay
from tests.channels.office import Office, telegram
from tests.clock import Clock
from tests.fake_telegram import FakeTelegram, Group, Person


async def states(office: Office) -> set[OutboxState]:
    return {row.state for row in await office.outgoing()}


async def test_18_answer_lost_after_sending(
    server: FakeTelegram, open_office: Office, anna: Person
) -> None:
    server.fail_next("sendMessage", drop_answer=True)
    await anna.writes("Wie viel?")
    await open_office.settled()
    first, again = anna.catches_up()
    assert again.text != first.text  # it says that it may be the second
    assert again.text.endswith(first.text)
    assert await states(open_office) == {OutboxState.SENT}


async def test_19_connection_refused_when_sending(
    server: FakeTelegram, open_office: Office, anna: Person
) -> None:
    server.fail_next("sendMessage", reset=True)
    await anna.writes("Wie viel?")
    await open_office.settled()
    assert len(anna.catches_up()) == 1


async def test_21_a_proxys_page_when_sending(
    server: FakeTelegram, open_office: Office, anna: Person
) -> None:
    server.fail_next("sendMessage", status=502, times=3)
    await anna.writes("Wie viel?")
    await open_office.settled()
    assert len(anna.catches_up()) == 1


@pytest.mark.parametrize("seconds", [1, 30, 3600])
async def test_22_too_many_messages(
    seconds: int, sqlite_database: Database, house: House, clock: Clock, library: str
) -> None:
    """One chat waits as long as Telegram asks, the others do not."""
    async with FakeTelegram(clock=clock.tick) as server:
        anna, bert = server.person("Anna"), server.person("Bert")
        server.fail_next("sendMessage", status=429, retry_after=seconds, chat_id=anna.id)
        channel = telegram(server, library)
        sender = Sender(sqlite_database, channel, house, clock, clock.tick)
        began = clock.tick()
        await lay(sqlite_database, clock, anna.id, bert.id)
        while (pause := await sender.drain()) <= 3600 and len(server.sent) < 2:
            clock.moves(timedelta(seconds=pause))
        await channel.close()
    assert [sent.chat_id for sent in server.sent] == [bert.id, anna.id]
    assert server.sent[0].at == began
    assert seconds <= server.sent[1].at - began <= seconds + 0.1
    assert {row.state for row in await outbox(sqlite_database)} == {OutboxState.SENT}


async def test_36_buttons_of_messages_long_gone(
    server: FakeTelegram, open_office: Office, anna: Person
) -> None:
    """The message is deleted, not told, or the press is older than Telegram remembers."""
    deleted = {"chat": anna.chat.info, "message_id": 4711, "date": 0}
    press = {"from": anna.user, "chat_instance": "1", "data": "helped:1"}
    for number, where in enumerate(({"message": deleted}, {}, {"message": deleted})):
        server.inject({"callback_query": {"id": f"p{number}"} | press | where})
    server.state.presses["p2"].at -= 151  # too late to be acknowledged
    await open_office.settled()
    assert [row.state for row in await open_office.stored()] == [InboxState.DONE] * 3
    acknowledged = {number for number, press in server.state.presses.items() if press.answer}
    assert acknowledged == {"p0", "p1"}
    # A press that does not tell where it was done cannot be answered in words.
    said = [heard.text for heard in anna.catches_up()]
    assert len(said) == 2
    assert all("Dieser Knopf gilt nicht mehr" in text for text in said)


async def test_37_pressed_ten_times(
    server: FakeTelegram, open_office: Office, anna: Person, group: Group
) -> None:
    await anna.writes("Dürfen wir im Hof Hühner halten?")
    question = await anna.hears()
    for _ in range(10):
        await anna.presses("An die Beratung senden", question)
    async with asyncio.timeout(20):
        await open_office.settled()
    assert all(press.answer for press in server.state.presses.values())
    assert {row.state for row in await open_office.stored()} == {InboxState.DONE}
    (card,) = group.catches_up()
    assert "Hühner" in card.text
    handed_over, *again = [heard.text for heard in anna.catches_up()]
    assert "liegt jetzt bei der Beratung" in handed_over
    assert len(again) == 9
    assert all("liegt schon bei der Beratung" in text for text in again)


@pytest.mark.parametrize(
    "description", ["Forbidden: bot was blocked by the user", "Forbidden: user is deactivated"]
)
async def test_38_blocked_or_deactivated(
    description: str, server: FakeTelegram, open_office: Office, anna: Person
) -> None:
    bert = server.person("Bert")
    server.fail_next(
        "sendMessage", status=403, description=description, chat_id=anna.id, times=None
    )
    await anna.writes("Wie viel?")
    await bert.writes("Wie viel?")
    await open_office.settled()
    assert len(bert.catches_up()) == 1
    assert await states(open_office) == {OutboxState.DEAD, OutboxState.SENT}
    server.heal()
    await anna.writes("Bin wieder da")
    await open_office.settled()
    assert len(anna.catches_up()) == 1


async def test_40_topic_deleted(
    server: FakeTelegram, channel: TelegramChannel, carla: Person
) -> None:
    forum = server.group("Beratung", forum=True)
    topic = await forum.opens_topic("FZ-1", by=carla)
    forum.deletes_topic(topic)
    with pytest.raises(TopicGone):
        await channel.send(Outgoing(str(forum.id), Markup("x"), topic=str(topic)))


async def test_41_thrown_out_by_the_advisors(
    open_office: Office,
    anna: Person,
    carla: Person,
    group: Group,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """The tickets wait until the group is there again; everybody else goes on."""
    group.bot_becomes("kicked", by=carla)
    await anna.writes("/anfrage Wem gehört der Hof?")
    async with asyncio.timeout(20):
        while (  # noqa: ASYNC110 - neither log nor rows tell anybody
            "the advisors' chat cannot be reached" not in caplog.text
            or OutboxState.NEW not in await states(open_office)
        ):
            await asyncio.sleep(0.01)
    await anna.hears()
    bert = open_office.server.person("Bert")
    await bert.writes("Wie viel?")
    await bert.hears()
    group.bot_becomes("administrator", by=carla)
    await open_office.in_ten_minutes()
    await open_office.settled()
    (card,) = group.catches_up()
    assert "Hof" in card.text
    assert await states(open_office) == {OutboxState.SENT}


FAULTS: list[dict[str, Any]] = [
    {"status": 400, "description": "Bad Request: can't parse entities: oops"},
    {"status": 400, "description": "Bad Request: message is too long"},
]


async def test_42_markup_that_telegram_does_not_take(
    server: FakeTelegram, open_office: Office, anna: Person
) -> None:
    server.fail_next("sendMessage", **FAULTS[0])
    await anna.writes("Wie viel?")
    await open_office.settled()
    (heard,) = anna.catches_up()
    assert "parse_mode" not in heard.params


async def test_43_a_message_that_is_too_long(
    server: FakeTelegram, open_office: Office, anna: Person, caplog: pytest.LogCaptureFixture
) -> None:
    server.fail_next("sendMessage", **FAULTS[1])
    await anna.writes("Wie viel?")
    await open_office.settled()
    assert await states(open_office) == {OutboxState.DEAD}
    assert "not delivered" in caplog.text
