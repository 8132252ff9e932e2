"""„das zweite“ after suggestions, and a mere yes or no to an answer."""

import pytest

from faq.catalogue.corpus import load
from handlers import spoken
from handlers.reading.picking import picked
from tests.dialogue.scenes import HENS, passes, skips
from tests.small_faq import AMOUNT
from tests.stage import Person, Theatre


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("das erste", "18.000 Euro"), ("Nr. 2 bitte", "In zwei Raten."), ("2", "In zwei Raten."),
        ("die letzte", "Bis 31. Oktober"), ("ich meine das dritte", "Bis 31. Oktober"),
    ],
)  # fmt: skip
async def test_a_suggestion_is_picked_in_words(anna: Person, typed: str, shown: str) -> None:
    await anna.says("Ich brauche Geld")
    anna.hears("Meinen Sie eines davon?")
    await anna.says(typed)
    anna.hears(shown, "Hat geholfen")


async def test_then_another(anna: Person) -> None:
    await anna.says("Ich brauche Geld")
    skips(anna)
    await anna.says("das erste")
    anna.hears("18.000 Euro")
    await anna.says("und das zweite?")
    anna.hears("In zwei Raten.")


@pytest.mark.parametrize("typed", ["das vierte", "das zweite Haus", "erste Hilfe", "1 und 2"])
async def test_what_picks_none_is_a_question(anna: Person, typed: str) -> None:
    await anna.says("Ich brauche Geld")
    skips(anna)
    await anna.says(typed)
    anna.hears("keine geprüfte Antwort")


async def test_without_suggestions_nothing_is_picked(anna: Person, theatre: Theatre) -> None:
    await anna.says("Wie viel?")
    skips(anna)
    await anna.says("das zweite")
    anna.hears("keine geprüfte Antwort")
    await anna.says("Ich brauche Geld")
    skips(anna)
    passes(theatre, hours=2)
    await anna.says("das zweite")
    anna.hears("keine geprüfte Antwort")


@pytest.mark.parametrize(
    ("text", "offered", "place"),
    [("das zweite", 1, None), ("das letzte", 2, 1), ("das letzte", 0, None), ("", 3, None),
     ("das das das das das das das das erste", 3, None)],
)  # fmt: skip
def test_only_what_is_offered(text: str, offered: int, place: int | None) -> None:
    assert picked(text, offered) == place


@pytest.mark.parametrize(
    ("typed", "said"), [("ja", "Das freut mich"), ("nein", "An die Beratung senden")]
)
async def test_a_yes_or_no_to_an_answer_says_whether_it_helped(
    anna: Person, typed: str, said: str
) -> None:
    await anna.says("Wie viel?")
    anna.hears("18.000 Euro")
    await anna.says(typed)
    anna.hears(said)


async def test_while_a_ticket_is_open_it_may_be_meant_for_that(
    anna: Person, carla: Person
) -> None:
    await anna.says(f"/anfrage {HENS}")
    await anna.presses("Fertig")
    await anna.says("Wie viel?")
    skips(anna, carla)
    await anna.says("nein")
    anna.hears("Gehört das zu Ihrer Anfrage FZ-2026-0001?")
    carla.hears_nothing()


async def test_a_yes_to_how_one_reaches_a_human_leads_to_one(
    anna: Person, carla: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert load().entries[spoken.HUMAN].title == "Mit einem Menschen sprechen"
    monkeypatch.setattr(spoken, "HUMAN", AMOUNT.id)
    await anna.says("Wie viel?")
    skips(anna)
    await anna.says("ja bitte")
    anna.hears("FZ-2026-0001 liegt jetzt bei der Beratung", "Möchten Sie noch etwas dazu sagen?")
    carla.hears("Wie viel?")
