"""Run the fake server as its own process, so that a bot can be killed beside it.

``POST /control/inject`` takes a list of updates, ``GET /control/state`` tells the counts,
``POST /control/fault`` takes what ``FakeTelegram.fail_next`` takes.
"""

import argparse
import asyncio
import json
import signal
import sys
from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from typing import TextIO

from aiohttp import web

from .journal import Sent
from .server import DEFAULT_TOKEN, FakeTelegram


class Control:
    """The endpoint that a crash test steers the server with."""

    def __init__(self, server: FakeTelegram) -> None:
        self.server = server

    def routes(self) -> list[web.RouteDef]:
        """Return the routes of the endpoint."""
        return [
            web.post("/control/inject", self.inject),
            web.post("/control/fault", self.fault),
            web.get("/control/state", self.state),
        ]

    async def inject(self, request: web.Request) -> web.Response:
        """Queue a batch of updates; answer with their ids."""
        ids = [self.server.inject(update) for update in await request.json()]
        return web.json_response({"update_ids": ids})

    async def fault(self, request: web.Request) -> web.Response:
        """Let calls go wrong; an empty object ends all faults."""
        wanted = await request.json()
        if wanted:
            self.server.fail_next(**wanted)
        else:
            self.server.heal()
        return web.json_response({"waiting": len(self.server.faults.waiting)})

    async def state(self, _request: web.Request) -> web.Response:
        """Tell how far things are."""
        server = self.server
        return web.json_response(
            {
                "queued": len(server.updates.pending),
                "confirmed": len(server.updates.done),
                "sent": len(server.sent),
                "edits": len(server.edits),
                "polls": server.api.polling.polls,
                "faults": len(server.faults.waiting),
                "next_update_id": server.updates.next_id,
                "calls": Counter(call.method for call in server.calls),
                "violations": server.violations,
                "pace_violations": server.pace_violations,
            }
        )


async def serve(port: int, token: str, journal: TextIO | None) -> None:
    """Serve until the process is asked to end."""

    def write(sent: Sent) -> None:
        if journal is not None:
            journal.write(json.dumps(sent.record()) + "\n")
            journal.flush()

    ended = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, ended.set)
    server = FakeTelegram(token, port=port, on_sent=write)
    server.app.add_routes(Control(server).routes())
    async with server:
        # Whoever started the process reads this line to learn that, and where, it listens.
        sys.stdout.write(f"ready {server.url}\n")
        sys.stdout.flush()
        await ended.wait()


def main() -> None:
    """Read the command line and serve."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--token", default=DEFAULT_TOKEN)
    parser.add_argument("--journal", type=Path)
    options = parser.parse_args()
    with ExitStack() as stack:
        journal = None
        if options.journal is not None:
            journal = stack.enter_context(options.journal.open("a", encoding="utf-8"))
        asyncio.run(serve(options.port, options.token, journal))


if __name__ == "__main__":
    main()
