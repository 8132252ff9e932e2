"""What Telegram's raw updates become: neutral words, and nobody's name."""

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.channels.telegram.news import NEWS
from bot.channels.telegram.reading import read
from handlers.messages import (
    Address,
    Command,
    File,
    FileKind,
    Incoming,
    Media,
    Moved,
    Other,
    Press,
    Quoted,
    Text,
)
from tests.fake_telegram import schema

BOT = {"id": 424242, "is_bot": True, "first_name": "Amt", "username": "amt_bot"}
SENT_AT = datetime.fromtimestamp(1, UTC)  # as `message` dates it
ANNA = {"id": 77, "is_bot": False, "first_name": "Anna", "last_name": "Geheim"}
CARLA = {"id": 78, "is_bot": False, "first_name": "Carla"}
ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
OTHER_BOT = {"id": 999, "is_bot": True, "first_name": "Umfrage"}
PRIVATE = {"id": 77, "type": "private", "first_name": "Anna"}
GROUP = {"id": -1009, "type": "supergroup", "title": "Beratung", "is_forum": True}
HERE, IN_GROUP = Address("telegram", "77"), Address("telegram", "-1009")


def parse(update: dict[str, Any]) -> Incoming | None:
    whole = {"update_id": 1} | update
    assert schema.update_fault(whole) is None
    return read(whole, bot_id=424242, bot_name="Amt_Bot")


def message(**fields: Any) -> dict[str, Any]:
    sound = {"message_id": 5, "date": 1, "chat": PRIVATE, "from": ANNA}
    whole = sound | fields
    return {key: value for key, value in whole.items() if value is not None}


def written(**fields: Any) -> Incoming:
    incoming = parse({"message": message(**fields)})
    assert incoming
    return incoming


def in_group(**fields: Any) -> Incoming:
    return written(chat=GROUP, **{"from": CARLA} | fields)


def file(key: str, **more: Any) -> dict[str, Any]:
    return {"file_id": f"id-{key}", "file_unique_id": "u", **more}


def test_a_text_and_where_it_stands() -> None:
    assert written(text=" Guten Tag ") == Incoming(
        HERE, HERE, Text("Guten Tag"), message="5", at=SENT_AT, name="Anna"
    )
    said = in_group(text="Wer hat Dienst?", message_thread_id=3)
    assert said == Incoming(
        IN_GROUP,
        Address("telegram", "78"),
        Text("Wer hat Dienst?"),
        group=True,
        message="5",
        at=SENT_AT,
        name="Carla",
    )


def test_commands_know_our_name_whatever_its_case() -> None:
    assert written(text="/start FZ_1").body == Command("start", "FZ_1")
    assert in_group(text="/Tickets@amt_BOT").body == Command("tickets")
    assert parse({"message": message(text="/tickets@anderer_bot")}) is None


def test_a_topic_is_one_only_where_telegram_says_so() -> None:
    opened = message(
        chat=GROUP,
        message_id=3,
        forum_topic_created={"name": "FZ-1", "icon_color": 7322096},
        **{"from": BOT},
    )
    said = in_group(
        text="Ich nehme das.", message_thread_id=3, is_topic_message=True, reply_to_message=opened
    )
    assert (said.topic, said.reply_to) == ("3", None)  # not a reply to the topic's beginning
    replied = message(chat=GROUP, message_id=4, text="Karte", **{"from": BOT})
    said = in_group(
        text="Ja.", message_thread_id=3, is_topic_message=True, reply_to_message=replied
    )
    assert (said.topic, said.reply_to) == ("3", "4")


@pytest.mark.parametrize(("author", "found"), [(BOT, "4"), (CARLA, None), (None, "4")])
def test_a_reply_counts_when_it_is_to_us(author: dict[str, Any] | None, found: str | None) -> None:
    replied = message(chat=GROUP, message_id=4, text="x", **{"from": author})
    assert in_group(text="Ja.", reply_to_message=replied).reply_to == found


CARD: dict[str, Any] = {
    "text": "FZ-2026-0007 · offen",
    "entities": [{"type": "bold", "offset": 0, "length": 12}],
    "reply_markup": {"inline_keyboard": [[{"text": "Antworten", "callback_data": "reply:7"}]]},
}


def test_our_own_message_comes_along_with_the_reply_to_it() -> None:
    ours = message(chat=GROUP, message_id=4, **CARD, **{"from": BOT})
    shown = Quoted("FZ-2026-0007 · offen", ("FZ-2026-0007",), (Press("reply", "7"),))
    assert in_group(text="Ja.", reply_to_message=ours).quoted == shown
    below = {"photo": SIZES, "caption": CARD["text"], "caption_entities": CARD["entities"]}
    picture = message(chat=GROUP, message_id=4, **below, **{"from": BOT})
    shown = Quoted("FZ-2026-0007 · offen", ("FZ-2026-0007",))
    assert in_group(text="Ja.", reply_to_message=picture).quoted == shown
    topic = {"forum_topic_created": {"name": "FZ-2026-0007 Geld", "icon_color": 7322096}}
    opened = message(chat=GROUP, message_id=3, **topic, **{"from": BOT})
    place = {"message_thread_id": 3, "is_topic_message": True}
    said = in_group(text="Ja.", reply_to_message=opened, **place)
    assert said.quoted == Quoted("FZ-2026-0007 Geld", ("FZ-2026-0007 Geld",))


@pytest.mark.parametrize("author", [CARLA, OTHER_BOT, ANONYMOUS, None])
def test_what_somebody_else_wrote_is_never_taken_for_ours(author: dict[str, Any] | None) -> None:
    for content in (CARD, {"forum_topic_created": {"name": "FZ-2026-0007", "icon_color": 1}}):
        theirs = message(chat=GROUP, message_id=4, **content, **{"from": author})
        said = read({"message": message(chat=GROUP, text="Ja.", reply_to_message=theirs)},
                    bot_id=424242, bot_name="amt_bot")  # fmt: skip
        assert said
        assert said.quoted is None


def test_who_does_not_stand_up_for_it_has_no_rights() -> None:
    anonymous = in_group(text="/tickets", sender_chat=GROUP, **{"from": ANONYMOUS})
    assert anonymous.sender is None
    channel = {"id": -1007, "type": "channel", "title": "Nachrichten"}
    assert in_group(text="Neues", sender_chat=channel, **{"from": ANONYMOUS}).sender is None
    assert in_group(text="Neues", **{"from": None}).sender is None
    assert parse({"message": message(chat=GROUP, text="x", **{"from": OTHER_BOT})}) is None


def test_what_is_forwarded_is_said_by_who_forwards_it() -> None:
    origin = {"type": "user", "date": 1, "sender_user": CARLA}
    assert written(text="Hallo", forward_origin=origin).sender == HERE


def test_an_edited_text_says_so() -> None:
    changed = parse({"edited_message": message(text="Hühner", edit_date=2)})
    assert changed
    assert (changed.body, changed.message) == (Text("Hühner", edited=True), "5")
    command = parse({"edited_message": message(text="/anfrage Hühner", edit_date=2)})
    assert command
    assert command.body == Command("anfrage", "Hühner", edited=True)


def test_a_press_names_the_message_with_the_button() -> None:
    press = {"id": "1", "from": ANNA, "chat_instance": "1", "data": "pick:3"}
    pressed = parse({"callback_query": press | {"message": message(**{"from": BOT}, text="x")}})
    assert pressed == Incoming(HERE, HERE, Press("pick", "3"), message="5", name="Anna")
    keys = {"inline_keyboard": [[{"text": "Zur Frist", "callback_data": "pick:3"}]]}
    offer = message(**{"from": BOT}, text="x", reply_markup=keys)
    pressed = parse({"callback_query": press | {"message": offer}})
    assert pressed
    assert pressed.body == Press("pick", "3", label="Zur Frist")
    in_topic = message(
        chat=GROUP, message_thread_id=3, is_topic_message=True, text="x", **{"from": BOT}
    )
    pressed = parse({"callback_query": press | {"message": in_topic}})
    assert pressed
    assert (pressed.topic, pressed.group, pressed.sender) == ("3", True, HERE)
    gone = {"chat": PRIVATE, "message_id": 9, "date": 0}
    pressed = parse({"callback_query": press | {"message": gone}})
    assert pressed
    assert pressed.message == "9"


SIZES = [
    file("klein", width=90, height=60, file_size=1_000),
    file("gross", width=1280, height=960, file_size=90_000),
    file("mittel", width=320, height=240, file_size=9_000),
]
VIDEO = {"width": 1, "height": 1, "duration": 1}
MOVING = file("a", **VIDEO, file_name="x.gif")
MEDIA: dict[str, tuple[dict[str, Any], FileKind, str, int, str]] = {
    "photo": ({"photo": SIZES}, FileKind.PHOTO, "Bild.jpg", 90_000, "id-gross"),
    "document": (
        {"document": file("d", file_name="C:\\Amt\\Antrag.pdf", file_size=7)},
        FileKind.DOCUMENT, "Antrag.pdf", 7, "id-d",
    ),
    "document without a name": ({"document": file("d")}, FileKind.DOCUMENT, "Datei", 0, "id-d"),
    "voice": (
        {"voice": file("v", duration=3)}, FileKind.VOICE, "Sprachnachricht.ogg", 0, "id-v",
    ),
    "audio": (
        {"audio": file("a", duration=3, file_name="../../etc/passwd")},
        FileKind.AUDIO, "passwd", 0, "id-a",
    ),
    "video": (
        {"video": file("v", **VIDEO, file_name="Hof.mp4")}, FileKind.VIDEO, "Hof.mp4", 0, "id-v",
    ),
    "video note": (
        {"video_note": file("n", length=1, duration=1)},
        FileKind.VIDEO, "Videonachricht.mp4", 0, "video_note id-n",
    ),
    "animation": (
        {"animation": MOVING, "document": file("a", file_name="x.gif")},
        FileKind.VIDEO, "x.gif", 0, "animation id-a",
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("content", "kind", "name", "size", "ref"), MEDIA.values(), ids=MEDIA.keys()
)
def test_files(content: dict[str, Any], kind: FileKind, name: str, size: int, ref: str) -> None:
    expected = File(kind, name, size, "telegram", ref)
    assert written(**content).body == Media(expected)
    below = written(**content, caption=" Unser Hof ", media_group_id="g1").body
    assert below == Media(expected, "Unser Hof", "g1")
    changed = parse({"edited_message": message(**content, caption="/antwort Hof", edit_date=2)})
    assert changed
    assert changed.body == Media(expected, "/antwort Hof", edited=True)  # no command


def test_an_endless_name_keeps_its_end() -> None:
    body = written(document=file("d", file_name="x" * 300 + ".pdf")).body
    assert isinstance(body, Media)
    assert len(body.file.name) == 100
    assert body.file.name.endswith(".pdf")


def test_a_group_that_moves_tells_its_new_address() -> None:
    moved = in_group(migrate_to_chat_id=-1001234)
    assert (moved.chat, moved.body) == (IN_GROUP, Moved(Address("telegram", "-1001234")))
    assert parse({"message": message(chat=GROUP, migrate_from_chat_id=-5)}) is None


def test_what_a_person_sends_and_nobody_can_read_is_met_with_words() -> None:
    assert written(location={"latitude": 50.0, "longitude": 8.6}).body == Other()
    assert written(dice={"emoji": "🎲", "value": 6}).body == Other()
    moved = message(location={"latitude": 50.0, "longitude": 8.6}, edit_date=2)
    assert parse({"edited_message": moved}) is None


def test_news_are_fields_of_a_message_and_say_nothing() -> None:
    assert set(schema.definitions()["TelegramMessage"]["properties"]) >= NEWS
    for field in NEWS - {"migrate_to_chat_id"}:
        assert read({"message": message(**{field: {}})}, bot_id=1, bot_name="") is None


@pytest.mark.parametrize(
    "field",
    ["checklist", "contact", "dice", "game", "gift", "location", "paid_media", "poll",
     "rich_message", "sticker", "story", "venue", "kommt_erst_noch"],
)  # fmt: skip
def test_what_a_person_sends_is_no_news(field: str) -> None:
    incoming = read({"message": message(**{field: {}})}, bot_id=1, bot_name="")
    assert incoming
    assert incoming.body == Other()


def test_what_one_person_alone_sees_has_no_number() -> None:
    ours = message(chat=GROUP, message_id=0, text="Das geht nicht.", **{"from": BOT})
    said = in_group(text="Ach so.", message_id=0, reply_to_message=ours)
    assert (said.message, said.reply_to, said.to_colleague) == (None, None, False)


@pytest.mark.parametrize(
    "markup", [None, 1, {}, {"inline_keyboard": 1}, {"inline_keyboard": [1, [1, {"text": 1}]]}]
)
def test_odd_buttons_keep_no_press_back(markup: object) -> None:
    press = {"id": "1", "from": ANNA, "chat_instance": "1", "data": "pick:3"}
    odd = {"callback_query": press | {"message": message(reply_markup=markup)}}
    pressed = read(odd, bot_id=424242, bot_name="amt_bot")  # no update that the schema knows
    assert pressed
    assert pressed.body == Press("pick", "3")
