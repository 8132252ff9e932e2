"""The machine's own works: a world, a ledger, and what is looked at after every step."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, ClassVar, TypeVar

from hypothesis.stateful import RuleBasedStateMachine

from tests.desk_machine import invariants
from tests.desk_machine.ledger import Ledger, Look, Said
from tests.desk_machine.world import GROUP, World
from tests.stage import Heard

Result = TypeVar("Result")
Keyed = tuple[str, dict[str, Any]]


class Machine(RuleBasedStateMachine):
    """One life of a bot with its people."""

    folder: ClassVar[Path]
    empty: ClassVar[Path]

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.ledger = Ledger()
        self.delivered: list[Keyed] = []
        self.now: dict[int, Look] = {}
        self.die_after = 0
        self.seen = 0  # of what was shown

    def open(self, *, topics: bool, reacts: bool) -> None:
        """Begin the life."""
        self.world = World(self.folder, self.empty, topics=topics, reacts=reacts)
        self.run(self.world.open())
        self.run(self.world.employ())

    def run(self, doing: Awaitable[Result]) -> Result:
        """Let something happen."""

        async def wrapped() -> Result:
            return await doing

        return self.runner.run(wrapped())

    def observe(self, action: Callable[[], Awaitable[None]]) -> None:
        """Do something, die in it if that is due, and look at what came of it."""
        before, steps, self.die_after = self.now, self.die_after, 0
        self.run(self.world.survive(action, steps))
        self.now = self.run(self.world.look())
        invariants.check_step(before, self.now)
        self.check()

    def check(self) -> None:
        """Look at what must always hold."""
        stage = self.world.stage
        invariants.check_owners(self.now)
        invariants.check_threads(self.now, self.ledger)
        for shown in stage.history[self.seen :]:
            invariants.check_screen(shown, self.now, self.ledger)
            invariants.check_promise(shown, self.now, self.ledger)
        self.seen = len(stage.history)
        invariants.check_signs(self.now, self.ledger, self.world)
        dead = self.run(self.world.theatre.inbox.dead())
        assert not dead, f"dead letters: {[row.error for row in dead]}"
        if self.world.sending:
            invariants.check_cards(self.now, self.world)

    def deliver(self, *updates: Keyed) -> None:
        """Let updates come in."""
        self.observe(lambda: self.world.take_in(updates))

    def new(self, update: dict[str, Any]) -> Keyed:
        """Give an update a key of its own, and remember it: it may come again."""
        self.delivered.append((f"u{len(self.delivered)}", update))
        return self.delivered[-1]

    def say(self, said: Said) -> None:
        """Let somebody write, and see that a word comes back."""
        calm = self.world.is_calm and not self.die_after
        shown = len(self.world.stage.history)
        self.deliver(self.new(said.update))
        if calm:
            news = self.world.stage.history[shown:]
            invariants.check_reason(said, news, self.now, self.world)

    def press(self, who: str, chat: str, data: str, on: Heard | None = None) -> None:
        """Let somebody press a button."""
        if data.startswith("fresh:"):
            self.ledger.fresh.add(data.removeprefix("fresh:"))
        self.deliver(self.new(press(who, chat, data, on)))

    def on_screen(self, chat: str) -> list[Heard]:
        """List what stands on a screen, the newest first."""
        return [heard for to, heard in reversed(self.world.stage.sent) if to == chat]

    def teardown(self) -> None:
        """Let all faults end and everything come to rest; then look at the whole."""
        try:
            if hasattr(self, "world"):
                self._rest()
        finally:
            # Whatever failed: a loop that is left open is a second failure, and hides the first.
            if hasattr(self, "world"):
                self.run(self.world.close())
            self.runner.close()

    def _rest(self) -> None:
        self.world.stage.moods.clear()
        self.world.sending = True
        self.run(self.world.restart())
        self.observe(self.world.make_rounds)
        invariants.check_end(self.now, self.ledger, self.world)
        assert self.world.theatre.house.advisors.chat == GROUP


def press(who: str, chat: str, data: str, on: Heard | None = None) -> dict[str, Any]:
    """Write down a press as the messenger reports it."""
    update: dict[str, Any] = {"chat": chat, "sender": who, "press": data}
    if on:
        update |= {"message": on.id, "topic": on.topic}
    return update
