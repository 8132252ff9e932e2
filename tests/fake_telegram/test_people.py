"""People who write, press and listen."""

import asyncio
import time

import aiohttp
import pytest

from .person import Person
from .raw_bot import RawBot
from .server import FakeTelegram

KEYS = {"inline_keyboard": [[{"text": "Ja", "callback_data": "antwort:ja"}]]}


async def test_writing_and_hearing(bot: RawBot, anna: Person) -> None:
    await anna.writes("Guten Tag")
    update = (await bot.call("getUpdates"))[0]
    assert update["message"]["from"]["first_name"] == "Anna"
    listening = asyncio.ensure_future(anna.hears())
    await asyncio.sleep(0.02)
    await bot.call("sendMessage", chat_id=anna.id, text="Willkommen")
    assert (await listening).text == "Willkommen"
    await anna.hears_nothing(0.05)


async def test_hearing_fails_with_what_is_known(bot: RawBot, anna: Person) -> None:
    await bot.answer("sendMessage", chat_id=anna.id, text="")
    with pytest.raises(AssertionError, match=r"no message in chat .*sendMessage 400.*empty"):
        await anna.hears(0.05)


async def test_silence_is_broken(bot: RawBot, anna: Person) -> None:
    await bot.call("sendMessage", chat_id=anna.id, text="Hallo")
    with pytest.raises(AssertionError, match="should stay silent, but heard 'Hallo'"):
        await anna.hears_nothing(0.05)


async def test_pressing_by_label_or_data(bot: RawBot, anna: Person) -> None:
    await bot.call("sendMessage", chat_id=anna.id, text="Gut?", reply_markup=KEYS)
    asked = await anna.hears()
    assert asked.buttons == ["Ja"]
    await anna.presses("Ja")
    press = await anna.presses("antwort:ja", asked)
    first, second = await bot.call("getUpdates")
    query = first["callback_query"]
    assert (query["data"], query["message"]["text"]) == ("antwort:ja", "Gut?")
    assert second["callback_query"]["id"] == press.id
    await bot.call("answerCallbackQuery", callback_query_id=press.id, text="Danke")
    assert (await press.answered())["text"] == "Danke"


async def test_only_shown_buttons_can_be_pressed(
    server: FakeTelegram, bot: RawBot, anna: Person
) -> None:
    ben = server.person("Ben")
    await bot.call("sendMessage", chat_id=anna.id, text="Gut?", reply_markup=KEYS)
    with pytest.raises(AssertionError, match=r"no button 'Nein'.* shown are \['Ja'\]"):
        await anna.presses("Nein")
    with pytest.raises(AssertionError, match=r"shown are \[\]"):
        await ben.presses("Ja")
    await bot.call("editMessageReplyMarkup", chat_id=anna.id, message_id=1)
    with pytest.raises(AssertionError, match="no button 'Ja'"):
        await anna.presses("Ja")


async def test_forged_presses(bot: RawBot, anna: Person) -> None:
    await anna.presses("t:999", forged=True)
    await anna.presses("t:1", 99, forged=True)
    absent, gone = [update["callback_query"] for update in await bot.call("getUpdates")]
    assert "message" not in absent
    assert gone["message"]["date"] == 0


async def test_a_press_is_answered_in_time() -> None:
    now = 1_000.0
    async with (
        FakeTelegram(clock=lambda: now) as server,
        aiohttp.ClientSession() as session,
    ):
        bot, anna = RawBot(server, session), server.person("Anna")
        press = await anna.presses("x", forged=True)
        now += 151
        late = await bot.error("answerCallbackQuery", callback_query_id=press.id)
        assert late.startswith("Bad Request: query is too old")
        with pytest.raises(AssertionError, match="'x' was not answered"):
            await press.answered(0.01)


async def test_unknown_presses_cannot_be_answered(bot: RawBot) -> None:
    complaint = await bot.error("answerCallbackQuery", callback_query_id="1")
    assert complaint.startswith("Bad Request: query is too old")


async def test_keys_of_a_reply_keyboard(bot: RawBot, anna: Person) -> None:
    keys = {"keyboard": [[{"text": "Wohnen"}, {"text": "Geld"}]]}
    await bot.call("sendMessage", chat_id=anna.id, text="Thema?", reply_markup=keys)
    message = await anna.taps("Geld")
    assert message["text"] == "Geld"
    with pytest.raises(AssertionError, match="no key 'Sonne'"):
        await anna.taps("Sonne")


async def test_commands_edits_and_replies(bot: RawBot, anna: Person) -> None:
    first = await anna.writes("/start frage_7")
    await anna.edits(first, "/start")
    await anna.writes("dazu", reply_to=first)
    start, edited, reply = await bot.call("getUpdates")
    assert start["message"]["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert start["message"]["text"] == "/start frage_7"
    assert edited["edited_message"]["text"] == "/start"
    assert reply["message"]["reply_to_message"]["message_id"] == first["message_id"]


async def test_blocking(bot: RawBot, anna: Person) -> None:
    anna.blocks_bot()
    update = (await bot.call("getUpdates"))[0]["my_chat_member"]
    assert update["new_chat_member"]["status"] == "kicked"
    complaint = await bot.error("sendMessage", chat_id=anna.id, text="x")
    assert complaint == "Forbidden: bot was blocked by the user"
    anna.unblocks_bot()
    assert await bot.call("sendMessage", chat_id=anna.id, text="x")


async def test_the_bot_cannot_speak_first(server: FakeTelegram, bot: RawBot) -> None:
    eva = server.person("Eva", started=False)
    complaint = await bot.error("sendMessage", chat_id=eva.id, text="x")
    assert complaint == "Forbidden: bot can't initiate conversation with a user"
    await eva.writes("/start")
    assert await bot.call("sendMessage", chat_id=eva.id, text="x")


async def test_topic_messages_are_replies_to_its_opening(
    server: FakeTelegram, bot: RawBot, anna: Person
) -> None:
    group = server.group("Beratung", id=-100123, forum=True)
    thread = await group.opens_topic("Frage 1", anna)
    await anna.writes("Antwort", chat=group, thread=thread)
    message = (await bot.call("getUpdates"))[1]["message"]
    assert (message["chat"]["id"], message["message_thread_id"]) == (-100123, thread)
    assert message["reply_to_message"]["forum_topic_created"]["name"] == "Frage 1"


async def test_a_plain_member_hears_only_what_concerns_it(
    server: FakeTelegram, bot: RawBot, anna: Person
) -> None:
    group = server.group("Beratung", bot="member")
    sent = await bot.call("sendMessage", chat_id=group.id, text="Hallo")
    await anna.writes("unter uns", chat=group)
    await anna.writes("/hilfe@anderer_bot", chat=group)
    await anna.writes("/hilfe", chat=group)
    await anna.writes("/hilfe@amt_test_bot", chat=group)
    await anna.writes("danke", chat=group, reply_to=sent["message_id"])
    texts = [update["message"]["text"] for update in await bot.call("getUpdates")]
    assert texts == ["/hilfe", "/hilfe@amt_test_bot", "danke"]
    group.bot_becomes("left", by=anna)
    await anna.writes("/hilfe", chat=group)
    assert "my_chat_member" in (await bot.call("getUpdates"))[-1]


async def test_injected_updates_make_chats_and_presses_known(
    server: FakeTelegram, bot: RawBot
) -> None:
    chat = {"id": 77, "type": "private", "first_name": "Eva"}
    user = {"id": 77, "is_bot": False, "first_name": "Eva"}
    message = {"message_id": 41, "chat": chat, "from": user, "date": int(time.time())}
    server.inject({"message": message | {"text": "Hallo"}})
    server.inject({"callback_query": {"id": "p", "from": user, "chat_instance": "1", "data": "x"}})
    sent = await bot.call("sendMessage", chat_id=77, text="x", reply_parameters={"message_id": 41})
    assert sent["message_id"] == 42
    assert await bot.call("answerCallbackQuery", callback_query_id="p")
