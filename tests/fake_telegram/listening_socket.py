"""Listen on loopback, stop listening, listen again on the same port."""

from aiohttp import web

HOST = "127.0.0.1"
SHUTDOWN = 0.1


class ListeningSocket:
    """The network side of the server, which can refuse connections for a while."""

    def __init__(self, app: web.Application, port: int) -> None:
        self.port = port
        self._runner = web.AppRunner(
            app,
            access_log=None,
            # Whoever hangs up during a long poll no longer waits for its answer.
            handler_cancellation=True,
            shutdown_timeout=SHUTDOWN,
        )
        self._site: web.TCPSite | None = None

    async def open(self) -> None:
        """Start."""
        await self._runner.setup()
        await self.listen()

    async def listen(self) -> None:
        """Accept connections."""
        self._site = web.TCPSite(self._runner, HOST, self.port)
        await self._site.start()
        self.port = int(self._runner.addresses[0][1])

    async def refuse(self) -> None:
        """Accept no connections any more and cut those that exist."""
        if self._site is not None:
            await self._site.stop()
            self._site = None
        server = self._runner.server
        for connection in server.connections if server is not None else ():
            if connection.transport is not None:
                connection.transport.abort()

    async def close(self) -> None:
        """End for good."""
        await self._runner.cleanup()
