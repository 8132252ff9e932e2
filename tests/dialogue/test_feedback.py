"""Whether an answer helped."""

from sqlalchemy import select

from faq.question import AskedQuestion
from tests.stage import Person, Theatre


async def verdicts(theatre: Theatre) -> list[tuple[bool | None, str | None]]:
    async with theatre.database.read() as session:
        asked = await session.scalars(select(AskedQuestion).order_by(AskedQuestion.id))
        return [(question.helped, question.chosen) for question in asked]


async def test_it_helped(anna: Person, carla: Person, theatre: Theatre) -> None:
    await anna.says("Wie viel?")
    anna.hears("18.000 Euro")
    await anna.presses("Hat geholfen")
    assert anna.hears("Das freut mich").buttons == ()
    carla.hears_nothing()
    assert await verdicts(theatre) == [(True, None)]


async def test_it_did_not_help_and_a_human_takes_over(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await anna.says("Wie viel?")
    anna.hears("18.000 Euro")
    await anna.presses("Hat nicht geholfen")
    anna.hears("Danke für die Rückmeldung", "An die Beratung senden")
    carla.hears_nothing()  # nothing goes out before the person says so
    await anna.presses("An die Beratung senden")
    anna.hears("FZ-2026-0001", "Wie viel?")
    carla.hears("nicht geholfen", "Wie viel?", "Der Bot hatte gezeigt: Höhe der Förderung")
    assert await verdicts(theatre) == [(False, None)]


async def test_only_what_was_really_shown_stands_on_the_card(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await anna.says("Ich brauche Geld")
    await anna.presses("Auszahlung")
    await anna.presses("An die Beratung")
    card = carla.hears("Nachfrage", "Ich brauche Geld", "Der Bot hatte gezeigt: Auszahlung")
    assert "Höhe der Förderung" not in card.text
    assert await verdicts(theatre) == [(None, "foerderung.auszahlung")]


async def test_a_mind_can_be_changed(anna: Person, theatre: Theatre) -> None:
    await anna.says("Wie viel?")
    answer = anna.hears("18.000 Euro")
    await anna.presses("Hat geholfen", on=answer)
    await anna.presses("Hat nicht geholfen", on=answer)
    assert await verdicts(theatre) == [(False, None)]


async def test_after_a_helpful_answer_a_request_asks_what_it_is_about(
    anna: Person, carla: Person
) -> None:
    await anna.says("Wie viel?")
    await anna.presses("Hat geholfen")
    await anna.says("/anfrage")
    anna.hears("18.000 Euro")
    anna.hears("Das freut mich")
    anna.hears("Was möchten Sie die Beratung fragen?")
    carla.hears_nothing()
