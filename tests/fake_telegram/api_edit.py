"""The methods that change, remove or mark messages that exist."""

from .chats import Chat
from .state import State
from .texts import formatted
from .wire import Json, Request, bad_request

MEDIA = {"animation", "audio", "document", "photo", "video", "voice"}
DELETABLE_FOR = 48 * 3600
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup "
    "are exactly the same as a current content and reply markup of the message"
)


def edit_message_text(state: State, request: Request) -> Json:
    """Replace the text and the buttons of a message."""
    chat, message = _own_message(state, request)
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    kept = {key: value for key, value in message.items() if key not in {"text", "entities"}}
    return _replace(state, request, chat, kept | formatted(request.params).fields())


def edit_message_caption(state: State, request: Request) -> Json:
    """Replace what stands under a file, and the buttons."""
    chat, message = _own_message(state, request)
    if not MEDIA & message.keys():
        raise bad_request("there is no caption in the message to edit")
    kept = {k: v for k, v in message.items() if k not in {"caption", "caption_entities"}}
    shown = formatted(request.params, "caption", "caption_entities")
    below = shown.fields("caption", "caption_entities")
    return _replace(state, request, chat, kept | below)


def edit_message_reply_markup(state: State, request: Request) -> Json:
    """Replace only the buttons of a message."""
    chat, message = _own_message(state, request)
    return _replace(state, request, chat, message)


def delete_message(state: State, request: Request) -> bool:
    """Remove a message from a chat."""
    chat, message = _find(state, request.params, "delete")
    if state.now - message["date"] > DELETABLE_FOR and not (
        chat.bot_is_admin and not chat.is_private
    ):
        raise bad_request("message can't be deleted for everyone")
    own = message.get("from", {}).get("id") == state.bot["id"]
    if not (own or chat.is_private or chat.bot_is_admin):
        raise bad_request("message can't be deleted")
    del chat.messages[message["message_id"]]
    return True


def pin_chat_message(state: State, request: Request) -> bool:
    """Pin a message at the top of a chat."""
    chat, message = _find(state, request.params, "pin")
    if not (chat.is_private or chat.bot_is_admin):
        raise bad_request("not enough rights to manage pinned messages in the chat")
    chat.pinned.append(message["message_id"])
    return True


def set_message_reaction(state: State, request: Request) -> bool:
    """Put an emoji to a message."""
    chat, message = _find(state, request.params, "react")
    reaction = request.params.get("reaction", ())
    if len(reaction) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    chat.reactions[message["message_id"]] = [sign.get("emoji", "") for sign in reaction]
    return True


def _find(state: State, params: Json, what: str) -> tuple[Chat, Json]:
    chat = state.chats.reachable(params["chat_id"])
    message = chat.messages.get(params["message_id"])
    if message is None:
        raise bad_request(f"message to {what} not found")
    return chat, message


def _own_message(state: State, request: Request) -> tuple[Chat, Json]:
    params = request.params
    if "chat_id" not in params or "message_id" not in params:
        raise bad_request("message identifier is not specified")
    chat, message = _find(state, params, "edit")
    if message.get("from", {}).get("id") != state.bot["id"]:
        raise bad_request("message can't be edited")
    return chat, message


def _replace(state: State, request: Request, chat: Chat, message: Json) -> Json:
    """Put a changed message in the place of the old one, its buttons as the request has them."""
    message = {key: value for key, value in message.items() if key != "reply_markup"}
    markup = request.params.get("reply_markup", {})
    if markup.get("inline_keyboard"):
        message["reply_markup"] = markup
    if message == chat.messages[message["message_id"]]:
        raise bad_request(NOT_MODIFIED)
    changed = chat.store(message | {"edit_date": state.now})
    state.note_edited(request, chat, changed)
    return changed
