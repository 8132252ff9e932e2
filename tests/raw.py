"""What a raw update of the stage says."""

from dataclasses import replace
from typing import Any

from markupsafe import Markup

from handlers.messages import (
    Address,
    Body,
    Button,
    File,
    FileKind,
    Media,
    Moved,
    Other,
    Press,
    Quoted,
)
from handlers.reading.typed import parse_passed_on, parse_press, parse_typed
from handlers.rich import plain, runs


def body(raw: dict[str, Any]) -> Body | None:
    """Read what was said or done; None if it is meant for another bot."""
    edited = raw.get("edited", False)
    if "press" in raw:
        return replace(parse_press(raw["press"]), label=raw.get("label", ""))
    if "file" in raw:
        kind, name, size, ref = raw["file"]
        file = File(FileKind(kind), name, size, raw.get("from", "stage"), ref)
        return Media(file, raw.get("text", ""), raw.get("album", ""), edited)
    if "text" in raw and raw.get("forwarded"):
        return parse_passed_on(raw["text"], edited=edited)
    if "moved" in raw:
        return Moved(Address("stage", raw["moved"]))
    if "text" in raw:
        return parse_typed(raw["text"], bot_name="amt_bot", edited=edited)
    return Other()


def quoted(text: Markup, buttons: tuple[Button, ...]) -> Quoted:
    """Show a message of the bot as a messenger does that hands it in with the reply."""
    bold = tuple(words for tags, words in runs(text) if "b" in tags)
    return Quoted(plain(text), bold, tuple(Press(b.action, b.value) for b in buttons))
