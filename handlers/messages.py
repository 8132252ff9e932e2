"""The words between the dialogue and the messengers."""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from markupsafe import Markup

# Telegram carries at most 64 bytes with a button; the narrowest messenger sets the measure.
PRESS_BYTES = 64
LONGEST_ADDRESS = 100  # characters, as in the database

# Letters to Unicode, and yet they show nothing: Hangul fillers, the empty Braille pattern.
BLANK_LETTERS = "\u115f\u1160\u2800\u3164\uffa0"
# White space, and the characters that show nothing and are yet no white space to Python.
INVISIBLE = " \t\r\n\v\f\u00a0\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u3164\ufeff"


@dataclass(frozen=True, slots=True)
class Address:
    """Where somebody can be reached: a channel and a chat, written `telegram:-100123`."""

    channel: str
    chat: str

    def __str__(self) -> str:
        return f"{self.channel}:{self.chat}"

    @classmethod
    def parse(cls, text: str) -> "Address":
        """Read an address as it stands in settings.

        Raises:
            ValueError: the text has no channel or no chat, or is longer than any address.

        """
        channel, colon, chat = text.strip().partition(":")
        if not (channel and colon and chat) or len(text) > LONGEST_ADDRESS:
            raise ValueError(f"keine Adresse: {text!r}; sie sieht so aus: telegram:123456")
        return cls(channel.lower(), chat)


@dataclass(frozen=True, slots=True)
class Text:
    """Something typed freely."""

    text: str
    edited: bool = False


@dataclass(frozen=True, slots=True)
class Command:
    """A word with a slash, and what stands behind it."""

    name: str
    rest: str = ""
    edited: bool = False


@dataclass(frozen=True, slots=True)
class Press:
    """A button pressed. Untrusted: a client can send any action with any value."""

    action: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Other:
    """Something that carries no text: a picture, a voice message, a place."""


class FileKind(StrEnum):
    """What a file is to a messenger."""

    PHOTO = "photo"
    DOCUMENT = "document"
    VOICE = "voice"
    VIDEO = "video"
    AUDIO = "audio"


@dataclass(frozen=True, slots=True)
class File:
    """A file that lies with a messenger."""

    kind: FileKind
    name: str
    size: int  # bytes, as the messenger says
    channel: str
    ref: str  # by which the channel finds it
    key: str  # the same for the same file


@dataclass(frozen=True, slots=True)
class Media:
    """A file, with the text beside it."""

    file: File
    text: str = ""
    album: str = ""  # the same for files sent together
    edited: bool = False


Body = Text | Command | Press | Media | Other


def is_edited(body: Body) -> bool:
    """Tell whether a message was sent before and has been changed since."""
    return isinstance(body, Text | Command) and body.edited


@dataclass(frozen=True, slots=True)
class Incoming:
    """One message of one person, free of any messenger."""

    chat: Address
    # Who did it; None where nobody stands up for it with an account of their own
    # (anonymous group admins, channel posts): such a message has no rights.
    sender: Address | None
    body: Body
    group: bool = False
    reply_to: str | None = None  # the messenger's id of the message this one replies to


@dataclass(frozen=True, slots=True)
class Button:
    """A button: what it says, and what its press means."""

    label: str
    action: str
    value: str = ""

    def __post_init__(self) -> None:
        if len(self.data.encode()) > PRESS_BYTES:
            raise ValueError(f"button data longer than {PRESS_BYTES} bytes: {self.data}")

    @property
    def data(self) -> str:
        """Give what the messenger carries; it names nobody."""
        return f"{self.action}:{self.value}" if self.value else self.action


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


def parse_typed(text: str, *, bot_name: str = "", edited: bool = False) -> Body | None:
    """Read what was typed: a command, or free text; None when it is meant for another bot."""
    text = clean(text)
    if not text.startswith("/"):
        return Text(text, edited) if text else Other()
    first, *rest = text[1:].split(maxsplit=1) or [""]
    name, _, whose = first.partition("@")
    if not name:  # a lone slash, or one in front of a sentence
        return Text(text, edited)
    if whose and whose.lower() != bot_name.lower():
        return None
    return Command(name.lower(), clean(rest[0]) if rest else "", edited)


class Delivery(StrEnum):
    """What may happen to a message whose sending was cut off: no messenger excludes both."""

    AT_LEAST_ONCE = "at_least_once"  # sent again, marked as possibly double
    AT_MOST_ONCE = "at_most_once"  # left, and shown to a human where it matters


@dataclass(frozen=True, slots=True)
class Made:
    """A file that the bot has made."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Reply:
    """What to say to whom. `text` may hold <b>, <i>, <a href> and <details>."""

    to: Address
    text: Markup
    buttons: tuple[tuple[Button, ...], ...] = ()
    delivery: Delivery = Delivery.AT_LEAST_ONCE
    ticket: int | None = None  # a reply to this message belongs to this ticket
    made: tuple[Made, ...] = ()  # files that go with it
