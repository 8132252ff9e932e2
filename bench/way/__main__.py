"""Measure the whole way of a message and print the tables of bench/README.md.

Processor time per message, saturated: the helpdesk (inbox, turn with a match, outbox, sent;
acknowledged after the commit, synchronous=FULL, PostgreSQL with fsync, no sending limits) beside
echo bots of the same libraries, one after the other in each run: as shipped, and without meaning.
No question is asked twice. Ratios carry over to other machines.
"""

import argparse
import asyncio
import os
import statistics
import tempfile
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path

from bench.way.measure import Bench, Kind
from tests.postgres import find_server

RATES = (20, 100)  # messages a second


async def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", choices=TABLES)
    parser.add_argument("--bots", default="", help="only rows whose name holds this")
    given = parser.parse_args()
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})  # the bot has another one to itself
    with (
        tempfile.TemporaryDirectory() as folder,
        find_server(durable=True) or nullcontext() as server,
    ):
        bench = Bench(server, Path(folder), core=max(cores))
        kinds = [kind for kind in bench.kinds() if given.bots in str(kind)]
        print(f"Last zu Beginn: {os.getloadavg()[0]:.2f}")
        for name, table in TABLES.items():
            if given.only in (None, name):
                await table(bench, kinds, given.runs)
        print(f"\nLast am Ende: {os.getloadavg()[0]:.2f}")


async def times(bench: Bench, kinds: Sequence[Kind], runs: int) -> None:
    """Print processor time per message and its ratio to the echo bots, pair by pair."""
    found: dict[str, list[float]] = {str(kind): [] for kind in kinds}
    for _ in range(runs):
        for kind in kinds:
            found[str(kind)].append(await bench.processor_time(kind))
    print(
        f"\n{'':<40}{'ms je Nachricht':>16}{'gegen Echo':>12}{'gegen abgestimmt':>18}  Spanne ms"
    )
    for kind in kinds:
        own = found[str(kind)]
        echo = "ptb" if "ptb" in str(kind) else "aiogram"
        ratios = [_ratio(own, found.get(base)) for base in (echo, "tuned")]
        spread = f"{min(own):.2f} bis {max(own):.2f}"
        middle = statistics.median(own)
        print(f"{kind!s:<40}{middle:>16.2f}{ratios[0]:>12}{ratios[1]:>18}  {spread}")


def _ratio(own: list[float], base: list[float] | None) -> str:
    if base is None:
        return "-"
    return f"{statistics.median(a / b for a, b in zip(own, base, strict=True)):.2f}"


async def paced(bench: Bench, kinds: Sequence[Kind], _: int) -> None:
    """Print the delays at a steady rate."""
    heads = ("je s", "p50 ms", "p99 ms", "Stau ms", "CPU ms")
    print(f"\n{'':<40}" + "".join(f"{head:>9}" for head in heads))
    for kind in kinds:
        for rate in RATES:
            row = await bench.paced(kind, rate)
            print(f"{kind!s:<40}{rate:>9}" + "".join(f"{value:>9.1f}" for value in row))


async def backlog(bench: Bench, kinds: Sequence[Kind], _: int) -> None:
    """Print what becomes of many waiting updates."""
    print(f"\n{'':<40}{'abgelegt s':>12}{'beantwortet s':>15}{'höchstens MB':>14}")
    for kind in (k for k in kinds if k.database):  # an echo stores nothing
        stored, done, peak = await bench.backlog(kind)
        print(f"{kind!s:<40}{stored:>12.1f}{done:>15.1f}{peak:>14.0f}")


async def start(bench: Bench, kinds: Sequence[Kind], _: int) -> None:
    """Print how soon the first answer comes, and the memory afterwards."""
    print(f"\n{'':<40}{'erste Antwort s':>16}{'in Ruhe MB':>12}")
    for kind in kinds:
        first, rest = await bench.start(kind)
        print(f"{kind!s:<40}{first:>16.2f}{rest:>12.0f}")


TABLES = {"time": times, "paced": paced, "backlog": backlog, "start": start}

if __name__ == "__main__":
    asyncio.run(main())
