"""What the methods do to chats and messages."""

import json
from typing import Any

import aiohttp
import pytest

from .person import Person
from .raw_bot import RawBot
from .server import FakeTelegram

KEYS = {"inline_keyboard": [[{"text": "Ja", "callback_data": "ja"}]]}


async def test_messages_are_numbered_in_each_chat(server: FakeTelegram, bot: RawBot) -> None:
    anna, ben = server.person("Anna"), server.person("Ben")
    await anna.writes("Hallo")
    numbers = [
        (await bot.call("sendMessage", chat_id=person.id, text="x"))["message_id"]
        for person in (anna, ben, anna)
    ]
    assert numbers == [2, 1, 3]
    assert [(sent.chat_id, sent.message_id) for sent in server.sent] == [
        (anna.id, 2),
        (ben.id, 1),
        (anna.id, 3),
    ]
    assert server.sent[0].params == {"chat_id": anna.id, "text": "x"}
    assert server.sent[0].at <= server.sent[1].at


async def test_sent_html_is_shown_as_text(bot: RawBot, anna: Person) -> None:
    message = await bot.call(
        "sendMessage", chat_id=anna.id, text="<b>Guten</b> Tag &lt;3", parse_mode="HTML"
    )
    assert message["text"] == "Guten Tag <3"
    assert message["entities"] == [{"type": "bold", "offset": 0, "length": 5}]
    assert "reply_markup" not in message


async def test_editing(server: FakeTelegram, bot: RawBot, anna: Person) -> None:
    at = {"chat_id": anna.id, "message_id": 1}
    await bot.call("sendMessage", chat_id=anna.id, text="alt", reply_markup=KEYS)
    changed = await bot.call("editMessageText", **at, text="neu")
    assert (changed["text"], "reply_markup" in changed) == ("neu", False)
    assert (await anna.sees_edit()).text == "neu"
    await bot.call("editMessageReplyMarkup", **at, reply_markup=KEYS)
    assert (await anna.sees_edit()).buttons == ["Ja"]
    assert [edit.method for edit in server.edits] == ["editMessageText", "editMessageReplyMarkup"]


async def test_what_cannot_be_edited(bot: RawBot, anna: Person) -> None:
    await anna.writes("meins")
    sent = await bot.call("sendMessage", chat_id=anna.id, text="x", reply_markup=KEYS)
    at = {"chat_id": anna.id, "message_id": sent["message_id"]}
    same = await bot.error("editMessageText", **at, text="x", reply_markup=KEYS)
    assert same.startswith("Bad Request: message is not modified: specified new message content")
    assert "not modified" in await bot.error("editMessageReplyMarkup", **at, reply_markup=KEYS)
    unknown = await bot.error("editMessageText", chat_id=anna.id, message_id=99, text="x")
    assert unknown == "Bad Request: message to edit not found"
    foreign = await bot.error("editMessageText", chat_id=anna.id, message_id=1, text="x")
    assert foreign == "Bad Request: message can't be edited"


async def test_deleting(bot: RawBot, anna: Person) -> None:
    sent = await bot.call("sendMessage", chat_id=anna.id, text="x")
    at = {"chat_id": anna.id, "message_id": sent["message_id"]}
    assert await bot.call("deleteMessage", **at) is True
    assert await bot.error("deleteMessage", **at) == "Bad Request: message to delete not found"


async def test_after_48_hours_nothing_can_be_deleted() -> None:
    now = 1_000_000.0
    async with (
        FakeTelegram(clock=lambda: now) as server,
        aiohttp.ClientSession() as session,
    ):
        bot, anna = RawBot(server, session), server.person("Anna")
        await bot.call("sendMessage", chat_id=anna.id, text="x")
        now += 48 * 3600 + 1
        complaint = await bot.error("deleteMessage", chat_id=anna.id, message_id=1)
        assert complaint == "Bad Request: message can't be deleted for everyone"


async def test_replies(bot: RawBot, anna: Person) -> None:
    question = await anna.writes("Frage")
    reply = {"message_id": question["message_id"]}
    sent = await bot.call("sendMessage", chat_id=anna.id, text="x", reply_parameters=reply)
    assert sent["reply_to_message"]["text"] == "Frage"
    reply = {"message_id": 99}
    lost = await bot.error("sendMessage", chat_id=anna.id, text="x", reply_parameters=reply)
    assert lost == "Bad Request: message to be replied not found"
    lenient = reply | {"allow_sending_without_reply": True}
    sent = await bot.call("sendMessage", chat_id=anna.id, text="x", reply_parameters=lenient)
    assert "reply_to_message" not in sent


async def test_copies_and_forwards(server: FakeTelegram, bot: RawBot, anna: Person) -> None:
    group = server.group("Beratung")
    await anna.writes("Frage")
    source = {"chat_id": group.id, "from_chat_id": anna.id, "message_id": 1}
    copied = await bot.call("copyMessage", **source)
    forwarded = await bot.call("forwardMessage", **source)
    assert list(copied) == ["message_id"]
    assert forwarded["forward_origin"]["sender_user"]["id"] == anna.id
    assert [sent.text for sent in group.catches_up()] == ["Frage", "Frage"]
    source["message_id"] = 2
    assert await bot.error("copyMessage", **source) == "Bad Request: message to copy not found"


async def test_files(server: FakeTelegram, bot: RawBot, anna: Person) -> None:
    stored = server.add_file(b"%PDF", "antrag.pdf", "application/pdf")
    await anna.sends(document=stored.fields() | {"file_name": "antrag.pdf"})
    update = (await bot.call("getUpdates"))[0]
    file_id = update["message"]["document"]["file_id"]
    path = (await bot.call("getFile", file_id=file_id))["file_path"]
    url = f"{server.url}/file/bot{server.token}/{path}"
    async with bot.session.get(url) as response:
        assert await response.read() == b"%PDF"
    await bot.call("sendDocument", chat_id=anna.id, document=file_id, caption="zurück")
    assert (await anna.hears()).text == "zurück"
    wrong = await bot.error("sendDocument", chat_id=anna.id, document="nie gesehen")
    assert wrong == "Bad Request: wrong file identifier/HTTP URL specified"


async def test_albums(server: FakeTelegram, bot: RawBot, anna: Person) -> None:
    form = aiohttp.FormData()
    media = [{"type": "photo", "media": f"attach://{name}"} for name in ("a", "b")]
    form.add_field("chat_id", str(anna.id))
    form.add_field("media", json.dumps(media))
    form.add_field("a", b"1", filename="a.jpg")
    form.add_field("b", b"2", filename="b.jpg")
    url = f"{server.url}/bot{server.token}/sendMediaGroup"
    async with bot.session.post(url, data=form) as response:
        album = (await response.json())["result"]
    assert len({message["media_group_id"] for message in album}) == 1
    assert [sent.message_id for sent in anna.catches_up()] == [1, 2]
    assert server.pace_violations == []


async def test_topics(server: FakeTelegram, bot: RawBot) -> None:
    group = server.group("Beratung", forum=True)
    topic = await bot.call("createForumTopic", chat_id=group.id, name="Frage 1")
    at = {"chat_id": group.id, "message_thread_id": topic["message_thread_id"]}
    sent = await bot.call("sendMessage", **at, text="x")
    assert sent["is_topic_message"]
    assert group.catches_up()[0].thread_id == topic["message_thread_id"]
    assert await bot.call("closeForumTopic", **at)
    assert await bot.error("closeForumTopic", **at) == "Bad Request: TOPIC_NOT_MODIFIED"
    assert await bot.call("reopenForumTopic", **at)
    assert await bot.call("editForumTopic", **at, name="Frage 2")
    group.deletes_topic(topic["message_thread_id"])
    lost = await bot.error("sendMessage", **at, text="x")
    assert lost == "Bad Request: message thread not found"


PLAIN_CALLS: list[tuple[str, dict[str, Any]]] = [
    ("getMe", {}),
    ("getForumTopicIconStickers", {}),
    ("getChat", {"chat_id": 7}),
    ("getChatMember", {"chat_id": 7, "user_id": 7}),
    ("sendChatAction", {"chat_id": 7, "action": "typing"}),
    ("pinChatMessage", {"chat_id": 7, "message_id": 1}),
    ("setMyDescription", {"description": "Frag mich"}),
    ("setMyShortDescription", {"short_description": "Hilfe"}),
    ("setMyCommands", {"commands": [{"command": "hilfe", "description": "Hilfe"}]}),
    ("deleteMyCommands", {"scope": {"type": "chat", "chat_id": 7}}),
    (
        "setMessageReaction",
        {"chat_id": 7, "message_id": 1, "reaction": [{"type": "emoji", "emoji": "👍"}]},
    ),
]


@pytest.mark.parametrize(("method", "params"), PLAIN_CALLS)
async def test_plain_calls(
    server: FakeTelegram, bot: RawBot, method: str, params: dict[str, Any]
) -> None:
    await server.person("Eva", id=7).writes("Hallo")
    assert await bot.call(method, **params)


async def test_members_of_a_group(server: FakeTelegram, bot: RawBot, anna: Person) -> None:
    group = server.group("Beratung")

    async def status(user_id: int) -> str:
        member = await bot.call("getChatMember", chat_id=group.id, user_id=user_id)
        return str(member["status"])

    assert await status(anna.id) == "left"
    for wanted in ("creator", "administrator", "member", "kicked"):
        group.member_becomes(anna, wanted)
        assert await status(anna.id) == wanted
    assert await status(server.bot["id"]) == "administrator"
    assert await bot.call("leaveChat", chat_id=group.id)
    complaint = await bot.error("sendMessage", chat_id=group.id, text="x")
    assert complaint == "Forbidden: bot is not a member of the supergroup chat"
