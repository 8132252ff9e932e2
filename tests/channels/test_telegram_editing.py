"""Changing messages, showing signs, and standing in the right place, over Telegram."""

from dataclasses import replace

import pytest
from markupsafe import Markup

from bot.channels import Attachment, BadMarkup, Blocked, MessageGone, Outgoing, Refused, TopicGone
from bot.channels.telegram.channel import TelegramChannel
from handlers.messages import Button, FileKind, Mark, Receipt
from tests.channels.office import Hurry, Office
from tests.fake_telegram import FakeTelegram, Group, Person

HELLO = Markup("Guten <b>Tag</b>")
BUTTONS = ((Button("Erledigt", "solved", "1"),),)


async def test_text_and_buttons_become_others(
    server: FakeTelegram, channel: TelegramChannel, anna: Person
) -> None:
    (number,) = await channel.send(Outgoing(str(anna.id), HELLO))
    changed = Outgoing(str(anna.id), Markup("Guten <i>Abend</i>"), BUTTONS, edits=number)
    await channel.edit(changed)
    seen = await anna.sees_edit()
    assert (seen.text, seen.buttons) == ("Guten Abend", ["Erledigt"])
    await channel.edit(changed)  # the same again is a success
    assert len(server.edits) == 1
    await channel.edit(replace(changed, buttons=()))
    assert (await anna.sees_edit()).buttons == []
    assert server.edits[-1].params["link_preview_options"] == {"is_disabled": True}


@pytest.mark.parametrize("known", [True, False])
async def test_what_stands_under_a_file_becomes_other(
    known: bool,  # noqa: FBT001 - a parameter
    channel: TelegramChannel,
    anna: Person,
) -> None:
    file = Attachment(FileKind.PHOTO, "1.jpg", content=b"abc")
    (number,) = await channel.send(Outgoing(str(anna.id), HELLO, files=(file,)))
    files = (file,) if known else ()
    changed = Outgoing(str(anna.id), Markup("Abend"), BUTTONS, files=files, edits=number)
    await channel.edit(changed)
    seen = await anna.sees_edit()
    assert (seen.text, seen.buttons) == ("Abend", ["Erledigt"])
    await channel.edit(changed)


async def test_a_message_that_is_gone_or_not_ours(
    server: FakeTelegram, channel: TelegramChannel, anna: Person
) -> None:
    theirs = await anna.writes("meins")
    for number in ("99", str(theirs["message_id"])):
        with pytest.raises(MessageGone):
            await channel.edit(Outgoing(str(anna.id), HELLO, edits=number))
    server.fail_next("editMessageText", status=400, description="Bad Request: MESSAGE_ID_INVALID")
    with pytest.raises(MessageGone):
        await channel.edit(Outgoing(str(anna.id), HELLO, edits="1"))


async def test_used_up_buttons_go_and_their_words_stay(
    server: FakeTelegram, channel: TelegramChannel, anna: Person, hurry: Hurry
) -> None:
    (number,) = await channel.send(Outgoing(str(anna.id), HELLO, BUTTONS))
    hurry.jump(2)
    await channel.send(Outgoing(str(anna.id), Markup("Danke."), spends=number))
    seen = await anna.sees_edit()
    assert (seen.message_id, seen.text, seen.buttons) == (int(number), "Guten Tag", [])
    hurry.jump(2)
    await channel.send(Outgoing(str(anna.id), Markup("Danke."), spends=number))  # gone already
    assert len(server.edits) == 1


CHOSEN = "Gewählt: Erledigt"


@pytest.fixture
async def spending(channel: TelegramChannel, anna: Person, hurry: Hurry) -> Outgoing:
    """Give what is said on the press of a button that has had its turn with it."""
    (number,) = await channel.send(Outgoing(str(anna.id), HELLO, BUTTONS))
    hurry.jump(2)
    return Outgoing(str(anna.id), Markup("Danke."), spends=number, chosen="Erledigt")


async def test_the_choice_stays_to_be_read_where_that_can_be(
    library: str, channel: TelegramChannel, anna: Person, spending: Outgoing, hurry: Hurry
) -> None:
    await channel.send(spending)
    assert (await anna.sees_edit()).buttons == ([CHOSEN] if library == "aiogram" else [])
    with pytest.raises(AssertionError, match="no button"):
        await anna.presses(CHOSEN)
    hurry.jump(2)
    await channel.send(spending)  # said once more, as after a lost answer
    assert anna.sees_edits() == []


@pytest.mark.parametrize("status", [400, 404])
async def test_a_server_without_disabled_buttons_takes_them_away(
    status: int, server: FakeTelegram, channel: TelegramChannel, spending: Outgoing, library: str
) -> None:
    if library == "aiogram":
        server.fail_next("editMessageReplyMarkup", status=status, description="Bad Request: x")
    await channel.send(spending)
    assert [edit.buttons for edit in server.edits] == [[]]
    assert [sent.text for sent in server.sent] == ["Guten Tag", "Danke."]


async def test_what_was_pressed_is_read_from_the_message(
    library: str, open_office: Office, anna: Person
) -> None:
    await anna.writes("Dürfen wir im Hof Hühner halten?")
    await anna.presses("An die Beratung senden", await anna.hears())
    chosen = ["Gewählt: An die Beratung senden"] if library == "aiogram" else []
    assert (await anna.sees_edit()).buttons == chosen
    await open_office.settled()


TAKING: list[dict[str, object]] = [
    {"status": 429, "retry_after": 7},
    {"status": 500},
    {"reset": True},
]


@pytest.mark.parametrize("fault", [*TAKING, {"status": 403}], ids=str)
async def test_buttons_that_stay_keep_no_message_back(
    fault: dict[str, object],
    server: FakeTelegram,
    channel: TelegramChannel,
    anna: Person,
    hurry: Hurry,
) -> None:
    (number,) = await channel.send(Outgoing(str(anna.id), HELLO, BUTTONS))
    hurry.jump(2)
    server.fail_next("editMessageReplyMarkup", **fault)
    (other,) = await channel.send(Outgoing(str(anna.id), Markup("Danke."), spends=number))
    assert int(other) == int(number) + 1


EDITS: list[tuple[type[Exception], dict[str, object]]] = [
    (BadMarkup, {"status": 400, "description": "Bad Request: can't parse entities: oops"}),
    (Refused, {"status": 400, "description": "Bad Request: MESSAGE_TOO_LONG"}),
    (Blocked, {"status": 403}),
]


@pytest.mark.parametrize(("ours", "fault"), EDITS, ids=str)
async def test_faults_of_a_change(
    ours: type[Exception],
    fault: dict[str, object],
    server: FakeTelegram,
    channel: TelegramChannel,
    anna: Person,
) -> None:
    (number,) = await channel.send(Outgoing(str(anna.id), HELLO))
    server.fail_next("editMessageText", **fault)
    with pytest.raises(ours):
        await channel.edit(Outgoing(str(anna.id), Markup("x"), edits=number))


async def test_signs_under_messages(channel: TelegramChannel, anna: Person) -> None:
    assert channel.reacts
    number = str((await anna.writes("Frage"))["message_id"])
    await channel.react(str(anna.id), Receipt(number, Mark.RECEIVED))
    assert anna.reactions(int(number)) == ["👀"]
    await channel.react(str(anna.id), Receipt(number, Mark.DELIVERED))
    assert anna.reactions(int(number)) == ["👍"]
    with pytest.raises(MessageGone):
        await channel.react(str(anna.id), Receipt("99", Mark.RECEIVED))


async def test_silent_in_reply_and_in_a_topic(
    server: FakeTelegram, channel: TelegramChannel, carla: Person
) -> None:
    forum = server.group("Beratung", forum=True)
    topic = await forum.opens_topic("FZ-1", by=carla)
    said = await carla.writes("Frage", chat=forum, thread=topic)
    outgoing = Outgoing(
        str(forum.id), HELLO, topic=str(topic), reply_to=str(said["message_id"]), silent=True
    )
    await channel.send(outgoing)
    heard = await forum.hears()
    assert heard.thread_id == topic
    assert heard.message["reply_to_message"]["message_id"] == said["message_id"]
    assert heard.params["disable_notification"] is True
    # What is replied to may be gone; that loses nothing.
    await channel.send(replace(outgoing, reply_to="99"))
    assert (await forum.hears()).text == "Guten Tag"
    file = Attachment(FileKind.VOICE, "1.ogg", content=b"abc")
    await channel.send(replace(outgoing, files=(file,)))
    assert (await forum.hears()).thread_id == topic


async def test_a_deleted_topic_takes_no_message(
    server: FakeTelegram, channel: TelegramChannel, carla: Person
) -> None:
    forum = server.group("Beratung", forum=True)
    topic = await forum.opens_topic("FZ-1", by=carla)
    forum.deletes_topic(topic)
    with pytest.raises(TopicGone):
        await channel.send(Outgoing(str(forum.id), HELLO, topic=str(topic)))


async def test_thrown_out_of_the_group(
    channel: TelegramChannel, group: Group, carla: Person
) -> None:
    group.bot_becomes("kicked", by=carla)
    with pytest.raises(Blocked):
        await channel.send(Outgoing(str(group.id), HELLO))
    with pytest.raises(Blocked):
        await channel.edit(Outgoing(str(group.id), HELLO, edits="1"))
