"""Waits until what was written as one is there as a whole: it is decided on as one."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple

from bot.incoming.inbox import Inbox
from handlers.messages import Incoming
from handlers.reading.pieces import as_one, goes_on, may_go_on

QUIET = timedelta(seconds=1.5)  # so long after its last piece something is taken for whole


class Whole(NamedTuple):
    """What somebody said in one go, and the rows of the inbox that hold it."""

    said: Incoming | None  # None: it says nothing to us
    rows: tuple[int, ...]
    ready_at: datetime | None = None  # until then more may come; None: nothing can


async def gather(
    inbox: Inbox, row: int, said: Incoming | None, read: Callable[[str], Incoming | None]
) -> Whole:
    """Put a message together with those behind it that go on with it.

    Args:
        inbox: where they wait.
        row: the oldest open one of a chat.
        said: what it says.
        read: reads the rows behind it; None for what says nothing to us.

    """
    if said is None or not may_go_on(said):
        return Whole(said, (row,))
    pieces, rows = [said], [row]
    ready_at: datetime | None = None
    for piece in await inbox.line(row):
        more = said if piece.id == row else read(piece.raw)
        if more is None or more.sender != said.sender:
            continue  # somebody else speaks in between
        if piece.id != row:
            if not goes_on(pieces[-1], more):
                return Whole(as_one(pieces), tuple(rows))
            pieces.append(more)
            rows.append(piece.id)
        ready_at = piece.received_at + QUIET
    return Whole(as_one(pieces), tuple(rows), ready_at)
