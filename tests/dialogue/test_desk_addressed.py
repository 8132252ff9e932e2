"""„zu Ticket 12: …“ in the group: put down as a draft, and sent by a press."""

import pytest

from handlers.messages import FileKind
from people.person import Role
from tests.dialogue.scenes import card_of, give_role, opens_ticket, skips
from tests.stage import Person, Theatre

pytestmark = pytest.mark.usefixtures("_ticket")
WAYS = ["zu Ticket 1: Ja.", "#1: Ja.", "Zu 1:\nJa.", "Anfrage Nr. 1: Ja.", "FZ-2026-0001: Ja."]
TO_COLLEAGUES = ["Ticket 1 übernehme ich", "zu 12:30 Uhr bin ich da", "1: Ja.", "wegen #1: Ja."]


@pytest.mark.parametrize("said", WAYS)
async def test_it_goes_out_by_a_press(said: str, anna: Person, carla: Person) -> None:
    await carla.says(said)
    carla.hears("Entwurf für FZ-2026-0001, noch nicht gesendet", "Ja.", "So senden", "Verwerfen")
    anna.hears_nothing()
    await carla.presses("So senden")
    assert anna.hears("Antwort der Beratung zu FZ-2026-0001", "Ja.").text.count("FZ-2026") == 1


@pytest.mark.parametrize("said", TO_COLLEAGUES)
async def test_what_is_said_to_colleagues_stays_there(said: str, carla: Person) -> None:
    await carla.says(said)
    carla.hears_nothing()


async def test_a_note_is_kept_at_once(anna: Person, carla: Person, theatre: Theatre) -> None:
    await carla.says("zu Ticket 1: // ruft morgen an")
    carla.hears("aufgehoben")
    await carla.presses("Verlauf", on=card_of(theatre))
    carla.hears("Notiz", "ruft morgen an")
    anna.hears_nothing()


@pytest.mark.parametrize(
    ("said", "told"),
    [("zu Ticket 99: Ja.", "gibt es nicht"), ("zu Ticket 1:", "gehört zu keiner Anfrage")],
)
async def test_what_reaches_nobody_is_said(
    said: str, told: str, anna: Person, carla: Person
) -> None:
    await carla.says(said)
    carla.hears(told)
    anna.hears_nothing()


async def test_under_a_file_too(anna: Person, carla: Person) -> None:
    await carla.shows(FileKind.DOCUMENT, "antwort.pdf", "zu Ticket 1: Ja.")
    carla.hears("gehört zu keiner Anfrage", "niemandem gesendet")
    anna.hears_nothing()


async def test_alone_with_the_bot_too(anna: Person, theatre: Theatre) -> None:
    await give_role(theatre, "stage:carla", Role.ADVISOR)
    alone = theatre.person("carla")
    await alone.says("zu Ticket 1: Ja.")
    alone.hears("Entwurf für FZ-2026-0001", "Ja.")
    await alone.presses("So senden")
    anna.hears("Antwort der Beratung", "Ja.")


async def test_who_advises_nobody_writes_to_nobody(
    anna: Person, bert: Person, carla: Person
) -> None:
    skips(carla)
    await bert.says("zu Ticket 1: Ja.")
    assert "Entwurf" not in bert.hears("").text
    anna.hears_nothing()
    carla.hears_nothing()


async def test_the_number_goes_before_the_place(
    anna: Person, bert: Person, carla: Person, theatre: Theatre
) -> None:
    await opens_ticket(bert, carla, "Wohin mit dem Mist?")
    skips(anna, bert)
    await carla.replies(card_of(theatre, 1), "zu Ticket 2: Auf den Kompost.")
    carla.hears("Entwurf für FZ-2026-0002", "Auf den Kompost.")
    await carla.presses("Antworten", on=card_of(theatre, 1))
    carla.hears("Schreiben Sie jetzt Ihre Antwort auf FZ-2026-0001")
    await carla.says("zu Ticket 2: Oder in die Tonne.")
    carla.hears("Entwurf für FZ-2026-0002", "Oder in die Tonne.")
    anna.hears_nothing()
    bert.hears_nothing()
    await carla.replies(card_of(theatre, 1), "zu Ticket 1: Ja.")  # where it belongs anyway
    anna.hears("Antwort der Beratung zu FZ-2026-0001", "Ja.")
