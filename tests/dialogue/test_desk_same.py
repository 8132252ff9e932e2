"""The same question twice: one ticket of one person, one answer for many."""

import pytest

from tests.dialogue.scenes import HENS, card_of, joins, opens_ticket, skips, thread_of
from tests.stage import Person, Theatre

ALSO = "Dürfen wir im Hof auch Hühner halten?"


async def test_the_same_question_is_offered_instead_of_a_second_ticket(
    anna: Person, carla: Person
) -> None:
    await anna.says(f"/anfrage {HENS}")
    anna.hears("FZ-2026-0001")
    carla.hears("FZ-2026-0001")
    await anna.says(f"/anfrage {ALSO}")
    anna.hears("es liegt als FZ-2026-0001 bei der Beratung", HENS, "Dazu schreiben")
    carla.hears_nothing()
    await anna.presses("Dazu schreiben")
    anna.hears("Ich habe es zu FZ-2026-0001 dazugelegt")
    carla.hears("FZ-2026-0001", ALSO)


async def test_it_can_be_another_question_all_the_same(anna: Person, carla: Person) -> None:
    await anna.says(f"/anfrage {HENS}")
    await anna.says(f"/anfrage {ALSO}")
    skips(anna, carla)
    for told in ("FZ-2026-0002 liegt jetzt bei der Beratung", "FZ-2026-0002 liegt schon bei der"):
        await anna.presses("Nein, neue Anfrage")
        anna.hears(told)
    carla.hears("FZ-2026-0002", ALSO)


async def test_anothers_question_is_nobodys_business(
    anna: Person, bert: Person, carla: Person
) -> None:
    await opens_ticket(anna, carla)
    await bert.says(f"/anfrage {HENS}")
    bert.hears("Ihre Anfrage FZ-2026-0002 liegt jetzt bei der Beratung")


@pytest.fixture
async def _three(anna: Person, bert: Person, carla: Person, theatre: Theatre) -> None:
    """Three people ask nearly the same, a fourth something else."""
    await joins(carla)
    gerd, hanne = theatre.person("gerd"), theatre.person("hanne")
    for asker, text in ((anna, HENS), (bert, ALSO), (gerd, HENS), (hanne, "Wohin mit dem Mist?")):
        await asker.says(f"/anfrage {text}")
        skips(asker)
    skips(carla)


@pytest.mark.usefixtures("_three")
async def test_near_duplicates_are_shown(theatre: Theatre) -> None:
    alike = [text for text in thread_of(theatre, "-100") if "fragt dasselbe wie" in text]
    assert alike[0] == "FZ-2026-0002 · fragt dasselbe wie FZ-2026-0001."
    assert len(alike) == 2


@pytest.mark.usefixtures("_three")
async def test_a_confirmed_list_is_answered_once(
    anna: Person, bert: Person, carla: Person, theatre: Theatre
) -> None:
    await carla.presses("Gemeinsam beantworten")
    listed = carla.hears("Stimmt die Liste?", "FZ-2026-0001", "FZ-2026-0002", "FZ-2026-0003")
    assert "FZ-2026-0004" not in listed.text
    await carla.says("Noch nicht bestätigt.")
    anna.hears_nothing()
    await carla.presses("Alle 3 beantworten", on=listed)
    carla.hears("Schreiben Sie jetzt die Antwort; sie geht in 3 Anfragen.")
    await carla.says("Ja, drei.")
    anna.hears("Antwort der Beratung zu FZ-2026-0001", "Ja, drei.")
    bert.hears("Antwort der Beratung zu FZ-2026-0002", "Ja, drei.")
    assert len(thread_of(theatre, "hanne")) == 1
    await carla.says("Mahlzeit!")  # one answer, not everything from here on
    anna.hears_nothing()
    await bert.says("/meine_anfragen")  # each has a thread of its own
    assert "FZ-2026-0001" not in bert.hears("FZ-2026-0002 (beantwortet)").text
    skips(carla)
    await carla.says("/ticket 2")
    carla.hears(f"Person\n{ALSO}", "Ja, drei.")


@pytest.mark.usefixtures("_three")
async def test_one_is_left_out_and_one_answered_meanwhile_is_left(
    anna: Person, bert: Person, carla: Person, theatre: Theatre
) -> None:
    await carla.presses("Gemeinsam beantworten")
    await carla.presses("Ohne FZ-2026-0002")
    await carla.presses("Alle 2 beantworten")
    await carla.says("/antwort 1 Nein!")
    anna.hears("Nein!")
    skips(carla)
    await carla.says("Ja, drei.")
    said = thread_of(theatre, "-100")
    assert "FZ-2026-0001 wurde inzwischen beantwortet und blieb, wie es ist." in said
    anna.hears_nothing()
    bert.hears_nothing()
    assert "beantwortet" in card_of(theatre, 3).text
    assert "offen" in card_of(theatre, 2).text


@pytest.mark.usefixtures("_three")
async def test_an_unconfirmed_list_is_cancelled(carla: Person, anna: Person) -> None:
    await carla.presses("Gemeinsam beantworten")
    listed = carla.hears("Stimmt die Liste?")
    await carla.presses("Abbrechen", on=listed)
    carla.hears("Abgebrochen")
    for label in ("Alle 3 beantworten", "Ohne FZ-2026-0002"):
        await carla.presses(label, on=listed)
        carla.hears("nichts (mehr) gemeinsam zu beantworten")
    await carla.says("Ja, drei.")
    anna.hears_nothing()
