"""Admins by the setting ADMINS: who is taken out there is admin no more from the next start on."""

import pytest

from bot.running import appointed
from handlers.desk import House
from people.person import Role
from tests.conftest import GROUP
from tests.dialogue.scenes import card_of, give_role, joins, opens_ticket, roles, skips
from tests.stage import Person, Theatre

REFUSED = "nur Personen mit der Rolle „admin“"


async def restarts_with(theatre: Theatre, house: House, *admins: str) -> None:
    """Start again, with other admins in the settings."""
    house.admins = frozenset(admins)
    await appointed.follow(theatre.database, house, theatre.clock())
    await theatre.settle()


async def log_of(admin: Person) -> str:
    """Read the log as an admin does."""
    skips(admin)
    await admin.says("/rollen")
    admin.hears("Protokoll")
    await admin.presses("Protokoll")
    return admin.hears("Protokoll").text


async def test_who_is_taken_out_of_the_setting_is_no_admin_any_more(
    root: Person, dora: Person, theatre: Theatre, house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    await root.says("/rollen")
    root.hears("stage:root: admin (durch ADMINS)")
    await dora.says("/start")
    await restarts_with(theatre, house, "stage:dora")
    assert "stage:root ist nicht mehr Admin" in capsys.readouterr().out
    await root.says("/rollen stage:anna admin")
    root.hears(REFUSED)
    await root.sends_press("role_give:1.admin")
    root.hears(REFUSED)
    assert await roles(theatre) == {"stage:root": "nutzer", "stage:dora": "admin"}
    log = await log_of(dora)
    assert "ADMINS, Rolle: stage:root (admin → nutzer)" in log
    assert "ADMINS, Rolle: stage:dora (nutzer → admin)" in log
    assert "ADMINS, Rolle: stage:root (nutzer → admin)" in log  # root's first word


async def test_nothing_is_said_or_logged_where_the_setting_stays(
    root: Person, theatre: Theatre, house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    await root.says("/start")
    for _ in range(3):
        await restarts_with(theatre, house, "stage:root")
    assert capsys.readouterr().out == ""
    assert (await log_of(root)).count("ADMINS, Rolle") == 1


async def test_who_was_made_admin_in_the_chat_too_stays_it(
    root: Person, dora: Person, theatre: Theatre, house: House
) -> None:
    await dora.says("/start")
    for name in ("root", "dora"):
        await root.says(f"/rollen stage:{name} admin")
        root.hears(f"stage:{name} hat jetzt die Rolle admin.")
    await restarts_with(theatre, house)
    assert await roles(theatre) == {"stage:root": "admin", "stage:dora": "admin"}
    skips(root)
    await root.says("/rollen")
    assert "ADMINS" not in root.hears("stage:root: admin").text


async def test_what_was_given_in_the_chat_before_is_there_again(
    dora: Person, theatre: Theatre, house: House
) -> None:
    await give_role(theatre, "stage:dora", Role.EDITOR)
    await restarts_with(theatre, house, "stage:dora")
    await dora.says("/rollen")
    dora.hears("stage:dora: admin (durch ADMINS)")
    await restarts_with(theatre, house)
    assert await roles(theatre) == {"stage:dora": "redaktion"}


async def test_with_the_role_go_the_tickets_and_the_name(
    anna: Person, carla: Person, theatre: Theatre, house: House
) -> None:
    """Root answers in the group, too; afterwards the colleagues can take what root had."""
    card = await opens_ticket(anna, carla)
    admin = Person(theatre, GROUP, "root")
    await admin.presses("Übernehmen", on=card)
    assert "Root" in card_of(theatre).text
    skips(carla)
    await joins(carla)
    await restarts_with(theatre, house)
    assert "Root" not in card_of(theatre).text
    skips(carla)
    await admin.replies(card_of(theatre), "Ich noch einmal.")
    carla.hears("noch nicht als Beratung eingetragen")
    anna.hears_nothing()
    await carla.presses("Übernehmen", on=card_of(theatre))
    assert "Carla" in card_of(theatre).text


async def test_a_barred_person_gets_nothing_back_from_the_setting(
    root: Person, bert: Person, theatre: Theatre, house: House
) -> None:
    await bert.says("/start")
    await root.says("/rollen stage:bert nutzer")
    await restarts_with(theatre, house, "stage:root", "stage:bert")
    await bert.says("/rollen")
    bert.hears("Hier antwortet")
    bert.hears("Rollen")
    await restarts_with(theatre, house, "stage:root")
    assert await roles(theatre) == {"stage:root": "admin", "stage:bert": "nutzer barred"}


async def test_the_last_admin_who_ever_wrote_stays(
    root: Person, dora: Person, theatre: Theatre, house: House
) -> None:
    """An address with a slip of the finger in it is admin too, and nobody."""
    await give_role(theatre, "stage:dora", Role.ADMIN)
    await restarts_with(theatre, house)
    await dora.says("/rollen stage:drora admin")
    dora.hears("stage:drora hat jetzt die Rolle admin.")
    await dora.says("/rollen")
    dora.hears("stage:drora: admin (hat noch nie geschrieben)")
    await dora.says("/rollen stage:dora beratung")
    dora.hears("Das ist der letzte Admin")
    await dora.sends_press("role_give:1.nutzer")
    dora.hears("Das ist der letzte Admin")
    assert (await roles(theatre))["stage:dora"] == "admin"
    await Person(theatre, "drora", "drora").says("/start")
    await dora.says("/rollen stage:dora beratung")
    dora.hears("stage:dora hat jetzt die Rolle beratung.")
    assert root.name


async def test_an_admin_who_never_wrote_can_be_withdrawn(dora: Person, theatre: Theatre) -> None:
    await give_role(theatre, "stage:dora", Role.ADMIN)
    await dora.says("/rollen stage:drora admin")
    dora.hears("hat jetzt die Rolle admin")
    await dora.says("/rollen stage:drora nutzer")
    dora.hears("hat jetzt die Rolle nutzer")
