"""What answers a question back, on every channel."""

from dataclasses import replace
from pathlib import Path

from db.engine import Database
from handlers.desk import House
from handlers.messages import Address, FileKind
from tests.channels.office import Hurry, Office
from tests.channels.phones import Phones
from tests.channels.script import ANNA, CARLA, Heard, Presses, Says, Sends
from tests.channels.terminal import Terminal, Terminals
from tests.channels.test_conformance import make_advisor
from tests.fake_telegram import Group, Person

SCRIPT = (
    Says(ANNA, "/anfrage Passt eine Schaukel?"),
    Presses(ANNA, "Fertig"),
    Says(CARLA, "/antwort 1 Wie groß ist der Hof?"),
    Says(ANNA, "Hundert Schritte"),
    Sends(ANNA, FileKind.PHOTO, "hof.png", "So sieht er aus."),
    Says(ANNA, "Wie viel gibt es?"),
    Presses(ANNA, "Gehört nicht dazu"),
)


async def plays(play: Phones | Terminals) -> dict[str, list[list[Heard]]]:
    """Let them say it all; give what each heard at each step."""
    heard: dict[str, list[list[Heard]]] = {ANNA: [], CARLA: []}
    for step in SCRIPT:
        said = await play.play(step)
        for who, at in heard.items():
            at.append([message for reader, message in said if reader == who])
    return heard


def assert_all_arrived(heard: dict[str, list[list[Heard]]]) -> None:
    anna, carla = (
        [" ".join(m.text for m in messages) for messages in heard[who]] for who in (ANNA, CARLA)
    )
    assert "die Person schreibt: Hundert Schritte" in carla[3]
    assert "die Person schreibt: So sieht er aus." in carla[4]
    assert "[Bild" in carla[4]
    assert "Ich habe es aus FZ-2026-0001 wieder herausgenommen." in anna[6]
    assert "18.000 Euro" in anna[6]
    assert "herausgenommen" in carla[6]


async def test_on_the_terminal(
    sqlite_database: Database, house: House, hurry: Hurry, tmp_path: Path
) -> None:
    url = sqlite_database.url.render_as_string()
    house = replace(house, advisors=Address("console", "beratung"))
    await make_advisor(sqlite_database, "console:beratung", hurry)
    async with (
        Terminal(url, "ich", house, hurry, tmp_path) as anna,
        Terminal(url, "beratung", house, hurry, tmp_path) as carla,
    ):
        assert_all_arrived(await plays(Terminals(anna, carla, tmp_path)))


async def test_on_telegram(advising: Office, anna: Person, carla: Person, group: Group) -> None:
    assert_all_arrived(await plays(Phones(advising, anna, carla, group)))


async def test_an_album_on_telegram(
    advising: Office, anna: Person, carla: Person, group: Group
) -> None:
    await anna.writes("/anfrage Passt eine Schaukel?")
    await carla.writes("/antwort 1 Haben Sie Bilder?", chat=group)
    await advising.settled(skips=True)
    anna.catches_up()
    group.catches_up()
    await anna.sends_album(("photo", b"1", "a.png", "Unser Hof"), ("photo", b"2", "b.png", ""))
    await advising.settled(skips=True)
    (told,) = anna.catches_up()
    assert "dazugelegt" in told.text
    shown = [sent for sent in group.catches_up() if "photo" in sent.message]
    assert len(shown) == 2
    await anna.presses("Gehört nicht dazu", told.message_id)
    await advising.settled(skips=True)
    assert any("herausgenommen" in sent.text for sent in group.catches_up())
