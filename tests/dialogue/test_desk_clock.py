"""By the clock: reminders once, quiet at night, a morning list, and silence with a notice."""

from datetime import UTC, datetime

import pytest

from tests.dialogue.scenes import card_of, gets_answer, skips, thread_of
from tests.stage import Person, Theatre

pytestmark = pytest.mark.usefixtures("_ticket")  # on Sunday, 22 November 2026, at noon

LATE = "FZ-2026-0002 ist überfällig"


def said(theatre: Theatre, words: str) -> int:
    return sum(words in text for text in thread_of(theatre, "-100"))


async def test_a_reminder_comes_once_and_survives_a_restart(
    bert: Person, theatre: Theatre
) -> None:
    await theatre.time_passes(days=1)
    await bert.says("/anfrage Wohin mit dem Mist?")  # Monday noon: due on Wednesday noon
    await theatre.time_passes(days=1, hours=21)
    assert said(theatre, LATE) == 0
    await theatre.time_passes(hours=3)
    assert said(theatre, f"{LATE}: noch niemand hat sie.") == 1
    assert "überfällig seit Mi 25.11., 12:00" in card_of(theatre, 2).text
    again = Theatre(theatre.database, theatre.house, theatre.clock)
    for _ in range(3):
        await again.time_passes(hours=1)
    assert said(again, LATE) == 0
    assert said(theatre, LATE) == 1


async def test_what_became_overdue_while_the_program_stood_still_is_in_the_list(
    theatre: Theatre,
) -> None:
    again = Theatre(theatre.database, theatre.house, theatre.clock)
    await again.time_passes(days=4, hours=1)
    assert said(again, "Offen: 1, davon überfällig: 1") == 1
    await again.time_passes(minutes=10)
    assert said(again, "ist überfällig") == 0  # once is enough


@pytest.mark.parametrize(
    "quiet",
    [
        datetime(2026, 11, 25, 22, 0, tzinfo=UTC),  # night
        datetime(2026, 11, 28, 11, 0, tzinfo=UTC),  # Saturday
        datetime(2026, 12, 25, 11, 0, tzinfo=UTC),  # Christmas, a Friday
    ],
)
async def test_nobody_is_woken(theatre: Theatre, anna: Person, quiet: datetime) -> None:
    before = len(thread_of(theatre, "-100"))
    theatre.clock.now = quiet
    await theatre.time_passes(minutes=1)
    assert len(thread_of(theatre, "-100")) == before
    await anna.replies(anna._all()[-1][1], "Noch etwas!")  # it arrives, without a sound
    assert all(h.silent for c, h in theatre.stage.sent[-3:] if c == "-100")


async def test_the_morning_list_comes_once_on_a_working_day(theatre: Theatre) -> None:
    for _ in range(8 * 24):  # from Sunday noon to Monday noon a week later
        await theatre.time_passes(hours=1)
    assert said(theatre, "Guten Morgen. Offen: 1") == 6
    first = next(t for t in thread_of(theatre, "-100") if "Guten Morgen" in t)
    assert "FZ-2026-0001 (frei, fällig Mi 25.11., 09:00): Dürfen wir im Hof" in first


async def test_an_empty_desk_has_no_morning_list(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await gets_answer(anna, carla, 1, "Ja.")
    await theatre.time_passes(days=1)
    assert said(theatre, "Guten Morgen") == 0


async def goes_silent(anna: Person, carla: Person, theatre: Theatre, answer: str) -> None:
    """Let an answer stand until the person is told that the ticket will be closed."""
    await gets_answer(anna, carla, 1, answer)
    await theatre.time_passes(days=10, hours=23)
    anna.hears_nothing()
    await theatre.time_passes(hours=1)
    await theatre.time_passes(days=1)
    anna.hears("länger nichts von Ihnen gehört", "Am 07.12. schließe ich sie", "Erledigt")
    anna.hears_nothing()


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("Ja.", "Ihre Anfrage FZ-2026-0001 ist jetzt abgeschlossen."),
        ("Wie viele?", "Auf die Rückfrage zu FZ-2026-0001 kam nichts mehr"),
    ],
)
async def test_silence_closes_after_a_notice_and_a_word_opens_again(
    anna: Person, carla: Person, theatre: Theatre, answer: str, told: str
) -> None:
    theatre.clock.now = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
    await goes_silent(anna, carla, theatre, answer)
    await theatre.time_passes(days=3)
    anna.hears(told, "Noch etwas dazu schreiben")
    assert "geschlossen" in card_of(theatre).text
    await anna.says("Doch, noch etwas!")
    anna.hears("Gehört das zu Ihrer Anfrage FZ-2026-0001?")
    skips(carla)
    await anna.presses("Ja, an die Beratung")
    carla.hears("wieder offen, die Person schreibt", "Doch, noch etwas!")


async def test_a_word_of_the_person_stops_the_closing(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    theatre.clock.now = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
    await goes_silent(anna, carla, theatre, "Ja.")
    await anna.says("Moment noch!")
    anna.hears("Gehört das zu Ihrer Anfrage FZ-2026-0001?")
    await anna.presses("Ja, an die Beratung")
    anna.hears("dazugelegt")
    await theatre.time_passes(days=30)
    anna.hears_nothing()
    assert "in Arbeit" in card_of(theatre).text


async def test_a_second_answer_begins_the_silence_anew(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    theatre.clock.now = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
    await goes_silent(anna, carla, theatre, "Ja.")
    await gets_answer(anna, carla, 1, "Und Enten auch.")
    await theatre.time_passes(days=10)
    anna.hears_nothing()
