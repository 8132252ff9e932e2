"""An advisor answers, the person writes back, somebody closes, somebody opens again."""

import pytest
from sqlalchemy import select

from bot.outbox import OutboxRow
from people.person import Role
from tests.dialogue.scenes import (
    HENS,
    gets_answer,
    give_role,
    joins,
    opens_ticket,
    passes,
)
from tests.stage import Person, Theatre
from tickets.ticket import State, Ticket


@pytest.fixture
async def _ticket(anna: Person, carla: Person) -> None:
    """Anna has asked, Carla is an advisor."""
    await joins(carla)
    await opens_ticket(anna, carla)


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


async def test_a_picture_as_an_answer_is_said_to_be_impossible(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    card = next(h for c, h in theatre.stage.sent if c == "-100" and "Verlauf" in h.labels)
    await theatre.deliver({"chat": "-100", "sender": "carla", "reply_to": card.id})
    carla.hears("nur Text weitergeben", "nichts gesendet")
    await theatre.deliver({"chat": "-100", "sender": "carla"})
    carla.hears_nothing()
    anna.hears_nothing()


async def test_a_corrected_answer_says_so(anna: Person, carla: Person) -> None:
    await carla.says("/antwort 1 Drey.")
    anna.hears("Antwort der Beratung", "Drey.")
    await carla.says("/antwort 1 Drei.", edited=True)
    anna.hears("Berichtigte Antwort der Beratung", "Drei.")


async def test_a_corrected_reply_says_so(anna: Person, carla: Person, theatre: Theatre) -> None:
    card = next(h for c, h in theatre.stage.sent if c == "-100" and "Verlauf" in h.labels)
    await carla.says("Drey.", reply_to=card.id)
    anna.hears("Drey.")
    await carla.says("Drei.", reply_to=card.id, edited=True)
    anna.hears("Berichtigte Antwort der Beratung", "Drei.")


async def test_a_message_after_an_answer_may_belong_to_it(anna: Person, carla: Person) -> None:
    await gets_answer(anna, carla, 1, "Wie viele denn?")
    await anna.says("Drei, und ein Hahn")
    anna.hears(
        "Gehört das zu Ihrer Anfrage FZ-2026-0001?", "Ja, an die Beratung", "Nein, neue Frage"
    )
    carla.hears_nothing()
    await anna.presses("Ja, an die Beratung")
    anna.hears("Ich habe es zu FZ-2026-0001 dazugelegt", "Fertig")
    carla.hears("die Person schreibt", "Drei, und ein Hahn")
    await anna.says("Der Hahn kräht.")  # whoever says yes once need not say it again
    anna.hears("dazugelegt")
    carla.hears("Der Hahn kräht.")


async def test_a_message_after_an_answer_may_be_a_new_question(
    anna: Person, carla: Person
) -> None:
    await gets_answer(anna, carla, 1, "Ja.")
    await anna.says("Wie viel gibt es?")
    anna.hears("Gehört das zu Ihrer Anfrage FZ-2026-0001?")
    await anna.presses("Nein, neue Frage")
    anna.hears("18.000 Euro")
    await anna.says("Bis wann?")
    anna.hears("31. Oktober 2027")
    carla.hears_nothing()


async def test_yes_and_no_count_once(anna: Person, carla: Person) -> None:
    await gets_answer(anna, carla, 1, "Wie viele denn?")
    await anna.says("Drei, und ein Hahn")
    asked = anna.hears("Gehört das zu Ihrer Anfrage")
    await anna.presses("Ja, an die Beratung", on=asked)
    anna.hears("dazugelegt")
    carla.hears("Drei, und ein Hahn")
    await anna.presses("Ja, an die Beratung", on=asked)
    anna.hears("liegt schon bei der Beratung")
    await anna.presses("Nein, neue Frage", on=asked)
    anna.hears("Dieser Knopf gilt nicht mehr")
    carla.hears_nothing()


async def test_a_pending_message_that_became_a_ticket_is_not_added_too(
    anna: Person, carla: Person
) -> None:
    await gets_answer(anna, carla, 1, "Ja.")
    await anna.says("Und Ziegen?")
    asked = anna.hears("Gehört das zu Ihrer Anfrage")
    await anna.says("/anfrage")
    anna.hears("FZ-2026-0002", "Und Ziegen?")
    carla.hears("FZ-2026-0002", "Und Ziegen?")
    await anna.presses("Ja, an die Beratung", on=asked)
    anna.hears("FZ-2026-0001 hat die Beratung schon geantwortet")
    carla.hears_nothing()


async def test_an_added_message_is_not_sent_again_by_a_request(
    anna: Person, carla: Person
) -> None:
    await gets_answer(anna, carla, 1, "Wie viele denn?")
    await anna.says("Drei")
    await anna.presses("Ja, an die Beratung")
    carla.hears("Drei")
    await anna.says("/anfrage")
    carla.hears_nothing()


async def test_thanks_after_an_answer_stay_here_unless_told_otherwise(
    anna: Person, carla: Person
) -> None:
    await gets_answer(anna, carla, 1, "Ja.")
    await anna.says("Danke")
    word = anna.hears("Gern!", "An die Beratung weitergeben")
    carla.hears_nothing()
    await anna.presses("An die Beratung weitergeben", on=word)
    anna.hears("dazugelegt")
    carla.hears("die Person schreibt", "Danke")


async def test_three_days_later_a_message_is_a_question_again(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await gets_answer(anna, carla, 1, "Ja.")
    passes(theatre, days=3)
    await anna.says("Wie viel?")
    anna.hears("18.000 Euro")


async def test_writing_back_by_button_takes_every_word(anna: Person, carla: Person) -> None:
    await gets_answer(anna, carla, 1, "Haben Sie einen Hahn?")
    await anna.presses("Darauf antworten")
    anna.hears("Schreiben Sie jetzt, was zu FZ-2026-0001 dazukommen soll.")
    await anna.says("Nein danke")
    anna.hears("dazugelegt")
    carla.hears("Nein danke")
    await anna.says("danke")
    anna.hears("dazugelegt")
    carla.hears("danke")
    await anna.presses("Fertig")
    anna.hears("Gut.")


async def test_writing_back_by_reply_much_later(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    answer = await gets_answer(anna, carla, 1, "Ja.")
    passes(theatre, days=30)
    await anna.replies(answer, "Der Hahn ist da.")
    anna.hears("dazugelegt")
    carla.hears("FZ-2026-0001", "Der Hahn ist da.")


async def test_an_answer_does_not_tear_somebody_from_another_request(
    anna: Person, carla: Person
) -> None:
    await anna.says("/anfrage")
    anna.hears("etwas anderes fragen")
    await gets_answer(anna, carla, 1, "Ja.")
    await anna.says("Und Ziegen?")
    anna.hears("FZ-2026-0002 liegt jetzt bei der Beratung")
    carla.hears("FZ-2026-0002", "Und Ziegen?")
    await gets_answer(anna, carla, 1, "Und Enten auch.")
    await anna.says("Zwei Ziegen.")
    anna.hears("zu FZ-2026-0002 dazugelegt")


async def test_the_person_closes(anna: Person, carla: Person) -> None:
    await gets_answer(anna, carla, 1, "Ja.")
    await anna.presses("Erledigt")
    anna.hears("Die Anfrage FZ-2026-0001 ist abgeschlossen.")
    carla.hears("FZ-2026-0001", "die Person hat die Anfrage abgeschlossen")
    await anna.presses("Erledigt")
    anna.hears("FZ-2026-0001 ist schon abgeschlossen")
    carla.hears_nothing()
    await anna.says("Wie viel?")
    anna.hears("18.000 Euro")


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("/schliessen 1", None),
        ("/schliessen #1 doppelt gestellt.", "Grund: doppelt gestellt."),
        ("/schliessen 1\ngeklärt am Telefon", "Grund: geklärt am Telefon"),
        ("/schliessen 1 <b>{0}</b> %s", "Grund: <b>{0}</b> %s"),
    ],
)
async def test_an_advisor_closes(
    anna: Person, carla: Person, typed: str, reason: str | None
) -> None:
    await carla.says(typed)
    carla.hears("FZ-2026-0001 ist geschlossen. Die Person wird benachrichtigt.")
    told = anna.hears("Ihre Anfrage FZ-2026-0001 ist abgeschlossen.")
    assert (reason in told.text) if reason else ("Grund" not in told.text)
    await carla.says("/schliessen 1 noch einmal")
    carla.hears("Das geht gerade nicht: FZ-2026-0001 ist geschlossen.")
    anna.hears_nothing()


async def test_an_advisor_closes_by_button_and_takes_it_back(anna: Person, carla: Person) -> None:
    await carla.presses("Schließen")
    carla.hears("ist geschlossen", "Wieder öffnen")
    anna.hears("abgeschlossen")
    await carla.presses("Wieder öffnen")
    carla.hears("FZ-2026-0001 ist wieder offen.")
    await carla.presses("Wieder öffnen")
    carla.hears("Das geht gerade nicht: FZ-2026-0001 ist offen.")
    await carla.says("/tickets")
    carla.hears("FZ-2026-0001")


async def test_an_answer_to_a_closed_ticket_is_kept_back(anna: Person, carla: Person) -> None:
    await carla.says("/schliessen 1")
    carla.hears("geschlossen")
    anna.hears("abgeschlossen")
    await carla.says("/antwort 1 Doch noch etwas")
    carla.hears("Ihr Text wurde nicht gesendet", "Wieder öffnen")
    anna.hears_nothing()
    await carla.says("/oeffnen 1")
    carla.hears("wieder offen")
    await gets_answer(anna, carla, 1, "Doch noch etwas")


async def test_what_is_written_after_closing_is_asked_about(anna: Person, carla: Person) -> None:
    await carla.says("/schliessen 1")
    carla.hears("geschlossen")
    anna.hears("Ist noch etwas offen? Dann schreiben Sie es einfach.")
    await anna.says("Moment, die Ziegen!")
    anna.hears("Gehört das zu Ihrer Anfrage FZ-2026-0001?")
    await anna.presses("Ja, an die Beratung")
    anna.hears("Ich habe FZ-2026-0001 wieder geöffnet und es dazugelegt.")
    carla.hears("FZ-2026-0001", "wieder offen, die Person schreibt", "die Ziegen!")
    await gets_answer(anna, carla, 1, "Ziegen auch.")


@pytest.mark.parametrize("typed", ["/schliessen", "/oeffnen", "/ticket"])
async def test_a_command_without_number(carla: Person, typed: str) -> None:
    await carla.says(typed)
    heard = carla.hears("")
    assert "zum Beispiel" in heard.text


async def test_commands_with_senseless_numbers(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    numbers = ["0", "-1", "7", "99999999999999999999", "eins", "1;", "½", "²", "1.1"]
    for command in ("schliessen", "oeffnen", "ticket"):
        for number in numbers:
            await carla.says(f"/{command} {number}")
            carla.hears("gibt es nicht")
    await carla.says("/ticket 1 OR 1=1 --")
    carla.hears("gibt es nicht")
    anna.hears_nothing()
    async with theatre.database.read() as session:
        ticket = await session.get_one(Ticket, 1)
    assert ticket.state == State.OPEN
