"""Draws chats as SVG: bubbles, buttons in their rows, and the list of a group's topics."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from markupsafe import Markup

from handlers.rich import runs

WIDTH, GAP, PAD, LINE, KEY = 450, 14, 12, 17, 26
WIDEST = WIDTH - 46  # of a bubble
SIZE = 12.5  # of a letter; Verdana and DejaVu Sans are of one width, all other fonts narrower
STYLES = {"b": "b", "i": "i", "a": "a", "code": "c"}
WIDTHS = (("ijl.,:;!|' ", 0.33), ("ftrI()[]/-„“", 0.42), ("mwMW%…—@", 0.95))  # of a letter's size
CSS = (
    f"text{{font:{SIZE}px Verdana,'DejaVu Sans',sans-serif;fill:#1b2430;white-space:pre}}"
    ".b{font-weight:600}.i{fill:#5c6b7c}.a{fill:#17588f}.c{fill:#3d4f63}.title{font-weight:600;font-size:14px}"
    ".small{font-size:11px;fill:#66758a}.bot{fill:#fff;stroke:#d5dde6}.mine{fill:#d9f2cf}"
    ".key{fill:#e4ecf5;stroke:#b9c6d6}.label{fill:#17467a;text-anchor:middle}"
    ".sign{font-size:14px}.act{font-size:11px;fill:#66758a;text-anchor:middle}"
)

WORD = re.compile(r"\n|[^\S\n]+|https?://\S{0,38}[/-]|\S{1,46}")  # addresses may be broken

Line = list[tuple[str, str]]  # words of one style each
Drawn = tuple[list[str], int]  # the elements, and where they end


@dataclass(frozen=True, slots=True)
class Message:
    """What somebody said, as it stands in the end."""

    text: Markup
    rows: tuple[tuple[str, ...], ...] = ()
    mine: bool = False
    above: str = ""  # who it is from, or that it was changed
    sign: str = ""
    most: int = 24  # lines that are shown


@dataclass(frozen=True, slots=True)
class Act:
    """What somebody did that leaves no message."""

    text: str


@dataclass(frozen=True, slots=True)
class TopicLine:
    """One line in the list of a group's topics."""

    icon: str
    title: str


Item = Message | Act | TopicLine


def measure(text: str, *, bold: bool = False) -> float:
    """Estimate how wide a text is."""
    letters = 0.0
    for letter in text:
        width = next((w for known, w in WIDTHS if letter in known), 0.62)
        letters += 0.74 if letter.isupper() and width < 0.7 else width  # noqa: PLR2004 - as above
    return letters * SIZE * (1.12 if bold else 1)


def draw(title: str, columns: Sequence[tuple[str, Sequence[Item]]]) -> str:
    """Draw chats side by side."""
    drawn: list[str] = []
    height = 0
    for number, (name, items) in enumerate(columns):
        x = number * (WIDTH + GAP)
        drawn.append(f'<text x="{x + PAD}" y="26" class="title">{escape(name)}</text>')
        y = 40
        for item in items:
            elements, y = _item(item, x, y)
            drawn += elements
        height = max(height, y + 4)
    wide = len(columns) * (WIDTH + GAP) - GAP
    size = f'viewBox="0 0 {wide} {height}" xml:space="preserve"'
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" {size}>',
            f"<title>{escape(title)}</title><style>{CSS}</style>",
            f'<rect width="{wide}" height="{height}" fill="#f1f4f8"/>',
            *drawn,
            "</svg>\n",
        ]
    )


def _item(item: Item, x: int, y: int) -> Drawn:
    match item:
        case Act(text):
            return [
                f'<text x="{x + WIDTH // 2}" y="{y + 12}" class="act">{escape(text)}</text>'
            ], y + 24
        case TopicLine(icon, title):
            return _topic(icon, title, x, y)
        case Message():
            return _message(item, x, y)


def _topic(icon: str, title: str, x: int, y: int) -> Drawn:
    return [
        f'<rect x="{x + PAD}" y="{y}" width="{WIDTH - 2 * PAD}" height="38" rx="8" class="bot"/>',
        f'<text x="{x + 2 * PAD}" y="{y + 25}" font-size="17">{icon}</text>',
        f'<text x="{x + 56}" y="{y + 24}">{escape(fit(title, WIDTH - 80))}</text>',
    ], y + 44


def _message(message: Message, x: int, y: int) -> Drawn:
    lines = wrap(message.text, WIDEST - 2 * PAD)
    if len(lines) > message.most:
        lines = [*lines[: message.most - 1], [("i", "…")]]
    widths = [sum(measure(part, bold=style == "b") for style, part in line) for line in lines]
    width = WIDEST if message.rows else min(WIDEST, int(max(widths, default=0)) + 2 * PAD + 4)
    width = max(width, 60)
    at = x + WIDTH - width - PAD if message.mine else x + PAD
    drawn = []
    if message.above:
        place = f'x="{at + width - 2}" text-anchor="end"' if message.mine else f'x="{at + 2}"'
        drawn.append(f'<text {place} y="{y + 9}" class="small">{escape(message.above)}</text>')
        y += 14
    height = len(lines) * LINE + PAD
    look = "mine" if message.mine else "bot"
    drawn.append(
        f'<rect x="{at}" y="{y}" width="{width}" height="{height}" rx="10" class="{look}"/>'
    )
    for number, line in enumerate(lines):
        parts = "".join(
            f'<tspan class="{style}">{escape(part, quote=False)}</tspan>'
            if style
            else escape(part, quote=False)
            for style, part in line
        )
        if parts:
            drawn.append(f'<text x="{at + PAD}" y="{y + LINE * (number + 1)}">{parts}</text>')
    if message.sign:
        beside = at - 22 if message.mine else at + width + 5
        drawn.append(f'<text x="{beside}" y="{y + height - 6}" class="sign">{message.sign}</text>')
    y += height + 4
    for row in message.rows:
        drawn += _keys(row, at, y, width)
        y += KEY + 3
    return drawn, y + 8


def _keys(row: tuple[str, ...], at: int, y: int, width: int) -> list[str]:
    wide = (width - 3 * (len(row) - 1)) / len(row)
    drawn = []
    for number, label in enumerate(row):
        left = at + number * (wide + 3)
        drawn.append(
            f'<rect x="{left:.0f}" y="{y}" width="{wide:.0f}" height="{KEY}" rx="6" class="key"/>'
            f'<text x="{left + wide / 2:.0f}" y="{y + 17}" class="label">'
            f"{escape(fit(label, wide - 12))}</text>"
        )
    return drawn


def fit(text: str, width: float) -> str:
    """Shorten a text to one line, as messengers do with what is on a button."""
    if measure(text) <= width:
        return text
    while measure(text + "…") > width:
        text = text[:-1]
    return text.rstrip() + "…"


def wrap(text: Markup, width: float) -> list[Line]:
    """Break a rich text into lines of words with their styles."""
    lines: list[Line] = [[]]
    room = width
    for tags, part in runs(text):
        names = [tag.split(" ", 1)[0] for tag in reversed(tags)]
        style = next((STYLES[name] for name in names if name in STYLES), "")
        for word in WORD.findall(part):
            wide = measure(word, bold=style == "b")
            if word == "\n" or (wide > room and lines[-1]):
                lines.append([])
                room = width
            if word.isspace() and not lines[-1]:
                continue
            room -= wide
            if lines[-1] and lines[-1][-1][0] == style:
                word = lines[-1].pop()[1] + word  # noqa: PLW2901 - one stretch of one style
            lines[-1].append((style, word))
    return lines
