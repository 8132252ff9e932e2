"""The dead letters on the command line: what could not be handled, and a second chance."""

import sys

from bot.config import Settings
from bot.incoming.inbox import Inbox
from bot.running.assembling import open_database


async def show(settings: Settings, retry: int | None) -> int:
    """List the dead letters without their texts, or put one back among the open rows."""
    database = await open_database(settings)
    try:
        inbox = Inbox(database)
        if retry is not None:
            found = await inbox.retry(retry)
            print(f"Nr. {retry}: " + ("wird noch einmal versucht" if found else "gibt es nicht"))
            return 0 if found else 1
        rows = await inbox.dead()
        for row in rows:
            print(f"Nr. {row.id}  {row.received_at:%d.%m.%Y %H:%M}  {row.reference}  {row.error}")
        print(f"{len(rows)} unzustellbar", file=sys.stderr)
        return 0
    finally:
        await database.close()
