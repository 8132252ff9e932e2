"""What a channel is: the only place that knows a messenger.

A channel turns what a messenger gives into `Incoming` and sends what the outbox holds. Its
errors are these, whatever the library calls them.
"""

import json
from dataclasses import dataclass
from typing import Any, Protocol

from markupsafe import Markup

from bot.pace import Pace
from handlers.messages import Button, Incoming


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


class TryLater(Exception):  # noqa: N818 - reads as what happened
    """Raised when a message certainly did not arrive and may be sent again."""

    def __init__(self, seconds: float | None = None) -> None:
        super().__init__(seconds)
        self.seconds = seconds  # as the messenger asks; None: as we see fit


class Unclear(Exception):  # noqa: N818 - reads as what happened
    """Raised when nobody knows whether the message arrived."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message as a messenger sends it: short enough, and with its buttons."""

    chat: str
    text: Markup
    buttons: tuple[tuple[Button, ...], ...] = ()
    plain: bool = False  # without markup, after the messenger refused it

    def to_json(self) -> dict[str, Any]:
        """Write down for the outbox."""
        rows = [[[b.label, b.action, b.value] for b in row] for row in self.buttons]
        return {"text": str(self.text), "buttons": rows}

    @classmethod
    def from_json(cls, chat: str, body: dict[str, Any]) -> "Outgoing":
        """Read back what the outbox holds."""
        buttons = tuple(tuple(Button(*b) for b in row) for row in body["buttons"])
        return cls(chat, Markup(body["text"]), buttons)  # noqa: S704 - written by `to_json`


class Channel(Protocol):
    """One messenger."""

    name: str
    chat: str | None  # the only chat this process serves; None: all of the channel
    pace: Pace

    def parse(self, raw: dict[str, Any]) -> Incoming | None:
        """Read a stored update; None if it says nothing to us.

        Raises:
            Unparsable: the update is broken.

        """
        ...

    def is_group(self, chat: str) -> bool:
        """Tell whether a chat has many people in it."""
        ...

    async def send(self, outgoing: Outgoing) -> str:
        """Send a message and return the messenger's id of it.

        Raises:
            Blocked, Refused, BadMarkup: it will never arrive like this.
            TryLater: it did not arrive, but can.
            Unclear: nobody knows.

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
