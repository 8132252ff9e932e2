"""A file that belongs to no ticket yet, and one too large or from another messenger."""

import pytest

from bot.incoming.inbox import RawUpdate
from bot.outgoing.crossing_files import fetch_wanted
from handlers.messages import Address
from people.person import Role
from tests.dialogue.scenes import (
    burst,
    gets_answer,
    give_role,
    joins,
    names,
    opens_ticket,
    skips,
    with_files,
)
from tests.stage import Person, Stage, Theatre

MB = 1024 * 1024


async def test_a_file_without_a_ticket_is_held_until_it_is_sent(
    anna: Person, carla: Person
) -> None:
    await anna.shows("Sprachnachricht", "frage.ogg")
    anna.hears("nicht selbst lesen (Sprachnachricht)", "An die Beratung senden")
    carla.hears_nothing()
    await anna.presses("An die Beratung senden")
    anna.hears("FZ-2026-0001 liegt jetzt bei der Beratung")
    carla.hears("FZ-2026-0001", "[mit Anhang: 1]")
    assert names(carla.hears("dazu geschickt")) == ["ref-frage.ogg"]


async def test_words_under_a_file_are_the_question(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await anna.shows("Bild", "hof.jpg", "Passt auf den Hof eine Schaukel?")
    heard = anna.hears("Was dabei war (Bild)", "keine geprüfte Antwort", "An die Beratung senden")
    assert "worum es geht" not in heard.text
    await anna.presses("An die Beratung senden")
    anna.hears("FZ-2026-0001 liegt jetzt bei der Beratung", "Passt auf den Hof eine Schaukel?")
    carla.hears("FZ-2026-0001", "Passt auf den Hof eine Schaukel?", "[mit Anhang: 1]")
    assert [names(h) for h in with_files(theatre, "-100")] == [["ref-hof.jpg"]]


async def test_words_under_a_file_may_have_a_checked_answer(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await anna.shows("Datei", "bescheid.pdf", "Wie viel bekommen wir im Jahr?")
    anna.hears("Was dabei war (Datei)", "Bis zu 18.000 Euro", "An die Beratung")
    carla.hears_nothing()
    await anna.presses("An die Beratung")
    anna.hears("FZ-2026-0001")
    assert [names(h) for h in with_files(theatre, "-100")] == [["ref-bescheid.pdf"]]


async def test_words_under_a_file_may_have_suggestions(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await anna.shows("Bild", "hof.jpg", "Woher kommt das Geld?")
    anna.hears("Was dabei war (Bild)", "Meinen Sie eines davon?", "Nichts davon")
    await anna.presses("Nichts davon")
    anna.hears("keine geprüfte Antwort")
    await anna.presses("An die Beratung senden")
    anna.hears("FZ-2026-0001", "Woher kommt das Geld?")
    carla.hears("Woher kommt das Geld?", "[mit Anhang: 1]")
    assert [names(h) for h in with_files(theatre, "-100")] == [["ref-hof.jpg"]]


async def test_a_thank_you_under_a_file_says_not_what_it_is_about(anna: Person) -> None:
    for words in ("Hier!", "Vielen Dank!"):
        await anna.shows("Bild", "hof.jpg", words)
        anna.hears("Schreiben Sie gern noch dazu, worum es geht.", "An die Beratung senden")


async def test_words_under_a_later_picture_of_an_album_are_kept(
    anna: Person, carla: Person
) -> None:
    await anna.shows("Bild", "1.jpg", "Passt hier eine Schaukel?", album="b1")
    await anna.shows("Bild", "2.jpg", "Oder lieber dort?", album="b1")
    anna.hears("keine geprüfte Antwort")
    anna.hears_nothing()
    await anna.presses("An die Beratung senden")
    carla.hears("Passt hier eine Schaukel?\nOder lieber dort?", "[mit Anhang: 2]")


async def test_words_under_a_file_while_a_ticket_is_open_are_not_asked_for(
    anna: Person, carla: Person
) -> None:
    await opens_ticket(anna, carla)
    await anna.presses("Fertig")
    skips(anna)
    await anna.shows("Bild", "hof.jpg", "So sieht der Hof aus.")
    heard = anna.hears("mit Ihren Worten an die Beratung", "Gehört zu FZ-2026-0001")
    assert "worum es geht" not in heard.text


async def test_words_after_a_held_file_take_it_along(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await anna.shows("Bild", "hof.jpg")
    anna.hears("Schreiben Sie gern noch dazu, worum es geht.")
    await opens_ticket(anna, carla)
    assert [names(h) for h in with_files(theatre, "-100")] == [["ref-hof.jpg"]]


async def test_a_held_album_is_one_question_and_one_album(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await burst(anna, "b1")
    anna.hears("An die Beratung senden")
    anna.hears_nothing()  # once is enough
    await anna.presses("An die Beratung senden")
    anna.hears("FZ-2026-0001")
    assert [names(h) for h in with_files(theatre, "-100")] == [["ref-1", "ref-2", "ref-3"]]
    carla.hears("FZ-2026-0001", "Bitte.")


async def test_a_file_while_a_ticket_is_open_can_go_there(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await joins(carla)
    await opens_ticket(anna, carla)
    await gets_answer(anna, carla, 1, "Ein Foto würde helfen.")
    skips(carla)
    await anna.shows("Bild", "hof.jpg", "Hier!")
    anna.hears("an die Beratung weitergeben", "Gehört zu FZ-2026-0001", "An die Beratung senden")
    carla.hears_nothing()
    await anna.presses("Gehört zu FZ-2026-0001")
    anna.hears("Ich habe es zu FZ-2026-0001 dazugelegt.")
    carla.hears("die Person schreibt", "Hier!")
    assert [names(h) for h in with_files(theatre, "-100")] == [["ref-hof.jpg"]]
    assert "FZ-2026-0002" not in " ".join(h.text for _, h in theatre.stage.sent)


async def test_a_picture_with_a_cry_for_help_shows_who_helps(anna: Person, carla: Person) -> None:
    await anna.shows("Bild", "hof.jpg", "Er schlägt mich!")
    anna.hears("110", "112", "Ihre Nachricht wurde nicht weitergegeben")
    carla.hears_nothing()


@pytest.mark.parametrize(("size", "goes"), [(20 * MB, True), (20 * MB + 1, False)])
async def test_across_messengers_twenty_megabytes_are_the_limit(
    anna: Person, theatre: Theatre, size: int, *, goes: bool
) -> None:
    await anna.says("/anfrage Darf das Huhn ins Haus?")
    anna.hears("FZ-2026-0001")
    theatre.house.advisors = Address("console", "desk")
    theatre.stage.contents["ref-hof.mp4"] = b"..."
    await anna.shows("Video", "hof.mp4", size=size)
    anna.hears("dazugelegt" if goes else "größer als 20 MB")


async def test_within_a_messenger_there_is_no_limit(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await anna.says("/anfrage Darf das Huhn ins Haus?")
    await anna.shows("Video", "hof.mp4", size=1000 * MB)
    assert [names(h) for h in with_files(theatre, "-100")] == [["ref-hof.mp4"]]
    carla.hears("FZ-2026-0001")


@pytest.mark.parametrize(("size", "goes"), [(20 * MB, True), (20 * MB + 1, False)])
async def test_from_another_messenger_the_content_is_fetched_and_sent(
    anna: Person, dora: Person, theatre: Theatre, size: int, *, goes: bool
) -> None:
    await give_role(theatre, "stage:dora", Role.ADVISOR)
    await anna.says("/anfrage Darf das Huhn ins Haus?")
    anna.hears("FZ-2026-0001")
    await dora.says("/ticket 1")
    thread = dora.hears("FZ-2026-0001")
    other = Stage()
    other.name, other.contents = "other", {"ref-a.pdf": b"%PDF"}
    file = ("Datei", "a.pdf", size, "ref-a.pdf")
    update = {"chat": "dora", "sender": "dora", "file": file, "from": "other", "text": "Plan"}
    raw = RawUpdate.of({**update, "reply_to": thread.id}, "k1", "dora")
    await theatre.inbox.store("stage", [raw], theatre.clock())
    await theatre.work_off()
    await fetch_wanted(theatre.database, other)  # in the process of the other messenger
    await theatre.settle()
    if goes:
        assert names(anna.hears("Plan")) == ["%PDF"]
    else:
        dora.hears("größer als 20 MB", "Zu FZ-2026-0001 wurde nichts gesendet.")
        anna.hears_nothing()


async def test_yes_sends_a_held_file_and_no_keeps_it_back(anna: Person, carla: Person) -> None:
    await anna.shows("Sprachnachricht", "frage.ogg")
    anna.hears("nicht selbst lesen (Sprachnachricht)")
    await anna.says("nein danke")
    anna.hears("Abgebrochen.")
    carla.hears_nothing()
    await anna.shows("Sprachnachricht", "zweite.ogg")
    anna.hears("nicht selbst lesen (Sprachnachricht)")
    await anna.says("ja")
    anna.hears("FZ-2026-0001 liegt jetzt bei der Beratung")
    carla.hears("FZ-2026-0001", "[mit Anhang: 1]")
    assert names(carla.hears("dazu geschickt")) == ["ref-zweite.ogg"]
