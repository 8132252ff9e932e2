"""What an advisor may believe sent is taken, or gets a sign or a refusal; never nothing."""

from datetime import timedelta

import pytest

from bot.channels import Outgoing, Refused
from handlers.messages import FileKind
from people.person import Role
from tests.conftest import GROUP
from tests.dialogue.scenes import (
    card_of,
    gets_answer,
    give_role,
    second_advisor,
    skips,
    thread_of,
)
from tests.stage import Person, Stage, Theatre

pytestmark = pytest.mark.usefixtures("_ticket")

LONG = "Huhn " * 2000


class Picky(Stage):
    """Refuses messages that hold certain words."""

    def __init__(self) -> None:
        super().__init__()
        self.refused: list[str] = []

    async def send(self, outgoing: Outgoing) -> tuple[str, ...]:
        if any(words in outgoing.text for words in self.refused):
            raise Refused
        return await super().send(outgoing)


@pytest.fixture
async def theatre(theatre: Theatre) -> Theatre:
    return Theatre(theatre.database, theatre.house, theatre.clock, Picky())


@pytest.fixture
async def topic(anna: Person, carla: Person, theatre: Theatre, _ticket: None) -> str:
    """Give the topic of a ticket."""
    theatre.stage.topics = {}
    await anna.says("Noch etwas.")
    skips(anna, carla)
    return "t1"


# --- in the topic of a ticket ---


async def test_who_writes_anonymously_is_told_so(
    anna: Person, carla: Person, theatre: Theatre, topic: str
) -> None:
    nobody = Person(theatre, GROUP, None, topic=topic)
    for act in (nobody.says("Ja, drei."), nobody.says("// Hm"), nobody.shows("Bild", "x.jpg")):
        skips(nobody)
        await act
        nobody.hears("unter Ihrem eigenen Namen, nicht anonym", "Es wurde nichts gesendet.")
    anna.hears_nothing()
    skips(nobody)
    await nobody.says("Kaffee?", topic="t99")  # where no ticket is talked about
    await nobody.says("Kaffee?", topic=None)
    nobody.hears_nothing()
    skips(carla)


async def test_what_nobody_can_pass_on_is_refused(
    anna: Person, carla: Person, theatre: Theatre, topic: str
) -> None:
    await theatre.deliver({"chat": GROUP, "sender": "carla", "topic": topic})
    carla.hears("Das kann ich nicht weitergeben")
    await theatre.deliver({"chat": GROUP, "sender": "carla", "topic": "t99"})
    carla.hears_nothing()
    anna.hears_nothing()


async def test_what_is_said_to_a_colleague_there_is_a_note_with_a_sign(
    anna: Person, carla: Person, theatre: Theatre, topic: str
) -> None:
    theatre.stage.reacts = True
    await carla.says("Stimmt das?", topic=topic, to_colleague=True, message="m1")
    await carla.shows("Bild", "x.jpg", topic=topic, to_colleague=True, message="m2")
    assert [(m, str(s)) for _, m, s in theatre.stage.signs] == [
        ("m1", "received"),
        ("m2", "received"),
    ]
    anna.hears_nothing()
    carla.hears_nothing()
    await carla.says("/ticket 1")
    carla.hears("Notiz (Carla)\nStimmt das?", "[Bild: x.jpg]")


async def test_a_reply_to_ones_own_words_goes_on_with_them(
    anna: Person, carla: Person, theatre: Theatre, topic: str
) -> None:
    await carla.says("Ja, drei.", topic=topic, message="m1")
    anna.hears("Ja, drei.")
    await carla.says("Und zwei Enten.", topic=topic, own="m1")
    anna.hears("Und zwei Enten.")
    theatre.stage.topics = None
    await carla.says("Und ein Hahn.", own="m1")  # where the group has none
    anna.hears("Und ein Hahn.")
    theatre.clock.moves(timedelta(hours=1))
    skips(carla)
    await carla.says("Mahlzeit!", own="m99")  # what went into no ticket
    carla.hears_nothing()


@pytest.mark.parametrize("role", [Role.PERSON, Role.EDITOR])
async def test_who_may_not_answer_is_refused(
    role: Role, anna: Person, theatre: Theatre, topic: str
) -> None:
    await give_role(theatre, "stage:otto", role)
    otto = Person(theatre, GROUP, "otto", topic=topic)
    skips(otto)
    for act in (otto.says("Ja!"), otto.says("Oder?", to_colleague=True)):
        theatre.clock.moves(timedelta(minutes=1))
        await act
        otto.hears("nur Personen mit der Rolle „beratung“")
    anna.hears_nothing()


# --- from somebody who has just answered ---

WAYS = ["reply", "command", "button"]


async def answers(carla: Person, way: str) -> None:
    """Let Carla answer ticket 1 in one of the ways."""
    card = card_of(carla.theatre)
    if way == "button":
        await carla.presses("Antworten", on=card)
    more = {"reply_to": card.id} if way == "reply" else {}
    await carla.says(f"{'/antwort 1 ' if way == 'command' else ''}Ja, drei.", **more)
    skips(carla)


@pytest.mark.parametrize("way", WAYS)
async def test_the_next_words_are_asked_about(way: str, anna: Person, carla: Person) -> None:
    await answers(carla, way)
    anna.hears("Ja, drei.")
    await carla.says("Und zwei Enten.")
    carla.hears("Entwurf für FZ-2026-0001", "gehört das noch dazu?", "Und zwei Enten.")
    await carla.shows(FileKind.PHOTO, "hof.jpg", "Der Hof")
    carla.hears("Entwurf für FZ-2026-0001", "[Bild: hof.jpg]\nDer Hof")
    anna.hears_nothing()
    await carla.presses("An die Person senden")
    anna.hears("Antwort der Beratung", "Der Hof")


async def test_a_sticker_then_is_refused(anna: Person, carla: Person, theatre: Theatre) -> None:
    await answers(carla, "reply")
    skips(anna)
    await theatre.deliver({"chat": GROUP, "sender": "carla"})
    carla.hears("Das kann ich nicht weitergeben")
    theatre.clock.moves(timedelta(hours=1))
    await theatre.deliver({"chat": GROUP, "sender": "carla"})
    carla.hears_nothing()
    await carla.presses("Antworten", on=card_of(theatre))
    skips(carla)
    await theatre.deliver({"chat": GROUP, "sender": "carla"})
    carla.hears("Das kann ich nicht weitergeben")
    anna.hears_nothing()


async def test_later_and_from_others_it_is_talk_again(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    emil = await second_advisor(theatre)
    await answers(carla, "reply")
    skips(anna, emil)
    await emil.says("Mittag?")
    await carla.says("Gleich.", to_colleague=True)
    theatre.clock.moves(timedelta(minutes=10))
    await carla.says("Jetzt!")
    emil.hears_nothing()
    anna.hears_nothing()


# --- trouble ends when all of it has arrived ---


async def test_one_part_refused_and_the_last_delivered_is_no_delivery(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    stage = theatre.stage
    assert isinstance(stage, Picky)
    stage.reacts, stage.refused = True, ["Antwort der Beratung"]  # stands over the first part
    await carla.says(LONG, reply_to=card_of(theatre).id, message="m1")
    assert thread_of(theatre, "anna")[-1].startswith("Huhn")  # the last part
    assert ("-100", "m1", "delivered") not in stage.signs
    card = card_of(theatre)
    assert "Nicht angekommen: Der Messenger hat die Nachricht abgelehnt." in card.text
    await carla.presses("Noch einmal senden", on=card)
    assert "Nicht angekommen" in card_of(theatre).text  # the same again
    stage.refused = []
    await carla.presses("Noch einmal senden", on=card)
    assert "Nicht angekommen" not in card_of(theatre).text
    assert ("-100", "m1", "delivered") in stage.signs
    skips(anna)


async def test_a_middle_or_last_part_refused_is_trouble_too(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    stage = theatre.stage
    assert isinstance(stage, Picky)
    stage.reacts = True
    for number, hidden in enumerate(("Mitte", "Ende"), 1):
        stage.refused = [hidden]
        text = "Huhn " * 900 + "Mitte " + "Huhn " * 900 + "Ende"
        await carla.says(text, reply_to=card_of(theatre).id, message=f"m{number}")
        assert "Nicht angekommen" in card_of(theatre).text
    assert not [m for _, m, s in stage.signs if s == "delivered"]
    stage.refused = []
    await carla.presses("Noch einmal senden", on=card_of(theatre))
    assert "Nicht angekommen" not in card_of(theatre).text
    skips(anna)


async def test_a_correction_that_arrives_ends_the_trouble(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    stage = theatre.stage
    assert isinstance(stage, Picky)
    stage.refused = ["Drey"]
    await carla.says("Drey.", reply_to=card_of(theatre).id, message="m1")
    assert "Nicht angekommen" in card_of(theatre).text
    await carla.says("Drei.", reply_to=card_of(theatre).id, message="m1", edited=True)
    anna.hears("Berichtigte Antwort der Beratung", "Drei.")
    assert "Nicht angekommen" not in card_of(theatre).text


async def test_what_the_person_wrote_and_nobody_saw_is_told_and_shown_again(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    stage = theatre.stage
    assert isinstance(stage, Picky)
    stage.refused = ["Drei Stück"]
    skips(carla)
    await anna.says("Drei Stück.", message="m1")
    carla.hears("Etwas von der Person konnte hier nicht gezeigt werden")
    card = card_of(theatre)
    assert "Noch einmal senden" in card.labels
    stage.refused = []
    skips(anna, carla)
    await carla.presses("Noch einmal senden", on=card)
    assert "die Person schreibt:\n\nDrei Stück." in " ".join(thread_of(theatre, "-100"))
    anna.hears_nothing()
    assert "Noch einmal senden" not in card_of(theatre).labels


async def test_a_long_answer_of_the_fastest_is_followed_by_no_question(
    anna: Person, carla: Person
) -> None:
    await gets_answer(anna, carla, 1, "Ja, drei.")
    await gets_answer(anna, carla, 1, "Und zwei Enten.")  # by number nothing is in doubt
    anna.hears_nothing()
