"""An account number that somebody types reaches no advisor, and the person is told."""

from tests.dialogue.scenes import gets_answer, joins, opens_ticket
from tests.stage import Person

IBAN = "DE89 3704 0044 0532 0130 00"
HINT = "Kontodaten sind hier nicht nötig"


async def test_a_question_goes_to_the_advisors_without_the_account_number(
    anna: Person, carla: Person
) -> None:
    await anna.says(f"Auf welches Konto zahle ich zurück, {IBAN}?")
    anna.hears("keine geprüfte Antwort")
    anna.hears(HINT, "die letzten vier Ziffern", "/datenschutz")
    await anna.presses("An die Beratung senden")
    anna.hears("Auf welches Konto zahle ich zurück, [IBAN …3000]?")
    anna.hears_nothing()
    card = carla.hears("zahle ich zurück, [IBAN …3000]?")
    assert "0532" not in card.text


async def test_what_is_added_or_asked_by_command_is_told_under_the_confirmation(
    anna: Person, carla: Person
) -> None:
    await joins(carla)
    await anna.says(f"/anfrage Stimmt {IBAN}?")
    anna.hears("FZ-2026-0001", "liegt jetzt bei der Beratung")
    anna.hears(HINT)
    carla.hears("Stimmt [IBAN …3000]?")
    await anna.says("Oder die Karte 4111 1111 1111 1111?")
    anna.hears("dazugelegt")
    anna.hears(HINT)
    anna.hears_nothing()
    carla.hears("die Person schreibt", "Oder die Karte [Kartennummer …1111]?")
    await gets_answer(anna, carla, 1, f"Bitte an {IBAN}.")  # who advises may give one


async def test_a_number_that_does_not_add_up_is_left_alone(anna: Person, carla: Person) -> None:
    await opens_ticket(anna, carla, "Aktenzeichen DE88 3704 0044 0532 0130 00, wer hilft?")
    anna.hears_nothing()
