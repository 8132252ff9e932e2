"""The first admin: while there is none, a code that makes one is printed at every start."""

from datetime import datetime

from db.engine import Database
from handlers.desk import House
from people.admin_code import AdminCodes

OFFER = (
    "Es gibt noch keinen Admin. Wer dem Bot im Einzelchat das Folgende schreibt, wird es; das "
    "gilt einmal und nur bis zum nächsten Start:\n\n    /admin {code}\n"
)


async def offer(database: Database, house: House, now: datetime) -> None:
    """Print a new code, unless somebody is admin by role or by setting."""
    if house.admins:
        return
    async with database.write() as session:
        code = await AdminCodes(session, now).make()
    if code:
        print(OFFER.format(code=code), flush=True)
