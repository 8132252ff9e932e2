"""A messenger that outlives the bot, shows everything ever shown, and fails as it is told."""

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum

from bot.channels import Blocked, Outgoing, Refused, TryLater, Unclear
from handlers.messages import Receipt
from handlers.rich import plain
from tests.crash.steps import Steps
from tests.stage import Stage, Topic
from tickets.life import State

MARK = "(Diese Nachricht kommt vielleicht doppelt an.)\n"


class Mood(StrEnum):
    """What happens to the next message in a chat."""

    FINE = "fine"
    BLOCKED = "blocked"
    REFUSED = "refused"
    LATER = "later"
    PAUSE = "pause"
    LOST = "lost, and nobody knows"
    SHOWN = "shown, and nobody knows"


FAULTS: dict[Mood, Exception] = {
    Mood.BLOCKED: Blocked(),
    Mood.REFUSED: Refused(),
    Mood.LATER: TryLater(),
    Mood.PAUSE: TryLater(5),
    Mood.LOST: Unclear(),
}


@dataclass(frozen=True)
class Shown:
    """What once stood on a screen."""

    chat: str
    text: str
    edit: bool = False


class Messenger(Stage):
    """The stage, with moods, a memory, and a step before and after each message."""

    def __init__(self) -> None:
        super().__init__()
        self.steps = Steps()
        self.moods: dict[str, list[Mood]] = defaultdict(list)
        self.history: list[Shown] = []

    async def send(self, outgoing: Outgoing) -> tuple[str, ...]:
        self.steps("before send")
        mood = self._mood(outgoing.chat)
        messages = await super().send(outgoing)
        self._shown(outgoing, mood, edit=False)
        return messages

    async def edit(self, outgoing: Outgoing) -> None:
        self.steps("before edit")
        mood = self._mood(outgoing.chat)
        await super().edit(outgoing)
        self._shown(outgoing, mood, edit=True)

    async def open_topic(self, chat: str, title: str, state: State) -> str:
        self.steps("before topic")
        assert self.topics is not None, chat
        name = f"t{next(self._ids)}"  # never one that was there before
        self.topics[name] = Topic(title, state)
        self.steps("after topic")
        return name

    async def react(self, chat: str, receipt: Receipt) -> None:
        self.steps("before react")
        await super().react(chat, receipt)

    def _mood(self, chat: str) -> Mood:
        mood = self.moods[chat].pop(0) if self.moods[chat] else Mood.FINE
        if mood in FAULTS:
            raise FAULTS[mood]
        return mood

    def _shown(self, outgoing: Outgoing, mood: Mood, *, edit: bool) -> None:
        self.history.append(Shown(outgoing.chat, plain(outgoing.text), edit))
        self.steps("after send")
        if mood is Mood.SHOWN:
            raise Unclear
