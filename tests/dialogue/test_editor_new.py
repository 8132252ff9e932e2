"""New entries: asked for step by step, never without source and date."""

import pytest

from faq.editing.drafts import DraftStore
from faq.editing.entries import EntryStore
from handlers.desk import House
from tests.dialogue.scenes import publishes
from tests.stage import Person

RP = "Familienzentren, Regierungspräsidium Kassel"


async def writes_hens(erik: Person) -> None:
    await erik.says("/faq_neu")
    erik.hears("Zu welchem Thema", "Förderung", "Zurück", "Abbrechen")
    await erik.presses("Förderung")
    erik.hears("Wie heißt der Eintrag?", "Zurück", "Abbrechen")
    await erik.says("Hühner im Hof")
    erik.hears("Schreiben Sie die Antwort")
    await erik.says("Hühner darf das Zentrum halten. Das Veterinäramt will es wissen.")
    erik.hears("Wie fragen Menschen danach?")
    await erik.says("Dürfen wir im Hof Hühner halten?\nhühner familienzentrum")
    erik.hears("Quelle und Stand", "Jetzt: keine", RP, "Zurück", "Abbrechen")


async def test_a_new_entry_from_topic_to_answer(erik: Person, anna: Person, house: House) -> None:
    await writes_hens(erik)
    await erik.presses("Familienzentren, Regierungspräsidium Kassel")
    erik.hears("Jetzt: Familienzentren", "✓ Familienzentren, Regierungspräsidium Kassel")
    await erik.presses("Quelle stimmt, heute geprüft")
    erik.hears("Entwurf: Hühner im Hof", "neuer Eintrag im Thema „Förderung“")
    await publishes(erik)
    await anna.says("Dürfen wir im Hof Hühner halten?")
    anna.hears("Hühner im Hof", "Veterinäramt", "Quelle: Familienzentren", "22. November 2026")
    entry = house.lookup.corpus.entries["foerderung.huehner-im-hof"]
    assert entry.facts == ("Hühner darf das Zentrum halten.", "Das Veterinäramt will es wissen.")
    assert entry.review_on.year == 2027


async def test_a_new_source_is_written_in_one_line(erik: Person, anna: Person) -> None:
    await writes_hens(erik)
    for bad in ("Merkblatt", "Merkblatt; ", "Merkblatt; 2026; javascript:alert(1)", "a;b;c;d"):
        await erik.says(bad)
        erik.hears("mindestens Titel und Stand")
    await erik.says("Merkblatt Geflügel; 2026-05; https://beispiel.de/gefluegel")
    erik.hears("Jetzt: Merkblatt Geflügel")
    await erik.presses("Quelle stimmt, heute geprüft")
    erik.hears("Entwurf")
    await publishes(erik)
    await anna.says("hühner familienzentrum")
    anna.hears("Quelle: Merkblatt Geflügel (https://beispiel.de/gefluegel), Stand Mai 2026")


async def test_without_source_and_check_nothing_goes_live(erik: Person) -> None:
    await writes_hens(erik)
    await erik.presses("Zurück")
    heard = erik.hears("zu klären", "Quellen fehlt.", "Geprüft am fehlt.", "Fakten fehlt.")
    assert "Gegenprobe und veröffentlichen" not in heard.labels
    await erik.sends_press("faq_rehearse:1")
    erik.hears("Quellen fehlt.")
    await erik.sends_press("faq_publish:1.4")
    erik.hears("noch einmal prüfen")


async def test_what_others_answer_needs_no_source(erik: Person, anna: Person) -> None:
    await erik.says("/faq_neu")
    erik.hears("Thema")
    await erik.presses("Nicht unser Gebiet")
    erik.hears("Titel")
    await erik.says("Segelflug")
    erik.hears("Antwort")
    await erik.says("Dafür ist der Luftsportverband da.")
    erik.hears("Formulierungen")
    await erik.says("Welcher Segelflugschein gilt?")
    erik.hears("Entwurf: Segelflug", "Gegenprobe und veröffentlichen")
    await publishes(erik)
    await anna.says("Welcher Segelflugschein gilt?")
    anna.hears("nicht unser Gebiet", "Luftsportverband")


@pytest.mark.parametrize("title", ["x" * 61, "Sehr lang " * 10])
async def test_a_long_title_is_asked_for_again(erik: Person, title: str) -> None:
    await erik.says("/faq_neu")
    erik.hears("Thema")
    await erik.presses("Förderung")
    erik.hears("Titel")
    await erik.says(title)
    erik.hears("höchstens 60")
    await erik.says("Kurz")
    erik.hears("Schreiben Sie die Antwort")


async def test_two_entries_of_one_title_get_two_names(erik: Person, house: House) -> None:
    for words in ("eins", "zwei"):
        await erik.says("/faq_neu")
        await erik.presses("Nicht unser Gebiet")
        await erik.says("Segelflug!")
        await erik.says("Dafür ist der Luftsportverband da.")
        await erik.says(words)
        erik._read = len(erik._all())
        await publishes(erik)
    assert {"abgrenzung.segelflug", "abgrenzung.segelflug-2"} <= set(house.lookup.corpus.redirects)


async def test_a_proposed_answer_waits_as_a_draft_without_a_topic(
    erik: Person, anna: Person
) -> None:
    await anna.says("Dürfen wir im Hof Hühner halten?")
    anna.hears("keine geprüfte Antwort")
    async with erik.theatre.database.write() as session:
        entries = EntryStore(session, erik.theatre.clock())
        await DraftStore(session, entries).propose(
            "Dürfen wir im Hof Hühner halten?", "Ja, mit Meldung.", "stage:carla", asked=[1]
        )
    await erik.says("/faq")
    erik.hears("Entwürfe offen: 1")
    await erik.presses("Entwürfe (1)")
    erik.hears("Hühner halten? (ein Entwurf", "stage:carla")
    await erik.sends_press("faq_draft:1")
    erik.hears("Thema „noch keines“", "Ja, mit Meldung.", "Thema wählen")
    await erik.presses("Thema wählen")
    erik.hears("Zu welchem Thema")
    await erik.presses("Förderung")
    erik.hears("Entwurf", "Förderung")
    await erik.presses("Quelle und Stand")
    await erik.presses("Familienzentren, Regierungspräsidium Kassel")
    await erik.presses("Quelle stimmt, heute geprüft")
    erik._read = len(erik._all())
    await publishes(erik)
    anna.hears("Sie hatten etwas gefragt", "Danke für die Frage!", "Ansehen")
    await anna.presses("Ansehen")
    anna.hears("Ja, mit Meldung.")
