"""The server as a process of its own."""

import asyncio
import json
import sys
from pathlib import Path

import aiohttp

from .server import DEFAULT_TOKEN

ROOT = Path(__file__).parents[2]
UPDATE = {
    "message": {
        "message_id": 1,
        "chat": {"id": 7, "type": "private", "first_name": "Eva"},
        "date": 1_900_000_000,
        "text": "Hallo",
    }
}


async def test_inject_send_and_count(tmp_path: Path) -> None:
    journal = tmp_path / "sent.jsonl"
    command = ["-m", "tests.fake_telegram.standalone", "--port", "0", "--journal", str(journal)]
    process = await asyncio.create_subprocess_exec(
        sys.executable, *command, cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    try:
        assert process.stdout is not None
        async with asyncio.timeout(8), aiohttp.ClientSession() as session:
            url = (await process.stdout.readline()).decode().split()[1]
            async with session.post(f"{url}/control/inject", json=[UPDATE, UPDATE]) as response:
                ids = (await response.json())["update_ids"]
            bot = f"{url}/bot{DEFAULT_TOKEN}"
            await session.post(f"{bot}/getUpdates", data={"offset": ids[1]})
            fault = {"method": "sendMessage", "status": 500}
            await session.post(f"{url}/control/fault", json=fault)
            for text in ("eins", "zwei"):
                await session.post(f"{bot}/sendMessage", data={"chat_id": 7, "text": text})
            async with session.get(f"{url}/control/state") as response:
                state = await response.json()
    finally:
        process.terminate()
        assert await process.wait() == 0
    assert (state["queued"], state["confirmed"], state["sent"]) == (1, 1, 1)
    assert state["calls"] == {"getUpdates": 1, "sendMessage": 2}
    lines = [json.loads(line) for line in journal.read_text(encoding="utf-8").splitlines()]
    assert [line["params"]["text"] for line in lines] == ["zwei"]
    assert lines[0]["message_id"] == 2
