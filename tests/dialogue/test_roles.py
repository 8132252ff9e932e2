"""Roles: given, withdrawn, and the last admin stays."""

import pytest

from people.person import Role
from tests.dialogue.scenes import give_role, opens_ticket, roles
from tests.stage import Person, Theatre

REFUSED = "nur Personen mit der Rolle „beratung“"


async def test_an_admin_gives_and_takes_the_advisors_role(
    root: Person, dora: Person, anna: Person, carla: Person
) -> None:
    await opens_ticket(anna, carla)
    await dora.says("/antwort 1 Ja")
    dora.hears(REFUSED)
    await root.says("/rollen stage:dora beratung")
    root.hears("stage:dora hat jetzt die Rolle beratung.")
    await dora.says("/antwort 1 Ja")
    dora.hears("unterwegs")
    anna.hears("Ja")
    await root.says("/rollen stage:dora nutzer")
    root.hears("stage:dora hat jetzt die Rolle nutzer.")
    await dora.says("/antwort 1 Nein")
    dora.hears(REFUSED)
    anna.hears_nothing()


@pytest.mark.parametrize(
    "typed",
    [
        "/rollen stage:dora Beratung",
        "/rollen  stage:dora \n beratung",
        "/ROLLEN STAGE:dora BERATUNG",
    ],
)
async def test_a_role_is_given_however_it_is_typed(
    root: Person, theatre: Theatre, typed: str
) -> None:
    await root.says(typed)
    root.hears("stage:dora hat jetzt die Rolle beratung.")
    assert (await roles(theatre))["stage:dora"] == "beratung"


async def test_bad_input_changes_nothing_and_shows_how(root: Person, theatre: Theatre) -> None:
    for typed in ["/rollen", "/rollen dora beratung", "/rollen stage:dora",
     "/rollen stage:dora chef", "/rollen stage: beratung", "/rollen :dora beratung",
     "/rollen beratung stage:dora",
     "/rollen stage:dora beratung admin", f"/rollen stage:{'9' * 200} beratung"]:  # fmt: skip
        await root.says(typed)
        root.hears("Rollen\nstage:root: admin", "Bitte mit Adresse und Rolle", "/adresse")
        assert await roles(theatre) == {"stage:root": "admin"}


async def test_everybody_can_learn_their_address(anna: Person) -> None:
    await anna.says("/adresse")
    anna.hears("stage:anna")


@pytest.mark.parametrize("role", [Role.PERSON, Role.ADVISOR, Role.EDITOR])
async def test_only_an_admin_gives_roles(anna: Person, theatre: Theatre, role: Role) -> None:
    await give_role(theatre, "stage:anna", role)
    await anna.says("/rollen stage:anna admin")
    anna.hears("nur Personen mit der Rolle „admin“")
    await anna.says("/rollen")
    assert "stage:" not in anna.hears("nur Personen mit der Rolle „admin“").text
    assert (await roles(theatre))["stage:anna"].removesuffix(" barred") == role


async def test_an_admin_of_the_settings_is_not_withdrawn_in_vain(
    root: Person, theatre: Theatre
) -> None:
    await root.says("/rollen stage:root nutzer")
    root.hears("durch die Einstellung ADMINS")
    assert (await roles(theatre))["stage:root"] == "admin"


async def test_the_last_admin_stays(dora: Person, theatre: Theatre) -> None:
    await give_role(theatre, "stage:dora", Role.ADMIN)
    for role in ("nutzer", "beratung", "redaktion"):
        await dora.says(f"/rollen stage:dora {role}")
        dora.hears("Das ist der letzte Admin")
    await dora.says("/rollen stage:anna admin")
    dora.hears("hat jetzt die Rolle admin")
    await Person(theatre, "anna", "anna").says("/start")
    await dora.says("/rollen stage:dora nutzer")
    dora.hears("hat jetzt die Rolle nutzer")
    await dora.says("/rollen")
    dora.hears("nur Personen mit der Rolle „admin“")
    assert (await roles(theatre))["stage:anna"] == "admin"


async def test_roles_are_given_with_buttons_and_every_change_is_written_down(
    root: Person, dora: Person, theatre: Theatre
) -> None:
    await root.says("/rollen stage:dora beratung")
    root.hears("stage:dora hat jetzt die Rolle beratung.")
    await root.says("/rollen")
    root.hears("stage:dora: beratung", "Protokoll", "Abbrechen")
    await root.presses("stage:dora: beratung")
    root.hears("stage:dora hat die Rolle beratung", "nutzer", "redaktion", "admin", "Zurück")
    await root.presses("redaktion")
    root.hears("stage:dora hat jetzt die Rolle redaktion.")
    await root.says("/rollen")
    root.hears("stage:dora: redaktion")
    await root.presses("Protokoll")
    root.hears(
        "22.11.2026, 12:00 Uhr: stage:root, Rolle: stage:dora (beratung → redaktion)",
        "stage:root, Rolle: stage:dora (nutzer → beratung)",
    )
    assert (await roles(theatre))["stage:dora"] == "redaktion"
    assert dora.name


async def test_the_last_admin_stays_by_button_too(dora: Person, theatre: Theatre) -> None:
    await give_role(theatre, "stage:dora", Role.ADMIN)
    await dora.sends_press("role_give:1.nutzer")
    dora.hears("Das ist der letzte Admin")
    for value in ("1", "1.chef", "99.admin", ".admin", "x.admin"):
        await dora.sends_press(f"role_give:{value}")
        dora.hears("gilt nicht mehr")
    assert await roles(theatre) == {"stage:dora": "admin"}
