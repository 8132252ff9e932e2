"""Admins by the setting ADMINS: at each start it is who stands there now, and nobody else."""

from datetime import datetime

from bot.outgoing import outbox
from db.engine import Database
from handlers.advising.taking import released_by_loss
from handlers.desk import House, Stores

GONE = "{address} ist nicht mehr Admin: Die Adresse steht nicht mehr in ADMINS."


async def follow(database: Database, house: House, now: datetime) -> None:
    """Let the setting make and unmake admins, and say who is none any more.

    A role that was given in the chat as well stays, or is there again.
    """
    async with database.write() as session:
        stores = Stores(session, house, now)
        gone = await stores.people.follow_setting(house.admins, now)
        for person in gone:
            await outbox.put(session, await released_by_loss(person.address, None, stores), now)
    for person in gone:
        print(GONE.format(address=person.address), flush=True)
