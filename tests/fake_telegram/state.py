"""All that the server remembers, without any HTTP."""

from collections.abc import Callable
from dataclasses import dataclass, field

from .chats import Chat, Chats
from .files import Files
from .journal import Journal, Sent
from .pace import Pace
from .presses import Press
from .updates import UpdateQueue
from .wire import Json, Request


@dataclass
class State:
    """The world as Telegram knows it."""

    bot: Json
    clock: Callable[[], float]
    updates: UpdateQueue
    journal: Journal
    pace: Pace
    enforce_pace: bool = False
    chats: Chats = field(default_factory=Chats)
    files: Files = field(default_factory=Files)
    presses: dict[str, Press] = field(default_factory=dict)
    profile: Json = field(default_factory=dict)

    @property
    def now(self) -> int:
        """Return the date of what happens now."""
        return int(self.clock())

    def inject(self, update: Json) -> int | None:
        """Queue an update as it is and learn from it whatever it tells."""
        self.chats.note_update(update)
        query = update.get("callback_query")
        if isinstance(query, dict) and isinstance(query.get("id"), str):
            press = Press(query["id"], str(query.get("data")), self.clock())
            self.presses.setdefault(press.id, press)
        return self.updates.add(update)

    def note_sent(
        self, request: Request, chat: Chat, message: Json, *, in_album: bool = False
    ) -> None:
        """Put a new message on record and let the people hear it."""
        if not (in_album and chat.is_private):
            # In a private chat an album is one message, elsewhere it is as many as it shows.
            self.pace.note(chat.id, private=chat.is_private)
        sent = self._sent(request, chat, message)
        self.journal.note_sent(sent)
        chat.heard.put_nowait(sent)

    def note_edited(self, request: Request, chat: Chat, message: Json) -> None:
        """Put a changed message on record."""
        sent = self._sent(request, chat, message)
        self.journal.edits.append(sent)
        chat.edits.put_nowait(sent)

    def _sent(self, request: Request, chat: Chat, message: Json) -> Sent:
        return Sent(
            request.method,
            request.params,
            chat.id,
            message["message_id"],
            self.clock(),
            dict(message),
        )
