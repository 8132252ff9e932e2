"""A messenger that fails in the chats, and as often, as it is told to."""

from collections import defaultdict

from bot.channels import Outgoing
from tests.stage import Stage


class MoodyStage(Stage):
    """Keeps every attempt, also those that failed."""

    def __init__(self) -> None:
        super().__init__()
        self.moods: dict[str, list[Exception | None]] = defaultdict(list)
        self.attempts: list[Outgoing] = []

    async def send(self, outgoing: Outgoing) -> str:
        self.attempts.append(outgoing)
        moods = self.moods[outgoing.chat]
        if moods and (error := moods.pop(0)):
            raise error
        return await super().send(outgoing)

    def texts(self, chat: str) -> list[str]:
        """List what arrived in a chat."""
        return [heard.text for to, heard in self.sent if to == chat]
