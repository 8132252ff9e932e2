"""Unfinished masking and personal data go out by no way: button, four eyes, file, version."""

import json

import pytest

from db.engine import Database
from faq.editing.drafts import DraftStore
from faq.editing.entries import EntryStore, Indiscreet
from faq.editing.entry_life import State
from faq.editing.kept import FaqImport, ImportState
from handlers.desk import House
from tests.dialogue.exchange_scenes import Shelf, rows_of, sends
from tests.dialogue.scenes import holds, publishes, skips
from tests.small_faq import AMOUNT
from tests.stage import Heard, Person, Theatre

LETTER = "Liebe Frau [Name], Ihre Tochter Lena bekommt es auf [IBAN]."
CLEAN = "Das Geld kommt auf das Konto des Trägers."
FORBIDDEN = ("Gegenprobe und veröffentlichen", "Veröffentlichen", "Zur Prüfung geben")


async def finds_a_draft(erik: Person, answer: str = LETTER, question: str = "Wohin?") -> Heard:
    """Let an editor find a draft that an advisor has proposed, ready but for its words."""
    async with erik.theatre.database.write() as session:
        drafts = DraftStore(session, EntryStore(session, erik.theatre.clock()))
        draft = await drafts.propose(
            question, answer, "stage:carla", group="foerderung", asked=[1]
        )
        drafts.change(draft, "stage:carla", quellen=["rp"])
    await erik.sends_press("faq_checked:1")
    return erik.hears("Entwurf")


async def tries_everything(editor: Person) -> None:
    """Press what would publish a draft, though no button says so."""
    for press in ("faq_rehearse:1", "faq_publish:1.3", "faq_publish:1.0", "faq_submit:1"):
        await editor.sends_press(press)
        assert "Veröffentlicht" not in editor.hears("").text


def changed(theatre: Theatre) -> dict[str, int]:
    return dict(theatre.house.lookup.corpus.versions)


async def test_a_draft_from_a_ticket_names_what_must_not_go_out(erik: Person) -> None:
    draft = await finds_a_draft(erik)
    for found in (
        "Antwort: „[Name]“ steht noch da.",
        "Antwort: „[IBAN]“ steht noch da.",
        "Antwort: „Lena“ sieht nach einer persönlichen Angabe aus (Name).",
        "Bitte auf Namen achten",
    ):
        assert found in draft.text
    assert not set(FORBIDDEN) & set(draft.labels)
    before = changed(erik.theatre)
    await tries_everything(erik)
    assert changed(erik.theatre) == before
    await erik.sends_press("faq_field:1.antwort")
    skips(erik)
    await erik.says(CLEAN)
    erik.hears("Entwurf", "Fakten fehlt.")  # they were the sentences of the old answer
    await erik.presses("Quelle stimmt, heute geprüft")
    assert "Bitte auf Namen achten" in erik.hears("Gegenprobe und veröffentlichen").text
    await erik.presses("Gegenprobe und veröffentlichen")
    assert "Bitte auf Namen achten" in erik.hears("Gegenprobe").text
    await erik.presses("Veröffentlichen")
    erik.hears("Veröffentlicht")


async def test_a_fact_can_be_struck(erik: Person) -> None:
    await erik.sends_press("faq_at:foerderung.hoehe.fakten")
    erik.hears("Fakten", "1. Bis zu 18.000 Euro im Jahr.")
    await erik.says("Das sagt Frau Weber.")
    assert "Gegenprobe und veröffentlichen" not in erik.hears("Fakten: „Weber“ sieht").labels
    await erik.presses("Fakten")
    erik.hears("2. Das sagt Frau Weber.")
    await erik.says("- 2")
    erik.hears("Noch ist nichts geändert.", "Gegenprobe und veröffentlichen")


@pytest.mark.parametrize("text", ["Frau Weber weiß das.", "Ruf an: 0611 123456.", "Satz [Name]."])
@pytest.mark.parametrize("field", ["titel", "antwort", "mehr", "einfach", "fragen", "stichworte"])
async def test_in_no_field(erik: Person, field: str, text: str) -> None:
    await erik.sends_press(f"faq_at:foerderung.hoehe.{field}")
    erik.hears("Bitte schreiben Sie")
    await erik.says(text)
    if field in {"antwort", "mehr", "einfach"}:
        await erik.sends_press("faq_checked:1")
        await erik.sends_press("faq_facts:1")
    skips(erik)
    await erik.sends_press("faq_draft:1")
    draft = erik.hears("zu klären")
    assert "steht noch da" in draft.text or "persönlichen Angabe" in draft.text
    assert "Gegenprobe und veröffentlichen" not in draft.labels
    before = changed(erik.theatre)
    await tries_everything(erik)
    assert changed(erik.theatre) == before


@pytest.mark.parametrize("title", ["Merkblatt von Frau Weber", "Auskunft [Name]", "a@b.de"])
async def test_in_no_name_of_a_source(erik: Person, title: str) -> None:
    await finds_a_draft(erik, CLEAN)
    await erik.sends_press("faq_field:1.quellen")
    erik.hears("Quelle und Stand")
    await erik.says(f"{title}; 2026-05")
    erik.hears(f"„{title.removeprefix('Merkblatt von Frau ').removeprefix('Auskunft ')}“")
    await erik.sends_press("faq_field:1.quellen")
    assert title not in erik.hears("Quelle und Stand").labels


async def test_a_second_person_cannot_publish_it_either(
    erik: Person, eva: Person, house: House
) -> None:
    house.four_eyes = True
    await finds_a_draft(erik)
    before = changed(erik.theatre)
    await erik.sends_press("faq_submit:1")
    eva.hears("Zur Prüfung")
    await eva.presses("Ansehen")
    assert not set(FORBIDDEN) & set(eva.hears("steht noch da").labels)
    await tries_everything(eva)
    assert changed(erik.theatre) == before


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("titel", "Wie [Name] es sieht"),
        ("antwort", "Bis zu 18.000 Euro im Jahr auf [IBAN …3000]."),
        ("antwort", "Bis zu 18.000 Euro im Jahr auf DE89 3704 0044 0532 0130 00."),
        ("mehr", "Frau Weber weiß mehr."),
        ("einfach", "Das sagt petra@web.de."),
        ("fragen", ["LG Petra Kunz"]),
        ("stichworte", ["[Telefonnummer]"]),
        ("fakten", ["Bis zu 18.000 Euro im Jahr, sagt Frau Weber"]),
    ],
)
async def test_a_file_brings_nothing_of_it(
    erik: Person, shelf: Shelf, field: str, text: str | list[str]
) -> None:
    rows = await rows_of(erik)
    rows[0] |= {field: text}
    rows[1] |= {"titel": "Bis wann"}
    await sends(erik, shelf, rows)
    erik.hears("1 geändert", "1 nicht lesbar", "nicht übernommen: Eintrag 1:")
    await erik.presses("Weiter")
    assert "Bitte auf Namen achten" in erik.hears("Zu ändern: 1").text
    await erik.presses("Übernehmen")
    erik.hears("Übernommen")
    assert changed(erik.theatre)["foerderung.hoehe"] == 1


async def test_a_file_brings_no_source_of_it(erik: Person, shelf: Shelf) -> None:
    rows = await rows_of(erik)
    rows[0] |= {"quellen": ["weber"]}
    sources = {"weber": {"titel": "Auskunft von Frau Weber", "stand": "2026"}}
    shelf.content = json.dumps({"quellen": sources, "eintraege": rows[:1]}).encode()
    await erik.says("/faq_import")
    erik.hears("Dokument")
    await erik.sends_file("faq.json")
    erik.hears("Quelle weber: „Weber“ sieht nach", "Die Quelle „weber“ gibt es nicht")


async def test_an_old_version_does_not_bring_it_back(erik: Person) -> None:
    await holds(erik.theatre, AMOUNT.id, antwort=LETTER, fakten=[LETTER])
    await erik.sends_press("faq_restore:foerderung.hoehe.1")
    erik.hears("Wiederherstellen")
    await erik.presses("Veröffentlichen")
    erik.hears("Version 3")
    await erik.sends_press("faq_restore:foerderung.hoehe.2")
    assert not set(FORBIDDEN) & set(erik.hears("steht noch da").labels)
    await erik.sends_press("faq_publish:2.1")
    erik.hears("noch einmal prüfen")
    assert changed(erik.theatre)["foerderung.hoehe"] == 3


async def test_taking_a_file_back_does_not_bring_it_back(erik: Person, shelf: Shelf) -> None:
    rows = await rows_of(erik)
    await holds(erik.theatre, AMOUNT.id, antwort=LETTER, fakten=[LETTER])
    rows[0] |= {"version": 2, "titel": "Neu"}
    await sends(erik, shelf, rows)
    erik.hears("1 geändert")
    await erik.presses("Weiter")
    erik.hears("Übernehmen")
    await erik.presses("Übernehmen")
    erik.hears("Übernommen")
    await erik.presses("Zurücknehmen")
    erik.hears("wieder wie vorher: 0", "foerderung.hoehe")
    assert erik.theatre.house.lookup.corpus.entries[AMOUNT.id].title == "Neu"


async def test_a_file_previewed_before_this_was_looked_at_is_refused_whole(
    erik: Person, shelf: Shelf
) -> None:
    rows = await rows_of(erik)
    for row in rows[:2]:
        row["titel"] = "Neu"
    await sends(erik, shelf, rows)
    erik.hears("2 geändert")
    async with erik.theatre.database.write() as session:
        planned = await session.get_one(FaqImport, 1)
        kept = [dict(row) for row in planned.rows]
        kept[1]["content"] = {**kept[1]["content"], "titel": "Neu von [Name]"}
        planned.rows = kept
    await erik.sends_press("faq_import_do:1")
    erik.hears("Nichts übernommen", "Platzhalter wie „[Name]“")
    assert set(changed(erik.theatre).values()) == {1}
    async with erik.theatre.database.read() as session:
        assert (await session.get_one(FaqImport, 1)).state == ImportState.DROPPED


async def test_what_is_live_already_is_listed_and_sent_to_nobody(
    erik: Person, anna: Person
) -> None:
    await anna.says("Wie viel bekommen wir?")
    anna.hears("18.000")
    await holds(erik.theatre, AMOUNT.id, antwort=LETTER, fakten=[LETTER])
    await erik.says("/faq_liste")
    erik.hears("Mit persönlichen Angaben")
    await erik.presses("Mit persönlichen Angaben")
    erik.hears("1 Einträge", "Höhe der Förderung")
    await erik.sends_press("faq_tell_now:foerderung.hoehe.2.12")
    erik.hears("gilt nicht mehr")
    skips(anna)
    await anna.says("Wie viel bekommen wir?")
    anna.hears("Höhe der Förderung")
    await anna.says("/verlauf")
    anna.hears("gezeigt")
    await anna.presses("1. Höhe der Förderung")
    assert "Lena" not in anna.hears("Fassung 2").text


async def test_the_contact_of_an_office_may_stand_where_answers_stand(
    erik: Person, anna: Person
) -> None:
    contact = "Rufen Sie an: 0561 106-3434."
    draft = await finds_a_draft(erik, contact, "Wen rufen wir an?")
    assert "„0561 106-3434“ sieht nach einer persönlichen Angabe aus (Telefonnummer)" in draft.text
    await erik.presses("Kontakt einer Stelle, keiner Person")
    heard = erik.hears("Kontakte von Stellen", "+ 0561 106-3434")
    assert "persönlichen Angabe" not in heard.text
    await publishes(erik)
    await anna.says("Wen rufen wir an?")
    anna.hears("0561 106-3434")
    await erik.sends_press("faq_at:foerderung.wen-rufen-wir-an.fragen")
    erik.hears("Formulierungen")
    await erik.says("wem gehört 0561 106-3434")
    heard = erik.hears("Formulierungen: „0561 106-3434“ sieht nach einer persönlichen Angabe aus")
    assert "Kontakt einer Stelle, keiner Person" not in heard.labels


async def test_a_name_is_nobody_s_contact(erik: Person) -> None:
    draft = await finds_a_draft(erik, "Fragen Sie Frau Weber, 0561 106-3434.")
    assert "Kontakt einer Stelle, keiner Person" in draft.labels
    await erik.presses("Kontakt einer Stelle, keiner Person")
    heard = erik.hears("„Weber“ sieht nach einer persönlichen Angabe aus (Name)")
    assert "Gegenprobe und veröffentlichen" not in heard.labels


@pytest.mark.parametrize("content", [{"titel": "Für [Name]"}, {"antwort": "Frau Weber hilft."}])
async def test_the_store_lets_nothing_of_it_out(
    database: Database, theatre: Theatre, content: dict[str, str]
) -> None:
    async with database.write() as session:
        entries = EntryStore(session, theatre.clock())
        given = {
            "id": "abgrenzung.x", "titel": "Titel", "antwort": "Antwort.", "fragen": ["Frage"],
        }  # fmt: skip
        with pytest.raises(Indiscreet):
            await entries.publish(given | content, 0, "stage:erik", "neu")
        assert (await entries.publish(given, 0, "stage:erik", "neu")).number == 1
        # Archiving shows it to nobody.
        gone = await entries.publish(given | content, 1, "stage:erik", "weg", removes=True)
        row = await entries.find(gone.entry_id)
        assert row
        assert row.state == State.ARCHIVED
