"""Our own message that somebody replies to, as Telegram hands it in with the reply."""

from collections.abc import Iterator
from typing import Any

from bot.channels.telegram.entities import bold
from handlers.messages import Quoted
from handlers.reading.typed import parse_press

Json = dict[str, Any]


def quoted(message: Json, bot_id: int) -> Quoted | None:
    """Show which message of ours this one replies to; in a topic of ours at least its name."""
    reply = message.get("reply_to_message")
    if not isinstance(reply, dict):
        return None
    match reply:
        case {"from": {"id": author}, "forum_topic_created": {"name": str(name)}}:
            # In a topic everything is a reply to the message that opened it.
            return Quoted(name, (name,)) if author == bot_id else None
        case {"from": {"id": author}} if author == bot_id:
            text, marks = reply.get("text"), reply.get("entities")
            if text is None:
                text, marks = reply.get("caption"), reply.get("caption_entities")
            shown = text if isinstance(text, str) else ""
            presses = tuple(parse_press(carried) for _, carried in keys(reply))
            return Quoted(shown, bold(shown, marks), presses)
    return None


def keys(message: Json) -> Iterator[tuple[str, str]]:
    """Give what stands on the buttons of a message, and what they carry."""
    markup = message.get("reply_markup")
    rows = markup.get("inline_keyboard") if isinstance(markup, dict) else None
    for row in rows if isinstance(rows, list) else ():
        for key in row if isinstance(row, list) else ():
            match key:
                case {"callback_data": str(carried), "text": str(label)}:
                    yield label, carried
