"""Looking tickets up: the person their own, the advisors all."""

from datetime import timedelta
from hashlib import sha256

from people.person import Role
from tests.dialogue.scenes import HENS, gets_answer, give_role, joins, opens_ticket, passes
from tests.stage import Person, Theatre


async def test_a_person_without_tickets(anna: Person) -> None:
    await anna.says("/meine_anfragen")
    anna.hears("noch keine Anfrage")


async def test_a_person_sees_their_own_tickets_and_their_state(
    anna: Person, bert: Person, carla: Person
) -> None:
    await joins(carla)
    for asker, text in ((anna, HENS), (anna, "Wer bezahlt die Ziegen?"), (bert, "Berts Kummer")):
        await asker.says(f"/anfrage {text}")
        asker.hears("liegt jetzt bei der Beratung")
        carla.hears(text)
    await gets_answer(anna, carla, 2, "Niemand.")
    await carla.says("/schliessen 1")
    anna.hears("abgeschlossen")
    await anna.says("/meine_anfragen")
    own = anna.hears(
        "FZ-2026-0002 (beantwortet): Wer bezahlt die Ziegen?\n"
        f"FZ-2026-0001 (abgeschlossen): {HENS}"
    )
    assert "Bert" not in own.text


async def test_a_long_question_is_one_short_line_in_a_list(anna: Person, carla: Person) -> None:
    await opens_ticket(anna, carla, "Hühner und\nGänse und\n" * 20)
    await anna.says("/meine_anfragen")
    own = anna.hears("Hühner und Gänse", "…")
    assert len(own.text.splitlines()) == 2


async def test_the_advisors_see_what_waits_longest_first(
    anna: Person, bert: Person, carla: Person, theatre: Theatre
) -> None:
    await joins(carla)
    await opens_ticket(anna, carla, "Dürfen wir Hühner halten?")
    passes(theatre, minutes=5)
    await opens_ticket(bert, carla, "Wohin mit dem Mist?")
    passes(theatre, minutes=5)
    await anna.says("Noch etwas dazu.")  # does not put Anna back in the line
    carla.hears("Noch etwas dazu.")
    await carla.says("/tickets")
    carla.hears(
        "Frei\n"
        "FZ-2026-0001 (offen, fällig Mi 25.11., 09:00): Dürfen wir Hühner halten?\n"
        "FZ-2026-0002 (offen, fällig Mi 25.11., 09:00): Wohin mit dem Mist?"
    )
    await gets_answer_to_anna(anna, carla)
    await carla.says("/tickets")
    assert "Hühner" not in carla.hears("Wohin mit dem Mist?").text


async def gets_answer_to_anna(anna: Person, carla: Person) -> None:
    anna.hears("dazugelegt")
    await gets_answer(anna, carla, 1, "Ja.")


async def test_who_writes_back_joins_the_line_at_its_end(
    anna: Person, bert: Person, carla: Person, theatre: Theatre
) -> None:
    await joins(carla)
    await opens_ticket(anna, carla, "Dürfen wir Hühner halten?")
    await opens_ticket(bert, carla, "Wohin mit dem Mist?")
    answer = await gets_answer(anna, carla, 1, "Ja.")
    passes(theatre, days=2)
    await anna.replies(answer, "Und wenn nicht?")
    carla.hears("Und wenn nicht?")
    await carla.says("/tickets")
    carla.hears(
        "Meine\nFZ-2026-0001 (in Arbeit, fällig Do 26.11., 12:00): Dürfen wir Hühner halten?\n\n"
        "Frei\nFZ-2026-0002 (offen, fällig Mi 25.11., 09:00): Wohin mit dem Mist?"
    )
    await carla.says("/naechste")
    carla.hears("FZ-2026-0002", "Wohin mit dem Mist?")


async def test_nothing_waits(carla: Person) -> None:
    await joins(carla)
    await carla.says("/tickets")
    carla.hears("Es ist keine Anfrage offen.")


async def test_a_thread_tells_who_said_what_and_when(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await joins(carla)
    await opens_ticket(anna, carla)
    passes(theatre, minutes=3)
    await anna.says("Drei <b>Hühner</b>.")
    carla.hears("Drei <b>Hühner</b>.")
    theatre.clock.moves(timedelta(days=1))
    await carla.says("/antwort 1 Ja.")
    carla.hears("unterwegs")
    await carla.says("/schliessen 1 geklärt")
    carla.hears("geschlossen")
    await carla.says("/ticket fz-2026-0001")
    carla.hears(
        "FZ-2026-0001 · geschlossen\n\n"
        f"So 22.11., 12:00, Person\n{HENS}\n\n"
        "So 22.11., 12:03, Person\nDrei <b>Hühner</b>.\n\n"
        "Mo 23.11., 12:03, Beratung (Carla)\nJa.\n\n"
        "Mo 23.11., 12:03, Ereignis\ngeschlossen: geklärt",
        "Wieder öffnen",
    )


async def test_the_thread_button_shows_the_same(anna: Person, carla: Person) -> None:
    await joins(carla)
    await opens_ticket(anna, carla)
    await carla.presses("Verlauf")
    carla.hears("FZ-2026-0001 · offen", HENS, "Antworten", "Schließen")


async def test_the_list_leads_to_the_threads(anna: Person, carla: Person) -> None:
    await joins(carla)
    await opens_ticket(anna, carla)
    await carla.says("/tickets")
    carla.hears("Frei", "FZ-2026-0001")
    await carla.presses("FZ-2026-0001")
    thread = carla.hears("FZ-2026-0001 · offen", HENS)
    await carla.replies(thread, "Ja.")
    anna.hears("Ja.")


async def test_a_long_thread_comes_in_pieces_and_each_can_be_replied_to(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await joins(carla)
    await opens_ticket(anna, carla)
    for _ in range(3):
        await anna.says("Hühner " * 400)
        anna.hears("dazugelegt")
        carla.hears("Hühner")
    await carla.says("/ticket 1")
    first = carla.hears("FZ-2026-0001 · offen")
    carla.hears("Hühner")
    carla.hears("Hühner")
    await carla.replies(first, "Ja.")
    anna.hears("Ja.")
    assert all(len(h.text) <= 4096 for _, h in theatre.stage.sent)


async def test_many_open_tickets_are_listed_as_far_as_a_screen_goes(
    anna: Person, carla: Person
) -> None:
    await joins(carla)
    for number in range(22):
        await anna.says(f"/anfrage {sha256(bytes([number])).hexdigest()}")
    await carla.says("/tickets")
    heard = [h for _, h in anna.theatre.stage.sent if "Frei\n" in h.text]
    assert heard[0].text.count("FZ-2026-") == 10
    assert heard[0].text.endswith("… und weitere")
    await anna.says("/meine_anfragen")
    mine = [h for _, h in anna.theatre.stage.sent if "Ihre Anfragen" in h.text]
    assert mine[0].text.count("FZ-2026-") == 20


async def test_lists_are_not_for_everyone(anna: Person, bert: Person, carla: Person) -> None:
    await opens_ticket(anna, carla)
    for command in ("/tickets", "/ticket 1", "/ticket"):
        await bert.says(command)
        assert "Hühner" not in bert.hears("nur Personen mit der Rolle „beratung“").text


async def test_an_editor_is_no_advisor(anna: Person, bert: Person, carla: Person) -> None:
    await opens_ticket(anna, carla)
    await give_role(anna.theatre, "stage:bert", Role.EDITOR)
    await bert.says("/ticket 1")
    bert.hears("nur Personen mit der Rolle „beratung“")
