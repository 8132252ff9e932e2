"""Who is an advisor: not whoever writes in the group, and in no other one."""

from dataclasses import replace
from datetime import timedelta

from handlers.desk import House
from people.person import Role
from tests.conftest import GROUP
from tests.dialogue.scenes import HENS, give_role, joins, opens_ticket, passes, roles
from tests.stage import Person, Theatre

REFUSED = "nur Personen mit der Rolle „beratung“"


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
    theatre.clock.moves(timedelta(minutes=5))
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
    dora.hears("der Beratung zu FZ-2026-0001", "Das weiß ich selbst")
    dora.hears("unterwegs")
