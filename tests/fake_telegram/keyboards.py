"""The rules for keyboards below a message."""

import re

from .wire import Json, ViolationError

MAX_BUTTONS = 100
MAX_ROW = 8
MAX_DATA = 64
BUTTON_URL = re.compile(r"(https?://|tg://)\S+|[\w.-]+\.\w{2,}(/\S*)?", re.IGNORECASE)
LOOKS = {"text", "style", "icon_custom_emoji_id"}
UNPARSED = "Bad Request: can't parse inline keyboard button: "


def rows_of(markup: Json) -> list[list[Json]]:
    """Return the rows of buttons of either kind of keyboard."""
    found: list[list[Json]] = markup.get("inline_keyboard") or markup.get("keyboard") or []
    return found


def labels(markup: Json) -> list[str]:
    """Return what stands on the buttons, row by row."""
    return [button["text"] for row in rows_of(markup) for button in row]


def check_keyboard(markup: Json) -> None:
    """Raise a violation where a keyboard breaks a rule."""
    rows = rows_of(markup)
    total = sum(len(row) for row in rows)
    if total > MAX_BUTTONS:
        reason = f"{total} buttons, at most {MAX_BUTTONS} are allowed"
        raise ViolationError(reason, "Bad Request: reply markup is too long")
    for row in rows:
        if len(row) > MAX_ROW:
            reason = f"{len(row)} buttons in a row, at most {MAX_ROW} are allowed"
            raise ViolationError(reason, "Bad Request: reply markup row is too long")
    for row in markup.get("inline_keyboard", ()):
        for button in row:
            _check_inline(button)
    for row in markup.get("keyboard", ()):
        for button in row:
            if not button["text"].strip():
                raise ViolationError("a button without text", "Bad Request: BUTTON_TEXT_INVALID")
    placeholder = markup.get("input_field_placeholder", "x")
    if not 1 <= len(placeholder) <= 64:
        reason = f"input_field_placeholder has {len(placeholder)} characters, allowed are 1 to 64"
        raise ViolationError(reason, "Bad Request: INPUT_FIELD_PLACEHOLDER_INVALID")


def _check_inline(button: Json) -> None:
    text = button["text"]
    if not text.strip():
        raise ViolationError("a button without text", "Bad Request: BUTTON_TEXT_INVALID")
    actions = sorted(set(button) - LOOKS)
    if not actions:
        complaint = "Text buttons are unallowed in the inline keyboard"
        raise ViolationError(f"button {text!r} does nothing", UNPARSED + complaint)
    if len(actions) > 1:
        reason = f"button {text!r} has several actions: {', '.join(actions)}"
        raise ViolationError(reason, f"{UNPARSED}exactly one action is allowed")
    data = button.get("callback_data")
    if data is not None and not 1 <= len(data.encode()) <= MAX_DATA:
        size = len(data.encode())
        reason = f"callback_data of {text!r} has {size} bytes, allowed are 1 to {MAX_DATA}"
        raise ViolationError(reason, "Bad Request: BUTTON_DATA_INVALID")
    url = button.get("url")
    if url is not None and not BUTTON_URL.fullmatch(url):
        description = f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL"
        raise ViolationError(f"button {text!r} leads to {url!r}", f"Bad Request: {description}")
