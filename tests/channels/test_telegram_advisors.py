"""Advisors among themselves on Telegram, through both libraries."""

import pytest

from tests.channels.office import Office
from tests.fake_telegram import FakeTelegram, Group, Person, Sent

CALLS = ["@frau_m, weißt du das?", "Weißt du das, @frau_m?", "Das weiß nur @frau_m!"]
CALLS_NOBODY = ["Schreiben Sie an hof@bauamt.de.", "Siehe https://social.example/@hof", "3@2"]


@pytest.fixture
def group(server: FakeTelegram) -> Group:
    """Give an advisors' group with topics."""
    return server.group("Beratung", forum=True)


async def asks(anna: Person, office: Office, group: Group) -> Sent:
    """Let Anna hand a question over; return the card."""
    await anna.writes("/anfrage Wem gehört der Hof?")
    await office.settled()
    anna.catches_up()
    (card,) = group.catches_up()
    return card


@pytest.mark.parametrize("said", CALLS)
async def test_who_is_called_makes_it_a_draft(
    said: str, advising: Office, anna: Person, carla: Person, group: Group
) -> None:
    card = await asks(anna, advising, group)
    message = await carla.writes(said, chat=group, thread=card.thread_id)
    await advising.settled()
    assert anna.catches_up() == []
    (draft,) = group.catches_up()
    assert "Entwurf für FZ-2026-0001, noch nicht gesendet." in draft.text
    assert draft.thread_id == card.thread_id
    await carla.presses("An die Person senden", draft, chat=group)
    await advising.settled()
    (heard,) = anna.catches_up()
    assert said in heard.text
    assert group.reactions(message) == ["👍"]


@pytest.mark.parametrize("said", CALLS_NOBODY)
async def test_an_address_calls_nobody(
    said: str, advising: Office, anna: Person, carla: Person, group: Group
) -> None:
    card = await asks(anna, advising, group)
    await carla.writes(said, chat=group, thread=card.thread_id)
    await advising.settled()
    assert said in anna.catches_up()[0].text


async def test_somebody_without_a_name_of_their_own_is_called_from_the_list(
    advising: Office, anna: Person, carla: Person, group: Group
) -> None:
    card = await asks(anna, advising, group)
    mark = {"type": "text_mention", "offset": 0, "length": 6, "user": {"id": 77}}
    await carla.writes("Frau M, ja?", chat=group, thread=card.thread_id, entities=[mark])
    await advising.settled()
    assert anna.catches_up() == []
    (draft,) = group.catches_up()
    await carla.presses("Notiz", draft, chat=group)
    await advising.settled()
    assert "Notiz zu FZ-2026-0001 aufgehoben" in group.catches_up()[0].text
    assert anna.catches_up() == []


async def test_under_a_picture_too(
    advising: Office, anna: Person, carla: Person, group: Group
) -> None:
    card = await asks(anna, advising, group)
    file = ("photo", b"abc", "x.jpg", "@frau_m?")
    await carla.sends_file(*file, chat=group, thread=card.thread_id)
    await advising.settled()
    assert anna.catches_up() == []
    (draft,) = group.catches_up()
    await carla.presses("Verwerfen", draft, chat=group)
    await advising.settled()
    assert "Verworfen." in group.catches_up()[0].text
    assert anna.catches_up() == []
