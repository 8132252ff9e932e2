"""Ending in order and in time, whatever does not answer just then."""

import asyncio
import logging
import os
import signal
import threading
from collections.abc import Awaitable
from types import FrameType

from bot.log import alert

log = logging.getLogger(__name__)

# Supervisors give ten seconds before they kill.
GRACE = 6.0  # seconds for what is going on; what is cut off is found in doubt at the next start
LAST = 9.0  # seconds until the process ends even if its own end is stuck


def stop_on_signals(stop: asyncio.Event) -> None:
    """End in order on Ctrl-C and on the supervisor's SIGTERM; in time in any case."""
    loop = asyncio.get_running_loop()

    def end(_: int, __: FrameType | None) -> None:
        # In a thread, which no transaction, request or computation can hold up.
        last = threading.Timer(LAST, _end_now)
        last.daemon = True
        last.start()
        loop.call_soon_threadsafe(stop.set)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, end)


def _end_now() -> None:
    alert.error("stopping took too long: cut off")
    os._exit(1)  # what was not committed has not happened


async def in_time(stop: asyncio.Event, work: Awaitable[None], grace: float = GRACE) -> None:
    """Bring work to its end; what a stop has not ended after so many seconds is cut off."""
    working = asyncio.ensure_future(work)
    stopping = asyncio.ensure_future(stop.wait())
    try:
        await asyncio.wait((working, stopping), return_when=asyncio.FIRST_COMPLETED)
        _, left = await asyncio.wait((working,), timeout=grace)
        if left:
            log.warning("stopping: what was still going on is cut off")
    finally:
        stopping.cancel()
        await _cut_off(working)


async def until(stop: asyncio.Event, receiving: Awaitable[None]) -> None:
    """Receive until told to stop; a poll that waits for messages is cut short then.

    What it has fetched and not yet stored is not acknowledged, so it comes again.
    """
    task = asyncio.ensure_future(receiving)
    stopping = asyncio.ensure_future(stop.wait())
    await asyncio.wait((task, stopping), return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    try:
        await _cut_off(task)
    finally:
        stop.set()


async def _cut_off(task: "asyncio.Future[None]") -> None:
    """End a task; what went wrong in it goes on to whoever asked for it."""
    if not task.done():
        task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        return
