"""From ticket to FAQ: an advisor proposes, an editor finds the draft."""

import pytest

from people.person import Role
from tests.dialogue.scenes import gets_answer, give_role, opens_ticket
from tests.stage import Person, Theatre

pytestmark = pytest.mark.usefixtures("_erik")


@pytest.fixture
async def _erik(theatre: Theatre) -> None:
    await give_role(theatre, "stage:erik", Role.EDITOR)
    await give_role(theatre, "stage:carla", Role.ADVISOR)


async def test_an_answered_ticket_becomes_a_draft_without_personal_data(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    erik = theatre.person("erik")
    card = await opens_ticket(anna, carla, "Dürfen Hühner in den Hof? LG Petra Kunz, 0611 123456")
    await gets_answer(anna, carla, 1, "Ja, mit Erlaubnis von Frau Weber.")
    await carla.presses("Als FAQ vorschlagen", on=card)
    carla.hears("FZ-2026-0001 liegt als Entwurf bei der Redaktion (1 benachrichtigt)")
    told = erik.hears("Vorschlag für das FAQ aus FZ-2026-0001", "Dürfen Hühner in den Hof?")
    assert "Name, Telefonnummer. Der Bot erkennt nicht jeden Namen" in told.text
    for personal in ("Kunz", "123456", "Weber", "[Telefonnummer]"):
        assert personal not in told.text
    await erik.presses("Entwurf ansehen")
    draft = erik.hears("Entwurf", "Dürfen Hühner in den Hof?")
    for personal in ("Kunz", "123456", "Weber"):
        assert personal not in draft.text


async def test_neither_salutation_nor_introduction_nor_signature_is_proposed(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    erik = theatre.person("erik")
    said = "Hallo Frau Weber, ich bin Petra Kunz. Dürfen Hühner in den Hof? Viele Grüße, Petra"
    card = await opens_ticket(anna, carla, said)
    await gets_answer(anna, carla, 1, "Liebe Frau Kunz, ja, das geht. Beste Grüße\nCarla")
    await carla.presses("Als FAQ vorschlagen", on=card)
    told = erik.hears("Frage: Dürfen Hühner in den Hof?\n\nAntwort: Ja, das geht.\n\n")
    await erik.presses("Entwurf ansehen")
    draft = erik.hears("Entwurf: Dürfen Hühner in den Hof?\n", "+ Dürfen Hühner in den Hof?")
    for personal in ("Kunz", "Petra", "Weber", "Carla", "[Name]"):
        assert personal not in told.text
        assert personal not in draft.text


async def test_the_warning_stands_where_nothing_was_found_too(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    erik = theatre.person("erik")
    card = await opens_ticket(anna, carla)
    await gets_answer(anna, carla, 1, "Ja.")
    await carla.presses("Als FAQ vorschlagen", on=card)
    erik.hears("Angaben: keine gefunden. Der Bot erkennt nicht jeden Namen: Bitte lesen Sie")
    await erik.presses("Entwurf ansehen")
    erik.hears("Bitte auf Namen achten")


async def test_a_second_press_makes_no_second_draft(anna: Person, carla: Person) -> None:
    card = await opens_ticket(anna, carla)
    await gets_answer(anna, carla, 1, "Ja.")
    await carla.presses("Als FAQ vorschlagen", on=card)
    carla.hears("liegt als Entwurf")
    await carla.presses("Als FAQ vorschlagen", on=card)
    carla.hears("schon vorgeschlagen")


async def test_without_an_answer_there_is_nothing_to_propose(anna: Person, carla: Person) -> None:
    await opens_ticket(anna, carla)
    await carla.sends_press("to_faq:1")
    carla.hears("noch keine Antwort")
