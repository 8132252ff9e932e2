"""The script on the terminal: two people at two terminals, two processes' worth, one database."""

import asyncio
import io
import os
import re
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from bot.channels.console.channel import ConsoleChannel, lines_of
from bot.incoming.inbox import RawUpdate
from bot.running.service import Service
from bot.running.stopping import until
from db.engine import Database
from handlers.desk import House
from handlers.messages import FileKind
from tests.channels.office import PATIENCE, Hurry, is_busy
from tests.channels.script import (
    ANNA,
    CARLA,
    Changes,
    Heard,
    Presses,
    Says,
    Sends,
    Step,
    last_with,
    shown_file,
)

# Nobody at a terminal has a name: colleagues read the address.
CALLED = {"console:beratung": CARLA}
NUMBER = re.compile(r"Bot \[(\d+)\]( \(geändert\))?")
FILE = re.compile(r"  \[(\w+): (.*), \d+ [KM]B\]")
BUTTON = re.compile(r"   \d+\) (.+)")


class Terminal:
    """Somebody at a terminal, with a connection of their own to the database."""

    def __init__(self, url: str, chat: str, house: House, hurry: Hurry, folder: Path) -> None:
        self.database = Database(url)
        self._screen = io.StringIO()
        self._channel = ConsoleChannel(chat, self._screen, files=folder / "dateien")
        self._service = Service(self.database, self._channel, house, hurry.now)
        self._stop, self._taken = asyncio.Event(), asyncio.Event()
        self.messages: list[Heard] = []

    async def __aenter__(self) -> Self:
        reading, writing = os.pipe()
        self._keyboard = os.fdopen(writing, "w", encoding="utf-8")
        self._input = os.fdopen(reading, encoding="utf-8")
        self._running = asyncio.ensure_future(self._run())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._keyboard.close()  # the end of the input ends the program
        await self._running
        self._input.close()
        await self.database.close()

    async def _run(self) -> None:
        lines = lines_of(self._input, asyncio.get_running_loop())

        async def store(updates: list[RawUpdate]) -> None:
            await self._service.store(updates)
            self._taken.set()

        async with asyncio.TaskGroup() as group:
            group.create_task(self._service.work(self._stop))
            await until(self._stop, self._channel.read(store, lines))

    async def types(self, line: str) -> None:
        """Type a line, and wait until it is stored."""
        self._taken.clear()
        print(line, file=self._keyboard, flush=True)
        await asyncio.wait_for(self._taken.wait(), PATIENCE)

    def reads(self) -> list[Heard]:
        """Read what is new on the screen."""
        shown = self._screen.getvalue().split("\nBot [")[1:]
        new = [_message("Bot [" + block) for block in shown[len(self.messages) :]]
        before = {message.number: replace(message, changed=True) for message in self.messages}
        self.messages += new
        # What is shown once more and is the same has not changed; a telephone leaves it out.
        news = [message for message in new if message != before.get(message.number)]
        return sorted(news, key=lambda message: message.changed)


class Terminals:
    """Plays the script."""

    def __init__(self, anna: Terminal, carla: Terminal, folder: Path) -> None:
        self._folder = folder
        self._people = {ANNA: anna, CARLA: carla}

    async def play(self, step: Step) -> list[tuple[str, Heard]]:
        """Do it, wait until all is said, and tell who heard what."""
        person = self._people[step.who]
        await person.types(_line(step, person.messages, self._folder))
        async with asyncio.timeout(PATIENCE):
            while await is_busy(person.database):  # noqa: ASYNC110 - the other one sends as well
                await asyncio.sleep(0.01)
        return [(who, m) for who, at in self._people.items() for m in at.reads()]


def _line(step: Step, messages: list[Heard], folder: Path) -> str:
    match step:
        case Says(_, text, to):
            return _reply(to, messages) + text
        case Changes(_, text):
            return f"~{text}"
        case Sends(_, _, name, caption, to):
            (folder / name).write_bytes(b"x" * 12_300)
            return f'{_reply(to, messages)}+"{folder / name}" {caption}'
        case Presses():
            return _press(step, messages)


def _reply(words: str, messages: list[Heard]) -> str:
    return f"@{last_with(messages, words=words).number} " if words else ""


def _press(step: Presses, messages: list[Heard]) -> str:
    found = last_with(messages, step.label, step.on)
    position = found.labels.index(step.label) + 1
    # As people do it: a bare number means the buttons shown last.
    last = next(m for m in reversed(messages) if m.labels)
    return str(position) if found is last else f"@{found.number} {position}"


def _message(block: str) -> Heard:
    first, *rest = block.rstrip("\n").split("\n")
    number = NUMBER.fullmatch(first)
    assert number, first
    labels = tuple(found[1] for line in rest if (found := BUTTON.fullmatch(line)))
    words = [_shown(line) for line in rest[: len(rest) - len(labels)] if not _is_path(line)]
    text = " ".join(" ".join(words).split())
    for address, name in CALLED.items():
        text = text.replace(address, name)
    return Heard(int(number[1]), text, labels, changed=bool(number[2]))


def _shown(line: str) -> str:
    file = FILE.fullmatch(line)
    return shown_file(FileKind(file[1]), file[2]) if file else line


def _is_path(line: str) -> bool:
    return line.startswith("  /") and Path(line.strip()).is_file()
