"""The words between the dialogue and the messengers."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from markupsafe import Markup

# Telegram carries at most 64 bytes with a button; the narrowest messenger sets the measure.
PRESS_BYTES = 64
LONGEST_ADDRESS = 100  # characters, as in the database
INSIDE = "//"  # what an advisor begins like this is for colleagues only


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
    label: str = ""  # what stands on the button, where the messenger tells


class FileKind(StrEnum):
    """What a file is to the one who looks at it; the words are the ones people read."""

    PHOTO = "Bild"
    VIDEO = "Video"
    AUDIO = "Tonaufnahme"
    VOICE = "Sprachnachricht"
    DOCUMENT = "Datei"


@dataclass(frozen=True, slots=True)
class File:
    """A file that lies with a messenger; only the channel it came through can read `ref`."""

    kind: FileKind
    name: str
    size: int = 0  # bytes; 0: not known
    channel: str = ""
    ref: str = ""
    key: int = 0  # its row, once it belongs to a ticket


@dataclass(frozen=True, slots=True)
class Media:
    """A file, and what was written under it."""

    file: File
    text: str = ""
    album: str = ""  # pictures chosen together share it; each comes as a message of its own
    edited: bool = False
    more: tuple[File, ...] = ()  # sent with it

    @property
    def files(self) -> tuple[File, ...]:
        """Give all of them."""
        return (self.file, *self.more)


@dataclass(frozen=True, slots=True)
class Other:
    """Something that carries neither text nor file: a sticker, a place, a poll."""


@dataclass(frozen=True, slots=True)
class Moved:
    """The messenger gave a group a new address."""

    to: Address


Body = Text | Command | Press | Media | Other | Moved


def is_edited(body: Body) -> bool:
    """Tell whether a message was sent before and has been changed since."""
    return isinstance(body, Text | Command | Media) and body.edited


@dataclass(frozen=True, slots=True)
class Quoted:
    """Our own message that another one replies to, as its messenger shows it.

    Never the message of somebody else: what it says is taken for ours.
    """

    text: str = ""
    bold: tuple[str, ...] = ()  # what stands in bold there: words of ours, never a person's
    presses: tuple[Press, ...] = ()  # what its buttons mean


@dataclass(frozen=True, slots=True)
class Incoming:
    """One message of one person, free of any messenger."""

    chat: Address
    # Who did it; None where nobody stands up for it with an account of their own
    # (anonymous group admins, channel posts): such a message has no rights.
    sender: Address | None
    body: Body
    group: bool = False
    reply_to: str | None = None  # the messenger's id of our message that this one replies to
    own: str | None = None  # its id of the sender's own message that this one replies to
    quoted: Quoted | None = None  # that message itself, where the messenger hands it in
    message: str | None = None  # its id of this one; of a press: of the message with the button
    topic: str | None = None  # its id of the topic of a group in which it was written
    to_colleague: bool = False  # it replies to somebody else's message, not to one of ours
    mentions: bool = False  # it calls somebody else by the messenger's own way of calling
    at: datetime | None = None  # when it was written, where the messenger tells
    pieces: tuple[str, ...] = ()  # its ids of the others that were written as one with it
    # Its words are somebody else's, passed on: content, and no doing of the sender's.
    forwarded: bool = False
    name: str = ""  # how the sender goes by; kept only of those who work here

    def __post_init__(self) -> None:
        if self.forwarded and isinstance(self.body, Command | Press | Moved):
            raise ValueError("what is passed on does nothing")


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


class Delivery(StrEnum):
    """What may happen to a message whose sending was cut off: no messenger excludes both."""

    AT_LEAST_ONCE = "at_least_once"  # sent again, marked as possibly double
    AT_MOST_ONCE = "at_most_once"  # left, and shown to a human where it matters


class Mark(StrEnum):
    """How far something written has come, as a sign under it."""

    RECEIVED = "received"
    DELIVERED = "delivered"


@dataclass(frozen=True, slots=True)
class Receipt:
    """A sign under somebody's message, where a messenger can show one."""

    message: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Made:
    """A file of our own making: a chart, a calendar, a plan."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Reply:
    """What to say to whom. `text` is in the form of `handlers.rich`.

    Attributes:
        ticket: a reply to this message belongs to this ticket.
        part: the message of the ticket's thread that this one carries.
        corrects: what carried `part` before is changed in place; if nothing did, this is sent.
        more: more of `part` follows; it has arrived when its last message has.
        withdraws: what carried `part` is deleted; this is said where that cannot be.
        card: the ticket's one card: changed in place once it is there.
        in_thread: said where the ticket is talked about: in its topic, or under its card.
        topic: the group's topic it is said in; set for what answers a message from there.
        receipt: shown as a sign under that message; where that cannot be, `text` is sent.
        album: goes out together with its neighbours of the same album.
        question: a reply to this message is about this question.
        entry: the entry of the FAQ that it shows.
        silent: wakes nobody.
        notice: one of many alike, for which everything else need not wait.
        spends: our message whose buttons one press has used up: they go where a messenger can.
        chosen: what stood on the pressed one; where a messenger can, it stays to be read.
        only_for: the one person whom it helps: seen by no other of a group where a messenger can.
            It may never arrive then, so it is never the only copy of something that matters.

    """

    to: Address
    text: Markup
    buttons: tuple[tuple[Button, ...], ...] = ()
    delivery: Delivery = Delivery.AT_LEAST_ONCE
    ticket: int | None = None
    part: int | None = None
    more: bool = False
    corrects: bool = False
    withdraws: bool = False
    card: bool = False
    in_thread: bool = False
    topic: str | None = None
    receipt: Receipt | None = None
    files: tuple[File, ...] = ()
    made: tuple[Made, ...] = ()
    album: str = ""
    question: int | None = None
    entry: str = ""
    silent: bool = False
    notice: bool = False
    spends: str | None = None
    chosen: str = ""
    only_for: Address | None = None
