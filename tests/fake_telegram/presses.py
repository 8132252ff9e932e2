"""Presses of inline buttons, which the bot has to answer."""

import asyncio
from dataclasses import dataclass, field

from .wire import Json

MAX_AGE = 150.0


@dataclass
class Press:
    """One press and the answer to it."""

    id: str
    data: str
    at: float
    answer: Json | None = None
    _done: asyncio.Event = field(default_factory=asyncio.Event)

    def give_answer(self, answer: Json) -> None:
        """Keep what answerCallbackQuery said."""
        self.answer = answer
        self._done.set()

    async def answered(self, timeout: float = 5.0) -> Json:  # noqa: ASYNC109
        """Wait for the bot's answer; return its parameters."""
        try:
            await asyncio.wait_for(self._done.wait(), timeout)
        except TimeoutError:
            complaint = f"the press of {self.data!r} was not answered within {timeout:g} s"
            raise AssertionError(complaint) from None
        assert self.answer is not None
        return self.answer
