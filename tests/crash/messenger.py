"""What any messenger is to the crash test: people, who outlive the bot, and a line to it."""

import asyncio
import re
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from bot.channels import Channel
from bot.incoming.inbox import RawUpdate
from tests.crash.steps import Steps

GROUP = "-100"
BATCH = 2  # updates that one poll brings at most
# Of a ticket; a turn that was rolled back leaves a gap on PostgreSQL.
NUMBER = re.compile(r"FZ-\d+-0*(\d+)")

Store = Callable[[list[RawUpdate]], Awaitable[None]]


@dataclass
class Shown:
    """A message on somebody's screen, as it stands there now."""

    chat: str
    text: str
    card: bool


class Said(NamedTuple):
    """Somebody's words; without a chat they stand in the one with the bot."""

    who: str
    text: str
    chat: str = ""


class Line(Protocol):
    """The bot's side of a messenger, for one life."""

    @property
    def channel(self) -> Channel:
        """Give the channel."""
        ...

    async def open(self) -> None:
        """Do what a start does before anything else."""
        ...

    async def fetch(self, store: Store) -> bool:
        """Fetch and store what people wrote; tell whether there was anything."""
        ...

    async def confirm(self, updates: list[RawUpdate]) -> None:
        """Let the messenger forget updates: what only a mutant does by itself."""
        ...

    async def close(self) -> None:
        """Hang up, as the system does for a process that is gone."""
        ...


class Messenger(ABC):
    """Keeps updates until they are confirmed, and shows people what arrives."""

    name: str
    reacts = False  # shows receipts as signs, not in words

    def __init__(self) -> None:
        self.parting: set[asyncio.Future[None]] = set()  # connections of former lives
        # What somebody says as soon as words are seen in a chat: each once.
        self._reactions: list[tuple[str, str, Said]] = []
        self._answers: list[Said] = []

    @abstractmethod
    def line(self, steps: Steps) -> Line:
        """Connect a new life of the bot."""

    @abstractmethod
    async def write(self, said: Said) -> None:
        """Let somebody write."""

    @property
    @abstractmethod
    def unconfirmed(self) -> int:
        """Tell how many updates the bot may still fetch."""

    @property
    @abstractmethod
    def arrived(self) -> list[Shown]:
        """List what people see."""

    @property
    def broken(self) -> list[str]:
        """List the rules of the messenger that the bot broke."""
        return []

    @property
    def is_quiet(self) -> bool:
        """Tell whether the bot has all that was written, and nobody is about to answer."""
        return not (self.unconfirmed or self._answers)

    def react(self, chat: str, words: str, said: Said) -> None:
        """Let somebody answer with `{number}` of the ticket, once words are seen in a chat."""
        self._reactions.append((chat, words, said))

    def seen(self, chat: str, text: str) -> None:
        """Let people see what is new on their screens."""
        for reaction in list(self._reactions):
            where, words, said = reaction
            if where == chat and words in text:
                self._reactions.remove(reaction)
                number = NUMBER.search(text)
                filled = said.text.replace("{number}", number[1] if number else "")
                self._answers.append(said._replace(text=filled))

    async def answer(self) -> None:
        """Let people write what they have seen reason for."""
        while self._answers:
            await self.write(self._answers.pop(0))
