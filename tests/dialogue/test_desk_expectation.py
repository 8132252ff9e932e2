"""What a person may expect: counted from the last answers, and nothing where they are few."""

import pytest

from tests.dialogue.scenes import joins
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
