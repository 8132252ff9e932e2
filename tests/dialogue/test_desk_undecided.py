"""Advisors among themselves: what may be meant for a colleague goes to nobody before a press."""

from datetime import timedelta

import pytest

from handlers.messages import FileKind
from people.person import Role
from tests.dialogue.scenes import (
    card_of,
    gets_answer,
    give_role,
    opens_ticket,
    second_advisor,
    skips,
)
from tests.stage import Heard, Person, Theatre

pytestmark = pytest.mark.usefixtures("_ticket")


@pytest.fixture
async def emil(theatre: Theatre, _ticket: None) -> Person:
    """Emil advises in the group, too."""
    return await second_advisor(theatre)


async def writes(who: Person, text: str, **more: object) -> Heard:
    """Let somebody reply to the card of ticket 1; give the draft that this becomes."""
    skips(who)
    await who.says(text, reply_to=card_of(who.theatre).id, **more)
    return who.hears("Entwurf für FZ-2026-0001, noch nicht gesendet.")


CALLS = [
    "Emil, kannst du das übernehmen?",
    "emil, schaust du mal?",
    "Schaust du mal, emil?",
    "@Emil weißt du das?",
    "Das weiß nur Emil.",
]


@pytest.mark.parametrize("said", CALLS)
async def test_what_names_a_colleague_is_a_draft(
    said: str, anna: Person, carla: Person, emil: Person
) -> None:
    draft = await writes(carla, said)
    assert "Darin ist jemand aus der Gruppe genannt." in draft.text
    assert said in draft.text
    assert draft.labels == ("An die Person senden", "Notiz", "Verwerfen")
    anna.hears_nothing()
    skips(emil)


async def test_who_is_called_by_the_messengers_own_way_is_a_colleague(
    anna: Person, carla: Person
) -> None:
    assert "genannt" in (await writes(carla, "@frau_m weißt du das?", mentions=True)).text
    anna.hears_nothing()


@pytest.mark.parametrize("said", ["Emilia meldet sich.", "Viele Grüße, Carla", "Ja, drei."])
async def test_other_words_and_ones_own_name_go_out(
    said: str, anna: Person, carla: Person, emil: Person
) -> None:
    await carla.replies(card_of(carla.theatre), said)
    anna.hears("Antwort der Beratung", said)
    skips(emil)


async def test_what_goes_into_a_ticket_that_somebody_else_has_is_a_draft(
    anna: Person, carla: Person, emil: Person
) -> None:
    await carla.presses("Übernehmen")
    draft = await writes(emil, "Das habe ich auch schon gehört.")
    assert "Die Anfrage hat Carla." in draft.text
    anna.hears_nothing()
    skips(carla)
    await gets_answer(anna, carla, 1, "Ja, drei.")  # hers is as ever
    assert "Die Anfrage hat Carla." in (await writes(emil, "Gut so.")).text
    anna.hears_nothing()


async def test_in_the_topic_too(anna: Person, carla: Person, theatre: Theatre) -> None:
    theatre.stage.topics = {}
    await anna.says("/anfrage Wer bezahlt den Zaun?")
    emil = await second_advisor(theatre)
    await carla.sends_press("take:2")
    skips(anna, emil)
    await emil.says("Die Kommune, oder?", topic="t1")
    draft = emil.hears("Entwurf für FZ-2026-0002", "Die Anfrage hat Carla.")
    assert draft.topic == "t1"
    anna.hears_nothing()
    await emil.presses("An die Person senden", on=draft)
    anna.hears("Rückfrage der Beratung zu FZ-2026-0002", "Die Kommune, oder?")


async def test_who_names_the_number_means_the_person(
    anna: Person, carla: Person, emil: Person
) -> None:
    await carla.presses("Übernehmen")
    skips(emil)
    await gets_answer(anna, emil, 1, "Ja, drei.")
    await emil.presses("Antworten", on=card_of(emil.theatre))
    await emil.says("Und zwei Enten.")
    anna.hears("Antwort der Beratung", "Und zwei Enten.")


async def test_not_even_an_awaited_answer_calls_a_colleague(
    anna: Person, carla: Person, emil: Person
) -> None:
    await carla.presses("Antworten", on=card_of(carla.theatre))
    carla.hears("Schreiben Sie jetzt Ihre Antwort")
    await carla.says("Emil, hast du das Formular?")
    carla.hears("Entwurf für FZ-2026-0001", "Emil, hast du das Formular?")
    anna.hears_nothing()
    skips(emil)


async def test_a_press_sends_it_as_the_writers(
    anna: Person, carla: Person, emil: Person, theatre: Theatre
) -> None:
    theatre.stage.reacts = True
    await carla.presses("Übernehmen")
    draft = await writes(emil, "Ja, drei.", message="m7")
    await carla.presses("An die Person senden", on=draft)
    answer = anna.hears("Antwort der Beratung zu FZ-2026-0001", "Ja, drei.", "Hat geholfen")
    assert [(m, str(s)) for _, m, s in theatre.stage.signs] == [("m7", "delivered")]
    assert "bei Carla" in card_of(theatre).text
    assert "beantwortet" in card_of(theatre).text
    await emil.says("Ja, vier.", reply_to=card_of(theatre).id, message="m7", edited=True)
    assert answer.text.endswith("Ja, vier.")  # it is Emil's, so he can correct it
    skips(carla)
    await carla.says("/ticket 1")
    thread = carla.hears("Beratung (Emil)\nJa, vier.")
    assert "Entwurf" not in thread.text
    for label in draft.labels:
        await carla.presses(label, on=draft)
        carla.hears("Diesen Entwurf gibt es nicht mehr: gesendet oder verworfen.")
    anna.hears_nothing()


async def test_a_press_keeps_it_as_a_note(anna: Person, carla: Person, emil: Person) -> None:
    draft = await writes(carla, "Emil, ruf bitte an.")
    await carla.presses("Notiz", on=draft)
    carla.hears("Notiz zu FZ-2026-0001 aufgehoben; die Person sieht sie nicht.")
    await carla.says("/ticket 1")
    carla.hears("Notiz (Carla)\nEmil, ruf bitte an.")
    anna.hears_nothing()
    skips(emil)


async def test_a_press_throws_it_away(anna: Person, carla: Person, emil: Person) -> None:
    draft = await writes(carla, "Emil, Mittag?")
    await carla.says("/ticket 1")
    carla.hears("Entwurf (Carla), nicht gesendet\nEmil, Mittag?")
    await carla.presses("Verwerfen", on=draft)
    carla.hears("Verworfen. Es wurde nichts gesendet.")
    await carla.says("/ticket 1")
    assert "Mittag" not in carla.hears("Verlauf").text
    anna.hears_nothing()
    skips(emil)


async def test_a_file_is_kept_with_it(
    anna: Person, carla: Person, emil: Person, theatre: Theatre
) -> None:
    card = card_of(theatre).id
    for label, text in (("Verwerfen", "Emil?"), ("Notiz", "Emil?"), ("An die Person senden", "")):
        skips(carla)
        theatre.clock.moves(timedelta(minutes=1))
        await carla.shows(FileKind.PHOTO, "hof.jpg", text, reply_to=card, mentions=True)
        carla.hears("Entwurf für FZ-2026-0001", "[Bild: hof.jpg]")
        anna.hears_nothing()
        await carla.presses(label)
    assert [f.ref for f in anna.hears("Antwort der Beratung").files] == ["ref-hof.jpg"]
    skips(carla, emil)
    await carla.says("/ticket 1")
    assert carla.hears("Emil?").text.count("[Bild: hof.jpg]") == 2


async def test_the_draft_follows_what_was_written(
    anna: Person, carla: Person, emil: Person, theatre: Theatre
) -> None:
    card = card_of(theatre).id
    await writes(carla, "Emil, sind es drei?", message="m1")
    await carla.says("Es sind drei.", reply_to=card, message="m1", edited=True)
    carla.hears("Entwurf für FZ-2026-0001", "Es sind drei.")
    await carla.presses("An die Person senden")
    anna.hears("Antwort der Beratung", "Es sind drei.")
    await writes(carla, "Emil, sind es vier?", message="m2")
    await carla.says("// Emil, sind es vier?", reply_to=card, message="m2", edited=True)
    carla.hears("Die Notiz zu FZ-2026-0001 ist geändert; sie bleibt intern.")
    await carla.presses("An die Person senden")
    carla.hears("Diesen Entwurf gibt es nicht mehr")
    anna.hears_nothing()
    skips(emil)


async def test_a_draft_for_a_closed_ticket_waits_for_its_opening(
    anna: Person, carla: Person, emil: Person
) -> None:
    draft = await writes(carla, "Emil sagt: drei.")
    await emil.says("/schliessen 1")
    skips(anna, carla)
    await carla.presses("An die Person senden", on=draft)
    carla.hears("FZ-2026-0001 ist geschlossen; Ihr Text wurde nicht gesendet.")
    again = carla.hears("Entwurf für FZ-2026-0001", "Emil sagt: drei.")
    anna.hears_nothing()
    await carla.says("/oeffnen 1")
    skips(anna, emil)
    await carla.presses("An die Person senden", on=again)
    anna.hears("Antwort der Beratung", "Emil sagt: drei.")
    anna.hears_nothing()


async def test_a_note_needs_no_question(anna: Person, carla: Person, emil: Person) -> None:
    await carla.presses("Übernehmen")
    skips(emil)
    await emil.replies(card_of(emil.theatre), "// Carla, das ist die Nachbarin.")
    emil.hears("Notiz zu FZ-2026-0001 aufgehoben")
    anna.hears_nothing()


async def test_alone_with_the_bot_a_name_is_said_to_the_person(
    anna: Person, bert: Person, carla: Person, dora: Person, theatre: Theatre
) -> None:
    await give_role(theatre, "stage:dora", Role.ADVISOR)
    await dora.says("/ticket 1")
    await dora.replies(dora.hears("Hühner"), "Fragen Sie nach Carla.")
    anna.hears("Antwort der Beratung", "Fragen Sie nach Carla.")
    skips(carla)
    await opens_ticket(bert, carla, "Wohin mit dem Mist?")
    await carla.presses("Übernehmen", on=card_of(theatre, 2))
    dora.hears("unterwegs")
    await dora.says("/ticket 2")
    await dora.replies(dora.hears("Mist"), "Auf den Kompost.")
    dora.hears("Entwurf für FZ-2026-0002", "Die Anfrage hat Carla.")
    bert.hears_nothing()
