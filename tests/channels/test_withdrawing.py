"""Withdrawing an answer: Telegram deletes for two days, a terminal cannot; else it is said."""

from dataclasses import replace
from pathlib import Path

import pytest

from db.engine import Database
from handlers.desk import House
from handlers.messages import Address
from tests.channels.office import Hurry, Office
from tests.channels.script import Presses, Says
from tests.channels.terminal import Terminal, Terminals
from tests.channels.test_conformance import make_advisor
from tests.fake_telegram import FakeTelegram, Group, Person, Sent

SAID = "Die Beratung hat ihre Antwort zu FZ-2026-0001"
TWO_DAYS = 49 * 3600.0


async def answered(office: Office, anna: Person, carla: Person, group: Group) -> tuple[Sent, Sent]:
    """Let Carla answer Anna's question; give the card and what Anna has."""
    await anna.writes("/anfrage Wem gehört der Hof?")
    await office.settled()
    anna.catches_up()
    (card,) = group.catches_up()
    await carla.writes("Der Stadt.", chat=group, reply_to=card)
    await office.settled()
    (heard,) = anna.catches_up()
    return card, heard


async def test_telegram_deletes_it(
    advising: Office, anna: Person, carla: Person, group: Group
) -> None:
    card, heard = await answered(advising, anna, carla, group)
    await carla.presses("Zurückziehen", card, chat=group)
    await advising.settled()
    assert heard.message_id not in anna.chat.messages
    assert anna.catches_up() == []
    (draft,) = group.catches_up()
    assert "Diese Antwort ist zurückgezogen" in draft.text
    assert draft.buttons == ["An die Person senden", "Notiz", "Verwerfen"]
    *_, card_now = group.sees_edits()
    assert "in Arbeit" in card_now.text
    await carla.presses("An die Person senden", draft, chat=group)
    await advising.settled()
    assert "Der Stadt." in anna.catches_up()[0].text


async def test_after_two_days_telegram_does_not_and_it_is_said(
    advising: Office, anna: Person, carla: Person, group: Group, hurry: Hurry
) -> None:
    card, heard = await answered(advising, anna, carla, group)
    hurry.jump(TWO_DAYS)
    await carla.presses("Zurückziehen", card, chat=group)
    await advising.settled()
    assert heard.message_id in anna.chat.messages
    assert any(SAID in said.text for said in anna.catches_up())
    assert any("nicht mehr löschen" in said.text for said in group.catches_up())


async def test_what_the_person_deleted_is_gone_already(
    advising: Office, anna: Person, carla: Person, group: Group
) -> None:
    card, heard = await answered(advising, anna, carla, group)
    del anna.chat.messages[heard.message_id]
    await carla.presses("Zurückziehen", card, chat=group)
    await advising.settled()
    assert anna.catches_up() == []


async def test_an_album_is_deleted_picture_by_picture(
    advising: Office, anna: Person, carla: Person, group: Group
) -> None:
    await anna.writes("/anfrage Wem gehört der Hof?")
    await advising.settled()
    (card,) = group.catches_up()
    files = [("photo", b"abc", f"{n}.jpg", "Der Plan." if n else "") for n in (0, 1)]
    await carla.sends_album(*files, chat=group, reply_to=card)
    await advising.settled(skips=True)
    heard = [h for h in anna.catches_up() if "photo" in h.message or "Der Plan." in h.text]
    assert len(heard) >= 2
    await carla.writes("/zurueckziehen 1", chat=group)
    await advising.settled(skips=True)
    assert not {h.message_id for h in heard} & anna.chat.messages.keys()


@pytest.mark.parametrize(
    "fault", [{"status": 429, "retry_after": 3}, {"status": 502}, {"reset": True}], ids=str
)
async def test_what_goes_wrong_on_the_way_is_tried_again(
    advising: Office,
    anna: Person,
    carla: Person,
    group: Group,
    *,
    fault: dict[str, object],
    server: FakeTelegram,
) -> None:
    card, heard = await answered(advising, anna, carla, group)
    server.fail_next("deleteMessage", **fault)
    await carla.presses("Zurückziehen", card, chat=group)
    await advising.settled(skips=True)
    assert heard.message_id not in anna.chat.messages
    assert anna.catches_up() == []


async def test_on_a_terminal_it_is_said(
    sqlite_database: Database, house: House, hurry: Hurry, tmp_path: Path
) -> None:
    url = sqlite_database.url.render_as_string()
    house = replace(house, advisors=Address("console", "beratung"))
    await make_advisor(sqlite_database, "console:beratung", hurry)
    async with (
        Terminal(url, "ich", house, hurry, tmp_path) as anna,
        Terminal(url, "beratung", house, hurry, tmp_path) as carla,
    ):
        stage = Terminals(anna, carla, tmp_path)
        await stage.play(Says("Anna", "/anfrage Wem gehört der Hof?"))
        await stage.play(Says("Carla", "Der Stadt.", "Wem gehört der Hof?"))
        heard = await stage.play(Presses("Carla", "Zurückziehen"))
    told = {who: message.text for who, message in heard}
    assert told["Anna"].startswith(SAID)
    assert any("Diese Antwort ist zurückgezogen" in m.text for who, m in heard if who == "Carla")
    assert any("nicht mehr löschen" in m.text for who, m in heard if who == "Carla")
