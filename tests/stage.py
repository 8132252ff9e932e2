"""A messenger made of lists, and people who talk over it: the stage for dialogue tests."""

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels import Outgoing, Unparsable
from bot.helpdesk import Helpdesk
from bot.inbox import Inbox, RawUpdate
from bot.pace import Pace
from bot.sender import Sender
from bot.serving import Serving
from db.engine import Database
from handlers.desk import House
from handlers.messages import (
    Address,
    Button,
    File,
    FileKind,
    Incoming,
    Made,
    Media,
    Other,
    Reply,
    parse_press,
    parse_typed,
)
from handlers.rich import plain
from tests.clock import Clock
from tests.small_faq import found_by_words


@dataclass(frozen=True, slots=True)
class Heard:
    """One message of the bot, as a person sees it."""

    id: str
    text: str
    buttons: tuple[Button, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        """Give what stands on the buttons."""
        return tuple(button.label for button in self.buttons)


class Stage:
    """A channel that keeps what is sent, and fails when told to."""

    name = "stage"
    chat: str | None = None
    longest = 4096

    def __init__(self) -> None:
        self.pace = Pace(None)
        self.sent: list[tuple[str, Heard]] = []
        self.outgoing: list[Outgoing] = []
        self.faults: list[Exception] = []  # raised one after the other by the next sends
        self._ids = itertools.count(1)

    def parse(self, raw: dict[str, Any]) -> Incoming | None:
        if "poison" in raw:
            raise Unparsable
        sender = Address("stage", raw["sender"]) if raw.get("sender") else None
        if "press" in raw:
            body: Any = parse_press(raw["press"])
        elif "text" in raw:
            body = parse_typed(raw["text"], bot_name="amt_bot", edited=raw.get("edited", False))
        elif "file" in raw:
            body = Media(File(FileKind(raw["kind"]), raw["file"], raw["size"], "stage", "r", "k"))
        else:
            body = Other()
        if body is None:
            return None
        chat = Address("stage", raw["chat"])
        return Incoming(chat, sender, body, self.is_group(chat.chat), raw.get("reply_to"))

    def is_group(self, chat: str) -> bool:
        return chat.startswith("-")

    async def send(self, outgoing: Outgoing) -> str:
        if self.faults:
            raise self.faults.pop(0)
        message = str(next(self._ids))
        buttons = tuple(button for row in outgoing.buttons for button in row)
        self.outgoing.append(outgoing)
        self.sent.append((outgoing.chat, Heard(message, plain(outgoing.text), buttons)))
        return message


class _Recording(Helpdesk):
    """The helpdesk, and the files it hands out."""

    made: list[tuple[str, Made]]

    async def answer(self, session: AsyncSession, incoming: Incoming) -> list[Reply]:
        replies = await super().answer(session, incoming)
        self.made += [(str(reply.to), made) for reply in replies for made in reply.made]
        return replies


@dataclass
class Theatre:
    """Everything between a person's words and the bot's: the real thing but for the messenger."""

    database: Database
    house: House
    clock: Clock
    stage: Stage = field(default_factory=Stage)

    def __post_init__(self) -> None:
        self.inbox = Inbox(self.database)
        self.helpdesk = _Recording(self.database, self.house, self.inbox, self.clock)
        self.helpdesk.made = []
        # The database may hold other entries than the house began with: as after an edit.
        self.serving = Serving(self.database, self.house, found_by_words, self.clock)
        self.sender = Sender(
            self.database, self.stage, self.house.advisors, self.clock, self.clock.tick
        )
        self._keys = itertools.count(1)

    async def deliver(self, update: dict[str, Any], key: object = None) -> None:
        """Hand an update in as the messenger would, and let everything happen."""
        raw = RawUpdate.of(update, key or f"u{next(self._keys)}", update.get("chat"))
        await self.inbox.store(self.stage.name, [raw], self.clock())
        await self.settle()

    async def settle(self) -> None:
        """Handle and send all there is; time passes as far as the pauses ask for."""
        await self.helpdesk.work_off(self.stage)
        await self.serving.look()
        while (pause := await self.sender.drain()) < 3600:
            self.clock.moves(timedelta(seconds=pause))

    def person(self, name: str) -> "Person":
        """Let somebody enter, in a private chat of their own."""
        return Person(self, chat=name, name=name)


@dataclass
class Person:
    """Somebody who writes, presses and reads."""

    theatre: Theatre
    chat: str
    name: str | None
    _read: int = 0

    async def says(self, text: str, **more: object) -> None:
        """Write a message."""
        await self.theatre.deliver({"chat": self.chat, "sender": self.name, "text": text, **more})

    async def replies(self, to: Heard, text: str) -> None:
        """Reply to a message of the bot."""
        await self.says(text, reply_to=to.id)

    async def presses(self, label: str, on: Heard | None = None) -> None:
        """Press a button of the last message that has it."""
        seen = [on] if on else [h for _, h in reversed(self._all())]
        data = next(b.data for h in seen for b in h.buttons if b.label == label)
        await self.sends_press(data)

    async def sends_file(
        self, name: str, size: int = 100, kind: FileKind = FileKind.DOCUMENT
    ) -> None:
        """Send a file; what is in it lies in the house."""
        await self.theatre.deliver(
            {"chat": self.chat, "sender": self.name, "file": name, "size": size, "kind": kind}
        )

    async def sends_press(self, data: str) -> None:
        """Press any button, also one that was never shown: clients can do that."""
        await self.theatre.deliver({"chat": self.chat, "sender": self.name, "press": data})

    def hears(self, *parts: str) -> Heard:
        """Read the next message; it must hold all these words."""
        unread = self._all()[self._read :]
        assert unread, f"{self.name} heard nothing, expected {parts}"
        self._read += 1
        heard = unread[0][1]
        for part in parts:
            assert part in heard.text or part in heard.labels, f"{part!r} not in {heard}"
        return heard

    def hears_nothing(self) -> None:
        """Make sure that everything has been read."""
        unread = self._all()[self._read :]
        assert not unread, f"{self.name} heard {unread}"

    def _all(self) -> list[tuple[str, Heard]]:
        return [sent for sent in self.theatre.stage.sent if sent[0] == self.chat]


MakeTheatre = Callable[[], Theatre]
