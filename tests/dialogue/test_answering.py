"""An advisor answers: by reply, by command, from anywhere."""

import pytest
from sqlalchemy import select

from bot.outgoing.outbox import OutboxRow
from people.person import Role
from tests.dialogue.scenes import HENS, give_role, opens_ticket
from tests.stage import Person, Theatre
from tickets.ticket import Ticket

pytestmark = pytest.mark.usefixtures("_ticket")


async def test_by_replying_to_a_later_message_of_the_thread(anna: Person, carla: Person) -> None:
    await anna.says("Es sind drei.")
    anna.hears("dazugelegt")
    later = carla.hears("Es sind drei.")
    await carla.replies(later, "Drei gehen.")
    anna.hears("FZ-2026-0001", "Drei gehen.")


async def test_by_replying_to_the_receipt_of_an_answer(anna: Person, carla: Person) -> None:
    await carla.says("/antwort 1 Ja.")
    anna.hears("Ja.")
    receipt = carla.hears("unterwegs")
    await carla.replies(receipt, "Und zwar immer.")
    anna.hears("Und zwar immer.")


async def test_by_command_with_the_number_as_people_type_it(anna: Person, carla: Person) -> None:
    for typed in [
        "/antwort 1 Drei gehen, vier nicht.",
        "/antwort #1 Drei gehen, vier nicht.",
        "/antwort fz-2026-0001 Drei gehen, vier nicht.",
        "/antwort FZ-2026-0001: Drei gehen, vier nicht.",
        "/antwort 0001 Drei gehen, vier nicht.",
        "/antwort 1\nDrei gehen, vier nicht.",
        "/antwort   1\n\n  Drei gehen, vier nicht.  ",
        "/antwort\n1\tDrei gehen, vier nicht.",
        "/Antwort@amt_bot 1 Drei gehen, vier nicht.",
    ]:
        await carla.says(typed)
        carla.hears("Ihre Antwort auf FZ-2026-0001 ist unterwegs.")
        heard = anna.hears("Antwort der Beratung zu FZ-2026-0001")
        assert heard.text.endswith("\n\nDrei gehen, vier nicht.")


async def test_lines_and_marks_of_an_answer_stay(anna: Person, carla: Person) -> None:
    await carla.says("/antwort 1\nErstens <b>drei</b>.\n\nZweitens: {frist} & 100 %s")
    heard = anna.hears("Antwort der Beratung")
    assert heard.text.endswith("\n\nErstens <b>drei</b>.\n\nZweitens: {frist} & 100 %s")


async def test_an_answer_without_number_or_text_is_not_sent(anna: Person, carla: Person) -> None:
    wrong = ["", "1", "1 \u200b", "Hallo Anna", "-1 Nein", "1.5 Nein", "fz-26-1 Nein"]
    for rest in (*wrong, "99999999999999999999 Nein"):
        await carla.says(f"/antwort {rest}")
        carla.hears("Bitte mit Nummer und Text")
        anna.hears_nothing()


async def test_an_answer_to_a_ticket_that_is_not_there(anna: Person, carla: Person) -> None:
    for number in ["0", "2", "000", "999999999999"]:
        await carla.says(f"/antwort {number} Hallo")
        carla.hears("gibt es nicht", "/tickets")
        anna.hears_nothing()


async def test_from_a_private_chat(
    anna: Person, carla: Person, dora: Person, theatre: Theatre
) -> None:
    await give_role(theatre, "stage:dora", Role.ADVISOR)
    await dora.says("/antwort 1 Ja, drei.")
    dora.hears("unterwegs")
    anna.hears("Ja, drei.")
    carla.hears_nothing()
    await dora.says("/ticket 1")
    thread = dora.hears("FZ-2026-0001", HENS, "Ja, drei.")
    await dora.replies(thread, "Und zwei Enten.")
    anna.hears("Und zwei Enten.")


async def test_a_ticket_of_another_messenger(carla: Person, theatre: Theatre) -> None:
    async with theatre.database.write() as session:
        ticket = await session.get_one(Ticket, 1)
        ticket.asker = "telegram:4711"
    await carla.says("/antwort 1 Ja, drei.")
    carla.hears("unterwegs")
    async with theatre.database.read() as session:
        last = await session.scalar(select(OutboxRow).where(OutboxRow.channel == "telegram"))
    assert last is not None
    assert (last.chat, "Ja, drei." in last.body["text"]) == ("4711", True)


async def test_a_reply_to_something_else_is_sent_to_nobody(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    del theatre
    await carla.says("Da bin ich anderer Meinung", reply_to="98765")
    carla.hears("gehört zu keiner Anfrage und wurde niemandem gesendet")
    anna.hears_nothing()


async def test_talk_among_advisors_is_nobodys_business(anna: Person, carla: Person) -> None:
    await carla.says("Wer nimmt die Hühner?")
    carla.hears_nothing()
    anna.hears_nothing()


async def test_a_mistyped_command_is_not_taken_silently(anna: Person, carla: Person) -> None:
    for typed in ["/antwrot 1 Drei gehen.", "/shrug", "/12 Drei gehen"]:
        await carla.says(typed)
        carla.hears("kenne ich nicht; es wurde nichts gesendet")
        anna.hears_nothing()


async def test_a_sticker_as_an_answer_is_said_to_be_impossible(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    card = next(h for c, h in theatre.stage.sent if c == "-100" and "Verlauf" in h.labels)
    await theatre.deliver({"chat": "-100", "sender": "carla", "reply_to": card.id})
    carla.hears("nur Text, Bilder, Sprachnachrichten", "Es wurde nichts gesendet")
    await theatre.deliver({"chat": "-100", "sender": "carla"})
    carla.hears_nothing()
    anna.hears_nothing()


async def test_a_corrected_answer_says_so(anna: Person, carla: Person) -> None:
    await carla.says("/antwort 1 Drey.", message="m1")
    answer = anna.hears("Antwort der Beratung", "Drey.")
    await carla.says("/antwort 1 Drei.", message="m1", edited=True)
    anna.hears_nothing()  # a second message; the first has become another
    assert answer.edited
    assert answer.text == "Berichtigte Antwort der Beratung zu FZ-2026-0001\n\nDrei."


async def test_a_number_corrected_to_another_ticket_answers_that_one(
    anna: Person, bert: Person, carla: Person
) -> None:
    await opens_ticket(bert, carla, "Wohin mit dem Mist?")
    await carla.says("/antwort 1 Zum Wertstoffhof.", message="m1")
    anna.hears("Wertstoffhof")
    await carla.says("/antwort 2 Zum Wertstoffhof.", message="m1", edited=True)
    bert.hears("Antwort der Beratung zu FZ-2026-0002", "Wertstoffhof")
    anna.hears_nothing()


async def test_a_corrected_reply_says_so(anna: Person, carla: Person, theatre: Theatre) -> None:
    card = next(h for c, h in theatre.stage.sent if c == "-100" and "Verlauf" in h.labels)
    await carla.says("Drey.", reply_to=card.id, message="m1")
    answer = anna.hears("Drey.")
    await carla.says("Drei.", reply_to=card.id, message="m1", edited=True)
    anna.hears_nothing()
    assert answer.text == "Berichtigte Antwort der Beratung zu FZ-2026-0001\n\nDrei."
