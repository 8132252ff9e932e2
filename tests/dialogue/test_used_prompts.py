"""A prompt that was used loses its buttons; pressed once more it answers, and does nothing."""

from dataclasses import replace

import pytest

from tests.dialogue.scenes import card_of, gets_answer, second_advisor, skips
from tests.stage import Heard, Person, Theatre

pytestmark = pytest.mark.usefixtures("_ticket")


@pytest.fixture(autouse=True)
async def _added_nothing(anna: Person, _ticket: None) -> None:
    await anna.presses("Fertig")
    skips(anna)


async def test_yes_it_belongs_there_is_said_once(anna: Person, carla: Person) -> None:
    await gets_answer(anna, carla, 1, "Ja, drei.")
    await anna.says("Und wo kaufe ich sie?")
    asked = anna.hears("Gehört das zu Ihrer Anfrage FZ-2026-0001?")
    skips(carla)
    assert not asked.used
    await anna.presses("Ja, an die Beratung", on=asked)
    anna.hears("Ich habe es zu FZ-2026-0001 dazugelegt.")
    assert asked.used
    carla.hears("die Person schreibt", "Und wo kaufe ich sie?")
    await anna.presses("Ja, an die Beratung", on=asked)  # her phone had not noticed yet
    anna.hears("Ihre Anfrage FZ-2026-0001 liegt schon bei der Beratung.")
    await anna.presses("Nein, neue Frage", on=asked)
    anna.hears("Dieser Knopf gilt nicht mehr.")
    carla.hears_nothing()


async def test_handing_over_is_done_once(bert: Person, carla: Person) -> None:
    await bert.says("Wem gehört der Hof?")
    offer = bert.hears("keine geprüfte Antwort")
    await bert.presses("An die Beratung senden", on=offer)
    assert offer.used
    skips(bert, carla)
    await bert.presses("An die Beratung senden", on=offer)
    bert.hears("Ihre Anfrage FZ-2026-0002 liegt schon bei der Beratung.")
    bert.hears_nothing()
    carla.hears_nothing()


async def test_what_can_be_looked_at_again_keeps_its_buttons(bert: Person) -> None:
    await bert.says("Woher kommt das Geld?")
    offer = bert.hears("Meinen Sie eines davon?")
    await bert.presses("Antragsfrist", on=offer)
    answer = bert.hears("31. Oktober 2027")
    await bert.presses("Hat geholfen", on=answer)
    assert not offer.used
    assert not answer.used


async def test_a_card_keeps_its_buttons(carla: Person, theatre: Theatre) -> None:
    await carla.presses("Übernehmen", on=card_of(theatre))
    await carla.presses("Schließen", on=card_of(theatre))
    assert not card_of(theatre).used


async def closing_prompt(carla: Person, theatre: Theatre) -> Heard:
    skips(carla)
    await carla.presses("Schließen", on=card_of(theatre))
    return carla.hears("Warum wird FZ-2026-0001 geschlossen?")


async def test_advisors_prompts_are_used_up_too(carla: Person, theatre: Theatre) -> None:
    prompt = await closing_prompt(carla, theatre)
    await carla.presses("Erledigt", on=prompt)
    carla.hears("FZ-2026-0001 ist geschlossen.")
    assert prompt.used
    assert prompt.chosen == "Erledigt"
    await carla.presses("Doppelt", on=prompt)
    carla.hears("Das geht gerade nicht: FZ-2026-0001 ist im Zustand „geschlossen“.")


async def test_what_came_to_nothing_is_not_shown_as_a_choice(
    bert: Person, carla: Person, theatre: Theatre
) -> None:
    first, second = await closing_prompt(carla, theatre), await closing_prompt(carla, theatre)
    await carla.presses("Erledigt", on=first)
    await carla.presses("Doppelt", on=second)
    carla.hears("FZ-2026-0001 ist geschlossen.")
    carla.hears("Das geht gerade nicht")
    assert (second.used, second.chosen) == (True, "")
    await bert.says("Wem gehört der Hof?")
    offer = bert.hears("keine geprüfte Antwort")
    offer.buttons = (replace(offer.buttons[0], value="999"),)
    await bert.presses("An die Beratung senden", on=offer)
    bert.hears("Dieser Knopf gilt nicht mehr.")
    assert (offer.used, offer.chosen) == (True, "")


async def test_cancelling_uses_a_prompt_up(carla: Person, theatre: Theatre) -> None:
    prompt = await closing_prompt(carla, theatre)
    await carla.presses("Abbrechen", on=prompt)
    assert prompt.used


async def test_who_may_not_press_takes_no_buttons_away(carla: Person, theatre: Theatre) -> None:
    prompt = await closing_prompt(carla, theatre)
    zoe = Person(theatre, chat="-100", name="zoe")
    await zoe.presses("Erledigt", on=prompt)
    assert not prompt.used
    assert "offen" in card_of(theatre).text


async def test_words_instead_of_a_press_change_no_message_of_ours(bert: Person) -> None:
    await bert.says("Wem gehört der Hof?")
    offer = bert.hears("keine geprüfte Antwort")
    await bert.says("An die Beratung senden", message="m1")
    assert not offer.used
    assert not any(o.spends for o in bert.theatre.stage.outgoing if o.chat == "bert")


async def test_passing_on_twice_is_said_and_not_done(carla: Person, theatre: Theatre) -> None:
    await second_advisor(theatre)
    await carla.presses("Weitergeben", on=card_of(theatre))
    skips(carla)
    await carla.presses("Emil")
    carla.hears("FZ-2026-0001 ist jetzt bei Emil.")
    await carla.presses("Emil")
    carla.hears("FZ-2026-0001 ist schon bei Emil.")
    await carla.says("/ticket 1")
    assert carla.hears("weitergegeben an Emil").text.count("weitergegeben") == 1


async def test_handing_all_over_twice_hands_nothing_over(carla: Person, theatre: Theatre) -> None:
    await second_advisor(theatre)
    await carla.presses("Übernehmen", on=card_of(theatre))
    await carla.says("/uebergabe")
    await carla.presses("Emil")
    skips(carla)
    await carla.presses("Emil")
    carla.hears("Sie haben gerade keine Anfrage, die weiterzugeben wäre.")
    carla.hears_nothing()
