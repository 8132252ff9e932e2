"""The FAQ as a document: out, changed, previewed, taken in, taken back."""

import pytest

from faq.exchange.document import LARGEST
from handlers.desk import House
from handlers.messages import FileKind
from tests.dialogue.exchange_scenes import Shelf, exports, made, rows_of, sends
from tests.dialogue.scenes import corrects_amount, publishes
from tests.stage import Person, Theatre


@pytest.mark.parametrize(
    ("button", "end", "start"),
    [("YAML", "yaml", b"quellen:"), ("CSV (Excel)", "csv", b"\xef\xbb\xbfversion;id"),
     ("JSON", "json", b"{")],
)  # fmt: skip
async def test_an_export_comes_as_a_file_and_taken_back_changes_nothing(
    erik: Person, shelf: Shelf, button: str, end: str, start: bytes
) -> None:
    content = await exports(erik, button)
    assert content.startswith(start)
    assert made(erik.theatre).name == f"faq-2026-11-22.{end}"
    shelf.content = content
    await erik.says("/faq_import")
    erik.hears("Dokument")
    await erik.sends_file(f"faq.{end}")
    erik.hears("sagt nichts anderes als der Bestand")


async def test_what_a_file_changes_is_shown_taken_and_taken_back(
    erik: Person, anna: Person, shelf: Shelf, theatre: Theatre
) -> None:
    rows = await rows_of(erik)
    rows[0] |= {"titel": "Wie viel Geld"}
    rows.append({"id": "abgrenzung.segeln", "titel": "Segeln", "antwort": "Beim Verein.",
                 "fragen": ["segeln"]})  # fmt: skip
    rows.append({"id": "foerderung.kaputt", "titel": "Ohne Quelle"})
    await sends(erik, shelf, rows)
    erik.hears(
        "1 neu, 1 geändert, 0 im Konflikt, 1 nicht lesbar",
        "geändert: Wie viel Geld (foerderung.hoehe): Titel",
        "neu: Segeln (abgrenzung.segeln)",
        "nicht übernommen: Eintrag 6: Antwort: fehlt",
        "Zurück",
        "Abbrechen",
    )
    await anna.says("segeln")
    anna.hears("keine geprüfte Antwort")
    await erik.presses("Weiter")
    erik.hears("Zu ändern: 2", "Gegenprobe", "Übernehmen")
    await erik.presses("Übernehmen")
    erik.hears("Übernommen aus faq.json: 2")
    await anna.says("segeln")
    anna.hears("Beim Verein.")
    await erik.presses("Zurücknehmen")
    erik.hears("wieder wie vorher: 2")
    assert theatre.house.lookup.corpus.entries["foerderung.hoehe"].title == "Höhe der Förderung"
    await anna.says("segeln")
    anna.hears("keine geprüfte Antwort")


async def test_a_conflict_is_asked_about(
    erik: Person, eva: Person, shelf: Shelf, theatre: Theatre
) -> None:
    rows = await rows_of(erik)
    await corrects_amount(eva, "Bis zu 18.000 Euro im Jahr, je Einrichtung.")
    await eva.presses("Quelle stimmt, heute geprüft")
    eva._read = len(eva._all())
    await publishes(eva)
    rows[0] |= {"titel": "Aus der Datei"}
    await sends(erik, shelf, rows)
    erik.hears("1 im Konflikt", "im Chat seither geändert")
    await erik.presses("Weiter")
    erik.hears("Konflikt 1 von 1", "neu: ", "Aus der Datei", "Bestand behalten", "Zurück")
    await erik.presses("Bestand behalten")
    heard = erik.hears("Zu ändern: 0, unverändert im Bestand: 1")
    assert "Übernehmen" not in heard.labels
    await sends(erik, shelf, rows)
    erik.hears("1 im Konflikt")
    await erik.presses("Weiter")
    erik.hears("Konflikt 1 von 1")
    await erik.presses("Aus der Datei")
    erik.hears("Zu ändern: 1")
    await erik.presses("Übernehmen")
    erik.hears("Übernommen")
    entry = theatre.house.lookup.corpus.entries["foerderung.hoehe"]
    assert (entry.title, entry.answer) == ("Aus der Datei", "Bis zu 18.000 Euro im Jahr.")


async def test_an_import_is_one_transaction(erik: Person, eva: Person, shelf: Shelf) -> None:
    rows = await rows_of(erik)
    rows[0] |= {"titel": "Erster"}
    rows[1] |= {"titel": "Zweiter"}
    await sends(erik, shelf, rows)
    erik.hears("2 geändert")
    await erik.presses("Weiter")
    erik.hears("Zu ändern: 2")
    await corrects_amount(eva, "Bis zu 18.000 Euro im Jahr, je Einrichtung.")
    await eva.presses("Quelle stimmt, heute geprüft")
    eva._read = len(eva._all())
    await publishes(eva)
    await erik.presses("Übernehmen")
    erik.hears("Nichts übernommen")
    titles = [e.title for e in erik.theatre.house.lookup.corpus.entries.values()]
    assert "Erster" not in titles
    assert "Zweiter" not in titles


async def test_with_four_eyes_a_second_person_takes_the_file(
    erik: Person, eva: Person, shelf: Shelf, house: House
) -> None:
    house.four_eyes = True
    rows = await rows_of(erik)
    rows[0] |= {"titel": "Erster"}
    await sends(erik, shelf, rows)
    erik.hears("1 geändert")
    await erik.presses("Weiter")
    erik.hears("Übernehmen")
    await erik.presses("Übernehmen")
    erik.hears("eine zweite Person")
    await eva.says("/faq")
    eva.hears("Einfuhr ansehen: faq.json")
    await eva.presses("Einfuhr ansehen: faq.json")
    eva.hears("1 geändert")
    await eva.presses("Weiter")
    eva.hears("Übernehmen")
    await eva.presses("Übernehmen")
    eva.hears("Übernommen aus faq.json: 1")


async def test_an_import_can_be_dropped(erik: Person, shelf: Shelf) -> None:
    rows = await rows_of(erik)
    rows[0] |= {"titel": "Erster"}
    await sends(erik, shelf, rows)
    erik.hears("1 geändert")
    await erik.presses("Verwerfen")
    erik.hears("nichts hat sich geändert")
    await erik.sends_press("faq_import_do:1")
    erik.hears("gilt nicht mehr")
    await erik.sends_press("faq_import_undo:1")
    erik.hears("gilt nicht mehr")


async def test_a_file_that_is_too_large_is_not_even_fetched(erik: Person, shelf: Shelf) -> None:
    await erik.says("/faq_import")
    erik.hears("Dokument")
    await erik.sends_file("faq.yaml", size=LARGEST + 1)
    erik.hears("größer als 1 MiB")
    assert shelf.asked == []
    shelf.content = b"x" * (LARGEST + 1)
    await erik.sends_file("faq.yaml", size=10)  # and whoever lies about the size is refused too
    erik.hears("größer als 1 MiB")


async def test_other_files_are_refused_with_a_sentence(erik: Person, shelf: Shelf) -> None:
    await erik.says("/faq_import")
    erik.hears("Dokument")
    await erik.sends_file("bild.jpg", kind=FileKind.PHOTO)
    erik.hears("als Dokument, nicht als Bild")
    await erik.sends_file("faq.yaml")
    erik.hears("ließ sich nicht holen")
    shelf.content = b"a: &a [x]\nb: *a"
    await erik.sends_file("faq.yaml")
    erik.hears("Verweise")
    await erik.says("Hier ist sie doch!")
    erik.hears("als Dokument")


async def test_a_file_that_nobody_asked_for_is_no_import(
    erik: Person, anna: Person, shelf: Shelf
) -> None:
    for person in (erik, anna):
        await person.sends_file("faq.yaml")
        person.hears("an die Beratung weitergeben")
    assert shelf.asked == []
