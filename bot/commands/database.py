"""The database on the command line."""

import sys
import tempfile
from pathlib import Path

from bot import home
from bot.config import Settings
from bot.running.assembling import find_database
from bot.upkeep import migrate
from db.engine import Database


async def run(settings: Settings, what: str, argument: str | None) -> int:
    """Upgrade, downgrade, check or revise; return the exit code."""
    if what in ("check", "revise"):
        return await _on_a_new_one(what, argument or "change")
    home.close(settings.database_url)
    database = find_database(settings)
    try:
        if what == "upgrade":
            await migrate.upgrade(database, argument or "head")
        else:
            await migrate.downgrade(database, argument or "-1")
    finally:
        await database.close()
    return 0


async def _on_a_new_one(what: str, message: str) -> int:
    """Compare models and migrations on an empty database; write the missing migration."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite+aiosqlite:///{Path(folder) / 'new.sqlite3'}")
        try:
            await migrate.upgrade(database)
            if what == "revise":
                async with database.engine.begin() as connection:
                    await connection.run_sync(migrate.revise, message)
                return 0
            found = await migrate.differences(database)
        finally:
            await database.close()
    for difference in found:
        print(difference, file=sys.stderr)
    print("Modelle und Migrationen stimmen überein" if not found else "Eine Migration fehlt")
    return 1 if found else 0
