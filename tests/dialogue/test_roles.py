"""Who may do what: given, withdrawn, and never slipped into."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from bot import first_admin
from handlers.desk import House
from people import person as model
from people.admin_code import AdminCode, AdminCodes
from people.person import Role
from tests.conftest import GROUP
from tests.dialogue.scenes import HENS, give_role, joins, opens_ticket, passes
from tests.stage import Person, Theatre

REFUSED = "nur Personen mit der Rolle „beratung“"


async def roles(theatre: Theatre) -> dict[str, str]:
    async with theatre.database.read() as session:
        found = await session.scalars(select(model.Person))
        return {p.address: p.role + (" barred" if p.barred else "") for p in found}


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
    await dora.says("/rollen stage:dora nutzer")
    dora.hears("hat jetzt die Rolle nutzer")
    await dora.says("/rollen")
    dora.hears("nur Personen mit der Rolle „admin“")
    assert (await roles(theatre))["stage:anna"] == "admin"


async def test_writing_in_the_advisors_group_makes_nobody_an_advisor(
    carla: Person, anna: Person, root: Person, theatre: Theatre
) -> None:
    card = await opens_ticket(anna, carla)
    await carla.replies(card, "Ja.")
    asked = carla.hears("Carla ist hier noch nicht als Beratung eingetragen", "Carla zulassen")
    anna.hears_nothing()
    assert (await roles(theatre))["stage:carla"] == "nutzer"
    admin = Person(theatre, GROUP, root.name)
    await admin.presses("Carla zulassen", on=asked)
    carla.hears("Willkommen in der Beratung", "/rollen stage:carla nutzer")
    await carla.replies(card, "Ja.")
    anna.hears("Ja.")
    carla.hears("unterwegs")
    await carla.says("Wer macht morgen Dienst?")
    carla.hears_nothing()  # welcome once
    assert (await roles(theatre))["stage:carla"] == "beratung"


async def test_reading_in_the_group_makes_nobody_an_advisor(
    carla: Person, anna: Person, theatre: Theatre
) -> None:
    await opens_ticket(anna, carla)
    assert set(await roles(theatre)) == {"stage:anna"}


async def test_whose_role_was_withdrawn_does_not_come_back_through_the_group(
    carla: Person, anna: Person, root: Person, theatre: Theatre
) -> None:
    await joins(carla)
    card = await opens_ticket(anna, carla)
    for _ in range(2):  # to be sure, the admin says it twice
        await root.says("/rollen stage:carla nutzer")
        root.hears("hat jetzt die Rolle nutzer")
    passes(theatre, minutes=1)
    await carla.says("Ich bin wieder da!")
    carla.hears_nothing()
    await carla.replies(card, "Nein!")
    carla.hears(REFUSED)
    await carla.says("/antwort 1 Nein!")
    carla.hears(REFUSED)
    await carla.presses("Schließen", on=card)
    carla.hears(REFUSED)
    anna.hears_nothing()
    assert (await roles(theatre))["stage:carla"] == "nutzer barred"

    await root.says("/rollen stage:carla beratung")
    await carla.replies(card, "Ja!")
    anna.hears("Ja!")


async def test_a_person_can_be_barred_before_ever_writing(
    carla: Person, root: Person, theatre: Theatre
) -> None:
    await root.says("/rollen stage:carla nutzer")
    passes(theatre, minutes=1)
    await carla.says("Hallo!")
    carla.hears_nothing()
    assert (await roles(theatre))["stage:carla"] == "nutzer barred"


async def test_an_anonymous_admin_of_the_group_has_no_rights(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    card = await opens_ticket(anna, carla)
    nobody = Person(theatre, GROUP, None, _read=1)
    await nobody.replies(card, "Nein!")
    nobody.hears("unter Ihrem eigenen Namen")
    await nobody.says("/antwort 1 Nein!")
    nobody.hears("unter Ihrem eigenen Namen")
    await nobody.sends_press("close:1")
    nobody.hears("unter Ihrem eigenen Namen")
    await nobody.says("Nur so unter uns.")
    nobody.hears_nothing()
    anna.hears_nothing()
    assert set(await roles(theatre)) == {"stage:anna"}


async def test_a_foreign_group_learns_its_address_and_nothing_else(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    card = await opens_ticket(anna, carla)
    await joins(carla)
    stranger = Person(theatre, "-200", "carla")  # even an advisor, in the wrong group
    for typed in ("Wie viel?", "/start", "/hilfe", "/tickets", "/ticket 1", "/antwort 1 Nein",
                  "/anfrage Hallo", "/meine_anfragen", "Er schlägt mich"):  # fmt: skip
        await stranger.says(typed)
    await stranger.replies(card, "Nein")
    for data in ("thread:1", "close:1", "escalate:1", "reopen:1", "", "\0"):
        await stranger.sends_press(data)
    await theatre.deliver({"chat": "-200", "sender": "carla", "photo": []})
    stranger.hears_nothing()
    await stranger.says("/adresse")
    stranger.hears("stage:-200")
    await Person(theatre, "-200", None).says("/adresse")
    stranger.hears("stage:-200")
    stranger.hears_nothing()
    anna.hears_nothing()


async def test_private_matters_stay_out_of_the_group(carla: Person, theatre: Theatre) -> None:
    await joins(carla)
    for command in ("start", "anfrage Hallo", "meine_anfragen", "datenschutz", "themen"):
        await carla.says(f"/{command}")
        carla.hears("Das geht nur im Einzelchat")
    assert set(await roles(theatre)) == {"stage:carla", "stage:root"}


async def test_an_admin_of_the_settings_is_one_from_the_first_word_on(
    anna: Person, theatre: Theatre, house: House
) -> None:
    theatre.helpdesk._house = replace(house, admins=frozenset(["stage:anna"]))
    await anna.says("/rollen stage:bert redaktion")
    anna.hears("hat jetzt die Rolle redaktion")


async def test_an_advisor_may_ask_and_answer_their_own_question(
    dora: Person, carla: Person, theatre: Theatre
) -> None:
    await give_role(theatre, "stage:dora", Role.ADVISOR)
    await opens_ticket(dora, carla)
    await dora.says(f"/antwort 1 Das weiß ich selbst: {HENS}")
    dora.hears("Antwort der Beratung", "Das weiß ich selbst")
    dora.hears("unterwegs")


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


async def code_of(theatre: Theatre) -> str | None:
    async with theatre.database.write() as session:
        return await AdminCodes(session, theatre.clock()).make()


async def test_the_code_of_the_start_makes_the_first_admin_once(
    anna: Person, bert: Person, theatre: Theatre
) -> None:
    code = await code_of(theatre)
    assert code
    async with theatre.database.read() as session:
        stored = [row.digest for row in await session.scalars(select(AdminCode))]
    assert code.replace("-", "") not in stored[0].upper()
    for wrong in ("", "ABCD-EFGH-JKLM-NPQR", code[:-1], "%", "\0"):
        await bert.says(f"/admin {wrong}")
        bert.hears("Dieser Code gilt nicht")
    await anna.says(f"/admin {code.lower()}")
    anna.hears("Sie sind jetzt Admin")
    await bert.says(f"/admin {code}")
    bert.hears("Dieser Code gilt nicht")
    assert await roles(theatre) == {"stage:bert": "nutzer", "stage:anna": "admin"}
    assert await code_of(theatre) is None  # there is an admin now


async def test_a_new_start_makes_the_old_code_worthless(anna: Person, theatre: Theatre) -> None:
    old, new = await code_of(theatre), await code_of(theatre)
    await anna.says(f"/admin {old}")
    anna.hears("Dieser Code gilt nicht")
    await anna.says(f"/admin {new}")
    anna.hears("Sie sind jetzt Admin")


async def test_the_code_is_printed_only_while_there_is_no_admin(
    theatre: Theatre, house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    await first_admin.offer(theatre.database, house, theatre.clock())
    assert capsys.readouterr().out == ""  # ADMINS names one
    house.admins = frozenset()
    await first_admin.offer(theatre.database, house, theatre.clock())
    assert "/admin " in capsys.readouterr().out
    await give_role(theatre, "stage:anna", Role.ADMIN)
    await first_admin.offer(theatre.database, house, theatre.clock())
    assert capsys.readouterr().out == ""
