"""Rich messages: what of their blocks a bot may send, how they are kept, and what they say."""

from collections.abc import Iterator
from typing import Any

from .wire import Json, ViolationError

MAX_BLOCKS = 500
MAX_TEXT = 32_768  # characters
UNREAD = "Bad Request: can't parse rich message"


def check_rich(message: Json) -> None:
    """Raise a violation where a rich message is not what this server reads."""
    if not message.get("blocks") or "html" in message or "markdown" in message:
        raise ViolationError("rich_message has other than blocks", UNREAD)
    blocks = list(_all(message["blocks"]))
    if unknown := {block["type"] for block in blocks} - {"paragraph", "list"}:
        raise ViolationError(f"unknown rich blocks: {sorted(unknown)}", UNREAD)
    size = len(said(message["blocks"]))
    if len(blocks) > MAX_BLOCKS or size > MAX_TEXT:
        reason = f"{len(blocks)} blocks with {size} characters"
        raise ViolationError(reason, "Bad Request: message is too long")
    if not all(_words(block["text"]).strip() for block in blocks if "text" in block):
        raise ViolationError("a rich block shows nothing", "Bad Request: text must be non-empty")


def kept(blocks: list[Json]) -> list[Json]:
    """Return blocks as they stand in a message: each item of a list has a label."""
    found = []
    for block in blocks:
        if block["type"] == "list":
            items = [i | {"label": "•", "blocks": kept(i["blocks"])} for i in block["items"]]
            block = block | {"items": items}  # noqa: PLW2901 - the changed one is kept
        found.append(block)
    return found


def said(blocks: list[Json]) -> str:
    """Return the words, a line for each block, with a cross in each box that is ticked."""
    return "\n".join(_lines(blocks))


def _lines(blocks: list[Json]) -> Iterator[str]:
    for block in blocks:
        if block["type"] == "paragraph":
            yield _words(block["text"])
        for item in block.get("items", ()):
            box = ("[x] " if item.get("is_checked") else "[ ] ") if "has_checkbox" in item else ""
            yield box + said(item["blocks"])


def _words(text: Any) -> str:
    """Return the words of a rich text: a string, a list of such texts, or one that is marked."""
    if isinstance(text, list):
        return "".join(map(_words, text))
    return text if isinstance(text, str) else _words(text["text"])


def _all(blocks: list[Json]) -> Iterator[Json]:
    for block in blocks:
        yield block
        for item in block.get("items", ()):
            yield from _all(item["blocks"])
