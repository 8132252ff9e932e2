"""What helps one person of the group only: seen by that one alone where Telegram can."""

from dataclasses import replace
from typing import Any

import pytest
from markupsafe import Markup

from bot.channels import Attachment, Outgoing, TryLater, Unclear
from bot.channels.telegram.channel import TelegramChannel
from handlers.messages import Button, FileKind
from tests.channels.office import Hurry, Office
from tests.channels.phones import address
from tests.channels.test_conformance import make_advisor
from tests.fake_telegram import FakeTelegram, Group, Person, Sent

HINT = Markup("Das geht <b>nicht</b>.")


@pytest.fixture
def present(group: Group, carla: Person) -> Person:
    """Let Carla be in the group."""
    group.member_becomes(carla, "member")
    return carla


@pytest.fixture
def hint(group: Group, present: Person) -> Outgoing:
    return Outgoing(str(group.id), HINT, only_for=str(present.id))


def seen_by(sent: Sent, person: Person, library: str) -> bool:
    """Tell whether a message went out as the library can say it: to one person, or to all."""
    return sent.only_for == (person.id if library == "aiogram" else None)


async def test_one_person_sees_it_or_all_do(
    library: str, channel: TelegramChannel, hint: Outgoing, group: Group, present: Person
) -> None:
    ids = await channel.send(hint)
    heard = await group.hears()
    assert heard.text == "Das geht nicht."
    assert seen_by(heard, present, library)
    # Nothing can refer to what only one person sees.
    assert ids == (() if library == "aiogram" else ("1",))


@pytest.mark.parametrize(
    "description",
    ["Bad Request: USER_NOT_PARTICIPANT", "Bad Request: not enough rights", "Forbidden: no"],
)
async def test_what_telegram_refuses_is_said_to_all_once(
    description: str,
    server: FakeTelegram,
    library: str,
    channel: TelegramChannel,
    hint: Outgoing,
) -> None:
    if library == "aiogram":
        status = 403 if description.startswith("Forbidden") else 400
        server.fail_next("sendMessage", status=status, description=description)
    assert await channel.send(hint) == ("1",)
    assert [(sent.text, sent.only_for) for sent in server.sent] == [("Das geht nicht.", None)]


async def test_a_bot_that_is_no_administrator_says_it_to_all(
    server: FakeTelegram, channel: TelegramChannel, hint: Outgoing, group: Group, present: Person
) -> None:
    group.bot_becomes("member", by=present)
    assert await channel.send(hint) == ("1",)
    assert [sent.only_for for sent in server.sent] == [None]


LOST: list[tuple[type[Exception], dict[str, object]]] = [
    (TryLater, {"status": 429, "retry_after": 7}),
    (TryLater, {"status": 502}),
    (Unclear, {"drop_answer": True}),
]


@pytest.mark.parametrize(("ours", "fault"), LOST, ids=str)
async def test_what_may_have_arrived_is_not_said_again(
    ours: type[Exception],
    fault: dict[str, object],
    server: FakeTelegram,
    channel: TelegramChannel,
    hint: Outgoing,
) -> None:
    server.fail_next("sendMessage", **fault)
    with pytest.raises(ours):
        await channel.send(hint)
    assert len([call for call in server.calls if call.method == "sendMessage"]) == 1


async def test_buttons_and_files_are_for_all(
    server: FakeTelegram, channel: TelegramChannel, hint: Outgoing
) -> None:
    file = Attachment(FileKind.PHOTO, "1.jpg", content=b"abc")
    await channel.send(replace(hint, buttons=((Button("Mehr", "desk"),),)))
    await channel.send(replace(hint, files=(file,)))
    assert [sent.only_for for sent in server.sent] == [None, None]


@pytest.fixture
async def advisor(open_office: Office, present: Person, hurry: Hurry) -> Person:
    """Let Carla be an advisor."""
    await make_advisor(open_office.database, address(present), hurry)
    return present


async def test_who_asks_for_nothing_there_is_hears_it_alone(
    library: str, open_office: Office, group: Group, advisor: Person
) -> None:
    for said in ("/ticket 99", "/hilfe", "/suche Hahn", "/quatsch"):
        await advisor.writes(said, chat=group)
        assert seen_by(await group.hears(), advisor, library), said
    await open_office.settled()
    assert len(open_office.server.sent) == 4


async def test_what_was_not_sent_is_said_aloud(group: Group, advisor: Person) -> None:
    for said in ("/antwrot 1 Ja, drei.", "/antwort 99 Ja, drei."):
        await advisor.writes(said, chat=group)
        assert (await group.hears()).only_for is None, said


async def test_alone_with_the_bot_everything_stays_as_it_is(
    server: FakeTelegram, open_office: Office, advisor: Person
) -> None:
    await advisor.writes("/ticket 99")
    assert "gibt es nicht" in (await advisor.hears()).text
    await advisor.writes("/hilfe")
    await advisor.hears()
    await open_office.settled()
    assert not any("ephemeral_message_parameters" in sent.params for sent in server.sent)


async def test_an_answer_to_a_hint_has_no_number_either(
    library: str, open_office: Office, group: Group, advisor: Person
) -> None:
    await advisor.writes("/ticket 99", chat=group)
    hint = (await group.hears()).message
    number: dict[str, Any] = {
        "message_id": 0,
        "ephemeral_message_id": 7,
        "receiver_user": open_office.server.bot,
    }
    await advisor.writes("Ach so.", chat=group, **number, reply_to_message=hint)
    await open_office.settled()
    if library == "aiogram":  # what a hint says belongs to no ticket, nor does what is said to it
        await group.hears_nothing()
    assert [row.error for row in await open_office.stored() if row.error] == []
