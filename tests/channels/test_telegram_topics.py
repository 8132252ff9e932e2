"""Topics of a forum group on Telegram: where they are possible, their titles and icons."""

import pytest

from bot.channels import Blocked, GroupMoved, TopicGone, TryLater
from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.topics import ICONS, REMEMBERED, TITLE
from handlers.rich import units
from tests.fake_telegram import FakeTelegram, Group, Person
from tests.fake_telegram.chats import Topic
from tickets.life import State


@pytest.fixture
def forum(server: FakeTelegram) -> Group:
    return server.group("Beratung", forum=True)


def topic_of(forum: Group, number: str) -> Topic:
    return forum.chat.topics[int(number)]


def asked(server: FakeTelegram, method: str) -> int:
    return sum(call.method == method for call in server.calls)


async def test_a_forum_that_lets_us_has_topics(
    channel: TelegramChannel, forum: Group, group: Group, anna: Person, server: FakeTelegram
) -> None:
    assert await channel.has_topics(str(forum.id))
    assert not await channel.has_topics(str(group.id))
    assert not await channel.has_topics(str(anna.id))
    before = len(server.calls)
    assert await channel.has_topics(str(forum.id))
    assert len(server.calls) == before  # remembered


@pytest.mark.parametrize("loss", ["not an administrator", "without the right"])
async def test_a_forum_that_does_not_let_us_has_none(
    loss: str, channel: TelegramChannel, forum: Group, carla: Person
) -> None:
    if loss == "not an administrator":
        forum.bot_becomes("member", by=carla)
    else:
        forum.bot_may_not("can_manage_topics")
    assert not await channel.has_topics(str(forum.id))


async def test_after_some_minutes_it_looks_again(
    channel: TelegramChannel, forum: Group, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 0.0
    monkeypatch.setattr(channel._topics, "_clock", lambda: now)
    assert await channel.has_topics(str(forum.id))
    forum.bot_may_not("can_manage_topics")
    now = REMEMBERED - 1
    assert await channel.has_topics(str(forum.id))
    now = REMEMBERED + 1
    assert not await channel.has_topics(str(forum.id))


async def test_a_right_lost_in_between_is_noticed(channel: TelegramChannel, forum: Group) -> None:
    assert await channel.has_topics(str(forum.id))
    forum.bot_may_not("can_manage_topics")
    with pytest.raises(TopicGone):
        await channel.open_topic(str(forum.id), "FZ-1", State.OPEN)
    assert not await channel.has_topics(str(forum.id))


@pytest.mark.parametrize("state", State)
async def test_every_state_has_an_icon(
    state: State, channel: TelegramChannel, forum: Group
) -> None:
    number = await channel.open_topic(str(forum.id), "FZ-1 · Hühner", state)
    topic = topic_of(forum, number)
    assert topic.name == "FZ-1 · Hühner"
    assert topic.icon.replace("\ufe0f", "") in ICONS[state]


async def test_title_and_icon_follow_the_ticket(
    channel: TelegramChannel, forum: Group, server: FakeTelegram
) -> None:
    number = await channel.open_topic(str(forum.id), "FZ-1", State.OPEN)
    await channel.change_topic(str(forum.id), number, "FZ-1 (zu)", State.CLOSED)
    topic = topic_of(forum, number)
    assert (topic.name, topic.icon) == ("FZ-1 (zu)", "🏁")
    await channel.change_topic(str(forum.id), number, "FZ-1 (zu)", State.CLOSED)  # no change
    assert asked(server, "getForumTopicIconStickers") == 1


async def test_an_endless_title_is_cut(channel: TelegramChannel, forum: Group) -> None:
    number = await channel.open_topic(str(forum.id), "😀" * 65, State.OPEN)
    name = topic_of(forum, number).name
    assert units(name) <= TITLE
    assert name.endswith("…")
    number = await channel.open_topic(str(forum.id), "x" * 128, State.OPEN)
    assert topic_of(forum, number).name == "x" * 128


async def test_without_icons_a_topic_is_as_good(
    channel: TelegramChannel, forum: Group, server: FakeTelegram
) -> None:
    server.fail_next("getForumTopicIconStickers", status=500)
    number = await channel.open_topic(str(forum.id), "FZ-1", State.OPEN)
    assert topic_of(forum, number).icon == ""
    server.fail_next("getForumTopicIconStickers", body='{"ok": true, "result": [7, {}]}')
    await channel.open_topic(str(forum.id), "FZ-2", State.OPEN)


async def test_topics_that_are_gone(channel: TelegramChannel, forum: Group, group: Group) -> None:
    number = await channel.open_topic(str(forum.id), "FZ-1", State.OPEN)
    forum.deletes_topic(int(number))
    with pytest.raises(TopicGone):
        await channel.change_topic(str(forum.id), number, "FZ-1", State.CLOSED)
    with pytest.raises(TopicGone):
        await channel.open_topic(str(group.id), "FZ-1", State.OPEN)


async def test_what_may_go_wrong_when_looking(
    channel: TelegramChannel, forum: Group, server: FakeTelegram, carla: Person
) -> None:
    for fault in ({"status": 502}, {"reset": True}, {"body": '{"ok": true, "result": 7}'}):
        server.fail_next("getChat", **fault)
    with pytest.raises(TryLater):
        await channel.has_topics(str(forum.id))
    with pytest.raises(TryLater):
        await channel.has_topics(str(forum.id))
    assert not await channel.has_topics(str(forum.id))  # a number is no forum
    forum.bot_becomes("kicked", by=carla)
    with pytest.raises(Blocked):
        await channel.open_topic(str(forum.id), "FZ-1", State.OPEN)


async def test_a_group_that_moved(
    channel: TelegramChannel, server: FakeTelegram, carla: Person
) -> None:
    old = server.group("Beratung", id=-55, kind="group")
    new = await old.moves(by=carla)
    with pytest.raises(GroupMoved) as raised:
        await channel.open_topic(str(old.id), "FZ-1", State.OPEN)
    assert raised.value.chat == str(new.id)
