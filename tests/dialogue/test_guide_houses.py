"""Every kind of house, asked and led: its own steps, in its own order, and nobody left outside."""

import pytest

from guide.load import shipped
from guide.step import HOUSE, Option
from handlers.desk import House
from tests.dialogue.guide_scenes import begins, with_linked_entries
from tests.dialogue.scenes import passes
from tests.stage import Person, Theatre

CARRIERS = {
    "kita": "Gemeinnütziger Träger",
    "verein": "Gemeinnütziger Träger",
    "mgh": "Gemeinnütziger Träger",
    "fbs": "Gemeinnütziger Träger",
    "kommune": "Stadt, Gemeinde oder Landkreis",
    "kirche": "Kirchengemeinde",
    "andere": "Weiß ich nicht",
}
# What only such a house sees, and what it does not.
OWN = {
    "kita": ("Die Kita für alle Familien öffnen", "Beide Programme auseinanderhalten"),
    "verein": ("Kommune und Jugendamt einbinden", "Die Kita für alle Familien öffnen"),
    "mgh": ("Beide Programme auseinanderhalten", "Die Kita für alle Familien öffnen"),
    "fbs": ("Kommune und Jugendamt einbinden", "Einen Träger finden"),
    "kommune": ("Im eigenen Rathaus abstimmen", "Kommune und Jugendamt einbinden"),
    "kirche": ("Klären, ob Ihr Träger antragen darf", "Im eigenen Rathaus abstimmen"),
    "andere": ("Klären, ob Ihr Träger antragen darf", "Die Kita für alle Familien öffnen"),
}
houses = shipped().question(HOUSE)
assert houses


@pytest.fixture
def house(house: House) -> House:
    return with_linked_entries(house)


@pytest.mark.parametrize("kind", houses.options, ids=lambda option: option.id)
async def test_every_kind_of_house_is_led_from_the_first_step_to_the_last(
    anna: Person, kind: Option
) -> None:
    way = await begins(
        anna, kind.title, CARRIERS[kind.id], "Der Träger hat Ja gesagt", "Das ist noch offen"
    )
    assert kind.title in way.text
    await anna.presses("Alle Schritte")
    steps = anna.hears("Alle Schritte").text
    wanted, unwanted = OWN[kind.id]
    assert wanted in steps
    assert unwanted not in steps
    assert "Im eigenen Haus klären" not in steps  # that was decided long ago
    await anna.presses("1")
    seen = [anna.hears("Schritt 1 von")]
    while "Weiter" in seen[-1].labels:
        await anna.presses("Weiter", on=seen[-1])
        seen.append(anna.hears("Zurück", "Abbrechen", "Beratung fragen"))
    assert "Eröffnen und dranbleiben" in seen[-1].text
    titles = [heard.text.splitlines()[0] for heard in seen]
    assert [t for t in titles if f"von {len(seen)}: " in t] == titles
    assert all(len(heard.text) < 1700 and len(heard.buttons) <= 16 for heard in seen)


@pytest.mark.parametrize("kind", houses.options, ids=lambda option: option.id)
async def test_what_is_left_out_has_its_reason(anna: Person, kind: Option) -> None:
    await begins(anna, kind.title, CARRIERS[kind.id], "Wir haben eine Idee", "Das ist noch offen")
    await anna.presses("Mehr")
    anna.hears("Was möchten Sie tun?")
    await anna.presses("Nicht nötige Schritte")
    heard = anna.hears("Bei Ihnen nicht nötig", OWN[kind.id][1])
    lines = heard.text.splitlines()[2:]
    assert lines
    assert all(len(line.partition(": ")[2]) > 10 for line in lines)


@pytest.mark.parametrize("kind", houses.options, ids=lambda option: option.id)
async def test_a_commercial_carrier_is_told_at_once_kindly_and_what_can_be_done(
    anna: Person, carla: Person, kind: Option
) -> None:
    told = await begins(anna, kind.title, "Ein Unternehmen (gewerblich)")
    for part in ("Danke", "leider nicht selbst", "Was Sie tun können", "Träger"):
        assert part in told.text
    assert {"Zurück", "Abbrechen", "Beratung fragen"} <= set(told.labels)
    await anna.presses("Beratung fragen")
    anna.hears("FZ-2026-0001")
    carla.hears("Ein Unternehmen (gewerblich)", kind.title)
    await anna.says("/fahrplan")
    anna.hears("leider nicht selbst")
    await anna.presses("Wir suchen einen Träger")
    anna.hears("Frage 3 von 4")
    await anna.presses("Wir haben eine Idee")
    anna.hears("Frage 4 von 4")
    await anna.presses("Das ist noch offen")
    anna.hears("Wir haben noch keinen Träger")
    await anna.presses("Alle Schritte")
    anna.hears("Einen Träger finden", "Wenn nötig: einen Verein gründen")


@pytest.mark.parametrize(
    ("said", "understood"),
    [
        ("Wir sind ein Kindergarten der Kirchengemeinde", "Kita"),
        ("ev. Kirchengemeinde", "Kirchengemeinde"),
        ("MGH", "Mehrgenerationenhaus"),
        ("Sportverein!", "Verein"),
        ("das rathaus", "Stadt, Gemeinde oder Landkreis"),
        ("4", "Familienbildungsstätte"),
        ("Etwas anderes", "Etwas anderes"),
    ],
)
async def test_an_answer_can_be_typed(anna: Person, said: str, understood: str) -> None:
    await anna.says("/fahrplan")
    anna.hears("Frage 1 von 4")
    await anna.says(said)
    anna.hears("Frage 2 von 4", f"Bisher: {understood}")


async def test_what_is_no_answer_is_asked_again_and_a_question_is_answered(anna: Person) -> None:
    await anna.says("/fahrplan")
    anna.hears("Frage 1 von 4")
    await anna.says("Ein Zirkus")
    anna.hears("keiner Antwort zuordnen", "Was für ein Haus sind Sie?", "Kita")
    await anna.says("Wie viel bekommt man da eigentlich vom Land?")
    anna.hears("18.000 Euro", "Zurück zum Fahrplan")
    await anna.presses("Zurück zum Fahrplan")
    anna.hears("Frage 1 von 4")


async def test_one_can_go_back_and_answer_differently(anna: Person) -> None:
    await begins(anna, "Kita", "Gemeinnütziger Träger")
    await anna.presses("Zurück")
    anna.hears("Frage 2 von 4")
    await anna.presses("Zurück")
    anna.hears("Frage 1 von 4")
    await anna.presses("Verein")
    anna.hears("Frage 3 von 4", "Verein, Gemeinnütziger Träger")
    await anna.says("zurück")
    anna.hears("Frage 2 von 4")
    await anna.says("abbrechen")
    anna.hears("alles ist gespeichert")


async def test_the_questions_go_on_another_day(anna: Person, theatre: Theatre) -> None:
    heard = await begins(anna, "Kita", "Gemeinnütziger Träger")
    await anna.presses("Abbrechen", on=heard)
    anna.hears("alles ist gespeichert")
    passes(theatre, days=40)
    await anna.says("/fahrplan")
    anna.hears("Frage 3 von 4", "Bisher: Kita, Gemeinnütziger Träger")


async def test_an_answer_can_be_changed_later(anna: Person) -> None:
    await begins(anna)
    for press, hears in (
        ("Mehr", "Was möchten Sie tun?"),
        ("Angaben ändern", "Haus: Kita"),
        ("Haus ändern", "Was für ein Haus sind Sie?"),
        ("Mehrgenerationenhaus", "Mehrgenerationenhaus · Gemeinnütziger Träger"),
    ):
        await anna.presses(press)
        anna.hears(hears)
    await anna.presses("Alle Schritte")
    anna.hears("Beide Programme auseinanderhalten")


def test_the_kinds_are_those_of_the_data() -> None:
    assert houses
    assert {option.id for option in houses.options} == set(CARRIERS) == set(OWN)
