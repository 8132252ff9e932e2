"""One conversation, every channel, one transcript: never one channel against the other."""

from dataclasses import replace
from pathlib import Path

import pytest

from db.engine import Database
from handlers.desk import House
from handlers.messages import PRESS_BYTES, Address
from people.person import Role
from people.store import PersonStore
from tests.channels.office import Hurry, Office
from tests.channels.phones import Phones, address
from tests.channels.script import as_heard, transcript
from tests.channels.terminal import Terminal, Terminals
from tests.fake_telegram import FakeTelegram, Group

TRANSCRIPT = Path(__file__).with_name("transcript.txt").read_text(encoding="utf-8")
NAME = "<b>Änne</b> & {0.__class__} \u202eSöhne\u200b"


def assert_as_written(said: str, folder: Path, *, reacts: bool) -> None:
    """Compare; what was really said stays in a file: read it, and if it is right, keep it."""
    played = folder / "played.txt"
    played.write_text(said, encoding="utf-8")
    assert said == as_heard(TRANSCRIPT, reacts=reacts), f"compare transcript.txt with {played}"


async def make_advisor(database: Database, who: str, hurry: Hurry) -> None:
    async with database.write() as session:
        await PersonStore(session).grant(who, Role.ADVISOR, hurry.now())


async def test_on_the_terminal(
    sqlite_database: Database, house: House, hurry: Hurry, tmp_path: Path
) -> None:
    url = sqlite_database.url.render_as_string()
    house = replace(house, advisors=Address("console", "beratung"))
    await make_advisor(sqlite_database, "console:beratung", hurry)
    async with (
        Terminal(url, "ich", house, hurry, tmp_path) as anna,
        Terminal(url, "beratung", house, hurry, tmp_path) as carla,
    ):
        said = await transcript(Terminals(anna, carla, tmp_path))
    assert_as_written(said, tmp_path, reacts=False)


@pytest.fixture(params=[False, True], ids=["group", "forum"])
def group(request: pytest.FixtureRequest, server: FakeTelegram) -> Group:
    """Give the advisors' group, once more with topics: everybody hears the same."""
    return server.group("Beratung", forum=request.param)


async def test_on_telegram(
    server: FakeTelegram, open_office: Office, group: Group, hurry: Hurry, tmp_path: Path
) -> None:
    anna = server.person(NAME, username="aenne_geheim", last_name="<a href='tg://x'>M</a>")
    carla = server.person("Carla")
    await make_advisor(open_office.database, address(carla), hurry)
    said = await transcript(Phones(open_office, anna, carla, group))
    assert_as_written(said, tmp_path, reacts=True)
    tickets = {f"FZ-2026-000{number}" for number in range(1, 5)}
    topics = {topic.name for topic in group.chat.topics.values()}
    assert topics == (tickets if group.chat.is_forum else set())

    shown = [sent.params for sent in (*server.sent, *server.edits)]
    assert not any(word in str(shown) for word in ("Änne", "geheim", "Söhne"))
    # Colleagues know each other by name; whoever asked does not learn it.
    to_anna = [params for params in shown if params["chat_id"] == anna.id]
    assert "Carla" not in str(to_anna)
    pressable = [
        button["callback_data"]
        for params in shown
        for row in params.get("reply_markup", {}).get("inline_keyboard", ())
        for button in row
        if "disabled" not in button
    ]
    assert pressable
    for data in pressable:
        assert len(data.encode()) <= PRESS_BYTES
        assert str(anna.id) not in data
        assert str(group.id) not in data


def test_a_sign_stands_for_its_words_where_it_can_be_shown() -> None:
    said = (
        "    ~> Carla: Ist unterwegs. {angekommen}\n    ~> Anna {angekommen}\n    -> Anna: Ja.\n"
    )
    signs = "    ~> Carla {angekommen}\n    ~> Anna {angekommen}\n    -> Anna: Ja.\n"
    assert as_heard(said, reacts=True) == signs
    assert as_heard(said, reacts=False) == "    -> Carla: Ist unterwegs.\n    -> Anna: Ja.\n"
