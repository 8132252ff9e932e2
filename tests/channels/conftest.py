"""A helpdesk on the fake Telegram, an asker, an advisor; and nothing against the rules."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.channels.telegram import channel as telegram
from bot.channels.telegram import receiving as telegram_receiving
from bot.channels.telegram.channel import TelegramChannel, bot_id
from bot.config import Settings
from bot.running import service as serve
from bot.running import telegram as telegram_run
from bot.running.telegram import build_channel
from db.engine import Database
from handlers.desk import House
from handlers.messages import Address
from people.person import Role
from people.store import PersonStore
from tests.channels.office import TOKEN, Hurry, Office
from tests.channels.phones import address
from tests.fake_telegram import FakeTelegram, Group, Person

# What the time runs faster by, a measured gap is shorter by: the jitter of two event loops and a
# commit weighs ten times as much here.
TOLERANCE = 0.6
LIBRARIES = ("aiogram", "ptb")


@pytest.fixture(autouse=True)
def _short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serve, "LOOK_AGAIN", 0.05)
    monkeypatch.setattr(serve, "AFTER_FAULT", 0.02)
    monkeypatch.setattr(telegram, "BETWEEN", 0.12)  # 1.2 seconds of the hurrying clock
    monkeypatch.setattr(telegram_receiving, "CONFLICT_PAUSE", 0.1)
    monkeypatch.setattr(telegram_receiving, "FAULT_PAUSE", 0.02)
    monkeypatch.setattr(telegram_receiving, "LONGEST_PAUSE", 0.1)


@pytest.fixture
def hurry() -> Hurry:
    return Hurry()


@pytest.fixture
async def server(hurry: Hurry) -> AsyncIterator[FakeTelegram]:
    """Give a Bot API server that no request of the test may break a rule of."""
    async with FakeTelegram(TOKEN, clock=hurry.seconds, pace_tolerance=TOLERANCE) as server:
        yield server
    assert server.violations == []
    assert server.pace_violations == []


@pytest.fixture
def anna(server: FakeTelegram) -> Person:
    """Anna asks."""
    return server.person("Anna")


@pytest.fixture
def carla(server: FakeTelegram) -> Person:
    """Carla advises."""
    return server.person("Carla")


@pytest.fixture
def group(server: FakeTelegram) -> Group:
    """Give the advisors' group."""
    return server.group("Beratung")


@pytest.fixture
def house(house: House, group: Group) -> House:
    """Give the helpdesk of the dialogue tests, its advisors on Telegram."""
    return replace(house, advisors=Address("telegram", str(group.id)), admins=frozenset())


@pytest.fixture(params=LIBRARIES)
def library(request: pytest.FixtureRequest) -> str:
    """Speak to Telegram through one library, and once more through the other."""
    return str(request.param)


@pytest.fixture
def settings(server: FakeTelegram, group: Group, library: str) -> Settings:
    return Settings(
        _env_file=None,
        telegram_token=TOKEN,
        telegram_library=library,
        telegram_api_base=server.url,
        advisor_chat=f"telegram:{group.id}",
    )


@pytest.fixture
async def channel(server: FakeTelegram, library: str) -> AsyncIterator[TelegramChannel]:
    """Give a channel of one library that waits a second for an answer, and no longer."""
    channel = TelegramChannel(telegram_run.library(library)(TOKEN, server.url, 1), bot_id(TOKEN))
    yield channel
    await channel.close()


@pytest.fixture
def office(
    server: FakeTelegram,
    sqlite_database: Database,
    house: House,
    hurry: Hurry,
    settings: Settings,
) -> Office:
    """Give a helpdesk that is not open yet."""
    return Office(server, sqlite_database, house, hurry, build_channel(settings))


@pytest.fixture
async def open_office(office: Office) -> AsyncIterator[Office]:
    """Give a helpdesk that polls."""
    async with office:
        yield office


@pytest.fixture
async def advising(open_office: Office, carla: Person) -> Office:
    """Give an open helpdesk where Carla advises."""
    async with open_office.database.write() as session:
        now = open_office.service.sender._clock()
        await PersonStore(session).grant(address(carla), Role.ADVISOR, now)
    return open_office
