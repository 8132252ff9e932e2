"""A server and a bot that speaks to it without a library."""

from collections.abc import AsyncIterator

import aiohttp
import pytest

from .person import Person
from .raw_bot import RawBot
from .server import FakeTelegram


@pytest.fixture
async def server() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram() as running:
        yield running


@pytest.fixture
async def bot(server: FakeTelegram) -> AsyncIterator[RawBot]:
    async with aiohttp.ClientSession() as session:
        yield RawBot(server, session)


@pytest.fixture
def anna(server: FakeTelegram) -> Person:
    return server.person("Anna")
