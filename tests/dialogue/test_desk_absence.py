"""Handing all over, being away, losing the role: nobody's ticket stays behind."""

import pytest

from tests.dialogue.scenes import card_of, gets_answer, opens_ticket, second_advisor
from tests.stage import Person, Theatre

pytestmark = pytest.mark.usefixtures("_ticket")


@pytest.fixture
async def emil(theatre: Theatre, _ticket: None) -> Person:
    return await second_advisor(theatre)


@pytest.mark.parametrize("typed", ["/uebergabe @Emil", "/uebergabe emil", "/uebergabe stage:emil"])
@pytest.mark.usefixtures("emil")
async def test_all_are_handed_over_with_a_list(
    bert: Person, carla: Person, theatre: Theatre, typed: str
) -> None:
    await opens_ticket(bert, carla, "Wohin mit dem Mist?")
    for number in (1, 2):
        await carla.sends_press(f"take:{number}")
        carla.hears("ist jetzt bei Carla")
    await carla.says(typed)
    carla.hears("2 Anfragen jetzt bei Emil.\nFZ-2026-0001 (in Arbeit)\nFZ-2026-0002 (in Arbeit)")
    assert "bei Emil" in card_of(theatre, 1).text
    assert "bei Emil" in card_of(theatre, 2).text


@pytest.mark.usefixtures("emil")
async def test_whom_a_handover_goes_to_can_be_pressed(carla: Person, theatre: Theatre) -> None:
    await carla.presses("Übernehmen")
    carla.hears("ist jetzt bei Carla")
    await carla.says("/uebergabe @unbekannt")
    carla.hears("An wen sollen alle Ihre Anfragen gehen?", "Emil")
    assert "bei Carla" in card_of(theatre).text
    await carla.presses("Emil")
    carla.hears("1 Anfrage jetzt bei Emil.")
    assert "bei Emil" in card_of(theatre).text


@pytest.mark.usefixtures("emil")
async def test_who_is_away_leaves_the_tickets_to_the_others(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await carla.presses("Übernehmen")
    carla.hears("ist jetzt bei Carla")
    await carla.says("/abwesend bis 3.12.")
    carla.hears("abwesend bis 03.12.2026. 1 Anfrage wieder frei.\nFZ-2026-0001 (offen)")
    assert "noch bei niemandem" in card_of(theatre).text
    await carla.presses("Weitergeben", on=card_of(theatre))
    carla.hears("An wen", "Carla (abwesend)", "Emil")
    await theatre.time_passes(days=12)  # 4 December: back without a word
    await carla.presses("Weitergeben", on=card_of(theatre))
    assert "Carla" in theatre.stage.sent[-1][1].labels
    anna.hears_nothing()


@pytest.mark.parametrize("typed", ["", "bis", "bis gestern", "bis 31.2.", "irgendwann"])
async def test_an_absence_without_a_day_is_none(
    carla: Person, theatre: Theatre, typed: str
) -> None:
    await carla.presses("Übernehmen")
    carla.hears("ist jetzt bei Carla")
    await carla.says(f"/abwesend {typed}")
    carla.hears("Bitte mit dem letzten Tag", "/abwesend aus")
    assert "bei Carla" in card_of(theatre).text


@pytest.mark.parametrize(
    "leaving", ["/rollen stage:carla nutzer", "/rollen stage:carla redaktion"]
)
async def test_loss_of_the_role_frees_the_tickets(
    carla: Person, root: Person, theatre: Theatre, leaving: str
) -> None:
    await carla.presses("Übernehmen")
    await root.says(leaving)
    root.hears("hat jetzt die Rolle")
    assert "noch bei niemandem" in card_of(theatre).text


async def test_who_writes_back_to_somebody_gone_comes_to_everybody(
    anna: Person, carla: Person, root: Person, theatre: Theatre
) -> None:
    answer = await gets_answer(anna, carla, 1, "Ja.")
    await root.says("/rollen stage:carla nutzer")
    root.hears("hat jetzt die Rolle nutzer")
    await anna.replies(answer, "Und ein Hahn?")
    anna.hears("dazugelegt")
    assert "offen" in card_of(theatre).text
    assert "noch bei niemandem" in card_of(theatre).text
