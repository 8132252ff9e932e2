"""What begins with // stays among the advisors, wherever it is written."""

import pytest

from tests.dialogue.scenes import card_of, gets_answer, opens_ticket, skips, thread_of
from tests.stage import Person, Theatre

pytestmark = pytest.mark.usefixtures("_ticket")

SECRET = "Vorsicht: Das ist die Nachbarin."


async def keeps_it_inside(anna: Person, carla: Person, theatre: Theatre) -> None:
    assert not [text for text in thread_of(theatre, "anna") if "Vorsicht" in text]
    anna.hears_nothing()
    skips(carla)
    await carla.says("/ticket 1")
    carla.hears(f"Notiz (Carla)\n{SECRET}")


@pytest.mark.parametrize("slashes", ["//", "// ", "//\n", "  //  "])
async def test_as_a_reply_to_the_card(
    anna: Person, carla: Person, theatre: Theatre, slashes: str
) -> None:
    await carla.replies(card_of(theatre), f"{slashes}{SECRET}")
    carla.hears("Notiz zu FZ-2026-0001 aufgehoben; die Person sieht sie nicht.")
    assert "offen" in card_of(theatre).text  # a note answers nothing
    await keeps_it_inside(anna, carla, theatre)


async def test_by_command(anna: Person, carla: Person, theatre: Theatre) -> None:
    await carla.says(f"/antwort 1 // {SECRET}")
    carla.hears("die Person sieht sie nicht")
    await keeps_it_inside(anna, carla, theatre)


async def test_by_button(anna: Person, carla: Person, theatre: Theatre) -> None:
    await carla.presses("Notiz")
    carla.hears("Schreiben Sie jetzt die Notiz", "bleibt unter uns")
    await carla.says(SECRET)
    carla.hears("die Person sieht sie nicht")
    await keeps_it_inside(anna, carla, theatre)
    await carla.says("Und jetzt Mittag.")  # one note, not everything from here on
    carla.hears_nothing()


async def test_instead_of_the_awaited_answer(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await carla.presses("Antworten")
    carla.hears("Schreiben Sie jetzt Ihre Antwort")
    await carla.says(f"// {SECRET}")
    carla.hears("die Person sieht sie nicht")
    await keeps_it_inside(anna, carla, theatre)


async def test_instead_of_a_changed_draft(anna: Person, carla: Person, theatre: Theatre) -> None:
    await carla.says("/vorlage Gruß: Guten Tag")
    await carla.presses("Vorlage", on=card_of(theatre))
    await carla.presses("Gruß")
    await carla.presses("Ändern")
    skips(carla)
    await carla.says(f"// {SECRET}")
    carla.hears("die Person sieht sie nicht")
    await keeps_it_inside(anna, carla, theatre)


async def test_instead_of_one_answer_for_many(
    anna: Person, bert: Person, carla: Person, theatre: Theatre
) -> None:
    await opens_ticket(bert, carla)
    await carla.presses("Gemeinsam beantworten")
    await carla.presses("Alle 2 beantworten")
    skips(carla, bert)
    await carla.says(f"// {SECRET}")
    carla.hears("Notiz zu FZ-2026-0002")
    carla.hears("Notiz zu FZ-2026-0001")
    bert.hears_nothing()
    await keeps_it_inside(anna, carla, theatre)


async def test_in_the_topic(anna: Person, carla: Person, theatre: Theatre) -> None:
    theatre.stage.topics = {}
    await anna.says("/anfrage Wer bezahlt den Zaun?")
    skips(carla, anna)
    await carla.says(f"// {SECRET}", topic="t1")
    carla.hears("Notiz zu FZ-2026-0002")
    anna.hears_nothing()
    await carla.says("/ticket 2")
    carla.hears(f"Notiz (Carla)\n{SECRET}")


@pytest.mark.parametrize("topic", [None, "t1"])
async def test_a_picture_is_a_note_too(
    anna: Person, carla: Person, theatre: Theatre, topic: str | None
) -> None:
    if topic:
        theatre.stage.topics = {}
        await anna.says("Noch etwas")  # its topic opens with the next change
    await carla.presses("Notiz", on=card_of(theatre))
    skips(carla, anna)
    await carla.shows("Bild", "hof.jpg", SECRET, topic=topic)
    carla.hears("Notiz zu FZ-2026-0001")
    await carla.shows("Bild", "zaun.jpg", f"//{SECRET}", reply_to=card_of(theatre).id)
    carla.hears("Notiz zu FZ-2026-0001")
    anna.hears_nothing()
    assert not [h for c, h in theatre.stage.sent if c == "anna" and h.files]
    await carla.says("/ticket 1")
    carla.hears(SECRET, "[Bild: hof.jpg]", "[Bild: zaun.jpg]")


async def test_a_note_after_an_answer_leaves_it_answered(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await gets_answer(anna, carla, 1, "Ja.")
    await carla.replies(card_of(theatre), f"// {SECRET}")
    assert "beantwortet" in card_of(theatre).text
    await keeps_it_inside(anna, carla, theatre)
