"""A file that nobody waits for: the person decides, and hears what became of it."""

from tests.dialogue.scenes import names, skips, with_files
from tests.stage import Person, Theatre


async def test_a_day_later_she_hears_that_nobody_got_it(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await anna.shows("Bild", "hof.jpg")
    await anna.shows("Sprachnachricht", "frage.ogg")
    offer = anna._all()[-1][1]
    skips(anna)
    await theatre.time_passes(hours=23)
    anna.hears_nothing()
    await theatre.time_passes(hours=1)
    anna.hears("Was Sie gestern geschickt haben (Bild, Sprachnachricht)", "niemandem")
    carla.hears_nothing()
    await theatre.time_passes(days=3)
    anna.hears_nothing()
    await anna.presses("An die Beratung senden", on=offer)
    anna.hears("Dieser Knopf gilt nicht mehr")
    carla.hears_nothing()


async def test_sent_in_time_nothing_more_is_said(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await anna.shows("Bild", "hof.jpg")
    await anna.presses("An die Beratung senden")
    skips(anna, carla)
    await theatre.time_passes(days=3)
    assert "gestern" not in " ".join(h.text for c, h in theatre.stage.sent if c == "anna")


async def test_several_with_words_go_along_with_their_words(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await anna.shows("Bild", "hof.jpg", "So sieht der Hof aus.")
    await anna.shows("Bild", "stall.jpg")
    await anna.says("Dürfen wir da Hühner halten?")
    await anna.presses("An die Beratung senden")
    skips(anna)
    shown = [(names(h), h.text) for h in with_files(theatre, "-100")]
    assert [files for files, _ in shown] == [["ref-stall.jpg"], ["ref-hof.jpg"]]
    assert "So sieht der Hof aus." in shown[1][1]
    del carla
