"""Pictures, voice and albums go both ways, and nothing goes before somebody sends it."""

import pytest

from bot.files import fetch_wanted
from bot.inbox import RawUpdate
from handlers.messages import Address, FileKind
from people.person import Role
from tests.dialogue.scenes import card_of, gets_answer, give_role, joins, opens_ticket, skips
from tests.stage import Heard, Person, Stage, Theatre

MB = 1024 * 1024


def names(heard: Heard) -> list[str]:
    return [file.ref or file.content.decode() for file in heard.files]


def with_files(theatre: Theatre, chat: str) -> list[Heard]:
    return [h for c, h in theatre.stage.sent if c == chat and h.files]


@pytest.mark.parametrize("kind", list(FileKind))
async def test_a_file_of_the_person_goes_into_the_ticket(
    anna: Person, carla: Person, theatre: Theatre, kind: FileKind
) -> None:
    await joins(carla)
    await opens_ticket(anna, carla)
    await anna.shows(kind, "hof.jpg", "So sieht es aus.")
    anna.hears("dazugelegt")
    shown = carla.hears("FZ-2026-0001", "die Person schreibt", "So sieht es aus.")
    assert [(f.kind, f.ref) for f in shown.files] == [(kind, "ref-hof.jpg")]
    assert "[mit Anhang: 1]" in card_of(theatre).text
    await carla.says("/ticket 1")
    carla.hears("So sieht es aus.", f"[{kind}: hof.jpg]")
    assert names(carla.hears("")) == ["ref-hof.jpg"]


@pytest.mark.parametrize("kind", list(FileKind))
async def test_a_file_of_the_advisor_goes_to_the_person(
    anna: Person, carla: Person, theatre: Theatre, kind: FileKind
) -> None:
    await joins(carla)
    await opens_ticket(anna, carla)
    await carla.shows(kind, "plan.pdf", "Hier der Plan.", reply_to=card_of(theatre).id)
    answer = anna.hears("Antwort der Beratung zu FZ-2026-0001", "Hier der Plan.", "Hat geholfen")
    assert [(f.kind, f.ref) for f in answer.files] == [(kind, "ref-plan.pdf")]
    carla.hears("unterwegs")


async def test_by_the_button_one_file_is_the_answer_and_talk_is_not(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await joins(carla)
    await opens_ticket(anna, carla)
    await carla.presses("Antworten", on=card_of(theatre))
    await burst(carla, "a1")
    assert [names(h) for h in with_files(theatre, "anna")] == [["ref-1", "ref-2", "ref-3"]]
    skips(anna)
    await carla.says("So, Mittag!")
    await carla.shows("Bild", "mittag.jpg")
    anna.hears_nothing()


async def test_an_album_arrives_as_one_both_ways(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await joins(carla)
    await opens_ticket(anna, carla)
    card = card_of(theatre)
    await burst(anna, "b1")
    assert [names(h) for h in with_files(theatre, "-100")] == [["ref-1", "ref-2", "ref-3"]]
    await burst(carla, "b2", reply_to=card.id)
    assert [names(h) for h in with_files(theatre, "anna")] == [["ref-1", "ref-2", "ref-3"]]
    assert with_files(theatre, "anna")[0].text.count("Antwort der Beratung") == 1


async def burst(person: Person, album: str, **more: object) -> None:
    """Send three pictures at once: they come in before the first goes out."""
    theatre, raws = person.theatre, []
    for number in (1, 2, 3):
        file = ("Bild", f"{number}", 1000, f"ref-{number}")
        update = {"chat": person.chat, "sender": person.name, "file": file, "album": album, **more}
        update["text"] = "Bitte." if number == 1 else ""
        raws.append(RawUpdate.of(update, f"{album}{number}", person.chat))
    await theatre.inbox.store("stage", raws, theatre.clock())
    await theatre.settle()


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
    await gets_answer(anna, carla, 1, "Können Sie ein Foto schicken?")
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
    await theatre.helpdesk.work_off(theatre.stage)
    await fetch_wanted(theatre.database, other)  # in the process of the other messenger
    await theatre.settle()
    if goes:
        assert names(anna.hears("Plan")) == ["%PDF"]
    else:
        dora.hears("größer als 20 MB", "Zu FZ-2026-0001 wurde nichts gesendet.")
        anna.hears_nothing()
