"""A messenger that fails in the chats, and as often, as it is told to."""

from collections import defaultdict

from bot.channels import Outgoing
from tests.stage import Heard, Stage


class MoodyStage(Stage):
    """Keeps every attempt, also those that failed."""

    def __init__(self) -> None:
        super().__init__()
        self.moods: dict[str, list[Exception | None]] = defaultdict(list)
        self.attempts: list[Outgoing] = []
        self._overlooked: list[Heard] = []

    async def send(self, outgoing: Outgoing) -> tuple[str, ...]:
        self.attempts.append(outgoing)
        moods = self.moods[outgoing.chat]
        if moods and (error := moods.pop(0)):
            raise error
        return await super().send(outgoing)

    async def edit(self, outgoing: Outgoing) -> None:
        self.attempts.append(outgoing)
        await super().edit(outgoing)

    def overlook(self) -> None:
        """Leave out of what is looked at later what has arrived until now."""
        self._overlooked = [heard for _, heard in self.sent]
        self.attempts.clear()
        self.outgoing.clear()

    def heard(self, chat: str) -> list[Heard]:
        """List what arrived in a chat."""
        return [h for to, h in self.sent if to == chat and h not in self._overlooked]

    def texts(self, chat: str) -> list[str]:
        """List the texts that arrived in a chat."""
        return [heard.text for heard in self.heard(chat)]
