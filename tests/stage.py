"""A messenger made of lists, and people who talk over it: the stage for dialogue tests."""

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from markupsafe import Markup

from bot.channels import Attachment, MessageGone, Outgoing, Refused, TopicGone, Unparsable
from bot.channels.pace import Pace
from bot.helpdesk import Helpdesk
from bot.incoming.gathering import QUIET
from bot.incoming.inbox import Inbox, RawUpdate
from bot.outgoing.crossing_files import fetch_wanted
from bot.outgoing.sender import Sender
from bot.running.served import Serving
from bot.upkeep import clockwork as rounds
from db.engine import Database
from handlers.desk import House
from handlers.messages import Button, FileKind, Incoming, Mark, Quoted, Receipt
from handlers.rich import plain
from tests import raw as raws
from tests.clock import Clock
from tests.small_faq import found_by_words
from tickets.life import State


@dataclass(slots=True)
class Heard:
    """One message of the bot, as a person sees it; an edit changes it."""

    id: str
    text: str
    buttons: tuple[Button, ...]
    files: tuple[Attachment, ...] = ()
    topic: str | None = None
    reply_to: str | None = None
    edited: bool = False
    silent: bool = False
    rich: Markup = field(default_factory=Markup)
    used: bool = False  # its buttons went; a phone that has not noticed yet still shows them
    chosen: str = ""  # what is left of them to read

    @property
    def labels(self) -> tuple[str, ...]:
        """Give what stands on the buttons."""
        return tuple(button.label for button in self.buttons)


@dataclass(slots=True)
class Topic:
    """A topic of the group."""

    title: str
    state: State


class Stage:
    """A channel that keeps what is sent, and fails when told to."""

    name = "stage"
    chat: str | None = None
    longest = 4096

    def __init__(self) -> None:
        self.pace = Pace(None)
        self.reacts = False
        self.splits = True
        self.deleting = True
        self.topics: dict[str, Topic] | None = None  # of the group; None: it has none
        self.sent: list[tuple[str, Heard]] = []
        self.signs: list[tuple[str, str, Mark]] = []
        self.outgoing: list[Outgoing] = []
        self.faults: list[Exception] = []  # raised one after the other by the next sends
        self.contents: dict[str, bytes] = {}
        self._ids = itertools.count(1)

    def parse(self, raw: dict[str, Any]) -> Incoming | None:
        if "poison" in raw:
            raise Unparsable
        return raws.incoming(raw, self._quoted(raw), group=self.is_group(raw["chat"]))

    def _quoted(self, raw: dict[str, Any]) -> Quoted | None:
        """Show the message of ours that is replied to, or the topic that something is said in."""
        for chat, heard in self.sent:
            if (chat, heard.id) == (raw["chat"], raw.get("reply_to")):
                return raws.quoted(heard.rich, () if heard.used else heard.buttons)
        topic = (self.topics or {}).get(raw.get("topic") or "")
        if topic is None or raw.get("to_colleague"):
            return None
        return Quoted(topic.title, (topic.title,))

    def is_group(self, chat: str) -> bool:
        return chat.startswith("-")

    async def send(self, outgoing: Outgoing) -> tuple[str, ...]:
        self._fail()
        if self.topics is not None and outgoing.topic and outgoing.topic not in self.topics:
            raise TopicGone
        message = str(next(self._ids))
        buttons = tuple(button for row in outgoing.buttons for button in row)
        self.outgoing.append(outgoing)
        heard = Heard(
            message,
            plain(outgoing.text),
            buttons,
            outgoing.files,
            outgoing.topic,
            outgoing.reply_to,
            silent=outgoing.silent,
            rich=outgoing.text,
        )
        self.sent.append((outgoing.chat, heard))
        for chat, earlier in self.sent:
            if (chat, earlier.id) == (outgoing.chat, outgoing.spends):
                earlier.used, earlier.chosen = True, outgoing.chosen
        return (message,)

    async def edit(self, outgoing: Outgoing) -> None:
        self._fail()
        heard = next(
            (h for c, h in self.sent if (c, h.id) == (outgoing.chat, outgoing.edits)), None
        )
        if heard is None:
            raise MessageGone
        heard.text, heard.rich, heard.edited = plain(outgoing.text), outgoing.text, True
        heard.buttons = tuple(button for row in outgoing.buttons for button in row)

    async def delete(self, chat: str, message: str) -> None:
        self._fail()
        if not self.deleting:
            raise Refused
        self.deletes(chat, message)

    async def react(self, chat: str, receipt: Receipt) -> None:
        self.signs.append((chat, receipt.message, receipt.mark))

    async def reach(self) -> None:
        """Answer, as a stage does."""

    async def has_topics(self, chat: str) -> bool:
        return self.is_group(chat) and self.topics is not None

    async def open_topic(self, chat: str, title: str, state: State) -> str:
        assert self.topics is not None, chat
        name = f"t{len(self.topics) + 1}"
        self.topics[name] = Topic(title, state)
        return name

    async def change_topic(self, chat: str, topic: str, title: str, state: State) -> None:
        if not self.topics or topic not in self.topics:
            raise TopicGone(chat)
        self.topics[topic] = Topic(title, state)

    async def fetch(self, ref: str) -> bytes:
        return self.contents[ref]

    def deletes(self, chat: str, message: str) -> None:
        """Let somebody delete a message of the bot."""
        self.sent = [(c, h) for c, h in self.sent if (c, h.id) != (chat, message)]

    def _fail(self) -> None:
        if self.faults:
            raise self.faults.pop(0)


@dataclass
class Theatre:
    """Everything between a person's words and the bot's: the real thing but for the messenger."""

    database: Database
    house: House
    clock: Clock
    stage: Stage = field(default_factory=Stage)

    def __post_init__(self) -> None:
        self.inbox = Inbox(self.database)
        self.helpdesk = Helpdesk(self.database, self.house, self.inbox, self.clock)
        # The database may hold other entries than the house began with: as after an edit.
        self.serving = Serving(self.database, self.house, found_by_words, self.clock)
        self.sender = Sender(self.database, self.stage, self.house, self.clock, self.clock.tick)
        self._keys = itertools.count(1)

    async def deliver(self, update: dict[str, Any], key: object = None) -> None:
        """Hand an update in as the messenger would, and let everything happen."""
        raw = RawUpdate.of(update, key or f"u{next(self._keys)}", update.get("chat"))
        await self.inbox.store(self.stage.name, [raw], self.clock())
        await self.settle()

    async def settle(self) -> None:
        """Handle and send all there is; time passes as far as the pauses ask for."""
        await self.work_off()
        await fetch_wanted(self.database, self.stage)
        await self.serving.look()
        while (pause := await self.sender.drain()) < 3600:
            self.clock.moves(timedelta(seconds=pause))

    async def work_off(self) -> None:
        """Handle all there is; time passes where more of the same might have come."""
        before = None
        await self.helpdesk.work_off(self.stage)
        while (waiting := await self.inbox.heads(self.stage.name, 100)) != (before or []):
            before = waiting
            self.clock.moves(QUIET)
            await self.helpdesk.work_off(self.stage)

    async def time_passes(self, **span: float) -> None:
        """Let time pass, and the clockwork do its rounds: minutes=31, days=3 …"""
        self.clock.moves(timedelta(**span))
        async with self.database.write() as session:
            await rounds.make(session, self.house, self.clock())
        await self.settle()

    @property
    def made(self) -> list[tuple[str, Attachment]]:
        """List the files the bot has sent, and to whom."""
        return [(f"stage:{chat}", file) for chat, heard in self.stage.sent for file in heard.files]

    def person(self, name: str) -> "Person":
        """Let somebody enter, in a private chat of their own."""
        return Person(self, chat=name, name=name)


@dataclass
class Person:
    """Somebody who writes, presses and reads."""

    theatre: Theatre
    chat: str
    name: str | None
    topic: str | None = None
    _read: int = 0

    async def says(self, text: str, **more: object) -> None:
        """Write a message."""
        update = {"chat": self.chat, "sender": self.name, "text": text, **more}
        if self.topic and "topic" not in more:
            update["topic"] = self.topic
        await self.theatre.deliver(update)

    async def shows(self, kind: str, name: str, text: str = "", **more: object) -> None:
        """Send a file."""
        file = (kind, name, more.pop("size", 1000), f"ref-{name}")
        await self.says(text, file=file, **more)

    async def sends_file(
        self, name: str, size: int = 100, kind: FileKind = FileKind.DOCUMENT
    ) -> None:
        """Send a file; what is in it lies in the house."""
        await self.shows(kind, name, size=size)

    async def forwards(self, text: str, **more: object) -> None:
        """Pass on what somebody else wrote."""
        await self.says(text, forwarded=True, **more)

    async def replies(self, to: Heard, text: str) -> None:
        """Reply to a message of the bot."""
        await self.says(text, reply_to=to.id)

    async def presses(self, label: str, on: Heard | None = None) -> None:
        """Press a button of the last message that has it."""
        seen = [on] if on else [h for _, h in reversed(self._all())]
        found = ((b.data, h.id) for h in seen for b in h.buttons if b.label == label)
        await self.sends_press(*next(found), label=label)

    async def sends_press(self, data: str, message: str | None = None, label: str = "") -> None:
        """Press any button, also one that was never shown: clients can do that."""
        update = {"chat": self.chat, "sender": self.name, "press": data, "topic": self.topic}
        await self.theatre.deliver(update | {"message": message, "label": label})

    def hears(self, *parts: str) -> Heard:
        """Read the next message; it must hold all these words."""
        unread = self._all()[self._read :]
        assert unread, f"{self.name} heard nothing, expected {parts}"
        self._read += 1
        heard = unread[0][1]
        for part in parts:
            assert part in heard.text or part in heard.labels, f"{part!r} not in {heard}"
        return heard

    def gets_file(self, name: str) -> bytes:
        """Take the last file sent to this chat; it must have this name."""
        files = [file for _, heard in self._all() for file in heard.files]
        assert files, f"{self.name} got no file"
        assert files[-1].name == name
        return files[-1].content

    def hears_nothing(self) -> None:
        """Make sure that everything has been read."""
        unread = self._all()[self._read :]
        assert not unread, f"{self.name} heard {unread}"

    def _all(self) -> list[tuple[str, Heard]]:
        return [sent for sent in self.theatre.stage.sent if sent[0] == self.chat]


MakeTheatre = Callable[[], Theatre]
