"""Somebody closes, somebody opens again."""

import pytest

from tests.dialogue.scenes import gets_answer, skips
from tests.stage import Person, Theatre
from tickets.life import State
from tickets.ticket import Ticket

pytestmark = pytest.mark.usefixtures("_ticket")


async def test_the_person_closes(anna: Person, carla: Person) -> None:
    await gets_answer(anna, carla, 1, "Ja.")
    await anna.presses("Hat geholfen")
    anna.hears("Die Anfrage FZ-2026-0001 ist abgeschlossen.")
    carla.hears("FZ-2026-0001 · die Antwort hat geholfen; abgeschlossen.")
    await anna.presses("Hat geholfen")
    anna.hears("FZ-2026-0001 ist schon abgeschlossen")
    carla.hears_nothing()
    await anna.says("Wie viel?")
    anna.hears("18.000 Euro")


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("/schliessen 1", None),
        ("/schliessen #1 doppelt gestellt.", "Grund: doppelt gestellt."),
        ("/schliessen 1\ngeklärt am Telefon", "Grund: geklärt am Telefon"),
        ("/schliessen 1 <b>{0}</b> %s", "Grund: <b>{0}</b> %s"),
    ],
)
async def test_an_advisor_closes(
    anna: Person, carla: Person, typed: str, reason: str | None
) -> None:
    await carla.says(typed)
    carla.hears("FZ-2026-0001 ist geschlossen. Die Person wird benachrichtigt.")
    told = anna.hears("Ihre Anfrage FZ-2026-0001 ist abgeschlossen.")
    assert (reason in told.text) if reason else ("Grund" not in told.text)
    await carla.says("/schliessen 1 noch einmal")
    carla.hears("Das geht gerade nicht: FZ-2026-0001 ist im Zustand „geschlossen“.")
    anna.hears_nothing()


async def test_an_advisor_closes_by_button_and_takes_it_back(anna: Person, carla: Person) -> None:
    await carla.presses("Schließen")
    asked = carla.hears("Warum wird FZ-2026-0001 geschlossen?", "Doppelt", "Abbrechen")
    anna.hears_nothing()  # one press by mistake ends nothing
    assert asked.labels[2:4] == ("Nicht unser Gebiet", "Keine Rückmeldung")
    await carla.presses("Doppelt", on=asked)
    closed = carla.hears("ist geschlossen", "Wieder öffnen")
    anna.hears("abgeschlossen", "Grund: doppelt")
    await carla.presses("Erledigt", on=asked)  # and the buttons of the list are worn out
    carla.hears("Das geht gerade nicht: FZ-2026-0001 ist im Zustand „geschlossen“.")
    await carla.presses("Wieder öffnen", on=closed)
    carla.hears("FZ-2026-0001 ist wieder offen.")
    anna.hears("Die Beratung hat Ihre Anfrage FZ-2026-0001 wieder aufgenommen.")
    await carla.presses("Wieder öffnen", on=closed)
    carla.hears("Das geht gerade nicht: FZ-2026-0001 ist im Zustand „offen“.")
    anna.hears_nothing()
    await carla.says("/tickets")
    carla.hears("FZ-2026-0001")


async def test_an_answer_to_a_closed_ticket_is_kept_back(anna: Person, carla: Person) -> None:
    await carla.says("/schliessen 1")
    carla.hears("geschlossen")
    anna.hears("abgeschlossen")
    await carla.says("/antwort 1 Doch noch etwas")
    carla.hears("Ihr Text wurde nicht gesendet", "Wieder öffnen")
    anna.hears_nothing()
    await carla.says("/oeffnen 1")
    carla.hears("wieder offen")
    anna.hears("wieder aufgenommen")
    await gets_answer(anna, carla, 1, "Doch noch etwas")


async def test_a_closed_ticket_is_opened_before_anybody_types_an_answer(
    anna: Person, carla: Person
) -> None:
    await carla.says("/schliessen 1")
    skips(anna, carla)
    await carla.sends_press("reply:1")  # from a phone that still shows the card of before
    asked = carla.hears(
        "FZ-2026-0001 ist geschlossen. Zum Antworten öffnen Sie die Anfrage zuerst."
    )
    await carla.presses("Wieder öffnen", on=asked)
    carla.hears("FZ-2026-0001 ist wieder offen.")
    skips(anna)
    await carla.sends_press("reply:1")
    carla.hears("Schreiben Sie jetzt Ihre Antwort")
    await carla.says("Doch, drei.")
    anna.hears("Doch, drei.")


async def test_what_is_written_after_closing_is_asked_about(anna: Person, carla: Person) -> None:
    await carla.says("/schliessen 1")
    carla.hears("geschlossen")
    anna.hears("Ist noch etwas offen? Dann schreiben Sie es einfach.")
    await anna.says("Moment, die Ziegen!")
    anna.hears("Gehört das zu Ihrer Anfrage FZ-2026-0001?")
    await anna.presses("Ja, an die Beratung")
    anna.hears("Ich habe FZ-2026-0001 wieder geöffnet und es dazugelegt.")
    carla.hears("FZ-2026-0001", "wieder offen, die Person schreibt", "die Ziegen!")
    await gets_answer(anna, carla, 1, "Ziegen auch.")


@pytest.mark.parametrize("typed", ["/schliessen", "/oeffnen", "/ticket"])
async def test_a_command_without_number(carla: Person, typed: str) -> None:
    await carla.says(typed)
    heard = carla.hears("")
    assert "zum Beispiel" in heard.text


async def test_commands_with_senseless_numbers(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    numbers = ["0", "-1", "7", "99999999999999999999", "eins", "1;", "½", "²", "1.1"]
    for command in ("schliessen", "oeffnen", "ticket"):
        for number in numbers:
            await carla.says(f"/{command} {number}")
            carla.hears("gibt es nicht")
    await carla.says("/ticket 1 OR 1=1 --")
    carla.hears("gibt es nicht")
    anna.hears_nothing()
    async with theatre.database.read() as session:
        ticket = await session.get_one(Ticket, 1)
    assert ticket.state == State.OPEN
