"""An advisor asks back: the person reads a question, and the ticket waits for them."""

import pytest

from tests.dialogue.scenes import card_of, skips
from tests.stage import Person, Theatre

pytestmark = pytest.mark.usefixtures("_ticket")


async def test_a_question_back_is_called_one(anna: Person, carla: Person) -> None:
    skips(carla)
    await carla.says("/antwort 1 Wie viele Hühner sollen es werden?")
    carla.hears("Ihre Rückfrage zu FZ-2026-0001 ist unterwegs", "wartet jetzt auf die Person")
    asked = anna.hears("Rückfrage der Beratung zu FZ-2026-0001", "Wie viele Hühner")
    assert asked.labels == ("Darauf antworten",)
    await carla.says("/antwort 1 Drei gehen.")
    anna.hears("Antwort der Beratung zu FZ-2026-0001", "Drei gehen.", "Hat geholfen")


async def test_an_answer_changed_into_a_question_asks_back(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await carla.says("Wie viele sind es", reply_to=card_of(theatre).id, message="m1")
    heard = anna.hears("Antwort der Beratung zu FZ-2026-0001", "Hat geholfen")
    await carla.says("Wie viele sind es?", reply_to=card_of(theatre).id, message="m1", edited=True)
    assert heard.text == "Berichtigte Rückfrage der Beratung zu FZ-2026-0001\n\nWie viele sind es?"
    assert heard.labels == ("Darauf antworten",)
    assert "Rückfrage" in card_of(theatre).text
    await carla.says("Drei gehen.", reply_to=card_of(theatre).id, message="m1", edited=True)
    assert heard.text == "Berichtigte Antwort der Beratung zu FZ-2026-0001\n\nDrei gehen."
    assert "beantwortet" in card_of(theatre).text


async def test_an_older_answer_changed_leaves_the_ticket_as_it_stands(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await carla.says("Drei", reply_to=card_of(theatre).id, message="m1")
    older = anna.hears("Drei")
    await carla.says("Und Enten.", reply_to=card_of(theatre).id, message="m2")
    await carla.says("Drei?", reply_to=card_of(theatre).id, message="m1", edited=True)
    assert older.text.startswith("Berichtigte Rückfrage")
    assert "beantwortet" in card_of(theatre).text


async def test_given_back_it_still_waits_for_the_person(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await carla.says("/antwort 1 Wie viele Hühner?")
    skips(carla)
    await carla.sends_press("release:1")  # a card of before still shows the button
    carla.hears("FZ-2026-0001 ist wieder frei und wartet weiter auf die Person.")
    assert "Rückfrage\nnoch bei niemandem" in card_of(theatre).text
    await carla.sends_press("release:1")
    carla.hears("Das geht gerade nicht: FZ-2026-0001 ist im Zustand „Rückfrage“.")
    skips(anna)
    await anna.presses("Darauf antworten")
    await anna.says("Drei.")
    assert "offen\nnoch bei niemandem" in card_of(theatre).text


async def test_who_is_away_leaves_what_waits_for_a_person_waiting(
    carla: Person, theatre: Theatre
) -> None:
    await carla.says("/antwort 1 Wie viele Hühner?")
    skips(carla)
    await carla.says("/abwesend bis 3.12.")
    carla.hears("1 Anfrage wieder frei.\nFZ-2026-0001 (Rückfrage)")
    assert "Rückfrage\nnoch bei niemandem" in card_of(theatre).text
