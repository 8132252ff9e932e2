"""A ticket's number inside a sentence: the person's own is asked about, no other is told apart."""

import pytest

from tests.dialogue.scenes import HENS, joins, opens_ticket, passes
from tests.stage import Person, Theatre

ASKED = "Gehört das zu Ihrer Anfrage FZ-2026-0001?"


async def has_two_tickets(anna: Person, carla: Person, theatre: Theatre) -> None:
    """Let Anna have asked twice, the second time a while ago."""
    await joins(carla)
    await opens_ticket(anna, carla)
    await anna.presses("Fertig")
    anna.hears("Gut.")
    await anna.says("/anfrage Wer bezahlt die Ziegen?")
    anna.hears("FZ-2026-0002")
    carla.hears("FZ-2026-0002")
    passes(theatre, hours=2)


@pytest.mark.parametrize(
    "typed",
    ["Nachtrag zu #1: es sind drei", "zu ticket 1 noch was: es sind drei", "Anfrage 1: drei",
     "zu 1: es sind drei", "Zu FZ-2026-0001 noch: es sind drei", "zu Anfrage Nr. 1, es sind drei"],
)  # fmt: skip
async def test_the_own_ticket_that_is_named_is_asked_about_and_added_to(
    anna: Person, carla: Person, theatre: Theatre, typed: str
) -> None:
    await has_two_tickets(anna, carla, theatre)
    await anna.says(typed)
    anna.hears(ASKED, "Ja, an die Beratung", "Nein, neue Frage")
    carla.hears_nothing()
    await anna.presses("Ja, an die Beratung")
    anna.hears("Ich habe es zu FZ-2026-0001 dazugelegt")
    carla.hears("FZ-2026-0001", "die Person schreibt", typed)


async def test_a_typed_yes_means_the_ticket_that_was_named(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await has_two_tickets(anna, carla, theatre)
    await anna.says("Nachtrag zu #1: es sind drei")
    anna.hears(ASKED)
    await anna.says("ja")
    anna.hears("Ich habe es zu FZ-2026-0001 dazugelegt")
    carla.hears("FZ-2026-0001", "die Person schreibt")


async def test_a_name_goes_before_the_ticket_that_is_being_added_to(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await has_two_tickets(anna, carla, theatre)
    await anna.says("/anfrage Und wer die Enten?")
    anna.hears("FZ-2026-0003")
    carla.hears("Enten")
    await anna.says("Nachtrag zu #1: es sind drei Hühner")
    anna.hears(ASKED)
    carla.hears_nothing()
    await anna.says("ja")
    anna.hears("Ich habe es zu FZ-2026-0001 dazugelegt")
    carla.hears("FZ-2026-0001", "drei Hühner")


async def test_a_number_under_a_file_counts_too(
    anna: Person, bert: Person, carla: Person, theatre: Theatre
) -> None:
    await has_two_tickets(anna, carla, theatre)
    await anna.shows("Bild", "stall.jpg", "Nachtrag zu #1")
    asked = anna.hears("Bild", "Gehört zu FZ-2026-0001", "An die Beratung senden")
    assert "Gehört zu FZ-2026-0002" not in asked.labels
    await bert.shows("Bild", "stall.jpg", "Nachtrag zu #1")
    heard = bert.hears("An die Beratung senden")
    assert "FZ-2026" not in heard.text + " ".join(heard.labels)
    carla.hears_nothing()
    await anna.presses("Gehört zu FZ-2026-0001", on=asked)
    anna.hears("FZ-2026-0001")
    carla.hears("FZ-2026-0001", "Nachtrag zu #1")


@pytest.mark.parametrize("number", ["1", "77"])
@pytest.mark.parametrize("typed", ["Nachtrag zu #{}: Wie viel?", "zu Ticket {} noch: Wie viel?"])
async def test_somebody_else_s_number_is_like_one_that_nobody_has(
    anna: Person, bert: Person, carla: Person, typed: str, number: str
) -> None:
    await joins(carla)
    await opens_ticket(anna, carla)
    await bert.says(typed.format(number))
    heard = bert.hears("18.000 Euro")
    assert "FZ-2026" not in heard.text + " ".join(heard.labels)
    bert.hears_nothing()
    carla.hears_nothing()


@pytest.mark.parametrize(
    "typed",
    ["Wie viel gibt es ab 1 Kind?", "Wie viel nach § 1?", "Wie viel für 1: reicht das?",
     "Wie viel kostet das Ticket 1,50 Euro?", "Wie viel sind 1 Anfrage?", "Wie viel zu 1 Raum?"],
)  # fmt: skip
async def test_a_number_in_a_question_is_no_ticket(
    anna: Person, carla: Person, theatre: Theatre, typed: str
) -> None:
    await joins(carla)
    await opens_ticket(anna, carla, HENS)
    passes(theatre, hours=2)
    await anna.says(typed)
    anna.hears("18.000 Euro")
    anna.hears_nothing()
