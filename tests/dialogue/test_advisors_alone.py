"""The advisors may be one person in a private chat (or a terminal) instead of a group."""

from dataclasses import replace

import pytest

from handlers.desk import House
from handlers.messages import Address
from people.person import Role
from tests.dialogue.scenes import HENS, give_role, opens_ticket
from tests.stage import Person, Theatre


@pytest.fixture
def house(house: House) -> House:
    return replace(house, advisors=Address("stage", "dora"))


async def test_one_person_is_the_whole_advice(
    anna: Person, dora: Person, theatre: Theatre
) -> None:
    await give_role(theatre, "stage:dora", Role.ADVISOR)
    card = await opens_ticket(anna, dora)
    await dora.replies(card, "Ja, drei.")
    anna.hears("Ja, drei.")
    dora.hears("unterwegs")


async def test_a_text_that_answers_nothing_is_no_question_of_the_advisors(
    anna: Person, dora: Person, theatre: Theatre
) -> None:
    await give_role(theatre, "stage:dora", Role.ADVISOR)
    await dora.says("Wie viel?")
    dora.hears("gehört zu keiner Anfrage und wurde niemandem gesendet")
    await dora.says("/antwrot 1 Ja")
    dora.hears("kenne ich nicht")
    anna.hears_nothing()


async def test_the_chat_alone_gives_no_rights(anna: Person, dora: Person) -> None:
    card = await opens_ticket(anna, dora)
    await dora.replies(card, "Ja, drei.")
    dora.hears("nur Personen mit der Rolle „beratung“")
    await dora.says(f"/antwort 1 {HENS}")
    dora.hears("nur Personen mit der Rolle „beratung“")
    anna.hears_nothing()
