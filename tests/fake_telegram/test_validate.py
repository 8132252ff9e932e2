"""What is wrong in a request is noticed, answered and put on record."""

import aiohttp
import pytest

from .limits import MAX_TEXT
from .person import Person
from .raw_bot import RawBot
from .server import FakeTelegram
from .wire import Json


def keys(*rows: int) -> Json:
    button = {"text": "Ja", "callback_data": "ja"}
    return {"inline_keyboard": [[button] * size for size in rows]}


def key(**fields: object) -> Json:
    return {"inline_keyboard": [[{"text": "Ja"} | fields]]}


WRONG_MESSAGES: list[tuple[Json, str]] = [
    ({"text": ""}, "message text is empty"),
    ({"text": " \u200b\n"}, "text must be non-empty"),
    ({"text": "x" * (MAX_TEXT + 1)}, "message is too long"),
    ({"text": "😀" * (MAX_TEXT // 2 + 1)}, "message is too long"),
    ({"text": "x", "silent": True}, "Additional properties are not allowed"),
    ({"text": "x", "disable_notification": "1"}, "can't parse disable notification"),
    ({"text": "x", "message_thread_id": "1.5"}, "can't parse message thread id"),
    ({"text": "x", "parse_mode": "Html"}, "unsupported parse_mode"),
    ({"text": "x", "reply_markup": "{"}, "can't parse reply markup JSON object"),
    ({"text": "x", "reply_markup": {"inline_keyboard": [[{}]]}}, "can't parse reply markup"),
    ({"text": "x", "reply_markup": key()}, "Text buttons are unallowed"),
    ({"text": "x", "reply_markup": key(callback_data="")}, "BUTTON_DATA_INVALID"),
    ({"text": "x", "reply_markup": key(callback_data="ä" * 33)}, "BUTTON_DATA_INVALID"),
    ({"text": "x", "reply_markup": key(callback_data="a", url="https://a.de")}, "one action"),
    ({"text": "x", "reply_markup": key(url="javascript:1")}, "Wrong HTTP URL"),
    ({"text": "x", "reply_markup": key(url="https://a.de", text=" ")}, "BUTTON_TEXT_INVALID"),
    ({"text": "x", "reply_markup": keys(9)}, "row is too long"),
    ({"text": "x", "reply_markup": keys(*[8] * 12, 5)}, "reply markup is too long"),
    ({"text": "<b>x", "parse_mode": "HTML"}, "can't parse entities: Can't find end tag"),
    ({"text": "x", "entities": [{"type": "bold", "offset": 0, "length": 2}]}, "ENTITY_BOUNDS"),
]


@pytest.mark.parametrize(("params", "complaint"), WRONG_MESSAGES)
async def test_wrong_message(
    server: FakeTelegram, bot: RawBot, anna: Person, params: Json, complaint: str
) -> None:
    description = await bot.error("sendMessage", chat_id=anna.id, **params)
    assert description.startswith("Bad Request: ")
    assert complaint in description
    assert len(server.violations) == 1
    assert server.violations[0].startswith("sendMessage: ")
    assert server.sent == []


RIGHT_MESSAGES: list[Json] = [
    {"text": "😀" * (MAX_TEXT // 2)},
    {"text": "<b>" + "x" * MAX_TEXT + "</b>", "parse_mode": "HTML"},
    {"text": "x", "reply_markup": keys(*[8] * 12, 4)},
    {"text": "x", "reply_markup": key(callback_data="ä" * 32)},
    {"text": "x", "reply_markup": key(url="https://a.de/?x=1")},
    {"text": "x", "reply_markup": {"keyboard": [[{"text": "Nein"}]]}},
    {"text": "x", "reply_markup": {"remove_keyboard": True}},
    {"text": "attach://nothing", "link_preview_options": {"is_disabled": True}},
]


@pytest.mark.parametrize("params", RIGHT_MESSAGES)
async def test_right_message(
    server: FakeTelegram, bot: RawBot, anna: Person, params: Json
) -> None:
    await bot.call("sendMessage", chat_id=anna.id, **params)
    assert server.violations == []


COMMAND = {"command": "hilfe", "description": "Hilfe"}
WRONG_CALLS: list[tuple[str, Json, str]] = [
    ("sendMessage", {"text": "x"}, "chat_id is empty"),
    ("editMessageText", {"text": "x"}, "message identifier is not specified"),
    ("sendPhoto", {"chat_id": 1, "photo": "x", "caption": "c" * 1025}, "caption is too long"),
    ("sendPhoto", {"chat_id": 1, "photo": "attach://missing"}, "attach"),
    ("setMyCommands", {"commands": [COMMAND] * 101}, "BOT_COMMANDS_TOO_MUCH"),
    ("setMyCommands", {"commands": [COMMAND | {"command": "/x"}]}, "BOT_COMMAND_INVALID"),
    ("setMyCommands", {"commands": [COMMAND | {"command": "Ä"}]}, "BOT_COMMAND_INVALID"),
    (
        "setMyCommands",
        {"commands": [COMMAND | {"description": ""}]},
        "BOT_COMMAND_DESCRIPTION_INVALID",
    ),
    ("createForumTopic", {"chat_id": 1, "name": ""}, "TOPIC_TITLE_EMPTY"),
    ("createForumTopic", {"chat_id": 1, "name": "x" * 129}, "TOPIC_TITLE_TOO_LONG"),
    ("sendChatAction", {"chat_id": 1, "action": "sleeping"}, "wrong parameter action"),
    ("answerCallbackQuery", {"callback_query_id": "1", "text": "x" * 201}, "MESSAGE_TOO_LONG"),
    (
        "setMessageReaction",
        {"chat_id": 1, "message_id": 1, "reaction": [{"type": "emoji", "emoji": "x"}]},
        "REACTION_INVALID",
    ),
    ("getUpdates", {"allowed_updates": ["gossip"]}, "can't parse allowed updates"),
    ("sendMediaGroup", {"chat_id": 1, "media": []}, "number of items"),
]


@pytest.mark.parametrize(("method", "params", "complaint"), WRONG_CALLS)
async def test_wrong_call(
    server: FakeTelegram, bot: RawBot, method: str, params: Json, complaint: str
) -> None:
    assert complaint in await bot.error(method, **params)
    assert len(server.violations) == 1


async def test_json_bodies_are_read_too(server: FakeTelegram, anna: Person) -> None:
    url = f"{server.url}/bot{server.token}/sendMessage"
    async with aiohttp.ClientSession() as session:
        good = {"chat_id": anna.id, "text": "x", "reply_markup": keys(2)}
        async with session.post(url, json=good) as response:
            assert response.status == 200
        async with session.post(url, json=good | {"text": "\ud83d"}) as response:
            answer = await response.json()
            assert answer["description"] == "Bad Request: strings must be encoded in UTF-8"
        async with session.post(url, json=good | {"text": 5}) as response:
            assert response.status == 400
    assert len(server.violations) == 2


async def test_broken_bodies(server: FakeTelegram) -> None:
    url = f"{server.url}/bot{server.token}/sendMessage"
    bodies = [
        ("application/json", b'{"chat_id": 1, "te'),
        ("application/json", b"[1]"),
        ("application/json", b'{"text": "\xff"}'),
    ]
    async with aiohttp.ClientSession() as session:
        for kind, body in bodies:
            headers = {"Content-Type": kind}
            async with session.post(url, data=body, headers=headers) as response:
                assert response.status == 400
    assert len(server.violations) == 3


async def test_a_wrong_chat_is_no_violation(server: FakeTelegram, bot: RawBot) -> None:
    assert await bot.error("sendMessage", chat_id=5, text="x") == "Bad Request: chat not found"
    assert server.violations == []
