"""An answer to one ticket arrives while a person may still add to another."""

import pytest

from tests.dialogue.scenes import HENS, gets_answer
from tests.stage import Heard, Person

pytestmark = pytest.mark.usefixtures("_ticket")


async def two_tickets(anna: Person, carla: Person) -> Heard:
    """Let an answer to the first arrive while Anna may still add to the second."""
    await anna.says("/anfrage Wer bezahlt die Ziegen?")
    anna.hears("FZ-2026-0002")
    carla.hears("FZ-2026-0002")
    return await gets_answer(anna, carla, 1, "Ja, drei.")


@pytest.mark.parametrize("number", [1, 2])
async def test_an_answer_while_adding_elsewhere_makes_the_bot_ask_which(
    anna: Person, carla: Person, number: int
) -> None:
    await two_tickets(anna, carla)
    await anna.says("Und wo kaufe ich sie?")
    asked = anna.hears("Wozu gehört das?", "FZ-2026-0001", HENS, "FZ-2026-0002", "Ziegen")
    assert asked.labels == ("Zu FZ-2026-0001", "Zu FZ-2026-0002")
    carla.hears_nothing()
    await anna.presses(f"Zu FZ-2026-000{number}", on=asked)
    anna.hears(f"Ich habe es zu FZ-2026-000{number} dazugelegt.")
    carla.hears(f"FZ-2026-000{number}", "die Person schreibt", "Und wo kaufe ich sie?")
    await anna.presses(f"Zu FZ-2026-000{3 - number}", on=asked)
    anna.hears("FZ-2026-000")
    carla.hears_nothing()
    await anna.says("Am liebsten braune.")  # now it is clear
    anna.hears(f"Ich habe es zu FZ-2026-000{number} dazugelegt.")
    carla.hears(f"FZ-2026-000{number}", "braune")


async def test_who_quotes_or_has_pressed_is_not_asked_which(anna: Person, carla: Person) -> None:
    answer = await two_tickets(anna, carla)
    await anna.says("Und Enten?", reply_to=answer.id)
    anna.hears("dazugelegt")
    carla.hears("FZ-2026-0001", "die Person schreibt", "Und Enten?")
    await anna.sends_press("write:2")  # a button somewhere above
    anna.hears("Schreiben Sie jetzt, was zu FZ-2026-0002 dazukommen soll.")
    await gets_answer(anna, carla, 1, "Enten auch.")
    await anna.says("Es sind zwei Ziegen.")
    anna.hears("dazugelegt")
    carla.hears("FZ-2026-0002", "zwei Ziegen")


async def test_done_with_the_one_leaves_the_answered_other(anna: Person, carla: Person) -> None:
    await two_tickets(anna, carla)
    await anna.says("nein danke")
    anna.hears("Gut. Die Antwort auf FZ-2026-0002 kommt hier in diesen Chat.")
    await anna.says("Und wo kaufe ich sie?")
    anna.hears("Gehört das zu Ihrer Anfrage FZ-2026-0001?")
    carla.hears_nothing()
