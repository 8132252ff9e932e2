"""After an answer: does what the person writes belong to it?"""

import pytest

from tests.dialogue.scenes import gets_answer, passes
from tests.stage import Person, Theatre

pytestmark = pytest.mark.usefixtures("_ticket")


async def test_a_message_after_an_answer_may_belong_to_it(anna: Person, carla: Person) -> None:
    await gets_answer(anna, carla, 1, "Drei dürfen es sein.")
    await anna.says("Drei, und ein Hahn")
    anna.hears(
        "Gehört das zu Ihrer Anfrage FZ-2026-0001?", "Ja, an die Beratung", "Nein, neue Frage"
    )
    carla.hears_nothing()
    await anna.presses("Ja, an die Beratung")
    anna.hears("Ich habe es zu FZ-2026-0001 dazugelegt", "Fertig")
    carla.hears("die Person schreibt", "Drei, und ein Hahn")
    await anna.says("Der Hahn kräht.")  # whoever says yes once need not say it again
    anna.hears("dazugelegt")
    carla.hears("Der Hahn kräht.")


async def test_a_message_after_an_answer_may_be_a_new_question(
    anna: Person, carla: Person
) -> None:
    await gets_answer(anna, carla, 1, "Ja.")
    await anna.says("Wie viel gibt es?")
    anna.hears("Gehört das zu Ihrer Anfrage FZ-2026-0001?")
    await anna.presses("Nein, neue Frage")
    anna.hears("18.000 Euro")
    await anna.says("Bis wann?")
    anna.hears("31. Oktober 2027")
    carla.hears_nothing()


async def test_yes_and_no_count_once(anna: Person, carla: Person) -> None:
    await gets_answer(anna, carla, 1, "Drei dürfen es sein.")
    await anna.says("Drei, und ein Hahn")
    asked = anna.hears("Gehört das zu Ihrer Anfrage")
    await anna.presses("Ja, an die Beratung", on=asked)
    anna.hears("dazugelegt")
    carla.hears("Drei, und ein Hahn")
    await anna.presses("Ja, an die Beratung", on=asked)
    anna.hears("liegt schon bei der Beratung")
    await anna.presses("Nein, neue Frage", on=asked)
    anna.hears("Dieser Knopf gilt nicht mehr")
    carla.hears_nothing()


async def test_a_pending_message_that_became_a_ticket_is_not_added_too(
    anna: Person, carla: Person
) -> None:
    await gets_answer(anna, carla, 1, "Ja.")
    await anna.says("Und Ziegen?")
    asked = anna.hears("Gehört das zu Ihrer Anfrage")
    await anna.says("/anfrage")
    anna.hears("FZ-2026-0002", "Und Ziegen?")
    carla.hears("FZ-2026-0002", "Und Ziegen?")
    await anna.presses("Ja, an die Beratung", on=asked)
    anna.hears("FZ-2026-0001 hat die Beratung schon geantwortet")
    carla.hears_nothing()


async def test_an_added_message_is_not_sent_again_by_a_request(
    anna: Person, carla: Person
) -> None:
    await gets_answer(anna, carla, 1, "Drei dürfen es sein.")
    await anna.says("Drei")
    await anna.presses("Ja, an die Beratung")
    carla.hears("Drei")
    await anna.says("/anfrage")
    carla.hears_nothing()


async def test_thanks_after_an_answer_stay_here_unless_told_otherwise(
    anna: Person, carla: Person
) -> None:
    await gets_answer(anna, carla, 1, "Ja.")
    await anna.says("Danke")
    word = anna.hears("Gern!", "An die Beratung weitergeben")
    carla.hears_nothing()
    await anna.presses("An die Beratung weitergeben", on=word)
    anna.hears("dazugelegt")
    carla.hears("die Person schreibt", "Danke")


async def test_three_days_later_a_message_is_a_question_again(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await gets_answer(anna, carla, 1, "Ja.")
    passes(theatre, days=3)
    await anna.says("Wie viel?")
    anna.hears("18.000 Euro")


async def test_writing_back_by_button_takes_every_word(anna: Person, carla: Person) -> None:
    await gets_answer(anna, carla, 1, "Haben Sie einen Hahn?")
    await anna.presses("Darauf antworten")
    anna.hears("Schreiben Sie jetzt, was zu FZ-2026-0001 dazukommen soll.")
    await anna.says("Nein danke")
    anna.hears("dazugelegt")
    carla.hears("Nein danke")
    await anna.says("danke")  # which is said to the bot, whose words were the last
    anna.hears("Gern!")
    carla.hears_nothing()
    await anna.presses("Fertig")
    anna.hears("Gut.")


async def test_writing_back_by_reply_much_later(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    answer = await gets_answer(anna, carla, 1, "Ja.")
    passes(theatre, days=30)
    await anna.replies(answer, "Der Hahn ist da.")
    anna.hears("dazugelegt")
    carla.hears("FZ-2026-0001", "Der Hahn ist da.")


async def test_an_answer_does_not_tear_somebody_from_another_request(
    anna: Person, carla: Person
) -> None:
    await anna.says("/anfrage")
    anna.hears("etwas anderes fragen")
    await gets_answer(anna, carla, 1, "Ja.")
    await anna.says("Und Ziegen?")
    anna.hears("FZ-2026-0002 liegt jetzt bei der Beratung")
    carla.hears("FZ-2026-0002", "Und Ziegen?")
