"""Dates in the chat, in a calendar, on paper, and as reminders on wish."""

from datetime import UTC, date, datetime

import icalendar
import pypdfium2
import pytest

from guide.load import shipped
from guide.reminders import ReminderStore
from guide.work import WorkStore
from handlers.desk import House
from handlers.guide.reminding import remind
from handlers.messages import Reply
from handlers.rich import plain
from tests.dialogue.guide_scenes import begins, opens, with_linked_entries
from tests.stage import Person, Theatre


@pytest.fixture
def house(house: House) -> House:
    return with_linked_entries(house)


async def reminded(theatre: Theatre) -> list[Reply]:
    now = theatre.clock()
    async with theatre.database.write() as session:
        return await remind(ReminderStore(session, now), WorkStore(session, now), shipped(), now)


async def wishes(person: Person) -> None:
    await person.presses("Termine")
    person.hears("31. Okt. 2027: Antragsschluss 2028", "Zurück", "Abbrechen")
    await person.presses("Mich erinnern")
    person.hears("Ich erinnere Sie an: 1. Sept. 2027, 17. Okt. 2027, 28. Okt. 2027")


async def test_the_calendar_counts_backwards_and_is_read_back(anna: Person) -> None:
    await begins(anna)
    await anna.presses("Termine")
    anna.hears("24. Okt. 2027: Den Antrag online stellen", "31. Okt. 2027: Antragsschluss 2028")
    await anna.presses("In meinen Kalender")
    anna.hears("Kalenderdatei")
    calendar = icalendar.Calendar.from_ical(anna.gets_file("fahrplan.ics"))
    events = {str(event["SUMMARY"]): event.decoded("DTSTART") for event in calendar.walk("VEVENT")}
    assert events["Antragsschluss 2028 (Kita)"] == date(2027, 10, 31)
    assert events["Stellungnahme besorgen (Kita)"] == date(2027, 10, 3)


async def test_what_is_done_is_no_date_any_more(anna: Person) -> None:
    await begins(anna)
    await opens(anna, "Räume klären")
    await anna.presses("Schritt ist erledigt")
    anna.hears("Erledigt")
    await anna.presses("Mein Weg")
    anna.hears("Erledigt: 1")
    await anna.presses("Termine")
    assert "Räume klären" not in anna.hears("Termine").text


async def test_the_paper_shows_what_is_done_and_open_with_umlauts(anna: Person) -> None:
    await begins(anna)
    await opens(anna, "Räume klären")
    await anna.presses("☐ Räume für die Angebote gefunden")
    anna.hears("Abgehakt")
    await anna.presses("Mein Weg")
    anna.hears("Als PDF")
    await anna.presses("Als PDF")
    anna.hears("zum Ausdrucken", "Zurück")
    document = pypdfium2.PdfDocument(anna.gets_file("fahrplan.pdf"))
    text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    assert "Räume für die Angebote gefunden (Person 1, 22. Nov. 2026)" in " ".join(text.split())
    assert "1 von 16 Schritten erledigt" in text
    assert "Die Kita für alle Familien öffnen" in text


async def test_reminders_come_on_wish_each_once_and_say_what_is_open(
    anna: Person, theatre: Theatre
) -> None:
    await begins(anna)
    await wishes(anna)
    theatre.clock.now = datetime(2027, 9, 1, 6, 59, tzinfo=UTC)
    assert await reminded(theatre) == []
    theatre.clock.now = datetime(2027, 9, 1, 7, 0, tzinfo=UTC)  # nine in Berlin
    (reply,) = await reminded(theatre)
    assert str(reply.to) == "stage:anna"
    text = plain(reply.text)
    for part in ("Noch 60 Tage", "31. Oktober 2027", "• Im eigenen Haus klären", "weitere"):
        assert part in text
    assert await reminded(theatre) == []
    theatre.clock.now = datetime(2027, 10, 28, 7, 0, tzinfo=UTC)
    (reply,) = await reminded(theatre)  # the one of 14 days before is not sent late as well
    assert "Noch 3 Tage" in plain(reply.text)
    assert await reminded(theatre) == []


async def test_after_the_deadline_nothing_is_reminded_of(anna: Person, theatre: Theatre) -> None:
    await begins(anna)
    await wishes(anna)
    theatre.clock.now = datetime(2027, 11, 1, 8, 0, tzinfo=UTC)
    assert await reminded(theatre) == []
    await anna.says("/fahrplan")  # the plan goes on with the next deadline, and so do reminders
    anna.hears("31. Okt. 2028")
    theatre.clock.now = datetime(2028, 10, 28, 8, 0, tzinfo=UTC)
    (reply,) = await reminded(theatre)
    assert "31. Oktober 2028" in plain(reply.text)


async def test_who_does_not_wish_is_not_reminded(anna: Person, theatre: Theatre) -> None:
    await begins(anna)
    await wishes(anna)
    await anna.presses("Nicht mehr erinnern")
    anna.hears("Auf Wunsch erinnere ich Sie")
    theatre.clock.now = datetime(2027, 10, 28, 8, 0, tzinfo=UTC)
    assert await reminded(theatre) == []


async def test_another_year_moves_the_reminders(anna: Person) -> None:
    await begins(anna)
    await wishes(anna)
    for press, hears in (
        ("Zurück", "Mehr"),
        ("Mehr", "Angaben ändern"),
        ("Angaben ändern", "Start: ab 2028"),
        ("Start ändern", "Ab wann"),
        ("Ein Jahr später, ab 2029", "31. Okt. 2028"),
        ("Termine", "1. Sept. 2028, 17. Okt. 2028, 28. Okt. 2028"),
    ):
        await anna.presses(press)
        anna.hears(hears)


async def test_a_wish_in_the_last_days_makes_up_for_nothing(
    anna: Person, theatre: Theatre
) -> None:
    theatre.clock.now = datetime(2027, 10, 29, 8, 0, tzinfo=UTC)
    await begins(anna)
    await anna.presses("Termine")
    anna.hears("vorbei, am besten gleich")
    await anna.presses("Mich erinnern")
    anna.hears("kommt keine Erinnerung mehr")
    assert await reminded(theatre) == []
