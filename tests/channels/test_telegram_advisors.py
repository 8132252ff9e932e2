"""Advisors among themselves on Telegram, through both libraries."""

import pytest

from tests.channels.office import Office
from tests.channels.test_telegram_reading import ANONYMOUS_ADMIN
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


@pytest.mark.parametrize("under", [0, 1])
async def test_an_album_stays_inside_whichever_picture_says_so(
    under: int, advising: Office, anna: Person, carla: Person, group: Group
) -> None:
    card = await asks(anna, advising, group)
    files = [("photo", b"abc", f"{n}.jpg", "// Nachbarin!" if n == under else "") for n in (0, 1)]
    sent = await carla.sends_album(*files, chat=group, thread=card.thread_id)
    await advising.settled(skips=True)
    assert anna.catches_up() == []
    assert [group.reactions(message) for message in sent] == [["👀"], ["👀"]]
    assert group.catches_up() == []


async def test_an_album_for_the_person_arrives_as_one(
    advising: Office, anna: Person, carla: Person, group: Group
) -> None:
    card = await asks(anna, advising, group)
    files = [("photo", b"abc", f"{n}.jpg", "Der Plan." if n == 2 else "") for n in range(3)]
    sent = await carla.sends_album(*files, chat=group, thread=card.thread_id)
    await advising.settled(skips=True)
    heard = anna.catches_up()
    assert len([h for h in heard if "photo" in h.message]) == 3
    assert sum("Der Plan." in h.text for h in heard) == 1
    assert [group.reactions(message) for message in sent] == [["👍"], ["👍"], ["👍"]]


@pytest.mark.parametrize("inside", [True, False])
async def test_what_the_client_cuts_in_three_is_one(
    advising: Office, anna: Person, carla: Person, group: Group, *, inside: bool
) -> None:
    card = await asks(anna, advising, group)
    pieces = [("// " if inside else "") + "Huhn " * 800, "Huhn " * 800, "Und Schluss."]
    # Of a text that it cuts, a client lets only the first piece reply to something.
    first = await carla.writes(pieces[0], chat=group, reply_to=card)
    rest = [await carla.writes(text, chat=group) for text in pieces[1:]]
    await advising.settled(skips=True)
    said = " ".join(h.text for h in anna.catches_up())
    assert (said.count("Huhn"), "Und Schluss." in said) == ((0, False) if inside else (1600, True))
    signs = [group.reactions(message) for message in (first, *rest)]
    assert signs == [["👀" if inside else "👍"]] * 3


async def test_who_writes_anonymously_in_a_topic_is_told_so(
    advising: Office, anna: Person, carla: Person, group: Group
) -> None:
    card = await asks(anna, advising, group)
    place = {"from": ANONYMOUS_ADMIN, "sender_chat": group.chat.info}
    await carla.sends(chat=group, thread=card.thread_id, text="Der Stadt.", **place)
    await advising.settled()
    (told,) = group.catches_up()
    assert "unter Ihrem eigenen Namen" in told.text
    assert told.thread_id == card.thread_id
    assert anna.catches_up() == []


async def test_a_reply_to_ones_own_message_in_a_topic_goes_on(
    advising: Office, anna: Person, carla: Person, group: Group, server: FakeTelegram
) -> None:
    card = await asks(anna, advising, group)
    first = await carla.writes("Der Stadt.", chat=group, thread=card.thread_id)
    await carla.writes("Kassel.", chat=group, thread=card.thread_id, reply_to=first)
    await advising.settled()
    assert [h.text.split()[-1] for h in anna.catches_up()] == ["Stadt.", "Kassel."]
    emil = server.person("Emil")
    said = await emil.writes("Ach so?", chat=group, thread=card.thread_id)
    note = await carla.writes("Ja doch!", chat=group, thread=card.thread_id, reply_to=said)
    await advising.settled()
    assert anna.catches_up() == []
    assert group.reactions(note) == ["👀"]


async def test_one_part_refused_and_the_last_delivered_is_no_delivery(
    advising: Office, anna: Person, carla: Person, group: Group, server: FakeTelegram
) -> None:
    card = await asks(anna, advising, group)
    server.fail_next("sendMessage", status=400, description="Bad Request: no", chat_id=anna.id)
    message = await carla.writes("/antwort 1 " + "Huhn " * 800, chat=group)
    await carla.writes("Und Schluss.", chat=group)
    await advising.settled(skips=True)
    (heard,) = anna.catches_up()
    assert "Und Schluss." in heard.text
    assert group.reactions(message) == ["👀"]
    assert any("Nicht angekommen" in edit.text for edit in group.sees_edits())
    await carla.presses("Noch einmal senden", card, chat=group)
    await advising.settled(skips=True)
    assert "".join(h.text for h in anna.catches_up()).count("Huhn") == 800
    assert group.reactions(message) == ["👍"]
