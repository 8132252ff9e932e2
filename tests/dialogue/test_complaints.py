"""Who contradicts the answer just given is led to a human, and not answered for sure again."""

import pytest

from tests.dialogue.scenes import gets_answer, joins, opens_ticket, passes
from tests.stage import Person, Theatre

TYPED = ["falscher bescheid", "Stimmt nicht!", "das ist doch falsch", "veraltet", "stimt nicht"]


@pytest.mark.parametrize("typed", TYPED)
async def test_after_an_answer_a_human_is_offered(anna: Person, carla: Person, typed: str) -> None:
    await anna.says("Wie viel?")
    anna.hears("18.000 Euro")
    await anna.says(typed)
    anna.hears("Danke für die Rückmeldung", "An die Beratung senden")
    carla.hears_nothing()
    await anna.says("ja")
    anna.hears("FZ-2026-0001", "Wie viel?")
    carla.hears("nicht geholfen", "Wie viel?")


async def test_after_a_chosen_suggestion_too(anna: Person) -> None:
    await anna.says("Ich brauche Geld")
    await anna.presses("Auszahlung")
    anna.hears("Meinen Sie eines davon?")
    anna.hears("In zwei Raten.")
    await anna.says("Das stimmt so nicht.")
    anna.hears("Danke für die Rückmeldung", "An die Beratung senden")


async def test_after_suggestions_it_means_none_of_them(anna: Person) -> None:
    await anna.says("Ich brauche Geld")
    anna.hears("Meinen Sie eines davon?")
    await anna.says("passt nicht")
    anna.hears("keine geprüfte Antwort", "An die Beratung senden")


@pytest.mark.parametrize("typed", TYPED)
async def test_without_an_answer_before_there_is_none(
    anna: Person, carla: Person, theatre: Theatre, typed: str
) -> None:
    await anna.says(typed)
    anna.hears("keine geprüfte Antwort", "An die Beratung senden")
    await anna.says("Wie viel?")
    anna.hears("18.000 Euro")
    passes(theatre, hours=2)
    await anna.says(typed)
    anna.hears("keine geprüfte Antwort")
    carla.hears_nothing()


async def test_after_an_advisors_answer_it_is_meant_for_the_advisor(
    anna: Person, carla: Person
) -> None:
    await joins(carla)
    await opens_ticket(anna, carla)
    await gets_answer(anna, carla, 1, "Bis März.")
    await anna.says("Das stimmt nicht")
    anna.hears("Gehört das zu Ihrer Anfrage FZ-2026-0001?")


async def test_while_a_ticket_waits_it_may_mean_that_one(anna: Person, carla: Person) -> None:
    await opens_ticket(anna, carla)
    await anna.presses("Fertig")
    anna.hears("Gut.")
    await anna.says("das ist falsch")
    anna.hears("Gehört das zu Ihrer Anfrage FZ-2026-0001?")
    carla.hears_nothing()
