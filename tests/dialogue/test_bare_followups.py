"""„Und dann?“ asks for what follows on an answer, not for the same answer once more."""

from dataclasses import replace

import pytest

from faq.finding.match import Band, Candidate, Finding
from handlers.desk import House
from tests.small_faq import AMOUNT, PAYMENT, KnownMatcher, small_lookup
from tests.stage import Person


class Repeating(KnownMatcher):
    """Finds by the question before what that found."""

    near: tuple[str, ...] = (AMOUNT.id, PAYMENT.id)

    def find(self, question: str, context: str | None = None) -> Finding:
        if context is None:
            return super().find(question)
        return Finding(Band.ANSWER, tuple(Candidate(i, 90.0) for i in self.near), leaned=True)


@pytest.fixture
def house(house: House) -> House:
    lookup = small_lookup()
    lookup._matcher = Repeating()
    return replace(house, lookup=lookup)


@pytest.fixture(autouse=True)
async def _answered(anna: Person) -> None:
    await anna.says("Wie viel?")
    anna.hears("18.000 Euro")


@pytest.mark.parametrize("typed", ["und dann", "Und jetzt?", "ok und weiter", "dann was"])
async def test_what_was_just_shown_is_not_shown_again(anna: Person, typed: str) -> None:
    await anna.says(typed)
    offer = anna.hears("Meinen Sie eines davon?")
    assert offer.labels == ("Auszahlung", "Nichts davon")


async def test_where_nothing_else_lies_near_a_human_is_offered(
    anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Repeating, "near", (AMOUNT.id,))
    await anna.says("und dann")
    anna.hears("keine geprüfte Antwort", "An die Beratung senden")


async def test_who_says_what_about_may_get_it_again(anna: Person) -> None:
    await anna.says("Und die Summe?")
    anna.hears("Zu Ihrer Frage „Wie viel?“", "18.000 Euro")


async def test_what_is_bare_and_leads_on_is_answered(
    anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Repeating, "near", (PAYMENT.id,))
    await anna.says("und dann")
    anna.hears("Zu Ihrer Frage „Wie viel?“", "In zwei Raten.")
