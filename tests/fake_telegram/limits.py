"""The limits that the documentation of the Bot API states only in prose."""

import re
from collections.abc import Callable, Iterator

from .ephemeral import check_ephemeral
from .keyboards import check_keyboard
from .rich_blocks import check_rich
from .texts import Formatted, formatted
from .units import utf16_length
from .wire import Json, ViolationError

MAX_TEXT = 4096
MAX_CAPTION = 1024
MAX_COMMANDS = 100
COMMAND = re.compile(r"[a-z0-9_]{1,32}")
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
SAFE_WEBHOOK = re.compile(r"https://.+|http://(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(/.*)?")

# name: (least, most, description if too short, description if too long)
LENGTHS: dict[tuple[str, str], tuple[int, int, str, str]] = {
    ("createForumTopic", "name"): (1, 128, "TOPIC_TITLE_EMPTY", "TOPIC_TITLE_TOO_LONG"),
    ("editForumTopic", "name"): (0, 128, "TOPIC_TITLE_EMPTY", "TOPIC_TITLE_TOO_LONG"),
    ("answerCallbackQuery", "text"): (0, 200, "", "MESSAGE_TOO_LONG"),
    ("setMyDescription", "description"): (0, 512, "", "BOT_DESCRIPTION_TOO_LONG"),
    ("setMyShortDescription", "short_description"): (0, 120, "", "BOT_ABOUT_TOO_LONG"),
}


def check_limits(method: str, params: Json) -> None:
    """Raise a violation where a request exceeds a limit."""
    for (of, name), (least, most, short, long) in LENGTHS.items():
        if of == method and name in params:
            size = utf16_length(params[name])
            if not least <= size <= most:
                reason = f"{name} has {size} characters, allowed are {least} to {most}"
                raise ViolationError(reason, f"Bad Request: {short if size < least else long}")
    if method in {"sendMessage", "editMessageText"}:
        _check_text(method, params)
    for part in _captions(params):
        _check_caption(part)
    if "ephemeral_message_parameters" in params:
        check_ephemeral(params)
    if "rich_message" in params:
        check_rich(params["rich_message"])
    if "reply_markup" in params:
        check_keyboard(params["reply_markup"])
    if special := SPECIAL.get(method):
        special(params)


def _check_text(method: str, params: Json) -> None:
    if method == "editMessageText" and "message_id" not in params:
        reason = "neither chat_id and message_id nor inline_message_id"
        raise ViolationError(reason, "Bad Request: message identifier is not specified")
    if not params.get("text"):
        raise ViolationError("text is missing or empty", "Bad Request: message text is empty")
    shown = formatted(params)
    if shown.is_empty:
        raise ViolationError("text shows nothing", "Bad Request: text must be non-empty")
    size = utf16_length(shown.text)
    if size > MAX_TEXT:
        reason = f"text has {size} UTF-16 units, at most {MAX_TEXT} are allowed"
        short = "message is too long" if method == "sendMessage" else "MESSAGE_TOO_LONG"
        raise ViolationError(reason, f"Bad Request: {short}")
    _check_entities(shown, params)


def _captions(params: Json) -> Iterator[Json]:
    for part in (params, *params.get("media", ())):
        if isinstance(part, dict) and "caption" in part:
            yield part


def _check_caption(part: Json) -> None:
    shown = formatted(part, "caption", "caption_entities")
    size = utf16_length(shown.text)
    if size > MAX_CAPTION:
        reason = f"caption has {size} UTF-16 units, at most {MAX_CAPTION} are allowed"
        raise ViolationError(reason, "Bad Request: message caption is too long")
    _check_entities(shown, part)


def _check_entities(shown: Formatted, params: Json) -> None:
    """Reject entities that reach beyond the text they were sent with."""
    for name in ("entities", "caption_entities"):
        size = utf16_length(params.get("text") or params.get("caption") or "")
        for entity in params.get(name, ()):
            start, length = entity["offset"], entity["length"]
            if start < 0 or length <= 0 or start + length > size:
                reason = f"{name} reach beyond the text {shown.text[:40]!r}: {entity}"
                raise ViolationError(reason, "Bad Request: ENTITY_BOUNDS_INVALID")


def _check_commands(params: Json) -> None:
    commands = params["commands"]
    if len(commands) > MAX_COMMANDS:
        reason = f"{len(commands)} commands, at most {MAX_COMMANDS} are allowed"
        raise ViolationError(reason, "Bad Request: BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        name, description = command["command"], command["description"]
        if not COMMAND.fullmatch(name):
            raise ViolationError(f"command name {name!r}", "Bad Request: BOT_COMMAND_INVALID")
        if not 1 <= utf16_length(description) <= 256:
            reason = f"description of /{name} has {utf16_length(description)} characters"
            raise ViolationError(reason, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID")


def _check_album(params: Json) -> None:
    if not 2 <= len(params["media"]) <= 10:
        reason = f"an album of {len(params['media'])}, allowed are 2 to 10"
        raise ViolationError(reason, "Bad Request: wrong number of items in the album")
    kinds = {item["type"] for item in params["media"]}
    if len(kinds) > 1 and not kinds <= {"live_photo", "photo", "video"}:
        reason = f"an album of {sorted(kinds)}"
        raise ViolationError(reason, "Bad Request: can't mix media of these types in an album")


def _check_webhook(params: Json) -> None:
    if params["url"] and not SAFE_WEBHOOK.fullmatch(params["url"]):
        reason = f"webhook without https: {params['url']}"
        description = "Bad Request: bad webhook: An HTTPS URL must be provided for webhook"
        raise ViolationError(reason, description)
    if not SECRET.fullmatch(params.get("secret_token", "x")):
        reason = "secret_token has other than 1 to 256 of A-Z a-z 0-9 _ -"
        raise ViolationError(reason, "Bad Request: secret token contains unallowed characters")
    if not 1 <= params.get("max_connections", 40) <= 100:
        reason = f"max_connections is {params['max_connections']}, allowed are 1 to 100"
        raise ViolationError(reason, "Bad Request: wrong max_connections")


SPECIAL: dict[str, Callable[[Json], None]] = {
    "setMyCommands": _check_commands,
    "sendMediaGroup": _check_album,
    "setWebhook": _check_webhook,
}
