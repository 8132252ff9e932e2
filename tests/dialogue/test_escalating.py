"""From a question to a human's answer, and back."""

from tests.stage import Person


async def test_a_question_becomes_a_ticket_and_gets_a_human_answer(
    anna: Person, carla: Person
) -> None:
    await anna.says("Dürfen wir im Hof Hühner halten?")
    anna.hears("keine geprüfte Antwort", "An die Beratung senden")
    await anna.presses("An die Beratung senden")
    anna.hears("FZ-2026-0001", "Hühner", "Möchten Sie noch etwas dazu sagen?")
    card = carla.hears("FZ-2026-0001", "keine Antwort", "Dürfen wir im Hof Hühner halten?")

    await anna.says("Es geht um drei Hühner.")
    anna.hears("dazugelegt")
    carla.hears("FZ-2026-0001", "drei Hühner")

    await carla.replies(card, "Fragen Sie das Veterinäramt <Kreis>.")
    answer = anna.hears("Antwort der Beratung zu FZ-2026-0001", "Veterinäramt <Kreis>.")
    carla.hears("unterwegs")
    carla.hears("Willkommen in der Beratung")

    await anna.replies(answer, "Danke, mache ich!")
    anna.hears("dazugelegt")
    again = carla.hears("die Person schreibt", "mache ich")

    await carla.says("/schliessen 1 geklärt")
    anna.hears("abgeschlossen", "Grund: geklärt.")
    carla.hears("geschlossen")
    await carla.replies(again, "Zu spät")
    carla.hears("Ihr Text wurde nicht gesendet", "Wieder öffnen")
    anna.hears_nothing()
