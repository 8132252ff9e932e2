"""The terminal: try the helpdesk without any account, as a person, an advisor or an admin."""

import asyncio
import re
import secrets
import sys
import textwrap
import threading
from collections.abc import Awaitable, Callable
from typing import Any, TextIO

from bot.channels import Outgoing, Unparsable
from bot.inbox import RawUpdate
from bot.pace import Pace
from handlers.messages import Address, Button, Incoming
from handlers.rich import runs
from handlers.typed import parse_press, parse_typed

NAME = "console"
WIDTH = 92
BOLD, PLAIN = "\x1b[1m", "\x1b[0m"
TO_MESSAGE = re.compile(r"@(\d+)\s+(.+)", re.DOTALL)

Store = Callable[[list[RawUpdate]], Awaitable[None]]


class ConsoleChannel:
    """One chat on one terminal. Buttons are numbers: `2` presses the second one shown last.

    `@7 text` replies to message 7, `@7 1` presses the first button of message 7.
    """

    name = NAME

    def __init__(self, chat: str, out: TextIO | None = None, *, colours: bool = False) -> None:
        self.chat: str | None = chat
        self.pace = Pace(None)
        self._out = out or sys.stdout
        self._colours = colours
        # Message numbers are short, so the ids behind them carry the session they belong to.
        self._session = secrets.token_hex(4)
        self._shown: dict[str, tuple[Button, ...]] = {}
        self._last_with_buttons = ""

    async def read(self, store: Store, lines: "asyncio.Queue[str | None]") -> None:
        """Store each line; None is the end of the input."""
        while (line := await lines.get()) is not None:
            if line.strip():
                await store([self.typed(line)])

    def typed(self, line: str) -> RawUpdate:
        """Read a line as text, as a reply, or as the press of a button."""
        line = line.rstrip("\n")
        update: dict[str, Any] = {"text": line}
        to = TO_MESSAGE.fullmatch(line.strip())
        if to:
            update = {"text": to[2], "reply_to": f"{self._session}-{to[1]}"}
        shown = self._shown.get(to[1] if to else self._last_with_buttons, ())
        wanted = update["text"].strip()
        if wanted.isascii() and wanted.isdigit() and 1 <= int(wanted) <= len(shown):
            update = {"press": shown[int(wanted) - 1].data}
        return RawUpdate.of(update, secrets.token_hex(16), self.chat)

    def parse(self, raw: dict[str, Any]) -> Incoming | None:
        """Read a stored line."""
        here = Address(NAME, self.chat or "")
        if isinstance(raw.get("press"), str):
            return Incoming(here, here, parse_press(raw["press"]))
        if not isinstance(raw.get("text"), str):
            raise Unparsable
        body = parse_typed(raw["text"])
        reply_to = raw.get("reply_to")
        return Incoming(here, here, body, reply_to=reply_to) if body else None

    def is_group(self, chat: str) -> bool:
        """Tell whether a chat has many people in it: here one sits before each terminal."""
        del chat
        return False

    async def send(self, outgoing: Outgoing) -> str:
        """Print a message."""
        number = str(len(self._shown) + 1)
        buttons = tuple(button for row in outgoing.buttons for button in row)
        self._shown[number] = buttons
        if buttons:
            self._last_with_buttons = number
        lines = [f"Bot [{number}]", *self._wrapped(outgoing)]
        lines += [f"   {position}) {b.label}" for position, b in enumerate(buttons, 1)]
        print("\n" + "\n".join(lines) + "\n", file=self._out, flush=True)
        return f"{self._session}-{number}"

    def _wrapped(self, outgoing: Outgoing) -> list[str]:
        lines = []
        for line in self._words(outgoing).split("\n"):
            # Marks for bold count as words here; lines may come out a little short.
            lines += textwrap.wrap(
                line, WIDTH, break_long_words=False, break_on_hyphens=False
            ) or [""]
        return ["  " + line if line else "" for line in lines]

    def _words(self, outgoing: Outgoing) -> str:
        words = ""
        for tags, part in runs(outgoing.text):
            link = next((t[8:-1] for t in tags if t.startswith('a href="')), None)
            written = f"{part} <{link}>" if link else part
            words += f"{BOLD}{written}{PLAIN}" if self._colours and "b" in tags else written
        return words


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
