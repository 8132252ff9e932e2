"""What a raw update of the stage says."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from markupsafe import Markup

from handlers.messages import (
    Address,
    Body,
    Button,
    File,
    FileKind,
    Incoming,
    Media,
    Moved,
    Other,
    Press,
    Quoted,
)
from handlers.reading.typed import parse_passed_on, parse_press, parse_typed
from handlers.rich import plain, runs


def incoming(raw: dict[str, Any], quoted: Quoted | None, *, group: bool) -> Incoming | None:
    """Read a whole update; None if it says nothing to us."""
    said = body(raw)
    if said is None:
        return None
    return Incoming(
        Address("stage", raw["chat"]),
        Address("stage", raw["sender"]) if raw.get("sender") else None,
        said,
        group,
        raw.get("reply_to"),
        message=raw.get("message"),
        topic=raw.get("topic"),
        quoted=quoted,
        to_colleague=raw.get("to_colleague", False),
        own=raw.get("own"),
        mentions=raw.get("mentions", False),
        forwarded=raw.get("forwarded", False),
        at=datetime.fromisoformat(raw["at"]) if "at" in raw else None,
        name=str(raw.get("sender") or "").capitalize(),
    )


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
