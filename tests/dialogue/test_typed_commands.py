"""Commands as thumbs type them, and what is no command although it looks like one."""

from dataclasses import replace

import pytest

from handlers.messages import Address
from people.person import Role
from tests.dialogue.scenes import card_of, give_role, skips
from tests.stage import Person, Theatre

pytestmark = pytest.mark.usefixtures("_ticket")


@pytest.fixture(autouse=True)
async def _read(anna: Person, carla: Person, _ticket: None) -> None:
    skips(anna, carla)


@pytest.mark.parametrize("typed", ["/meineanfragen", "/Meine_Anfragen", "/meine-anfragen"])
async def test_a_command_without_its_strokes(anna: Person, typed: str) -> None:
    await anna.says(typed)
    anna.hears("Ihre Anfragen", "FZ-2026-0001")


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        ("/schließen 1", "FZ-2026-0001 ist geschlossen."),
        ("/nächste", "FZ-2026-0001"),
        ("/öffnen 1", "Das geht gerade nicht"),
        ("/übergabe", "An wen sollen alle Ihre Anfragen gehen?"),
    ],
)
async def test_a_command_with_its_umlauts(carla: Person, typed: str, heard: str) -> None:
    await carla.says(typed)
    carla.hears(heard)


async def test_a_slip_goes_into_no_ticket(anna: Person, carla: Person) -> None:
    await anna.says("/quatsch")  # just now, what she writes belongs to her ticket
    anna.hears("Den Befehl /quatsch kenne ich nicht; es wurde nichts gesendet.")
    carla.hears_nothing()
    await anna.says("/wann kommt die Antwort")  # that is a sentence
    anna.hears("dazugelegt")
    carla.hears("wann kommt die Antwort")


async def test_a_slip_is_no_answer_to_a_person(
    anna: Person, dora: Person, theatre: Theatre
) -> None:
    await give_role(theatre, "stage:dora", Role.ADVISOR)
    await dora.sends_press("reply:1")
    dora.hears("Schreiben Sie jetzt Ihre Antwort")
    await dora.says("/schliesen 1")
    dora.hears("Den Befehl /schliesen kenne ich nicht; es wurde nichts gesendet.")
    anna.hears_nothing()
    await dora.says("Ja, drei.")
    anna.hears("Ja, drei.")


@pytest.mark.parametrize("typed", ["abbrechen", "Abbrechen!", "abbruch"])
async def test_the_word_alone_cancels_what_an_advisor_began(
    anna: Person, carla: Person, theatre: Theatre, typed: str
) -> None:
    await carla.presses("Antworten", on=card_of(theatre))
    carla.hears("Schreiben Sie jetzt Ihre Antwort")
    await carla.says(typed)
    carla.hears("Abgebrochen. Es wurde nichts gesendet.")
    anna.hears_nothing()


async def test_the_word_alone_is_no_question_to_the_advisors(bert: Person, carla: Person) -> None:
    await bert.says("/anfrage")
    bert.hears("Was möchten Sie die Beratung fragen?")
    await bert.says("Abbrechen")
    bert.hears("Abgebrochen.")
    carla.hears_nothing()


@pytest.mark.parametrize("typed", ["abbrechen", "/abbrechen", "stop", "STOPP!"])
async def test_who_has_nothing_to_add_cancels_no_ticket(
    anna: Person, carla: Person, typed: str
) -> None:
    await anna.says(typed)
    anna.hears("Gut. Die Antwort auf FZ-2026-0001 kommt hier in diesen Chat.")
    carla.hears_nothing()
    await anna.presses("Fertig")
    anna.hears("Gut.")


async def test_stop_amid_nothing_is_no_question(bert: Person) -> None:
    await bert.says("stop")
    bert.hears("Es war nichts angefangen. Stellen Sie einfach Ihre Frage.")


async def test_stop_as_a_command_goes_into_no_ticket(anna: Person, carla: Person) -> None:
    await anna.says("/stop")
    anna.hears("Gut. Die Antwort auf FZ-2026-0001 kommt hier in diesen Chat.")
    carla.hears_nothing()


async def test_an_advisor_cancels_a_prompt_that_waits_for_no_words(
    dora: Person, theatre: Theatre
) -> None:
    theatre.helpdesk._house = replace(theatre.house, advisors=Address("stage", "dora"))
    await give_role(theatre, "stage:dora", Role.ADVISOR)
    await dora.sends_press("close:1")
    dora.hears("Warum wird FZ-2026-0001 geschlossen?", "Abbrechen")
    await dora.says("abbrechen")
    dora.hears("Es war nichts angefangen")
    await dora.says("so?")
    dora.hears("wurde niemandem gesendet")
