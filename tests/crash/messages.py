"""Messages with serial numbers, from many chats, as Telegram hands them out."""

import itertools
import random
from collections import Counter
from typing import Any

GROUP = -1_002_000_000_001
CHATS = 30
FIRST_CHAT = 7_000_001


class Writers:
    """Thirty people who write all the time, and know who wrote what in which order."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._numbers = itertools.count(1)
        self._ids: Counter[int] = Counter()
        self.written: dict[int, list[str]] = {FIRST_CHAT + n: [] for n in range(CHATS)}

    @property
    def count(self) -> int:
        """Tell how many messages were written."""
        return sum(len(texts) for texts in self.written.values())

    def some(self, most: int) -> list[dict[str, Any]]:
        """Let up to five people write."""
        return [self._one() for _ in range(min(most, self._chance.randint(1, 5)))]

    def _one(self) -> dict[str, Any]:
        chat = self._chance.choice(list(self.written))
        text = f"Dürfen wir im Hof {next(self._numbers):05} Hühner halten?"
        self.written[chat].append(text)
        # Every third person takes the fourth matter to the advisors, and what follows too.
        command = chat % 3 == 0 and len(self.written[chat]) == 4
        return self._update(chat, f"/anfrage {text}" if command else text)

    def advisor(self) -> dict[str, Any]:
        """Let somebody say something in the advisors' group, so that it exists."""
        return self._update(GROUP, "Guten Morgen")

    def _update(self, chat: int, text: str) -> dict[str, Any]:
        self._ids[chat] += 10_000  # room for the bot's own messages in between
        person = abs(chat) % 10_000_000
        kind = {"type": "private", "first_name": "P"}
        if chat < 0:
            kind = {"type": "supergroup", "title": "Beratung"}
        message: dict[str, Any] = {
            "message_id": self._ids[chat],
            "date": 1_900_000_000,
            "chat": {"id": chat, **kind},
            "from": {"id": person, "is_bot": False, "first_name": "P"},
            "text": text,
        }
        if text.startswith("/"):
            command = text.split(maxsplit=1)[0]
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(command)}]
        return {"message": message}
