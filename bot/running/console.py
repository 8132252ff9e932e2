"""The local trial: a terminal as messenger, for the person, the advisor or the admin."""

import asyncio
import sys

from bot import clock, home
from bot.channels.console.channel import ConsoleChannel, lines_of
from bot.config import Settings
from bot.incoming.inbox import RawUpdate
from bot.outgoing.crossing_files import Fetched
from bot.running.assembling import open_database, open_house
from bot.running.service import Service
from bot.running.stopping import in_time, stop_on_signals, until
from people.person import Role
from people.store import PersonStore

CHATS = {
    "person": ("ich", Role.PERSON),
    "advisor": ("beratung", Role.ADVISOR),
    "admin": ("admin", Role.ADMIN),
}

NOT_CONFIGURED = (
    "Telegram ist nicht eingerichtet (TELEGRAM_TOKEN in .env eintragen, siehe README); "
    "Sie können hier im Terminal alles ausprobieren."
)
HINTS = {
    "person": (
        "Schreiben Sie Ihre Frage. Eine Zahl drückt den Knopf, +brief.pdf sendet eine Datei. "
        "Ende mit Strg+D."
    ),
    "advisor": (
        "Hier ist die Beratung. /tickets zeigt offene Anfragen, "
        "@3 Text antwortet auf Nachricht 3. "
        "Die fragende Seite: python -m bot chat in einem zweiten Fenster. Ende mit Strg+D."
    ),
    "admin": "Hier ist ein Admin. /hilfe zeigt, was geht. Ende mit Strg+D.",
}


async def chat(settings: Settings, role: str) -> None:
    """Talk on the terminal until the input ends."""
    database = await open_database(settings)
    house, serving = await open_house(settings, database)
    name, may = CHATS[role]
    files = home.received(settings.database_url)
    channel = ConsoleChannel(name, files=files, colours=sys.stdout.isatty())
    async with database.write() as session:
        # Whoever can start this program on this machine could read the database as well.
        people, address = PersonStore(session), f"console:{name}"
        known = await people.find(address)
        if known is None or known.role != may:
            await people.grant(address, may, clock.now())
    if settings.telegram_token is None:
        print(NOT_CONFIGURED)
    print(HINTS[role], flush=True)
    house.files = Fetched(channel)
    service = Service(database, channel, house, serving=serving)
    stop = asyncio.Event()
    stop_on_signals(stop)
    lines = lines_of(sys.stdin, asyncio.get_running_loop())

    async def store(updates: list[RawUpdate]) -> None:
        # One line after the other, as a person would: a number means the buttons shown before.
        await service.store(updates)
        await service.settled()

    async def talk() -> None:
        await channel.read(store, lines)
        stop.set()

    async def serve() -> None:
        async with service.lease.held(), asyncio.TaskGroup() as group:
            await service.start()
            group.create_task(service.work(stop))
            await service.settled()
            await until(stop, talk())

    try:
        await in_time(stop, serve())
    finally:
        await database.close()
