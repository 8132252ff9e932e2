"""What all methods share that put a message into a chat."""

from .chats import Chat
from .ephemeral import for_one
from .keyboards import labels
from .state import State
from .wire import Json, Request, bad_request


def deliver(state: State, request: Request, content: Json, *, in_album: bool = False) -> Json:
    """Put a message of the bot into a chat; return it as the method's result.

    ``in_album`` marks the second and later messages of an album.
    """
    params = request.params
    chat = state.chats.reachable(params["chat_id"])
    placed = _place(chat, params)
    if state.enforce_pace and not in_album:
        state.pace.require(chat.id, private=chat.is_private)
    message = {"from": state.bot, "chat": chat.info, "date": state.now, **placed, **content}
    markup = params.get("reply_markup", {})
    if "inline_keyboard" in markup:
        message["reply_markup"] = markup
    _note_reply_keyboard(chat, markup)
    if one := params.get("ephemeral_message_parameters"):
        message |= for_one(state, chat, one)  # nothing can refer to it later
    else:
        chat.store(message)
    state.note_sent(request, chat, message, in_album=in_album)
    return message


def _place(chat: Chat, params: Json) -> Json:
    """Return the fields that say where in the chat the message stands."""
    thread_id = params.get("message_thread_id")
    if thread_id is not None:
        topic = chat.topics.get(thread_id)
        if topic is None:
            raise bad_request("message thread not found")
        if topic.is_closed and not chat.bot_is_admin:
            raise bad_request("TOPIC_CLOSED")
    fields = chat.thread_fields(thread_id)
    reply = params.get("reply_parameters", {})
    if "message_id" in reply:
        quoted = chat.quoted(reply["message_id"])
        if quoted is not None:
            fields["reply_to_message"] = quoted
        elif not reply.get("allow_sending_without_reply", False):
            raise bad_request("message to be replied not found")
    return fields


def _note_reply_keyboard(chat: Chat, markup: Json) -> None:
    if "keyboard" in markup:
        chat.reply_keyboard = labels(markup)
    elif markup.get("remove_keyboard"):
        chat.reply_keyboard = []
