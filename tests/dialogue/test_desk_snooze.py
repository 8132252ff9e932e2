"""Put off until a day, and back in the morning when the doors open."""

import pytest
from sqlalchemy import select

from bot.outgoing.outbox import OutboxRow
from people.person import Role
from tests.dialogue.scenes import card_of, give_role, second_advisor, skips
from tests.stage import Person, Theatre
from tickets.ticket import Ticket

pytestmark = pytest.mark.usefixtures("_ticket")  # on Sunday, 22 November 2026, at noon


@pytest.mark.parametrize(
    ("typed", "until"),
    [
        ("morgen", "Mo 23.11., 09:00"),
        ("Montag", "Mo 23.11., 09:00"),
        ("bis Freitag", "Fr 27.11., 09:00"),
        ("Samstag", "Mo 30.11., 09:00"),  # nobody is there before
        ("in 2 Wochen", "Mo 07.12., 09:00"),
        ("3.12.", "Do 03.12., 09:00"),
        ("25.12.2026", "Mo 28.12., 09:00"),
    ],
)
async def test_until_a_day(carla: Person, theatre: Theatre, typed: str, until: str) -> None:
    await carla.presses("Zurückstellen", on=card_of(theatre))
    carla.hears("Bis wann soll FZ-2026-0001 liegen bleiben?", "Morgen", "In einer Woche")
    await carla.says(typed)
    carla.hears(f"FZ-2026-0001 liegt bis {until} zurück und kommt dann wieder.")
    assert f"bis {until}" in card_of(theatre).text
    assert "bei Carla" in card_of(theatre).text


@pytest.mark.parametrize("typed", ["gestern", "heute", "31.2.", "irgendwann", "in 999 Monaten"])
async def test_no_day_is_asked_again(
    anna: Person, carla: Person, theatre: Theatre, typed: str
) -> None:
    await carla.presses("Zurückstellen", on=card_of(theatre))
    carla.hears("Bis wann")
    await carla.says(typed)
    carla.hears("Das ist kein Tag in der Zukunft")
    assert "offen" in card_of(theatre).text
    await carla.says("morgen")
    carla.hears("Mo 23.11., 09:00")
    anna.hears_nothing()


async def test_by_button_and_it_wakes_in_the_morning(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await carla.presses("Zurückstellen", on=card_of(theatre))
    await carla.presses("Morgen")
    skips(carla)
    await carla.says("/naechste")
    carla.hears("Es ist keine Anfrage offen.")
    await theatre.time_passes(hours=20, minutes=59)  # Monday, 8:59
    carla.hears_nothing()
    await theatre.time_passes(minutes=1)
    woken = carla.hears("FZ-2026-0001 liegt wieder vor.")
    assert not woken.silent
    assert "in Arbeit" in card_of(theatre).text
    assert "fällig Mi 25.11., 09:00" in card_of(theatre).text
    anna.hears_nothing()


async def test_the_person_wakes_it_earlier(anna: Person, carla: Person, theatre: Theatre) -> None:
    await carla.sends_press("snooze_for:1.7")
    skips(carla)
    await anna.says("Es eilt!")
    carla.hears("die Person schreibt", "Es eilt!")
    assert "in Arbeit" in card_of(theatre).text
    skips(carla)
    await theatre.time_passes(days=7, hours=21)
    assert "liegt wieder vor" not in " ".join(h.text for _, h in theatre.stage.sent)


async def test_what_is_answered_is_not_put_off(carla: Person) -> None:
    await carla.says("/antwort 1 Ja.")
    skips(carla)
    await carla.sends_press("snooze_for:1.1")
    carla.hears("Das geht gerade nicht: FZ-2026-0001 ist im Zustand „beantwortet“.")


async def test_after_waking_it_is_reminded_of_anew(carla: Person, theatre: Theatre) -> None:
    await theatre.time_passes(days=3)  # Wednesday: overdue, as the morning list says
    await carla.sends_press("snooze_for:1.1")
    await theatre.time_passes(days=1)  # Thursday noon: awake, due on Monday noon
    await theatre.time_passes(days=3, hours=22)
    said = [h.text for c, h in theatre.stage.sent if c == "-100"]
    assert not [text for text in said if "FZ-2026-0001 ist überfällig" in text]
    await theatre.time_passes(hours=2)
    said = [h.text for c, h in theatre.stage.sent if c == "-100"]
    assert len([text for text in said if "FZ-2026-0001 ist überfällig: Carla." in text]) == 1


async def test_what_somebody_had_put_off_is_not_taken_without_a_word(
    carla: Person, dora: Person, theatre: Theatre
) -> None:
    emil = await second_advisor(theatre)
    await give_role(theatre, "stage:dora", Role.ADVISOR)
    await carla.sends_press("snooze_for:1.7")
    skips(carla, emil)
    await emil.sends_press("take:1")
    emil.hears("FZ-2026-0001 ist jetzt bei Emil; zurückgestellt hatte sie Carla.")
    await emil.sends_press("take:1")
    emil.hears("FZ-2026-0001 ist schon bei Ihnen.")
    await emil.sends_press("snooze_for:1.7")
    skips(carla, emil)
    await dora.sends_press("take:1")  # in her own chat: the group hears it all the same
    dora.hears("FZ-2026-0001 ist jetzt bei Dora; zurückgestellt hatte sie Emil.")
    emil.hears("FZ-2026-0001 ist jetzt bei Dora; zurückgestellt hatte sie Emil.")


async def test_taking_ones_own_again_needs_no_word(carla: Person) -> None:
    await carla.sends_press("snooze_for:1.7")
    skips(carla)
    await carla.sends_press("take:1")
    assert carla.hears("FZ-2026-0001 ist jetzt bei Carla.").text.endswith("Carla.")
    carla.hears_nothing()


async def test_who_works_in_another_messenger_is_told_there(
    carla: Person, theatre: Theatre
) -> None:
    await carla.sends_press("snooze_for:1.7")
    await give_role(theatre, "console:paula", Role.ADVISOR)
    async with theatre.database.write() as session:
        (await session.get_one(Ticket, 1)).owner = "console:paula"
    await carla.sends_press("take:1")
    async with theatre.database.read() as session:
        row = await session.scalar(select(OutboxRow).where(OutboxRow.channel == "console"))
    assert row
    assert row.chat == "paula"
    assert "ist jetzt bei Carla; zurückgestellt hatte sie console:paula." in row.body["text"]
