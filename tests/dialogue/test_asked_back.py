"""While a ticket waits for the person, what she writes or sends belongs to it at once."""

import pytest

from tests.dialogue.scenes import (
    HENS,
    burst,
    card_of,
    gets_answer,
    names,
    passes,
    skips,
    thread_of,
    with_files,
)
from tests.stage import Heard, Person, Theatre

pytestmark = pytest.mark.usefixtures("_ticket")


@pytest.fixture(autouse=True)
async def asked(_ticket: None, anna: Person, carla: Person) -> Heard:
    """Carla asks back; Anna has been doing something else since she asked."""
    await anna.presses("Fertig")
    anna.hears("Gut.")
    heard = await gets_answer(anna, carla, 1, "Haben Sie einen Hahn, und wie viel Platz?")
    skips(anna, carla)
    return heard


def of_person(theatre: Theatre) -> list[str]:
    """Give what the person wrote, as the advisors were shown it."""
    said = [t for t in thread_of(theatre, "-100") if "die Person schreibt:" in t]
    return [text.split("\n\n", 1)[1] for text in said]


@pytest.mark.parametrize(
    "typed",
    ["Drei, und ein Hahn", "Wie viel Platz meinen Sie?", "Ja", "nein", "genau", "Danke!", "1",
     "das zweite", "das stimmt nicht", "Geld", "Nichts davon", "An die Beratung", "12 qm"],
)  # fmt: skip
async def test_words_arrive_at_once_whatever_else_they_might_be(
    anna: Person, carla: Person, theatre: Theatre, typed: str
) -> None:
    await anna.says(typed, message="m1")
    told = anna.hears("Ich habe es zu FZ-2026-0001 dazugelegt.")
    assert told.labels == ("Fertig", "Gehört nicht dazu")
    carla.hears("FZ-2026-0001 · die Person schreibt:", typed)
    assert "in Arbeit" in card_of(theatre).text
    anna.hears_nothing()


async def test_an_older_question_and_its_buttons_do_not_get_in_the_way(
    anna: Person, carla: Person
) -> None:
    await anna.says("/start f_foerderung_hoehe")
    await carla.says("/antwort 1 Und?")
    skips(anna, carla)
    await anna.says("Hat geholfen")
    anna.hears("dazugelegt")
    carla.hears("die Person schreibt", "Hat geholfen")


@pytest.mark.parametrize("pause", [0, 20, 60 * 24 * 9])
async def test_it_does_not_matter_how_much_later(
    anna: Person, carla: Person, theatre: Theatre, pause: int
) -> None:
    await theatre.time_passes(minutes=pause)
    skips(anna, carla)
    await anna.says("Zwölf Quadratmeter")
    anna.hears("dazugelegt")
    carla.hears("die Person schreibt", "Zwölf Quadratmeter")


async def test_several_pieces_all_arrive_and_a_mere_no_is_one(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    for piece in ("Ja", "nein", "danke", "zwölf qm"):
        await anna.says(piece)
    await anna.shows("Bild", "hof.jpg")
    assert of_person(theatre)[:4] == ["Ja", "nein", "danke", "zwölf qm"]
    assert [names(h) for h in with_files(theatre, "-100")] == [["ref-hof.jpg"]]
    skips(anna, carla)
    await anna.says("Fertig")
    anna.hears("Gut. Die Antwort auf FZ-2026-0001 kommt hier in diesen Chat.")
    await anna.says("Wie viel?")
    anna.hears("18.000 Euro")
    carla.hears_nothing()


@pytest.mark.parametrize("kind", ["Bild", "Sprachnachricht", "Datei", "Video"])
@pytest.mark.parametrize("caption", ["", "So sieht der Hof aus.", "Wie viel?"])
async def test_files_arrive_at_once(
    anna: Person, carla: Person, theatre: Theatre, kind: str, caption: str
) -> None:
    await anna.shows(kind, "hof", caption)
    told = anna.hears("Ich habe es zu FZ-2026-0001 dazugelegt.")
    assert told.labels == ("Fertig", "Gehört nicht dazu")
    carla.hears("die Person schreibt", caption)
    assert [names(h) for h in with_files(theatre, "-100")] == [["ref-hof"]]


async def test_an_album_arrives_and_is_taken_out_as_one(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await burst(anna, "b1")
    told = anna.hears("Ich habe es zu FZ-2026-0001 dazugelegt.")
    anna.hears_nothing()  # once is enough
    assert sorted(n for h in with_files(theatre, "-100") for n in names(h)) == [
        "ref-1", "ref-2", "ref-3"
    ]  # fmt: skip
    skips(carla)
    await anna.presses("Gehört nicht dazu", on=told)
    carla.hears("herausgenommen")
    assert "mit Anhang" not in card_of(theatre).text


async def test_taken_out_it_is_a_new_question_and_the_ticket_waits_again(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await anna.says("Wie viel gibt es?")
    told = anna.hears("dazugelegt")
    skips(carla)
    await anna.presses("Gehört nicht dazu", on=told)
    anna.hears("Ich habe es aus FZ-2026-0001 wieder herausgenommen.")
    anna.hears("18.000 Euro")
    carla.hears("die Person hat herausgenommen, es gehört nicht hierher:\n\nWie viel gibt es?")
    card = card_of(theatre)
    assert "Rückfrage" in card.text
    assert "Wie viel gibt es?" not in card.text
    await carla.says("/ticket 1")
    carla.hears("Ereignis\nvon der Person herausgenommen: Wie viel gibt es?")
    await anna.says("Drei Hühner")  # which is the answer
    anna.hears("dazugelegt")
    carla.hears("die Person schreibt", "Drei Hühner")


@pytest.mark.parametrize("typed", ["Gehört nicht dazu", "gehoert nicht dazu!"])
async def test_it_is_taken_out_by_typing_too(anna: Person, carla: Person, typed: str) -> None:
    await anna.says("Wie viel gibt es?")
    skips(anna, carla)
    await anna.says(typed)
    anna.hears("herausgenommen")
    anna.hears("18.000 Euro")
    carla.hears("herausgenommen")


async def test_only_the_last_is_taken_out(anna: Person, carla: Person, theatre: Theatre) -> None:
    await anna.says("Drei Hühner")
    await anna.says("Wie viel gibt es?")
    skips(anna, carla)
    await anna.presses("Gehört nicht dazu")
    anna.hears("herausgenommen")
    anna.hears("18.000 Euro")
    card = card_of(theatre)
    assert "Drei Hühner" in card.text
    assert "in Arbeit" in card.text  # for that was an answer


async def test_a_file_taken_out_can_still_be_sent(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await anna.shows("Bild", "rechnung.jpg", "Was ist das?")
    skips(anna, carla)
    await anna.presses("Gehört nicht dazu")
    anna.hears("herausgenommen")
    anna.hears("keine geprüfte Antwort", "An die Beratung senden")
    assert "mit Anhang" not in card_of(theatre).text
    await carla.says("/ticket 1")
    assert not carla._all()[-1][1].files
    await anna.presses("An die Beratung senden")
    anna.hears("FZ-2026-0002")
    assert "[mit Anhang: 1]" in card_of(theatre, 2).text


async def test_what_an_advisor_has_answered_stays_in(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await anna.says("Drei")
    told = anna.hears("dazugelegt")
    await carla.says("/antwort 1 Dann geht es.")
    skips(anna, carla)
    await anna.presses("Gehört nicht dazu", on=told)
    anna.hears("FZ-2026-0001 hat die Beratung schon geantwortet")
    carla.hears_nothing()
    assert "Drei" in card_of(theatre).text


async def test_taken_out_twice_is_taken_out_once(anna: Person, carla: Person) -> None:
    await anna.says("Wie viel gibt es?")
    told = anna.hears("dazugelegt")
    await anna.presses("Gehört nicht dazu", on=told)
    skips(anna, carla)
    await anna.presses("Gehört nicht dazu", on=told)
    anna.hears("FZ-2026-0001")
    anna.hears_nothing()
    carla.hears_nothing()


async def test_nobody_takes_out_somebody_elses_words(
    anna: Person, bert: Person, carla: Person, theatre: Theatre
) -> None:
    await anna.says("Drei")
    data = anna._all()[-1][1].buttons[-1].data
    skips(carla)
    await bert.sends_press(data)
    bert.hears("Dieser Knopf gilt nicht mehr")
    await anna.sends_press("take_out:1.99")  # the question itself stays
    assert HENS in card_of(theatre).text


async def test_what_was_taken_out_is_changed_as_what_it_became(
    anna: Person, carla: Person
) -> None:
    await anna.says("Wer zahlt die Enten?", message="m7")
    await anna.presses("Gehört nicht dazu")
    await anna.presses("An die Beratung senden")
    skips(anna, carla)
    await anna.says("Wer zahlt die Gänse?", message="m7", edited=True)
    anna.hears("Ich habe Ihre Änderung an FZ-2026-0002 weitergegeben.")
    carla.hears("FZ-2026-0002", "jetzt: Wer zahlt die Gänse?")
    carla.hears_nothing()


async def test_who_went_on_with_something_new_may_go_on_with_that(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    passes(theatre, minutes=1)
    await anna.says("Wie viel gibt es?")
    await anna.presses("Gehört nicht dazu")
    skips(anna, carla)
    passes(theatre, minutes=1)
    await anna.says("Bis wann?")
    anna.hears("31. Oktober 2027", "Gehört zu FZ-2026-0001")
    await anna.says("hat geholfen")
    anna.hears("Das freut mich")
    carla.hears_nothing()
    await anna.says("Drei, und ein Hahn")  # but what has no answer is one
    anna.hears("dazugelegt")
    carla.hears("die Person schreibt", "Drei, und ein Hahn")


async def test_a_reply_to_something_else_is_about_that(anna: Person, carla: Person) -> None:
    await anna.says("/start f_foerderung_hoehe")
    answer = anna._all()[-1][1]
    await carla.says("/antwort 1 Und?")
    skips(anna, carla)
    await anna.replies(answer, "Hat geholfen")
    anna.hears("Das freut mich")
    carla.hears_nothing()


async def test_what_is_being_written_elsewhere_is_not_torn_away(
    anna: Person, carla: Person
) -> None:
    await anna.says("/anfrage")
    skips(anna, carla)
    await anna.says("Wem gehört der Hof?")
    anna.hears("FZ-2026-0002")
    await anna.says("Er liegt am Bach.")  # the bot has just asked for that
    anna.hears("dazugelegt")
    carla.hears("FZ-2026-0002")
    carla.hears("FZ-2026-0002", "am Bach")


@pytest.mark.parametrize("typed", ["/abbrechen", "Abbrechen", "FZ-2026-0001", "#1", "/hilfe"])
async def test_commands_and_mere_numbers_stay_what_they_are(
    anna: Person, carla: Person, typed: str
) -> None:
    await anna.says(typed)
    assert "dazugelegt" not in anna._all()[-1][1].text
    carla.hears_nothing()


async def test_of_two_that_wait_the_latest_is_answered_and_the_other_offered(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await anna.says("/anfrage Muss das Tor zu sein?")
    await anna.presses("Fertig")
    passes(theatre, minutes=1)
    await carla.says("/antwort 2 Welches Tor?")
    skips(anna, carla)
    await anna.says("Einen Hahn, ja.")
    told = anna.hears("Ich habe es zu FZ-2026-0002 dazugelegt.", "Gehört zu FZ-2026-0001")
    carla.hears("FZ-2026-0002", "Einen Hahn, ja.")
    skips(carla)
    await anna.presses("Gehört zu FZ-2026-0001", on=told)
    anna.hears("Ich habe es zu FZ-2026-0001 dazugelegt.")
    carla.hears("FZ-2026-0002", "herausgenommen", "Einen Hahn, ja.")
    carla.hears("FZ-2026-0001", "die Person schreibt", "Einen Hahn, ja.")
    assert "Rückfrage" in card_of(theatre, 2).text
    assert "in Arbeit" in card_of(theatre, 1).text
    skips(anna, carla)
    await anna.says("Das am Bach.")  # still for the one it was moved to
    carla.hears("FZ-2026-0001", "Das am Bach.")


async def test_a_question_back_while_adding_to_another_goes_before(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await anna.says("/anfrage Wer bezahlt die Ziegen?")
    passes(theatre, minutes=1)
    await carla.says("/antwort 1 Wie viele Hühner?")
    skips(anna, carla)
    await anna.says("Drei")
    anna.hears("Ich habe es zu FZ-2026-0001 dazugelegt.", "Gehört zu FZ-2026-0002")
    carla.hears("FZ-2026-0001", "die Person schreibt", "Drei")
    await anna.shows("Bild", "hof.jpg")
    assert [h.text[:12] for h in with_files(theatre, "-100")] == ["FZ-2026-0001"]


async def test_a_changed_answer_is_followed(anna: Person, carla: Person) -> None:
    await anna.says("Drei", message="m1")
    skips(anna, carla)
    await anna.says("Vier", message="m1", edited=True)
    anna.hears("Ich habe Ihre Änderung an FZ-2026-0001 weitergegeben.")
    carla.hears("vorher: Drei\njetzt: Vier")


async def test_it_is_not_said_later_that_nothing_came(anna: Person, theatre: Theatre) -> None:
    await anna.says("Drei, und ein Hahn")
    for _ in range(40):
        await theatre.time_passes(days=1)
    told = " ".join(thread_of(theatre, "anna"))
    assert "kam nichts mehr" not in told
    assert "länger nichts von Ihnen gehört" not in told
