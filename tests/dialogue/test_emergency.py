"""A hint at an emergency: who helps is said at once, and what was meant for a human arrives."""

import pytest

from faq.question import AskedQuestion
from faq.recognising.emergency import Emergency
from people.person import Role
from tests.dialogue.emergency_scenes import (
    HELP,
    MARKED,
    gets_the_card,
    hears_with,
    said_in_tickets,
)
from tests.dialogue.scenes import card_of, gets_answer, give_role, joins, opens_ticket, skips
from tests.stage import Person, Theatre


async def gets_only_the_card(
    person: Person, advisors: Person, text: str = HELP, **more: object
) -> None:
    before = await said_in_tickets(person.theatre)
    await person.says(text, **more)
    gets_the_card(person, "Ihre Nachricht wurde nicht weitergegeben")
    person.hears_nothing()
    advisors.hears_nothing()
    assert await said_in_tickets(person.theatre) == before


async def test_out_of_the_blue(anna: Person, carla: Person) -> None:
    await gets_only_the_card(anna, carla)


async def test_among_many_other_words(anna: Person, carla: Person) -> None:
    text = "Hallo, bis wann ist die Frist? Und mein Mann schlägt mich, was soll ich tun?"
    await gets_only_the_card(anna, carla, text)


@pytest.mark.parametrize("command", ["hilfe", "start", "themen"])
async def test_behind_a_command(anna: Person, command: str) -> None:
    await anna.says(f"/{command} {HELP}")
    gets_the_card(anna, "Ihre Nachricht wurde nicht weitergegeben")


async def test_behind_a_command_that_nobody_knows(anna: Person, carla: Person) -> None:
    await gets_only_the_card(anna, carla, f"/wirr {HELP}")


async def test_a_number_behind_a_button_is_no_cry(anna: Person, theatre: Theatre) -> None:
    hears_with(Emergency([], cries=["110", "112"]), theatre)
    async with theatre.database.write() as session:
        for number in (110, 112):
            await session.merge(
                AskedQuestion(
                    id=number, asker="stage:anna", text="?", decision="answer", entries=[],
                    asked_at=theatre.clock(),
                )
            )  # fmt: skip
    await anna.sends_press("helped:110")
    anna.hears("Das freut mich")
    await anna.sends_press("helped:112")
    anna.hears("Das freut mich")


# --- what was meant for a ticket arrives ----------------------------------------------------


@pytest.mark.parametrize("command", ["/anfrage", "/Anfrage"])
async def test_a_request_arrives_marked(anna: Person, carla: Person, command: str) -> None:
    await anna.says(f"{command} {HELP}")
    card = gets_the_card(anna)
    assert "nicht weitergegeben" not in card.text
    anna.hears("Ihre Anfrage FZ-2026-0001 liegt jetzt bei der Beratung")
    assert not carla.hears(HELP, MARKED).silent  # on a Sunday


async def test_a_request_that_was_asked_for_arrives(anna: Person, carla: Person) -> None:
    await anna.says("/anfrage")
    anna.hears("Was möchten Sie die Beratung fragen?")
    await anna.says(HELP)
    gets_the_card(anna)
    anna.hears("FZ-2026-0001 liegt jetzt bei der Beratung")
    carla.hears(HELP, MARKED)


async def test_an_addition_arrives_marked(anna: Person, carla: Person, theatre: Theatre) -> None:
    card = await opens_ticket(anna, carla)
    assert MARKED not in card.text
    await anna.says(HELP)
    gets_the_card(anna)
    anna.hears("dazugelegt")
    assert not carla.hears("die Person schreibt", HELP, MARKED).silent  # on a Sunday
    assert MARKED in card_of(theatre).text


async def test_the_answer_to_an_advisor_arrives_marked(anna: Person, carla: Person) -> None:
    await joins(carla)
    await opens_ticket(anna, carla)
    answer = await gets_answer(anna, carla, 1, "Wie viele denn?")
    skips(carla)
    await anna.says(HELP, reply_to=answer.id)
    gets_the_card(anna)
    carla.hears("die Person schreibt", HELP, MARKED)


async def test_after_the_button_to_answer_it_arrives_too(anna: Person, carla: Person) -> None:
    await joins(carla)
    await opens_ticket(anna, carla)
    await gets_answer(anna, carla, 1, "Wie viele denn?")
    await anna.presses("Darauf antworten")
    anna.hears("Schreiben Sie jetzt")
    skips(carla)
    await anna.says(HELP)
    gets_the_card(anna)
    carla.hears("die Person schreibt", HELP, MARKED)


async def test_what_is_held_can_still_be_sent(anna: Person, carla: Person) -> None:
    await joins(carla)
    await opens_ticket(anna, carla)
    await gets_answer(anna, carla, 1, "Das kommt darauf an.")
    skips(carla)
    await anna.says(HELP)
    gets_the_card(anna)
    anna.hears("Gehört das zu Ihrer Anfrage FZ-2026-0001?")
    await anna.presses("Ja, an die Beratung")
    carla.hears("die Person schreibt", HELP, MARKED)


async def test_a_changed_message_is_passed_on_marked(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await opens_ticket(anna, carla)
    await anna.says("Es sind drei.", message="m7")
    skips(anna, carla)
    await anna.says(HELP, message="m7", edited=True)
    gets_the_card(anna)
    carla.hears("die Person hat geändert", HELP, MARKED)
    assert MARKED in card_of(theatre).text


async def test_a_file_is_kept_for_the_press(anna: Person, carla: Person) -> None:
    await anna.shows("Bild", "arm.jpg", HELP)
    gets_the_card(anna, "Ihre Nachricht wurde nicht weitergegeben")
    anna.hears("kann ich nicht selbst lesen")
    await anna.presses("An die Beratung senden")
    carla.hears(HELP, MARKED, "mit Anhang: 1")


async def test_a_file_in_a_ticket_arrives(anna: Person, carla: Person) -> None:
    await opens_ticket(anna, carla)
    await anna.shows("Bild", "arm.jpg", HELP)
    gets_the_card(anna)
    assert carla.hears(HELP, MARKED).files


# --- who works here -------------------------------------------------------------------------


async def test_an_advisor_in_need_gets_the_card_too(
    carla: Person, dora: Person, theatre: Theatre
) -> None:
    await give_role(theatre, "stage:dora", Role.ADVISOR)
    await gets_only_the_card(dora, carla)


async def test_an_advisors_answer_may_speak_of_it(anna: Person, carla: Person) -> None:
    await joins(carla)
    card = await opens_ticket(anna, carla)
    await gets_answer(anna, carla, 1, "Sagt sie „er schlägt mich“, rufen Sie 110.")
    await carla.replies(card, "Auch bei „sie schlägt mich“.")
    anna.hears("sie schlägt mich")
