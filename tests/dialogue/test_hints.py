"""Refusals in the group are for whoever tried; what matters is for all."""

import pytest

from handlers.messages import Address
from people.person import Role
from tests.dialogue.scenes import card_of, give_role, second_advisor, skips
from tests.stage import Person, Theatre

pytestmark = pytest.mark.usefixtures("_ticket")
CARLA = Address("stage", "carla")


def only_for(theatre: Theatre) -> list[str | None]:
    """Tell for whom each of the messages to the group was."""
    return [o.only_for for o in theatre.stage.outgoing if o.chat == "-100"]


async def test_who_comes_second_learns_it_alone(carla: Person, theatre: Theatre) -> None:
    card = card_of(theatre)
    emil = await second_advisor(theatre)
    await emil.presses("Übernehmen", on=card)
    assert only_for(theatre)[-1] is None  # who has it now is for all
    await carla.sends_press("take:1", card.id)
    skips(carla)
    assert "Jemand war schneller" in theatre.stage.sent[-1][1].text
    assert only_for(theatre)[-1] == "carla"


@pytest.mark.parametrize(
    "data",
    ["take:99", "release:99", "reply:99", "ideas:99", "to_faq:1", "again:1", "all_these", "weg:1"],
)
async def test_a_press_that_does_nothing(data: str, carla: Person, theatre: Theatre) -> None:
    await carla.sends_press(data)
    assert only_for(theatre)[-1] == "carla"


@pytest.mark.parametrize(
    "said",
    ["/ticket 99", "/ticket", "/suche", "/schliessen", "/abwesend", "/hilfe", "/start", "/quatsch",
     "/rollen x", "/vorlage_loeschen x"],
)  # fmt: skip
async def test_a_command_that_does_nothing(said: str, carla: Person, theatre: Theatre) -> None:
    await carla.says(said)
    assert only_for(theatre)[-1] == "carla"


@pytest.mark.parametrize(
    "said",
    ["/antwort 99 Ja.", "/antwort 1", "/anwtort 1 Ja.", "/vorlage Frist", "/tickets", "/abbrechen",
     "/schliessen 1", "/antwort 1 Ja."],
)  # fmt: skip
async def test_what_is_for_all(said: str, carla: Person, theatre: Theatre) -> None:
    heard = len(only_for(theatre))
    await carla.says(said)
    assert only_for(theatre)[heard:]
    assert set(only_for(theatre)[heard:]) == {None}


async def test_a_text_that_belongs_nowhere_is_refused_aloud(
    carla: Person, theatre: Theatre
) -> None:
    await carla.replies(card_of(theatre), "Ja.")
    skips(carla)
    await carla.says("Und noch etwas.", reply_to="999")
    carla.hears("gehört zu keiner Anfrage")
    assert only_for(theatre)[-1] is None


async def test_alone_with_the_bot_nobody_needs_to_be_named(theatre: Theatre) -> None:
    await give_role(theatre, "stage:carla", Role.ADVISOR)
    alone = theatre.person("carla")
    await alone.says("/ticket 99")
    alone.hears("gibt es nicht")
    assert [o.only_for for o in theatre.stage.outgoing if o.chat == "carla"] == [None]
