"""The queue of updates that wait for the bot, with the rules of the real one."""

import itertools
import json
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from .wire import Json

FIRST_ID = 730_000_001
MAX_BYTES = 64 * 1024
FUTURE = 10
DAY = 86_400.0
LIFETIMES = {"callback_query": 150.0, "inline_query": 30.0}
TYPES = {
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "callback_query",
    "inline_query",
    "my_chat_member",
    "chat_member",
    "message_reaction",
    "message_reaction_count",
    "chat_join_request",
}
NOT_BY_DEFAULT = {"chat_member", "message_reaction", "message_reaction_count"}


@dataclass(frozen=True)
class Pending:
    """An update that the bot has not confirmed."""

    update_id: int
    update: Json
    lane: str
    expires: float


@dataclass
class UpdateQueue:
    """Updates in order; ``wake`` is called whenever one arrives."""

    clock: Callable[[], float]
    next_id: int = FIRST_ID
    allowed: list[str] = field(default_factory=list)
    pending: dict[int, Pending] = field(default_factory=dict)
    lanes: dict[str, dict[int, Pending]] = field(default_factory=lambda: defaultdict(dict))
    done: dict[int, Pending] = field(default_factory=dict)
    again: list[Pending] = field(default_factory=list)
    repeat_next: int = 0
    listeners: list[Callable[[str], None]] = field(default_factory=list)

    def add(self, update: Json) -> int | None:
        """Queue an update; return its id, or nothing if Telegram would not deliver it."""
        kind = next((key for key in update if key != "update_id"), "")
        if not self._is_allowed(kind):
            return None
        update_id = update.get("update_id", self.next_id)
        if not isinstance(update_id, int) or update_id < self.next_id:
            message = f"update_id {update_id!r} is not {self.next_id} or higher"
            raise ValueError(message)
        self.next_id = update_id + 1
        written = json.dumps({"update_id": update_id} | update, ensure_ascii=False)
        if len(written.encode(errors="replace")) > MAX_BYTES:
            return None
        expires = self.clock() + LIFETIMES.get(kind, DAY)
        # A copy: what is queued must not change with the message that it tells of.
        copy = json.loads(written)
        self._put(Pending(update_id, copy, _lane(kind, copy.get(kind)), expires))
        return update_id

    def batch(self, offset: int, limit: int) -> list[Json]:
        """Return what getUpdates returns, forgetting what the offset confirms."""
        self.drop_expired()
        if offset < 0:
            offset = ([0] * -offset + sorted(self.pending))[offset]
        if offset > self.next_id + FUTURE:
            # So the ids may start again lower: the server answers from the head.
            offset = 0
        for update_id in list(itertools.takewhile(lambda known: known < offset, self.pending)):
            self.confirm(update_id)
        repeated, self.again = self.again[:limit], self.again[limit:]
        waiting = itertools.islice(self.pending.values(), limit - len(repeated))
        return [item.update for item in [*repeated, *waiting]]

    def confirm(self, update_id: int) -> None:
        """Forget an update that the bot has taken."""
        pending = self._drop(update_id)
        self.done[update_id] = pending
        if self.repeat_next > 0:
            self.repeat_next -= 1
            self.deliver_again(update_id)

    def deliver_again(self, update_id: int) -> None:
        """Deliver a confirmed update once more, under the same id."""
        self.again.append(self.done[update_id])
        self._wake(self.done[update_id].lane)

    def drop_expired(self) -> None:
        """Forget what has waited too long."""
        now = self.clock()
        for update_id in [item.update_id for item in self.pending.values() if item.expires <= now]:
            self._drop(update_id)

    def drop_all(self) -> None:
        """Forget everything that waits."""
        self.pending.clear()
        self.lanes.clear()
        self.again.clear()

    def restart_ids(self, lower: int) -> None:
        """Continue with lower ids, as Telegram does after a week without updates."""
        if self.pending:
            message = f"{len(self.pending)} updates wait; ids restart only when none does"
            raise ValueError(message)
        self.next_id = lower

    def allow(self, kinds: list[str] | None) -> None:
        """Set which types are queued from now on; nothing means: as before."""
        if kinds is not None:
            self.allowed = kinds

    def _is_allowed(self, kind: str) -> bool:
        if kind not in TYPES:
            # A type unknown here may only come from a test that means it.
            return True
        return kind in self.allowed if self.allowed else kind not in NOT_BY_DEFAULT

    def _put(self, pending: Pending) -> None:
        self.pending[pending.update_id] = pending
        self.lanes[pending.lane][pending.update_id] = pending
        self._wake(pending.lane)

    def _drop(self, update_id: int) -> Pending:
        pending = self.pending.pop(update_id)
        lane = self.lanes[pending.lane]
        del lane[update_id]
        if not lane:
            del self.lanes[pending.lane]
        return pending

    def _wake(self, lane: str) -> None:
        for listener in list(self.listeners):
            listener(lane)


def _lane(kind: str, body: object) -> str:
    """Return the queue whose order is kept: the chat, or for a press the person."""
    if isinstance(body, dict):
        if kind == "callback_query" and isinstance(body.get("from"), dict):
            return f"press:{body['from'].get('id')}"
        if isinstance(body.get("chat"), dict):
            return f"chat:{body['chat'].get('id')}"
    return f"other:{kind}"
