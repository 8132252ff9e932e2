"""What a text looks like on a terminal."""

import textwrap

from markupsafe import Markup

from handlers.rich import runs

WIDTH = 92
BOLD, PLAIN = "\x1b[1m", "\x1b[0m"


def lines_for(text: Markup, *, colours: bool) -> list[str]:
    """Write a text as indented lines; nothing where there is none."""
    lines = []
    words = _words(text, colours=colours)
    for line in words.split("\n") if words else []:
        # Marks for bold count as words here; lines may come out a little short.
        lines += textwrap.wrap(line, WIDTH, break_long_words=False, break_on_hyphens=False) or [""]
    return ["  " + line if line else "" for line in lines]


def _words(text: Markup, *, colours: bool) -> str:
    words = ""
    for tags, part in runs(text):
        link = next((t[8:-1] for t in tags if t.startswith('a href="')), None)
        written = f"{part} <{link}>" if link else part
        words += f"{BOLD}{written}{PLAIN}" if colours and "b" in tags else written
    return words
