"""A sent answer is withdrawn: deleted at the person's, or said where that cannot be any more."""

from datetime import timedelta

import pytest

from bot.channels import Blocked, Outgoing, TryLater, Unclear
from bot.incoming.inbox import RawUpdate
from handlers.messages import FileKind
from tests.dialogue.scenes import card_of, gets_answer, second_advisor, skips, thread_of
from tests.stage import Heard, Person, Stage, Theatre

pytestmark = pytest.mark.usefixtures("_ticket")

SAID = "Die Beratung hat ihre Antwort zu FZ-2026-0001"


class Blockable(Stage):
    """Some people block the bot."""

    def __init__(self) -> None:
        super().__init__()
        self.blocking: set[str] = set()

    async def send(self, outgoing: Outgoing) -> tuple[str, ...]:
        self._look(outgoing.chat)
        return await super().send(outgoing)

    async def delete(self, chat: str, message: str) -> None:
        self._look(chat)
        await super().delete(chat, message)

    def _look(self, chat: str) -> None:
        if chat in self.blocking:
            raise Blocked


@pytest.fixture
async def theatre(theatre: Theatre) -> Theatre:
    return Theatre(theatre.database, theatre.house, theatre.clock, Blockable())


async def answers(anna: Person, carla: Person, text: str = "Ja, drei.") -> Heard:
    """Let Carla answer by a reply to the card; give what Anna gets."""
    await carla.replies(card_of(carla.theatre), text)
    heard = anna.hears(text)
    skips(carla)
    return heard


def of_person(theatre: Theatre) -> list[str]:
    """Give what stands on Anna's screen about the answer."""
    return [text for text in thread_of(theatre, "anna") if "der Beratung zu" in text]


@pytest.mark.parametrize("way", ["Zurückziehen", "/zurueckziehen 1", "/zurückziehen FZ-2026-0001"])
async def test_it_is_deleted_and_its_words_are_a_draft_again(
    way: str, anna: Person, carla: Person, theatre: Theatre
) -> None:
    await answers(anna, carla)
    await (carla.presses(way) if way[0] == "Z" else carla.says(way))
    assert of_person(theatre) == []
    assert SAID not in " ".join(thread_of(theatre, "anna"))
    draft = carla.hears("Entwurf für FZ-2026-0001", "zurückgezogen", "Ja, drei.")
    assert draft.labels == ("An die Person senden", "Notiz", "Verwerfen")
    assert "in Arbeit" in card_of(theatre).text
    assert "fällig" in card_of(theatre).text
    assert "Zurückziehen" not in card_of(theatre).labels
    await carla.presses("An die Person senden", on=draft)
    assert len(of_person(theatre)) == 1
    skips(carla)
    await carla.says("/ticket 1")
    carla.hears("Beratung (Carla), zurückgezogen\nJa, drei.", "Antwort zurückgezogen")


async def test_where_it_cannot_be_deleted_that_is_said(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    theatre.stage.deleting = False
    await answers(anna, carla)
    await carla.presses("Zurückziehen")
    anna.hears(SAID, "zurückgezogen", "Bitte richten Sie sich nicht danach.")
    carla.hears("Entwurf für FZ-2026-0001")
    carla.hears("ließ sich bei der Person nicht mehr löschen")
    anna.hears_nothing()


async def test_a_long_one_with_files_goes_with_all_its_parts(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await carla.shows(FileKind.PHOTO, "a.jpg", "Huhn " * 2000, reply_to=card_of(theatre).id)
    assert sum(text.count("Huhn") for text in thread_of(theatre, "anna")) == 2000
    await carla.presses("Zurückziehen")
    assert "Huhn" not in " ".join(thread_of(theatre, "anna"))
    assert not [h for c, h in theatre.stage.sent if c == "anna" and h.files]
    await carla.presses("An die Person senden")
    assert sum(text.count("Huhn") for text in thread_of(theatre, "anna")) == 2000
    assert [h.files[0].ref for c, h in theatre.stage.sent if c == "anna" and h.files] == [
        "ref-a.jpg"
    ]
    skips(anna)


async def test_the_latest_goes_first_and_the_ticket_rests_on_the_others(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await answers(anna, carla, "Ja, drei.")
    await gets_answer(anna, carla, 1, "Und zwei Enten.")
    await carla.presses("Zurückziehen")
    (left,) = of_person(theatre)
    assert "Ja, drei." in left
    assert "beantwortet" in card_of(theatre).text
    await carla.presses("Zurückziehen")
    assert of_person(theatre) == []
    assert "in Arbeit" in card_of(theatre).text
    skips(carla)
    await carla.says("/zurueckziehen 1")
    carla.hears("Es wurde noch keine Antwort gesendet.")


async def test_a_question_back_too(anna: Person, carla: Person, theatre: Theatre) -> None:
    await answers(anna, carla, "Wie viele denn?")
    assert "Rückfrage" in card_of(theatre).text
    await carla.presses("Zurückziehen")
    assert of_person(theatre) == []
    assert "in Arbeit" in card_of(theatre).text


async def test_in_reply_to_ones_own_message_that_one_is_meant(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    card = card_of(theatre).id
    await carla.says("Ja, drei.", reply_to=card, message="m1")
    await carla.says("Und zwei Enten.", reply_to=card, message="m2")
    await carla.says("/zurueckziehen", own="m1")
    (left,) = of_person(theatre)
    assert "Und zwei Enten." in left
    skips(anna)


async def test_who_closed_it_meanwhile_has_it_closed(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await answers(anna, carla)
    await anna.presses("Hat geholfen")
    await carla.says("/zurueckziehen 1")
    assert of_person(theatre) == []
    assert "geschlossen" in card_of(theatre).text


async def test_what_has_not_left_yet_never_does(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    answer = {"chat": "-100", "sender": "carla", "text": "/antwort 1 Ja, drei."}
    undo = {"chat": "-100", "sender": "carla", "text": "/zurueckziehen 1"}
    raws = [RawUpdate.of(update, f"k{n}", "-100") for n, update in enumerate((answer, undo))]
    skips(anna)
    await theatre.inbox.store("stage", raws, theatre.clock())
    await theatre.settle()
    anna.hears_nothing()
    assert not [o for o in theatre.stage.outgoing if "Ja, drei." in o.text and o.chat == "anna"]
    assert "in Arbeit" in card_of(theatre).text
    skips(carla)


async def test_of_a_copy_in_doubt_the_person_is_told(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    skips(anna)
    theatre.stage.faults = [Unclear()]  # it may have arrived, under a number nobody knows
    await carla.says("/antwort 1 Ja, drei.")
    anna.hears("(Diese Nachricht kommt vielleicht doppelt an.)", "Ja, drei.")
    await carla.presses("Zurückziehen")
    assert of_person(theatre) == []
    anna._read -= 1
    anna.hears(SAID)


@pytest.mark.parametrize("fault", [TryLater(3), Unclear()])
async def test_what_fails_on_the_way_is_tried_again(
    fault: Exception, anna: Person, carla: Person, theatre: Theatre
) -> None:
    await answers(anna, carla)
    theatre.stage.faults = [fault]
    await carla.presses("Zurückziehen")
    assert of_person(theatre) == []
    assert SAID not in " ".join(thread_of(theatre, "anna"))


async def test_who_blocked_the_bot_cannot_be_told_and_the_advisors_see_that(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await answers(anna, carla)
    assert isinstance(theatre.stage, Blockable)
    theatre.stage.blocking.add("anna")
    await carla.presses("Zurückziehen")
    assert "Nicht zugestellt: Die Person hat den Bot blockiert." in " ".join(
        thread_of(theatre, "-100")
    )
    skips(anna, carla)


async def test_what_did_not_arrive_leaves_no_trouble_behind(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    theatre.stage.faults = [Blocked()]
    await carla.says("/antwort 1 Ja, drei.")
    assert "Nicht angekommen" in card_of(theatre).text
    skips(anna)
    await carla.presses("Zurückziehen")
    assert "Nicht angekommen" not in card_of(theatre).text
    anna.hears_nothing()


async def test_a_change_of_what_is_withdrawn_changes_the_draft_alone(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    card = card_of(theatre).id
    await carla.says("Ja, drey.", reply_to=card, message="m1")
    await carla.presses("Zurückziehen")
    skips(anna, carla)
    await carla.says("Ja, drei.", reply_to=card, message="m1", edited=True)
    carla.hears("Entwurf für FZ-2026-0001", "Ja, drei.")
    await carla.presses("Verwerfen")
    skips(carla)
    await carla.says("Ja, vier.", reply_to=card, message="m1", edited=True)
    carla.hears("ist zurückgezogen; Ihre Änderung ging an niemanden.")
    anna.hears_nothing()


async def test_any_colleague_may(anna: Person, carla: Person, theatre: Theatre) -> None:
    emil = await second_advisor(theatre)
    await answers(anna, carla)
    skips(emil)
    await emil.presses("Zurückziehen")
    assert of_person(theatre) == []
    skips(carla)


async def test_a_picture_too_late_that_is_to_stay_inside_takes_its_album_back(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    card = card_of(theatre).id
    await carla.shows("Bild", "1.jpg", album="a1", reply_to=card)
    assert len(of_person(theatre)) == 1
    await carla.shows("Bild", "2.jpg", "// Die Nachbarin!", album="a1")
    assert of_person(theatre) == []
    assert "in Arbeit" in card_of(theatre).text
    skips(anna, carla)
    await carla.says("/ticket 1")
    carla.hears(
        "Beratung (Carla), zurückgezogen\n", "Notiz (Carla)\nDie Nachbarin!\n[Bild: 2.jpg]"
    )


async def test_of_a_mistaken_number_nothing_happens(anna: Person, carla: Person) -> None:
    for rest, told in (("", "Bitte mit Nummer"), ("99", "gibt es nicht"), ("x", "gibt es nicht")):
        await carla.says(f"/zurueckziehen {rest}")
        carla.hears(told)
    await carla.says("/zurueckziehen 1")
    carla.hears("Es wurde noch keine Antwort gesendet.")
    anna.hears_nothing()


async def test_the_silence_that_closes_begins_anew(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await answers(anna, carla)
    await carla.presses("Zurückziehen")
    for _ in range(20):
        await theatre.time_passes(days=1)
    assert "geschlossen" not in card_of(theatre).text
    assert timedelta(days=20) > timedelta(days=theatre.house.silence_days)
    skips(anna)
