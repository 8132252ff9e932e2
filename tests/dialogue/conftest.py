"""More people for the conversations, and a ticket."""

import pytest

from handlers.desk import House
from people.person import Role
from tests.dialogue.exchange_scenes import Shelf
from tests.dialogue.scenes import give_role, joins, loads_small_faq, opens_ticket
from tests.stage import Person, Theatre


@pytest.fixture
def dora(theatre: Theatre) -> Person:
    """Dora advises too, but reads in a private chat; the role is given in the tests."""
    return theatre.person("dora")


@pytest.fixture
async def erik(theatre: Theatre) -> Person:
    """Erik keeps the FAQ; the database holds the small one."""
    await loads_small_faq(theatre)
    await give_role(theatre, "stage:erik", Role.EDITOR)
    return theatre.person("erik")


@pytest.fixture
async def eva(theatre: Theatre) -> Person:
    """Eva keeps the FAQ too."""
    await give_role(theatre, "stage:eva", Role.EDITOR)
    return theatre.person("eva")


@pytest.fixture
async def _ticket(anna: Person, carla: Person) -> None:
    """Anna has asked, Carla is an advisor."""
    await joins(carla)
    await opens_ticket(anna, carla)


@pytest.fixture
def shelf(house: House) -> Shelf:
    """Give the messenger's files, to be filled."""
    house.files = shelf = Shelf()
    return shelf
