"""The advisors' view: only houses that agreed, no names and notes, and a remark at one press."""

import pytest

from handlers.desk import House
from people.person import Role
from tests.dialogue.guide_scenes import begins, opens, with_linked_entries
from tests.dialogue.scenes import give_role
from tests.dialogue.scenes import joins as joins_advisors
from tests.stage import Person, Theatre


@pytest.fixture
def house(house: House) -> House:
    return with_linked_entries(house)


async def agrees(person: Person) -> None:
    await person.says("/fahrplan")
    person.hears("Mehr")
    await person.presses("Mehr")
    person.hears("Was möchten Sie tun?")
    await person.presses("Beratung mitsehen lassen")
    person.hears("Im Moment: nein", "Notizen und Namen sehen sie nicht", "Zurück", "Abbrechen")
    await person.presses("Ja, mitsehen lassen")
    person.hears("Im Moment: ja")


async def test_without_consent_the_advisors_see_nothing(anna: Person, carla: Person) -> None:
    await joins_advisors(carla)
    await begins(anna)
    await carla.says("/fahrplaene")
    carla.hears("Kein Haus hat zugestimmt")
    for press in ("plan_look:1", "plan_which:1", "plan_remark:1.konzept"):
        await carla.sends_press(press)
        carla.hears("darf die Beratung nicht sehen")
    await carla.says("/bemerkung 1 Hallo")
    carla.hears("darf die Beratung nicht sehen")
    assert len(anna._all()) == 5


async def test_with_consent_the_advisors_see_the_step_and_leave_a_remark(
    anna: Person, carla: Person
) -> None:
    await joins_advisors(carla)
    await begins(anna)
    await opens(anna, "Im eigenen Haus klären")
    await anna.presses("☐ Das Team ist dafür")
    anna.hears("Abgehakt")
    await anna.presses("Mein Weg")
    anna.hears("Erledigt")
    await agrees(anna)
    await carla.says("/fahrplaene")
    carla.hears("1 Kita (Kita): Im eigenen Haus klären, zuletzt 22. Nov. 2026")
    await carla.presses("1 · Kita")
    seen = carla.hears(
        "Kita · Gemeinnütziger Träger · Wir haben eine Idee · ab 2028",
        "0 von 16 Schritten erledigt",
        "☐ Im eigenen Haus klären: hier (1 von 2 Unterlagen)",
    )
    assert "Person 1" not in seen.text
    await carla.presses("Bemerkung: Im eigenen Haus klären")
    carla.hears("Schreiben Sie jetzt Ihre Bemerkung", "Zurück")
    await carla.says("Das <klingt> gut, weiter so!")
    carla.hears("ist unterwegs")
    anna.hears("Bemerkung der Beratung", "Das <klingt> gut", "Rückfrage an die Beratung")
    await anna.presses("Rückfrage an die Beratung")
    anna.hears("FZ-2026-0001", "Schritt im Fahrplan: Im eigenen Haus klären")
    carla.hears("FZ-2026-0001", "Abgehakt: Im eigenen Haus klären: Das Team ist dafür")
    step = await opens(anna, "Im eigenen Haus klären")
    assert "Beratung: Das <klingt> gut, weiter so!" in step.text


async def test_a_remark_on_another_step_and_one_by_command(anna: Person, carla: Person) -> None:
    await joins_advisors(carla)
    await begins(anna)
    await agrees(anna)
    await carla.sends_press("plan_look:1")
    carla.hears("1 · Kita")
    await carla.presses("Bemerkung zu anderem Schritt")
    carla.hears("Zu welchem Schritt", "Zurück")
    await carla.presses("Räume klären")
    carla.hears("Ihre Bemerkung zu „Räume klären“")
    await carla.says("Denken Sie an den Garten.")
    anna.hears("Räume klären", "Garten")
    carla.hears("unterwegs")
    await carla.says("/bemerkung 1 Schöner Anfang")
    anna.hears("Schritt „Im eigenen Haus klären“", "Schöner Anfang")
    carla.hears("unterwegs")
    await carla.says("/bemerkung")
    carla.hears("Bitte mit Nummer und Text")


async def test_consent_taken_back_ends_it_in_the_middle_of_a_remark(
    anna: Person, dora: Person, theatre: Theatre
) -> None:
    await give_role(theatre, "stage:dora", Role.ADVISOR)
    await begins(anna)
    await agrees(anna)
    await dora.sends_press("plan_remark:1.konzept")
    dora.hears("Schreiben Sie jetzt Ihre Bemerkung")
    await anna.presses("Nicht mehr mitsehen lassen")
    anna.hears("Im Moment: nein")
    await dora.says("Zu spät")
    dora.hears("darf die Beratung nicht sehen")
    anna.hears_nothing()


async def test_notes_stay_in_the_house(anna: Person, carla: Person) -> None:
    await joins_advisors(carla)
    await begins(anna)
    await opens(anna, "Räume klären")
    await anna.presses("Notizen")
    anna.hears("Noch keine Notiz")
    await anna.presses("Notiz schreiben")
    anna.hears("Notiz")
    await anna.says("Geheim: Miete zu hoch")
    anna.hears("Notiert")
    await agrees(anna)
    await carla.sends_press("plan_look:1")
    assert "Geheim" not in carla.hears("1 · Kita").text
