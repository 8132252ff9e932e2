"""What does not arrive is seen, and can be sent again; a group that moves or is lost."""

import pytest

from bot.channels import Blocked, GroupMoved, Outgoing, Unclear
from bot.incoming.inbox import RawUpdate
from db.engine import Database
from handlers.desk import House
from tests.clock import Clock
from tests.dialogue.scenes import card_of, skips, thread_of
from tests.stage import Heard, Person, Stage, Theatre

pytestmark = pytest.mark.usefixtures("_ticket")


class Moody(Stage):
    """Fails towards a chat as often as it was told to."""

    def __init__(self) -> None:
        super().__init__()
        self.refusing: dict[str, list[Exception]] = {}

    async def send(self, outgoing: Outgoing) -> tuple[str, ...]:
        if faults := self.refusing.get(outgoing.chat):
            raise faults.pop(0)
        return await super().send(outgoing)


@pytest.fixture
def moody() -> Moody:
    return Moody()


@pytest.fixture
async def theatre(sqlite_database: Database, house: House, clock: Clock, moody: Moody) -> Theatre:
    return Theatre(sqlite_database, house, clock, moody)


@pytest.fixture
async def card(theatre: Theatre, _ticket: None) -> Heard:
    return card_of(theatre)


async def test_who_blocked_the_bot_is_seen_and_sent_to_again(
    anna: Person, carla: Person, theatre: Theatre, moody: Moody, card: Heard
) -> None:
    moody.refusing = {"anna": [Blocked()]}
    await carla.replies(card, "Ja, drei.")
    anna.hears_nothing()
    assert "Nicht angekommen: Die Person hat den Bot blockiert." in card.text
    said = thread_of(theatre, "-100")
    assert "FZ-2026-0001 · Nicht zugestellt: Die Person hat den Bot blockiert." in said
    await carla.presses("Noch einmal senden", on=card)
    anna.hears("Antwort der Beratung zu FZ-2026-0001", "Ja, drei.")
    assert "Nicht angekommen" not in card.text
    assert "Noch einmal senden" not in card.labels
    skips(carla)
    await carla.sends_press("again:1")
    carla.hears("Es fehlt nichts, alles ist angekommen.")
    anna.hears_nothing()


async def test_sent_again_twice_it_is_said_to_be_on_its_way(
    anna: Person, carla: Person, theatre: Theatre, moody: Moody, card: Heard
) -> None:
    moody.refusing = {"anna": [Blocked()]}
    await carla.replies(card, "Ja, drei.")
    skips(carla)
    press = {"chat": "-100", "sender": "carla", "press": "again:1"}
    presses = [RawUpdate.of(press, f"again{n}", "-100") for n in (1, 2)]  # before it can leave
    await theatre.inbox.store("stage", presses, theatre.clock())
    await theatre.settle()
    carla.hears("FZ-2026-0001: noch einmal unterwegs.")
    carla.hears("FZ-2026-0001: Das ist schon unterwegs; ob es ankommt, zeigt die Karte.")
    anna.hears("Ja, drei.")
    anna.hears_nothing()


async def test_a_closed_ticket_still_brings_what_did_not_arrive(
    anna: Person, carla: Person, moody: Moody, card: Heard
) -> None:
    moody.refusing = {"anna": [Blocked()]}
    await carla.replies(card, "Ja, drei.")
    await carla.says("/schliessen 1")
    anna.hears("Ihre Anfrage FZ-2026-0001 ist abgeschlossen.")
    skips(carla)
    assert "geschlossen" in card.text
    await carla.presses("Noch einmal senden", on=card)
    carla.hears("FZ-2026-0001: noch einmal unterwegs.")
    late = anna.hears("Antwort der Beratung zu FZ-2026-0001", "Ja, drei.")
    assert late.labels == ("Darauf antworten",)  # it is closed: there is nothing to judge
    assert "Noch einmal senden" not in card.labels
    await carla.sends_press("again:1")
    carla.hears("FZ-2026-0001: Es fehlt nichts, alles ist angekommen.")
    assert "geschlossen" in card.text


async def test_where_nothing_was_sent_nothing_is_sent_again(anna: Person, carla: Person) -> None:
    skips(anna, carla)
    await carla.sends_press("again:1")
    carla.hears("FZ-2026-0001: Es wurde noch keine Antwort gesendet.")
    anna.hears_nothing()


async def test_in_doubt_it_comes_again_marked_and_at_last_is_shown_as_unclear(
    anna: Person, carla: Person, moody: Moody, card: Heard
) -> None:
    moody.refusing = {"anna": [Unclear()]}
    await carla.replies(card, "Ja, drei.")
    anna.hears("(Diese Nachricht kommt vielleicht doppelt an.)", "Ja, drei.")
    moody.refusing = {"anna": [Unclear()] * 2}  # one marked repeat, and no more
    await carla.replies(card, "Und Enten.")
    anna.hears_nothing()
    assert "Nicht angekommen: Zustellung unklar" in card.text
    await carla.presses("Noch einmal senden", on=card)
    anna.hears("Und Enten.")
    anna.hears_nothing()


async def test_thrown_out_of_the_group_the_admins_are_told_once_and_all_waits(
    anna: Person, carla: Person, root: Person, theatre: Theatre, moody: Moody
) -> None:
    moody.refusing = {"-100": [Blocked()] * 3}
    skips(carla)
    await anna.says("Es sind drei.")
    root.hears("Ich erreiche die Gruppe der Beratung (stage:-100) nicht")
    root.hears_nothing()
    carla.hears("die Person schreibt", "Es sind drei.")  # half an hour later
    assert "Es sind drei." in card_of(theatre).text


async def test_a_group_that_moved_is_followed(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await theatre.deliver({"chat": "-100", "sender": "carla", "moved": "-1001"})
    await anna.says("Es sind drei.")
    moved = Person(theatre, "-1001", "carla")
    moved.hears("die Person schreibt", "Es sind drei.")
    card = moved.hears("FZ-2026-0001", "Es sind drei.", "Übernehmen")
    skips(anna)
    await moved.replies(card, "Ja, drei.")
    anna.hears("Ja, drei.")
    assert "Es sind drei." not in " ".join(thread_of(theatre, "-100"))
    assert carla.chat == "-100"


async def test_a_group_is_followed_by_the_error_alone(
    anna: Person, carla: Person, theatre: Theatre, moody: Moody
) -> None:
    skips(carla)
    moody.refusing = {"-100": [GroupMoved("-1001")]}
    await anna.says("Es sind drei.")
    carla.hears_nothing()
    moved = Person(theatre, "-1001", "carla")
    moved.hears("die Person schreibt", "Es sind drei.")
    moved.hears("FZ-2026-0001", "Übernehmen")
    await moved.says("/antwort 1 Ja.")
    assert "Ja." in thread_of(theatre, "anna")[-1]


async def test_signs_are_receipts_where_there_are_any(
    anna: Person, carla: Person, theatre: Theatre, card: Heard
) -> None:
    theatre.stage.reacts = True
    skips(carla)
    await carla.says("Ja, drei.", reply_to=card.id, message="m7")
    assert [(c, m, str(s)) for c, m, s in theatre.stage.signs] == [
        ("-100", "m7", "received"), ("-100", "m7", "delivered"),
    ]  # fmt: skip
    carla.hears_nothing()  # no words beside the signs
    anna.hears("Ja, drei.")


async def test_a_refusal_is_words_even_where_there_are_signs(
    carla: Person, theatre: Theatre
) -> None:
    theatre.stage.reacts = True
    skips(carla)
    await carla.says("/oeffnen 1", message="m8")
    carla.hears("Das geht gerade nicht: FZ-2026-0001 ist im Zustand „offen“.")
