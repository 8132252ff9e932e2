"""After the answer: did it help? If not, the reason opens the ticket again."""

import pytest

from tests.dialogue.scenes import card_of, gets_answer, skips
from tests.stage import Heard, Person, Theatre

pytestmark = pytest.mark.usefixtures("_ticket")


@pytest.fixture
async def answer(anna: Person, carla: Person, _ticket: None) -> Heard:
    return await gets_answer(anna, carla, 1, "Ja.")


async def test_it_helped_and_is_closed(
    anna: Person, carla: Person, theatre: Theatre, answer: Heard
) -> None:
    await anna.presses("Hat geholfen", on=answer)
    anna.hears("Danke. Die Anfrage FZ-2026-0001 ist abgeschlossen.")
    assert carla.hears("die Antwort hat geholfen; abgeschlossen").reply_to
    assert "geschlossen" in card_of(theatre).text


async def test_it_did_not_help_and_the_reason_opens_it_again(
    anna: Person, carla: Person, theatre: Theatre, answer: Heard
) -> None:
    await anna.presses("Hat nicht geholfen", on=answer)
    anna.hears("Was fehlt noch?", "Nichts, danke")
    carla.hears_nothing()
    assert "beantwortet" in card_of(theatre).text
    await anna.says("Und der Hahn?")
    anna.hears("dazugelegt")
    carla.hears("die Person schreibt", "Und der Hahn?")
    assert "in Arbeit" in card_of(theatre).text
    assert "bei Carla" in card_of(theatre).text


async def test_a_picture_can_be_the_reason(anna: Person, carla: Person, answer: Heard) -> None:
    await anna.presses("Hat nicht geholfen", on=answer)
    await anna.shows("Bild", "hahn.jpg")
    assert carla.hears("die Person schreibt").files


async def test_nothing_more_closes_it(anna: Person, carla: Person, answer: Heard) -> None:
    await anna.presses("Hat nicht geholfen", on=answer)
    await anna.presses("Nichts, danke")
    anna.hears("Was fehlt noch?")
    anna.hears("ist abgeschlossen")
    carla.hears("die Person hat die Anfrage abgeschlossen")
    await anna.says("Wie viel?")  # and a question is a question again
    anna.hears("18.000 Euro")


async def test_a_mind_changed_after_closing_can_still_write(
    anna: Person, carla: Person, answer: Heard
) -> None:
    await anna.presses("Hat geholfen", on=answer)
    await anna.presses("Hat nicht geholfen", on=answer)
    anna.hears("ist abgeschlossen")
    anna.hears("ist schon abgeschlossen", "Noch etwas dazu schreiben")
    skips(carla)
    await anna.presses("Noch etwas dazu schreiben")
    await anna.says("Und der Hahn?")
    carla.hears("wieder offen, die Person schreibt", "Und der Hahn?")


async def test_a_question_back_is_not_asked_whether_it_helped(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    asked = await gets_answer(anna, carla, 1, "Wie viele denn?")
    assert asked.labels == ("Darauf antworten",)
    assert "Rückfrage" in card_of(theatre).text
    await anna.says("/meine_anfragen")
    anna.hears("FZ-2026-0001 (wartet auf Ihre Antwort)")


@pytest.mark.usefixtures("answer")
async def test_only_ones_own(bert: Person, carla: Person, theatre: Theatre) -> None:
    for action in ("solved", "why", "leave", "end", "write", "done"):
        await bert.sends_press(f"{action}:1")
        bert.hears("Dieser Knopf gilt nicht mehr")
    carla.hears_nothing()
    assert "beantwortet" in card_of(theatre).text
