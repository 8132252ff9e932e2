"""What people do on Telegram, and what the helpdesk makes of it."""

import asyncio
from typing import Any

import pytest

from handlers.table import COMMANDS
from tests.channels.office import Hurry, Office
from tests.channels.test_conformance import make_advisor
from tests.fake_telegram import FakeTelegram, Group, Person

pytestmark = pytest.mark.usefixtures("open_office")
ANONYMOUS_ADMIN = {"id": 1087968824, "is_bot": True, "first_name": "Group",
                   "username": "GroupAnonymousBot"}  # fmt: skip
OTHER_BOT = {"id": 999, "is_bot": True, "first_name": "Umfrage", "username": "umfrage_bot"}


async def test_menus_are_german_and_fit_the_place(server: FakeTelegram, group: Group) -> None:
    async with asyncio.timeout(10):
        while len(_menus(server)) < 2:  # noqa: ASYNC110 - the fake server tells nobody
            await asyncio.sleep(0.01)
    private, advisors = _menus(server)
    assert private["scope"] == {"type": "all_private_chats"}
    assert advisors["scope"] == {"type": "chat", "chat_id": group.id}
    for menu in (private, advisors):
        for entry in menu["commands"]:
            assert entry["description"] == COMMANDS[entry["command"]].description
    assert {"start", "hilfe", "anfrage"} <= _names(private)
    assert {"tickets", "antwort", "schliessen"} <= _names(advisors)
    assert not _names(private) & _names(advisors)
    assert "rolle" not in _names(private) | _names(advisors)


def _menus(server: FakeTelegram) -> list[dict[str, Any]]:
    return [call.params for call in server.calls if call.method == "setMyCommands"]


def _names(menu: dict[str, Any]) -> set[str]:
    return {entry["command"] for entry in menu["commands"]}


async def test_a_press_is_acknowledged_after_the_commit(open_office: Office, anna: Person) -> None:
    await anna.writes("Wie viel?")
    await anna.hears()
    press = await anna.presses("Hat geholfen")
    await press.answered()
    assert len(await open_office.stored()) == 2
    assert "freut mich" in (await anna.hears()).text


async def test_a_press_that_could_not_be_stored_keeps_its_spinner(
    open_office: Office, anna: Person
) -> None:
    await anna.writes("Wie viel?")
    await anna.hears()
    keep, may_store = open_office.store, asyncio.Event()

    async def store(updates: Any) -> None:
        await may_store.wait()
        await keep(updates)

    open_office.store = store
    press = await anna.presses("Hat geholfen")
    with pytest.raises(AssertionError, match="not answered"):
        await press.answered(0.2)
    may_store.set()
    await press.answered()


async def test_a_failing_acknowledgement_harms_nothing(server: FakeTelegram, anna: Person) -> None:
    await anna.writes("Wie viel?")
    await anna.hears()
    description = "Bad Request: query is too old and response timeout expired"
    server.fail_next("answerCallbackQuery", status=400, description=description)
    await anna.presses("Hat geholfen")
    assert "freut mich" in (await anna.hears()).text


async def test_a_forged_press_changes_nothing(anna: Person) -> None:
    for data in ("escalate:1", "helped:" + "9" * 40, "pick:1.-1", "schließen", "\0", "close:1"):
        await anna.presses(data, forged=True, message=1)
        said = (await anna.hears()).text
        assert "gilt nicht mehr" in said or "dürfen hier nur" in said


async def test_commands_of_other_bots_are_theirs(
    server: FakeTelegram, open_office: Office, carla: Person, group: Group, hurry: Hurry
) -> None:
    await make_advisor(open_office.database, f"telegram:{carla.id}", hurry)
    await carla.writes("/tickets@umfrage_bot", chat=group)
    await carla.writes(f"/tickets@{server.bot['username'].upper()}", chat=group)
    assert "keine Anfrage offen" in (await group.hears()).text
    await group.hears_nothing()


async def test_an_anonymous_admin_has_no_rights(anna: Person, carla: Person, group: Group) -> None:
    await anna.writes("/anfrage Wer antwortet mir?")
    await anna.hears()
    card = await group.hears()
    place: dict[str, Any] = {"from": ANONYMOUS_ADMIN, "sender_chat": group.chat.info}
    await carla.sends(chat=group, text="Ich, heimlich.", reply_to=card, **place)
    assert "unter Ihrem eigenen Namen" in (await group.hears()).text
    await carla.sends(chat=group, text="/schliessen 1", **place)
    assert "unter Ihrem eigenen Namen" in (await group.hears()).text
    await carla.sends(chat=group, text="Nur so dahergesagt.", **place)
    await group.hears_nothing()
    await anna.hears_nothing()


async def test_other_bots_and_channels_are_not_answered(
    anna: Person, carla: Person, group: Group
) -> None:
    await anna.writes("/anfrage Wer antwortet mir?")
    await anna.hears()
    card = await group.hears()
    by_bot: dict[str, Any] = {"from": OTHER_BOT}
    channel = {"id": -1005, "type": "channel", "title": "Aktuelles"}
    telegram = {"id": 777000, "is_bot": False, "first_name": "Telegram"}
    forwarded: dict[str, Any] = {
        "from": telegram,
        "sender_chat": channel,
        "is_automatic_forward": True,
    }
    await carla.sends(chat=group, text="/schliessen 1", reply_to=card, **by_bot)
    await carla.sends(chat=group, text="Neues im Kanal", **forwarded)
    await group.hears_nothing()
    await anna.hears_nothing()


async def test_what_comes_through_an_inline_bot_is_the_persons_own(anna: Person) -> None:
    await anna.sends(text="Wie viel?", via_bot=OTHER_BOT)
    assert "18.000 Euro" in (await anna.hears()).text


@pytest.mark.parametrize(
    "content",
    [
        {"sticker": {"file_id": "s", "file_unique_id": "s", "type": "regular", "width": 1,
                     "height": 1, "is_animated": False, "is_video": False}},
        {"location": {"latitude": 50.0, "longitude": 8.6}},
        {"contact": {"phone_number": "1", "first_name": "X"}},
        {"dice": {"emoji": "🎲", "value": 6}},
        {"kommt_erst_noch": {"file_id": "x"}},
    ],
    ids=lambda content: next(iter(content)),
)  # fmt: skip
async def test_what_is_no_text_is_met_with_words(content: dict[str, Any], anna: Person) -> None:
    await anna.sends(**content)
    assert "kann ich leider nicht lesen" in (await anna.hears()).text


async def test_news_of_telegram_are_no_messages(
    open_office: Office, anna: Person, group: Group, carla: Person
) -> None:
    to_anna: list[dict[str, Any]] = [
        {"message_auto_delete_timer_changed": {"message_auto_delete_time": 86400}},
        {"write_access_allowed": {"from_request": True}},
        {"pinned_message": {"message_id": 1, "date": 0, "chat": anna.chat.info}},
        {"chat_background_set": {"type": {"type": "chat_theme", "theme_name": "x"}}},
    ]
    to_the_group: list[dict[str, Any]] = [
        {"new_chat_members": [carla.user]},
        {"left_chat_member": carla.user},
        {"new_chat_title": "Beratung neu"},
        {"forum_topic_created": {"name": "Bau", "icon_color": 7322096}},
        {"video_chat_started": {}},
    ]
    for news in to_anna:
        await anna.sends(**news)
    for news in to_the_group:
        await carla.sends(chat=group, **news)
    await open_office.settled()
    assert anna.catches_up() == []
    assert group.catches_up() == []


async def test_an_edited_question_is_looked_up_again(anna: Person) -> None:
    question = await anna.writes("Was ist mit Hünern?")
    await anna.hears()
    await anna.edits(question, "Wie viel ist es?")
    assert "18.000 Euro" in (await anna.hears()).text


async def test_an_edited_answer_is_corrected(
    open_office: Office, anna: Person, carla: Person, group: Group, hurry: Hurry
) -> None:
    await make_advisor(open_office.database, f"telegram:{carla.id}", hurry)
    await anna.writes("/anfrage Wann?")
    await anna.hears()
    answer = await carla.writes("Morgn.", chat=group, reply_to=await group.hears())
    assert "Morgn." in (await anna.hears()).text
    await carla.edits(answer, "Morgen.", chat=group)
    assert "Morgen." in (await anna.sees_edit()).text  # in place, where she read it


async def test_a_place_that_moves_is_answered_once(open_office: Office, anna: Person) -> None:
    place = {"latitude": 50.0, "longitude": 8.6, "live_period": 900}
    sent = await anna.sends(location=place)
    await anna.hears()
    for _ in range(3):
        moved = {**sent, "edit_date": sent["date"] + 1}
        open_office.server.inject({"edited_message": moved})
    await open_office.settled()
    await anna.hears_nothing()


async def test_a_foreign_group_learns_its_address_and_nothing_else(
    server: FakeTelegram, anna: Person
) -> None:
    foreign = server.group("Fremde")
    for text in ("Wie viel?", "/hilfe", "/tickets", "/adresse"):
        await anna.writes(text, chat=foreign)
    assert f"telegram:{foreign.id}" in (await foreign.hears()).text
    await foreign.hears_nothing()


async def test_colleagues_talk_undisturbed(
    open_office: Office, carla: Person, group: Group, hurry: Hurry, server: FakeTelegram
) -> None:
    await make_advisor(open_office.database, f"telegram:{carla.id}", hurry)
    dora = server.person("Dora")
    await make_advisor(open_office.database, f"telegram:{dora.id}", hurry)
    said = await carla.writes("Wer hat heute Dienst?", chat=group)
    await dora.writes("Ich.", chat=group, reply_to=said)
    await group.hears_nothing()
