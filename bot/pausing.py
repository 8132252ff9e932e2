"""Waiting that a stop cuts short."""

import asyncio


async def first_of(*events: asyncio.Event, seconds: float) -> None:
    """Wait until one of the events is set, or the seconds are over."""
    waiting = [asyncio.ensure_future(event.wait()) for event in events]
    try:
        await asyncio.wait(waiting, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in waiting:
            task.cancel()
