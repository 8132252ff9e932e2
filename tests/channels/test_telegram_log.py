"""The log of the running program: no token, no text, no name, however talkative it is."""

from pathlib import Path

import pytest

from bot import log
from tests.channels.office import SECRET_PART, TOKEN
from tests.channels.program import Program
from tests.fake_telegram import FakeTelegram, Group, Person

pytestmark = pytest.mark.slow
CANARY = "Kanarienvogel"


def test_every_library_that_talks_is_silenced() -> None:
    assert {"aiogram", "aiohttp", "telegram", "httpx", "httpcore", "asyncio"} <= {*log.TALKATIVE}


async def test_at_its_most_talkative(
    server: FakeTelegram, group: Group, anna: Person, library: str, tmp_path: Path
) -> None:
    # Half a batch, half an answer, pages of proxies: what libraries like to print in full.
    server.fail_next("getUpdates", body=f'{{"ok": true, "result": [{{"text": "{CANARY}')
    server.fail_next("getUpdates", body=f'{{"ok": true, "result": "{CANARY}"}}')
    server.fail_next("getUpdates", status=502, body=f"<html>{CANARY}</html>")
    server.fail_next("sendMessage", status=400, description=f"Bad Request: {CANARY}")
    server.fail_next("sendMessage", status=500, description=f"Internal Server Error: {CANARY}")
    settings = {
        "TELEGRAM_TOKEN": TOKEN,
        "TELEGRAM_LIBRARY": library,
        "TELEGRAM_API_BASE": server.url,
        "ADVISOR_CHAT": f"telegram:{group.id}",
        "ADMINS": "telegram:1",
        "LOG_LEVEL": "DEBUG",
    }
    async with Program(tmp_path, "run", **settings) as program:
        await program.hears("polling Telegram")
        await anna.writes(f"Mein {CANARY} heißt Hansi")
        await anna.writes(f"Und der andere {CANARY} auch")
        await anna.hears(60)
        await program.hears("not delivered")
    assert CANARY not in program.heard
    assert SECRET_PART not in program.heard
    assert "Anna" not in program.heard
    assert "Traceback" not in program.heard
