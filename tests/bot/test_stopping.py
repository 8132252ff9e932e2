"""Ending: in order where that can be, cut off where it cannot, and in any case."""

import asyncio
import signal
import sys
from pathlib import Path

import pytest

from bot.channels.telegram import receiving
from bot.channels.telegram.receiving import Receiver
from bot.running.stopping import in_time
from tests.channels.office import telegram
from tests.fake_telegram import FakeTelegram

ROOT = Path(__file__).parents[2]
# Each ends never by itself; the last thing they do before that is to say so.
STUCK = {
    "a loop that is blocked": "say(); time.sleep(60)",
    "a thread": "asyncio.get_running_loop().run_in_executor(None, time.sleep, 60); say()",
    "what will not be cancelled": "await stubborn()",
}
PROGRAM = """
import asyncio, time
from bot.running import stopping

stopping.LAST = 0.5

def say():
    print("stuck", flush=True)

async def stubborn():
    say()
    while True:
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            pass

async def main():
    stop = asyncio.Event()
    stopping.stop_on_signals(stop)
    {stuck}
    await stop.wait()

asyncio.run(main())
"""


async def test_what_ends_by_itself_is_not_disturbed() -> None:
    stop, ended = asyncio.Event(), asyncio.Event()

    async def work() -> None:
        await stop.wait()
        await asyncio.sleep(0)
        ended.set()

    asyncio.get_running_loop().call_soon(stop.set)
    await in_time(stop, work(), grace=20)
    assert ended.is_set()


async def test_what_does_not_end_is_cut_off() -> None:
    stop, cut = asyncio.Event(), asyncio.Event()

    async def hangs() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            cut.set()

    async def work() -> None:
        async with asyncio.TaskGroup() as group:
            group.create_task(hangs())

    asyncio.get_running_loop().call_soon(stop.set)
    await in_time(stop, work(), grace=0.01)
    assert cut.is_set()


async def test_work_that_ends_needs_no_stop() -> None:
    async def work() -> None:
        await asyncio.sleep(0)

    await in_time(asyncio.Event(), work())


async def test_what_goes_wrong_is_told() -> None:
    async def work() -> None:
        raise ValueError("kaputt")

    with pytest.raises(ValueError, match="kaputt"):
        await in_time(asyncio.Event(), work())


@pytest.mark.slow
@pytest.mark.parametrize("stuck", STUCK)
async def test_what_is_stuck_ends_all_the_same(stuck: str) -> None:
    pipe = asyncio.subprocess.PIPE
    running = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", PROGRAM.format(stuck=STUCK[stuck])),
        stdout=pipe,
        stderr=pipe,
        cwd=ROOT,
    )
    assert running.stdout
    async with asyncio.timeout(30):
        await running.stdout.readline()
        running.send_signal(signal.SIGTERM)
        await running.communicate()
    assert running.returncode == 1


@pytest.mark.parametrize("library", ["aiogram", "ptb"])
async def test_a_spinner_holds_nobody_up(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receiving, "FINISH_SECONDS", 0.01)
    async with FakeTelegram() as server:
        channel = telegram(server, library)
        server.fail_next("answerCallbackQuery", delay=60.0, times=None)
        receiver: Receiver = channel.receiver
        receiver.acknowledge_presses([{"callback_query": {"id": str(n)}} for n in range(3)])
        async with asyncio.timeout(20):
            await channel.close()
        assert not receiver._acknowledging
