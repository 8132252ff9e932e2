"""A reply to an older message is about that one, whatever was asked since."""

from dataclasses import replace

import pytest
from sqlalchemy import delete, select

from faq.finding.match import Band, Candidate, Finding
from faq.question import AskedQuestion, QuestionCopy
from handlers.desk import House
from tests.dialogue.scenes import HENS, joins, opens_ticket, passes, skips, thread_of
from tests.small_faq import AMOUNT, DEADLINE, PAYMENT, KnownMatcher, small_lookup
from tests.stage import Heard, Person, Theatre


class Following(KnownMatcher):
    """Understands „und dann?“ only from the question before: after the amount, the payment."""

    def find(self, question: str, context: str | None = None) -> Finding:
        if context and question.lower().startswith("und"):
            follows = PAYMENT if AMOUNT.title in context else AMOUNT
            return Finding(Band.ANSWER, (Candidate(follows.id, 90.0),), leaned=True)
        return super().find(question)


@pytest.fixture
def house(house: House) -> House:
    lookup = small_lookup()
    lookup._matcher = Following()
    return replace(house, lookup=lookup)


@pytest.fixture
async def older(anna: Person, carla: Person) -> Heard:
    """Give the answer to Anna's older question; since then she has got another."""
    await joins(carla)
    await anna.says("Wie viel?", message="q1")
    older = anna.hears("18.000 Euro")
    await anna.says("Bis wann?", message="q2")
    anna.hears("31. Oktober 2027")
    return older


async def test_it_helped(anna: Person, older: Heard, theatre: Theatre) -> None:
    await anna.replies(older, "Hat geholfen")
    anna.hears("Das freut mich")
    assert await judged(theatre) == {"Wie viel?": True, "Bis wann?": None}


async def judged(theatre: Theatre) -> dict[str, bool | None]:
    """Give what was said about each answer."""
    async with theatre.database.read() as session:
        found = await session.execute(select(AskedQuestion.text, AskedQuestion.helped))
        return {row.text: row.helped for row in found}


def rewrites(theatre: Theatre, **fields: str) -> None:
    """Let the answer about the amount say something else."""
    entries = theatre.house.lookup.corpus.entries
    entries[AMOUNT.id] = AMOUNT.model_copy(update=fields)


@pytest.mark.parametrize(
    "typed", ["Hat nicht geholfen", "nein", "Stimmt nicht!", "das ist doch falsch"]
)
async def test_it_is_wrong(
    anna: Person, carla: Person, older: Heard, theatre: Theatre, typed: str
) -> None:
    await anna.replies(older, typed)
    offer = anna.hears("Danke für die Rückmeldung", "An die Beratung senden")
    assert await judged(theatre) == {"Wie viel?": False, "Bis wann?": None}
    await anna.says("Bis wann?")
    skips(anna)
    await anna.replies(offer, "ja")
    anna.hears("FZ-2026-0001", "„Wie viel?“")
    carla.hears("Antwort hat nicht geholfen", "Wie viel?")


@pytest.mark.parametrize("typed", ["An die Beratung", "/anfrage", "an die beratung senden"])
async def test_it_goes_to_the_advisors(
    anna: Person, carla: Person, older: Heard, typed: str
) -> None:
    await anna.replies(older, typed)
    anna.hears("FZ-2026-0001 liegt jetzt bei der Beratung", "„Wie viel?“")
    carla.hears("FZ-2026-0001", "Wie viel?", "Der Bot hatte gezeigt: Höhe der Förderung")


async def test_it_is_gone_on_with_however_much_later(
    anna: Person, older: Heard, theatre: Theatre
) -> None:
    passes(theatre, days=30)
    await anna.replies(older, "Und dann?")
    anna.hears("Zu Ihrer Frage „Wie viel?“", "In zwei Raten.")
    await anna.says("Und dann?")  # now that is the latest
    anna.hears("Zu Ihrer Frage „Und dann?“")


async def test_the_advisors_learn_what_it_was_a_reply_to(
    anna: Person, older: Heard, theatre: Theatre
) -> None:
    await anna.replies(older, HENS)  # which leans on nothing by its words
    await anna.says("/anfrage")
    told = [text for text in thread_of(theatre, "-100") if "davor gefragt" in text]
    assert told == ["FZ-2026-0001 · davor gefragt:\n„Wie viel?“ (gezeigt: Höhe der Förderung)"]


async def test_older_suggestions_are_picked_from(anna: Person) -> None:
    await anna.says("Ich brauche Geld")
    offer = anna.hears("Meinen Sie eines davon?")
    await anna.says("Elterngeld?")
    anna.hears("Elterngeldstelle")
    await anna.replies(offer, "das zweite")
    first = anna.hears("In zwei Raten.")
    await anna.replies(offer, "das dritte")
    anna.hears("31. Oktober 2027")
    await anna.replies(offer, "nichts davon")
    anna.hears("keine geprüfte Antwort")
    await anna.replies(first, "Und dann?")  # of two shown for one question, this one is meant
    anna.hears("Zu Ihrer Frage „Ich brauche Geld“", "18.000 Euro")


@pytest.mark.parametrize("state", ["/anfrage Wem gehört der Hof?", "/anfrage"])
async def test_it_goes_before_what_somebody_is_in_the_middle_of(
    anna: Person, carla: Person, older: Heard, state: str
) -> None:
    await anna.says(state)
    skips(anna, carla)
    await anna.replies(older, "Und dann?")
    anna.hears("In zwei Raten.")
    await anna.replies(older, "Hat geholfen")
    anna.hears("Das freut mich")
    carla.hears_nothing()


async def test_its_ticket_is_meant_and_not_the_newest(
    anna: Person, carla: Person, older: Heard
) -> None:
    await anna.presses("An die Beratung", on=older)
    await anna.presses("Fertig")
    await anna.says(f"/anfrage {HENS}")
    await anna.presses("Fertig")
    skips(anna, carla)
    await anna.replies(older, "Wir sind übrigens zwei Häuser.")
    anna.hears("Gehört das zu Ihrer Anfrage FZ-2026-0001?")
    await anna.presses("Ja, an die Beratung")
    carla.hears("FZ-2026-0001", "die Person schreibt", "zwei Häuser")


async def test_an_answer_without_a_ticket_belongs_to_none(
    anna: Person, carla: Person, older: Heard
) -> None:
    await anna.says(f"/anfrage {HENS}")
    await anna.presses("Fertig")
    skips(anna, carla)
    await anna.replies(older, "Gilt das für Horte?")
    anna.hears("keine geprüfte Antwort", "An die Beratung senden")
    carla.hears_nothing()


async def test_a_reply_to_an_own_older_question_is_about_that(
    anna: Person, carla: Person, older: Heard
) -> None:
    del older
    await anna.says("An die Beratung", own="q1")
    anna.hears("FZ-2026-0001", "„Wie viel?“")
    carla.hears("Wie viel?")
    await anna.presses("Fertig")
    await anna.says(f"/anfrage {HENS}")
    await anna.presses("Fertig")
    skips(anna, carla)
    await anna.says("Für zwei Häuser.", own="q1")  # it lies in a ticket by now
    carla.hears("FZ-2026-0001", "die Person schreibt", "Für zwei Häuser.")


async def test_buttons_tell_where_the_id_was_lost(
    anna: Person, older: Heard, theatre: Theatre
) -> None:
    async with theatre.database.write() as session:
        await session.execute(delete(QuestionCopy))
    await anna.replies(older, "Hat nicht geholfen")
    anna.hears("Danke für die Rückmeldung")
    assert await judged(theatre) == {"Wie viel?": False, "Bis wann?": None}


async def test_every_piece_of_a_long_answer_is_about_it(anna: Person, theatre: Theatre) -> None:
    rewrites(theatre, answer="Viel. " * 1000)
    await anna.says("Wie viel?")
    pieces = [anna.hears("Viel."), anna.hears("Viel.")]
    await anna.says("Bis wann?")
    skips(anna)
    for piece in pieces:
        await anna.replies(piece, "stimmt nicht")
        anna.hears("Danke für die Rückmeldung")
    assert await judged(theatre) == {"Wie viel?": False, "Bis wann?": None}


@pytest.mark.parametrize("typed", ["stimmt nicht", "ja", "hat geholfen"])
async def test_a_reply_to_what_answered_nothing_judges_no_answer(
    anna: Person, theatre: Theatre, typed: str
) -> None:
    await anna.says("/start")
    welcome = anna.hears("Guten Tag")
    await anna.says("Wie viel?")
    skips(anna)
    await anna.replies(welcome, typed)
    assert await judged(theatre) | {typed: None} == {"Wie viel?": None, typed: None}


async def test_an_answer_in_plain_language_is_about_the_same(
    anna: Person, theatre: Theatre
) -> None:
    rewrites(theatre, simple="Sie bekommen Geld.")
    await anna.says("Wie viel?")
    await anna.presses("In Einfacher Sprache")
    simple = anna._all()[-1][1]
    await anna.says("Bis wann?")
    skips(anna)
    await anna.replies(simple, "stimmt nicht")
    anna.hears("Danke für die Rückmeldung")
    assert await judged(theatre) == {"Wie viel?": False, "Bis wann?": None}


async def test_somebody_elses_answer_is_none_of_ones_own(
    anna: Person, bert: Person, older: Heard, theatre: Theatre
) -> None:
    del anna
    await bert.replies(older, "Hat nicht geholfen")
    assert await judged(theatre) | {"Hat nicht geholfen": None} == {
        "Wie viel?": None, "Bis wann?": None, "Hat nicht geholfen": None
    }  # fmt: skip


@pytest.mark.parametrize("replies", [True, False])
@pytest.mark.parametrize(
    ("typed", "told"),
    [("Hat geholfen", "ist abgeschlossen"), ("hat nicht geholfen!", "Was fehlt noch?")],
)
async def test_under_an_advisors_answer_that_one_is_judged(
    anna: Person, carla: Person, typed: str, told: str, *, replies: bool
) -> None:
    await joins(carla)
    await anna.says("Wie viel?")
    anna.hears("18.000 Euro")
    await anna.presses("An die Beratung")
    await anna.presses("Fertig")
    await carla.says("/antwort 1 Genau so viel.")
    answer = anna._all()[-1][1]
    skips(anna)
    await (anna.replies(answer, typed) if replies else anna.says(typed))
    anna.hears("FZ-2026-0001", told)
    assert await judged(anna.theatre) == {"Wie viel?": None}


async def test_an_advisors_answer_goes_before_a_newer_one_of_ours(
    anna: Person, carla: Person
) -> None:
    await joins(carla)
    await opens_ticket(anna, carla)
    await anna.presses("Fertig")
    await carla.says("/antwort 1 Ja, drei.")
    answer = anna._all()[-1][1]
    await anna.says(DEADLINE.title, topic=None)
    skips(anna, carla)
    await anna.replies(answer, "stimmt nicht")
    carla.hears("FZ-2026-0001", "die Person schreibt", "stimmt nicht")
