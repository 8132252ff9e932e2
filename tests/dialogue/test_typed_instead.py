"""Who types what stands on a button means the button."""

import pytest

from tests.dialogue.scenes import HENS, gets_answer, joins, opens_ticket, passes
from tests.stage import Person, Theatre


@pytest.mark.parametrize(
    "typed", ["An die Beratung senden", "an die beratung!", "Ja", "ja, bitte"]
)
async def test_a_human_after_nothing_found(anna: Person, carla: Person, typed: str) -> None:
    await anna.says(HENS)
    anna.hears("keine geprüfte Antwort")
    await anna.says(typed)
    anna.hears("FZ-2026-0001", HENS)
    carla.hears(HENS)


async def test_a_human_after_an_answer_that_did_not_help(anna: Person, carla: Person) -> None:
    await anna.says("Wie viel?")
    anna.hears("18.000 Euro")
    await anna.says("hat nicht geholfen")
    anna.hears("Danke für die Rückmeldung", "An die Beratung senden")
    await anna.says("Ja gerne")
    anna.hears("FZ-2026-0001", "Wie viel?")
    carla.hears("nicht geholfen", "Wie viel?")


async def test_that_it_helped(anna: Person) -> None:
    await anna.says("Wie viel?")
    anna.hears("18.000 Euro")
    await anna.says("Hat geholfen.")
    anna.hears("Das freut mich")


async def test_none_of_the_suggestions(anna: Person) -> None:
    await anna.says("Ich brauche Geld")
    anna.hears("Meinen Sie eines davon?")
    await anna.says("nichts davon")
    anna.hears("keine geprüfte Antwort", "An die Beratung senden")


@pytest.mark.parametrize("typed", ["Ja", "ja, an die Beratung"])
async def test_that_it_belongs_to_the_ticket(anna: Person, carla: Person, typed: str) -> None:
    await joins(carla)
    await opens_ticket(anna, carla)
    await gets_answer(anna, carla, 1, "Drei dürfen es sein.")
    await anna.says("Drei Stück")
    anna.hears("Gehört das zu Ihrer Anfrage FZ-2026-0001?")
    await anna.says(typed)
    anna.hears("dazugelegt")
    carla.hears("Drei Stück")
    carla.hears_nothing()


async def test_that_it_is_a_new_question(anna: Person, carla: Person) -> None:
    await joins(carla)
    await opens_ticket(anna, carla)
    await gets_answer(anna, carla, 1, "Ja.")
    await anna.says("Wie viel?")
    anna.hears("Gehört das zu Ihrer Anfrage FZ-2026-0001?")
    await anna.says("Nein")
    anna.hears("18.000 Euro")
    carla.hears_nothing()


async def test_yes_to_an_advisors_question_is_not_taken_for_something_else(
    anna: Person, carla: Person
) -> None:
    await joins(carla)
    await opens_ticket(anna, carla)
    await gets_answer(anna, carla, 1, "Haben Sie einen Hahn?")
    await anna.says("Ja")
    anna.hears("Ich habe es zu FZ-2026-0001 dazugelegt.")
    carla.hears("die Person schreibt:\n\nJa")


async def test_a_human_without_a_question_is_asked_for_one(anna: Person, carla: Person) -> None:
    await anna.says("An die Beratung")
    anna.hears("Was möchten Sie die Beratung fragen?")
    await anna.says(HENS)
    anna.hears("FZ-2026-0001")
    carla.hears(HENS)


@pytest.mark.parametrize("typed", ["Ja", "Nichts davon", "Hat geholfen"])
async def test_without_a_question_before_they_are_words(
    anna: Person, carla: Person, theatre: Theatre, typed: str
) -> None:
    await anna.says(typed)
    anna.hears("keine geprüfte Antwort")
    passes(theatre, hours=2)
    await anna.says(typed)
    anna.hears("keine geprüfte Antwort")
    carla.hears_nothing()


@pytest.mark.parametrize("typed", ["Ja", "und dann?", "ok"])
async def test_a_mere_yes_to_several_suggestions_is_asked_which(anna: Person, typed: str) -> None:
    await anna.says("Ich brauche Geld")
    anna.hears("Meinen Sie eines davon?")
    await anna.says(typed)
    again = anna.hears("Welches davon?", "Höhe der Förderung", "Auszahlung", "Nichts davon")
    await anna.presses("Auszahlung", on=again)
    anna.hears("In zwei Raten.")


@pytest.mark.parametrize("typed", ["nein", "Nein danke", "nee"])
async def test_a_no_to_suggestions_and_then_to_a_human(
    anna: Person, carla: Person, typed: str
) -> None:
    await anna.says("Ich brauche Geld")
    anna.hears("Meinen Sie eines davon?")
    await anna.says(typed)
    anna.hears("keine geprüfte Antwort", "An die Beratung senden")
    await anna.says(typed)
    anna.hears("Stellen Sie einfach Ihre Frage.")
    carla.hears_nothing()


@pytest.mark.parametrize("typed", ["🙃", "❤️❤️", "...", "??"])
async def test_signs_alone_are_no_question_for_the_advisors(anna: Person, typed: str) -> None:
    await anna.says(typed)
    heard = anna.hears("Bitte beschreiben Sie es in Worten")
    assert not heard.buttons


@pytest.mark.parametrize(
    "typed", ["FZ-2026-0001", "fz-2026-0001?", "Anfrage FZ-2026-0007", "#1", "Ticket 1?", "#77"]
)
async def test_a_number_alone_shows_one_s_own_tickets_and_nobody_else_s(
    anna: Person, bert: Person, carla: Person, typed: str
) -> None:
    await opens_ticket(anna, carla)
    await anna.presses("Fertig")
    anna.hears("Gut.")
    await anna.says(typed)
    anna.hears("Ihre Anfragen", "FZ-2026-0001 (wartet auf die Beratung)")
    await bert.says(typed)
    bert.hears("Sie haben noch keine Anfrage")
