"""Processes that are over, for tests in which one process lives several lives."""

from bot.lease import Lease, here
from bot.outgoing.outbox import OutboxRow
from db.engine import Database
from tests.clock import Clock
from tests.stage import Theatre

# Of this machine and with our number, but born at another time: it has surely ended.
OVER = f"{here().rpartition(' ')[0]} long-ago"


async def live(database: Database, channel: str, clock: Clock) -> Lease:
    """Begin a life that is over as soon as another looks."""
    lease = Lease(database, channel, clock.tick, OVER)
    await lease.beat()
    return lease


async def die_while_sending(play: Theatre) -> OutboxRow:
    """Claim a row and never come to send it."""
    rows = await play.sender._claim()
    return rows[0]


async def restarts(play: Theatre) -> None:
    """Let another process begin on the same machine; it finds the former one gone."""
    play.sender.lease = await live(play.database, "stage", play.clock)
    await play.sender.recover()
