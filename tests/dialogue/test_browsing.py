"""Leafing through the topics, opening one by a link, having a term explained."""

from dataclasses import replace

import pytest

from faq.recognising.glossary import Glossary, Term
from handlers.desk import House
from tests.small_faq import DEADLINE, entry
from tests.stage import Person


@pytest.fixture
def house(house: House) -> House:
    many = {
        f"foerderung.nr-{n}": entry(f"foerderung.nr-{n}", f"Nummer {n}", "Mit dem Mittelabruf.")
        for n in range(12)
    }
    house.lookup.corpus.entries.update(many)
    plan = DEADLINE.model_copy(update={"simple": "Der Antrag muss bis {frist} da sein."})
    house.lookup.corpus.entries[plan.id] = plan
    terms = Glossary([Term(begriff="Mittelabruf", erklaerung="Das Geld anfordern.")])
    return replace(house, glossary=terms)


async def test_topics_can_be_leafed_through_and_back(anna: Person) -> None:
    await anna.says("/themen")
    anna.hears("Themen", "Förderung")
    await anna.presses("Förderung")
    first = anna.hears("Förderung (Seite 1 von 3)", "Höhe der Förderung", "Weiter")
    assert "Zurück" not in first.labels
    await anna.presses("Weiter")
    anna.hears("Seite 2 von 3", "Zurück", "Weiter")
    await anna.presses("Weiter")
    last = anna.hears("Seite 3 von 3", "Zurück", "Alle Themen")
    assert "Weiter" not in last.labels
    await anna.presses("Zurück")
    anna.hears("Seite 2 von 3")
    await anna.presses("Nummer 5")
    anna.hears("Mit dem Mittelabruf.", "An die Beratung")


@pytest.mark.parametrize("link", ["f_foerderung_frist", "f_foerderung.frist"])
async def test_a_link_opens_an_entry(anna: Person, link: str) -> None:
    await anna.says(f"/start {link}")
    anna.hears("Antragsfrist", "31. Oktober 2027 für 2028", "Hat geholfen")


@pytest.mark.parametrize(
    "payload", ["f_nichts", "f_", "x" * 65, "../../etc", "f_abgrenzung_elterngeld"]
)
async def test_a_link_to_nowhere_greets(anna: Person, payload: str) -> None:
    await anna.says(f"/start {payload}")
    anna.hears("Hier antwortet ein Automat")


async def test_a_term_in_an_answer_is_explained_at_a_press(anna: Person) -> None:
    await anna.says("/start f_foerderung_nr-3")
    await anna.presses("Was heißt „Mittelabruf“?")
    anna.hears("Mit dem Mittelabruf.")
    anna.hears("Mittelabruf", "Das Geld anfordern.")


async def test_a_term_asked_for_is_explained(anna: Person) -> None:
    await anna.says("Was bedeutet denn Mittelabruf?")
    anna.hears("Das Geld anfordern.")
    anna.hears_nothing()


async def test_an_answer_is_told_again_in_simple_german(anna: Person) -> None:
    await anna.says("/start f_foerderung_frist")
    await anna.presses("In Einfacher Sprache")
    anna.hears("Bis 31. Oktober 2027")
    anna.hears("Der Antrag muss bis 31. Oktober 2027 da sein.", "Quelle")


@pytest.mark.parametrize(
    "data",
    ["group:foerderung.9", "group:nichts.0", "group:foerderung", "group:.-1", "entry:nichts",
     "entry:abgrenzung.elterngeld", "simple:foerderung.hoehe", "term:nichts"],
)  # fmt: skip
async def test_a_button_to_nowhere_says_so(anna: Person, data: str) -> None:
    await anna.sends_press(data)
    anna.hears("Dieser Knopf gilt nicht mehr")


async def test_a_browsed_entry_can_go_to_the_advisors(anna: Person, carla: Person) -> None:
    await anna.says("/start f_foerderung_nr-1")
    anna.hears("Nummer 1")
    await anna.presses("An die Beratung")
    anna.hears("FZ-2026-0001", "Nummer 1")
    carla.hears("FZ-2026-0001", "Nummer 1")
