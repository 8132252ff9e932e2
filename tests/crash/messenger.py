"""A messenger that outlives the bot: it keeps updates until they are confirmed."""

import re
from dataclasses import dataclass, field
from typing import Any

from bot.channels import Outgoing
from handlers.rich import plain
from tests.crash.steps import Steps
from tests.stage import Stage

BATCH = 2
# Of a ticket; a turn that was rolled back leaves a gap on PostgreSQL.
NUMBER = re.compile(r"FZ-\d+-0*(\d+)")
MARK = "(Diese Nachricht kommt vielleicht doppelt an.)\n"


@dataclass
class Shown:
    """A message on somebody's screen; an edit changes it."""

    chat: str
    text: str
    card: bool


@dataclass
class Messenger:
    """What Telegram is to the bot: a queue with offsets, and the people's screens."""

    pending: dict[int, dict[str, Any]] = field(default_factory=dict)
    arrived: list[Shown] = field(default_factory=list)
    # What somebody writes as soon as words are seen in a chat: each once.
    reactions: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)
    next_id: int = 1

    def write(self, update: dict[str, Any]) -> None:
        """Let somebody write."""
        self.pending[self.next_id] = update
        self.next_id += 1

    def poll(self, offset: int | None) -> list[tuple[int, dict[str, Any]]]:
        """Forget what the offset confirms, and give the oldest of the rest."""
        self.pending = {n: u for n, u in self.pending.items() if n >= (offset or 0)}
        return list(self.pending.items())[:BATCH]

    def show(self, outgoing: Outgoing) -> str:
        """Show a message to somebody, who may answer at once."""
        text = plain(outgoing.text)
        # What has a button for the whole thread is a ticket's card.
        card = any(b.action == "thread" for row in outgoing.buttons for b in row)
        self.arrived.append(Shown(outgoing.chat, text, card))
        for reaction in list(self.reactions):
            chat, words, update = reaction
            if chat == outgoing.chat and words in text:
                self.reactions.remove(reaction)
                number = NUMBER.search(text)
                said = update["text"].replace("{number}", number[1] if number else "")
                self.write(update | {"text": said})
        return str(len(self.arrived))

    def change(self, outgoing: Outgoing) -> None:
        """Change a message on a screen."""
        assert outgoing.edits
        self.arrived[int(outgoing.edits) - 1].text = plain(outgoing.text)


class SteppedStage(Stage):
    """The bot's side of it: each message sent is two steps."""

    def __init__(self, messenger: Messenger, steps: Steps) -> None:
        super().__init__()
        self._messenger = messenger
        self._steps = steps

    async def send(self, outgoing: Outgoing) -> tuple[str, ...]:
        self._steps("before send")
        message = self._messenger.show(outgoing)
        self._steps("after send")
        return (message,)

    async def edit(self, outgoing: Outgoing) -> None:
        self._steps("before edit")
        self._messenger.change(outgoing)
        self._steps("after edit")

    def poll(self, offset: int | None) -> list[tuple[int, dict[str, Any]]]:
        """Ask for updates; one may die before the messenger hears it, or before the answer."""
        self._steps("before poll")
        updates = self._messenger.poll(offset)
        self._steps("after poll")
        return updates
