"""A messenger in this process: a queue with offsets, and the people's screens."""

from typing import Any

from bot.channels import Outgoing
from bot.incoming.inbox import RawUpdate
from handlers.rich import plain
from tests.crash.messenger import BATCH, Messenger, Said, Shown, Store
from tests.crash.steps import Steps
from tests.stage import Stage


class StageMessenger(Messenger):
    """What Telegram is to the bot, without Telegram."""

    name = "stage"

    def __init__(self) -> None:
        super().__init__()
        self.pending: dict[int, dict[str, Any]] = {}
        self.screens: list[Shown] = []
        self._next_id = 1

    def line(self, steps: Steps) -> "StageLine":
        return StageLine(self, steps)

    async def write(self, said: Said) -> None:
        who, text, chat = said
        self.pending[self._next_id] = {"chat": chat or who, "sender": who, "text": text}
        self._next_id += 1

    @property
    def unconfirmed(self) -> int:
        return len(self.pending)

    @property
    def arrived(self) -> list[Shown]:
        return self.screens

    def poll(self, offset: int | None) -> list[tuple[int, dict[str, Any]]]:
        """Forget what the offset confirms, and give the oldest of the rest."""
        self.pending = {n: u for n, u in self.pending.items() if n >= (offset or 0)}
        return list(self.pending.items())[:BATCH]

    def show(self, outgoing: Outgoing) -> str:
        """Show a message to somebody."""
        text = plain(outgoing.text)
        # What has a button for the whole thread is a ticket's card.
        card = any(b.action == "thread" for row in outgoing.buttons for b in row)
        self.screens.append(Shown(outgoing.chat, text, card))
        self.seen(outgoing.chat, text)
        return str(len(self.screens))

    def change(self, outgoing: Outgoing) -> None:
        """Change a message on a screen."""
        assert outgoing.edits
        self.screens[int(outgoing.edits) - 1].text = plain(outgoing.text)


class SteppedStage(Stage):
    """The way out: each message sent is two steps."""

    def __init__(self, messenger: StageMessenger, steps: Steps) -> None:
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


class StageLine:
    """A poll loop that confirms what it got only with the next poll, after all of its work."""

    def __init__(self, messenger: StageMessenger, steps: Steps) -> None:
        self.channel = SteppedStage(messenger, steps)
        self._messenger = messenger
        self._steps = steps
        self._offset: int | None = None

    async def open(self) -> None:
        """There is nothing to be done."""

    async def fetch(self, store: Store) -> bool:
        await self._messenger.answer()
        updates = [RawUpdate.of(u, key, u["chat"]) for key, u in self._poll(self._offset)]
        await store(updates)
        self._offset = _after(updates) or self._offset
        return bool(updates)

    async def confirm(self, updates: list[RawUpdate]) -> None:
        if updates:
            self._poll(_after(updates))

    async def close(self) -> None:
        """There is nothing to hang up."""

    def _poll(self, offset: int | None) -> list[tuple[int, dict[str, Any]]]:
        """Ask for updates; one may die before the messenger hears it, or before the answer."""
        self._steps("before poll")
        updates = self._messenger.poll(offset)
        self._steps("after poll")
        return updates


def _after(updates: list[RawUpdate]) -> int | None:
    return max((int(update.key) + 1 for update in updates), default=None)
