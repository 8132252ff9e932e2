"""The partner finder: whom to win, for this kind of house and place; asked, agreed, signed."""

import pytest

from handlers.desk import House
from tests.dialogue.guide_scenes import begins, opens, with_linked_entries
from tests.stage import Heard, Person


@pytest.fixture
def house(house: House) -> House:
    return with_linked_entries(house)


async def finder(person: Person, *answers: str) -> Heard:
    await begins(person, *answers)
    await person.presses("Partner")
    return person.hears("Partner gewinnen", "Zurück", "Abbrechen")


async def test_the_step_leads_to_the_finder(anna: Person) -> None:
    await begins(anna)
    await opens(anna, "Partner gewinnen")
    await anna.presses("Partner finden")
    anna.hears("Diese Stellen passen zu Ihrem Haus")


@pytest.mark.parametrize(
    ("kind", "carrier", "missing"),
    [
        ("Kita", "Gemeinnütziger Träger", "Kitas in der Nachbarschaft"),
        ("Familienbildungsstätte", "Gemeinnütziger Träger", "Familienbildungsstätte"),
        ("Mehrgenerationenhaus", "Gemeinnütziger Träger", "Seniorengruppen"),
        ("Kita", "Stadt, Gemeinde oder Landkreis", "Stadt, Gemeinde, Landkreis"),
    ],
)
async def test_nobody_is_told_to_win_themselves(
    anna: Person, kind: str, carrier: str, missing: str
) -> None:
    heard = await finder(anna, kind, carrier, "Wir haben eine Idee", "Das ist noch offen")
    assert missing not in heard.labels
    assert {"Jugendamt", "Migrationsdienst", "Gesundheit und Frühe Hilfen", "Sportverein"} <= set(
        heard.labels
    )


async def test_town_or_country_makes_a_difference(anna: Person) -> None:
    await finder(anna)
    await anna.presses("Stadt oder Land")
    anna.hears("Wo liegt Ihr Haus?", "Zurück", "Abbrechen")
    await anna.says("auf dem Dorf")
    anna.hears("Partner gewinnen", "Häuser in den Nachbarorten")
    await anna.presses("Stadt oder Land")
    anna.hears("Wo liegt Ihr Haus?")
    await anna.presses("In einer Stadt")
    assert "Häuser in den Nachbarorten" not in anna.hears("Partner gewinnen").labels


async def test_a_partner_is_asked_agrees_and_signs(anna: Person) -> None:
    await finder(anna)
    await anna.presses("Sportverein")
    partner = anna.hears(
        "Kann einbringen: Sport", "Noch nicht gefragt", "☐ gefragt", "Erster Brief"
    )
    await anna.presses("☐ gefragt")
    anna.hears("Abgehakt: gefragt", "☑ gefragt: Person 1, 22. Nov. 2026")
    await anna.presses("☐ gefragt", on=partner)
    anna.hears("☑ gefragt: Person 1")
    for stage in ("zugesagt", "unterschrieben"):
        await anna.presses(f"☐ {stage}")
        anna.hears(f"☑ {stage}: Person 1")
    await anna.presses("☑ unterschrieben")
    anna.hears("Wieder offen: unterschrieben")
    await anna.presses("Zurück")
    anna.hears("Sportverein: gefragt, zugesagt")


async def test_the_first_letter_names_house_place_and_deadline(anna: Person) -> None:
    await finder(anna)
    await anna.presses("Stadt, Gemeinde, Landkreis")
    anna.hears("Stellungnahme")
    await anna.presses("Erster Brief")
    anna.hears("wir sind eine Kita in [Ihr Ort]", "Ort nennen", "Zurück")
    await anna.presses("Ort nennen")
    anna.hears("In welchem Ort", "Zurück", "Abbrechen")
    await anna.says("Groß-Gerau")
    anna.hears("Ort: Groß-Gerau", "Partner gewinnen in Groß-Gerau")
    await anna.presses("Stadt, Gemeinde, Landkreis")
    anna.hears("Kann einbringen")
    await anna.presses("Erster Brief")
    letter = anna.hears("wir sind eine Kita in Groß-Gerau", "31. Oktober 2027")
    assert "{" not in letter.text
