"""Rich text: one neutral form, made safe, measured, cut and stripped in one place.

The form is HTML with <b>, <i>, <a href>, <code> and <details> (a passage that can be unfolded).
A line in <done> or <todo> belongs to a list of what is ticked and what is not; its words say so
too, so that a messenger without boxes leaves these two out.
Values are escaped by `Markup.format`; nothing else puts a person's words into a text.
"""

import re
from collections.abc import Callable
from html import escape, unescape

from markupsafe import Markup

BOXES = ("done", "todo")
SIGNS = "☑☐ "

Run = tuple[tuple[str, ...], str]  # the tags that are open, outermost first, and the words


def units(text: str) -> int:
    """Count UTF-16 code units, the measure messengers limit texts by."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def shorten(text: str, longest: int) -> str:
    """Cut a text to so many characters; three dots show that something is gone."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def one_line(text: str, longest: int) -> str:
    """Make a text fit into one line or on a button, of so many characters."""
    return shorten(" ".join(text.split()), longest)


# Only tags of ours have brackets, so this is all there is; `html.parser` takes four times as long.
_PARTS = re.compile(r"<(/?)([a-z]+)([^>]*)>|([^<]+|<)")


def runs(text: Markup) -> list[Run]:
    """Take a rich text apart into stretches of equally marked words."""
    opened: list[str] = []
    found: list[Run] = []
    for closing, tag, attributes, words in _PARTS.findall(text):
        if words:
            found.append((tuple(opened), unescape(words)))
        elif closing:
            while opened and opened.pop().split(" ", 1)[0] != tag:
                pass
        else:
            opened.append(tag + attributes)
    return found


def lines(text: Markup) -> list[tuple[str, list[Run]]]:
    """Part a text into the lines that say something, each with its box: done, todo or "".

    Where there is a box, the sign for it in the words is one too many.
    """
    found: list[tuple[str, list[Run]]] = [("", [])]
    for tags, words in runs(text):
        box = next((tag for tag in tags if tag in BOXES), "")
        within = tuple(tag for tag in tags if tag not in BOXES)
        for at, part in enumerate(words.split("\n")):
            if at or box != found[-1][0]:
                found.append((box, []))
            line = found[-1][1]
            if shown := part.lstrip(SIGNS) if box and not line else part:
                line.append((within, shown))
    return [(box, line) for box, line in found if any(words.strip() for _, words in line)]


def plain(text: Markup) -> str:
    """Give the words alone; a link keeps its address in brackets."""
    words = ""
    for tags, part in runs(text):
        address = next((unescape(t[8:-1]) for t in tags if t.startswith('a href="')), None)
        words += f"{part} ({address})" if address and address != part else part
    return words


def render(text: Markup, tag: Callable[[str], tuple[str, str]]) -> str:
    """Write a rich text in a messenger's own HTML; `tag` gives opening and closing form."""
    return _write(runs(text), tag)


def cut(text: Markup, limit: int) -> list[Markup]:
    """Cut a text into pieces of at most `limit` UTF-16 units, between words if possible.

    Only words are measured, not their marks; a text without any words is one piece.
    """
    if units(text) <= limit:
        return [text]  # with all its tags; nearly every text
    pieces: list[list[Run]] = [[]]
    room = limit
    for tags, part in runs(text):
        rest = part
        while units(rest) > room:
            head = _fitting(rest, room, at_start=room == limit)
            if head:
                pieces[-1].append((tags, head))
            rest = rest[len(head) :].lstrip()
            pieces.append([])
            room = limit
        if rest:
            pieces[-1].append((tags, rest))
            room -= units(rest)
    return [_join(piece) for piece in pieces if piece] or [text]


def _fitting(text: str, room: int, *, at_start: bool) -> str:
    head = text[:room]
    while units(head) > room:
        head = head[: -max(1, (units(head) - room) // 2)]
    for gap in ("\n\n", "\n", " "):
        at = head.rfind(gap)
        if at > room // 2:
            return head[:at]
    # A single endless word is cut anywhere, but not while a fresh piece would hold more of it.
    return head if at_start or not re.search(r"\s", text[:room]) else head[: head.rfind(" ") + 1]


def _join(piece: list[Run]) -> Markup:
    words = _write(piece, lambda tag: (f"<{tag}>", f"</{tag.split(' ', 1)[0]}>"))
    return Markup(words)  # noqa: S704 - put together from escaped parts


def _write(piece: list[Run], tag: Callable[[str], tuple[str, str]]) -> str:
    written = ""
    opened: tuple[str, ...] = ()
    for tags, part in [*piece, ((), "")]:
        same = 0
        while same < min(len(opened), len(tags)) and opened[same] == tags[same]:
            same += 1
        written += "".join(tag(t)[1] for t in reversed(opened[same:]))
        written += "".join(tag(t)[0] for t in tags[same:])
        written += escape(part, quote=False)
        opened = tags
    return written
