"""An editor who has never seen YAML corrects an answer in a minute."""

import itertools
import threading
from datetime import date
from typing import Any

import pytest

from bot.incoming.inbox import RawUpdate
from faq.insight.rehearsal import Result
from handlers.desk import House
from tests.dialogue.scenes import corrects_amount, loads_small_faq, passes, publishes
from tests.stage import Person, Theatre

NEW = "Bis zu 18.000 Euro im Jahr, je Einrichtung."


async def test_from_a_word_to_the_new_answer(erik: Person, anna: Person) -> None:
    await erik.says("/faq_suche höhe")
    erik.hears("Gefunden zu „höhe“", "Höhe der Förderung", "Zurück", "Abbrechen")
    await erik.presses("Höhe der Förderung")
    erik.hears("foerderung.hoehe · veröffentlicht · Version 1", "18.000 Euro", "Kassel")
    await erik.presses("Antwort ändern")
    erik.hears("Antwort", "Bisher:\nBis zu 18.000 Euro im Jahr.", "Zurück", "Abbrechen")
    await erik.says(NEW)
    erik.hears("Grundlage von Version 1", "neu:", "zu klären", "heute an der Quelle")
    await erik.presses("Quelle stimmt, heute geprüft")
    erik.hears("Geprüft am", "Gegenprobe und veröffentlichen")
    await erik.presses("Gegenprobe und veröffentlichen")
    erik.hears("gespeicherten Fragen", "dieselbe Antwort wie bisher", "Zurück", "Abbrechen")
    await erik.presses("Veröffentlichen")
    erik.hears("Veröffentlicht: „Höhe der Förderung“, Version 2")
    await anna.says("Wie viel bekommen wir?")
    anna.hears(NEW, "Geprüft am 22. November 2026")


async def test_nothing_changes_before_it_is_published(erik: Person, anna: Person) -> None:
    await corrects_amount(erik, NEW)
    await anna.says("Wie viel bekommen wir?")
    assert NEW not in anna.hears("Bis zu 18.000 Euro im Jahr.").text


async def test_a_half_finished_edit_survives_a_restart(
    erik: Person, theatre: Theatre, house: House
) -> None:
    await corrects_amount(erik, NEW)
    passes(theatre, days=3)
    again = Theatre(theatre.database, house, theatre.clock)
    again._keys = itertools.count(1000)
    erik = again.person("erik")
    await erik.says("/faq")
    erik.hears("Entwürfe offen: 1", "Entwürfe (1)")
    await erik.presses("Entwürfe (1)")
    erik.hears("1. Höhe der Förderung (ein Entwurf", "stage:erik")
    await erik.presses("1. Höhe der Förderung")
    erik.hears("Entwurf: Höhe der Förderung", "je Einrichtung")


async def test_every_step_can_be_left(erik: Person) -> None:
    await erik.says("/faq_suche höhe")
    await erik.presses("Höhe der Förderung")
    await erik.presses("Antwort ändern")
    await erik.presses("Zurück")
    erik.hears("Gefunden")
    erik.hears("Version 1")
    erik.hears("Bisher:")
    erik.hears("Noch ist nichts geändert", "Zurück")
    await erik.presses("Zurück")
    erik.hears("Version 1")
    await erik.presses("Abbrechen")
    erik.hears("hier ist Schluss")
    await erik.says("Das ist jetzt keine Antwort mehr")
    erik.hears("keine geprüfte Antwort")


async def test_a_draft_can_be_dropped(erik: Person) -> None:
    await corrects_amount(erik, NEW)
    await erik.presses("Entwurf verwerfen")
    erik.hears("Der Entwurf ist verworfen")
    await erik.says("/faq")
    erik.hears("Entwürfe offen: 0")


async def test_a_foreign_draft_is_not_dropped(erik: Person, eva: Person) -> None:
    await corrects_amount(erik, NEW)
    await eva.sends_press("faq_discard:1")
    eva.hears("hat stage:erik geschrieben")
    await erik.sends_press("faq_draft:1")
    erik.hears("Entwurf: Höhe der Förderung")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("x" * 1001, "1001 Zeichen; höchstens 1000"),
        ("Siehe <b>hier</b> und <script>alert(1)</script>.", "ohne HTML"),
        ("Siehe javascript:alert(1)", "ohne HTML"),
        ("Bis zu 20.000 Euro im Jahr.", "Zahl 20.000 steht nicht in fakten"),
        ("Bis {fristt}.", "Platzhalter {fristt} gibt es nicht"),
    ],
)
async def test_what_must_not_go_live_is_held_back_with_a_sentence(
    erik: Person, text: str, why: str
) -> None:
    await erik.says("/faq_bearbeiten foerderung.hoehe")
    erik.hears("Version 1")
    await erik.presses("Antwort ändern")
    erik.hears("Bisher:")
    await erik.says(text)
    heard = erik.hears(why)
    assert "Gegenprobe und veröffentlichen" not in heard.labels


async def test_a_new_figure_is_vouched_for_by_the_editor(erik: Person, anna: Person) -> None:
    await corrects_amount(erik, "Bis zu 20.000 Euro im Jahr.")
    await erik.presses("Das steht so in der Quelle")
    erik.hears("erst bestätigen")
    await erik.presses("Quelle stimmt, heute geprüft")
    erik.hears("Zahl 20.000 steht nicht in fakten")
    await erik.presses("Das steht so in der Quelle")
    erik.hears("Fakten", "+ Bis zu 20.000 Euro im Jahr.")
    await publishes(erik)
    await anna.says("Wie viel bekommen wir?")
    anna.hears("20.000 Euro")


async def test_other_fields_change_too(erik: Person, theatre: Theatre) -> None:
    await erik.says("/faq_bearbeiten foerderung.hoehe")
    await erik.presses("Titel")
    await erik.says("Wie viel Geld es gibt")
    await erik.presses("Formulierungen")
    await erik.says("wie viel euro\nWas springt dabei heraus?")
    await erik.presses("Formulierungen")
    await erik.says("- 1")
    await erik.presses("Stichworte")
    await erik.says("Betrag, Summe")
    await erik.presses("Gültigkeit")
    await erik.says("bis 31.12.2027")
    await erik.presses("Mehr dazu")
    await erik.says("Das ist die Obergrenze.")
    await erik.presses("Quelle stimmt, heute geprüft")
    await publishes_unread(erik)
    entry = theatre.house.lookup.corpus.entries["foerderung.hoehe"]
    assert entry.title == "Wie viel Geld es gibt"
    assert entry.questions == ("wie viel euro", "Was springt dabei heraus?")
    assert entry.keywords == ("Betrag", "Summe")
    assert entry.valid_until == date(2027, 12, 31)
    assert entry.more == "Das ist die Obergrenze."


async def publishes_unread(editor: Person) -> None:
    editor._read = len(editor._all())
    await publishes(editor)


@pytest.mark.parametrize("typed", ["morgen", "31.2.2027", "bis bald", "2027-01-01"])
async def test_what_is_no_date_is_asked_again(erik: Person, typed: str) -> None:
    await erik.says("/faq_bearbeiten foerderung.hoehe")
    await erik.presses("Gültigkeit")
    erik.hears("Version 1")
    erik.hears("gilt immer")
    await erik.says(typed)
    erik.hears("kein Datum", "31.12.2026")
    await erik.says("1.1.2027 bis 31.12.2027")
    erik.hears("Gültig von", "01.01.2027", "Gültig bis")


async def test_a_line_that_is_not_there_cannot_be_struck(erik: Person) -> None:
    await erik.says("/faq_bearbeiten foerderung.hoehe")
    await erik.presses("Formulierungen")
    erik.hears("Version 1")
    erik.hears("1. Höhe der Förderung")
    await erik.says("- 7")
    erik.hears("Die Nummer 7 gibt es nicht")


async def test_a_variant_of_another_entry_is_refused(erik: Person) -> None:
    await erik.says("/faq_bearbeiten foerderung.hoehe")
    await erik.presses("Formulierungen")
    await erik.says("antragsfrist!")
    erik._read = len(erik._all()) - 1
    erik.hears("„antragsfrist!“ gehört schon zu foerderung.frist")


async def test_the_gegenprobe_is_asked_again_after_another_change(erik: Person) -> None:
    await corrects_amount(erik, NEW)
    await erik.presses("Quelle stimmt, heute geprüft")
    erik.hears("Gegenprobe und veröffentlichen")
    await erik.presses("Gegenprobe und veröffentlichen")
    old = erik.hears("Veröffentlichen")
    await erik.sends_press("faq_field:1.titel")
    erik.hears("Titel")
    await erik.says("Betrag")
    erik.hears("Entwurf: Betrag")
    await erik.presses("Veröffentlichen", on=old)
    erik.hears("noch einmal prüfen", "Gegenprobe")


async def test_publishing_needs_the_gegenprobe(erik: Person, anna: Person) -> None:
    await corrects_amount(erik, NEW)
    await erik.presses("Quelle stimmt, heute geprüft")
    erik.hears("Gegenprobe und veröffentlichen")
    await erik.sends_press("faq_publish:1.3")
    erik.hears("noch einmal prüfen")
    await erik.sends_press("faq_publish:1.0")
    erik.hears("noch einmal prüfen")
    await anna.says("Wie viel bekommen wir?")
    assert NEW not in anna.hears("18.000").text


async def test_the_next_start_keeps_what_the_chat_has_changed(
    erik: Person, anna: Person, theatre: Theatre
) -> None:
    await corrects_amount(erik, NEW)
    await erik.presses("Quelle stimmt, heute geprüft")
    erik.hears("Gegenprobe und veröffentlichen")
    await publishes(erik)
    await loads_small_faq(theatre)
    await anna.says("Wie viel bekommen wir?")
    anna.hears(NEW)


async def test_others_are_answered_while_the_gegenprobe_runs(
    erik: Person, anna: Person, theatre: Theatre, monkeypatch: pytest.MonkeyPatch
) -> None:
    rehearsal, goes_on = theatre.house.rehearsal, threading.Event()
    compare = rehearsal.compare

    def slow(*wanted: Any) -> Result:
        goes_on.wait(20)
        return compare(*wanted)

    monkeypatch.setattr(rehearsal, "compare", slow)
    await corrects_amount(erik, "Bis zu 18.000 Euro im Jahr, je Haus.")
    await erik.presses("Quelle stimmt, heute geprüft")
    draft = erik.hears("Geprüft am")
    data = next(b.data for b in draft.buttons if b.label.startswith("Gegenprobe"))
    for chat, said in (("erik", {"press": data}), ("anna", {"text": "Wie viel?"})):
        raw = RawUpdate.of({"chat": chat, "sender": chat} | said, chat, chat)
        await theatre.inbox.store("stage", [raw], theatre.clock())
    await theatre.helpdesk.step(theatre.stage)
    await theatre.sender.drain()
    anna.hears("Bis zu 18.000 Euro im Jahr.")
    erik.hears_nothing()
    goes_on.set()
    await theatre.settle()
    erik.hears("Gegenprobe", "Veröffentlichen")
