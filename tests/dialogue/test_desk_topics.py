"""A group with topics: one a ticket, named without the person's words, never lost."""

import pytest

from tests.dialogue.scenes import card_of, joins, opens_ticket, passes, skips
from tests.stage import Person, Theatre
from tickets.life import State


@pytest.fixture(autouse=True)
async def _in_topics(theatre: Theatre, anna: Person, carla: Person) -> None:
    theatre.stage.topics = {}
    await joins(carla)
    await opens_ticket(anna, carla)


async def test_each_ticket_has_a_topic_of_its_own(
    bert: Person, carla: Person, theatre: Theatre
) -> None:
    await opens_ticket(bert, carla, "Wohin mit dem Mist?")
    assert theatre.stage.topics is not None
    assert [t.title for t in theatre.stage.topics.values()] == ["FZ-2026-0001", "FZ-2026-0002"]
    assert [card_of(theatre, n).topic for n in (1, 2)] == ["t1", "t2"]


async def test_a_title_is_made_of_our_words_alone(
    bert: Person, carla: Person, theatre: Theatre
) -> None:
    await bert.says("Wie viel bekommt Frau Kowalski?")
    await bert.presses("An die Beratung")
    carla.hears("Frau Kowalski")
    assert theatre.stage.topics is not None
    assert theatre.stage.topics["t2"].title == "FZ-2026-0002 Höhe der Förderung"


async def test_the_icon_follows_the_state(anna: Person, carla: Person, theatre: Theatre) -> None:
    assert theatre.stage.topics is not None
    states = []
    for press in ("take:1", "snooze_for:1.1", "take:1", "close_as:1.0", "reopen:1"):
        await carla.sends_press(press)
        states.append(theatre.stage.topics["t1"].state)
    await gets_answer_in_topic(anna, carla, "Wie viele denn?")
    states.append(theatre.stage.topics["t1"].state)
    await gets_answer_in_topic(anna, carla, "Ja.")
    states.append(theatre.stage.topics["t1"].state)
    assert states == [
        State.TAKEN, State.SNOOZED, State.TAKEN, State.CLOSED, State.TAKEN, State.WAITING,
        State.ANSWERED,
    ]  # fmt: skip


async def gets_answer_in_topic(anna: Person, carla: Person, text: str) -> None:
    skips(anna)
    await carla.says(text, topic="t1")
    anna.hears("der Beratung zu FZ-2026-0001", text)


async def test_writing_in_the_topic_answers_and_the_thread_stays_there(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await gets_answer_in_topic(anna, carla, "Ja, drei.")
    assert carla.hears("unterwegs").topic == "t1"
    await anna.presses("Darauf antworten")
    await anna.says("Und ein Hahn?")
    assert carla.hears("die Person schreibt", "Und ein Hahn?").topic == "t1"
    cards = [h for _, h in theatre.stage.sent if "Warum hier:" in h.text]
    assert len(cards) == 1  # changed in place, however much happens


async def test_colleagues_talking_to_each_other_are_not_sent(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await carla.says("Meinst du, das stimmt?", topic="t1", to_colleague=True)
    await carla.presses("Antworten", on=card_of(theatre))
    carla.hears("Schreiben Sie jetzt")
    await carla.says("Warte, ich antworte gleich.", topic="t1", to_colleague=True)
    carla.hears_nothing()
    anna.hears_nothing()
    await carla.says("Ja, drei.", topic="t1")
    anna.hears("Ja, drei.")


async def test_what_is_said_outside_the_topics_is_nobodys_business(
    anna: Person, carla: Person
) -> None:
    for topic in (None, "t99"):
        await carla.says("Wer macht Mittag?", topic=topic)
    carla.hears_nothing()
    anna.hears_nothing()


async def test_who_has_no_role_answers_nobody_in_a_topic(anna: Person, theatre: Theatre) -> None:
    stranger = Person(theatre, "-100", "otto", topic="t1")
    skips(stranger)
    await stranger.says("Ich weiß das!")
    stranger.hears("Otto ist hier noch nicht als Beratung eingetragen")
    passes(theatre, seconds=1)
    await stranger.says("Und das auch!")
    stranger.hears("nur Personen mit der Rolle „beratung“")
    anna.hears_nothing()
