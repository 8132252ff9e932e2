"""One plan, several people: a code, names of one's own choice, going and handing over."""

import re
from datetime import timedelta

import pytest

from handlers.desk import House
from tests.dialogue.guide_scenes import begins, opens, with_linked_entries
from tests.stage import Person, Theatre


@pytest.fixture
def house(house: House) -> House:
    return with_linked_entries(house)


async def shares(owner: Person) -> str:
    await owner.says("/fahrplan")
    owner.hears("Gemeinsam")
    await owner.presses("Gemeinsam")
    heard = owner.hears("Gemeinsam an", "Zurück", "Abbrechen")
    await owner.presses("Neuer Code" if "Neuer Code" in heard.labels else "Code erzeugen")
    found = re.search(r"/fahrplan (\S+)", owner.hears("Code zum Mitmachen").text)
    assert found
    return found[1]


async def joins(person: Person, code: str, label: str, owner: Person) -> None:
    await person.says(f"/fahrplan {code.lower()}")
    person.hears("Sie arbeiten jetzt an Kita mit", "Ohne Namen", "Zurück", "Abbrechen")
    owner.hears("Person 2 arbeitet jetzt an „Kita“ mit")
    await person.says(label)
    person.hears(f"Die anderen sehen Sie als {label}", "Fahrplan: Kita")


async def test_colleagues_see_who_ticked_what_and_when(anna: Person, bert: Person) -> None:
    await begins(anna)
    code = await shares(anna)
    await joins(bert, code, "Bert", anna)
    await opens(bert, "Räume klären")
    await bert.presses("☐ Räume für die Angebote gefunden")
    bert.hears("☑ Räume für die Angebote gefunden: Bert, 22. Nov. 2026")
    step = await opens(anna, "Räume klären")
    assert "☑ Räume für die Angebote gefunden: Bert, 22. Nov. 2026" in step.text
    await anna.says("/fahrplan")
    anna.hears("Gemeinsam")
    await anna.presses("Gemeinsam")
    anna.hears("Person 1 (Sie), verantwortlich, seit 22. Nov. 2026", "Bert, seit 22. Nov. 2026")


async def test_the_code_can_be_typed_after_a_press(anna: Person, bert: Person) -> None:
    await begins(anna)
    code = await shares(anna)
    await bert.says("/fahrplan")
    bert.hears("Frage 1 von 4")
    await bert.presses("Zurück")
    bert.hears("Ihre Fahrpläne", "Mit Code mitmachen")
    await bert.presses("Mit Code mitmachen")
    bert.hears("Schreiben Sie den Code", "Zurück", "Abbrechen")
    await bert.says(code)
    bert.hears("Sie arbeiten jetzt an Kita mit")
    anna.hears("Person 2")
    await bert.presses("Ohne Namen")
    bert.hears("Fahrplan: Kita")
    await bert.says(f"/fahrplan {code}")
    bert.hears("Sie arbeiten an Kita schon mit")


async def test_a_wrong_an_old_and_a_replaced_code_let_nobody_in(
    anna: Person, bert: Person, theatre: Theatre
) -> None:
    await begins(anna)
    code = await shares(anna)
    newer = await shares(anna)
    for wrong in ("ABCD-EFGH", code, "x", "%"):
        await bert.says(f"/fahrplan {wrong}")
        bert.hears("Diesen Code gibt es nicht, oder er ist abgelaufen")
    theatre.clock.moves(timedelta(days=15))
    await bert.says(f"/fahrplan {newer}")
    bert.hears("abgelaufen")


async def test_the_owner_removes_somebody_whose_ticks_and_name_stay(
    anna: Person, bert: Person
) -> None:
    await begins(anna)
    code = await shares(anna)
    await joins(bert, code, "Bert", anna)
    await opens(bert, "Räume klären")
    await bert.presses("☐ Räume für die Angebote gefunden")
    bert.hears("Abgehakt")
    await anna.presses("Gemeinsam")
    anna.hears("Bert entfernen", "An Bert übergeben")
    await anna.presses("Bert entfernen")
    anna.hears("Bert aus „Kita“ entfernen?", "Zurück", "Abbrechen")
    await anna.presses("Ja")
    anna.hears("Bert arbeitet nicht mehr an „Kita“ mit")
    bert.hears("Sie arbeiten nicht mehr an „Kita“ mit")
    await bert.presses("Mein Weg")  # an old button
    bert.hears("Dieser Knopf gilt nicht mehr")
    await bert.says(f"/fahrplan {code}")  # and the code known from before
    bert.hears("Diesen Code gibt es nicht")
    assert "Bert, 22. Nov. 2026" in (await opens(anna, "Räume klären")).text


async def test_a_plan_is_handed_over_when_somebody_leaves(anna: Person, bert: Person) -> None:
    await begins(anna)
    await joins(bert, await shares(anna), "Bert", anna)
    await anna.presses("Gemeinsam")
    anna.hears("Person 1 (Sie), verantwortlich")
    await anna.sends_press("plan_remove:1.1")
    anna.hears("Übergeben Sie den Fahrplan zuerst")
    await anna.presses("An Bert übergeben")
    anna.hears("an Bert übergeben?")
    await anna.presses("Ja")
    anna.hears("Bert ist jetzt für „Kita“ verantwortlich")
    bert.hears("Sie sind jetzt für den Fahrplan „Kita“ verantwortlich")
    await anna.presses("Zurück")
    anna.hears("Nicht mehr mitmachen")
    await anna.presses("Nicht mehr mitmachen")
    anna.hears("Bei „Kita“ nicht mehr mitmachen?")
    await anna.presses("Ja")
    anna.hears("Sie arbeiten nicht mehr an „Kita“ mit")
    bert.hears("Person 1 arbeitet nicht mehr an „Kita“ mit")
    await bert.says("/fahrplan")
    bert.hears("Fahrplan: Kita")


@pytest.mark.parametrize(
    "press",
    ["plan_share:1", "plan_hand:1.1", "plan_remove:1.1", "plan_erase:1", "plan_consent:1.1"],
)
async def test_what_only_the_owner_may_a_colleague_may_not(
    anna: Person, bert: Person, press: str
) -> None:
    await begins(anna)
    await joins(bert, await shares(anna), "Bert", anna)
    await bert.sends_press(press)
    bert.hears("Das kann nur die Person, die für den Fahrplan verantwortlich ist")
    anna.hears_nothing()


async def test_who_was_removed_can_be_invited_again(anna: Person, bert: Person) -> None:
    await begins(anna)
    await joins(bert, await shares(anna), "Bert", anna)
    await anna.sends_press("plan_remove:1.2.ja")
    anna.hears("Bert arbeitet nicht mehr")
    bert.hears("nicht mehr")
    await bert.says(f"/fahrplan {await shares(anna)}")
    bert.hears("Sie arbeiten jetzt an Kita mit", "„Bert“")
    anna.hears("Bert arbeitet jetzt an „Kita“ mit")
