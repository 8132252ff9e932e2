"""Under the emergency card: two ways on for whom it was none; a faint alarm swallows nothing."""

import pytest
from sqlalchemy import select

from faq.question import AskedQuestion
from faq.recognising.emergency import Emergency
from tests.dialogue.emergency_scenes import (
    CALM,
    HELP,
    MARKED,
    TO_ADVISORS,
    gets_the_card,
    hears_with,
)
from tests.dialogue.scenes import card_of, opens_ticket, skips
from tests.stage import Person, Theatre


class Uneasy(Emergency):
    """Hears a faint alarm in every request for help."""

    def _alarm(self, text: str) -> float:
        return 0.4 if "Bitte" in text else super()._alarm(text)


async def test_no_emergency_answers_the_words(anna: Person, carla: Person) -> None:
    await anna.says("Wie viel Geld gibt es? Der Papierkram schlägt mich.")
    gets_the_card(anna)
    await anna.presses(CALM)
    anna.hears("Höhe der Förderung")
    carla.hears_nothing()


@pytest.mark.parametrize(
    "typed", [CALM, "kein Notfall", "Nein, kein Notfall!", "das ist kein notfall", "nein"]
)
async def test_no_emergency_may_be_typed(anna: Person, typed: str) -> None:
    await anna.says("Wie viel Geld gibt es? Der Papierkram schlägt mich.")
    gets_the_card(anna)
    await anna.says(typed)
    anna.hears("Höhe der Förderung")


async def test_a_mere_yes_gets_the_card_again(anna: Person) -> None:
    await anna.says(HELP)
    gets_the_card(anna)
    await anna.says("ja")
    gets_the_card(anna)
    anna.hears_nothing()
    await anna.presses(TO_ADVISORS)
    anna.hears("liegt jetzt bei der Beratung", HELP)


async def test_to_the_advisors_takes_the_words_along(anna: Person, carla: Person) -> None:
    await anna.says(HELP)
    gets_the_card(anna)
    await anna.presses(TO_ADVISORS)
    anna.hears("Ihre Anfrage FZ-2026-0001 liegt jetzt bei der Beratung")
    carla.hears(HELP, MARKED, "nach der Notfallkarte")


@pytest.mark.parametrize("typed", [TO_ADVISORS, "an die beratung", "/anfrage"])
async def test_to_the_advisors_may_be_typed(anna: Person, carla: Person, typed: str) -> None:
    await anna.says(HELP)
    gets_the_card(anna)
    await anna.says(typed)
    anna.hears("FZ-2026-0001 liegt jetzt bei der Beratung")
    carla.hears(HELP, MARKED)


@pytest.mark.parametrize("way", ["press", "type"])
async def test_what_lies_in_a_ticket_is_not_sent_twice(
    anna: Person, carla: Person, way: str
) -> None:
    await opens_ticket(anna, carla)
    await anna.says(HELP)
    skips(anna, carla)
    await (anna.presses(TO_ADVISORS) if way == "press" else anna.says(TO_ADVISORS))
    anna.hears("FZ-2026-0001 liegt schon bei der Beratung")
    carla.hears_nothing()


@pytest.mark.parametrize("way", ["press", "type"])
async def test_no_emergency_takes_the_mark_away(
    anna: Person, carla: Person, theatre: Theatre, way: str
) -> None:
    await opens_ticket(anna, carla)
    await anna.says("Der Papierkram schlägt mich, wie viel Geld gibt es?")
    skips(anna, carla)
    assert MARKED in card_of(theatre).text
    await (anna.presses(CALM) if way == "press" else anna.says(CALM))
    anna.hears("Höhe der Förderung")
    carla.hears("die Person sagt: kein Notfall")
    assert MARKED not in card_of(theatre).text


async def test_another_cry_keeps_the_mark(anna: Person, carla: Person, theatre: Theatre) -> None:
    await opens_ticket(anna, carla)
    await anna.says(HELP)
    await anna.says("Der Papierkram schlägt mich.")
    await anna.presses(CALM)
    assert MARKED in card_of(theatre).text


async def test_after_a_restart_the_buttons_lead_on(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await anna.says(HELP)
    card = gets_the_card(anna)
    again = Theatre(theatre.database, theatre.house, theatre.clock, theatre.stage)
    again._keys = theatre._keys
    anna.theatre = again
    await anna.presses(CALM, on=card)
    anna.hears("keine geprüfte Antwort")
    await anna.presses(TO_ADVISORS, on=card)
    anna.hears("liegt jetzt bei der Beratung")
    carla.hears(HELP, MARKED)


async def test_a_button_of_somebody_elses_card_leads_nowhere(anna: Person, dora: Person) -> None:
    await anna.says(HELP)
    card = gets_the_card(anna)
    for button in card.buttons:
        await dora.sends_press(button.data)
        dora.hears("gilt nicht mehr")


async def test_what_was_no_question_is_not_counted_among_them(
    anna: Person, theatre: Theatre
) -> None:
    await anna.says(HELP)
    async with theatre.database.read() as session:
        kept = list(await session.scalars(select(AskedQuestion.decision)))
    assert kept == ["emergency"]


async def test_a_question_after_it_does_not_quote_it(anna: Person) -> None:
    await anna.says(HELP)
    gets_the_card(anna)
    await anna.says("Und bis wann?")
    assert "schlägt" not in anna.hears("Antragsfrist").text


# --- a faint alarm --------------------------------------------------------------------------


@pytest.fixture
def faint(theatre: Theatre) -> None:
    hears_with(Uneasy(["schlaegt mich"]), theatre)


@pytest.mark.usefixtures("faint")
@pytest.mark.parametrize("text", ["Bitte rufen Sie mich an", "Bitte helfen Sie mir"])
async def test_a_faint_alarm_does_not_swallow_a_request(
    anna: Person, carla: Person, text: str
) -> None:
    await anna.says(text)
    gets_the_card(anna, "Ist das ein Notfall?", "Ihre Nachricht wurde nicht weitergegeben")
    anna.hears("keine geprüfte Antwort")
    await anna.presses("An die Beratung senden")
    anna.hears("liegt jetzt bei der Beratung")
    carla.hears(text, MARKED)


@pytest.mark.usefixtures("faint")
async def test_a_faint_alarm_comes_beside_suggestions(anna: Person) -> None:
    await anna.says("Bitte Geld")
    gets_the_card(anna, "Ist das ein Notfall?")
    anna.hears("Meinen Sie eines davon?", "Höhe der Förderung")
    await anna.says(CALM)
    anna.hears("Meinen Sie eines davon?", "Höhe der Förderung")
