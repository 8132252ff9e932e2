"""The editors' commands on the terminal and on Telegram, compared with one literal transcript."""

import re
from dataclasses import replace
from pathlib import Path

from db.engine import Database
from faq.editing.entries import EntryStore
from faq.exchange.shipped import take_in
from handlers.desk import House
from handlers.messages import Address
from people.person import Role
from people.store import PersonStore
from tests.channels.office import Hurry, Office
from tests.channels.phones import Phones, address
from tests.channels.script import ANNA, Presses, Says, Step, transcript
from tests.channels.terminal import Terminal, Terminals
from tests.fake_telegram import FakeTelegram, Group
from tests.small_faq import small_corpus

TRANSCRIPT = Path(__file__).with_name("transcript_redaktion.txt").read_text(encoding="utf-8")
DAY = re.compile(r"\d\d\.\d\d\.\d{4}")

# Anna keeps the FAQ here, and is admin too.
SCRIPT: tuple[Step, ...] = (
    Says(ANNA, "/faq"),
    Says(ANNA, "/faq_suche höhe"),
    Presses(ANNA, "Höhe der Förderung"),
    Presses(ANNA, "Antwort ändern"),
    Says(ANNA, "Bis zu 18.000 Euro & <mehr>."),
    Presses(ANNA, "Antwort"),
    Says(ANNA, "Bis zu 18.000 Euro im Jahr & je Einrichtung."),
    Presses(ANNA, "Quelle stimmt, heute geprüft"),
    Presses(ANNA, "Gegenprobe und veröffentlichen"),
    Presses(ANNA, "Veröffentlichen"),
    Says(ANNA, "/faq_verlauf foerderung.hoehe"),
    Presses(ANNA, "Version 2 ansehen"),
    Says(ANNA, "/faq_wiederherstellen foerderung.hoehe"),
    Presses(ANNA, "Wiederherstellen"),
    Presses(ANNA, "Veröffentlichen"),
    Says(ANNA, "/faq_neu"),
    Presses(ANNA, "Nicht unser Gebiet"),
    Says(ANNA, "Segelflug"),
    Says(ANNA, "Dafür ist der Luftsportverband da."),
    Presses(ANNA, "Zurück"),
    Presses(ANNA, "Formulierungen"),
    Says(ANNA, "Wer prüft den Flieger?"),
    Presses(ANNA, "Gegenprobe und veröffentlichen"),
    Presses(ANNA, "Veröffentlichen"),
    Says(ANNA, "/faq_loeschen abgrenzung.segelflug"),
    Presses(ANNA, "Archivieren"),
    Presses(ANNA, "Archivieren"),
    Says(ANNA, "/faq_bearbeiten"),
    Presses(ANNA, "Abbrechen"),
    Says(ANNA, "/faq_liste"),
    Presses(ANNA, "Archivierte"),
    Says(ANNA, "/warum wie viel"),
    Says(ANNA, "Dürfen wir Hühner halten?"),
    Says(ANNA, "/luecken"),
    Presses(ANNA, "1. Dürfen wir Hühner halten?"),
    Presses(ANNA, "Ablegen"),
    Says(ANNA, "/faq_export"),
    Says(ANNA, "/faq_import"),
    Presses(ANNA, "Abbrechen"),
    Says(ANNA, "/status"),
    Says(ANNA, "/verlauf"),
    Says(ANNA, "/hinweise"),
    Says(ANNA, "/hinweise"),
    Says(ANNA, "/rollen telegram:5 beratung"),
    Says(ANNA, "/admin AAAA"),
)


async def prepare(database: Database, who: str, hurry: Hurry) -> None:
    async with database.write() as session:
        await take_in(session, small_corpus(), EntryStore(session, hurry.now()))
        await PersonStore(session).grant(who, Role.ADMIN, hurry.now())


def assert_as_written(said: str, who: str, folder: Path) -> None:
    said = DAY.sub("TT.MM.JJJJ", said).replace(who, "ANNA")
    played = folder / "played.txt"
    played.write_text(said, encoding="utf-8")
    assert said == TRANSCRIPT, f"compare transcript_redaktion.txt with {played}"


async def test_on_the_terminal(
    sqlite_database: Database, house: House, hurry: Hurry, tmp_path: Path
) -> None:
    url = sqlite_database.url.render_as_string()
    house = replace(house, advisors=Address("console", "beratung"))
    await prepare(sqlite_database, "console:ich", hurry)
    async with (
        Terminal(url, "ich", house, hurry, tmp_path) as anna,
        Terminal(url, "beratung", house, hurry, tmp_path) as carla,
    ):
        said = await transcript(Terminals(anna, carla, tmp_path), SCRIPT)
    assert_as_written(said, "console:ich", tmp_path)


async def test_on_telegram(
    server: FakeTelegram, open_office: Office, group: Group, hurry: Hurry, tmp_path: Path
) -> None:
    anna, carla = server.person("Anna"), server.person("Carla")
    await prepare(open_office.database, address(anna), hurry)
    said = await transcript(Phones(open_office, anna, carla, group), SCRIPT)
    assert_as_written(said, address(anna), tmp_path)
