"""The two classic mistakes, built into a running bot. The crash test must find both."""

import asyncio
from collections.abc import Callable

from bot.channels import Channel, decode
from bot.helpdesk import Helpdesk
from bot.incoming.inbox import Head, RawUpdate, take
from bot.outgoing.outbox import put
from bot.running.service import Service
from handlers.messages import Reply


def acknowledge_first() -> None:
    """Let the next poll confirm what is only about to be committed, as the libraries do."""
    store, tasks = Service.store, set()

    async def store_later(self: Service, updates: list[RawUpdate]) -> None:
        task = asyncio.ensure_future(store(self, updates))
        tasks.add(task)
        task.add_done_callback(tasks.discard)

    Service.store = store_later  # type: ignore[method-assign]  # a mutant, in its own process


def two_transactions() -> None:
    """Commit what changed before writing what goes out."""

    async def turn(self: Helpdesk, heads: list[Head], channel: Channel) -> bool:
        replies: list[Reply] = []
        async with self._database.write() as session:
            mine = await take(session, [head.id for head in heads], self._clock())
            for head in heads:
                incoming = channel.parse(decode(head.raw))
                if incoming and head.id in mine:
                    replies += await self.answer(session, incoming)
        async with self._database.write() as session:
            await put(session, replies, self._clock())
        return bool(mine)

    Helpdesk.turn = turn  # type: ignore[method-assign]  # a mutant too


MUTANTS: dict[str, Callable[[], None]] = {
    "acknowledge_first": acknowledge_first,
    "two_transactions": two_transactions,
}
