"""Reading what was typed and what a button carried."""

import unicodedata

from handlers.messages import Body, Command, Other, Press, Text

# Letters to Unicode, and yet they show nothing: Hangul fillers, the empty Braille pattern.
BLANK_LETTERS = "\u115f\u1160\u2800\u3164\uffa0"
# White space, and the characters that show nothing and are yet no white space to Python.
INVISIBLE = " \t\r\n\v\f\u00a0\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u3164\ufeff"


def parse_press(data: str) -> Press:
    """Read what a button carried."""
    action, _, value = clean(data).partition(":")
    return Press(action, value)


def clean(text: str) -> str:
    """Drop what no database and no messenger takes (NUL, lone surrogates), and the margins."""
    text = text.replace("\0", "").encode(errors="ignore").decode().strip(INVISIBLE)
    return "" if all(_is_blank(character) for character in text) else text


def _is_blank(character: str) -> bool:
    """Tell what alone shows nothing: controls, format characters, marks on no letter."""
    kind = unicodedata.category(character)
    return kind[0] in "CZ" or kind == "Mn" or character in BLANK_LETTERS


def parse_passed_on(text: str, *, edited: bool = False) -> Body:
    """Read what somebody else wrote: words, whatever they look like."""
    text = clean(text)
    return Text(text, edited) if text else Other()


def parse_typed(text: str, *, bot_name: str = "", edited: bool = False) -> Body | None:
    """Read what was typed: a command, or free text; None when it is meant for another bot."""
    text = clean(text)
    if not text.startswith("/") or text.startswith("//"):  # two: a note for colleagues
        return Text(text, edited) if text else Other()
    first, *rest = text[1:].split(maxsplit=1) or [""]
    name, _, whose = first.partition("@")
    if not name:  # a lone slash, or one in front of a sentence
        return Text(text, edited)
    if whose and whose.lower() != bot_name.lower():
        return None
    return Command(name.lower(), clean(rest[0]) if rest else "", edited)
