"""One picture of the numbers: what became of the questions, and what they were about.

Drawn on a card of its own colour, so that it reads alike in a light and in a dark chat, and in
letters that stay readable when a phone shows it 360 points wide.
"""

import io
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from importlib import resources

from PIL import Image, ImageDraw, ImageFont

from almanac.german import SHORT_WEEKDAYS
from faq.insight.question_figures import ANSWERED, SUGGESTED, UNANSWERED, Numbers
from handlers.rich import shorten

WIDTH, MARGIN, PLOT = 1080, 54, 380  # pixels; a phone shows about a third of them as points
PAPER, INK, QUIET, LINE = "#f6f4ef", "#1d2733", "#5d6b7a", "#d9d5cb"
COLOURS = {ANSWERED: "#1f6f8b", SUGGESTED: "#e3a02e", UNANSWERED: "#b5443c"}
BAR = "#1f6f8b"
BIG, NORMAL, SMALL = 50, 36, 31
ROW = 62  # of a topic
TOPICS = 6
COLUMNS = 14  # bars at most; longer periods are put together
NAME = 26  # letters of a topic

Column = tuple[str, Mapping[str, int]]


def draw(numbers: Numbers, titles: Mapping[str, str]) -> bytes:
    """Draw a PNG.

    Args:
        numbers: of the period.
        titles: the groups' titles.

    """
    topics = [(titles.get(n, n), c) for n, c in list(numbers.topics.items())[:TOPICS]]
    topics_height = 110 + ROW * len(topics) if topics else 0
    height = MARGIN + 220 + PLOT + 90 + topics_height
    image = Image.new("RGB", (WIDTH, height), PAPER)
    pen = ImageDraw.Draw(image)
    span = f"{numbers.first:%d.%m.} bis {numbers.last:%d.%m.%Y}"
    pen.text((MARGIN, MARGIN), _count(numbers.questions, "Frage", "Fragen"), INK, _font(BIG))
    pen.text((MARGIN, MARGIN + 66), span, QUIET, _font(NORMAL))
    _legend(pen, MARGIN + 140, numbers)
    bottom = MARGIN + 220 + PLOT
    _columns(pen, bottom, _columns_of(numbers))
    if topics:
        _topics(pen, bottom + 90, topics)
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def _legend(pen: ImageDraw.ImageDraw, top: int, numbers: Numbers) -> None:
    at = float(MARGIN)
    for kind, colour in COLOURS.items():
        pen.rounded_rectangle((at, top + 6, at + 28, top + 34), 6, colour)
        label = f"{kind}: {numbers.kinds[kind]}"
        pen.text((at + 40, top), label, INK, _font(SMALL))
        at += 40 + int(pen.textlength(label, _font(SMALL))) + 24


def _columns(pen: ImageDraw.ImageDraw, bottom: int, columns: Sequence[Column]) -> None:
    most = max((sum(kinds.values()) for _, kinds in columns), default=0)
    top = _round_up(most)
    for share in (0, 0.5, 1):
        level = bottom - int(PLOT * share)
        pen.line((MARGIN + 70, level, WIDTH - MARGIN, level), LINE, 2)
        label = f"{top * share:.0f}"
        pen.text((MARGIN + 54, level), label, QUIET, _font(SMALL), anchor="rm")
    room = (WIDTH - 2 * MARGIN - 80) / max(len(columns), 1)
    every = -(-len(columns) * 105 // (WIDTH - 2 * MARGIN))  # labels that do not touch
    for number, (label, kinds) in enumerate(columns):
        left = MARGIN + 80 + number * room
        y = float(bottom)
        for kind, colour in COLOURS.items():
            tall = PLOT * kinds[kind] / top
            if tall:
                pen.rectangle((left + room * 0.14, y - tall, left + room * 0.86, y), colour)
            y -= tall
        if number % every == 0:
            at = (left + room / 2, bottom + 14)
            pen.text(at, label, QUIET, _font(SMALL), anchor="ma")


def _topics(pen: ImageDraw.ImageDraw, top: int, topics: Sequence[tuple[str, int]]) -> None:
    pen.text((MARGIN, top), "Themen", INK, _font(NORMAL))
    most = max(count for _, count in topics)
    for number, (title, count) in enumerate(topics):
        y = top + 70 + number * ROW
        pen.text((MARGIN, y + 20), shorten(title, NAME), INK, _font(SMALL), anchor="lm")
        left, right = MARGIN + 440, WIDTH - MARGIN - 90
        wide = max(6, int((right - left) * count / most))
        pen.rounded_rectangle((left, y, left + wide, y + 40), 6, BAR)
        pen.text((left + wide + 16, y + 20), str(count), INK, _font(SMALL), anchor="lm")


def _columns_of(numbers: Numbers) -> list[Column]:
    """Put days together until they fit."""
    days = list(numbers.days.items())
    size = max(1, -(-len(days) // COLUMNS))
    columns: list[Column] = []
    for at in range(0, len(days), size):
        kinds = dict.fromkeys(COLOURS, 0)
        for _, counted in days[at : at + size]:
            for kind, count in counted.items():
                kinds[kind] += count
        columns.append((_label(days[at][0], size), kinds))
    return columns


def _label(day: date, size: int) -> str:
    if size == 1:
        return f"{SHORT_WEEKDAYS[day.weekday()]} {day.day}."
    return f"{day.day}.{day.month}."


def _round_up(most: int) -> int:
    for step in (4, 10, 20, 30, 40, 60, 80, 100, 150, 200, 300, 400, 600, 1000, 2000, 4000):
        if most <= step:
            return step
    return -(-most // 4000) * 4000


def _count(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    file = resources.files("ttf_opensans") / "ttf" / "OpenSans-Regular.ttf"
    return ImageFont.truetype(io.BytesIO(file.read_bytes()), size)
