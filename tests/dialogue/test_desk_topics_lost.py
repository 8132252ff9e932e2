"""Topics and cards that somebody deletes come back; the group may do without them."""

import pytest

from handlers.thread.ticket_card import LONGEST
from tests.dialogue.scenes import card_of, gets_answer, joins, opens_ticket, skips
from tests.stage import Person, Theatre, Topic
from tickets.life import State


@pytest.fixture(autouse=True)
async def _in_topics(theatre: Theatre, anna: Person, carla: Person) -> None:
    theatre.stage.topics = {}
    await joins(carla)
    await opens_ticket(anna, carla)


async def test_a_deleted_topic_is_opened_again_with_everything(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    theatre.stage.topics = {"other": Topic("Kaffee", State.OPEN)}  # t1 is deleted
    await anna.says("Es sind drei.")
    anna.hears("dazugelegt")
    said = carla.hears("die Person schreibt", "Es sind drei.")
    card = carla.hears("FZ-2026-0001", "Es sind drei.", "Übernehmen")
    assert said.topic == card.topic == "t2"
    skips(anna)
    await carla.says("Drei gehen.", topic="t2")
    anna.hears("Drei gehen.")


async def test_an_answer_from_a_topic_that_is_deleted_just_then_is_sent(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    theatre.stage.topics = {"other": Topic("Kaffee", State.OPEN)}
    await carla.says("Drei gehen.", topic="t1")
    anna.hears("Drei gehen.")
    carla.hears("unterwegs")  # in the group at large
    assert carla.hears("FZ-2026-0001", "beantwortet").topic == "t2"


async def test_a_deleted_card_is_posted_anew(
    carla: Person, anna: Person, theatre: Theatre
) -> None:
    old = card_of(theatre)
    theatre.stage.deletes("-100", old.id)
    await carla.sends_press("take:1")
    new = card_of(theatre)
    assert (new.id != old.id, new.topic) == (True, "t1")
    assert "bei Carla" in new.text
    skips(anna)
    await carla.replies(new, "Ja.")
    anna.hears("Ja.")


async def test_a_long_question_stands_whole_in_the_topic(
    bert: Person, carla: Person, theatre: Theatre
) -> None:
    await bert.says("/anfrage " + "Mist " * 400)
    carla.hears("FZ-2026-0002", "…")
    whole = carla.hears("die Person schreibt")
    assert (whole.text.count("Mist"), whole.topic) == (400, "t2")
    assert len(card_of(theatre, 2).text) < LONGEST + 500


async def test_a_group_whose_topics_are_switched_off_goes_on_in_replies(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    theatre.stage.topics = None
    await anna.says("Es sind drei.")
    said = carla.hears("Es sind drei.")
    assert (said.topic, said.reply_to) == (None, card_of(theatre).id)
    skips(anna)
    await carla.replies(said, "Drei gehen.")
    anna.hears("Drei gehen.")
    await gets_answer(anna, carla, 1, "Vier auch.")
