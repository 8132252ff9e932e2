"""Asking inside a step: its answers come first, a button leads back, the advisors see the step."""

import pytest

from faq.finding.match import Band, Candidate, Finding
from handlers.desk import House
from tests import small_faq
from tests.dialogue.guide_scenes import begins, opens, with_linked_entries
from tests.dialogue.scenes import HENS, passes
from tests.stage import Person, Theatre

LINKED = "werden.raeume"  # an answer of the step „Räume klären“


@pytest.fixture
def house(house: House, monkeypatch: pytest.MonkeyPatch) -> House:
    found = with_linked_entries(house)
    entries = found.lookup.corpus.entries
    near = (small_faq.AMOUNT, small_faq.PAYMENT, small_faq.DEADLINE, entries[LINKED])
    monkeypatch.setitem(small_faq.FINDINGS, "platz", (Band.SUGGEST, near))
    monkeypatch.setitem(small_faq.FINDINGS, "unsinn", (Band.NONE, near))
    return found


async def test_outside_a_step_the_best_three_are_offered(anna: Person) -> None:
    await anna.says("Wie ist das mit dem Platz?")
    heard = anna.hears("Meinen Sie eines davon?")
    assert heard.labels == ("Höhe der Förderung", "Auszahlung", "Antragsfrist", "Nichts davon")


async def test_inside_a_step_its_answers_are_offered_first(anna: Person) -> None:
    await begins(anna)
    await opens(anna, "Räume klären")
    await anna.says("Wie ist das mit dem Platz?")
    heard = anna.hears("Meinen Sie eines davon?")
    assert heard.labels == (
        f"Zu {LINKED}", "Höhe der Förderung", "Auszahlung", "Nichts davon", "Zurück zum Schritt",
    )  # fmt: skip
    await anna.presses(f"Zu {LINKED}")
    anna.hears(f"Antwort {LINKED}.", "Zurück zum Schritt")
    await anna.presses("Zurück zum Schritt")
    anna.hears("Räume klären")


@pytest.mark.parametrize(
    ("said", "hears"),
    [
        ("Unsinn", "keine geprüfte Antwort"),
        ("Bis wann?", "31. Oktober 2027"),
        (HENS, "keine geprüfte"),
    ],
)
async def test_a_sure_answer_stays_and_no_answer_stays_none(
    anna: Person, said: str, hears: str
) -> None:
    await begins(anna)
    await opens(anna, "Räume klären")
    await anna.says(said)
    heard = anna.hears(hears, "Zurück zum Schritt")
    assert f"Zu {LINKED}" not in heard.labels


async def test_what_leans_on_something_before_leans_on_the_step(
    anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    contexts: list[str | None] = []

    def find(self: object, question: str, context: str | None = None) -> Finding:
        del self, question
        contexts.append(context)
        return Finding(Band.ANSWER, (Candidate(LINKED, 90.0),))

    monkeypatch.setattr(small_faq.KnownMatcher, "find", find)
    await begins(anna)
    await opens(anna, "Räume klären")
    await anna.says("Und wie groß?")
    anna.hears(f"Antwort {LINKED}.")
    assert "Räume klären" in contexts


async def test_an_answer_of_the_step_is_a_press_away_and_leads_back(anna: Person) -> None:
    await begins(anna)
    await opens(anna, "Räume klären")
    await anna.presses(f"Zu {LINKED}")
    anna.hears(f"Antwort {LINKED}.", "Hat geholfen", "Zurück zum Schritt")


async def test_after_an_hour_a_question_is_a_question_again(
    anna: Person, theatre: Theatre
) -> None:
    await begins(anna)
    await opens(anna, "Räume klären")
    passes(theatre, minutes=61)
    await anna.says("Wie viel?")
    assert "Zurück zum Schritt" not in anna.hears("18.000 Euro").labels


async def test_a_ticket_from_a_step_tells_step_answers_and_ticks(
    anna: Person, carla: Person
) -> None:
    await begins(anna)
    await opens(anna, "Stellungnahme besorgen")
    await anna.presses("☐ Stellungnahme angefordert")
    anna.hears("Abgehakt")
    await anna.says(HENS)
    anna.hears("keine geprüfte Antwort")
    await anna.presses("An die Beratung senden")
    anna.hears("FZ-2026-0001", "Fertig", "Zurück zum Schritt")
    carla.hears(HENS, "Übernehmen")
    carla.hears(
        "Aus dem Fahrplan „Kita“",
        "Schritt: Stellungnahme besorgen",
        "Kita · Gemeinnütziger Träger · Wir haben eine Idee · ab 2028",
        "Abgehakt: Stellungnahme besorgen: Stellungnahme angefordert",
    )


async def test_the_advisors_are_asked_by_one_press(anna: Person, carla: Person) -> None:
    await begins(anna)
    await opens(anna, "Räume klären")
    await anna.presses("Beratung fragen")
    anna.hears("FZ-2026-0001", "Schritt im Fahrplan: Räume klären", "Zurück zum Schritt")
    carla.hears("Schritt im Fahrplan: Räume klären", "Übernehmen")
    carla.hears("Abgehakt: noch nichts")


async def test_a_ticket_from_elsewhere_tells_nothing_of_the_plan(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await begins(anna)
    await opens(anna, "Räume klären")
    passes(theatre, minutes=61)
    await anna.says(f"/anfrage {HENS}")
    anna.hears("FZ-2026-0001")
    assert "Fahrplan" not in carla.hears(HENS).text


async def test_words_do_what_the_buttons_of_a_step_do(anna: Person) -> None:
    await begins(anna)
    await opens(anna, "Räume klären")
    for said, hears in (
        ("Weiter", "Kooperation schriftlich vereinbaren"),
        ("zurück", "Räume klären"),
        ("Fahrplan", "Fahrplan: Kita"),
        ("Pause", "alles ist gespeichert"),
        ("Weiter", "keine geprüfte Antwort"),  # outside it is a question like any other
    ):
        await anna.says(said)
        anna.hears(hears)


async def test_an_answer_about_becoming_a_centre_leads_to_the_fahrplan(anna: Person) -> None:
    await anna.says("/start f_werden_raeume")
    anna.hears(f"Antwort {LINKED}.", "Schritt für Schritt: der Fahrplan")
    await anna.presses("Schritt für Schritt: der Fahrplan")
    anna.hears("Frage 1 von 4")
    await anna.says("/start f_werden_raeume")
    heard = anna.hears("Zurück zum Fahrplan")
    assert "Schritt für Schritt: der Fahrplan" not in heard.labels
