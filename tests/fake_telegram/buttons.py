"""Find the inline button that somebody presses."""

from collections.abc import Iterator

from .chats import Chat
from .wire import Json


def find_press(chat: Chat, button: str, message_id: int | None, *, forged: bool) -> Json:
    """Return the fields of the callback query for a button, by its label or data.

    Without a message the newest one that shows the button is meant.
    """
    if forged:
        return {"data": button} | _forged_place(chat, message_id)
    shown = []
    for message in chat.newest_first():
        if message_id not in {None, message["message_id"]}:
            continue
        for label, data in _buttons(message):
            if button in {label, data}:
                return {"data": data, "message": message}
            shown.append(label)
    where = "chat" if message_id is None else f"message {message_id} of chat"
    message_text = f"no button {button!r} in {where} {chat.id}; shown are {shown}"
    raise AssertionError(message_text)


def _buttons(message: Json) -> Iterator[tuple[str, str]]:
    for row in message.get("reply_markup", {}).get("inline_keyboard", ()):
        for button in row:
            if "callback_data" in button:
                yield button["text"], button["callback_data"]


def _forged_place(chat: Chat, message_id: int | None) -> Json:
    if message_id is None:
        return {}
    if message_id in chat.messages:
        return {"message": chat.messages[message_id]}
    return {"message": {"chat": chat.info, "message_id": message_id, "date": 0}}
