"""The two classic mistakes, built into a running bot. The crash test must find both."""

import asyncio
from collections.abc import Callable

from bot.channels import Channel, decode
from bot.helpdesk import Helpdesk
from bot.inbox import InboxState, RawUpdate, claim
from bot.outbox import put
from bot.serve import Service


def acknowledge_first() -> None:
    """Let the next poll confirm what is only about to be committed, as the libraries do."""
    store, tasks = Service.store, set()

    async def store_later(self: Service, updates: list[RawUpdate]) -> None:
        task = asyncio.ensure_future(store(self, updates))
        tasks.add(task)
        task.add_done_callback(tasks.discard)

    Service.store = store_later  # type: ignore[method-assign]


def two_transactions() -> None:
    """Commit what changed before writing what goes out."""

    async def turn(self: Helpdesk, row_id: int, channel: Channel) -> bool:
        async with self._database.write() as session:
            row = await claim(session, row_id)
            if row is None:
                return False
            incoming = channel.parse(decode(row.raw))
            replies = await self.answer(session, incoming) if incoming else []
            row.state, row.done_at = InboxState.DONE, self._clock()
        async with self._database.write() as session:
            await put(session, replies, self._clock())
        return True

    Helpdesk.turn = turn  # type: ignore[method-assign]


MUTANTS: dict[str, Callable[[], None]] = {
    "acknowledge_first": acknowledge_first,
    "two_transactions": two_transactions,
}
