"""What a channel is: the only place that knows a messenger.

A channel turns what a messenger gives into `Incoming` and sends what the outbox holds. Its
errors are these, whatever the library calls them.
"""

import json
from dataclasses import dataclass
from typing import Any, Protocol

from markupsafe import Markup

from bot.channels.pace import Pace
from handlers.messages import Button, FileKind, Incoming, Receipt
from tickets.life import State


class Unparsable(Exception):  # noqa: N818 - reads as what happened
    """Raised when an update is not what the messenger's own description promises."""


class Undeliverable(Exception):  # noqa: N818 - reads as what happened
    """Raised when a message did not arrive and will not by trying again."""


class Blocked(Undeliverable):
    """The person blocked the bot, or the bot was removed from the group."""


class Refused(Undeliverable):
    """The messenger does not take this message."""


class BadMarkup(Refused):
    """The messenger does not take the markup; as plain text it may go through."""


class MessageGone(Undeliverable):
    """The message to be changed is not there any more, or cannot be changed."""


class TopicGone(Undeliverable):
    """The topic is not there any more, or was never one."""


class GroupMoved(Exception):  # noqa: N818 - reads as what happened
    """Raised when the messenger gave a group a new address; nothing was sent."""

    def __init__(self, chat: str) -> None:
        super().__init__(chat)
        self.chat = chat


class TryLater(Exception):  # noqa: N818 - reads as what happened
    """Raised when a message certainly did not arrive and may be sent again."""

    def __init__(self, seconds: float | None = None) -> None:
        super().__init__(seconds)
        self.seconds = seconds  # as the messenger asks; None: as we see fit


class Unclear(Exception):  # noqa: N818 - reads as what happened
    """Raised when nobody knows whether the message arrived."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file on its way out: by the channel's own key of it, or by its content."""

    kind: FileKind
    name: str
    ref: str = ""
    content: bytes = b""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message as a messenger sends it: short enough, and everything in its own keys."""

    chat: str
    text: Markup  # with files: what stands under the last one; may be empty then
    buttons: tuple[tuple[Button, ...], ...] = ()
    plain: bool = False  # without markup, after the messenger refused it
    files: tuple[Attachment, ...] = ()  # several: an album, at most ten
    topic: str | None = None
    reply_to: str | None = None  # sent all the same where that message is gone
    edits: str | None = None  # the message whose text and buttons become these
    silent: bool = False
    spends: str | None = None  # the message that loses its used-up buttons, if it can
    chosen: str = ""  # what stood on the one of them that was pressed
    only_for: str | None = None  # the one person of a group who is to see it, where that can be


class Channel(Protocol):
    """One messenger.

    What goes out raises, whatever the library calls it:
        Blocked, Refused, BadMarkup: it will never arrive like this.
        MessageGone, TopicGone: it will when sent without that.
        GroupMoved: it will at the new address.
        TryLater: it did not arrive, but can.
        Unclear: nobody knows.
    """

    name: str
    chat: str | None  # the only chat this process serves; None: all of the channel
    pace: Pace
    reacts: bool  # whether it can show a sign under a message
    splits: bool  # whether its clients send in pieces what was written as one

    def parse(self, raw: dict[str, Any]) -> Incoming | None:
        """Read a stored update; None if it says nothing to us.

        Raises:
            Unparsable: the update is broken.

        """
        ...

    def is_group(self, chat: str) -> bool:
        """Tell whether a chat has many people in it."""
        ...

    async def send(self, outgoing: Outgoing) -> tuple[str, ...]:
        """Send a message and return the messenger's ids of it; an album has several."""
        ...

    async def edit(self, outgoing: Outgoing) -> None:
        """Change the message `outgoing.edits`; one that is like this already is a success."""
        ...

    async def delete(self, chat: str, message: str) -> None:
        """Delete one of our messages; one that is not there any more is a success.

        Raises:
            Refused: this messenger does not, or not any more.

        """
        ...

    async def react(self, chat: str, receipt: Receipt) -> None:
        """Show a sign under somebody's message."""
        ...

    async def reach(self) -> None:
        """See whether the messenger answers at all, by something that changes nothing.

        Raises:
            TryLater: it does not.

        """
        ...

    async def has_topics(self, chat: str) -> bool:
        """Tell whether a chat is parted into topics that we may open."""
        ...

    async def open_topic(self, chat: str, title: str, state: State) -> str:
        """Open a topic for a ticket and return the messenger's id of it."""
        ...

    async def change_topic(self, chat: str, topic: str, title: str, state: State) -> None:
        """Give a topic its title and the icon of a state; the same again is a success."""
        ...

    async def fetch(self, ref: str) -> bytes:
        """Read a file that came through this channel.

        Raises:
            Refused: it is too large or not there any more.
            TryLater: it may be read later.

        """
        ...


def decode(raw: str) -> dict[str, Any]:
    """Read a stored update's JSON.

    Raises:
        Unparsable: it is no JSON object.

    """
    try:
        decoded = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise Unparsable from error
    if not isinstance(decoded, dict) or "unreadable" in decoded:
        raise Unparsable
    return decoded
