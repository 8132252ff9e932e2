"""A hint at an acute emergency: who helps is said at once, whatever was going on."""

import pytest
from sqlalchemy import func, select

from faq.question import AskedQuestion
from people.person import Role
from tests.dialogue.scenes import gets_answer, give_role, joins, opens_ticket
from tests.stage import Person, Theatre
from tickets.ticket import TicketMessage

HELP = "Er schlägt mich!"


async def written_down(theatre: Theatre) -> tuple[int, int]:
    async with theatre.database.read() as session:
        questions = await session.scalar(select(func.count(AskedQuestion.id)))
        messages = await session.scalar(select(func.count(TicketMessage.id)))
        return questions or 0, messages or 0


async def gets_the_card_and_nothing_is_kept(
    person: Person, advisors: Person, text: str = HELP, **more: object
) -> None:
    before = await written_down(person.theatre)
    await person.says(text, **more)
    person.hears("110", "112", "Jugendamt", "Ihre Nachricht wurde nicht weitergegeben")
    person.hears_nothing()
    advisors.hears_nothing()
    assert await written_down(person.theatre) == before


async def test_out_of_the_blue(anna: Person, carla: Person) -> None:
    await gets_the_card_and_nothing_is_kept(anna, carla)


async def test_among_many_other_words(anna: Person, carla: Person) -> None:
    text = "Hallo, bis wann ist die Frist? Und mein Mann schlägt mich, was soll ich tun?"
    await gets_the_card_and_nothing_is_kept(anna, carla, text)


async def test_instead_of_a_request(anna: Person, carla: Person) -> None:
    await anna.says("/anfrage")
    anna.hears("Was möchten Sie die Beratung fragen?")
    await gets_the_card_and_nothing_is_kept(anna, carla)


@pytest.mark.parametrize("command", ["anfrage", "hilfe", "start", "abbrechen", "themen", "wirr"])
async def test_behind_a_command(anna: Person, carla: Person, command: str) -> None:
    await gets_the_card_and_nothing_is_kept(anna, carla, f"/{command} {HELP}")


async def test_while_adding_to_a_ticket(anna: Person, carla: Person) -> None:
    await opens_ticket(anna, carla)
    await gets_the_card_and_nothing_is_kept(anna, carla)
    await anna.says("Es sind drei Hühner.")  # and the ticket is still there
    anna.hears("dazugelegt")


async def test_while_answering_an_advisor(anna: Person, carla: Person) -> None:
    await joins(carla)
    await opens_ticket(anna, carla)
    await gets_answer(anna, carla, 1, "Wie viele denn?")
    await gets_the_card_and_nothing_is_kept(anna, carla)
    await anna.presses("Darauf antworten")
    anna.hears("Schreiben Sie jetzt")
    await gets_the_card_and_nothing_is_kept(anna, carla)


async def test_as_a_reply_to_an_advisor(anna: Person, carla: Person) -> None:
    await joins(carla)
    await opens_ticket(anna, carla)
    answer = await gets_answer(anna, carla, 1, "Wie viele denn?")
    await gets_the_card_and_nothing_is_kept(anna, carla, reply_to=answer.id)


async def test_as_a_change_of_an_older_message(anna: Person, carla: Person) -> None:
    await opens_ticket(anna, carla)
    await gets_the_card_and_nothing_is_kept(anna, carla, edited=True)


async def test_an_advisor_in_need_gets_the_card_too(
    carla: Person, dora: Person, theatre: Theatre
) -> None:
    await give_role(theatre, "stage:dora", Role.ADVISOR)
    await gets_the_card_and_nothing_is_kept(dora, carla)


async def test_an_advisors_answer_may_speak_of_it(anna: Person, carla: Person) -> None:
    await joins(carla)
    card = await opens_ticket(anna, carla)
    await gets_answer(anna, carla, 1, "Sagt sie „er schlägt mich“, rufen Sie 110.")
    await carla.replies(card, "Auch bei „sie schlägt mich“.")
    anna.hears("sie schlägt mich")
