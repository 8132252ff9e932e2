"""The methods that send messages."""

from .files import StoredFile
from .rich_blocks import kept
from .sending import deliver
from .state import State
from .texts import formatted
from .wire import Json, Request, bad_request

# Not part of a copy: what ties a message to its place, its time and its buttons.
PLACE = {
    "message_id",
    "from",
    "sender_chat",
    "chat",
    "date",
    "edit_date",
    "reply_markup",
    "reply_to_message",
    "message_thread_id",
    "is_topic_message",
    "forward_origin",
    "media_group_id",
}


def send_message(state: State, request: Request) -> Json:
    """Send a text."""
    return deliver(state, request, formatted(request.params).fields())


def send_rich_message(state: State, request: Request) -> Json:
    """Send paragraphs and lists."""
    blocks = kept(request.params["rich_message"]["blocks"])
    return deliver(state, request, {"rich_message": {"blocks": blocks}})


def send_photo(state: State, request: Request) -> Json:
    """Send a picture."""
    return _send_file(state, request, "photo")


def send_document(state: State, request: Request) -> Json:
    """Send a file."""
    return _send_file(state, request, "document")


def send_voice(state: State, request: Request) -> Json:
    """Send a voice message."""
    return _send_file(state, request, "voice")


def send_video(state: State, request: Request) -> Json:
    """Send a film."""
    return _send_file(state, request, "video")


def send_video_note(state: State, request: Request) -> Json:
    """Send a round film."""
    return _send_file(state, request, "video_note")


def send_animation(state: State, request: Request) -> Json:
    """Send a film that plays by itself."""
    return _send_file(state, request, "animation")


def send_audio(state: State, request: Request) -> Json:
    """Send sound."""
    return _send_file(state, request, "audio")


def send_media_group(state: State, request: Request) -> list[Json]:
    """Send an album: one message for each of its files."""
    params = request.params
    state.chats.reachable(params["chat_id"])
    group_id = f"album-{len(state.journal.sent) + 1}"
    contents = []
    for item in params["media"]:
        stored = state.files.received(item["media"], request.uploads, item["type"])
        content = fields_of(item["type"], stored) | {"media_group_id": group_id}
        contents.append(content | _caption(item))
    return [deliver(state, request, c, in_album=c is not contents[0]) for c in contents]


def copy_message(state: State, request: Request) -> Json:
    """Send a message once more, without its origin; a caption may be replaced."""
    original = _original(state, request, "copy")
    content = {key: value for key, value in original.items() if key not in PLACE}
    if "caption" in request.params and "text" not in content:
        content.pop("caption_entities", None)
        content |= _caption(request.params)
    return {"message_id": deliver(state, request, content)["message_id"]}


def forward_message(state: State, request: Request) -> Json:
    """Send a message once more and say where it came from."""
    original = _original(state, request, "forward")
    content = {key: value for key, value in original.items() if key not in PLACE}
    content["forward_origin"] = original.get("forward_origin") or {
        "type": "user",
        "date": original["date"],
        "sender_user": original["from"],
    }
    return deliver(state, request, content)


def fields_of(kind: str, stored: StoredFile) -> Json:
    """Return the fields of a message that describe its file."""
    found: Json = {kind: media(kind, stored)}
    if kind == "animation":
        found["document"] = media("document", stored)
    return found


def media(kind: str, stored: StoredFile) -> Json | list[Json]:
    """Return the field of a message that describes its file."""
    fields = stored.fields()
    if kind == "photo":
        small = {"width": 90, "height": 67} | fields
        return [small, {"width": 1280, "height": 960} | fields]
    if kind == "document":
        return fields | {"file_name": stored.name, "mime_type": stored.content_type}
    if kind in {"video", "animation"}:
        return fields | {
            "duration": 1,
            "width": 1280,
            "height": 960,
            "file_name": stored.name,
            "mime_type": stored.content_type,
        }
    if kind == "video_note":
        return fields | {"duration": 1, "length": 384}
    if kind == "audio":
        fields |= {"file_name": stored.name}
    return fields | {"duration": 1, "mime_type": stored.content_type}


def _send_file(state: State, request: Request, kind: str) -> Json:
    state.chats.reachable(request.params["chat_id"])
    stored = state.files.received(request.params[kind], request.uploads, kind)
    return deliver(state, request, fields_of(kind, stored) | _caption(request.params))


def _caption(params: Json) -> Json:
    shown = formatted(params, "caption", "caption_entities")
    return shown.fields("caption", "caption_entities")


def _original(state: State, request: Request, what: str) -> Json:
    source = state.chats.find(request.params["from_chat_id"])
    found = source.messages.get(request.params["message_id"])
    if found is None:
        raise bad_request(f"message to {what} not found")
    return found
