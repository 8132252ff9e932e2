"""What came with Bot API 10.1 to 10.3: messages for one person, rich ones, disabled buttons."""

import pytest

from .person import Person
from .raw_bot import RawBot
from .server import FakeTelegram
from .wire import Json


def item(text: object, **more: bool) -> Json:
    return {"blocks": [{"type": "paragraph", "text": text}]} | more


BLOCKS: list[Json] = [
    {"type": "paragraph", "text": [{"type": "bold", "text": "Alle"}, " Schritte"]},
    {
        "type": "list",
        "items": [
            item("1. Bedarf", has_checkbox=True, is_checked=True),
            item("2. Träger", has_checkbox=True),
            item(["3. ", "Ort"]),
        ],
    },
]


async def test_one_member_of_a_group_sees_it(
    server: FakeTelegram, bot: RawBot, anna: Person
) -> None:
    group = server.group("Beratung")
    alone = {"chat_id": group.id, "text": "x"} | {
        "ephemeral_message_parameters": {"receiver_user_id": anna.id}
    }
    assert await bot.error("sendMessage", **alone) == "Bad Request: USER_NOT_PARTICIPANT"
    group.member_becomes(anna, "member")
    message = await bot.call("sendMessage", **alone)
    assert (message["message_id"], message["receiver_user"]["id"]) == (0, anna.id)
    assert (await group.hears()).only_for == anna.id
    assert "not found" in await bot.error(
        "editMessageText", chat_id=group.id, message_id=0, text="y"
    )
    group.bot_becomes("member", by=anna)
    assert await bot.error("sendMessage", **alone) == "Bad Request: CHAT_ADMIN_REQUIRED"
    assert server.violations == []


async def test_alone_with_the_bot_nothing_is_for_one(
    server: FakeTelegram, bot: RawBot, anna: Person
) -> None:
    alone = {"receiver_user_id": anna.id}
    await bot.error("sendMessage", chat_id=anna.id, text="x", ephemeral_message_parameters=alone)
    assert len(server.violations) == 1


async def test_blocks_are_read_as_lines(server: FakeTelegram, bot: RawBot, anna: Person) -> None:
    await bot.call("sendRichMessage", chat_id=anna.id, rich_message={"blocks": BLOCKS})
    heard = await anna.hears()
    assert heard.text == "Alle Schritte\n[x] 1. Bedarf\n[ ] 2. Träger\n3. Ort"
    assert server.violations == []


WRONG: list[Json] = [
    {},
    {"blocks": []},
    {"html": "<p>x</p>"},
    {"blocks": BLOCKS, "markdown": "x"},
    {"blocks": [{"type": "divider"}]},
    {"blocks": [{"type": "paragraph", "text": 1}]},
    {"blocks": [{"type": "paragraph", "text": [" ", ""]}]},
    {"blocks": [{"type": "list", "items": [item("x", has_checkbox=False)]}]},
    {"blocks": [{"type": "paragraph", "text": "x"}] * 501},
    {"blocks": [{"type": "paragraph", "text": "x" * 32_769}]},
]


@pytest.mark.parametrize("rich", WRONG, ids=lambda rich: str(rich)[:40])
async def test_wrong_blocks(rich: Json, server: FakeTelegram, bot: RawBot, anna: Person) -> None:
    await bot.error("sendRichMessage", chat_id=anna.id, rich_message=rich)
    assert len(server.violations) == 1
    assert server.sent == []


async def test_a_disabled_button_cannot_be_pressed(
    server: FakeTelegram, bot: RawBot, anna: Person
) -> None:
    shown = {"inline_keyboard": [[{"text": "Ja", "disabled": {}}]]}
    await bot.call("sendMessage", chat_id=anna.id, text="x", reply_markup=shown)
    assert (await anna.hears()).buttons == ["Ja"]
    with pytest.raises(AssertionError, match="no button 'Ja'"):
        await anna.presses("Ja")
    both = {"inline_keyboard": [[{"text": "Ja", "disabled": {}, "callback_data": "ja"}]]}
    await bot.error("sendMessage", chat_id=anna.id, text="x", reply_markup=both)
    assert len(server.violations) == 1
