"""Nobody becomes an advisor by group, name or forwarded message: only by an admin's press."""

import pytest

from people.person import Role
from people.store import PersonStore
from tests.conftest import GROUP
from tests.dialogue.scenes import card_of, give_role, passes, skips
from tests.stage import Heard, Person, Theatre

pytestmark = pytest.mark.usefixtures("_ticket")

REFUSED = "nur Personen mit der Rolle „beratung“"


@pytest.fixture
def otto(theatre: Theatre) -> Person:
    """Otto was let into the group by somebody."""
    stranger = Person(theatre, GROUP, "otto")
    skips(stranger)
    return stranger


async def tries_everything(stranger: Person, card: Heard) -> None:
    await stranger.says("Ja, drei.", reply_to=card.id)
    await stranger.says("/antwort 1 Ja, drei.")
    await stranger.shows("Bild", "hof.jpg", "Ja!", reply_to=card.id)
    for data in ("take:1", "close_as:1.0", "thread:1", "reply:1", "snooze_for:1.1", "again:1"):
        await stranger.sends_press(data)
    await stranger.says("Ja, drei.")


async def test_a_stranger_in_the_group_does_nothing(
    otto: Person, anna: Person, theatre: Theatre
) -> None:
    before = card_of(theatre).text
    await tries_everything(otto, card_of(theatre))
    anna.hears_nothing()
    for _ in range(9):
        otto.hears("Otto ist hier noch nicht als Beratung eingetragen", "Otto zulassen")
    assert card_of(theatre).text == before


async def test_a_strangers_first_word_asks_the_admins_once(otto: Person, theatre: Theatre) -> None:
    await otto.says("Hallo zusammen!")
    otto.hears("Otto ist hier noch nicht als Beratung eingetragen")
    passes(theatre, minutes=1)
    await otto.says("Schönes Wetter.")
    otto.hears_nothing()


@pytest.mark.parametrize("who", ["otto", "carla", "emil"])
async def test_only_an_admin_admits(otto: Person, theatre: Theatre, who: str) -> None:
    await give_role(theatre, "stage:emil", Role.EDITOR)
    await otto.says("Hallo!")
    asked = otto.hears("Otto zulassen")
    presser = Person(theatre, GROUP, who)
    skips(presser)
    await presser.presses("Otto zulassen", on=asked)
    heard = presser.hears("")
    assert "Willkommen" not in heard.text
    skips(otto)
    await otto.says("/antwort 1 Ja.")
    otto.hears("noch nicht als Beratung eingetragen")


async def test_an_admin_admits_by_the_stored_id(
    otto: Person, anna: Person, theatre: Theatre
) -> None:
    await otto.says("Hallo!")
    asked = otto.hears("Otto zulassen")
    double = Person(theatre, GROUP, "OTTO")  # goes by the same name
    await double.says("Hallo auch!")
    assert asked.buttons[0].data == f"admit:{await key_of(theatre, 'stage:otto')}"
    await Person(theatre, GROUP, "root").presses("Otto zulassen", on=asked)
    skips(otto, double)
    await double.says("/antwort 1 Nein.")
    double.hears("noch nicht als Beratung eingetragen")
    anna.hears_nothing()
    await otto.says("/antwort 1 Ja.")
    anna.hears("Ja.")


async def key_of(theatre: Theatre, address: str) -> int:
    async with theatre.database.read() as session:
        person = await PersonStore(session).find(address)
        assert person
        return person.id


async def test_a_forwarded_message_has_the_rights_of_who_forwards_it(
    otto: Person, anna: Person, theatre: Theatre
) -> None:
    # The origin of a forward is no sender; with Telegram it is not even read.
    card = card_of(theatre)
    await otto.says("Ja.", reply_to=card.id, forward_origin={"sender_user": {"id": "carla"}})
    otto.hears("noch nicht als Beratung eingetragen")
    anna.hears_nothing()


async def test_an_anonymous_admin_is_asked_for_a_name(
    anna: Person, theatre: Theatre, otto: Person
) -> None:
    nobody = Person(theatre, GROUP, None)
    skips(nobody)
    await otto.says("Hallo!")
    asked = nobody.hears("Otto zulassen")
    await nobody.presses("Otto zulassen", on=asked)
    nobody.hears("unter Ihrem eigenen Namen")
    await nobody.says("// Notiz", reply_to=card_of(theatre).id)
    nobody.hears("unter Ihrem eigenen Namen")
    await nobody.shows("Bild", "hof.jpg", reply_to=card_of(theatre).id)
    nobody.hears("unter Ihrem eigenen Namen")
    anna.hears_nothing()


async def test_who_was_barred_stays_out(
    carla: Person, anna: Person, root: Person, theatre: Theatre
) -> None:
    await root.says("/rollen stage:carla nutzer")
    passes(theatre, minutes=1)
    skips(carla)
    await carla.replies(card_of(theatre), "Nein!")
    heard = carla.hears(REFUSED)
    assert heard.buttons == ()  # nobody is asked to let her in again
    person = await key_of(theatre, "stage:carla")
    await Person(theatre, GROUP, "root").sends_press(f"admit:{person}")
    carla.hears("kann nicht zugelassen werden: unbekannt oder ausgeschlossen")
    await carla.says("/antwort 1 Nein!")
    carla.hears(REFUSED)
    anna.hears_nothing()


@pytest.mark.parametrize("role", [Role.EDITOR, Role.ADMIN])
async def test_a_press_takes_no_higher_role_away(theatre: Theatre, role: Role) -> None:
    await give_role(theatre, "stage:emil", role)
    person = await key_of(theatre, "stage:emil")
    await Person(theatre, GROUP, "root").sends_press(f"admit:{person}")
    async with theatre.database.read() as session:
        emil = await PersonStore(session).find("stage:emil")
    assert emil is not None
    assert emil.role == role
