"""What comes to Telegram from somewhere else has the rights of nobody, through either library."""

from typing import Any

import pytest
from sqlalchemy import select

from bot.channels.telegram.reading import read
from handlers.messages import Incoming, Media, Other, Text
from people.absence import Absence
from people.person import Person as Known
from people.person import Role
from people.store import PersonStore
from tests.channels.office import Office
from tests.channels.phones import address
from tests.fake_telegram import Group, Person

EVE = {"id": 666, "is_bot": False, "first_name": "Mallory"}
BOT = {"id": 999, "is_bot": True, "first_name": "Umfrage", "username": "umfrage_bot"}
CHANNEL = {"id": -1007, "type": "channel", "title": "Nachrichten"}
# All that says of a message that its words are not the sender's; the older fields are those of
# Bot API servers before 7.0, which somebody may run.
FOREIGN: dict[str, dict[str, Any]] = {
    "from a person": {"forward_origin": {"type": "user", "date": 1, "sender_user": EVE}},
    "from nobody known": {
        "forward_origin": {"type": "hidden_user", "date": 1, "sender_user_name": "M"}
    },
    "from a group": {"forward_origin": {"type": "chat", "date": 1, "sender_chat": CHANNEL}},
    "from a channel": {
        "forward_origin": {"type": "channel", "date": 1, "chat": CHANNEL, "message_id": 1}
    },
    "of a kind to come": {"forward_origin": {"type": "Mond"}},
    "through a bot": {"via_bot": BOT},
    "by a business bot": {"sender_business_bot": BOT},
    "of an older server": {"forward_date": 1, "forward_from": EVE},
    "of an older server, hidden": {"forward_date": 1, "forward_sender_name": "M"},
    "of an older server, from a channel": {"forward_date": 1, "forward_from_chat": CHANNEL},
    "broken": {"forward_origin": 7},
}
EDITED, SENT = "edited_message", "message"


def parse(kind: str = SENT, **fields: Any) -> Incoming:
    sender = {"id": 77, "is_bot": False, "first_name": "Anna"}
    sound = {"message_id": 5, "date": 1, "chat": {"id": 77, "type": "private"}, "from": sender}
    incoming = read({kind: sound | fields}, bot_id=424242, bot_name="amt_bot")
    assert incoming
    return incoming


@pytest.mark.parametrize("mark", FOREIGN.values(), ids=FOREIGN)
@pytest.mark.parametrize("kind", [SENT, EDITED])
def test_a_forward_is_never_a_command(kind: str, mark: dict[str, Any]) -> None:
    for text in (
        "/rollen telegram:666 admin",
        "/start f_x",
        "/admin@amt_bot CODE",
        "/x@other_bot",
    ):
        said = parse(kind, text=text, **mark)
        assert said.body == Text(text, edited=kind == EDITED)
        assert said.forwarded
    below = parse(kind, caption="/schliessen 1", document={"file_id": "x"}, **mark)
    assert isinstance(below.body, Media)
    assert (below.body.text, below.forwarded) == ("/schliessen 1", True)


@pytest.mark.parametrize("mark", FOREIGN.values(), ids=FOREIGN)
def test_what_has_no_words_is_nothing_more(mark: dict[str, Any]) -> None:
    card = {"phone_number": "/rollen telegram:666 admin", "first_name": "/admin", "user_id": 77}
    for content in ({"contact": card}, {"poll": {"question": "/start"}}, {"text": "\u200b"}):
        said = parse(**content, **mark)
        assert said.body == Other()
        assert said.forwarded
    moved = parse(text="x", migrate_to_chat_id=-666, **mark)
    assert moved.body == Text("x")


def test_ones_own_words_stay_ones_own() -> None:
    own: list[dict[str, Any]] = [
        {},
        {"quote": {"text": "/x", "position": 0}},
        {"external_reply": {"origin": {"type": "user", "date": 1, "sender_user": EVE}}},
        {"is_from_offline": True},
        {"forward_origin": None},
    ]
    for fields in own:
        assert not parse(text="/hilfe", **fields).forwarded


@pytest.mark.parametrize("mark", FOREIGN.values(), ids=FOREIGN)
async def test_nobody_becomes_admin_by_a_forward(
    open_office: Office, carla: Person, anna: Person, group: Group, mark: dict[str, Any]
) -> None:
    async with open_office.database.write() as session:
        now = open_office.service.sender._clock()
        await PersonStore(session).grant(address(carla), Role.ADMIN, now)
    await anna.writes("/anfrage Wem gehört der Hof?")
    await anna.hears()
    card = await group.hears()
    for text in ("/rollen telegram:666 admin", "/abwesend bis morgen"):
        await carla.sends(text=text, **mark)
        assert "keine geprüfte Antwort" in (await carla.hears()).text
        await carla.sends(chat=group, text=text, **mark)
        changed = await carla.sends(text="Hallo", **mark)
        await carla.hears()
        open_office.server.inject({EDITED: changed | {"text": text, "edit_date": 2}})
        assert "keine geprüfte Antwort" in (await carla.hears()).text
    await carla.sends(chat=group, text="/antwort 1 Mir.", reply_to=card, **mark)
    draft = await group.hears()
    assert "noch nicht gesendet. Das ist weitergeleitet." in draft.text
    await open_office.settled()
    assert group.catches_up() == []
    await anna.hears_nothing()
    async with open_office.database.read() as session:
        admins = select(Known.address).where(Known.role == Role.ADMIN)
        assert list(await session.scalars(admins)) == [address(carla)]
        assert list(await session.scalars(select(Absence))) == []
