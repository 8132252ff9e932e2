"""What was written as one and comes in pieces is decided on as one: albums, files, long texts."""

from datetime import timedelta
from itertools import count
from typing import Any

import pytest

from bot.incoming.inbox import RawUpdate
from tests.dialogue.scenes import card_of, names, opens_ticket, second_advisor, skips, with_files
from tests.stage import Person, Theatre

pytestmark = pytest.mark.usefixtures("_ticket")

SECRET = "// Die Nachbarin!"
_keys = count(1)


def picture(name: str, text: str = "", album: str = "a1", **more: Any) -> dict[str, Any]:
    """Give a picture as it comes in."""
    return {"file": ("Bild", name, 1000, f"ref-{name}"), "text": text, "album": album, **more}


async def sends(who: Person, *pieces: dict[str, Any]) -> None:
    """Let somebody send pieces in one go: all are there before the first is handled."""
    theatre, raws = who.theatre, []
    for piece in pieces:
        number = next(_keys)
        update = {"chat": who.chat, "sender": who.name, "message": f"p{number}", **piece}
        raws.append(RawUpdate.of(update, f"piece{number}", who.chat))
    await theatre.inbox.store("stage", raws, theatre.clock())
    await theatre.settle()


async def thread(who: Person, number: int = 1) -> str:
    """Read a ticket's thread."""
    skips(who)
    await who.says(f"/ticket {number}")
    return who.hears("Verlauf").text


@pytest.fixture
def card(theatre: Theatre, _ticket: None) -> dict[str, str]:
    """Reply to the card."""
    return {"reply_to": card_of(theatre).id}


@pytest.mark.parametrize("place", ["card", "topic", "Antworten", "Notiz"])
@pytest.mark.parametrize("under", [0, 1, 2])
async def test_an_album_stays_inside_whichever_picture_says_so(
    place: str, under: int, anna: Person, carla: Person, theatre: Theatre
) -> None:
    where: dict[str, str] = {}
    if place == "topic":
        theatre.stage.topics = {}
        await anna.says("Noch etwas.")  # its topic opens with the next change
        where = {"topic": "t1"}
    elif place == "card":
        where = {"reply_to": card_of(theatre).id}
    else:
        await carla.presses(place, on=card_of(theatre))
    skips(anna)
    words = "Die Nachbarin!" if place == "Notiz" else SECRET
    texts = [words if number == under else "" for number in range(3)]
    await sends(carla, *(picture(str(n), text, **where) for n, text in enumerate(texts)))
    anna.hears_nothing()
    said = await thread(carla)
    assert "Notiz (Carla)\nDie Nachbarin!" in said
    assert all(f"[Bild: {number}]" in said for number in range(3))
    assert "beantwortet" not in card_of(theatre).text


async def test_under_two_of_them_one_that_says_so_is_enough(
    anna: Person, carla: Person, card: dict[str, str]
) -> None:
    await sends(carla, picture("1", "Der Hof", **card), picture("2", SECRET, **card))
    anna.hears_nothing()
    assert "Notiz (Carla)\nDie Nachbarin!\nDer Hof\n[Bild: 1]\n[Bild: 2]" in await thread(carla)


async def test_a_picture_too_late_for_its_album_goes_where_that_went(
    anna: Person, carla: Person, card: dict[str, str], theatre: Theatre
) -> None:
    await sends(carla, picture("1", SECRET, **card))
    await sends(carla, picture("2"))
    anna.hears_nothing()
    assert "[Bild: 2]" in await thread(carla)
    await sends(carla, picture("3", "Der Plan", "a2", **card))
    await sends(carla, picture("4", "", "a2"))
    assert [names(h) for h in with_files(theatre, "anna")] == [["ref-3"], ["ref-4"]]


@pytest.mark.parametrize("where", ["reply_to", "topic"])
async def test_eleven_pictures_are_one_although_the_client_makes_two_albums(
    where: str, anna: Person, carla: Person, theatre: Theatre
) -> None:
    theatre.stage.topics = {} if where == "topic" else None
    await anna.says("Noch etwas.")
    place = {"topic": "t1"} if where == "topic" else {"reply_to": card_of(theatre).id}
    then = place if where == "topic" else {}  # of a second album the client forgets the reply
    skips(anna)
    ten = [picture(str(n), SECRET if n == 0 else "", **place) for n in range(10)]
    await sends(carla, *ten, picture("10", album="", **then))
    anna.hears_nothing()
    assert (await thread(carla)).count("[Bild: ") == 11
    ten = [picture(str(n), "Bitte" if n == 0 else "", "b1", **place) for n in range(10)]
    await sends(carla, *ten, picture("10", "", "b2", **then), picture("11", "", "b2", **then))
    (heard,) = with_files(theatre, "anna")
    assert len(heard.files) == 12


async def test_papers_and_pictures_chosen_together_are_one(
    anna: Person, carla: Person, card: dict[str, str]
) -> None:
    paper = {"file": ("Datei", "a.pdf", 10, "ref-a"), "text": SECRET}
    await sends(carla, picture("1", "", "", **card), paper)
    anna.hears_nothing()
    said = await thread(carla)
    assert "Notiz (Carla)\nDie Nachbarin!\n[Bild: 1]\n[Datei: a.pdf]" in said


@pytest.mark.parametrize("where", ["reply_to", "topic"])
async def test_files_follow_the_comment_that_the_client_sends_before_them(
    where: str, anna: Person, carla: Person, theatre: Theatre
) -> None:
    theatre.stage.topics = {} if where == "topic" else None
    await anna.says("Noch etwas.")
    place = {"topic": "t1"} if where == "topic" else {"reply_to": card_of(theatre).id}
    then = place if where == "topic" else {}
    skips(anna)
    await sends(carla, {"text": SECRET, **place}, picture("1", **then), picture("2", **then))
    anna.hears_nothing()
    assert "[Bild: 1]\n[Bild: 2]" in await thread(carla)
    theatre.clock.moves(timedelta(minutes=5))
    await sends(carla, {"text": "Der Plan:", **place}, picture("3", "", "a3", **then))
    anna.hears("Antwort der Beratung", "Der Plan:")
    assert names(anna.hears("")) == ["ref-3"]


async def test_what_somebody_says_in_between_does_not_part_it(
    anna: Person, carla: Person, card: dict[str, str], theatre: Theatre
) -> None:
    emil = await second_advisor(theatre)
    theirs = {"sender": "emil", "text": "Mittag?"}
    await sends(carla, picture("1", **card), theirs, picture("2", SECRET, **card))
    anna.hears_nothing()
    skips(emil)
    assert "[Bild: 1]\n[Bild: 2]" in await thread(carla)


async def test_what_one_sends_to_two_tickets_at_once_is_two(
    anna: Person, bert: Person, carla: Person, card: dict[str, str], theatre: Theatre
) -> None:
    await opens_ticket(bert, carla, "Wohin mit dem Mist?")
    other = {"reply_to": card_of(theatre, 2).id}
    await sends(carla, picture("1", "Ja", "", **card), picture("2", "Dahin", "", **other))
    assert names(anna.hears("Ja")) == ["ref-1"]
    assert names(bert.hears("Dahin")) == ["ref-2"]


async def test_ones_own_picture_and_one_passed_on_are_two(
    anna: Person, carla: Person, card: dict[str, str]
) -> None:
    skips(carla)
    await sends(
        carla, picture("1", "Ja", **card), picture("2", "Nein", "", forwarded=True, **card)
    )
    assert names(anna.hears("Ja")) == ["ref-1"]
    anna.hears_nothing()
    carla.hears("unterwegs")
    carla.hears("Entwurf für FZ-2026-0001", "[Bild: 2]\nNein")


async def test_what_was_written_hours_apart_is_two_however_late_it_comes(
    anna: Person, carla: Person, card: dict[str, str]
) -> None:
    first = picture("1", SECRET, "", **card, at="2026-11-22T08:00:00+00:00")
    second = picture("2", "Der Plan", "", **card, at="2026-11-22T09:00:00+00:00")
    await sends(carla, first, second)
    assert names(anna.hears("Der Plan")) == ["ref-2"]


async def test_a_colleague_named_under_the_second_makes_all_of_it_a_draft(
    anna: Person, carla: Person, card: dict[str, str], theatre: Theatre
) -> None:
    skips(carla)
    await sends(carla, picture("1", **card), picture("2", "@emil?", **card, mentions=True))
    carla.hears("Entwurf für FZ-2026-0001", "[Bild: 1]\n[Bild: 2]\n@emil?")
    await sends(carla, picture("3"))  # too late
    carla.hears("Entwurf für FZ-2026-0001", "[Bild: 1]\n[Bild: 2]\n[Bild: 3]")
    anna.hears_nothing()
    await carla.presses("An die Person senden")
    assert [names(h) for h in with_files(theatre, "anna")] == [["ref-1", "ref-2", "ref-3"]]


async def test_every_piece_has_its_sign(
    anna: Person, carla: Person, card: dict[str, str], theatre: Theatre
) -> None:
    theatre.stage.reacts = True
    await sends(carla, *(picture(str(n), **card) for n in range(3)))
    anna.hears("Antwort der Beratung")
    signs = theatre.stage.signs
    assert len({m for _, m, s in signs if s == "received"}) == 3
    assert len({m for _, m, s in signs if s == "delivered"}) == 3


# --- the person's side ---


async def test_a_person_s_album_is_one_question_wherever_its_words_stand(
    bert: Person, carla: Person, theatre: Theatre
) -> None:
    skips(carla)
    await sends(bert, picture("1"), picture("2", "Passt hier eine Schaukel?"), picture("3"))
    bert.hears("Was dabei war (Bild)", "keine geprüfte Antwort")
    bert.hears_nothing()
    await bert.presses("An die Beratung senden")
    carla.hears("Passt hier eine Schaukel?", "[mit Anhang: 3]")
    assert [names(h) for h in with_files(theatre, "-100")] == [["ref-1", "ref-2", "ref-3"]]


async def test_a_cry_under_the_last_picture_is_heard(bert: Person) -> None:
    await sends(bert, picture("1"), picture("2", "Er schlägt mich!"))
    bert.hears("110", "112")


async def test_twelve_pictures_of_a_person_all_arrive(
    bert: Person, carla: Person, theatre: Theatre
) -> None:
    ten = [picture(str(n), "Passt hier eine Schaukel?" if n == 0 else "") for n in range(10)]
    await sends(bert, *ten, picture("10", "", "a2"), picture("11", "", "a2"))
    await bert.presses("An die Beratung senden")
    (shown,) = with_files(theatre, "-100")
    assert len(shown.files) == 12
    skips(carla)


async def test_what_a_person_adds_in_one_go_is_one_addition(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    skips(carla)
    await sends(anna, picture("1"), picture("2", "So sieht es aus."))
    assert names(carla.hears("die Person schreibt", "So sieht es aus.")) == ["ref-1", "ref-2"]
    anna.hears("dazugelegt")
    anna.hears_nothing()
    await sends(anna, picture("3"))  # too late
    assert [names(h) for h in with_files(theatre, "-100")][1:] == [["ref-3"]]
    anna.hears("dazugelegt")


# --- long texts, which clients cut at four thousand characters ---


def long(text: str, size: int = 4000) -> list[str]:
    """Cut a text as a client does."""
    return [text[start : start + size].strip() for start in range(0, len(text), size)]


LONG = "Huhn " * 2000
PIECES = long(LONG)


@pytest.mark.parametrize("place", ["card", "topic", "Antworten", "command"])
async def test_a_long_answer_arrives_whole(
    place: str, anna: Person, carla: Person, theatre: Theatre
) -> None:
    where: dict[str, str] = {}
    first = PIECES[0]
    if place == "topic":
        theatre.stage.topics = {}
        await anna.says("Noch etwas.")
        where = {"topic": "t1"}
    elif place == "command":
        first = f"/antwort 1 {PIECES[0]}"
    elif place == "Antworten":
        await carla.presses(place, on=card_of(theatre))
    reply = {"reply_to": card_of(theatre).id} if place == "card" else {}
    skips(anna, carla)
    pieces = [{"text": text, **where} for text in PIECES[1:]]
    await sends(carla, {"text": first, **where, **reply}, *pieces)
    said = [h.text for c, h in theatre.stage.sent if c == "anna" and "Huhn" in h.text]
    assert sum(text.count("Huhn") for text in said) == 2000
    assert sum(text.count("Antwort der Beratung") for text in said) == 1
    carla.hears("unterwegs")
    carla.hears_nothing()


@pytest.mark.parametrize("place", ["card", "topic", "Notiz", "zu Ticket", "// zu Ticket"])
async def test_a_long_note_stays_inside_to_its_end(
    place: str, anna: Person, bert: Person, carla: Person, theatre: Theatre
) -> None:
    where: dict[str, str] = {}
    first = f"// {PIECES[0]}"
    if place in ("topic", "zu Ticket", "// zu Ticket"):
        theatre.stage.topics = {}
        await anna.says("Noch etwas.")
        where = {"topic": "t1"}
    if "zu Ticket" in place:  # in the topic of another
        await bert.says("/anfrage Wohin mit dem Mist?")
        first = f"zu Ticket 2: {place.partition(' ')[0] if place[0] == '/' else ''}{PIECES[0]}"
    if place == "Notiz":
        await carla.presses(place, on=card_of(theatre))
        first = PIECES[0]
    reply = {"reply_to": card_of(theatre).id} if place == "card" else {}
    skips(anna, bert)
    await sends(
        carla, {"text": first, **where, **reply}, *({"text": t, **where} for t in PIECES[1:])
    )
    anna.hears_nothing()
    bert.hears_nothing()


async def test_the_rest_of_a_long_text_that_comes_late_is_asked_about(
    anna: Person, carla: Person, card: dict[str, str], theatre: Theatre
) -> None:
    skips(carla)
    await sends(carla, {"text": f"// {PIECES[0]}", **card})
    carla.hears("Notiz")
    await sends(carla, {"text": PIECES[1]})
    carla.hears("Entwurf für FZ-2026-0001", "gehört das noch dazu?")
    theatre.stage.topics = {}
    await anna.says("Noch etwas.")
    skips(anna, carla)
    await sends(carla, {"text": f"// {PIECES[0]}", "topic": "t1"})
    await sends(carla, {"text": PIECES[1], "topic": "t1"})
    carla.hears("Notiz")
    carla.hears("Entwurf für FZ-2026-0001", "Gehört das noch zu Ihrer langen Nachricht davor?")
    anna.hears_nothing()


async def test_a_colleague_named_at_its_end_makes_all_of_it_a_draft(
    anna: Person, carla: Person, card: dict[str, str], theatre: Theatre
) -> None:
    emil = await second_advisor(theatre)
    skips(carla)
    await sends(carla, {"text": PIECES[0], **card}, {"text": "Stimmt das so, Emil?"})
    carla.hears("Entwurf für FZ-2026-0001", "Darin ist jemand aus der Gruppe genannt.")
    anna.hears_nothing()
    skips(emil)


async def test_a_change_of_one_piece_is_refused(
    anna: Person, carla: Person, card: dict[str, str]
) -> None:
    texts = [{"text": text, "message": f"m{n}", **card} for n, text in enumerate(PIECES)]
    await sends(carla, *texts)
    skips(anna)
    for number in range(len(PIECES)):
        skips(carla)
        await sends(carla, {**texts[number], "edited": True})  # as it was
        carla.hears_nothing()
        await sends(carla, {**texts[number], "text": "Kurz.", "edited": True})
        carla.hears("kam in mehreren Teilen", "nicht übernommen")
    anna.hears_nothing()


async def test_a_change_of_the_words_under_an_album_is_followed(
    anna: Person, carla: Person, card: dict[str, str]
) -> None:
    pieces = [
        picture("1", **card, message="m1"),
        picture("2", "Drey", **card, message="m2"),
    ]
    await sends(carla, *pieces)
    answer = anna.hears("Drey")
    await sends(carla, {**pieces[1], "text": "Drei", "edited": True})
    assert answer.text == "Berichtigte Antwort der Beratung zu FZ-2026-0001\n\nDrei"
    skips(carla)
    await sends(carla, {**pieces[0], "text": "Vier", "edited": True})
    carla.hears("kam in mehreren Teilen", "nicht übernommen")
    anna.hears_nothing()


async def test_a_person_s_long_question_is_one(bert: Person, carla: Person) -> None:
    skips(carla)
    await sends(bert, *({"text": text} for text in long("Darf das Lama " * 700, 3990)))
    bert.hears("keine geprüfte Antwort")
    bert.hears_nothing()
    await bert.presses("An die Beratung senden")
    carla.hears("Darf das Lama")
    skips(carla)
    await carla.says("/ticket 2")
    said = carla._all()[carla._read :]
    assert sum(h.text.count("Lama") for _, h in said) == 700
