"""A list of what is done and what is not: with boxes where Telegram shows them."""

from dataclasses import replace
from typing import Any

import pytest
from markupsafe import Markup

from bot.channels import Outgoing, TryLater, Unclear
from bot.channels.telegram.channel import TelegramChannel
from handlers.messages import Button
from tests.channels.office import Office
from tests.fake_telegram import FakeTelegram, Person

STEPS = Markup(
    "<b>Alle Schritte: Haus &amp; Hof</b>\n\n<done>1. Bedarf: erledigt</done>\n"
    "<todo>2. Träger (bis 3. Okt. 2027)</todo>\n<todo><b>☐ Ort: hier</b></todo>\n\nGut so."
)
PLAINLY = (
    "Alle Schritte: Haus & Hof\n\n1. Bedarf: erledigt\n2. Träger (bis 3. Okt. 2027)\n"
    "☐ Ort: hier\n\nGut so."
)
WITH_BOXES = (
    "Alle Schritte: Haus & Hof\n[x] 1. Bedarf: erledigt\n[ ] 2. Träger (bis 3. Okt. 2027)\n"
    "[ ] Ort: hier\nGut so."
)
BUTTONS = ((Button("1", "plan_step", "1.a"), Button("2", "plan_step", "1.b")),)


def to(person: Person) -> Outgoing:
    return Outgoing(str(person.id), STEPS, BUTTONS, silent=True)


async def test_boxes_where_there_are_some(
    server: FakeTelegram, library: str, channel: TelegramChannel, anna: Person
) -> None:
    assert await channel.send(to(anna)) == ("1",)
    heard = await anna.hears()
    assert heard.text == (WITH_BOXES if library == "aiogram" else PLAINLY)
    assert heard.buttons == ["1", "2"]
    assert heard.params["disable_notification"] is True
    await anna.presses("2")
    assert len(server.sent) == 1


def paragraph(*text: Any) -> dict[str, Any]:
    return {"type": "paragraph", "text": list(text)}


@pytest.mark.parametrize("library", ["aiogram"], indirect=True)
async def test_what_is_sent_as_boxes(channel: TelegramChannel, anna: Person) -> None:
    await channel.send(to(anna))
    open_box = {"has_checkbox": True}
    assert (await anna.hears()).params["rich_message"] == {
        "blocks": [
            paragraph({"type": "bold", "text": "Alle Schritte: Haus & Hof"}),
            {
                "type": "list",
                "items": [
                    {"blocks": [paragraph("1. Bedarf: erledigt")], "is_checked": True} | open_box,
                    {"blocks": [paragraph("2. Träger (bis 3. Okt. 2027)")]} | open_box,
                    {"blocks": [paragraph({"type": "bold", "text": "Ort: hier"})]} | open_box,
                ],
            },
            paragraph("Gut so."),
        ]
    }


REFUSALS: list[dict[str, object]] = [
    {"status": 400, "description": "Bad Request: can't parse rich message"},
    {"status": 400, "description": "Bad Request: can't parse entities: oops"},
    {"status": 404, "description": "Not Found: method not found"},
    {"status": 500, "description": "sendRichMessage is not implemented"},
]


@pytest.mark.parametrize("fault", REFUSALS, ids=str)
@pytest.mark.parametrize("library", ["aiogram"], indirect=True)
async def test_what_telegram_refuses_is_said_plainly_and_once(
    fault: dict[str, object], server: FakeTelegram, channel: TelegramChannel, anna: Person
) -> None:
    server.fail_next("sendRichMessage", **fault)
    assert await channel.send(to(anna)) == ("1",)
    assert [(s.text, s.buttons) for s in server.sent] == [(PLAINLY, ["1", "2"])]


LOST: list[tuple[type[Exception], dict[str, object]]] = [
    (TryLater, {"status": 429, "retry_after": 7}),
    (Unclear, {"drop_answer": True}),
]


@pytest.mark.parametrize(("ours", "fault"), LOST, ids=str)
@pytest.mark.parametrize("library", ["aiogram"], indirect=True)
async def test_what_may_have_arrived_is_not_said_again(
    ours: type[Exception],
    fault: dict[str, object],
    server: FakeTelegram,
    channel: TelegramChannel,
    anna: Person,
) -> None:
    server.fail_next("sendRichMessage", **fault)
    with pytest.raises(ours):
        await channel.send(to(anna))
    assert [call.method for call in server.calls] == ["sendRichMessage"]


@pytest.mark.parametrize(
    "more", [{"plain": True}, {"text": STEPS + Markup("<details>Warum: darum</details>")}], ids=str
)
async def test_what_cannot_be_shown_as_boxes_is_said_plainly(
    more: dict[str, Any], channel: TelegramChannel, anna: Person
) -> None:
    await channel.send(replace(to(anna), **more))
    heard = await anna.hears()
    assert heard.method == "sendMessage"
    assert heard.text.startswith(PLAINLY)


async def test_the_steps_of_a_fahrplan(library: str, open_office: Office, anna: Person) -> None:
    await anna.writes("/fahrplan")
    heard = await anna.hears()
    while "Alle Schritte" not in heard.buttons:  # questions, each with a way to skip it
        await anna.presses(heard.buttons[0], heard)
        heard = await anna.hears()
    await anna.presses("Alle Schritte", heard)
    steps = await anna.hears()
    first = "[ ] 1. " if library == "aiogram" else "1. "
    assert steps.text.split("\n")[1 if library == "aiogram" else 2].startswith(first)
    assert steps.buttons[:2] == ["1", "2"]
    await open_office.settled()
