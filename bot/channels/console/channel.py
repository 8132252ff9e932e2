"""The terminal: try the helpdesk without any account, as a person, an advisor or an admin."""

import asyncio
import re
import secrets
import sys
import threading
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, TextIO

from bot.channels import MessageGone, Outgoing, Refused, TopicGone, Unparsable
from bot.channels.console.local_files import Folder
from bot.channels.console.page import lines_for
from bot.channels.pace import Pace
from bot.incoming.inbox import RawUpdate
from handlers.messages import Address, Button, Incoming, Media, Receipt
from handlers.reading.typed import parse_press, parse_typed
from tickets.life import State

NAME = "console"
TO_MESSAGE = re.compile(r"@(\d+)\s+(.+)", re.DOTALL)
# A path with spaces stands in quotation marks; a number behind the plus is a telephone's.
WITH_FILE = re.compile(r'\+(?!\d+(?:\s|$))(?:"([^"]+)"|(\S+))\s*(.*)', re.DOTALL)
CHANGES = "~"
MISSING = "Die Datei {path} gibt es nicht, oder sie ist größer als 20 MB. Nichts wurde gesendet."
NO_BUTTON = (
    "Nachricht {message} hat keinen Knopf {button}. Nichts wurde gesendet. "
    "Meinen Sie die Zahl selbst, schreiben Sie ein Wort dazu."
)

Store = Callable[[list[RawUpdate]], Awaitable[None]]


class ConsoleChannel:
    """One chat on one terminal. Buttons are numbers: `2` presses the second one shown last.

    `@7 text` replies to message 7, `@7 1` presses the first button of message 7,
    `+brief.pdf text` sends a file, and `~text` changes what was typed last.
    """

    name = NAME
    reacts = False
    splits = False

    def __init__(
        self,
        chat: str,
        out: TextIO | None = None,
        *,
        files: Path = Path("var/dateien"),
        colours: bool = False,
    ) -> None:
        self.chat: str | None = chat
        self.pace = Pace(None)
        self._out = out or sys.stdout
        self._folder = Folder(NAME, files)
        self._colours = colours
        # Message numbers are short, so the ids behind them carry the session they belong to.
        self._session = secrets.token_hex(4)
        self._shown: dict[str, tuple[Button, ...]] = {}
        self._last_with_buttons = ""
        self._typed_last = ""

    async def read(self, store: Store, lines: "asyncio.Queue[str | None]") -> None:
        """Store each line; None is the end of the input."""
        while (line := await lines.get()) is not None:
            if line.strip() and (update := self.typed(line)):
                await store([update])

    def typed(self, line: str) -> RawUpdate | None:
        """Read a line as text, file, reply or press; None if it names what is not there."""
        line = line.rstrip("\n")
        key = secrets.token_hex(16)
        if line.startswith(CHANGES) and self._typed_last:
            changed = {"text": line.removeprefix(CHANGES), "edited": True}
            return RawUpdate.of(changed | {"message": self._typed_last}, key, self.chat)
        update: dict[str, Any] = {"text": line}
        to = TO_MESSAGE.fullmatch(line.strip())
        number = to[1] if to else self._last_with_buttons
        if to:
            update = {"text": to[2], "reply_to": self._id(to[1])}
        wanted = update["text"].strip()
        shown = self._shown.get(number, ())
        is_number = wanted.isascii() and wanted.isdigit()
        if is_number and 1 <= int(wanted) <= len(shown):
            pressed = {"press": shown[int(wanted) - 1].data, "message": self._id(number)}
            return RawUpdate.of(pressed, key, self.chat)
        if is_number and to and shown:
            print(NO_BUTTON.format(message=number, button=wanted), file=self._out, flush=True)
            return None
        if with_file := WITH_FILE.fullmatch(wanted):
            path = with_file[1] or with_file[2]
            file = self._folder.describe(Path(path))
            if file is None:
                print(MISSING.format(path=path), file=self._out, flush=True)
                return None
            update |= {"text": with_file[3], "file": file}
        self._typed_last = key
        return RawUpdate.of(update | {"message": key}, key, self.chat)

    def _id(self, number: str) -> str:
        return f"{self._session}-{number}"

    def parse(self, raw: dict[str, Any]) -> Incoming | None:
        """Read a stored line."""
        here = Address(NAME, self.chat or "")
        message = raw.get("message")
        if isinstance(raw.get("press"), str):
            return Incoming(here, here, parse_press(raw["press"]), message=message)
        if not isinstance(raw.get("text"), str):
            raise Unparsable
        file = self._folder.read(raw["file"]) if "file" in raw else None
        edited = raw.get("edited") is True
        body = Media(file, raw["text"]) if file else parse_typed(raw["text"], edited=edited)
        reply_to = raw.get("reply_to")
        return Incoming(here, here, body, reply_to=reply_to, message=message) if body else None

    def is_group(self, chat: str) -> bool:
        """Tell whether a chat has many people in it: here one sits before each terminal."""
        del chat
        return False

    async def send(self, outgoing: Outgoing) -> tuple[str, ...]:
        """Print a message."""
        number = str(len(self._shown) + 1)
        self._show(number, outgoing)
        return (self._id(number),)

    async def edit(self, outgoing: Outgoing) -> None:
        """Print a message once more, as it is now."""
        session, _, number = (outgoing.edits or "").partition("-")
        if session != self._session or number not in self._shown:
            raise MessageGone  # it stood on the screen of an earlier session
        self._show(number, outgoing, " (geändert)")

    def _show(self, number: str, outgoing: Outgoing, remark: str = "") -> None:
        buttons = tuple(button for row in outgoing.buttons for button in row)
        self._shown[number] = buttons
        if buttons:
            self._last_with_buttons = number
        lines = [f"Bot [{number}]{remark}"]
        for file in outgoing.files:
            lines += [f"  {line}" for line in self._folder.keep(file)]
        lines += lines_for(outgoing.text, colours=self._colours)
        lines += [f"   {position}) {b.label}" for position, b in enumerate(buttons, 1)]
        print("\n" + "\n".join(lines) + "\n", file=self._out, flush=True)

    async def delete(self, chat: str, message: str) -> None:
        """Refuse: what is printed stays."""
        del chat, message
        raise Refused

    async def react(self, chat: str, receipt: Receipt) -> None:
        """Refuse: a terminal shows no signs."""
        del chat, receipt
        raise Refused

    async def reach(self) -> None:
        """Find the terminal there: it always is."""

    async def has_topics(self, chat: str) -> bool:
        """Tell that a terminal is not parted."""
        del chat
        return False

    async def open_topic(self, chat: str, title: str, state: State) -> str:
        """Refuse: there are no topics."""
        del chat, title, state
        raise TopicGone

    async def change_topic(self, chat: str, topic: str, title: str, state: State) -> None:
        """Refuse: there are no topics."""
        del chat, topic, title, state
        raise TopicGone

    async def fetch(self, ref: str) -> bytes:
        """Read a file that was sent from this machine."""
        return await asyncio.to_thread(self._folder.fetch, ref)


def lines_of(source: TextIO, loop: asyncio.AbstractEventLoop) -> "asyncio.Queue[str | None]":
    """Read lines in a thread of their own: a terminal, a pipe and a file all work alike."""
    lines: asyncio.Queue[str | None] = asyncio.Queue()

    def pump() -> None:
        for line in source:
            loop.call_soon_threadsafe(lines.put_nowait, line)
        loop.call_soon_threadsafe(lines.put_nowait, None)

    # A daemon: a person who has not pressed Enter must not keep the program from ending.
    threading.Thread(target=pump, daemon=True).start()
    return lines
