"""Adding to a ticket just opened, and ending that."""

import pytest

from tests.dialogue.scenes import HENS, opens_ticket, passes
from tests.stage import Person, Theatre


async def test_done_means_that_the_next_message_is_a_new_question(
    anna: Person, carla: Person
) -> None:
    await opens_ticket(anna, carla)
    await anna.presses("Fertig")
    anna.hears("Gut. Die Antwort auf FZ-2026-0001 kommt hier in diesen Chat.")
    await anna.says("Wie viel?")
    anna.hears("18.000 Euro")
    carla.hears_nothing()


@pytest.mark.parametrize("word", ["nein", "Nein danke!", "Fertig", "nö"])
async def test_no_means_done(anna: Person, carla: Person, word: str) -> None:
    await opens_ticket(anna, carla)
    await anna.says(word)
    anna.hears("Gut. Die Antwort auf FZ-2026-0001")
    carla.hears_nothing()
    await anna.says("Wie viel?")
    anna.hears("18.000 Euro")


async def test_yes_means_that_something_follows(anna: Person, carla: Person) -> None:
    await opens_ticket(anna, carla)
    await anna.says("Ja")
    anna.hears("Schreiben Sie jetzt, was zu FZ-2026-0001 dazukommen soll.")
    carla.hears_nothing()
    await anna.says("Drei.")
    anna.hears("dazugelegt")
    carla.hears("Drei.")


async def test_what_was_pressed_for_is_written_and_then_no_means_done(
    anna: Person, carla: Person
) -> None:
    await opens_ticket(anna, carla)
    await anna.says("ja")
    anna.hears("Schreiben Sie jetzt")
    await anna.says("Nein")
    anna.hears("dazugelegt", "Fertig")
    carla.hears("Nein")
    await anna.says("nein danke")
    anna.hears("Gut. Die Antwort auf FZ-2026-0001")
    carla.hears_nothing()


async def test_thanks_are_not_added(anna: Person, carla: Person) -> None:
    await opens_ticket(anna, carla)
    await anna.says("Vielen Dank")
    anna.hears("Gern!")
    carla.hears_nothing()


async def test_done_for_one_ticket_does_not_end_another(anna: Person, carla: Person) -> None:
    await anna.says(f"/anfrage {HENS}")
    first = anna.hears("FZ-2026-0001")
    carla.hears("FZ-2026-0001")
    await anna.says("/anfrage Wer bezahlt die Ziegen?")
    anna.hears("FZ-2026-0002")
    carla.hears("FZ-2026-0002")
    await anna.presses("Fertig", on=first)
    anna.hears("Gut. Die Antwort auf FZ-2026-0001")
    await anna.says("Drei Ziegen.")
    anna.hears("dazugelegt")
    carla.hears("FZ-2026-0002", "Drei Ziegen.")


async def test_cancelling_keeps_the_ticket_and_ends_the_adding(
    anna: Person, carla: Person
) -> None:
    await opens_ticket(anna, carla)
    await anna.says("/abbrechen")
    anna.hears("Gut. Die Antwort auf FZ-2026-0001 kommt hier")
    await anna.says("Wie viel?")
    anna.hears("18.000 Euro")
    carla.hears_nothing()
    await anna.says("/meine_anfragen")
    anna.hears("FZ-2026-0001 (wartet auf die Beratung)")


async def test_cancelling_a_request(anna: Person, carla: Person) -> None:
    await anna.says("/anfrage")
    anna.hears("Was möchten Sie die Beratung fragen?")
    await anna.says("/abbrechen")
    anna.hears("Abgebrochen")
    await anna.says("Wie viel?")
    anna.hears("18.000 Euro")
    carla.hears_nothing()


async def test_cancelling_nothing(anna: Person) -> None:
    await anna.says("/abbrechen")
    anna.hears("Es war nichts angefangen")


async def test_starting_over_ends_the_adding(anna: Person, carla: Person) -> None:
    await opens_ticket(anna, carla)
    await anna.says("/start")
    anna.hears("Hier antwortet ein Automat")
    await anna.says("Wie viel?")
    anna.hears("18.000 Euro")


async def test_adding_ends_after_half_an_hour(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await opens_ticket(anna, carla)
    passes(theatre, minutes=29)
    await anna.says("Drei Hühner.")
    anna.hears("dazugelegt")
    carla.hears("Drei Hühner.")
    passes(theatre, minutes=1)
    await anna.says("Wie viel?")
    anna.hears("18.000 Euro")
    carla.hears_nothing()
    await anna.says("/abbrechen")
    anna.hears("Es war nichts angefangen")


async def test_asking_for_a_request_ends_after_half_an_hour(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await anna.says("/anfrage")
    anna.hears("Was möchten Sie die Beratung fragen?")
    passes(theatre, minutes=30)
    await anna.says("Wie viel?")
    anna.hears("18.000 Euro")
    carla.hears_nothing()


async def test_a_changed_message_shows_what_it_was_and_what_it_is(
    anna: Person, carla: Person
) -> None:
    await opens_ticket(anna, carla)
    await anna.says("Drei Hüner.", message="m2")
    anna.hears("dazugelegt")
    carla.hears("Drei Hüner.")
    await anna.says("Drei Hühner.", message="m2", edited=True)
    carla.hears("die Person hat geändert", "vorher: Drei Hüner.\njetzt: Drei Hühner.")
    anna.hears("Ich habe Ihre Änderung an FZ-2026-0001 weitergegeben.")


async def test_a_changed_message_that_lay_in_no_ticket_is_added_as_changed(
    anna: Person, carla: Person
) -> None:
    await opens_ticket(anna, carla)
    await anna.says("Dürfen wir im Hof drei Hühner halten?", message="m1", edited=True)
    anna.hears("dazugelegt")
    carla.hears("(geändert) Dürfen wir im Hof drei Hühner halten?")


async def test_a_changed_request_makes_no_second_ticket(anna: Person, carla: Person) -> None:
    await anna.says("/anfrage Hüner?", message="m1")
    anna.hears("FZ-2026-0001")
    carla.hears("Hüner?")
    await anna.says("/anfrage Hühner?", message="m1", edited=True)
    anna.hears("Ich habe Ihre Änderung an FZ-2026-0001 weitergegeben.")
    carla.hears("FZ-2026-0001", "vorher: Hüner?\njetzt: Hühner?")
    carla.hears_nothing()


async def test_a_sticker_is_not_added_and_that_is_said(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await opens_ticket(anna, carla)
    await theatre.deliver({"chat": "anna", "sender": "anna", "sticker": {}})
    anna.hears("Das kann ich leider nicht lesen")
    carla.hears_nothing()
