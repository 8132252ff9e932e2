"""Proposed answers: shown to an advisor, changed by an advisor, sent by an advisor."""

import pytest

from tests.dialogue.scenes import card_of, gets_answer, joins, skips
from tests.stage import Heard, Person, Theatre


@pytest.fixture(autouse=True)
async def _money(theatre: Theatre, anna: Person, carla: Person) -> None:
    """Anna has asked for something the FAQ half knows."""
    await joins(carla)
    await anna.says("Ich brauche Geld")
    await anna.presses("Nichts davon")
    await anna.presses("An die Beratung senden")
    skips(anna, carla)
    assert "Ich brauche Geld" in card_of(theatre).text


async def drafts(carla: Person, label: str) -> Heard:
    """Let an advisor take a proposal; give the draft, which nobody else sees."""
    await carla.presses("Vorschläge", on=card_of(carla.theatre))
    carla.hears("Vorschläge für FZ-2026-0001", "Es wird nichts gesendet, bevor Sie es tun.")
    await carla.presses(label)
    return carla.hears("Entwurf für FZ-2026-0001, noch nicht gesendet:", "So senden")


async def test_the_three_best_entries_are_proposed(carla: Person, theatre: Theatre) -> None:
    await carla.presses("Vorschläge", on=card_of(theatre))
    offer = carla.hears("Vorschläge für FZ-2026-0001")
    assert offer.labels == (
        "FAQ: Höhe der Förderung", "FAQ: Auszahlung", "FAQ: Antragsfrist", "Abbrechen",
    )  # fmt: skip


async def test_nothing_is_sent_without_a_human(anna: Person, carla: Person) -> None:
    draft = await drafts(carla, "FAQ: Antragsfrist")
    assert "Bis 31. Oktober 2027 für 2028." in draft.text
    assert "Quelle: Familienzentren, Regierungspräsidium Kassel https://" in draft.text
    anna.hears_nothing()
    await carla.presses("So senden", on=draft)
    anna.hears("Antwort der Beratung zu FZ-2026-0001", "Bis 31. Oktober 2027 für 2028.")


async def test_a_double_press_sends_once(anna: Person, carla: Person) -> None:
    draft = await drafts(carla, "FAQ: Auszahlung")
    await carla.presses("So senden", on=draft)
    anna.hears("In zwei Raten.")
    carla.hears("unterwegs")
    for label in ("So senden", "Ändern"):
        await carla.presses(label, on=draft)
        carla.hears("Diesen Entwurf gibt es nicht mehr: gesendet oder verworfen.")
    anna.hears_nothing()


async def test_a_draft_is_changed_and_shown_once_more(anna: Person, carla: Person) -> None:
    draft = await drafts(carla, "FAQ: Auszahlung")
    await carla.presses("Ändern", on=draft)
    carla.hears("Schreiben Sie die Antwort jetzt so, wie sie sein soll.", "In zwei Raten.")
    await carla.says("In zwei Raten, <b>im Mai</b> und so.")
    changed = carla.hears("Entwurf für FZ-2026-0001", "In zwei Raten, <b>im Mai</b> und so.")
    anna.hears_nothing()
    await carla.presses("So senden", on=draft)  # the words before the change
    carla.hears("Diesen Entwurf gibt es nicht mehr")
    await carla.presses("So senden", on=changed)
    heard = anna.hears("In zwei Raten, <b>im Mai</b> und so.")
    assert "Quelle" not in heard.text


async def test_a_draft_is_dropped(anna: Person, carla: Person, theatre: Theatre) -> None:
    draft = await drafts(carla, "FAQ: Auszahlung")
    await carla.presses("Verwerfen", on=draft)
    carla.hears("Verworfen. Es wurde nichts gesendet.")
    await carla.presses("So senden", on=draft)
    carla.hears("Diesen Entwurf gibt es nicht mehr")
    anna.hears_nothing()
    assert "offen" in card_of(theatre).text


async def test_a_draft_for_a_ticket_closed_meanwhile_is_kept_back(
    anna: Person, carla: Person
) -> None:
    draft = await drafts(carla, "FAQ: Auszahlung")
    await carla.says("/schliessen 1")
    anna.hears("abgeschlossen")
    await carla.presses("So senden", on=draft)
    carla.hears("ist geschlossen")
    carla.hears("Ihr Text wurde nicht gesendet", "Wieder öffnen")
    again = carla.hears("Entwurf für FZ-2026-0001, noch nicht gesendet:", "In zwei Raten.")
    anna.hears_nothing()
    await carla.says("/oeffnen 1")
    skips(anna, carla)
    await carla.presses("So senden", on=again)
    anna.hears("Antwort der Beratung zu FZ-2026-0001", "In zwei Raten.")
    carla.hears("unterwegs")
    await carla.presses("So senden", on=again)
    carla.hears("Diesen Entwurf gibt es nicht mehr: gesendet oder verworfen.")
    anna.hears_nothing()


async def test_an_earlier_answer_is_proposed(
    anna: Person, bert: Person, carla: Person, theatre: Theatre
) -> None:
    await gets_answer(anna, carla, 1, "Fragen Sie Ihre Kommune.")
    await bert.says("/anfrage Brauchen wir Geld?")
    skips(carla, bert)
    await carla.presses("Vorschläge", on=card_of(theatre, 2))
    carla.hears("Wie FZ-2026-0001")
    await carla.presses("Wie FZ-2026-0001")
    carla.hears("Entwurf für FZ-2026-0002", "Fragen Sie Ihre Kommune.")
    bert.hears_nothing()
    await carla.presses("So senden")
    bert.hears("Antwort der Beratung zu FZ-2026-0002", "Fragen Sie Ihre Kommune.")
    anna.hears_nothing()


async def test_an_earlier_answer_keeps_no_name(
    anna: Person, bert: Person, carla: Person, theatre: Theatre
) -> None:
    await gets_answer(anna, carla, 1, "Liebe Frau Kunz, fragen Sie Frau Weber. Gruß, Carla")
    await bert.says("/anfrage Brauchen wir Geld?")
    skips(carla, bert)
    await carla.presses("Vorschläge", on=card_of(theatre, 2))
    carla.hears("Wie FZ-2026-0001")
    await carla.presses("Wie FZ-2026-0001")
    draft = carla.hears("auf Namen achten", "Fragen Sie Frau [Name].")
    await carla.presses("So senden", on=draft)
    carla.hears("Nicht gesendet: „[Name]“ steht noch da.")
    again = carla.hears("Entwurf für FZ-2026-0002")
    bert.hears_nothing()
    await carla.presses("Ändern", on=again)
    carla.hears("Schreiben Sie die Antwort")
    await carla.says("Fragen Sie das Jugendamt.")
    await carla.presses("So senden")
    bert.hears("Fragen Sie das Jugendamt.")


async def test_where_nothing_is_near_that_is_said(bert: Person, carla: Person) -> None:
    await bert.says("/anfrage Dürfen Esel mit?")
    carla.hears("Dürfen Esel mit?")
    await carla.sends_press("ideas:2")
    carla.hears("Für FZ-2026-0002 habe ich keinen Vorschlag.")


async def test_templates_are_kept_shown_and_filled(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await carla.presses("Vorlage", on=card_of(theatre))
    carla.hears("Es gibt noch keine Vorlage.")
    await carla.says("/vorlage Frist: Guten Tag, zu {nummer}: bis {frist}.")
    carla.hears("Die Vorlage Frist ist gespeichert.")
    await carla.says("/vorlagen")
    carla.hears("Frist\nGuten Tag, zu {nummer}: bis {frist}.", "{nummer}, ")
    await carla.presses("Vorlage", on=card_of(theatre))
    await carla.presses("Frist")
    carla.hears("Welche Vorlage?")
    carla.hears("Entwurf", "Guten Tag, zu FZ-2026-0001: bis 31. Oktober 2027.")
    anna.hears_nothing()
    await carla.says("/vorlage Frist: Kürzer.")
    carla.hears("gespeichert")
    await carla.says("/vorlagen")
    assert "Guten Tag" not in carla.hears("Frist\nKürzer.").text
    for told in ("Die Vorlage Frist ist gelöscht.", "Eine Vorlage mit diesem Namen gibt es nicht"):
        await carla.says("/vorlage_loeschen Frist")
        carla.hears(told)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "Bitte mit Name, Doppelpunkt und Text"),
        ("Frist", "Bitte mit Name, Doppelpunkt und Text"),
        (": Text", "Bitte mit Name, Doppelpunkt und Text"),
        ("Frist: {vorname} {frist}", "Das kann ich nicht einsetzen: {vorname}. Möglich sind:"),
        (f"{'F' * 31}: Text", "höchstens 30 Zeichen"),
        (f"Frist: {'x' * 3001}", "höchstens 3.000"),
        ("Frist: Liebe Frau [Name], bis {frist}.", "Nicht gespeichert: „[Name]“ steht noch da."),
        (
            "Frist: Fragen Sie Frau Weber.",
            "„Weber“ sieht nach einer persönlichen Angabe aus",
        ),
        ("Frist: Anruf unter 0561 106-3434.", "(Telefonnummer)"),
        ("Frau Weber: Bis {frist}.", "(Name)"),
    ],
)
async def test_a_bad_template_is_not_kept(carla: Person, typed: str, told: str) -> None:
    await carla.says(f"/vorlage {typed}")
    carla.hears(told)
    await carla.says("/vorlagen")
    carla.hears("Noch keine.")
