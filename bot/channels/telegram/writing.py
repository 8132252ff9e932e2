"""Turns what goes out into calls of the Bot API, free of any library."""

from collections.abc import Iterator
from itertools import islice

from bot.channels import Attachment, Outgoing
from bot.channels.telegram.api import Call, Params, Upload
from bot.channels.telegram.reading import SENT_AS
from handlers.messages import Button, FileKind
from handlers.rich import BOXES, plain, render, runs, shorten, units

LABEL = 60  # characters of a button that a phone still shows
CAPTION = 1024  # UTF-16 units that go under a file
ALBUM = 10  # files
# An album carries no buttons, and a message with buttons needs words.
BELOW_ALBUM = "Zu diesen Dateien:"
KINDS = {
    FileKind.PHOTO: "photo",
    FileKind.VIDEO: "video",
    FileKind.AUDIO: "audio",
    FileKind.VOICE: "voice",
    FileKind.DOCUMENT: "document",
}
METHODS = {"video_note": "sendVideoNote"}
# What may stand in one album: pictures of both kinds, or sound alone, or papers alone.
ALBUMS = ({"photo", "video"}, {"audio"}, {"document"})


def calls(outgoing: Outgoing, *, link_previews: bool) -> list[Call]:
    """List the calls that send a message: one, unless Telegram cannot carry it in one."""
    made: list[Call] = []
    groups = list(_groups(outgoing.files))
    captioned = bool(groups) and _takes_caption(outgoing, groups[-1])
    for group in groups:
        last = captioned and group is groups[-1]
        below = _caption(outgoing) if last else {}
        if len(group) == 1:
            made.append(_single(outgoing, group[0], below, keyboard=last))
        else:
            made.append(_album(outgoing, group, below))
    text = html(outgoing)
    if not groups or not captioned:
        if not text and outgoing.buttons:
            text = BELOW_ALBUM
        if text or not groups:
            made.append(("sendMessage", _place(outgoing) | _text(outgoing, text, link_previews)))
    return made


def correction(outgoing: Outgoing, *, link_previews: bool, caption: bool) -> Call:
    """Give the call that changes a message, or what stands under a file."""
    place = {"chat_id": int(outgoing.chat), "message_id": int(outgoing.edits or 0)}
    if caption:
        return "editMessageCaption", place | _caption(outgoing) | _keyboard(outgoing)
    return "editMessageText", place | _text(outgoing, html(outgoing), link_previews)


def html(outgoing: Outgoing) -> str:
    """Write a text in Telegram's HTML, or without any markup."""
    return plain(outgoing.text) if outgoing.plain else render(outgoing.text, _tag)


def _tag(tag: str) -> tuple[str, str]:
    if tag in BOXES:
        return "", ""
    if tag == "details":
        return "<blockquote expandable>", "</blockquote>"
    return f"<{tag}>", f"</{tag.split(' ', 1)[0]}>"


def label(text: str) -> str:
    """Shorten a button's words to what a phone shows."""
    return shorten(text, LABEL)


def _text(outgoing: Outgoing, text: str, link_previews: bool) -> Params:  # noqa: FBT001 - passed on
    # Not sent at all when previews are wanted: that is Telegram's own default.
    previews: Params = {} if link_previews else {"link_preview_options": {"is_disabled": True}}
    return {"text": text, **_mode(outgoing), **previews, **_keyboard(outgoing)}


def _caption(outgoing: Outgoing) -> Params:
    text = html(outgoing)
    return {"caption": text, **_mode(outgoing)} if text else {}


def _mode(outgoing: Outgoing) -> Params:
    return {} if outgoing.plain else {"parse_mode": "HTML"}


def _keyboard(outgoing: Outgoing) -> Params:
    rows = [[_key(button) for button in row] for row in outgoing.buttons]
    return {"reply_markup": {"inline_keyboard": rows}} if rows else {}


def _key(button: Button) -> Params:
    return {"text": label(button.label), "callback_data": button.data}


def _place(outgoing: Outgoing) -> Params:
    place: Params = {"chat_id": int(outgoing.chat)}
    if outgoing.topic is not None:
        place["message_thread_id"] = int(outgoing.topic)
    if outgoing.reply_to is not None:
        number = int(outgoing.reply_to)
        place["reply_parameters"] = {"message_id": number, "allow_sending_without_reply": True}
    if outgoing.silent:
        place["disable_notification"] = True
    return place


def _takes_caption(outgoing: Outgoing, group: list[Attachment]) -> bool:
    """Tell whether text and buttons can stand under the last file."""
    if len(group) > 1 and outgoing.buttons:
        return False
    words = plain(outgoing.text) if outgoing.plain else "".join(w for _, w in runs(outgoing.text))
    return _kind(group[-1]) != "video_note" and units(words) <= CAPTION


def _groups(files: tuple[Attachment, ...]) -> Iterator[list[Attachment]]:
    """Part files into albums, in the order in which each sort first appears."""
    waiting = list(files)
    while waiting:
        first = _kind(waiting[0])
        together = next((kinds for kinds in ALBUMS if first in kinds), None)
        if together is None:
            yield [waiting.pop(0)]
            continue
        group = list(islice((f for f in waiting if _kind(f) in together), ALBUM))
        waiting = [f for f in waiting if not any(f is taken for taken in group)]
        yield group


def _kind(file: Attachment) -> str:
    sent_as, _, ref = file.ref.partition(" ")
    return sent_as if ref and sent_as in SENT_AS else KINDS[file.kind]


def _media(file: Attachment) -> str | Upload:
    if file.content:
        return Upload(file.name, file.content)
    return file.ref.rpartition(" ")[2]


def _single(outgoing: Outgoing, file: Attachment, below: Params, *, keyboard: bool) -> Call:
    kind = _kind(file)
    method = METHODS.get(kind, f"send{kind.capitalize()}")
    buttons = _keyboard(outgoing) if keyboard else {}
    return method, _place(outgoing) | {kind: _media(file)} | below | buttons


def _album(outgoing: Outgoing, group: list[Attachment], below: Params) -> Call:
    media: list[Params] = [{"type": _kind(file), "media": _media(file)} for file in group]
    media[-1] |= below
    return "sendMediaGroup", _place(outgoing) | {"media": media}
