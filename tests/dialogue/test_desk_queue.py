"""The queue: mine, free, overdue; the next one; looking up and searching."""

import pytest

from tests.dialogue.scenes import HENS, gets_answer, opens_ticket, passes, second_advisor, skips
from tests.stage import Person, Theatre

pytestmark = pytest.mark.usefixtures("_ticket")


async def test_mine_free_and_overdue(
    anna: Person, bert: Person, carla: Person, theatre: Theatre
) -> None:
    await opens_ticket(bert, carla, "Wohin mit dem Mist?")
    await carla.sends_press("take:2")
    carla.hears("ist jetzt bei Carla")
    await carla.says("/tickets")
    heard = carla.hears("Meine\nFZ-2026-0002 (in Arbeit", "Frei\nFZ-2026-0001 (offen")
    assert "Überfällig\nFZ" not in heard.text
    passes(theatre, days=3)
    await carla.says("/tickets")
    carla.hears("Überfällig\nFZ-2026-0001 (offen", "Nächste Anfrage", "FZ-2026-0002")
    await gets_answer(anna, carla, 1, "Ja.")
    await carla.says("/tickets")
    assert "FZ-2026-0001" not in carla.hears("FZ-2026-0002 (in Arbeit").text


async def test_the_next_is_the_one_due_first_that_nobody_else_has(
    bert: Person, carla: Person, theatre: Theatre
) -> None:
    passes(theatre, days=1)
    await opens_ticket(bert, carla, "Wohin mit dem Mist?")
    await carla.says("/naechste")
    carla.hears("FZ-2026-0001", HENS)
    await carla.says("/tickets")
    await carla.presses("Nächste Anfrage")
    carla.hears("Frei\nFZ-2026-0001")
    carla.hears("FZ-2026-0001 · offen", HENS)
    emil = await second_advisor(theatre)
    await emil.sends_press("take:1")
    skips(carla)
    await carla.says("/naechste")
    carla.hears("FZ-2026-0002", "Wohin mit dem Mist?")
    await emil.sends_press("take:2")
    skips(carla)
    await carla.says("/naechste")
    carla.hears("Es ist keine Anfrage offen.")


@pytest.mark.parametrize(
    "word", ["Hühner", "hühner im hof", "ühn", "100%", "a_b", "\\", "%_", "''"]
)
async def test_search_takes_every_sign_as_it_is(bert: Person, carla: Person, word: str) -> None:
    await bert.says("/anfrage Mist zu 1000 Teilen, axb, im Garten")
    carla.hears("axb")
    await carla.says(f"/suche {word}")
    heard = carla.hears("")
    found = word.lower().startswith(("hühner", "ühn"))
    assert ("FZ-2026-0001" in heard.text, "FZ-2026-0002" in heard.text) == (found, False)


async def test_search_finds_odd_signs_where_they_stand(bert: Person, carla: Person) -> None:
    await bert.says("/anfrage Sind 100% von a_b und c\\d da?")
    carla.hears("a_b")
    for word in ("100%", "a_b", "c\\d", "0% von"):
        await carla.says(f"/suche {word}")
        assert "FZ-2026-0001" not in carla.hears("Gefunden\nFZ-2026-0002").text


async def test_all_words_must_occur_and_notes_count(carla: Person) -> None:
    await carla.says("/antwort 1 // Nachbarin von Frau Holle")
    carla.hears("Notiz")
    await carla.says("/suche holle hühner")
    carla.hears("Gefunden\nFZ-2026-0001")
    await carla.says("/suche holle gänse")
    carla.hears("In keiner Anfrage steht „holle gänse“.")


@pytest.mark.parametrize("word", ["", "a", "% _"])
async def test_a_search_for_nothing_shows_how(carla: Person, word: str) -> None:
    await carla.says(f"/suche {word}")
    carla.hears("Bitte mit einem Wort")


@pytest.mark.parametrize("typed", ["1", "#1", "0001", "fz-2026-0001", "FZ-2026-0001."])
async def test_a_ticket_is_shown_by_number(carla: Person, anna: Person, typed: str) -> None:
    await carla.says(f"/ticket {typed}")
    thread = carla.hears("FZ-2026-0001 · offen", HENS, "Übernehmen", "Schließen")
    await carla.replies(thread, "Ja.")
    anna.hears("Ja.")


async def test_a_thread_beyond_measure_shows_its_end(carla: Person) -> None:
    for number in range(35):
        await carla.says(f"/antwort 1 // Notiz {number}.")
    skips(carla)
    await carla.says("/ticket 1")
    heard = carla.hears("Die ersten 6 Einträge sind hier nicht gezeigt", "Notiz 5.", "Notiz 34.")
    assert "Notiz 4." not in heard.text
