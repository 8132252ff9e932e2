"""The token never reaches the log, whatever goes wrong and however talkative the log is."""

import asyncio
import logging
from collections.abc import Iterator

import pytest
from aiohttp import web
from markupsafe import Markup

from bot import log
from bot.channels import Outgoing, TryLater, Unclear, Undeliverable
from bot.config import Settings
from bot.running.telegram import build_channel
from db.engine import Database
from handlers.desk import House
from tests.channels.office import SECRET_PART, TOKEN, Hurry, Office, telegram
from tests.fake_telegram import FakeTelegram, Person

ERRORS = (TryLater, Unclear, Undeliverable)


class Lines(logging.Handler):
    """Keeps the log, as it is written and as it would be without our formatter."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.written: list[str] = []
        self.unfiltered: list[str] = []
        self._ours, self._plain = log._NoTokens("%(name)s %(message)s"), logging.Formatter()

    def emit(self, record: logging.LogRecord) -> None:
        for formatter, lines in ((self._plain, self.unfiltered), (self._ours, self.written)):
            record.exc_text = None  # or the first formatter's traceback is taken over
            lines.append(formatter.format(record))


@pytest.fixture
def lines() -> Iterator[Lines]:
    """Write everything of every library to the log."""
    lines = Lines()
    everybody = [logging.getLogger(), *map(logging.getLogger, log.TALKATIVE)]
    levels = [logger.level for logger in everybody]
    for logger in everybody:
        logger.setLevel(logging.DEBUG)
    logging.getLogger().addHandler(lines)
    yield lines
    logging.getLogger().removeHandler(lines)
    for logger, level in zip(everybody, levels, strict=True):
        logger.setLevel(level)
    assert lines.written
    assert not any(SECRET_PART in line for line in lines.written)


@pytest.mark.usefixtures("lines")
async def test_under_every_fault_of_the_server(
    server: FakeTelegram, office: Office, anna: Person
) -> None:
    for method in ("deleteWebhook", "getMe", "setMyCommands", "getUpdates", "sendMessage",
                   "answerCallbackQuery"):  # fmt: skip
        for status in (400, 401, 403, 404, 409, 429, 500, 502):
            server.fail_next(method, status=status)
        server.fail_next(method, reset=True)
        server.fail_next(method, drop_answer=True)
        server.fail_next(method, status=200, body='{"ok": tr')
        server.fail_next(method, status=503, body='{"ok": false}')
    await anna.writes("Frage")
    server.inject({"message": {"text": "kaputt"}})
    async with office:
        for _ in range(200):
            await asyncio.sleep(0.02)
            if len(await office.stored()) == 2:
                break
        server.heal()
        await server.refuse()
        await asyncio.sleep(0.2)
        await server.accept()
        await anna.writes("Noch da?")
        async with asyncio.timeout(20):
            await anna.hears()
    logging.getLogger("bot").debug("address: %s", f"{server.url}/bot{TOKEN}/getMe")


@pytest.mark.usefixtures("lines")
async def test_with_a_token_that_telegram_does_not_know(
    server: FakeTelegram,
    sqlite_database: Database,
    house: House,
    hurry: Hurry,
    library: str,
) -> None:
    stranger = telegram(server, library, telegram_token=f"31337:{SECRET_PART}")
    async with Office(server, sqlite_database, house, hurry, stranger):
        await asyncio.sleep(0.3)


async def test_in_a_loop_of_redirects_whose_error_names_the_address(
    lines: Lines, settings: Settings
) -> None:
    async def turn_away(request: web.Request) -> web.Response:
        raise web.HTTPTemporaryRedirect(request.path)

    app = web.Application()
    app.router.add_route("*", "/{rest:.*}", turn_away)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    port = runner.addresses[0][1]
    channel = build_channel(
        settings.model_copy(update={"telegram_api_base": f"http://127.0.0.1:{port}"})
    )
    try:
        await channel.send(Outgoing("7", Markup("Guten Tag")))
    except ERRORS as error:
        # Nothing of ours writes it so; whoever once does must not give the token away.
        logging.getLogger("bot").debug("what happened", exc_info=error)
        logging.getLogger("aiohttp.client").warning("%r %s", error.__cause__, error)
    await channel.close()
    await runner.cleanup()
    assert any(SECRET_PART in line for line in lines.unfiltered)


def test_a_repr_of_channel_or_settings_does_not_show_it(settings: Settings) -> None:
    channel = build_channel(settings)
    assert SECRET_PART not in f"{channel!r} {settings!r} {settings}"
