"""A reply to an older answer, on every channel: it is about that answer."""

from dataclasses import replace
from pathlib import Path

from sqlalchemy import delete

from db.engine import Database
from faq.question import QuestionCopy
from handlers.desk import House
from handlers.messages import Address
from tests.channels.office import Hurry, Office
from tests.channels.phones import Phones
from tests.channels.script import ANNA, Heard, Says
from tests.channels.terminal import Terminal, Terminals
from tests.fake_telegram import Group, Person

AMOUNT, OFFER = "18.000 Euro", "Danke für die Rückmeldung"
SCRIPT = (
    Says(ANNA, "Wie viel?"),
    Says(ANNA, "Bis wann?"),
    Says(ANNA, "Das stimmt nicht!", AMOUNT),
    Says(ANNA, "Bis wann?"),
    Says(ANNA, "ja", OFFER),
)


async def plays(play: Phones | Terminals) -> list[Heard]:
    """Let Anna say it all; give what she heard."""
    return [heard for step in SCRIPT for who, heard in await play.play(step) if who == ANNA]


def assert_is_about_the_amount(heard: list[Heard]) -> None:
    words = [message.text for message in heard if message.text]
    assert OFFER in words[2]
    assert "FZ-2026-0001 liegt jetzt bei der Beratung: „Wie viel?“" in words[4]


async def test_on_the_terminal(
    sqlite_database: Database, house: House, hurry: Hurry, tmp_path: Path
) -> None:
    url = sqlite_database.url.render_as_string()
    house = replace(house, advisors=Address("console", "beratung"))
    async with (
        Terminal(url, "ich", house, hurry, tmp_path) as anna,
        Terminal(url, "beratung", house, hurry, tmp_path) as carla,
    ):
        heard = await plays(Terminals(anna, carla, tmp_path))
    assert_is_about_the_amount(heard)


async def test_on_telegram(open_office: Office, anna: Person, carla: Person, group: Group) -> None:
    assert_is_about_the_amount(await plays(Phones(open_office, anna, carla, group)))


async def test_on_telegram_by_the_buttons_where_the_id_was_lost(
    open_office: Office, anna: Person
) -> None:
    await anna.writes("Wie viel?")
    older = await anna.hears()
    await anna.writes("Bis wann?")
    await anna.hears()
    async with open_office.database.write() as session:
        await session.execute(delete(QuestionCopy))
    await anna.writes("An die Beratung", reply_to=older)
    assert "„Wie viel?“" in (await anna.hears()).text


async def test_on_telegram_to_what_the_person_wrote_herself(
    open_office: Office, anna: Person, group: Group
) -> None:
    older = await anna.writes("Wie viel?")
    await anna.writes("Bis wann?")
    await anna.writes("An die Beratung", reply_to=older["message_id"])
    await open_office.settled(skips=True)
    (card,) = group.catches_up()
    assert "Wie viel?" in card.text
    anna.catches_up()
    await anna.writes("/anfrage Wem gehört der Hof?")
    await anna.writes("Für zwei Häuser.", reply_to=older["message_id"])
    await open_office.settled(skips=True)
    said = [sent.text for sent in group.catches_up()]
    assert "FZ-2026-0001 · die Person schreibt:\n\nFür zwei Häuser." in said
