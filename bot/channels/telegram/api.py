"""The Bot API as a library must speak it for us, and its refusals in our words."""

from dataclasses import dataclass
from typing import Any, Protocol

from bot.channels import (
    BadMarkup,
    Blocked,
    MessageGone,
    Outgoing,
    Refused,
    TopicGone,
    TryLater,
    Unclear,
    Undeliverable,
)

NAME = "telegram"
# A request takes at most so many seconds; only a poll waits longer.
SEND_SECONDS = 30
# Telegram hands bots no larger file than this: 20 MB.
LARGEST_FILE = 20 * 1024 * 1024
FAILED = (TryLater, Unclear, Undeliverable)

Params = dict[str, Any]
Call = tuple[str, Params]  # a method of the Bot API, and what it is called with


class Conflict(TryLater):
    """Another process polls with the same token."""


class UnknownToken(TryLater):
    """Telegram does not know the token: it was revoked, or the address is wrong."""


class Unchanged(Refused):
    """What should be changed is already so."""


class NoText(Refused):
    """The message to be changed is a file: what stands under it is a caption."""


class NoRights(Blocked):
    """The bot is no administrator, or one that may not do this."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file's content, anywhere among the parameters of a call."""

    name: str
    content: bytes


class TelegramApi(Protocol):
    """One library, below its object model: methods with their parameters as Telegram has them.

    Whatever goes wrong is raised in the words of `bot.channels` and of this file.
    """

    async def call(self, method: str, params: Params, seconds: int | None = None) -> object:
        """Call a method and return its result as it is, unparsed.

        Args:
            method: its name in the Bot API.
            params: its parameters; a file's content stands in them as `Upload`.
            seconds: how long to wait for the answer, if not as long as always.

        """
        ...

    def richer(self, outgoing: Outgoing, method: str, params: Params) -> Call | None:
        """Give a call that says the same and more, where this library speaks of more.

        Telegram may refuse it; then the plain call is made. None: there is nothing to add.
        """
        ...

    async def download(self, path: str) -> bytes:
        """Read a file from the path that `getFile` gave, at most `LARGEST_FILE` bytes."""
        ...

    async def close(self) -> None:
        """Close the connections."""
        ...


REFUSALS: tuple[tuple[tuple[str, ...], type[Undeliverable]], ...] = (
    (("parse entities",), BadMarkup),
    (("is not modified", "topic_not_modified"), Unchanged),
    (("no text in the message to edit",), NoText),
    (("message to edit not found", "message can't be edited", "message_id_invalid"), MessageGone),
    (("message to delete not found",), MessageGone),
    (("message to react not found", "message to be replied not found"), MessageGone),
    # A closed topic takes messages of administrators only; beside it there is room.
    (("message thread not found", "topic_deleted", "topic_id_invalid", "topic_closed"), TopicGone),
    (("chat is not a forum",), TopicGone),
    (("not enough rights", "have no rights", "administrator rights", "admin_required"), NoRights),
    (("chat not found", "deactivated", "kicked"), Blocked),
)


def refusal(description: str) -> Undeliverable:
    """Read why Telegram answered 400."""
    text = description.lower()
    for words, meaning in REFUSALS:
        if any(word in text for word in words):
            return meaning()
    return Refused()


def lacks_method(description: str) -> bool:
    """Tell whether a Bot API server of another make says that it cannot do this at all."""
    return "not implemented" in description.lower() or "does not model" in description.lower()


def unreadable(answer: object) -> TryLater | Unclear | Refused:
    """Judge an answer that is not what Telegram answers.

    A proxy's page says that we did not get through, unless the proxy only grew tired of waiting.
    Half an answer may well be the news of a message sent.
    """
    if not isinstance(answer, str) or not answer.lstrip().startswith("<"):
        return Unclear()
    if "504" in answer:
        return Unclear()
    return Refused() if "413" in answer else TryLater()
