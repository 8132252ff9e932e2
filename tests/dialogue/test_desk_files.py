"""Pictures, voice and albums go both ways, and nothing goes before somebody sends it."""

import pytest

from handlers.messages import FileKind
from tests.dialogue.scenes import burst, card_of, joins, names, opens_ticket, skips, with_files
from tests.stage import Person, Theatre

MB = 1024 * 1024


@pytest.mark.parametrize("kind", list(FileKind))
async def test_a_file_of_the_person_goes_into_the_ticket(
    anna: Person, carla: Person, theatre: Theatre, kind: FileKind
) -> None:
    await joins(carla)
    await opens_ticket(anna, carla)
    await anna.shows(kind, "hof.jpg", "So sieht es aus.")
    anna.hears("dazugelegt")
    shown = carla.hears("FZ-2026-0001", "die Person schreibt", "So sieht es aus.")
    assert [(f.kind, f.ref) for f in shown.files] == [(kind, "ref-hof.jpg")]
    assert "[mit Anhang: 1]" in card_of(theatre).text
    await carla.says("/ticket 1")
    carla.hears("So sieht es aus.", f"[{kind}: hof.jpg]")
    assert names(carla.hears("")) == ["ref-hof.jpg"]


@pytest.mark.parametrize("kind", list(FileKind))
async def test_a_file_of_the_advisor_goes_to_the_person(
    anna: Person, carla: Person, theatre: Theatre, kind: FileKind
) -> None:
    await joins(carla)
    await opens_ticket(anna, carla)
    await carla.shows(kind, "plan.pdf", "Hier der Plan.", reply_to=card_of(theatre).id)
    answer = anna.hears("Antwort der Beratung zu FZ-2026-0001", "Hier der Plan.", "Hat geholfen")
    assert [(f.kind, f.ref) for f in answer.files] == [(kind, "ref-plan.pdf")]
    carla.hears("unterwegs")


async def test_by_the_button_one_file_is_the_answer_and_talk_is_not(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await joins(carla)
    await opens_ticket(anna, carla)
    await carla.presses("Antworten", on=card_of(theatre))
    await burst(carla, "a1")
    assert [names(h) for h in with_files(theatre, "anna")] == [["ref-1", "ref-2", "ref-3"]]
    skips(anna)
    await carla.says("So, Mittag!")
    await carla.shows("Bild", "mittag.jpg")
    anna.hears_nothing()


async def test_an_album_arrives_as_one_both_ways(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await joins(carla)
    await opens_ticket(anna, carla)
    card = card_of(theatre)
    await burst(anna, "b1")
    assert [names(h) for h in with_files(theatre, "-100")] == [["ref-1", "ref-2", "ref-3"]]
    await burst(carla, "b2", reply_to=card.id)
    assert [names(h) for h in with_files(theatre, "anna")] == [["ref-1", "ref-2", "ref-3"]]
    assert with_files(theatre, "anna")[0].text.count("Antwort der Beratung") == 1
