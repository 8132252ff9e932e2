"""Wait for what the bot says, without ever looking twice."""

import asyncio
from typing import Any

from .chats import Chat
from .journal import Sent
from .state import State

DEFAULT_TIMEOUT = 5.0
SILENCE = 0.2
LAST_CALLS = 3

MessageRef = int | Sent | dict[str, Any]


def message_id_of(message: MessageRef) -> int:
    """Return the number of a message, however it is referred to."""
    if isinstance(message, int):
        return message
    return message.message_id if isinstance(message, Sent) else int(message["message_id"])


class Listener:
    """Somebody with a chat: hears each message of the bot once, in order."""

    def __init__(self, state: State, chat: Chat) -> None:
        self.state = state
        self.chat = chat

    # Here a timeout ends with a message that says what was waited for, so it is a parameter.
    async def hears(
        self,
        timeout: float = DEFAULT_TIMEOUT,  # noqa: ASYNC109
        *,
        chat: "Listener | None" = None,
    ) -> Sent:
        """Wait for the next message of the bot, in the own chat or another one."""
        where = self._room(chat)
        return await self._next(where.heard, timeout, f"no message in {_name(where)}")

    async def sees_edit(
        self,
        timeout: float = DEFAULT_TIMEOUT,  # noqa: ASYNC109
        *,
        chat: "Listener | None" = None,
    ) -> Sent:
        """Wait for the next change of one of the bot's messages."""
        where = self._room(chat)
        return await self._next(where.edits, timeout, f"no edited message in {_name(where)}")

    async def hears_nothing(
        self,
        timeout: float = SILENCE,  # noqa: ASYNC109
        *,
        chat: "Listener | None" = None,
    ) -> None:
        """Fail if the bot says something."""
        where = self._room(chat)
        try:
            sent = await asyncio.wait_for(where.heard.get(), timeout)
        except TimeoutError:
            return
        raise AssertionError(f"{_name(where)} should stay silent, but heard {sent.text!r}")

    def catches_up(self) -> list[Sent]:
        """Return what was said but not yet listened to."""
        return [self.chat.heard.get_nowait() for _ in range(self.chat.heard.qsize())]

    def sees_edits(self) -> list[Sent]:
        """Return what was changed but not yet looked at."""
        return [self.chat.edits.get_nowait() for _ in range(self.chat.edits.qsize())]

    def reactions(self, message: MessageRef) -> list[str]:
        """Return the signs that the bot put under a message of this chat."""
        return self.chat.reactions.get(message_id_of(message), [])

    def _room(self, chat: "Listener | None") -> Chat:
        return self.chat if chat is None else chat.chat

    async def _next(self, queue: asyncio.Queue[Sent], seconds: float, complaint: str) -> Sent:
        try:
            return await asyncio.wait_for(queue.get(), seconds)
        except TimeoutError:
            journal = self.state.journal
            calls = [f"{call.method} {call.status}" for call in journal.calls[-LAST_CALLS:]]
            known = f"last calls: {calls}, violations: {journal.violations}"
            raise AssertionError(f"{complaint} within {seconds:g} s ({known})") from None


def _name(chat: Chat) -> str:
    return f"chat {chat.id} ({chat.info.get('title', chat.info.get('first_name'))})"
