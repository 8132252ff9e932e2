"""Turn the text parameters of a request into what a message shows."""

import re
from dataclasses import dataclass

from .html_tags import HtmlError
from .html_text import parse_html
from .units import utf16_length
from .wire import Json, ViolationError

CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f]")
# Characters without a shape: a text of nothing else is empty for Telegram.
INVISIBLE = re.compile(r"[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff]*")
COMMAND = re.compile(r"(?<![\w/@<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])")


@dataclass(frozen=True)
class Formatted:
    """A text and its entities, after parsing."""

    text: str
    entities: tuple[Json, ...]

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing would be seen."""
        return INVISIBLE.fullmatch(self.text) is not None

    def fields(self, text: str = "text", entities: str = "entities") -> Json:
        """Return the fields of a message; no field where there is nothing."""
        found: Json = {text: self.text} if self.text else {}
        return found | ({entities: list(self.entities)} if self.entities else {})


def formatted(params: Json, text: str = "text", entities: str = "entities") -> Formatted:
    """Return the named text of a request as Telegram would show it."""
    source = params.get(text, "")
    mode = params.get("parse_mode")
    if mode is None:
        return _trimmed(source, tuple(params.get(entities, ())))
    if mode != "HTML":
        reason = f"parse_mode {mode}: the fake server parses HTML only"
        raise ViolationError(reason, "Bad Request: unsupported parse_mode")
    try:
        return _trimmed(*parse_html(source))
    except HtmlError as error:
        description = f"Bad Request: can't parse entities: {error}"
        raise ViolationError(
            f"{text} is wrong HTML: {error}: {source[:80]!r}", description
        ) from None


def command_entities(text: str) -> list[Json]:
    """Return the entities of the commands in a text that somebody typed."""
    return [
        {
            "type": "bot_command",
            "offset": utf16_length(text[: found.start()]),
            "length": utf16_length(found[0]),
        }
        for found in COMMAND.finditer(text)
    ]


def _trimmed(source: str, entities: tuple[Json, ...]) -> Formatted:
    """Drop control characters and outer white space, and move the entities along."""
    text = CONTROL.sub(" ", source.replace("\r", "")).rstrip()
    size = utf16_length(text)
    first = min((entity["offset"] for entity in entities), default=size)
    cut = len(text) - len(text.lstrip(" \n"))
    cut = min(cut, first)
    moved = []
    for entity in entities:
        length = min(entity["length"], size - entity["offset"])
        if length > 0:
            moved.append(entity | {"offset": entity["offset"] - cut, "length": length})
    return Formatted(text[cut:], tuple(moved))
