"""Versions, two editors at once, four eyes, archiving, expiry."""

from datetime import timedelta

from handlers.desk import House
from tests.dialogue.scenes import corrects_amount, passes, publishes
from tests.stage import Person, Theatre

FIRST = "Bis zu 18.000 Euro im Jahr."
NEW = "Bis zu 18.000 Euro im Jahr, je Einrichtung."


async def changes(editor: Person, text: str = NEW) -> None:
    await corrects_amount(editor, text)
    await editor.presses("Quelle stimmt, heute geprüft")
    editor.hears("Geprüft am")
    await publishes(editor)


async def test_who_when_and_what_is_kept(erik: Person, theatre: Theatre) -> None:
    passes(theatre, days=1)
    await changes(erik)
    await erik.says("/faq_verlauf foerderung.hoehe")
    erik.hears(
        "2 · 23.11.2026, 12:00 Uhr · stage:erik: Antwort, Geprüft am",
        "1 · 22.11.2026, 12:00 Uhr · der Katalog",
    )
    await erik.presses("Version 2 ansehen")
    erik.hears("Version 2", "stage:erik", "bisher: Bis zu 18.000 Euro im Jahr.", "Einrichtung")
    await erik.presses("Zurück")
    erik.hears("Verlauf")


async def test_an_older_version_comes_back_in_two_taps(erik: Person, anna: Person) -> None:
    await changes(erik)
    await erik.says("/faq_wiederherstellen foerderung.hoehe")
    erik.hears("Verlauf", "Wiederherstellen")
    await erik.presses("Wiederherstellen")
    erik.hears("Wiederherstellen: „Höhe der Förderung“, Version 1", "Gegenprobe")
    await erik.presses("Veröffentlichen")
    erik.hears("Version 3")
    await anna.says("Wie viel bekommen wir?")
    assert NEW not in anna.hears(FIRST).text
    await erik.says("/faq_verlauf foerderung.hoehe")
    erik.hears("3 ·", "Version 1 wiederhergestellt")


async def test_an_archived_entry_is_shown_to_nobody_and_comes_back(
    erik: Person, anna: Person
) -> None:
    await erik.says("/faq_loeschen höhe")
    erik.hears("Gefunden")
    await erik.presses("Höhe der Förderung")
    erik.hears("Archivieren")
    await erik.presses("Archivieren")
    erik.hears("wird danach niemandem mehr gezeigt", "Gegenprobe", "Archivieren", "Abbrechen")
    await anna.says("Wie viel bekommen wir?")
    anna.hears(FIRST)
    await erik.presses("Archivieren")
    erik.hears("Archiviert:", "Gelöscht ist nichts")
    await anna.says("Wie viel bekommen wir?")
    assert "18.000" not in anna.hears("").text
    await erik.says("/faq_bearbeiten foerderung.hoehe")
    erik.hears("archiviert", "Wiederherstellen")
    await erik.sends_press("faq_at:foerderung.hoehe.antwort")
    erik.hears("Das geht nicht: Der Eintrag ist archiviert; bearbeiten kann man ihn so nicht.")
    await erik.sends_press("faq_remove:foerderung.hoehe")
    erik.hears("Der Eintrag ist archiviert; archivieren")
    await erik.sends_press("faq_restore:foerderung.hoehe.2")
    erik.hears("Wiederherstellen")
    await erik.presses("Veröffentlichen")
    erik.hears("Veröffentlicht")
    await anna.says("Wie viel bekommen wir?")
    anna.hears(FIRST)


async def test_the_second_editor_is_told_and_a_save_over_a_newer_version_is_refused(
    erik: Person, eva: Person, anna: Person
) -> None:
    await corrects_amount(erik, NEW)
    await eva.says("/faq_bearbeiten foerderung.hoehe")
    eva.hears("Version 1")
    await eva.presses("Titel")
    eva.hears("Achtung: stage:erik arbeitet seit 22.11.2026, 12:00 Uhr", "Titel")
    await eva.says("Geld im Jahr")
    eva.hears("Entwurf: Geld im Jahr")
    await publishes(eva)

    await erik.presses("Quelle stimmt, heute geprüft")
    erik.hears("Gegenprobe und veröffentlichen")
    await erik.presses("Gegenprobe und veröffentlichen")
    erik.hears(
        "Nicht veröffentlicht: Inzwischen gibt es Version 2 (von stage:eva",
        "Geld im Jahr",
        "Ihre Änderung",
        "je Einrichtung",
    )
    await anna.says("Wie viel bekommen wir?")
    anna.hears("Geld im Jahr", FIRST)
    await erik.presses("Auf die neue Version setzen")
    erik.hears("auf Grundlage von Version 2", "je Einrichtung")
    await publishes(erik)
    await anna.says("Wie viel bekommen wir?")
    anna.hears("Geld im Jahr", NEW)


async def test_a_gegenprobe_of_yesterday_publishes_nothing_over_a_newer_version(
    erik: Person, eva: Person, anna: Person
) -> None:
    await corrects_amount(erik, NEW)
    await erik.presses("Quelle stimmt, heute geprüft")
    erik.hears("Geprüft am")
    await erik.presses("Gegenprobe und veröffentlichen")
    old = erik.hears("Veröffentlichen")
    await eva.says("/faq_bearbeiten foerderung.hoehe")
    await eva.presses("Titel")
    await eva.says("Geld im Jahr")
    eva._read = len(eva._all())
    await publishes(eva)
    await erik.presses("Veröffentlichen", on=old)
    erik.hears("Nicht veröffentlicht")
    await anna.says("Wie viel bekommen wir?")
    anna.hears(FIRST)


async def test_with_four_eyes_a_second_person_publishes(
    erik: Person, eva: Person, anna: Person, house: House
) -> None:
    house.four_eyes = True
    await corrects_amount(erik, NEW)
    await erik.presses("Quelle stimmt, heute geprüft")
    erik.hears("Geprüft am")
    await erik.presses("Gegenprobe und veröffentlichen")
    heard = erik.hears("Vier-Augen-Prinzip", "Zur Prüfung geben")
    assert "Veröffentlichen" not in heard.labels
    await erik.sends_press("faq_publish:1.3")
    erik.hears("liegt zur Prüfung bereit")
    eva.hears("Zur Prüfung: stage:erik hat den Entwurf", "Ansehen")
    await eva.presses("Ansehen")
    eva.hears("in Prüfung", "je Einrichtung", "Zurückgeben")
    await publishes(eva)
    await anna.says("Wie viel bekommen wir?")
    anna.hears(NEW)


async def test_a_draft_in_review_can_be_handed_back(
    erik: Person, eva: Person, house: House
) -> None:
    house.four_eyes = True
    await corrects_amount(erik, NEW)
    await erik.presses("Quelle stimmt, heute geprüft")
    await erik.presses("Zur Prüfung geben")
    erik._read = len(erik._all())
    eva.hears("Zur Prüfung")
    await eva.presses("Ansehen")
    eva.hears("in Prüfung")
    await eva.presses("Zurückgeben")
    eva.hears("ist zurückgegeben")
    erik.hears("stage:eva hat Ihren Entwurf „Höhe der Förderung“ zurückgegeben")
    await eva.sends_press("faq_return:1")
    eva.hears("Der Eintrag ist ein Entwurf; zurückgeben kann man ihn so nicht")


async def test_an_expired_answer_is_said_to_be_checked_and_goes_to_the_advisors(
    erik: Person, anna: Person, carla: Person, theatre: Theatre
) -> None:
    await erik.says("/faq_bearbeiten foerderung.hoehe")
    await erik.presses("Gültigkeit")
    await erik.says("bis 30.11.2026")
    erik._read = len(erik._all())
    await publishes(erik)
    await anna.says("Wie viel bekommen wir?")
    anna.hears(FIRST)
    theatre.clock.moves(timedelta(days=9))
    await anna.says("Wie viel bekommen wir?")
    heard = anna.hears("wird gerade überprüft", "An die Beratung senden")
    assert "18.000" not in heard.text
    await anna.presses("An die Beratung senden")
    anna.hears("liegt jetzt bei der Beratung")
    carla.hears("Wie viel bekommen wir?")
    await erik.says("/faq_bearbeiten foerderung.hoehe")
    erik.hears("wird heute nicht gezeigt")
    await erik.says("/status")
    erik.hears("Abgelaufen oder noch nicht gültig: 1")
