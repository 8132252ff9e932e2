"""Reads raw updates of Telegram, free of any library: only what we need has to be sound."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, TypeVar

from bot.channels import Unparsable
from bot.channels.telegram.api import NAME
from bot.channels.telegram.entities import with_links
from bot.channels.telegram.news import NEWS
from bot.channels.telegram.quoted import keys, quoted
from bot.incoming.inbox import RawUpdate
from handlers.messages import Address, Body, File, FileKind, Incoming, Media, Moved, Other
from handlers.reading.typed import clean, parse_passed_on, parse_press, parse_typed

Json = dict[str, Any]
Kind = TypeVar("Kind")

# What we ask Telegram for; everything else would only wake us up.
UPDATES = ("message", "edited_message", "callback_query")
LATEST = 2**33  # seconds since 1970 that are a time, and no nonsense
LONGEST_NAME = 100  # characters of a file's name
# „@emil_s“, but no address of a mailbox and none within a link.
CALLED = re.compile(r"(?<![\w.@/-])@(\w+)")
# An animation is a document as well, so it comes first. Where there is no name, people see this.
FILES = {
    "animation": (FileKind.VIDEO, "Video.mp4"),
    "video": (FileKind.VIDEO, "Video.mp4"),
    "video_note": (FileKind.VIDEO, "Videonachricht.mp4"),
    "audio": (FileKind.AUDIO, "Tonaufnahme.mp3"),
    "voice": (FileKind.VOICE, "Sprachnachricht.ogg"),
    "document": (FileKind.DOCUMENT, "Datei"),
}
# Each tells that the words are not the sender's own; some are of servers before 7.0.
_FOREIGN = (
    "forward_origin forward_date forward_from forward_from_chat forward_sender_name "
    "is_automatic_forward via_bot sender_business_bot"
)
FOREIGN = frozenset(_FOREIGN.split())
# Telegram sends a file again only as what it was; the kind alone does not tell these two.
SENT_AS = ("animation", "video_note")


def raw_update(update: object) -> RawUpdate:
    """Find key and chat of an update without trusting its form."""
    if not isinstance(update, dict):
        return RawUpdate.of({"unreadable": str(update)}, None, "")
    chat: object = ""
    for kind in UPDATES:
        inner = update.get(kind)
        if isinstance(inner, dict):
            holder = inner.get("message", inner) if kind == "callback_query" else inner
            chat = _id(holder, "chat") or _id(inner, "from") or ""
    return RawUpdate.of(update, update.get("update_id"), chat)


def _id(holder: object, key: str) -> object:
    inner = holder.get(key) if isinstance(holder, dict) else None
    return inner.get("id") if isinstance(inner, dict) else None


def is_group(chat: str) -> bool:
    """Tell a group by its number: Telegram gives groups negative ones."""
    return chat.startswith("-")


def read(raw: Json, *, bot_id: int, bot_name: str) -> Incoming | None:
    """Read an update; None if it says nothing to us.

    Raises:
        Unparsable: something that we need is missing or of another kind.

    """
    if press := _optional(raw, "callback_query"):
        return _press(press)
    for kind in ("message", "edited_message"):
        if message := _optional(raw, kind):
            edited = kind == "edited_message"
            return _message(message, bot_id=bot_id, bot_name=bot_name, edited=edited)
    return None


def _press(press: Json) -> Incoming | None:
    author = _needed(press, "from", dict)
    person = Address(NAME, str(_needed(author, "id", int)))
    message = _optional(press, "message")
    if message is None:
        return None  # from a chat we are not in
    data = _needed(press, "data", str) if "data" in press else ""
    pressed = replace(parse_press(data), label=_label(message, data))
    return _incoming(message, person, pressed, str(author.get("first_name") or ""))


def _label(message: Json, data: str) -> str:
    """Find what stands on a pressed button; nothing where the message does not say."""
    return next((clean(label) for label, carried in keys(message) if carried == data), "")


def _message(message: Json, *, bot_id: int, bot_name: str, edited: bool) -> Incoming | None:
    if _needed(message, "chat", dict).get("type") == "channel":
        return None
    author, stands_for = _optional(message, "from"), _optional(message, "sender_chat")
    is_bot = bool(author and author.get("is_bot"))
    if is_bot and not stands_for:
        return None  # two bots could talk for ever
    # Anonymous administrators and channels have no account that could stand up for them.
    person = None
    if author and not is_bot and not stands_for:
        person = Address(NAME, str(_needed(author, "id", int)))
    body = _body(message, bot_name=bot_name, edited=edited)
    if body is None:
        return None
    replied, whose = _replied(message, bot_id)
    is_own = person is not None and whose == person.chat
    name = str(author.get("first_name") or "") if author and person else ""
    incoming = _incoming(message, person, body, name)
    return replace(
        incoming,
        reply_to=None if whose else replied,
        own=replied if is_own else None,
        to_colleague=bool(whose) and not is_own,
        quoted=quoted(message, bot_id),
        mentions=_calls_somebody(message, bot_id=bot_id, bot_name=bot_name),
        at=_written_at(message),
        forwarded=_is_passed_on(message),
    )


def _is_passed_on(message: Json) -> bool:
    return any(message.get(mark) for mark in FOREIGN)


def _incoming(message: Json, person: Address | None, body: Body, name: str) -> Incoming:
    chat = str(_needed(_needed(message, "chat", dict), "id", int))
    topic = _needed(message, "message_thread_id", int) if _in_topic(message) else None
    number = _needed(message, "message_id", int)
    return Incoming(
        Address(NAME, chat),
        person,
        body,
        group=is_group(chat),
        name=clean(name),
        message=str(number) if number else None,  # 0: seen by one person only, and not for long
        topic=None if topic is None else str(topic),
    )


def _written_at(message: Json) -> datetime | None:
    date = _number(message, "date")
    return datetime.fromtimestamp(date, UTC) if 0 < date < LATEST else None


def _in_topic(message: Json) -> bool:
    # Without this mark the number only says which thread of replies a message belongs to.
    return message.get("is_topic_message") is True


def _replied(message: Json, bot_id: int) -> tuple[str | None, str]:
    """Name the message that this one replies to, and whose it is; nobody's is ours."""
    reply = _optional(message, "reply_to_message")
    if reply is None:
        return None, ""
    author = _optional(reply, "from")
    number = _needed(reply, "message_id", int)
    # In a topic everything is a reply to the message that opened it.
    if _in_topic(message) and number == message.get("message_thread_id"):
        return None, ""
    whose = "" if author is None or author.get("id") == bot_id else str(author.get("id"))
    return str(number) if number else None, whose


def _calls_somebody(message: Json, *, bot_id: int, bot_name: str) -> bool:
    """Tell whether somebody but us is called, by @name or from the list of the members."""
    said = str(message.get("text") or message.get("caption") or "")
    if any(name.lower() != bot_name.lower() for name in CALLED.findall(said)):
        return True
    marks = message.get("entities") or message.get("caption_entities")
    for mark in marks if isinstance(marks, list) else ():
        match mark:
            case {"type": "text_mention", "user": {"id": int(number)}} if number != bot_id:
                return True
    return False


def _body(message: Json, *, bot_name: str, edited: bool) -> Body | None:
    passed_on = _is_passed_on(message)
    if "migrate_to_chat_id" in message and not passed_on:
        return Moved(Address(NAME, str(_needed(message, "migrate_to_chat_id", int))))
    if message.get("text") is not None:
        text = with_links(_needed(message, "text", str), message.get("entities"))
        if passed_on:
            return parse_passed_on(text, edited=edited)
        return parse_typed(text, bot_name=bot_name, edited=edited)
    file = _file(message)
    if file is not None:
        caption = _needed(message, "caption", str) if message.get("caption") else ""
        below = clean(with_links(caption, message.get("caption_entities")))
        return Media(file, below, str(message.get("media_group_id") or ""), edited)
    # Telegram's own news say nothing to us, nor does a live location that moved.
    return None if edited or not NEWS.isdisjoint(message) else Other()


def _file(message: Json) -> File | None:
    if message.get("photo"):
        sizes = _needed(message, "photo", list)
        largest = max(sizes, key=_pixels)
        return _described(largest, FileKind.PHOTO, "Bild.jpg", "")
    for key, (kind, name) in FILES.items():
        if found := _optional(message, key):
            return _described(found, kind, name, key if key in SENT_AS else "")
    return None


def _pixels(size: object) -> int:
    if not isinstance(size, dict):
        raise Unparsable
    return _number(size, "width") * _number(size, "height")


def _described(file: Json, kind: FileKind, name: str, sent_as: str) -> File:
    ref = _needed(file, "file_id", str)
    given = file.get("file_name")
    if isinstance(given, str) and clean(given):
        # Whatever stands before a slash is a path of somebody's machine, or a trap.
        name = clean(given).replace("\\", "/").rpartition("/")[2][-LONGEST_NAME:] or name
    ref = f"{sent_as} {ref}" if sent_as else ref
    return File(kind, name, _number(file, "file_size"), NAME, ref)


def _number(holder: Json, key: str) -> int:
    found = holder.get(key)
    return found if isinstance(found, int) and found > 0 else 0


def _optional(holder: Json, key: str) -> Json | None:
    return None if holder.get(key) is None else _needed(holder, key, dict)


def _needed(holder: Json, key: str, kind: type[Kind]) -> Kind:
    found = holder.get(key)
    if not isinstance(found, kind) or isinstance(found, bool):
        raise Unparsable
    return found
