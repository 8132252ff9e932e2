"""Sending to Telegram: what went wrong in our words, and what every request looks like."""

import pytest
from markupsafe import Markup

from bot.channels import (
    BadMarkup,
    Blocked,
    GroupMoved,
    Outgoing,
    Refused,
    TopicGone,
    TryLater,
    Unclear,
)
from bot.channels.telegram.api import Conflict, NoRights, UnknownToken
from bot.channels.telegram.channel import TelegramChannel
from bot.config import Settings
from bot.outgoing.outbox import OutboxState
from bot.running.telegram import build_channel
from handlers.messages import Button
from tests.channels.office import Office
from tests.fake_telegram import FakeTelegram, Group, Person

HELLO = Markup("Guten <b>Tag</b>")


ANSWERS: list[tuple[type[Exception], dict[str, object]]] = [
    (Blocked, {"status": 403}),
    (Blocked, {"status": 403, "description": "Forbidden: user is deactivated"}),
    (Blocked, {"status": 403, "description": "Forbidden: bot was kicked from the group chat"}),
    (Blocked, {"status": 400, "description": "Bad Request: chat not found"}),
    (NoRights, {"status": 400, "description": "Bad Request: not enough rights to send text"}),
    (BadMarkup, {"status": 400, "description": "Bad Request: can't parse entities: oops"}),
    (Refused, {"status": 400, "description": "Bad Request: message is too long"}),
    (TopicGone, {"status": 400, "description": "Bad Request: message thread not found"}),
    (Refused, {"status": 413, "description": "Request Entity Too Large"}),
    (TryLater, {"status": 429, "retry_after": 7}),
    (UnknownToken, {"status": 401}),
    (UnknownToken, {"status": 404}),
    (Conflict, {"status": 409}),
    (TryLater, {"status": 500}),
    (TryLater, {"status": 500, "description": "Internal Server Error: restart"}),
    (TryLater, {"status": 502}),
    (Unclear, {"status": 504, "body": "<html><title>504 Gateway Time-out</title></html>"}),
    (Unclear, {"status": 503, "body": '{"ok": false}'}),
    (Refused, {"status": 413, "body": "<html><title>413 Request Entity Too Large</title></html>"}),
    (TryLater, {"status": 429, "body": '{"ok": false, "description": "Too Many Requests"}'}),
    (Unclear, {"status": 200, "body": '{"ok": true, "result": {"message_id": 5, "da'}),
    (Unclear, {"status": 200, "body": '{"ok": true, "result": {"message_id": "fünf"}}'}),
    (Unclear, {"status": 200, "body": ""}),
    (Unclear, {"reset": True}),
    (Unclear, {"drop_answer": True}),
    (Unclear, {"delay": 2.0}),
]  # fmt: skip


@pytest.mark.parametrize(("ours", "fault"), ANSWERS, ids=str)
async def test_every_fault_has_a_name(
    ours: type[Exception],
    fault: dict[str, object],
    server: FakeTelegram,
    channel: TelegramChannel,
    anna: Person,
) -> None:
    server.fail_next("sendMessage", **fault)
    with pytest.raises(ours) as raised:
        await channel.send(Outgoing(str(anna.id), HELLO))
    assert type(raised.value) is ours
    if isinstance(raised.value, TryLater):
        assert raised.value.seconds == fault.get("retry_after")


async def test_without_a_connection_nothing_was_sent(
    server: FakeTelegram, channel: TelegramChannel, anna: Person
) -> None:
    async with server.refusing():
        with pytest.raises(TryLater):
            await channel.send(Outgoing(str(anna.id), HELLO))


async def test_a_group_that_moved_tells_its_new_address(
    server: FakeTelegram, channel: TelegramChannel, group: Group
) -> None:
    server.fail_next("sendMessage", status=400, migrate_to_chat_id=-1009)
    with pytest.raises(GroupMoved) as raised:
        await channel.send(Outgoing(str(group.id), HELLO))
    assert raised.value.chat == "-1009"


async def test_links_show_no_previews_unless_wanted(
    server: FakeTelegram, channel: TelegramChannel, settings: Settings, anna: Person
) -> None:
    previewing = build_channel(settings.model_copy(update={"telegram_link_previews": True}))
    await channel.send(Outgoing(str(anna.id), HELLO))
    await previewing.send(Outgoing(str(server.person("Bert").id), HELLO))
    await previewing.close()
    without, with_them = (sent.params for sent in server.sent)
    assert without["link_preview_options"] == {"is_disabled": True}
    assert with_them.keys() == {"chat_id", "text", "parse_mode"}


async def test_plain_is_sent_without_markup(
    server: FakeTelegram, channel: TelegramChannel, anna: Person
) -> None:
    await channel.send(Outgoing(str(anna.id), Markup("1 &lt; 2 <b>ja</b>"), plain=True))
    assert server.sent[0].text == "1 < 2 ja"
    assert "parse_mode" not in server.sent[0].params


async def test_long_labels_are_cut_and_data_is_not(
    server: FakeTelegram, channel: TelegramChannel, anna: Person
) -> None:
    button = Button("Wie lange " * 12, "term", "ü" * 29)
    await channel.send(Outgoing(str(anna.id), HELLO, ((button,),)))
    shown = server.sent[0].params["reply_markup"]["inline_keyboard"][0][0]
    assert len(shown["text"]) <= 60
    assert shown["text"].endswith("…")
    assert shown["callback_data"] == button.data


async def test_pauses_for_a_chat_that_telegram_slows_down(
    server: FakeTelegram, open_office: Office, anna: Person
) -> None:
    bert = server.person("Bert")
    server.fail_next("sendMessage", status=429, retry_after=3, chat_id=anna.id)
    await anna.writes("Frage")
    await bert.writes("Frage")
    await bert.hears()
    await anna.hears()
    await open_office.settled()
    first, second = (c.at for c in server.calls if c.params.get("chat_id") == anna.id)
    assert second - first >= 3
    assert all(row.state == OutboxState.SENT for row in await open_office.outgoing())


async def test_keeps_to_telegrams_pace(
    server: FakeTelegram, open_office: Office, anna: Person
) -> None:
    for number in range(8):
        await anna.writes(f"Frage {number}")
    await open_office.settled()
    times = [sent.at for sent in server.sent]
    assert len(times) == 8
    assert times[-1] - times[0] >= 6.5  # seconds of Telegram, one message each
