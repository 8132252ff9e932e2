"""Who has a ticket: taken once, given back, passed on, handed over, freed by absence."""

import pytest

from people.person import Role
from tests.dialogue.scenes import card_of, gets_answer, give_role, second_advisor, skips
from tests.stage import Person, Theatre

pytestmark = pytest.mark.usefixtures("_ticket")


@pytest.fixture
async def emil(theatre: Theatre, _ticket: None) -> Person:
    return await second_advisor(theatre)


async def test_the_second_is_told_who_was_faster(
    carla: Person, emil: Person, theatre: Theatre
) -> None:
    card = card_of(theatre)
    assert "noch bei niemandem" in card.text
    await carla.presses("Übernehmen", on=card)
    carla.hears("FZ-2026-0001 ist jetzt bei Carla.")
    assert "in Arbeit" in card.text
    assert "bei Carla" in card.text
    assert "Übernehmen" not in card.labels
    skips(emil)
    await emil.sends_press("take:1")  # his phone still shows the old card
    emil.hears("Jemand war schneller: FZ-2026-0001 hat Carla seit So 22.11., 12:00.")
    await carla.sends_press("take:1")
    carla.hears("Jemand war schneller")
    carla.hears("FZ-2026-0001 ist schon bei Ihnen.")
    assert "bei Carla" in card.text


async def test_an_answer_takes_the_ticket_and_leaves_it_with_who_had_it(
    anna: Person, carla: Person, emil: Person, theatre: Theatre
) -> None:
    await gets_answer(anna, carla, 1, "Ja.")
    assert "bei Carla" in card_of(theatre).text
    skips(emil)
    await gets_answer(anna, emil, 1, "Und Enten auch.")
    assert "bei Carla" in card_of(theatre).text


async def test_a_ticket_is_given_back(carla: Person, emil: Person, theatre: Theatre) -> None:
    await carla.presses("Übernehmen")
    await carla.presses("Freigeben", on=card_of(theatre))
    assert "noch bei niemandem" in card_of(theatre).text
    skips(emil)
    await emil.presses("Übernehmen", on=card_of(theatre))
    emil.hears("ist jetzt bei Emil")
    assert "bei Emil" in card_of(theatre).text


async def test_what_nobody_has_cannot_be_given_back(carla: Person) -> None:
    await carla.sends_press("release:1")
    carla.hears("Das geht gerade nicht: FZ-2026-0001 ist im Zustand „offen“.")


async def test_a_ticket_is_passed_on(carla: Person, emil: Person, theatre: Theatre) -> None:
    await carla.presses("Übernehmen")
    await carla.presses("Weitergeben", on=card_of(theatre))
    carla.hears("ist jetzt bei Carla")
    choice = carla.hears("An wen soll FZ-2026-0001 gehen?", "Emil", "Abbrechen")
    assert "Carla" not in choice.labels
    await carla.presses("Emil", on=choice)
    carla.hears("FZ-2026-0001 ist jetzt bei Emil.")
    assert "bei Emil" in card_of(theatre).text
    skips(emil)
    await emil.says("/tickets")
    emil.hears("Meine\nFZ-2026-0001 (in Arbeit")


async def test_nothing_is_passed_to_who_is_no_advisor_any_more(
    carla: Person, emil: Person, theatre: Theatre
) -> None:
    await carla.presses("Weitergeben", on=card_of(theatre))
    choice = carla.hears("An wen soll", "Emil")
    await give_role(theatre, "stage:emil", Role.PERSON)
    await carla.presses("Emil", on=choice)
    carla.hears("nicht (mehr) in der Beratung; es wurde nichts weitergegeben")
    assert "noch bei niemandem" in card_of(theatre).text
    emil.hears("An wen soll")
