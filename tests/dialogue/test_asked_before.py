"""A ticket from „und bis wann?“ tells the advisors what was asked before it."""

from dataclasses import replace

import pytest

from faq.finding.match import Band, Candidate, Finding
from handlers.asking.ask import FOLLOW_UP
from handlers.desk import House
from tests.dialogue.scenes import HENS, card_of, joins, passes, skips, thread_of
from tests.small_faq import PAYMENT, KnownMatcher, small_lookup
from tests.stage import Heard, Person, Theatre


class Leaning(KnownMatcher):
    """Knows nothing about what begins with "und", except that it leans on what came before."""

    def find(self, question: str, context: str | None = None) -> Finding:
        if context and question.lower().startswith("und"):
            return Finding(Band.NONE, (), leaned=True)
        return super().find(question)


@pytest.fixture
def house(house: House) -> House:
    lookup = small_lookup()
    lookup._matcher = Leaning()
    return replace(house, lookup=lookup)


def _told(theatre: Theatre) -> list[str]:
    return [text for text in thread_of(theatre, "-100") if "davor gefragt" in text]


async def _sends(anna: Person, text: str) -> Heard:
    await anna.says(text)
    skips(anna)
    await anna.says("/anfrage")
    return anna.hears("liegt jetzt bei der Beratung")


async def test_the_advisors_learn_what_it_leans_on_and_the_person_that_they_do(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await joins(carla)
    await anna.says("Wie viel?")
    heard = await _sends(anna, "Und bis wann?")
    assert "Was Sie davor gefragt haben, steht dabei." in heard.text
    before = "FZ-2026-0001 · davor gefragt:\n„Wie viel?“ (gezeigt: Höhe der Förderung)"
    assert _told(theatre) == [before]
    skips(carla)
    await carla.presses("Verlauf", on=card_of(theatre))  # for whoever opens the ticket later
    carla.hears("Notiz", "Und bis wann?", "„Wie viel?“ (gezeigt: Höhe der Förderung)")


async def test_what_leans_on_what_leaned_goes_back_to_the_beginning(
    anna: Person, theatre: Theatre
) -> None:
    for text in ("Wie viel?", "und wo?"):
        await anna.says(text)
    await _sends(anna, "und bis wann?")
    assert [text.split("\n")[1:] for text in _told(theatre)] == [
        ["„Wie viel?“ (gezeigt: Höhe der Förderung)", "„und wo?“"]
    ]


async def test_who_asks_something_of_its_own_shows_nothing_else(
    anna: Person, theatre: Theatre
) -> None:
    await anna.says("Wie viel?")
    heard = await _sends(anna, HENS)
    assert "davor" not in heard.text
    assert _told(theatre) == []


async def test_long_ago_and_other_peoples_questions_are_not_before(
    anna: Person, bert: Person, theatre: Theatre
) -> None:
    await anna.says("Wie viel?")
    passes(theatre, seconds=FOLLOW_UP.total_seconds() + 1)
    await bert.says(HENS)
    heard = await _sends(anna, "Und bis wann?")
    assert "davor" not in heard.text
    assert _told(theatre) == []


async def test_what_went_into_another_ticket_is_not_told_again(
    anna: Person, theatre: Theatre
) -> None:
    await anna.says(f"/anfrage {HENS}")
    await anna.says("Es sind drei.")  # a message of that ticket
    await anna.presses("Fertig")
    skips(anna)
    await anna.says("/anfrage Und der Hahn?")
    anna.hears("FZ-2026-0002")
    assert _told(theatre) == [f"FZ-2026-0002 · davor gefragt:\n„{HENS}“"]


async def test_proposals_are_found_by_what_it_leans_on(
    anna: Person, carla: Person, theatre: Theatre, monkeypatch: pytest.MonkeyPatch
) -> None:
    await joins(carla)
    await anna.says("Wie viel?")
    await _sends(anna, "Und nun?")
    skips(carla)
    near = Finding(Band.SUGGEST, (Candidate(PAYMENT.id, 60.0),), leaned=True)
    monkeypatch.setattr(Leaning, "find", lambda _, text, context=None: _near(near, text, context))
    await carla.presses("Vorschläge", on=card_of(theatre))
    assert "FAQ: Auszahlung" in carla.hears("Vorschläge für FZ-2026-0001").labels


def _near(found: Finding, text: str, context: str | None) -> Finding:
    assert text == "Und nun?"
    return found if context == "Wie viel? Höhe der Förderung" else Finding(Band.NONE, ())
