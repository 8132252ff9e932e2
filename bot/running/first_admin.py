"""Whether anybody is admin: said at every start, with a code that makes one where nobody is."""

from datetime import datetime

from db.engine import Database
from handlers.desk import House
from people.admin_code import AdminCodes
from people.store import PersonStore

OFFER = (
    "Es gibt noch keinen Admin. Wer dem Bot im Einzelchat das Folgende schreibt, wird es; das "
    "gilt einmal und nur bis zum nächsten Start:\n\n    /admin {code}\n"
)
NOT_YET = (
    "Noch kein Admin hat dem Bot geschrieben; bis dahin kann niemand zur Beratung zugelassen "
    "werden. In ADMINS steht: {addresses}. Stimmt das? Die eigene Adresse zeigt im Einzelchat "
    "/adresse."
)


async def offer(database: Database, house: House, now: datetime) -> None:
    """Print a new code where nobody is admin; where only the setting names one, ask for them.

    Only who has ever written to us counts: another address may be a slip of the finger.
    """
    async with database.write() as session:
        codes = AdminCodes(session, now)
        code = None if house.admins else await codes.make()
        if house.admins:
            await codes.forget()
        living = await PersonStore(session).living_admins()
    if code:
        print(OFFER.format(code=code), flush=True)
    elif not living:
        print(NOT_YET.format(addresses=", ".join(sorted(house.admins))), flush=True)
