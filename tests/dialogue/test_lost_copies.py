"""A copy of a message whose id was lost still leads to its ticket: by what we wrote on it."""

import pytest
from sqlalchemy import delete, update

from bot.outgoing.outbox import OutboxRow, OutboxState
from tests.dialogue.scenes import card_of, gets_answer, second_advisor, skips
from tests.stage import Heard, Person, Theatre
from tickets.post import TicketPost, TicketTopic

pytestmark = pytest.mark.usefixtures("_ticket")
GOATS = "Wer bezahlt die Ziegen?"


async def forgets(theatre: Theatre) -> None:
    """Lose the ids of all that was sent."""
    async with theatre.database.write() as session:
        await session.execute(delete(TicketPost))


async def another_ticket(anna: Person, *others: Person) -> None:
    """Let Anna have asked something since, so that a guess would be wrong."""
    await anna.says(f"/anfrage {GOATS}")
    await anna.presses("Fertig")
    skips(anna, *others)


async def test_a_card_sent_twice_in_a_kill_is_answered_by_both_copies(
    anna: Person, bert: Person, carla: Person, theatre: Theatre
) -> None:
    await bert.says(f"/anfrage {GOATS}")
    first = card_of(theatre, 2)
    async with theatre.database.write() as session:  # the process dies before it has noted it
        await session.execute(delete(TicketPost).where(TicketPost.message == first.id))
        sent = OutboxRow.message == first.id
        again = {"state": OutboxState.NEW, "repeated": True, "message": None}
        await session.execute(update(OutboxRow).where(sent).values(**again))
    await theatre.settle()
    second = theatre.stage.sent[-1][1]
    assert second.text == "(Diese Nachricht kommt vielleicht doppelt an.)\n" + first.text
    skips(anna, bert)
    for number, copy in enumerate((first, second)):
        await carla.replies(copy, f"Nummer {number}.")
        bert.hears("Antwort der Beratung zu FZ-2026-0002", f"Nummer {number}.")
    anna.hears_nothing()


async def test_every_message_of_a_ticket_in_the_group_is_found(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await anna.says("Es sind drei.")  # a message without buttons
    await carla.says("/ticket 1")
    copies = [card_of(theatre), carla._all()[-2][1], carla._all()[-1][1]]
    await another_ticket(anna, carla)
    for number, copy in enumerate(copies):
        await forgets(theatre)
        await carla.replies(copy, f"Nummer {number}.")
        anna.hears("Antwort der Beratung zu FZ-2026-0001", f"Nummer {number}.")


async def test_the_marked_repeat_is_found_too(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await theatre.sender.drain()
    async with theatre.database.write() as session:
        row = OutboxRow.message == card_of(theatre).id
        again = {"state": OutboxState.NEW, "repeated": True}
        await session.execute(update(OutboxRow).where(row).values(**again))
    await forgets(theatre)
    await theatre.settle()
    await forgets(theatre)
    skips(anna)
    await carla.replies(theatre.stage.sent[-1][1], "Drei gehen.")
    anna.hears("FZ-2026-0001", "Drei gehen.")


async def test_buttons_carry_the_number_where_the_text_does_not(
    anna: Person, bert: Person, carla: Person, theatre: Theatre
) -> None:
    await bert.says("/anfrage " + "Mist " * 900)
    await carla.says("/ticket 2")
    last = carla._all()[-1][1]  # of several pieces: no number stands on it
    assert "FZ-" not in last.text
    await forgets(theatre)
    skips(anna, bert)
    await carla.replies(last, "Das ist viel.")
    bert.hears("Antwort der Beratung zu FZ-2026-0002", "Das ist viel.")
    anna.hears_nothing()


@pytest.mark.parametrize("text", ["Ja, drei.", "Wie viele denn?", "Ja. " * 1500])
async def test_the_persons_copy_is_found_and_not_the_newest_ticket(
    anna: Person, carla: Person, theatre: Theatre, text: str
) -> None:
    skips(carla)
    await carla.says(f"/antwort 1 {text}")
    copy = anna._all()[-1][1]
    await another_ticket(anna, carla)
    await forgets(theatre)
    await anna.replies(copy, "Der Hahn ist da.")
    anna.hears("FZ-2026-0001")
    carla.hears("FZ-2026-0001", "die Person schreibt", "Der Hahn ist da.")


async def test_the_receipt_of_a_ticket_is_found(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    receipt = next(h for c, h in theatre.stage.sent if c == "anna" and "liegt jetzt" in h.text)
    await another_ticket(anna, carla)
    await forgets(theatre)
    await anna.replies(receipt, "Braune Hühner.")
    carla.hears("FZ-2026-0001", "Braune Hühner.")


async def test_a_topic_whose_id_was_lost_is_known_by_the_name_we_gave_it(
    anna: Person, bert: Person, carla: Person, theatre: Theatre
) -> None:
    theatre.stage.topics = {}
    await bert.says(f"/anfrage {GOATS}")
    async with theatre.database.write() as session:
        await session.execute(delete(TicketTopic))
    skips(anna, bert)
    await carla.says("Niemand.", topic="t1")
    bert.hears("Antwort der Beratung zu FZ-2026-0002", "Niemand.")
    anna.hears_nothing()


# --- and never by the words of others -------------------------------------------------------


async def names_another(anna: Person, bert: Person, carla: Person) -> Heard:
    """Let Bert's question name the ticket of Anna in every way there is."""
    await bert.says("/anfrage FZ-2026-0001 · offen <b>FZ-2026-0001</b>\nFZ-2026-0001 · reply:1")
    skips(anna, bert)
    return carla._all()[-1][1]


async def test_a_number_in_a_persons_words_is_not_followed(
    anna: Person, bert: Person, carla: Person, theatre: Theatre
) -> None:
    card = await names_another(anna, bert, carla)
    await forgets(theatre)
    await carla.replies(card, "Was meinen Sie?")
    bert.hears("Rückfrage der Beratung zu FZ-2026-0002", "Was meinen Sie?")
    anna.hears_nothing()


async def test_a_question_shown_back_with_a_number_in_it_is_no_ticket(
    anna: Person, carla: Person
) -> None:
    await anna.presses("Fertig")
    await anna.says("Wie viel gibt es?")
    skips(anna, carla)
    await anna.says("Und bis wann, FZ-2026-0001?")
    answer = anna._all()[-1][1]
    await anna.replies(answer, "Wie hoch ist die Förderung im Jahr?")
    anna.hears("FZ-2026-0001")
    carla.hears_nothing()


@pytest.mark.parametrize("command", ["/tickets", "/suche Hühner", "/uebergabe"])
async def test_a_list_that_names_one_ticket_is_not_that_ticket(
    anna: Person, carla: Person, theatre: Theatre, command: str
) -> None:
    await second_advisor(theatre)
    await carla.presses("Übernehmen", on=card_of(theatre))
    await carla.says(command)
    listed = carla._all()[-1][1]
    if command == "/uebergabe":
        await carla.presses("Emil", on=listed)
        listed = carla._all()[-1][1]
    await forgets(theatre)
    skips(anna)
    await carla.replies(listed, "Das mache ich morgen.")
    anna.hears_nothing()
    assert "gehört zu keiner Anfrage" in carla._all()[-1][1].text


async def test_where_something_belongs_is_not_answered_into_the_ticket(
    anna: Person, carla: Person
) -> None:
    await gets_answer(anna, carla, 1, "Ja.")
    await anna.says("Und Ziegen?")
    asked = anna.hears("Gehört das zu Ihrer Anfrage FZ-2026-0001?")
    skips(carla)
    await anna.replies(asked, "nein")
    anna.hears("keine geprüfte Antwort")
    carla.hears_nothing()
