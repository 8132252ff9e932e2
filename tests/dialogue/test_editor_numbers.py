"""Statistics, the Monday card, and the pictures on them."""

import io
from datetime import UTC, date, datetime, timedelta

import pytest
from PIL import Image

from faq.insight.dead_links import Links
from faq.insight.question_figures import KINDS, Numbers
from handlers.desk import Desk, House
from handlers.insight.chart import draw
from handlers.insight.weekly import monday_card
from handlers.messages import Address, Incoming, Other, Reply
from handlers.rich import plain
from tests.dialogue.scenes import HENS, corrects_amount, joins, opens_ticket, passes
from tests.stage import Person, Theatre

MONDAY = datetime(2026, 11, 30, 7, 0, tzinfo=UTC)


async def ask_a_little(anna: Person, carla: Person, theatre: Theatre) -> None:
    await joins(carla)
    await anna.says("Wie viel bekommen wir?")
    await anna.presses("Hat geholfen")
    await anna.says("Bis wann?")
    await anna.presses("Hat nicht geholfen")
    await anna.says("Ich brauche Geld")
    anna._read = len(anna._all())
    await opens_ticket(anna, carla)
    passes(theatre, minutes=90)
    await carla.says("/antwort 1 Ja.")


async def test_the_numbers_of_a_period(
    erik: Person, anna: Person, carla: Person, theatre: Theatre
) -> None:
    await ask_a_little(anna, carla, theatre)
    await erik.says("/statistik")
    heard = erik.hears(
        "24.10.2026 bis 22.11.2026",
        "Fragen: 4, davon 2 beantwortet, 1 mit Vorschlägen, 1 ohne Antwort.",
        "Anfragen an die Beratung: 1; die Hälfte war nach 1,5 Stunden beantwortet.",
        "Hat geholfen: 1, hat nicht geholfen: 1.",
        "Förderung: 2",
        "Zurück",
        "Abbrechen",
    )
    assert "anna" not in heard.text
    to, picture = theatre.made[-1]
    assert (to, picture.name) == ("stage:erik", "statistik-2026-11-22.png")
    await erik.presses("Als Tabelle (CSV)")
    erik.hears("Fragen: 4")
    table = theatre.made[-1][1].content.decode("utf-8-sig")
    assert "Fragen;4\r\nbeantwortet;2\r\nvorgeschlagen;1\r\nohne Antwort;1\r\n" in table
    assert "Minuten, bis die Hälfte eine Antwort hatte;90\r\n" in table
    assert "2026-11-22;2;1;1\r\n" in table
    await erik.presses("7 Tage")
    erik.hears("16.11.2026 bis 22.11.2026", "Fragen: 4")
    passes(theatre, days=8)
    await erik.says("/statistik 7")
    erik.hears("Fragen: 0", "noch keine")


async def test_the_waiting_of_those_without_an_answer_counts(
    erik: Person, anna: Person, carla: Person, theatre: Theatre
) -> None:
    await ask_a_little(anna, carla, theatre)
    for name in ("berta", "cora"):
        await theatre.person(name).says("/anfrage Darf ich?")
    await erik.says("/statistik")
    erik.hears("Anfragen an die Beratung: 3; weniger als die Hälfte ist beantwortet.")
    await erik.presses("Als Tabelle (CSV)")
    table = theatre.made[-1][1].content.decode("utf-8-sig")
    assert "Minuten, bis die Hälfte eine Antwort hatte;\r\n" in table
    passes(theatre, hours=2)
    await carla.says("/antwort 2 Ja.")
    await erik.says("/statistik")
    erik.hears("Fragen")
    erik.hears("Anfragen an die Beratung: 3; die Hälfte war nach 2,0 Stunden beantwortet.")


@pytest.mark.parametrize("value", ["0", "400", "viele", "-3"])
async def test_a_period_that_makes_no_sense(erik: Person, value: str) -> None:
    await erik.says(f"/statistik {value}")
    erik.hears("gilt nicht mehr")


def numbers(days: int) -> Numbers:
    found = Numbers(date(2026, 11, 16), date(2026, 11, 16) + timedelta(days=days - 1))
    for offset in range(days):
        kinds = dict.fromkeys(KINDS.values(), offset % 5 + 1)
        found.days[found.first + timedelta(days=offset)] = kinds
        found.questions += sum(kinds.values())
    found.topics = {"foerderung": 30, "werden": 1}
    return found


@pytest.mark.parametrize("days", [1, 7, 30, 365])
def test_the_picture_fits_a_phone(days: int) -> None:
    image = Image.open(io.BytesIO(draw(numbers(days), {"foerderung": "Förderung und Geld"})))
    assert image.format == "PNG"
    assert image.width == 1080
    assert image.height < 1.5 * image.width
    corners = {image.getpixel(at) for at in ((0, 0), (1079, 0), (0, image.height - 1))}
    assert len(corners) == 1  # its own paper on every side, in light and dark chats alike


def test_the_picture_of_nothing_is_a_picture() -> None:
    empty = Numbers(date(2026, 11, 16), date(2026, 11, 16))
    empty.days[empty.first] = dict.fromkeys(KINDS.values(), 0)
    assert Image.open(io.BytesIO(draw(empty, {}))).format == "PNG"


async def card(theatre: Theatre, now: datetime = MONDAY) -> list[Reply]:
    async with theatre.database.write() as session:
        nobody = Incoming(Address("stage", "runde"), None, Other())
        return await monday_card(Desk(session, theatre.house, nobody, now), now)


async def test_the_monday_card_names_what_there_is_to_do(
    erik: Person, eva: Person, anna: Person, theatre: Theatre, house: House
) -> None:
    passes(theatre, days=2)  # Tuesday
    await anna.says(HENS)
    await anna.says("Wie viel bekommen wir?")
    await anna.presses("Hat nicht geholfen")
    await corrects_amount(erik, "Bis zu 18.000 Euro im Jahr, je Einrichtung.")
    async with theatre.database.write() as session:
        await Links(session, MONDAY).keep(
            {"https://rp-kassel.hessen.de/soziales/familienzentren": "nicht gefunden (404)"}
        )
    due = house.lookup.corpus.entries["foerderung.frist"]
    changed = due.model_copy(update={"review_on": date(2026, 11, 30)})
    house.lookup.corpus.entries["foerderung.frist"] = changed

    replies = await card(theatre)
    assert [str(reply.to) for reply in replies] == ["stage:erik", "stage:eva"]
    text = plain(replies[0].text)
    for part in (
        "Montags-Karte für die Woche ab 30.11.2026",
        "Letzte Woche: Fragen 2, davon beantwortet 1, ohne Antwort 1; Anfragen 0.",
        "Vergeblich gefragt\n1. 1 Person",
        "Hühner",
        "Hat nicht geholfen\n• Höhe der Förderung (1-mal)",
        "Zur Wiedervorlage: 1\n• Antragsfrist (seit 30.11.2026)",
        "Wartende Entwürfe: 1",
        "familienzentren: nicht gefunden (404)",
    ):
        assert part in text, part
    labels = {b.label: b.action for row in replies[0].buttons for b in row}
    for label, action in {
        "Lücke: Dürfen wir im Hof Hühner halten?": "faq_gap",
        "Ansehen: Höhe der Förderung": "faq_show",
        "Prüfen: Antragsfrist": "faq_show",
        "Entwürfe": "faq_drafts",
        "Quelle: Höhe der Förderung": "faq_show",
        "Statistik": "faq_stats",
    }.items():
        assert labels[label] == action
    assert replies[0].made[0].name == "woche-2026-11-30.png"
    assert eva.name


async def test_the_monday_card_names_first_what_should_not_be_read(
    erik: Person, theatre: Theatre, house: House
) -> None:
    assert erik.name
    entry = house.lookup.corpus.entries["foerderung.hoehe"]
    changed = entry.model_copy(update={"answer": "Liebe Frau [Name], ja."})
    house.lookup.corpus.entries["foerderung.hoehe"] = changed
    told = (await card(theatre))[0]
    assert "Veröffentlicht mit persönlichen Angaben, bitte gleich ändern\n• Höhe der" in plain(
        told.text
    )
    assert told.buttons[0][0].label == "Mit persönlichen Angaben"


async def test_the_monday_card_comes_once_a_week(erik: Person, theatre: Theatre) -> None:
    assert erik.name
    first = await card(theatre)
    assert "Es gibt nichts zu tun" in plain(first[0].text)
    assert await card(theatre) == []
    assert await card(theatre, MONDAY + timedelta(days=6)) == []
    assert len(await card(theatre, MONDAY + timedelta(days=7))) == 1


async def test_without_editors_no_card_is_used_up(theatre: Theatre) -> None:
    assert await card(theatre) == []


async def test_a_dead_link_that_nobody_names_is_no_news(erik: Person, theatre: Theatre) -> None:
    assert erik.name
    async with theatre.database.write() as session:
        await Links(session, MONDAY).keep({"https://alt.example/": "nicht gefunden (404)"})
    assert "Tote Links" not in plain((await card(theatre))[0].text)
