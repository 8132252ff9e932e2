"""What advisors can do by command they can do by buttons as well."""

import pytest

from tests.dialogue.scenes import HENS, second_advisor
from tests.stage import Person, Theatre

pytestmark = pytest.mark.usefixtures("_ticket")


async def opens_menu(carla: Person) -> None:
    await carla.says("/tickets")
    await carla.presses("Mehr")
    while "Was möchten Sie tun?" not in carla.hears().text:
        pass


async def test_searching(carla: Person) -> None:
    await opens_menu(carla)
    await carla.presses("Suchen")
    carla.hears("Welches Wort", "Abbrechen")
    await carla.says("Hühner")
    carla.hears("Gefunden", HENS)


async def test_templates(carla: Person) -> None:
    await opens_menu(carla)
    await carla.presses("Vorlagen")
    carla.hears("Vorlagen", "Noch keine.")


async def test_handing_all_over(carla: Person, theatre: Theatre) -> None:
    await second_advisor(theatre)
    await carla.sends_press("take:1")
    await opens_menu(carla)
    await carla.presses("Alle übergeben")
    carla.hears("An wen sollen alle Ihre Anfragen gehen?", "Emil")


async def test_being_away_and_back(carla: Person) -> None:
    await opens_menu(carla)
    await carla.presses("Abwesend sein")
    carla.hears("letzte Tag", "Abbrechen")
    await carla.says("3.12.")
    carla.hears("abwesend bis 03.12.2026")
    await opens_menu(carla)
    await carla.presses("Wieder da")
    carla.hears("wieder da")
