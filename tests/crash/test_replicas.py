"""Two real processes on one database: nobody disturbs the other, one takes over from the dead."""

import asyncio
import socket
from pathlib import Path

import pytest

from tests.crash.processes import bot_of
from tests.crash.tally import Tally, tally
from tests.crash.trial import Plan, Trial, trial
from tests.postgres import Server

PLAN = Plan(1, 60, 20261122)
HALF = 30  # messages
LONGEST = 10  # seconds that a stop may take
SLOWLY = 0.3  # seconds that the messenger takes to answer: there is always something on its way

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


async def write(running: Trial, up_to: int) -> None:
    """Let people write, a few at a time."""
    while running.writers.count < up_to:
        await running.server.inject(running.writers.some(up_to - running.writers.count))
        await asyncio.sleep(0.1)


async def stand_by(running: Trial, processes: int) -> None:
    """Wait until so many processes serve or stand by."""
    async with asyncio.timeout(60):
        while await running.books.number("SELECT count(*) FROM leases") < processes:  # noqa: ASYNC110 - another process
            await asyncio.sleep(0.01)


async def at_work(running: Trial, sent: int) -> None:
    async with asyncio.timeout(60):
        while (await running.server.state())["sent"] < sent:  # noqa: ASYNC110 - another process
            await asyncio.sleep(0.01)


async def polled(running: Trial) -> int:
    """Count the processes that began to poll."""
    calls = (await running.server.state())["calls"]
    return int(calls.get("deleteWebhook", 0))


async def delivered_to(running: Trial, processes: int) -> None:
    """Wait until so many have told the messenger their address."""
    async with asyncio.timeout(60):
        while (await running.server.state())["calls"].get("setWebhook", 0) < processes:  # noqa: ASYNC110 - another process
            await asyncio.sleep(0.01)


async def result(running: Trial, folder: Path) -> Tally:
    assert (await running.server.state())["violations"] == []
    return await tally(running.books, folder / "sent.jsonl", running.writers.written)


@pytest.mark.parametrize("library", ["aiogram", "ptb"])
async def test_a_second_process_stands_by_and_takes_over(
    tmp_path: Path, url: str, library: str
) -> None:
    async with (
        trial(tmp_path, url, library, PLAN) as running,
        bot_of(running.server, url, library) as second,
    ):
        await running.server.slow_down("sendMessage", SLOWLY)
        await running.server.inject([running.writers.advisor()])
        await running.bot.start()
        await stand_by(running, 1)
        await write(running, HALF)
        await second.start()
        await stand_by(running, 2)
        await running.quiet()
        undisturbed = await result(running, tmp_path)
        assert undisturbed.holds
        # What the first was sending, the second left to it.
        assert (undisturbed.repeated, undisturbed.unclear) == (0, 0)
        assert await polled(running) == 1
        await write(running, 2 * HALF)
        await at_work(running, HALF + 5)
        await running.bot.kill()
        await running.quiet()
        assert await polled(running) == 2
        assert await second.stop() < LONGEST
        assert (await result(running, tmp_path)).holds


def webhook() -> dict[str, str]:
    """Give the settings of a replica that is delivered to."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        listen = f"127.0.0.1:{free.getsockname()[1]}"
    return {
        "TELEGRAM_MODE": "webhook",
        "WEBHOOK_URL": f"http://{listen}/telegram",
        "WEBHOOK_LISTEN": listen,
        "WEBHOOK_SECRET": "Sesam-oeffne_dich-1234567890",
    }


@pytest.mark.parametrize("library", ["aiogram", "ptb"])
async def test_a_replica_takes_over_what_a_killed_one_was_sending(
    tmp_path: Path, postgres_server: Server, library: str
) -> None:
    url = postgres_server.new_database()
    async with (
        trial(tmp_path, url, library, PLAN, **webhook()) as running,
        bot_of(running.server, url, library, **webhook()) as second,
    ):
        await running.server.slow_down("sendMessage", SLOWLY)
        await running.server.inject([running.writers.advisor()])
        await running.bot.start()
        await stand_by(running, 1)
        await second.start()
        await stand_by(running, 2)
        await delivered_to(running, 2)
        await write(running, 2 * HALF)
        await at_work(running, HALF)
        await running.bot.kill()
        await running.quiet()
        assert await second.stop() < LONGEST
        assert (await result(running, tmp_path)).holds
