"""What is held behind a question is never lost: pressed or not, several go together."""

import pytest

from tests.dialogue.scenes import (
    burst,
    card_of,
    gets_answer,
    names,
    skips,
    thread_of,
    with_files,
)
from tests.stage import Heard, Person, Theatre

pytestmark = pytest.mark.usefixtures("_ticket")
UNASKED = "FZ-2026-0001 · die Person schrieb, ohne zu sagen, ob es hierher gehört:\n\n"


@pytest.fixture(autouse=True)
async def answer(_ticket: None, anna: Person, carla: Person) -> Heard:
    """Carla has answered: what Anna writes now may be meant for her, or not."""
    await anna.presses("Fertig")
    anna.hears("Gut.")
    heard = await gets_answer(anna, carla, 1, "Ja, drei.")
    skips(anna, carla)
    return heard


def unasked(theatre: Theatre) -> list[str]:
    """Give what the advisors were shown that nobody had placed."""
    told = [text for text in thread_of(theatre, "-100") if text.startswith(UNASKED)]
    return [text.removeprefix(UNASKED) for text in told]


async def test_unpressed_it_goes_to_the_advisors_within_the_hour(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await anna.says("Und wo kaufe ich sie?")
    anna.hears("Gehört das zu Ihrer Anfrage FZ-2026-0001?")
    await theatre.time_passes(minutes=59)
    carla.hears_nothing()
    await theatre.time_passes(minutes=1)
    assert unasked(theatre) == ["Und wo kaufe ich sie?"]
    assert "in Arbeit" in card_of(theatre).text
    told = anna.hears("nicht gesagt, ob das zu FZ-2026-0001 gehört", "„Und wo kaufe ich sie?“")
    assert told.labels == ("Gehört nicht dazu",)
    await theatre.time_passes(days=1)
    assert len(unasked(theatre)) == 1


async def test_what_went_there_can_be_taken_out(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await anna.says("Wie viel gibt es?")
    await theatre.time_passes(hours=1)
    skips(anna, carla)
    await anna.presses("Gehört nicht dazu")
    anna.hears("herausgenommen")
    anna.hears("18.000 Euro")
    carla.hears("herausgenommen", "Wie viel gibt es?")
    assert "beantwortet" in card_of(theatre).text


async def test_several_go_together_in_their_order(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await anna.says("Und wo kaufe ich sie?", message="m1")
    await anna.shows("Bild", "stall.jpg", "So sieht der Stall aus.")
    await anna.says("Am liebsten braune.", message="m3")
    asked = anna._all()[-1][1]
    assert asked.text == "Gehören diese 3 Nachrichten zu Ihrer Anfrage FZ-2026-0001?"
    skips(anna)
    carla.hears_nothing()
    await anna.presses("Ja, an die Beratung", on=asked)
    anna.hears("Ich habe es zu FZ-2026-0001 dazugelegt.")
    carla.hears("die Person schreibt", "Und wo kaufe ich sie?")
    assert names(carla.hears("die Person schreibt", "So sieht der Stall aus.")) == [
        "ref-stall.jpg"
    ]
    carla.hears("die Person schreibt", "Am liebsten braune.")
    skips(carla)
    await anna.says("Und wo kauft man die?", message="m1", edited=True)  # each is itself still
    carla.hears("vorher: Und wo kaufe ich sie?\njetzt: Und wo kauft man die?")
    await theatre.time_passes(days=2)
    assert unasked(theatre) == []


async def test_an_earlier_yes_means_what_it_was_asked_about(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await anna.says("Und wo kaufe ich sie?")
    first = anna.hears("Gehört das")
    await anna.says("Wie viel?")
    second = anna.hears("diese 2 Nachrichten")
    await anna.presses("Ja, an die Beratung", on=first)
    carla.hears("Und wo kaufe ich sie?")
    skips(anna, carla)
    await anna.presses("Nein, neue Frage", on=second)
    anna.hears("18.000 Euro")
    carla.hears_nothing()
    await theatre.time_passes(days=2)
    assert unasked(theatre) == []


async def test_no_means_that_all_of_it_is_new(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await anna.says("Wie viel?")
    await anna.shows("Bild", "bescheid.jpg")
    await anna.says("Bis wann?")
    skips(anna)
    await anna.presses("Nein, neue Frage")
    anna.hears("18.000 Euro")
    anna.hears("31. Oktober 2027")
    carla.hears_nothing()
    await theatre.time_passes(hours=2)
    assert unasked(theatre) == []
    await anna.presses("An die Beratung")  # the picture still waits to be sent
    assert [names(h) for h in with_files(theatre, "-100")] == [["ref-bescheid.jpg"]]


@pytest.mark.parametrize(
    "does",
    ["/start", "/anfrage", "/themen", "/meine_anfragen", "Hallo", "/anfrage Wer mäht?",
     "/start f_foerderung_hoehe", "write:1"],
)  # fmt: skip
async def test_nothing_else_she_does_makes_it_forgotten(
    anna: Person, theatre: Theatre, does: str
) -> None:
    await anna.shows("Bild", "stall.jpg", "So sieht der Stall aus.")
    await (anna.sends_press(does) if ":" in does else anna.says(does))
    await theatre.time_passes(hours=2)
    shown = [h for h in with_files(theatre, "-100") if names(h) == ["ref-stall.jpg"]]
    assert len(shown) == 1
    assert "So sieht der Stall aus." in " ".join(thread_of(theatre, "-100"))


async def test_the_last_piece_is_waited_for(anna: Person, theatre: Theatre) -> None:
    await anna.says("Und wo kaufe ich sie?")
    await theatre.time_passes(minutes=40)
    await anna.says("Die Hühner meine ich.")
    await theatre.time_passes(minutes=40)
    assert unasked(theatre) == []
    await theatre.time_passes(minutes=20)
    assert unasked(theatre) == ["Und wo kaufe ich sie?", "Die Hühner meine ich."]
    skips(anna)
    await anna.presses("Gehört nicht dazu")  # both at once, as they came
    assert "Hühner meine" not in card_of(theatre).text
    assert "wo kaufe" not in card_of(theatre).text


async def test_what_is_added_on_purpose_takes_it_along(
    anna: Person, carla: Person, answer: Heard
) -> None:
    await anna.says("Und wo kaufe ich sie?")
    skips(anna)
    await anna.replies(answer, "Am liebsten braune.")
    carla.hears("die Person schreibt", "Und wo kaufe ich sie?")
    carla.hears("die Person schreibt", "Am liebsten braune.")
    await anna.presses("Ja, an die Beratung")
    anna.hears("dazugelegt")
    anna.hears("liegt schon bei der Beratung")


async def test_a_question_back_takes_it_along(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await anna.says("Und wo kaufe ich sie?")
    await carla.says("/antwort 1 Wie viele?")
    skips(anna, carla)
    await anna.says("Drei")
    anna.hears("Ich habe es zu FZ-2026-0001 dazugelegt.")
    carla.hears("die Person schreibt", "Und wo kaufe ich sie?")
    carla.hears("die Person schreibt", "Drei")
    await theatre.time_passes(hours=2)
    assert unasked(theatre) == []


async def test_cancelled_it_goes_nowhere_and_that_is_said(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await anna.says("Und wo kaufe ich sie?")
    asked = anna.hears("Gehört das")
    await anna.says("/abbrechen")
    anna.hears("Abgebrochen.")
    await theatre.time_passes(days=2)
    carla.hears_nothing()
    skips(anna)
    await anna.presses("Ja, an die Beratung", on=asked)
    anna.hears("Dieser Knopf gilt nicht mehr")


async def test_the_person_closes_and_it_lies_there_and_opens_nothing(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await anna.says("Super, das hilft mir sehr weiter!")
    anna.hears("Gehört das")
    await anna.presses("Hat geholfen")
    anna.hears("ist abgeschlossen")
    assert unasked(theatre) == ["Super, das hilft mir sehr weiter!"]
    await theatre.time_passes(days=2)
    assert "geschlossen" in card_of(theatre).text
    assert len(unasked(theatre)) == 1
    del carla


async def test_an_advisor_closes_and_it_opens_again(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await anna.says("Und wo kaufe ich sie?")
    await carla.says("/schliessen 1 erledigt")
    await theatre.time_passes(hours=1)
    assert unasked(theatre) == ["Und wo kaufe ich sie?"]
    assert "in Arbeit" in card_of(theatre).text


async def test_the_clock_closes_nothing_over_it(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await theatre.time_passes(days=13, hours=22)
    await theatre.time_passes(minutes=1)
    await theatre.time_passes(days=3)
    skips(anna, carla)
    assert "beantwortet" in card_of(theatre).text or "geschlossen" in card_of(theatre).text
    await anna.says("Und wo kaufe ich sie?")
    await theatre.time_passes(minutes=30)
    await theatre.time_passes(minutes=31)
    assert unasked(theatre) == ["Und wo kaufe ich sie?"]
    assert "in Arbeit" in card_of(theatre).text


async def test_which_of_two_unpressed_goes_to_the_one_just_answered(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await anna.says("/anfrage Wer bezahlt die Ziegen?")
    await carla.says("/antwort 1 Und Enten auch.")
    await anna.says("Und wo kaufe ich sie?")
    assert "Wozu gehört das?" in anna._all()[-1][1].text
    await theatre.time_passes(hours=1)
    assert unasked(theatre) == ["Und wo kaufe ich sie?"]


async def test_asked_almost_the_same_again_it_is_not_lost_either(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await anna.says("/anfrage Wer bezahlt uns die Ziegen?")
    await anna.presses("Fertig")
    skips(anna, carla)
    await anna.says("/anfrage Wer bezahlt uns denn die Ziegen?")
    anna.hears("Das haben Sie schon gefragt", "Dazu schreiben")
    await theatre.time_passes(hours=1)
    carla.hears("FZ-2026-0002", "ohne zu sagen", "Wer bezahlt uns denn die Ziegen?")


async def test_a_changed_piece_arrives_as_it_is_now(anna: Person, theatre: Theatre) -> None:
    await anna.says("Und wo kaufe ich Hüner?", message="m1")
    skips(anna)
    await anna.says("Und wo kaufe ich Hühner?", message="m1", edited=True)
    anna.hears("Ich habe Ihre Änderung übernommen.")
    anna.hears_nothing()
    await theatre.time_passes(hours=1)
    assert unasked(theatre) == ["Und wo kaufe ich Hühner?"]


async def test_an_album_held_goes_as_one(anna: Person, theatre: Theatre) -> None:
    await burst(anna, "b1")
    await theatre.time_passes(hours=1)
    assert [names(h) for h in with_files(theatre, "-100")] == [["ref-1", "ref-2", "ref-3"]]
    assert unasked(theatre) == ["Bitte."]


@pytest.mark.parametrize("many", [2, 12])
async def test_single_files_all_go_along(anna: Person, theatre: Theatre, many: int) -> None:
    for number in range(many):
        await anna.shows("Bild", f"{number}", f"Das ist Bild {number}.")
    skips(anna)
    await anna.presses("Gehört zu FZ-2026-0001")
    anna.hears("dazugelegt")
    shown = [name for h in with_files(theatre, "-100") for name in names(h)]
    assert shown == [f"ref-{number}" for number in range(many)]


async def test_a_yes_means_the_ticket_that_was_asked_about(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await anna.says("/anfrage Wer bezahlt die Ziegen?")
    await anna.presses("Fertig")
    await anna.says("Nachtrag zu #1: es sind vier")
    anna._read = len(anna._all()) - 1
    anna.hears("Gehört das zu Ihrer Anfrage FZ-2026-0001?")
    skips(carla)
    await anna.says("ja")
    anna.hears("Ich habe es zu FZ-2026-0001 dazugelegt")
    carla.hears("FZ-2026-0001", "es sind vier")
    assert unasked(theatre) == []
