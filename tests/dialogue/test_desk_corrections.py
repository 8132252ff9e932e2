"""Who changes a message changes what the other one has; a person's change shows both."""

import pytest

from people.person import Role
from tests.dialogue.scenes import card_of, give_role, skips, thread_of
from tests.stage import Heard, Person, Theatre

pytestmark = pytest.mark.usefixtures("_ticket")


async def writes(carla: Person, theatre: Theatre, text: str) -> None:
    """Let Carla reply to the card."""
    await carla.says(text, reply_to=card_of(theatre).id, message="m1")


async def changes(carla: Person, theatre: Theatre, text: str) -> None:
    """Let Carla change what she wrote."""
    await carla.says(text, reply_to=card_of(theatre).id, message="m1", edited=True)


async def answers(anna: Person, carla: Person, theatre: Theatre, text: str) -> Heard:
    """Let Carla answer by a reply to the card; return what Anna hears."""
    await writes(carla, theatre, text)
    carla.hears("unterwegs")
    return anna.hears(text)


async def test_the_persons_message_changes_in_place(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    answer = await answers(anna, carla, theatre, "Drey Hühner.")
    await changes(carla, theatre, "Drei Hühner.")
    carla.hears("Die Antwort auf FZ-2026-0001 wird bei der Person berichtigt.")
    assert answer.edited
    assert answer.text == "Berichtigte Antwort der Beratung zu FZ-2026-0001\n\nDrei Hühner."
    assert answer.labels == ("Hat geholfen", "Hat nicht geholfen", "Darauf antworten")
    anna.hears_nothing()
    await carla.says("/ticket 1")
    carla.hears("Drei Hühner.", "Antwort berichtigt, vorher: Drey Hühner.")


async def test_a_change_that_changes_nothing_is_none(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    answer = await answers(anna, carla, theatre, "Drei.")
    await changes(carla, theatre, "Drei.")
    carla.hears_nothing()
    assert not answer.edited


async def test_twice_changed_is_what_it_was_changed_to_last(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    answer = await answers(anna, carla, theatre, "Zwei.")
    for text in ("Drei.", "Vier."):
        await changes(carla, theatre, text)
    assert answer.text.endswith("\n\nVier.")
    anna.hears_nothing()


async def test_an_answer_the_person_deleted_comes_anew(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    answer = await answers(anna, carla, theatre, "Drey.")
    theatre.stage.deletes("anna", answer.id)
    anna._read -= 1
    await changes(carla, theatre, "Drei.")
    anna.hears("Berichtigte Antwort der Beratung", "Drei.")
    anna.hears_nothing()


@pytest.mark.parametrize(("before", "after"), [(2000, 3), (3, 2000), (2000, 2001)])
async def test_a_long_answer_comes_anew_and_whole(
    anna: Person, carla: Person, theatre: Theatre, before: int, after: int
) -> None:
    await writes(carla, theatre, "Huhn " * before)
    skips(anna)
    await changes(carla, theatre, "Ente " * after)
    new = [text for text in thread_of(theatre, "anna") if "Ente" in text]
    assert "Berichtigte Antwort der Beratung" in new[0]
    assert sum(text.count("Ente") for text in new) == after


async def test_a_note_stays_a_note(anna: Person, carla: Person, theatre: Theatre) -> None:
    await writes(carla, theatre, "// Nachbarin?")
    carla.hears("Notiz")
    for text in ("// Nachbarin!", "Nachbarin."):  # without the slashes too
        await changes(carla, theatre, text)
        carla.hears("Die Notiz zu FZ-2026-0001 ist geändert; sie bleibt intern.")
    await carla.says("/antwort 1 // Ja?", message="m2")
    carla.hears("Notiz")
    await carla.says("/antwort 1 Ja!", message="m2", edited=True)
    carla.hears("sie bleibt intern")
    anna.hears_nothing()
    await carla.says("/ticket 1")
    carla.hears("Notiz (Carla)\nNachbarin.", "Notiz (Carla)\nJa!")


async def test_an_answer_does_not_become_a_note(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    answer = await answers(anna, carla, theatre, "Drei.")
    await changes(carla, theatre, "// Drei?")
    carla.hears("ist schon bei der Person; sie wird nicht zur Notiz", "Es wurde nichts geändert.")
    assert answer.text.endswith("\n\nDrei.")


async def test_one_with_the_same_number_in_another_chat_is_another(
    anna: Person, carla: Person, dora: Person, theatre: Theatre
) -> None:
    await give_role(theatre, "stage:dora", Role.ADVISOR)
    await carla.says("/antwort 1 Drei.", message="m1")
    answer = anna.hears("Drei.")
    await dora.says("/antwort 1 Vier.", message="m1", edited=True)
    anna.hears("Antwort der Beratung", "Vier.")
    assert answer.text.endswith("\n\nDrei.")


async def test_who_lost_the_role_changes_nothing(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    answer = await answers(anna, carla, theatre, "Drei.")
    await give_role(theatre, "stage:carla", Role.PERSON)
    await changes(carla, theatre, "Keins!")
    anna.hears_nothing()
    assert answer.text.endswith("\n\nDrei.")
