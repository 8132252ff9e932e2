"""The advisors' part in a group with topics: each ticket has its own, and its talk stays there."""

import pytest

from tests.channels.office import Office
from tests.fake_telegram import FakeTelegram, Group, Person, Sent
from tests.fake_telegram.chats import Topic


@pytest.fixture
def group(server: FakeTelegram) -> Group:
    """Give an advisors' group with topics."""
    return server.group("Beratung", forum=True)


def only_topic(group: Group) -> Topic:
    (topic,) = group.chat.topics.values()
    return topic


def icon(topic: Topic) -> str:
    return topic.icon.replace("\ufe0f", "")


async def asks(anna: Person, office: Office, group: Group) -> Sent:
    """Let Anna hand a question over; return the card."""
    await anna.writes("/anfrage Wem gehört der Hof?")
    await office.settled()
    anna.catches_up()
    (card,) = group.catches_up()
    return card


async def test_a_ticket_has_a_topic_and_its_card_stands_in_it(
    advising: Office, anna: Person, group: Group
) -> None:
    card = await asks(anna, advising, group)
    topic = only_topic(group)
    assert topic.name == "FZ-2026-0001"
    assert icon(topic) == "❗"
    assert card.thread_id == topic.thread_id
    assert "Wem gehört der Hof?" in card.text


async def test_what_is_written_in_the_topic_is_the_answer(
    advising: Office, anna: Person, carla: Person, group: Group
) -> None:
    card = await asks(anna, advising, group)
    thread = card.thread_id
    inside = await carla.writes("// Das weiß das Bauamt.", chat=group, thread=thread)
    await advising.settled()
    assert anna.catches_up() == []
    assert group.reactions(inside) == ["👀"]

    answer = await carla.writes("Der Stadt.", chat=group, thread=thread)
    await advising.settled()
    (heard,) = anna.catches_up()
    assert "Der Stadt." in heard.text
    assert group.reactions(answer) == ["👍"]
    assert group.catches_up() == []  # a sign says it all
    (card_now, *_) = reversed(group.sees_edits())
    assert card_now.message_id == card.message_id
    assert "beantwortet" in card_now.text
    assert icon(only_topic(group)) == "✅"

    await carla.edits(answer, "Der Stadt Kassel.", chat=group)
    await advising.settled()
    (corrected,) = anna.sees_edits()
    assert corrected.message_id == heard.message_id
    assert "Der Stadt Kassel." in corrected.text

    await anna.writes("Und der Zaun?", reply_to=heard)
    await advising.settled()
    (said,) = group.catches_up()
    assert said.thread_id == thread
    assert "Und der Zaun?" in said.text
    assert icon(only_topic(group)) == "📝"


async def test_what_is_said_at_large_goes_to_nobody(
    advising: Office, anna: Person, carla: Person, group: Group
) -> None:
    await asks(anna, advising, group)
    await carla.writes("Wer kocht heute Kaffee?", chat=group)
    other = await group.opens_topic("Kaffee", by=carla)
    await carla.writes("Ich.", chat=group, thread=other)
    await advising.settled()
    assert anna.catches_up() == []
    assert group.catches_up() == []


async def test_what_is_pressed_in_a_topic_is_answered_there(
    advising: Office, anna: Person, carla: Person, group: Group
) -> None:
    card = await asks(anna, advising, group)
    await carla.presses("Schließen", card, chat=group)
    await advising.settled()
    (why,) = group.catches_up()
    assert why.thread_id == card.thread_id
    await carla.presses("Doppelt", why, chat=group)
    await advising.settled()
    assert {sent.thread_id for sent in group.catches_up()} == {card.thread_id}
    assert icon(only_topic(group)) == "🏁"
    (told,) = anna.catches_up()
    assert "Grund: doppelt" in told.text


async def test_a_topic_that_was_deleted_is_opened_again(
    advising: Office, anna: Person, carla: Person, group: Group
) -> None:
    card = await asks(anna, advising, group)
    assert card.thread_id
    group.deletes_topic(card.thread_id)
    await anna.writes("Und der Zaun?")  # Anna is still adding
    await advising.settled()
    topic = only_topic(group)
    assert topic.thread_id != card.thread_id
    assert topic.name == "FZ-2026-0001"
    said = group.catches_up()
    assert {sent.thread_id for sent in said} == {topic.thread_id}
    assert any("die Person schreibt" in sent.text for sent in said)
    assert any("Übernehmen" in sent.buttons for sent in said)  # the card came along

    anna.catches_up()
    await carla.writes("Der Stadt.", chat=group, thread=topic.thread_id)
    await advising.settled()
    (heard,) = anna.catches_up()
    assert "Der Stadt." in heard.text
