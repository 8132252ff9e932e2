"""What the bot did: every call, every message it sent, and every rule it broke."""

from collections.abc import Callable
from dataclasses import dataclass, field

from .keyboards import labels
from .rich_blocks import said
from .wire import Json


@dataclass(frozen=True)
class Call:
    """One request, with the status it was answered with (0: connection closed instead)."""

    method: str
    params: Json
    status: int
    at: float


@dataclass(frozen=True)
class Sent:
    """One message that the bot sent or edited, as the people see it."""

    method: str
    params: Json
    chat_id: int
    message_id: int
    at: float
    message: Json = field(repr=False)

    @property
    def text(self) -> str:
        """Return the plain text or caption."""
        if rich := self.message.get("rich_message"):
            return said(rich["blocks"])
        return str(self.message.get("text", self.message.get("caption", "")))

    @property
    def only_for(self) -> int | None:
        """Return the one person of a group who sees it; nothing if all do."""
        found: int | None = self.message.get("receiver_user", {}).get("id")
        return found

    @property
    def buttons(self) -> list[str]:
        """Return the labels of all buttons, of either kind of keyboard."""
        return labels(self.params.get("reply_markup", {}))

    @property
    def thread_id(self) -> int | None:
        """Return the forum topic that the message stands in."""
        found: int | None = self.message.get("message_thread_id")
        return found

    def record(self) -> Json:
        """Return what one line of a journal file holds."""
        return {
            "method": self.method,
            "params": self.params,
            "chat_id": self.chat_id,
            "message_id": self.message_id,
            "at": self.at,
        }


@dataclass
class Journal:
    """The lists that tests look at."""

    on_sent: Callable[[Sent], None] | None = None
    calls: list[Call] = field(default_factory=list)
    sent: list[Sent] = field(default_factory=list)
    edits: list[Sent] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)

    def note_sent(self, sent: Sent) -> None:
        """Put a new message on record."""
        self.sent.append(sent)
        if self.on_sent is not None:
            self.on_sent(sent)
