"""What people were shown, and being told when it has changed."""

from datetime import timedelta

import pytest

from tests.dialogue.scenes import corrects_amount, passes
from tests.stage import Heard, Person, Theatre

NEW = "Bis zu 18.000 Euro im Jahr, je Einrichtung."


async def publishes_new(erik: Person) -> Heard:
    await corrects_amount(erik, NEW)
    await erik.presses("Quelle stimmt, heute geprüft")
    erik.hears("Geprüft am")
    await erik.presses("Gegenprobe und veröffentlichen")
    erik.hears("Gegenprobe")
    await erik.presses("Veröffentlichen")
    return erik.hears("Version 2")


async def test_a_person_sees_which_version_they_were_shown_on_which_day(
    erik: Person, anna: Person, theatre: Theatre
) -> None:
    await anna.says("/verlauf")
    anna.hears("noch keine Antwort gezeigt")
    await anna.says("Wie viel bekommen wir?")
    anna.hears("18.000")
    passes(theatre, days=1)
    await publishes_new(erik)
    await anna.says("Wie viel bekommen wir?")
    anna.hears(NEW)
    await anna.says("/verlauf")
    anna.hears(
        "1. 23.11.2026, 12:00 Uhr: Höhe der Förderung (Fassung 2)",
        "2. 22.11.2026, 12:00 Uhr: Höhe der Förderung (Fassung 1), seither geändert",
    )
    await anna.presses("2. Höhe der Förderung")
    heard = anna.hears("Fassung 1, Ihnen gezeigt am 22.11.2026", "Bis zu 18.000 Euro im Jahr.")
    assert NEW not in heard.text


async def test_a_deadline_is_told_as_of_that_day(
    erik: Person, anna: Person, theatre: Theatre
) -> None:
    assert erik.name
    await anna.says("Bis wann?")
    anna.hears("31. Oktober 2027 für 2028")
    passes(theatre, days=400)
    await anna.says("/verlauf")
    anna.hears("Antragsfrist")
    await anna.presses("1. Antragsfrist")
    anna.hears("31. Oktober 2027 für 2028")


async def test_a_receipt_belongs_to_one_person(erik: Person, anna: Person, bert: Person) -> None:
    assert erik.name
    await anna.says("Wie viel bekommen wir?")
    for value in ("1", "2", "", "x"):
        await bert.sends_press(f"receipt:{value}")
        bert.hears("gilt nicht mehr")


async def test_who_got_the_old_answer_is_told_once(
    erik: Person, anna: Person, bert: Person, theatre: Theatre
) -> None:
    for person in (anna, bert):
        await person.says("Wie viel bekommen wir?")
        person.hears("18.000")
    passes(theatre, days=1)
    published = await publishes_new(erik)
    await erik.presses("Betroffene benachrichtigen", on=published)
    erik.hears("Wen soll ich benachrichtigen?", "1 Monat", "12 Monaten", "Zurück", "Abbrechen")
    anna.hears_nothing()
    await erik.presses("3 Monaten")
    erik.hears("Empfänger: 2 Personen", NEW, "Berichtigung", "Senden", "Zurück", "Abbrechen")
    anna.hears_nothing()
    await erik.presses("Senden")
    erik.hears("geht hinaus an: 2 Personen")
    for person in (anna, bert):
        person.hears("Berichtigung. Sie haben hier eine Antwort zu „Höhe der Förderung“", NEW)
    await erik.sends_press("faq_tell_now:foerderung.hoehe.2.12")
    erik.hears("schon eine Berichtigung hinausgegangen", "2 Personen")
    anna.hears_nothing()
    await anna.says("/verlauf")
    anna.hears("Fassung 2", "Fassung 1")


async def test_who_opted_out_or_has_seen_the_new_answer_is_left_alone(
    erik: Person, anna: Person, bert: Person, theatre: Theatre
) -> None:
    for person in (anna, bert):
        await person.says("Wie viel bekommen wir?")
    await anna.says("/hinweise")
    anna._read = len(anna._all()) - 1
    anna.hears("keine Hinweise mehr")
    passes(theatre, days=1)
    published = await publishes_new(erik)
    await bert.says("Wie viel bekommen wir?")
    await erik.presses("Betroffene benachrichtigen", on=published)
    erik.hears("Wen")
    await erik.presses("1 Monat")
    erik.hears("hat niemand eine ältere Fassung bekommen")
    await anna.says("/hinweise")
    anna.hears("wieder Bescheid")
    await erik.sends_press("faq_tell_since:foerderung.hoehe.2.1")
    erik.hears("Empfänger: 1 Person")


async def test_notices_are_turned_off_where_they_arrive(
    erik: Person, anna: Person, theatre: Theatre
) -> None:
    await anna.says("Wie viel bekommen wir?")
    anna.hears("18.000")
    passes(theatre, days=1)
    await publishes_new(erik)
    await erik.sends_press("faq_tell_now:foerderung.hoehe.2.1")
    anna.hears("Berichtigung", "Keine Hinweise mehr")
    await anna.presses("Keine Hinweise mehr")
    anna.hears("keine Hinweise mehr", "/hinweise")


async def test_long_ago_is_not_told(erik: Person, anna: Person, theatre: Theatre) -> None:
    await anna.says("Wie viel bekommen wir?")
    theatre.clock.moves(timedelta(days=40))
    await publishes_new(erik)
    await erik.sends_press("faq_tell_since:foerderung.hoehe.2.1")
    erik.hears("niemand")
    await erik.sends_press("faq_tell_since:foerderung.hoehe.2.3")
    erik.hears("Empfänger: 1 Person")


@pytest.mark.parametrize(
    "value", ["", "foerderung.hoehe.1.1", "foerderung.hoehe.2.5", "x.y.2.1", "foerderung.hoehe.2"]
)
async def test_a_notice_about_anything_else_is_not_sent(
    erik: Person, anna: Person, theatre: Theatre, value: str
) -> None:
    await anna.says("Wie viel bekommen wir?")
    anna.hears("18.000")
    passes(theatre, days=1)
    await publishes_new(erik)
    for action in ("faq_tell_since", "faq_tell_now"):
        await erik.sends_press(f"{action}:{value}")
        erik.hears("gilt nicht mehr")
    anna.hears_nothing()
