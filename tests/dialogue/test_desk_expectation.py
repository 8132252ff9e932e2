"""What a person may expect: counted from the last answers, and nothing where they are few."""

import pytest

from tests.dialogue.scenes import card_of, joins
from tests.stage import Person, Theatre


async def answered(theatre: Theatre, number: int, carla: Person) -> None:
    """Let so many people ask on Monday, and be answered on Tuesday."""
    await theatre.time_passes(days=1)
    for n in range(number):
        await theatre.person(f"p{n}").says("/anfrage Darf ich?")
    await theatre.time_passes(days=1)
    for n in range(number):
        await carla.says(f"/antwort {n + 1} Ja.")


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (0, "Wie lange die Antwort dauert, kann ich nicht zusagen."),
        (9, "Wie lange die Antwort dauert, kann ich nicht zusagen."),
        (10, "Eine Antwort kommt meist bis zum nächsten Arbeitstag, in 10 von 10 Fällen."),
    ],
)
async def test_a_number_from_ten_answers_on(
    anna: Person, carla: Person, theatre: Theatre, number: int, told: str
) -> None:
    await joins(carla)
    await answered(theatre, number, carla)
    await anna.says("/anfrage Dürfen wir Hühner halten?")
    anna.hears(told)


async def test_the_first_answer_of_a_human_counts(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await joins(carla)
    await answered(theatre, 10, carla)
    await theatre.time_passes(days=7)
    for n in range(10):
        await carla.says(f"/antwort {n + 1} Noch einmal: ja.")
    await anna.says("/anfrage Dürfen wir Hühner halten?")
    anna.hears("meist bis zum nächsten Arbeitstag, in 10 von 10 Fällen.")


async def asks(theatre: Theatre, number: int) -> None:
    """Let so many people ask whom nobody answers."""
    for n in range(number):
        await theatre.person(f"q{n}").says("/anfrage Und ich?")


@pytest.mark.parametrize(
    ("waiting", "told"),
    [
        ((0, 20), "meist bis zum nächsten Arbeitstag, in 10 von 10 Fällen"),
        ((2, 20), "meist bis zum nächsten Arbeitstag, in 8 von 10 Fällen"),
        ((3, 20), "kann ich nicht zusagen"),
        ((6, 20), "kann ich nicht zusagen"),
        ((6, 0), "meist bis zum nächsten Arbeitstag, in 10 von 10 Fällen"),  # asked today
    ],
)
async def test_who_still_waits_counts_with_the_time_waited(
    anna: Person, carla: Person, theatre: Theatre, waiting: tuple[int, int], told: str
) -> None:
    await joins(carla)
    await answered(theatre, 10, carla)
    number, days = waiting
    await asks(theatre, number)
    await theatre.time_passes(days=days)
    await anna.says("/anfrage Dürfen wir Hühner halten?")
    anna.hears(told)


async def test_closing_what_nobody_answered_makes_the_promise_no_better(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await joins(carla)
    await answered(theatre, 10, carla)
    await asks(theatre, 6)
    await theatre.time_passes(days=20)
    for number in range(11, 17):
        await carla.says(f"/schliessen {number}")
        assert "geschlossen" in card_of(theatre, number).text
    await anna.says("/anfrage Dürfen wir Hühner halten?")
    anna.hears("kann ich nicht zusagen")


async def test_what_was_put_off_still_waits(anna: Person, carla: Person, theatre: Theatre) -> None:
    await joins(carla)
    await answered(theatre, 10, carla)
    await asks(theatre, 6)
    for number in range(11, 17):
        await carla.sends_press(f"snooze_for:{number}.7")
        assert "zurückgestellt" in card_of(theatre, number).text
    await theatre.time_passes(days=5)
    await anna.says("/anfrage Dürfen wir Hühner halten?")
    anna.hears("kann ich nicht zusagen")
