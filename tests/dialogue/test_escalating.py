"""From a question to a ticket: once, whatever is pressed how often."""

from tests.dialogue.scenes import HENS, joins, opens_ticket, passes
from tests.stage import Person, Theatre


async def test_a_question_becomes_a_ticket_and_gets_a_human_answer(
    anna: Person, carla: Person
) -> None:
    await anna.says(HENS)
    anna.hears("keine geprüfte Antwort", "An die Beratung senden")
    await anna.presses("An die Beratung senden")
    anna.hears("FZ-2026-0001", "Hühner", "Möchten Sie noch etwas dazu sagen?", "Fertig")
    card = carla.hears("FZ-2026-0001", "keine Antwort", HENS, "/antwort 1")
    await joins(carla)

    await anna.says("Es geht um drei Hühner.")
    anna.hears("dazugelegt", "Fertig")
    carla.hears("FZ-2026-0001", "drei Hühner")

    await carla.replies(card, "Fragen Sie das Veterinäramt <Kreis>.")
    answer = anna.hears("Antwort der Beratung zu FZ-2026-0001", "Veterinäramt <Kreis>.")
    carla.hears("unterwegs")

    await anna.replies(answer, "Danke, mache ich!")
    anna.hears("dazugelegt")
    again = carla.hears("die Person schreibt", "mache ich")

    await carla.says("/schliessen 1 geklärt")
    anna.hears("abgeschlossen", "Grund: geklärt", "Noch etwas dazu schreiben")
    carla.hears("geschlossen", "Wieder öffnen")
    await carla.replies(again, "Zu spät")  # to an old message of the thread
    carla.hears("Ihr Text wurde nicht gesendet", "Wieder öffnen")
    anna.hears_nothing()


async def test_a_request_sends_the_question_just_asked(anna: Person, carla: Person) -> None:
    await anna.says(HENS)
    anna.hears("keine geprüfte Antwort")
    await anna.says("/anfrage")
    anna.hears("FZ-2026-0001", HENS)
    carla.hears("FZ-2026-0001", HENS)


async def test_a_request_can_bring_its_text(anna: Person, carla: Person) -> None:
    await anna.says("Etwas ganz anderes")
    anna.hears("keine geprüfte Antwort")
    await anna.says(f"/anfrage\n{HENS}")
    heard = anna.hears("FZ-2026-0001", HENS)
    assert "anderes" not in heard.text
    carla.hears("Wunsch nach Beratung", HENS)


async def test_a_request_without_a_question_asks_for_it(anna: Person, carla: Person) -> None:
    await anna.says("/anfrage")
    anna.hears("Was möchten Sie die Beratung fragen?", "/abbrechen")
    await anna.says("Wie viel?")  # for a human, although the bot would know it
    anna.hears("FZ-2026-0001", "Wie viel?")
    carla.hears("Wunsch nach Beratung", "Wie viel?")


async def test_a_request_does_not_send_the_question_of_yesterday(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await anna.says(HENS)
    anna.hears("keine geprüfte Antwort")
    passes(theatre, minutes=61)
    await anna.says("/anfrage")
    anna.hears("Was möchten Sie die Beratung fragen?")
    carla.hears_nothing()


async def test_a_request_does_not_send_a_title_that_was_only_browsed(
    anna: Person, carla: Person
) -> None:
    await anna.says("/start f_foerderung_hoehe")
    anna.hears("18.000 Euro")
    await anna.says("/anfrage")
    anna.hears("Was möchten Sie die Beratung fragen?")
    carla.hears_nothing()


async def test_a_second_request_asks_for_something_new(anna: Person, carla: Person) -> None:
    await opens_ticket(anna, carla)
    await anna.says("/anfrage")
    anna.hears("Ihre letzte Frage liegt schon als FZ-2026-0001 bei der Beratung", "etwas anderes")
    await anna.says("Und Gänse?")
    anna.hears("FZ-2026-0002", "Und Gänse?")
    carla.hears("FZ-2026-0002", "Und Gänse?")


async def test_a_friendly_word_is_no_request(anna: Person, carla: Person) -> None:
    await anna.says("/anfrage")
    anna.hears("Was möchten Sie die Beratung fragen?")
    await anna.says("Danke!")
    anna.hears("Gern!")
    await anna.says(HENS)
    anna.hears("FZ-2026-0001")
    carla.hears(HENS)


async def test_the_same_press_ten_times_makes_one_ticket(anna: Person, carla: Person) -> None:
    await anna.says(HENS)
    offer = anna.hears("keine geprüfte Antwort")
    await anna.presses("An die Beratung senden", on=offer)
    anna.hears("FZ-2026-0001 liegt jetzt")
    for _ in range(9):
        await anna.presses("An die Beratung senden", on=offer)
        anna.hears("FZ-2026-0001 liegt schon bei der Beratung")
    carla.hears("FZ-2026-0001")
    carla.hears_nothing()


async def test_presses_queued_up_in_a_dead_spot_make_one_ticket(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await anna.says(HENS)
    data = anna.hears("keine geprüfte Antwort").buttons[0].data
    press = {"chat": "anna", "sender": "anna", "press": data}
    await theatre.deliver(press, key="u1000")
    for _ in range(3):  # and the messenger delivers the same update again
        await theatre.deliver(press, key="u1000")
    anna.hears("FZ-2026-0001")
    anna.hears_nothing()
    carla.hears("FZ-2026-0001")
    carla.hears_nothing()


async def test_a_message_delivered_three_times_is_added_once(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await opens_ticket(anna, carla)
    for _ in range(3):
        await theatre.deliver({"chat": "anna", "sender": "anna", "text": "Drei."}, key="again")
    anna.hears("dazugelegt")
    anna.hears_nothing()
    carla.hears("Drei.")
    carla.hears_nothing()


async def test_button_and_command_and_text_make_one_ticket(anna: Person, carla: Person) -> None:
    await anna.says(f"/anfrage {HENS}")
    anna.hears("FZ-2026-0001")
    await anna.says(f"/anfrage {HENS}")
    anna.hears("FZ-2026-0001 liegt schon bei der Beratung", "Noch etwas dazu schreiben")
    carla.hears("FZ-2026-0001")
    carla.hears_nothing()


async def test_a_person_has_several_tickets(anna: Person, bert: Person, carla: Person) -> None:
    await opens_ticket(anna, carla)
    await anna.presses("Fertig")
    anna.hears("Gut.")
    await opens_ticket(bert, carla, "Dürfen wir Gänse halten?")
    await anna.says("/anfrage Wer bezahlt die Ziegen?")
    anna.hears("FZ-2026-0003 liegt jetzt bei der Beratung")
    await anna.says("/meine_anfragen")
    own = anna.hears(
        "FZ-2026-0003 (wartet auf die Beratung): Wer bezahlt die Ziegen?",
        f"FZ-2026-0001 (wartet auf die Beratung): {HENS}",
    )
    assert "Gänse" not in own.text


async def test_a_press_on_a_question_long_answered_leads_back_to_its_ticket(
    anna: Person, carla: Person
) -> None:
    await joins(carla)
    await anna.says(HENS)
    offer = anna.hears("keine geprüfte Antwort")
    await anna.presses("An die Beratung senden", on=offer)
    anna.hears("FZ-2026-0001")
    await carla.says("/antwort 1 Ja.")
    anna.hears("Ja.")
    await anna.presses("An die Beratung senden", on=offer)
    anna.hears("FZ-2026-0001 hat die Beratung schon geantwortet")
    await carla.says("/schliessen 1")
    anna.hears("abgeschlossen")
    await anna.presses("An die Beratung senden", on=offer)
    anna.hears("FZ-2026-0001 ist schon abgeschlossen", "Noch etwas dazu schreiben")
    await anna.presses("Noch etwas dazu schreiben")
    anna.hears("Schreiben Sie jetzt")
    await anna.says("Doch nicht.")
    anna.hears("FZ-2026-0001 wieder geöffnet")


async def test_a_ticket_belongs_to_the_year_it_was_opened_in_as_berlin_sees_it(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    theatre.clock.now = theatre.clock.now.replace(month=12, day=31, hour=23, minute=30)
    await opens_ticket(anna, carla)
    await anna.says("/meine_anfragen")
    anna.hears("FZ-2027-0001")
