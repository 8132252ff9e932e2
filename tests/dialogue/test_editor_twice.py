"""What stands twice: a correction leaves nothing behind that contradicts it unseen."""

from datetime import date

import pytest

from faq.catalogue.entry import Entry
from faq.recognising.glossary import Glossary, Term
from people.person import Role
from tests.dialogue.exchange_scenes import Shelf, rows_of, sends
from tests.dialogue.scenes import give_role, holds, publishes, skips
from tests.stage import Heard, Person, Theatre

FRIST = "foerderung.frist"
OLD = {
    "antwort": "Anträge bis 31. Oktober.",
    "mehr": "Nach dem 31.10. geht nichts mehr.",
    "einfach": "Am 31. Oktober ist Schluss.",
    "fakten": ["Antragsschluss 31. Oktober (31.10.)"],
}
NEW = "Anträge bis 30. November."
TO_MORE = "Mehr dazu: Da steht noch „31.10.“, anderswo ist es gestrichen."
TO_SIMPLE = "In Einfacher Sprache: Da steht noch „31. Oktober“, anderswo ist es gestrichen."
LIVE = "Gegenprobe und veröffentlichen"


@pytest.fixture
async def deadline(erik: Person) -> Person:
    """Erik keeps an entry that tells the deadline three times."""
    await holds(erik.theatre, FRIST, **OLD)
    return erik


async def writes(editor: Person, field: str, text: str, entry: str = FRIST) -> Heard:
    """Let an editor write a field of an entry anew; give the draft."""
    await editor.sends_press(f"faq_at:{entry}.{field}")
    skips(editor)
    await editor.says(text)
    return editor.hears("Entwurf")


def served(theatre: Theatre, entry: str = FRIST) -> Entry:
    return theatre.house.lookup.corpus.entries[entry]


async def test_a_corrected_deadline_is_corrected_everywhere(
    deadline: Person, anna: Person
) -> None:
    erik = deadline
    draft = await writes(erik, "antwort", NEW)
    for said in ("− Antragsschluss 31. Oktober (31.10.)", TO_MORE, TO_SIMPLE, "Fakten fehlt."):
        assert said in draft.text
    assert LIVE not in draft.labels
    await erik.presses("Quelle stimmt, heute geprüft")
    erik.hears("Antwort\n\nAnträge bis 30. November.", "Steht das heute noch so in der Quelle?")
    await erik.presses("Stimmt, heute geprüft")
    erik.hears("hier noch zu lesen: „31.10.“", "Mehr dazu\n\nNach dem 31.10. geht nichts mehr.")
    await erik.presses("Ändern")
    erik.hears("Mehr dazu", "Bisher:")
    await erik.says("Nach dem 30.11. geht nichts mehr.")
    assert TO_SIMPLE in erik.hears("Entwurf").text
    await erik.presses("Quelle stimmt, heute geprüft")
    erik.hears("Mehr dazu\n\nNach dem 30.11.")
    await erik.presses("Stimmt, heute geprüft")
    erik.hears("hier noch zu lesen: „31. Oktober“", "Am 31. Oktober ist Schluss.")
    await erik.presses("Ändern")
    erik.hears("Einfacher Sprache", "Bisher:")
    await erik.says("Am 30. November ist Schluss.")
    erik.hears("Entwurf")
    await erik.presses("Quelle stimmt, heute geprüft")
    heard = erik.hears("Die Zahl 30 steht nicht in fakten.", "Das steht so in der Quelle")
    assert "Da steht noch" not in heard.text
    await erik.presses("Das steht so in der Quelle")
    erik.hears("+ Anträge bis 30. November.", LIVE)
    await publishes(erik)
    await anna.says("Bis wann?")
    heard = anna.hears("30. November", "30.11.", "Geprüft am 22. November 2026")
    assert "31." not in heard.text
    await anna.presses("In Einfacher Sprache")
    anna.hears("30. November", "Geprüft am 22. November 2026")
    assert not any("Oktober" in fact for fact in served(erik.theatre).facts)


@pytest.mark.parametrize(
    "press", ["faq_rehearse:1", "faq_publish:1.2", "faq_submit:1", "faq_facts:1"]
)
async def test_no_press_gets_past_what_nobody_has_looked_at(deadline: Person, press: str) -> None:
    await writes(deadline, "antwort", NEW)
    await deadline.sends_press("faq_seen:1.antwort")
    await deadline.sends_press("faq_facts:1")
    await deadline.sends_press(press)
    skips(deadline)
    await deadline.sends_press("faq_draft:1")
    heard = deadline.hears(TO_MORE, TO_SIMPLE)
    assert LIVE not in heard.labels
    assert served(deadline.theatre).answer == OLD["antwort"]


async def test_what_is_still_right_is_looked_at_and_vouched_for_again(
    deadline: Person, anna: Person
) -> None:
    erik = deadline
    await writes(erik, "antwort", "Anträge bis zur Frist.")
    for key in ("antwort", "mehr", "einfach"):
        await erik.sends_press(f"faq_seen:1.{key}")
    skips(erik)
    await erik.sends_press("faq_draft:1")
    erik.hears(
        "− Antragsschluss 31. Oktober (31.10.)", "+ Nach dem 31.10. geht nichts mehr.", LIVE
    )
    await publishes(erik)
    await anna.says("Bis wann?")
    anna.hears("31.10.", "Geprüft am 22. November 2026")


async def test_only_what_was_looked_at_gets_the_day(deadline: Person, anna: Person) -> None:
    erik = deadline
    draft = await writes(erik, "antwort", "Anträge bis 31. Oktober, jedes Jahr.")
    assert "Nicht angesehen, behält sein Prüfdatum: Mehr dazu, In Einfacher" in draft.text
    await erik.presses("Quelle stimmt, heute geprüft")
    erik.hears("Mehr dazu geprüft am\nneu: 20.11.2026", "Geprüft am\nbisher: 20.11.2026", LIVE)
    await erik.presses("In Einfacher Sprache ansehen und prüfen")
    erik.hears("Am 31. Oktober ist Schluss.", "Zuletzt geprüft am 20.11.2026")
    await erik.presses("Stimmt, heute geprüft")
    assert "Prüfdatum: Mehr dazu\n" in erik.hears("Entwurf").text + "\n"
    await publishes(erik)
    await anna.says("Bis wann?")
    anna.hears("Geprüft am 22. November 2026, das Weitere am 20. November 2026")
    await anna.presses("In Einfacher Sprache")
    anna.hears("Geprüft am 22. November 2026")
    entry = served(erik.theatre)
    assert (entry.checked_on, entry.more_checked_on) == (date(2026, 11, 22), date(2026, 11, 20))
    assert entry.simple_checked_on is None
    assert entry.review_on == date(2027, 11, 30)
    await erik.says(f"/faq_suche {FRIST}")
    erik.hears("Geprüft am 22.11.2026, Mehr dazu am 20.11.2026")


async def test_only_mehr_dazu_changes_and_the_answer_keeps_its_day(
    deadline: Person, anna: Person
) -> None:
    await writes(deadline, "mehr", "Nach dem 31.10. geht gar nichts mehr.")
    await deadline.presses("Quelle stimmt, heute geprüft")
    deadline.hears("Mehr dazu geprüft am\nneu: 22.11.2026")
    await publishes(deadline)
    await anna.says("Bis wann?")
    anna.hears("Geprüft am 20. November 2026, das Weitere am 22. November 2026")


async def test_a_due_entry_is_looked_at_field_by_field(deadline: Person) -> None:
    erik = deadline
    await holds(erik.theatre, FRIST, wiedervorlage_am="2026-11-01")
    await erik.sends_press(f"faq_at:{FRIST}.quellen")
    erik.hears("Quelle und Stand")
    await erik.presses("Quelle stimmt, heute geprüft")
    for text in ("Anträge bis", "Nach dem", "Am 31."):
        erik.hears(text, "Stimmt, heute geprüft")
        await erik.sends_press("faq_draft:1")
        assert "Wiedervorlage am\n" not in erik.hears("Entwurf").text
        await erik.presses("Stimmt, heute geprüft")
    heard = erik.hears("Geprüft am\nbisher: 20.11.2026", "Wiedervorlage am", "22.11.2027")
    assert "Mehr dazu geprüft am" not in heard.text


async def test_what_was_looked_at_and_changes_is_looked_at_again(deadline: Person) -> None:
    erik = deadline
    await holds(erik.theatre, FRIST, geprueft_am="2026-11-22")  # the first correction of today
    for text in ("Anträge bis 31. Oktober, gern früher.", "Anträge bis 31. Oktober, bitte."):
        heard = await writes(erik, "antwort", text)
        assert "Die Aussage hat sich geändert." in heard.text
        assert LIVE not in heard.labels
        await erik.presses("Quelle stimmt, heute geprüft")
        erik.hears(LIVE)


@pytest.mark.parametrize(
    ("before", "after", "elsewhere"),
    [
        ("Bis zu 18.000 Euro.", "Bis zu 20.000 Euro.", "Höchstens 18000 € gibt es."),
        ("Bis zu 18.000 Euro.", "Bis zu 20.000 Euro.", "Das sind achtzehntausend Euro."),
        ("In zwei Raten.", "In drei Raten.", "Die 2 Raten kommen spät."),
        ("Bis {frist}.", "Bis 30. November.", "Am 31. Oktober ist Schluss."),
        ("Bis 31.10.2026.", "Bis 31.10.2027.", "Im Jahr 2026 noch bis Oktober."),
        ("Bis 31. Oktober.", "Bis 30. November.", "Ende Oktober ist Schluss."),
        ("Es sind 20 Prozent.", "Es sind 30 Prozent.", "Also 20 % der Kosten."),
        ("Nach vier Wochen.", "Nach sechs Wochen.", "Vier Wochen dauert es."),
        ("Siehe www.alt.de/x", "Siehe www.neu.de/x", "Mehr auf www.alt.de/x."),
    ],
)
async def test_whatever_way_it_is_written(
    erik: Person, before: str, after: str, elsewhere: str
) -> None:
    await holds(erik.theatre, FRIST, antwort=before, mehr=elsewhere, fakten=[before, elsewhere])
    draft = await writes(erik, "antwort", after)
    assert "Mehr dazu: Da steht noch „" in draft.text
    assert f"− {before}" in draft.text
    await erik.sends_press("faq_seen:1.antwort")
    await erik.sends_press("faq_facts:1")
    await erik.sends_press("faq_draft:1")
    skips(erik)
    await erik.sends_press("faq_draft:1")
    assert LIVE not in erik.hears("Mehr dazu: Da steht noch").labels


@pytest.mark.parametrize(
    ("before", "after", "elsewhere"),
    [
        ("In 2 Raten.", "In 3 Raten.", "Für 2 Kinder auch."),
        ("Bis 31.10.", "Bis zum 31. Oktober.", "Am 31. Oktober ist Schluss."),
        ("Bis zu 18.000 Euro.", "Bis zu 18000 € im Jahr.", "Höchstens 18.000 Euro."),
        ("Ein Antrag.", "Zwei Anträge.", "Ein Haus."),
    ],
)
async def test_what_only_looks_alike_is_left_alone(
    erik: Person, before: str, after: str, elsewhere: str
) -> None:
    await holds(erik.theatre, FRIST, antwort=before, mehr=elsewhere, fakten=[before, elsewhere])
    assert "Da steht noch" not in (await writes(erik, "antwort", after)).text


async def test_title_keywords_and_phrasings_are_shown(erik: Person) -> None:
    await holds(
        erik.theatre, FRIST, antwort="Bis zu 18.000 Euro.", mehr=None, titel="Die 18.000 Euro",
        stichworte=["18000"], fragen=["sind es noch 18.000 euro"], fakten=["18.000 Euro"],
    )  # fmt: skip
    draft = await writes(erik, "antwort", "Bis zu 20.000 Euro.")
    for field in (
        "Titel: Da steht noch „18.000“",
        "Stichworte: Da steht noch „18000“",
        "Formulierungen",
    ):
        assert field in draft.text
    await erik.presses("Quelle stimmt, heute geprüft")
    await erik.presses("Das steht so in der Quelle")
    skips(erik)
    await erik.sends_press("faq_draft:1")
    erik.hears("Auch zu bedenken", LIVE)  # they state nothing, so they do not hold it up


async def test_what_other_places_say_is_shown_before_and_after(
    deadline: Person, carla: Person
) -> None:
    erik = deadline
    await give_role(erik.theatre, "stage:carla", Role.ADVISOR)
    await carla.says("/vorlage Frist: Die Frist ist der 31. Oktober.")
    carla.hears("gespeichert")
    await holds(erik.theatre, "foerderung.auszahlung", antwort="Nach dem 31.10. in zwei Raten.")
    await holds(erik.theatre, FRIST, fragen=["geht es noch am 31.10."])  # states nothing
    await holds(erik.theatre, "foerderung.hoehe", antwort="Am 31.10. anders.", quellen=["andere"])
    term = Term(begriff="Stichtag", erklaerung="Der 31. Oktober jedes Jahres.")
    erik.theatre.house.glossary = Glossary([term])
    await writes(erik, "antwort", NEW)
    for key in ("mehr", "einfach"):
        await writes(erik, key, NEW)
    for key in ("antwort", "mehr", "einfach"):
        await erik.sends_press(f"faq_seen:1.{key}")
    await erik.sends_press("faq_facts:1")
    skips(erik)
    await erik.presses(LIVE)
    rehearsed = erik.hears("Gegenprobe")
    await erik.presses("Veröffentlichen")
    published = erik.hears("Veröffentlicht")
    for heard in (rehearsed, published):
        for place in (
            "Eintrag „Auszahlung“: „31.10.“",
            "Fachwort „Stichtag“: „31. Oktober“",
            "Vorlage „Frist“: „31. Oktober“",
            "Die Frist, die der Bot selbst ausrechnet",
        ):
            assert place in heard.text
        assert "Eintrag „Höhe der Förderung“" not in heard.text  # of another source
    await erik.presses("Ansehen: Auszahlung", on=published)
    erik.hears("foerderung.auszahlung")


async def test_the_fahrplan_is_looked_through_too(deadline: Person) -> None:
    guide = deadline.theatre.house.guide
    first = guide.steps[0]
    step = first.model_copy(
        update={"duration": "bis 31. Oktober", "sources": (), "entries": (FRIST,)}
    )
    deadline.theatre.house.guide = guide.model_copy(update={"steps": (step, *guide.steps[1:])})
    for key in ("antwort", "mehr", "einfach"):
        await writes(deadline, key, NEW)
        await deadline.sends_press(f"faq_seen:1.{key}")
    await deadline.sends_press("faq_facts:1")
    skips(deadline)
    await deadline.presses(LIVE)
    deadline.hears(f"Fahrplan, „{step.title}“: „31. Oktober“")


async def test_a_file_that_contradicts_itself_is_asked_about(
    deadline: Person, shelf: Shelf
) -> None:
    erik = deadline
    rows = await rows_of(erik)
    row = next(r for r in rows if r["id"] == FRIST)
    row |= {"antwort": NEW, "geprueft_am": "2026-11-22", "fakten": ["31. Oktober", NEW, "31.10."]}
    await sends(erik, shelf, rows)
    erik.hears("widersprüchlich: Antragsfrist")
    await erik.sends_press("faq_import_do:1")
    erik.hears("gilt nicht mehr")
    await erik.presses("Weiter")
    erik.hears("Widerspruch 1 von 1: Antragsfrist", TO_MORE, TO_SIMPLE, "Bestand behalten")
    assert served(erik.theatre).answer == OLD["antwort"]
    await erik.presses("Aus der Datei")
    erik.hears("Zu ändern: 1", "Übernehmen")
    await erik.presses("Übernehmen")
    erik.hears("Übernommen")
    assert served(erik.theatre).answer == NEW


async def test_a_file_shows_what_other_places_say(deadline: Person, shelf: Shelf) -> None:
    erik = deadline
    await holds(
        erik.theatre, "foerderung.auszahlung", antwort="Nach dem 31.10.", fakten=["31.10."]
    )
    rows = await rows_of(erik)
    row = next(r for r in rows if r["id"] == FRIST)
    row |= {"antwort": NEW, "mehr": NEW, "einfach": NEW, "fakten": [NEW]}
    await sends(erik, shelf, rows)
    erik.hears("geändert: Antragsfrist")
    await erik.presses("Weiter")
    erik.hears("Zu ändern: 1", "Eintrag „Auszahlung“: „31.10.“")
    await erik.presses("Übernehmen")
    erik.hears("Übernommen")
    await holds(
        erik.theatre, "foerderung.auszahlung", antwort="Nach dem 30.11.", fakten=["30.11."]
    )
    await erik.presses("Zurücknehmen")
    erik.hears("wieder wie vorher: 1", "Eintrag „Auszahlung“: „30.11.“")


async def test_a_restored_version_keeps_its_days(deadline: Person, anna: Person) -> None:
    erik = deadline
    await holds(
        erik.theatre, FRIST, antwort=NEW, mehr=NEW, einfach=NEW, fakten=[NEW],
        geprueft_am="2026-11-22",
    )  # fmt: skip
    await holds(erik.theatre, "foerderung.auszahlung", antwort="Nach dem 30. November.")
    await erik.sends_press(f"faq_restore:{FRIST}.2")
    erik.hears("Wiederherstellen", "Eintrag „Auszahlung“: „30. November“")
    await erik.presses("Veröffentlichen")
    erik.hears("Version 4")
    await anna.says("Bis wann?")
    anna.hears("31. Oktober", "Geprüft am 20. November 2026")


async def test_of_a_restored_version_that_is_shown_too(deadline: Person) -> None:
    erik = deadline
    await holds(erik.theatre, FRIST, antwort=NEW, fakten=[NEW, "31.10.", "31. Oktober"])
    await holds(erik.theatre, FRIST, **OLD)
    await erik.sends_press(f"faq_restore:{FRIST}.3")
    erik.hears("Wiederherstellen", "Auch zu bedenken", TO_MORE, TO_SIMPLE, "Veröffentlichen")


async def test_a_restored_version_that_is_changed_is_no_longer_checked(deadline: Person) -> None:
    await deadline.sends_press(f"faq_restore:{FRIST}.1")
    deadline.hears("Wiederherstellen")
    await deadline.sends_press("faq_field:1.antwort")
    deadline.hears("Bisher:")
    await deadline.says("Jederzeit.")
    assert LIVE not in deadline.hears("Die Aussage hat sich geändert.").labels


async def test_what_was_looked_at_beside_an_older_answer_is_looked_at_again(
    deadline: Person, eva: Person
) -> None:
    erik = deadline
    await writes(erik, "mehr", "Nach dem 31.10. geht gar nichts mehr.")
    await erik.presses("Quelle stimmt, heute geprüft")
    erik.hears(LIVE)
    await holds(erik.theatre, FRIST, antwort=NEW, mehr="Bis 30.11.", einfach=NEW, fakten=[NEW])
    await erik.sends_press("faq_rebase:1")
    heard = erik.hears("Grundlage von Version 3", "Die Aussage hat sich geändert.")
    assert "Antwort: Da steht noch „30. November“, anderswo ist es gestrichen." in heard.text
    assert "Die Zahl 31.10 steht nicht in fakten." in heard.text
    assert LIVE not in heard.labels
    assert eva.name


async def test_a_new_entry_is_looked_at_in_every_field(erik: Person) -> None:
    await erik.says("/faq_neu")
    await erik.presses("Förderung")
    for text in ("Stichtag", "Am 31. Oktober ist Stichtag.", "Wann ist Stichtag?"):
        await erik.says(text)
    await erik.presses("Familienzentren, Regierungspräsidium Kassel")
    await erik.sends_press("faq_field:1.mehr")
    await erik.says("Am 31.10. um 24 Uhr.")
    skips(erik)
    await erik.presses("Quelle stimmt, heute geprüft")
    erik.hears("Antwort\n\nAm 31. Oktober")
    await erik.presses("Stimmt, heute geprüft")
    erik.hears("Mehr dazu\n\nAm 31.10.")
    await erik.presses("Stimmt, heute geprüft")
    erik.hears("Die Zahl 31.10 steht nicht in fakten.")
    await erik.sends_press("faq_field:1.antwort")
    erik.hears("Bisher:")
    await erik.says("Am 30. November ist Stichtag.")
    heard = erik.hears("Die Aussage hat sich geändert.", "Geprüft am fehlt.")
    assert "+ Am 31. Oktober ist Stichtag." not in heard.text
    await erik.presses("Quelle stimmt, heute geprüft")
    erik.hears("Antwort\n\nAm 30. November")
    await erik.presses("Stimmt, heute geprüft")
    erik.hears("Mehr dazu\n\nAm 31.10.")  # it repeats what was struck
